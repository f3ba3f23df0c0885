"""The made-up county's extract: it agrees with the street files, and with counts made apart."""

from collections import Counter
from csv import DictReader
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from data.exampleshire.generate import HERE, unpacked
from report.assessment import SourceRecord
from report.sources.reading import read_sources
from report.sources.tables import Tables
from tests.editions import PARTNERSHIP, study_of
from tests.made_up import project

OWN = "E07900005"  # Middlemarch
AREAS = HERE / "lookups" / "lsoa21-ward-district.csv"
BEATS = HERE / "lookups" / "beats.csv"
YEAR = "period: {first: 2023-04-01, last: 2024-03-31, basis: financial year}"
PART = "period: {first: 2024-04-01, last: 2024-12-05, basis: year to date}"
NOW, THEN = ((date(y, 4, 1), date(y, 12, 5)) for y in (2024, 2023))

YAML = """\
history: 0
published: 2025-06-01
status: final
document: {{title: Middlemarch strategic assessment}}
sources:
  districts: {{file: {areas}, layout: ons-lsoa21-districts, title: LSOAs in districts}}
  beats: {{file: {beats}, layout: areas, title: LSOAs in beats}}
  offences: {{file: {offences}, layout: {layout}, title: Recorded crime}}
sections:
  - {{kind: overview, id: overview, title: Overview, categories: [burglary]}}
"""


def edition(root: Path, layout: str, period: str) -> Path:
    """Lay out an edition of Middlemarch with the county's street files, or its extract."""
    config = project(root)
    (root / PARTNERSHIP).write_text(
        "name: Middlemarch Community Safety Partnership\nshort_name: Middlemarch CSP\n"
        f"area: {{code: {OWN}, name: Middlemarch, kind: district}}\n",
        encoding="utf-8",
    )
    name = {"force-extract": "extract.zip", "police-uk-street": "street.zip"}[layout]
    files = {"areas": AREAS.as_posix(), "beats": BEATS.as_posix(), "layout": layout}
    text = YAML.format(offences=(HERE / name).as_posix(), **files)
    config.write_text(f"{period}\n{text}", encoding="utf-8")
    return config


def read(config: Path) -> tuple[Tables, SourceRecord]:
    """Read the sources; the record of the offences."""
    tables, records = read_sources(study_of(config))
    return tables, records[-1]


def offences() -> list[dict[str, str]]:
    """Read the extract apart from the program."""
    texts = unpacked(HERE / "extract.zip").values()
    return [row for text in texts for row in DictReader(text.splitlines())]


def months() -> list[tuple[date, date]]:
    """Give the months of the financial year 2023/24."""
    firsts = [date(2023 + n // 12, n % 12 + 1, 1) for n in range(3, 16)]
    return [(a, b - timedelta(days=1)) for a, b in pairwise(firsts)]


def test_the_extract_and_the_street_files_agree(tmp_path: Path) -> None:
    """Each month, LSOA and crime type of data.police.uk, the types summed from offence codes."""
    extract, _ = read(edition(tmp_path / "extract", "force-extract", YEAR))
    config = edition(tmp_path / "street", "police-uk-street", YEAR)
    street, _ = read(config)
    lsoas = study_of(config).within(OWN, "LSOA")
    types = set(street.counts["category"]) - {"anti-social-behaviour", "all-recorded-crime"}

    assert (len(months()), len(lsoas), len(types)) == (12, 24, 13)
    differ = [
        (type_, code, month)
        for type_ in types
        for code in lsoas
        for month in months()
        if extract.count(type_, code, *month) != street.count(type_, code, *month)
    ]
    assert differ == []
    assert [extract.count("all-crime", code, *months()[0]) for code in lsoas] == [
        street.count("all-recorded-crime", code, *months()[0]) for code in lsoas
    ]


@pytest.mark.parametrize("window", [NOW, THEN], ids=["now", "then"])
def test_a_part_year_is_counted_to_the_day(tmp_path: Path, window: tuple[date, date]) -> None:
    """1 April to 5 December, against a count of a few lines."""
    tables, _ = read(edition(tmp_path, "force-extract", PART))
    with AREAS.open(encoding="utf-8-sig", newline="") as file:
        lsoas = {r["lsoa21_code"] for r in DictReader(file) if r["ltla24_code"] == OWN}

    found = Counter[str]()
    for row in offences():
        d, m, y = map(int, row["recorded"].split("/"))
        if window[0] <= date(y, m, d) <= window[1]:
            if row["lsoa"] in lsoas or (not row["lsoa"] and row["district"] == OWN):
                found.update([row["offence_code"], "own", "domestic" * (row["domestic"] == "Y")])
            found.update([row["lsoa"], row["beat"]])

    def own(category: str, area: str = OWN) -> int | None:
        return tables.count(category, area, *window)

    assert own("all-crime") == found["own"] > 1000
    assert own("burglary-residential") == found["28E"] + found["28F"] + found["29A"] > 20
    assert own("robbery") == found["34A"] + found["34B"]
    assert own("stalking-and-harassment") == sum(found[c] for c in ("8L", "8M", "8Q", "8R"))
    assert own("domestic-abuse") == found["domestic"] > 100
    assert {c: own("all-crime", c) for c in lsoas} == {c: found[c] for c in lsoas}
    assert sum(found[c] for c in lsoas) < found["own"]
    beats = [f"EX-M{n}" for n in range(1, 4)]
    assert {b: own("all-crime", b) for b in beats} == {b: found[b] for b in beats}


def test_every_row_of_the_extract_is_accounted_for(tmp_path: Path) -> None:
    """None of them is odd: nothing but place and time sets a row aside."""
    tables, record = read(edition(tmp_path, "force-extract", PART))

    assert record.rows_read == 45_879
    assert record.rows_read == record.rows_used + sum(record.set_aside.values())
    assert set(record.set_aside) == {"outside the period", "outside the area", "no location"}
    assert tables.doubts == ()
