"""A small count of the year before is in no public file, whichever field could carry it."""

import json
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from report import pipeline
from report.document.binding import plain_text
from tests.editions import COUNTS, EDITION, sections_of
from tests.made_up import altered, project
from tests.sources.test_guard import STREET, THEN, file, street

# 7 burglaries in the year before, all in Tipton, and every row then has a location.
SMALL = 7
SECTIONS = """\
sections:
  - {kind: front, id: front}
  - kind: theme
    id: burglary
    title: Burglary
    audience: public
    category: burglary
    top: {areas: LSOA, rate: true, share: true, earlier: true, number: 1}
    key_findings:
      - {text: "There were [Burglary count in Lowick].", audience: public}
  - {kind: months, id: months, title: By month, category: burglary, audience: public}
  - {kind: methods, id: methods, title: Sources and methods}
"""


def few(root: Path) -> Path:
    """Leave 7 burglaries in the year before, and 480 without a place in the year."""
    config = street(root)
    text = config.read_text(encoding="utf-8")
    text = text[: text.index("sections:")] + SECTIONS
    residents = "  residents: {file: population.csv, layout: population, title: Residents}\n"
    text = text.replace("sections:", residents + "sections:", 1)
    config.write_text(text, encoding="utf-8")
    (root / "data/middlemarch/2023-24/population.csv").write_text(
        "area,year,population\nLowick,2022,1500\nTipton,2022,1600\nMiddlemarch,2022,3100\n",
        encoding="utf-8",
    )
    left = SMALL
    for month in THEN.months():
        path = file(root, f"{month.first:%Y-%m}")
        kept = []
        for line in path.read_text(encoding="utf-8").splitlines(keepends=True):
            if ",Burglary," in line:
                left -= "E01999902" in line
                if left < 0 or "E01999902" not in line:
                    continue
            kept.append(line)
        path.write_text("".join(kept), encoding="utf-8")
    for path in sorted((root / STREET).rglob("*.csv")):
        if path.name >= "2022-10":
            row = ",,Exampleshire Police,Exampleshire Police,,,No Location,,,Burglary,,\n"
            added = "".join(f"b{n:063d},{path.name[:7]}" + row[1:] for n in range(40))
            path.write_text(path.read_text(encoding="utf-8") + added, encoding="utf-8")
    return config


def numbers(item: object) -> Iterator[float]:
    """Give every number of a JSON document."""
    if isinstance(item, dict):
        for value in item.values():
            yield from numbers(value)
    elif isinstance(item, list):
        for value in item:
            yield from numbers(value)
    elif isinstance(item, int | float) and not isinstance(item, bool):
        yield item


@pytest.mark.parametrize("effect", ["labelled", "withheld"])
def test_a_small_earlier_count_is_in_no_public_file(tmp_path: Path, effect: str) -> None:
    """The 7 stand in the report; of 264 burglaries in Lowick the public reads, and of no 7.

    Ranks and places of two areas are 1 and 2, so that a 7 can only be the count.
    """
    config = few(tmp_path)
    altered(tmp_path, "config/guard.yaml", "unlocated: labelled", f"unlocated: {effect}")
    altered(tmp_path, "config/guard.yaml", "area_volume: 50", "area_volume: 5000")
    folder = pipeline.build(config, pdf=False).folder
    outside = json.loads((folder / "public" / "assessment.json").read_bytes())
    del outside["series"]  # numbers of config/series.yaml, such as a run of 7 months
    page = (folder / "public" / "summary.html").read_text(encoding="utf-8")

    (top,) = (
        e for s in outside["sections"] for e in s.get("exhibits", ()) if e["form"] == "top areas"
    )
    assert (top["shown"], top["rates"]["of"]) == (1, "residents")
    assert [c["kind"] for c in top["cautions"]] == ["unlocated"]
    assert 264 in list(numbers(outside))
    assert [n for n in numbers(outside) if abs(n - SMALL) < 0.5] == []
    assert "shared_before" not in json.dumps(outside)
    text = plain_text(page[page.index("<body") :])
    assert re.findall(r"(?<![\d.,])7(?![\d.,]\d|\d)", text) == []


def test_a_table_is_as_close_as_the_findings_in_it(tmp_path: Path) -> None:
    """200 after 5 is +3,900%, from which the 5 follow: neither table is for the public."""
    config = project(tmp_path)
    plan = "audience: public, categories: [all-crime, robbery]"
    overview = f"{{kind: overview, id: few, title: Few, show: [count, difference], {plan}}}"
    beats = "areas: beat, area_categories: [all-crime]"
    areas = f"{{kind: evidence, id: evidence, title: E, {beats}, {plan}}}"
    config.write_text(
        re.sub(
            r"\{kind: evidence, id: evidence.*\n?.*?\}",
            f"{areas}\n  - {overview}",
            config.read_text(encoding="utf-8"),
            count=1,
        ),
        encoding="utf-8",
    )
    altered(tmp_path, EDITION, "history: 1", "history: 1\ncomparison: {small_base: 1}")
    path = tmp_path / COUNTS
    text = path.read_text(encoding="utf-8")
    text = re.sub(r"(All Crime,Frick,2022-04-01,2022-12-05,)\d+", r"\g<1>5", text)
    text = re.sub(r"(Robbery,[^,]*,2022-04-01,2022-12-05,)\d+", r"\g<1>5", text)
    path.write_text(text, encoding="utf-8")
    sections = sections_of(config)
    tables = {e.id: e.audience for s in ("evidence", "few") for e in sections[s].exhibits}

    assert tables == {
        "table.evidence.evidence": "partner",
        "table.evidence.evidence-by-area": "partner",
        "table.few.overview": "partner",
    }
