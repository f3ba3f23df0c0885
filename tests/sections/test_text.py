"""Section kind "text": the author's chapter, with partners' tables and other kinds inside."""

from pathlib import Path

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
    altered(tmp_path, EDITION, "    chapter: 2023-24/analysis.md\n", "")
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
    altered(tmp_path, EDITION, "chapter: 2023-24/analysis.md", "chapter: 2023-24/analyses.md")

    assert problems_of(config) == [
        f"{EDITION}:28: no file '2023-24/analyses.md' in config/middlemarch; "
        "did you mean '2023-24/analysis.md'?"
    ]
