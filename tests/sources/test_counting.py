"""Files of one row for each offence: what is counted, and what becomes of every other row."""

import json
from collections import Counter
from collections.abc import Iterable
from csv import DictReader
from datetime import date
from io import TextIOWrapper
from pathlib import Path
from zipfile import ZipFile

import pytest

from report import pipeline
from report.assessment import SourceRecord
from report.errors import InputError
from report.sources.reading import read_sources
from report.sources.tables import Tables
from tests.editions import EDITION, PARTNERSHIP, problems_of, study_of
from tests.made_up import ROOT, altered, project

FIXTURE = ROOT / "tests" / "fixtures" / "layouts" / "police-uk-street.csv"
HEADER, *ROWS = FIXTURE.read_text(encoding="utf-8").splitlines(keepends=True)
STREET = "data/middlemarch/street"
OWN = "E99000001"
OCTOBER = (date(2023, 10, 1), date(2023, 10, 31))
NOVEMBER = (date(2023, 11, 1), date(2023, 11, 30))
BOTH = (OCTOBER[0], NOVEMBER[1])

YAML = """\
period: {first: 2023-10-01, last: 2023-11-30}
history: 0
published: 2024-01-31
status: final
document: {title: Middlemarch strategic assessment}
sources:
  street: {file: data/middlemarch/street, layout: police-uk-street, title: Street-level crime}
sections:
  - kind: overview
    id: overview
    title: Overview
    categories: [burglary, anti-social-behaviour]
    whole: all-recorded-crime
  - {kind: methods, id: methods, title: Sources and methods}
"""

REAL = ROOT.parent / "shared" / "real"
real = pytest.mark.skipif(not REAL.is_dir(), reason="the folder of real data is not there")


def street(root: Path, rows: Iterable[str] = ROWS, areas: str = "") -> Path:
    """Lay out the made-up project with files of single offences, one for each month."""
    config = project(root)
    config.write_text(YAML, encoding="utf-8")
    areas = areas or "".join(
        f"  - {{code: E0199990{n}, name: Middlemarch 001{letter}, kind: LSOA}}\n"
        for n, letter in ((1, "A"), (2, "B"))
    )
    altered(root, PARTNERSHIP, "areas:\n", f"areas:\n{areas}")
    (root / STREET / "2023-10").mkdir(parents=True)
    for month in ("2023-10", "2023-11"):
        held = "".join(row for row in rows if ("2023-11" in row) == (month == "2023-11"))
        path = root / STREET / month / f"{month}-exampleshire-street.csv"
        path.parent.mkdir(exist_ok=True)
        path.write_text(HEADER + held, encoding="utf-8", newline="")
    (root / STREET / "2023-10" / "2023-10-exampleshire-outcomes.csv").write_text("a,b\n1,2\n")
    return config


def read(config: Path) -> tuple[Tables, SourceRecord]:
    """Read the sources; the only record."""
    tables, (record,) = read_sources(study_of(config))
    return tables, record


def test_the_fixture_is_counted(tmp_path: Path) -> None:
    """By month, category and area; other files of the folder are not read."""
    tables, record = read(street(tmp_path))

    assert (record.files, record.rows_read, record.rows_used) == (2, 5, 5)
    assert (record.first, record.last, record.set_aside) == (*BOTH, {})
    assert tables.count("burglary", "E01999901", *OCTOBER) == 1
    assert tables.count("burglary", "E01999902", *OCTOBER) == 0
    assert tables.count("burglary", "E01999901", *BOTH) == 2
    assert tables.count("drug-offences", "E01999902", *OCTOBER) == 1
    assert tables.count("violence-and-sexual-offences", OWN, *NOVEMBER) == 1


def test_all_recorded_crime_is_without_anti_social_behaviour(tmp_path: Path) -> None:
    """And the partnership's own area is the sum of its LSOAs."""
    tables, record = read(street(tmp_path))

    assert tables.count("all-recorded-crime", OWN, *BOTH) == 4
    assert tables.count("all-recorded-crime", "E01999901", *BOTH) == 2
    assert tables.count("anti-social-behaviour", OWN, *OCTOBER) == 1
    assert "but anti-social behaviour" in record.note


def test_a_month_without_a_category_has_none_of_it(tmp_path: Path) -> None:
    """One that the files never hold is not counted by them."""
    tables, _ = read(street(tmp_path))

    assert tables.count("drug-offences", OWN, *NOVEMBER) == 0
    assert tables.count("drug-offences", OWN, *BOTH) == 1
    assert tables.count("robbery", OWN, *BOTH) is None


def test_an_older_category_is_counted_from_its_first_month_to_its_last(tmp_path: Path) -> None:
    """Before and after it, the offences had other names."""
    config = street(tmp_path)
    layout = "config/layouts/police-uk-street.yaml"
    altered(tmp_path, layout, "complete_from: 2013-05-01", "complete_from: 2024-01-01")
    tables, _ = read(config)

    assert tables.count("drug-offences", OWN, *OCTOBER) == 1
    assert tables.count("drug-offences", OWN, *NOVEMBER) is None
    assert tables.count("drug-offences", OWN, *BOTH) is None


ASIDE = {
    "outside the period": ROWS[0].replace("2023-10", "2020-10"),
    "outside the area": ROWS[0].replace("E01999901", "E01999903"),
    "no location": ROWS[0].replace("E01999901", ""),
    "unknown area code": ROWS[0].replace("E01999901", "Lowick"),
    "unknown category": ROWS[0].replace("Burglary", "Bigamy"),
    "malformed": ROWS[0].replace("2023-10", "October 2023"),
}


@pytest.mark.parametrize("reason", ASIDE)
def test_a_row_that_does_not_count_is_set_aside(tmp_path: Path, reason: str) -> None:
    """By its reason; rows read are rows used and rows set aside."""
    _, record = read(street(tmp_path, [*ROWS, ASIDE[reason]]))

    assert record.set_aside == {reason: 1}
    assert (record.rows_read, record.rows_used) == (6, 5)


BY_FILE = [
    ("2023-10/2023-10-exampleshire-street.csv", 10, 3),
    ("2023-11/2023-11-exampleshire-street.csv", 2, 2),
]


def test_every_reason_is_printed(tmp_path: Path) -> None:
    """In the document, in checks.json and as a warning where something is wrong with the file."""
    cut = ROWS[1][:150] + "\n"
    config = street(tmp_path, [*ROWS, *ASIDE.values(), cut])

    made = pipeline.build(config, pdf=False)

    page = (made.folder / "report.html").read_text(encoding="utf-8")
    assert "of 12 rows, 5 were used. Set aside was 1 (outside the period), 1 (outside" in page
    assert "1 (unknown category), 2 (malformed).</p>" in page
    (source,) = json.loads((made.folder / "checks.json").read_text(encoding="utf-8"))["sources"]
    assert [(f["file"], f["rows_read"], f["rows_used"]) for f in source["by_file"]] == BY_FILE
    for name in ("rows_read", "rows_used"):
        assert sum(f[name] for f in source["by_file"]) == source[name]
    assert source["set_aside"] == dict.fromkeys(ASIDE, 1) | {"malformed": 2}
    assert source["files"] == 2
    (warning,) = (w for w in map(str, made.warnings) if "aside.street" in w)
    assert warning == (
        f"{STREET}/2023-10/2023-10-exampleshire-street.csv:8: rows are set aside:"
        " 1 (unknown area code: 'Lowick'), 1 (unknown category: 'Bigamy'), 2 (malformed: 'October"
        " 2023'); look at them, or accept it with a reason under 'accept: aside.street'"
        " [aside.street]"
    )


def test_rows_alike_all_count_and_a_number_that_stands_twice_is_told(tmp_path: Path) -> None:
    """Anti-social behaviour has no number: rows that look the same are two incidents."""
    config = street(tmp_path, [*ROWS, ROWS[0], ROWS[2], ROWS[2]])
    tables, record = read(config)

    assert (record.rows_read, record.rows_used) == (8, 8)
    assert tables.count("anti-social-behaviour", OWN, *OCTOBER) == 3
    assert tables.count("burglary", OWN, *OCTOBER) == 2
    (doubt,) = tables.doubts
    assert str(doubt) == (
        f"{STREET}/2023-10/2023-10-exampleshire-street.csv:5:"
        " 'Crime ID' that stands more than once: 1, in 2 rows; all of them count;"
        " look at them, or accept it with a reason under 'accept: repeats.street' [repeats.street]"
    )


@pytest.mark.parametrize(
    "change",
    [
        lambda text: "\ufeff" + text,
        lambda text: text.replace("\n", "\r\n"),
        lambda text: text.replace("Burglary", "BURGLARY").replace("Drugs", "drugs"),
        lambda text: text + "\n",
    ],
    ids=["mark of order", "Windows line ends", "letter case", "blank line"],
)
def test_the_ways_of_publishers_change_nothing(tmp_path: Path, change: object) -> None:
    """The same rows are counted."""
    assert callable(change)
    config = street(tmp_path)
    before = read(config)[0].counts
    for path in (tmp_path / STREET).rglob("*-street.csv"):
        path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8", newline="")

    tables, record = read(config)
    assert tables.counts.equals(before)
    assert (record.rows_read, record.rows_used) == (5, 5)


def test_a_month_without_a_file_leaves_the_period_without_a_count(tmp_path: Path) -> None:
    """A sum that lacks a month is no count of the period."""
    config = street(tmp_path)
    (tmp_path / STREET / "2023-11" / "2023-11-exampleshire-street.csv").unlink()
    tables, _ = read(config)

    assert tables.count("burglary", OWN, *OCTOBER) == 1
    assert tables.count("burglary", OWN, *BOTH) is None


MISTAKES = {
    "open quote": (
        f"{STREET}/2023-10/2023-10-exampleshire-street.csv",
        ",On or near ,",
        ',"On or near ,',
        f"{STREET}/2023-10/2023-10-exampleshire-street.csv:3: not a readable CSV"
        " (unexpected end of data); look for a quotation mark that is not closed",
    ),
    "part of a month": (
        EDITION,
        "last: 2023-11-30",
        "last: 2023-11-29",
        f"{EDITION}:7: the source counts whole months, the period begins or ends within one;"
        " choose a period of whole months",
    ),
    "no areas": (
        PARTNERSHIP,
        "code: E0199990",
        "code: lsoa-",
        f"{EDITION}:7: no area of partnership.yaml has a code as this layout's, '[EW]01[0-9]{{6}}';"
        " list all that the partnership's area is made of under 'areas'",
    ),
    "no sum": (
        "config/categories.yaml",
        "  all-recorded-crime:\n    label: All Recorded Crime",
        "  recorded-crime:\n    label: Recorded Crime",
        "config/categories.yaml: the layout police-uk-street adds up to 'all-recorded-crime';"
        " add that category with its parts",
    ),
    "header": (
        f"{STREET}/2023-11/2023-11-exampleshire-street.csv",
        "Crime type",
        "Type",
        f"{STREET}/2023-11/2023-11-exampleshire-street.csv:1:"
        " the column 'Crime type' is missing; add it",
    ),
}


@pytest.mark.parametrize(("file", "old", "new", "problem"), MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_told_with_its_place(
    tmp_path: Path, file: str, old: str, new: str, problem: str
) -> None:
    """Before anything is counted."""
    config = street(tmp_path)
    if "adds up" in problem:
        altered(tmp_path, EDITION, "    whole: all-recorded-crime\n", "")
    altered(tmp_path, file, old, new)

    found = problems_of(config)
    assert found[0] == problem


def test_a_quote_that_swallows_lines_is_found(tmp_path: Path) -> None:
    """Every row of such a file stands on one line."""
    open_, close = ROWS[1].replace("On or near ,", '"On or near ,'), ROWS[2].replace("On or", '"')
    config = street(tmp_path, [ROWS[0], open_, close.replace('"', ' ",')])

    (problem,) = problems_of(config)
    assert problem == (
        f"{STREET}/2023-10/2023-10-exampleshire-street.csv:3: one row runs on to line 4;"
        " look for a quotation mark that is not closed"
    )


def test_a_file_of_the_same_name_is_refused(tmp_path: Path) -> None:
    """A month that was downloaded twice would count twice."""
    config = street(tmp_path)
    name = "2023-10-exampleshire-street.csv"
    (tmp_path / STREET / "again").mkdir()
    (tmp_path / STREET / "again" / name).write_text(HEADER + ROWS[1], encoding="utf-8")

    assert problems_of(config) == [
        f"{STREET}/again/{name}: another file of this name is {STREET}/2023-10/{name};"
        " remove one of the two"
    ]


def test_a_layout_may_leave_rows_out(tmp_path: Path) -> None:
    """By equality: what one force recorded, of the files of two."""
    config = street(tmp_path, [*ROWS, ROWS[0].replace("Exampleshire", "Barsetshire")])
    altered(
        tmp_path,
        "config/layouts/police-uk-street.yaml",
        "ignored:\n  - Reported by\n",
        "only: {Reported by: [Exampleshire Police]}\nignored:\n",
    )

    assert read(config)[1].set_aside == {"left out by the layout": 1}


@real
@pytest.mark.parametrize("district", ["E07000134", "E07000130"])
def test_real_counts_are_those_of_a_short_script(tmp_path: Path, district: str) -> None:
    """Two years of a county: every row accounted for, and every category of a district."""
    lookup = REAL / "lookups" / "lsoa11_to_lsoa21_exact.csv"
    with lookup.open(encoding="utf-8-sig", newline="") as file:
        names = {r["LSOA11CD"]: r["LSOA11NM"] for r in DictReader(file) if r["LAD22CD"] == district}
    archive, expected = REAL / "street" / "leicestershire_2020-11_2022-10.zip", Counter[str]()
    with ZipFile(archive) as zipped:
        for name in zipped.namelist():
            for row in DictReader(TextIOWrapper(zipped.open(name), "utf-8", newline="")):
                inside = row["LSOA code"] in names and "2021-11" <= row["Month"] <= "2022-10"
                expected[row["Crime type"].casefold()] += inside

    areas = "".join(f"  - {{code: {c}, name: {n}, kind: LSOA}}\n" for c, n in names.items())
    config = street(tmp_path, areas=areas)
    altered(tmp_path, EDITION, "data/middlemarch/street", archive.as_posix())
    altered(tmp_path, EDITION, "2023-10-01, last: 2023-11-30", "2021-11-01, last: 2022-10-31")
    tables, record = read(config)

    labels = {k.label.casefold(): id_ for id_, k in study_of(config).categories.items()}
    ids = labels | {"drugs": "drug-offences", "bicycle theft": "cycle-theft"}
    year = (date(2021, 11, 1), date(2022, 10, 31))
    found = {name: tables.count(ids[name], OWN, *year) for name in expected}
    assert found == dict(expected)
    asb = expected.pop("anti-social behaviour")
    assert tables.count("all-recorded-crime", OWN, *year) == expected.total() > asb
    assert (record.files, record.rows_read) == (24, 210_767)
    assert record.rows_read == record.rows_used + sum(record.set_aside.values())


CASES = """\
title: Cases of the council, one row each
table: counts
counted: true
columns:
  category: {header: What, type: category, values: {Noise: ASB Complaints to the Council}}
  area: {type: area}
  first: {header: Day, type: date, format: "%d/%m/%Y"}
"""


def cases(root: Path, area: str) -> Path:
    """Lay out an edition whose only file lists cases and does not say where they were."""
    config = project(root)
    config.write_text(YAML, encoding="utf-8")
    (root / "config" / "layouts" / "cases.yaml").write_text(CASES, encoding="utf-8")
    (root / "data" / "cases.csv").write_text("What,Day\nNoise,05/10/2023\n", encoding="utf-8")
    altered(
        root,
        EDITION,
        "file: data/middlemarch/street, layout: police-uk-street",
        "file: data/cases.csv, layout: cases" + area,
    )
    return config


def test_the_edition_says_where_all_rows_of_a_file_were(tmp_path: Path) -> None:
    """A partner's list of cases has no column for what is the same in all of them."""
    tables, record = read(cases(tmp_path, ", values: {area: Middlemarch}"))

    assert tables.count("asb-complaints-council", OWN, *OCTOBER) == 1
    assert (record.rows_read, record.rows_used) == (1, 1)


@pytest.mark.parametrize(
    ("area", "told"),
    [
        ("", "the file has no column for 'area'; add 'values: {area: ...}'"),
        (
            ", values: {area: Midlemarch}",
            "area: unknown area 'Midlemarch'; did you mean 'Middlemarch'?",
        ),
    ],
)
def test_a_value_of_all_rows_that_cannot_be_read_is_told(
    tmp_path: Path, area: str, told: str
) -> None:
    """Once, at the source, and not for each row."""
    with pytest.raises(InputError) as caught:
        read(cases(tmp_path, area))

    assert [str(problem) for problem in caught.value.problems] == [f"{EDITION}:7: {told}"]
