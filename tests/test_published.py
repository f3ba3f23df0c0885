"""The published tables, cell by cell, in the finished pages and the tagged PDF."""

import csv
import shutil
from pathlib import Path

import pytest

from report.document import tagged
from tests import published
from tests.editions import psa
from tests.made_up import ROOT, altered
from tests.published import CHARNWOOD, NWL, Cell

needs_the_published_tables = pytest.mark.skipif(
    not published.SEEDS.is_dir(), reason="the published tables are not on this machine"
)

EDITIONS = (NWL, CHARNWOOD)


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
    for exhibit in {w.exhibit for w in published.WALKS if w.edition == edition}:
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
