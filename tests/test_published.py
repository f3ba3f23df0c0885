"""The published tables, cell by cell, in the finished pages and the tagged PDF."""

import csv
import shutil
from pathlib import Path

import pytest

from report.document import tagged
from tests import published
from tests.editions import psa
from tests.made_up import ROOT, altered
from tests.published import Cell
from tests.walks import EDITIONS, NWL, PLAN, WALKS

needs_the_published_tables = pytest.mark.skipif(
    not published.SEEDS.is_dir(), reason="the published tables are not on this machine"
)


def html(build: Path, edition: str) -> str:
    """Give the finished page of an edition."""
    return (build / edition / "report.html").read_text(encoding="utf-8")


def walked(build: Path) -> list[Cell]:
    """Walk every published table through the finished pages."""
    return [c for e in EDITIONS for c in published.walk(published.page(html(build, e))[0], e)]


@needs_the_published_tables
def test_every_published_cell_is_printed_equal_or_listed_with_its_reason(editions: Path) -> None:
    """Nothing is missing, nothing differs, and the list holds what is not equal, and only that."""
    cells = walked(editions)
    assert [c for c in cells if c.kind in ("missing", "different")] == []
    with published.LISTED.open(encoding="utf-8", newline="") as file:
        listed = [tuple(row) for row in csv.reader(file)]
    assert listed == [published.HEADER, *published.listed(cells)]


@needs_the_published_tables
def test_the_counts_of_the_classes_stand_in_the_readme(editions: Path) -> None:
    """data/README.md says how many cells of each table are equal, corrected, withheld and given."""
    text = (ROOT / "data" / "README.md").read_text(encoding="utf-8")
    assert text == published.marked(text, published.counted(walked(editions)))


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_pdf_prints_each_walked_cell_in_the_same_table_and_row(
    editions: Path, edition: str
) -> None:
    """A table has the same rows of the same texts in the PDF's tags as on the page."""
    tables, captions = published.page(html(editions, edition))
    pdf = (editions / edition / "report.pdf").read_bytes()
    printed = published.pdf_rows(pdf)
    for exhibit in {w.exhibit for w in WALKS if w.edition == edition}:
        rows = [[cell.text for cell in row.values()] for row in tables[exhibit]]
        if exhibit in captions:
            assert printed[captions[exhibit]][-len(rows) :] == rows, exhibit
        else:
            text = tagged.read(pdf).text
            assert [t for row in rows for t in row if t not in text and t not in PLACES] == []


PLACES = set(published.PLACES.values())


@needs_the_published_tables
def test_an_altered_figure_is_found(tmp_path: Path) -> None:
    """One offence more in one LSOA shows as a count, and what follows from it, that differ."""
    for name in ("config", "data", "templates"):
        shutil.copytree(ROOT / name, tmp_path / name)
    counts = f"data/{NWL}/areas-crime.csv"
    altered(tmp_path, counts, "All Crime,Snibston East,2011-10-01,2012-09-30,219", SNIBSTON)
    assert psa("build", f"config/{NWL}.yaml", "--html", cwd=tmp_path).returncode == 0
    tables = published.page(html(tmp_path / "build", NWL))[0]
    found = [c for c in published.walk(tables, NWL) if c.kind == "different"]
    assert [(c.table, c.row, c.published, c.printed) for c in found] == [
        ("003_t02_table1_top10_total_crime", "Snibston East", "219", "220"),
        ("003_t02_table1_top10_total_crime", "Snibston East", "148", "149"),
    ]


SNIBSTON = "All Crime,Snibston East,2011-10-01,2012-09-30,220"


def test_the_implied_levels_of_the_plan_are_all_that_fit_its_percentages() -> None:
    """Published: +2.7% on 6,846; +16.7% to a year that fell by 2.5% to 8,534; +5.9% to 777.

    A percentage of one decimal stands for half a step on both sides: 2.65 to 2.75. Also 88 more
    than 2022 makes 1,095.
    """
    in_2020 = [n for n in range(6846, 8000) if 2.65 <= 100 * (n - 6846) / 6846 < 2.75]
    in_2022 = [n for n in range(8534, 9500) if 2.45 <= 100 * (n - 8534) / n < 2.55]
    in_2021 = [
        n for n in range(6000, 9000) if any(16.65 <= 100 * (e - n) / n < 16.75 for e in in_2022)
    ]
    asb = [n for n in range(500, 777) if 5.85 <= 100 * (777 - n) / n < 5.95]

    with (ROOT / "data" / PLAN / "levels.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["Measure"]: row for row in csv.DictReader(file)}
    told = [rows["All crime"][year] for year in ("2020", "2021", "2022")]
    assert told == [f"{n[0]:,} to {n[-1]:,} (implied)" for n in (in_2020, in_2021, in_2022)]
    assert rows["Anti-social behaviour"]["2022"] == "734 (implied)"
    assert asb == [734]
    assert rows["Violence with injury"]["2022"] == f"{1095 - 88:,} (implied)"
