"""Section kind "structure": meetings as a table, delivery structure as a list in levels."""

from pathlib import Path

from tests.editions import PARTNERSHIP, sections_of
from tests.made_up import altered, project
from tests.pages import assessed, chapter, page

MEETING = "  - {Meeting: Joint Action Group, Frequency: Monthly}\n"
GROUPS = "structure:\n  - Strategic Group:\n      - Joint Action Group\n"


def test_parents_stand_before_children(tmp_path: Path) -> None:
    """The nested list of the YAML becomes levels from 1 on."""
    config = project(tmp_path)
    deeper = "      - Joint Action Group:\n          - Retail Group\n  - Prevent Board\n"
    altered(tmp_path, PARTNERSHIP, "      - Joint Action Group\n", deeper)

    entries = sections_of(config)["structure"].entries

    assert [(e.title, e.details["level"]) for e in entries] == [
        ("Strategic Group", "1"),
        ("Joint Action Group", "2"),
        ("Retail Group", "3"),
        ("Prevent Board", "1"),
    ]


def test_meetings_have_a_column_for_every_key(tmp_path: Path) -> None:
    """A meeting that lacks a key leaves its cell empty."""
    config = project(tmp_path)
    altered(tmp_path, PARTNERSHIP, MEETING, f"{MEETING}  - {{Meeting: Board, Chair: The mayor}}\n")
    table = sections_of(config)["structure"].exhibits[0]

    assert [c.label for c in table.columns] == ["Meeting", "Frequency", "Chair"]
    assert [[c.value for c in row.cells] for row in table.rows] == [
        ["Joint Action Group", "Monthly", ""],
        ["Board", "", "The mayor"],
    ]


def test_what_the_partnership_does_not_state_is_left_out(tmp_path: Path) -> None:
    """Without meetings there is no table, without groups no empty list."""
    config = project(tmp_path)
    altered(tmp_path, PARTNERSHIP, f"meetings:\n{MEETING}", "")
    altered(tmp_path, PARTNERSHIP, GROUPS, "")
    html = chapter(page(assessed(config)), "structure")

    assert "<table" not in html
    assert "<ul" not in html
