"""Section kind "areas": what each area of a kind covers."""

from pathlib import Path

from tests.editions import EDITION, problems_of, sections_of
from tests.made_up import altered, project
from tests.pages import assessed, page, read


def test_each_area_of_the_kind_is_defined(tmp_path: Path) -> None:
    """Name and what it covers, in the order of the partnership's file."""
    table = sections_of(project(tmp_path))["areas"].exhibits[0]

    assert [c.label for c in table.columns] == ["Beat", "Covers"]
    assert [[c.value for c in row.cells] for row in table.rows] == [
        ["Lowick", "Lowick and Freshitt"],
        ["Tipton", "Tipton and Stone Court"],
        ["Frick", "Frick"],
    ]


def test_an_appendix_has_no_number(tmp_path: Path) -> None:
    """`numbered: false` leaves the heading as it was written; the table is numbered on."""
    text = read(page(assessed(project(tmp_path))), "areas")

    assert text.startswith("Appendix A: Beats Table ")
    assert "What each beat covers" in text


def test_a_kind_without_areas_is_a_problem(tmp_path: Path) -> None:
    """The nearest kind is advised."""
    config = project(tmp_path)
    altered(tmp_path, EDITION, "numbered: false, areas: beat}", "numbered: false, areas: beet}")

    assert problems_of(config) == [
        f"{EDITION}:51: the partnership has no areas of kind 'beet'; did you mean 'beat'?"
    ]
