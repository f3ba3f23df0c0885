"""Section kind "structure": meetings as a table, delivery structure as a diagram in levels."""

from pathlib import Path

from tests.editions import EDITION, PARTNERSHIP, sections_of
from tests.made_up import altered, project
from tests.pages import assessed, chapter, page

MEETING = "  - {Meeting: Joint Action Group, Frequency: Monthly}\n"
GROUPS = "structure:\n  - Strategic Group:\n      - Joint Action Group\n"


def test_parents_stand_before_children(tmp_path: Path) -> None:
    """The nested list of the YAML becomes levels from 1 on."""
    config = project(tmp_path)
    deeper = "      - Joint Action Group:\n          - Retail Group\n  - Prevent Board\n"
    altered(tmp_path, PARTNERSHIP, "      - Joint Action Group\n", deeper)

    drawn = sections_of(config)["structure"].exhibits[1]

    assert (drawn.kind, drawn.name) == ("structure", "delivery structure")
    assert [tuple(cell.value for cell in row.cells) for row in drawn.rows] == [
        (1, "Strategic Group"),
        (2, "Joint Action Group"),
        (3, "Retail Group"),
        (1, "Prevent Board"),
    ]


def test_its_diagram_takes_the_keys_of_any_other(tmp_path: Path) -> None:
    """Caption, note and lines; who may see it is the section's to say."""
    config = project(tmp_path)
    keys = "title: Delivery structure, caption: Groups, note: As in May., lines: true, diagram: who"
    altered(tmp_path, EDITION, "title: Delivery structure", f"{keys}, audience: public")
    drawn = sections_of(config)["structure"].exhibits[1]

    assert (drawn.name, drawn.title, drawn.notes) == ("who", "Groups", ("As in May.",))
    assert (drawn.marks["lines"], drawn.audience) == ("yes", "public")


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
    """Without meetings there is no table, without groups no empty drawing."""
    config = project(tmp_path)
    altered(tmp_path, PARTNERSHIP, f"meetings:\n{MEETING}", "")
    altered(tmp_path, PARTNERSHIP, GROUPS, "")
    html = chapter(page(assessed(config)), "structure")

    assert "<table" not in html
    assert "<figure" not in html


def test_a_list_that_holds_nothing_is_no_structure(tmp_path: Path) -> None:
    """A dash that was left behind is no group."""
    config = project(tmp_path)
    altered(tmp_path, PARTNERSHIP, GROUPS, "structure:\n  -\n")

    assert [e.name for e in sections_of(config)["structure"].exhibits] == ["meetings"]
