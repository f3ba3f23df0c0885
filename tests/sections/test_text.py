"""Section kind "text": the author's chapter, with partners' tables and other kinds inside."""

from pathlib import Path

import pytest

from tests.editions import CHAPTER, EDITION, problems_of, sections_of
from tests.made_up import altered, project
from tests.pages import assessed, page, read


def test_the_chapter_replaces_the_default_flow(tmp_path: Path) -> None:
    """What the author wrote stands in the author's order, and nothing else does."""
    config = project(tmp_path)
    (tmp_path / CHAPTER).write_text("One sentence.\n", encoding="utf-8")

    assert read(page(assessed(config)), "analysis") == "2 Analysis One sentence."


def test_without_a_chapter_the_default_flow_places_everything(tmp_path: Path) -> None:
    """Partners' tables first, then the parts with theirs."""
    config = project(tmp_path)
    altered(tmp_path, EDITION, "    chapter: analysis.md\n", "")
    text = read(page(assessed(config)), "analysis")

    places = [
        text.index(name)
        for name in ("Visits to the drop-in", "2.1 By beat", "2.2 Shoplifting", "2.3 Who offends")
    ]

    assert places == sorted(places)


def test_a_supplied_table_is_printed_as_it_came(tmp_path: Path) -> None:
    """Its cells are text, its name the source's title, and its file calls it as well."""
    table = sections_of(project(tmp_path))["analysis"].exhibits[0]

    assert (table.name, table.file) == ("Visits to the drop-in", "visits.csv")
    assert [c.label for c in table.columns] == ["Service", "Visits a day"]
    assert [c.value for c in table.rows[0].cells] == ["Drop-in", "50 to 60"]


def test_only_supplied_tables_are_printed_as_supplied(tmp_path: Path) -> None:
    """A source of counts is no table to print."""
    config = project(tmp_path)
    altered(tmp_path, EDITION, "tables: [visits]", "tables: [counts]")

    assert problems_of(config) == [
        f"{EDITION}:29: the source 'counts' has the layout 'counts'; "
        "only the layout 'table' is printed as supplied"
    ]


def test_a_chapter_that_is_not_there(tmp_path: Path) -> None:
    """The nearest file is advised."""
    config = project(tmp_path)
    altered(tmp_path, EDITION, "chapter: analysis.md", "chapter: analyses.md")

    assert problems_of(config) == [
        f"{EDITION}:28: no file 'analyses.md' in config/middlemarch/2023-24; "
        "did you mean 'analysis.md'?"
    ]


VISITS = "data/middlemarch/2023-24/visits.csv"


def wide(folder: Path, columns: int) -> Path:
    """Supply a table of this many columns."""
    config = project(folder)
    header = ",".join(["Service", *(f"Day {n}" for n in range(2, columns + 1))])
    row = ",".join(["Drop-in", *map(str, range(2, columns + 1))])
    (folder / VISITS).write_text(f"{header}\n{row}\n", encoding="utf-8")
    return config


@pytest.mark.parametrize(("columns", "turned"), [(8, False), (9, True), (14, True)])
def test_a_table_of_more_than_eight_columns_lies_on_its_side(
    tmp_path: Path, columns: int, turned: bool
) -> None:
    """On a page of its own orientation, so that its letters keep their size."""
    tables = sections_of(wide(tmp_path, columns))["analysis"].exhibits

    assert [t.wide for t in tables if t.file == "visits.csv"] == [turned]


def test_a_table_that_fits_on_no_page(tmp_path: Path) -> None:
    """Named, with its width and the way out."""
    (found,) = problems_of(wide(tmp_path, 15))

    assert found.endswith(
        "the table 'Visits to the drop-in' has 15 columns; a page holds 14 at most; "
        "show fewer years, or make two tables of it"
    )
