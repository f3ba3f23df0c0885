"""Section kind "peers": positions at the dates that are known, and who moved."""

from pathlib import Path

from report.assessment import Cell, Section
from report.words import cell, phrase
from tests.editions import EDITION, problems_of, sections_of
from tests.made_up import altered, project
from tests.pages import assessed, page, read

PEERS = "data/middlemarch/2023-24/peers.csv"


def peers(config: Path) -> Section:
    """Assess the positions of the made-up edition."""
    return sections_of(config)["peers"]


def shown(section: Section) -> list[list[str]]:
    """Give the table's cells as they are printed."""
    table = section.exhibits[0]
    return [
        [cell(item, column) for item, column in zip(row.cells, table.columns, strict=True)]
        for row in table.rows
    ]


def test_positions_at_two_dates(tmp_path: Path) -> None:
    """1 is the lowest rate: from 3rd to 1st is up 2, from 1st to 2nd is down 1."""
    section = peers(project(tmp_path))

    assert [c.label for c in section.exhibits[0].columns] == [
        *("Crime type", "31 October 2022", "31 October 2023", "Movement"),
    ]
    assert shown(section) == [
        ["All Crime", "2/3", "2/3", "↔ no change"],
        ["Robbery", "3/3", "1/3", "↑ up 2"],
        ["Shoplifting", "1/3", "2/3", "↓ down 1"],
    ]


def test_who_moved(tmp_path: Path) -> None:
    """Each category is in one of three lists, worded by both of its positions."""
    section = peers(project(tmp_path))
    robbery = next(f for f in section.findings if f.category == "robbery")

    assert [(each.name, each.findings) for each in section.lists] == [
        ("moved up", ("position.robbery",)),
        ("moved down", ("position.shoplifting",)),
        ("unmoved", ("position.all-crime",)),
    ]
    assert phrase(robbery, "position change") == "moved up from 3rd to 1st of 3"


def test_the_default_flow_says_what_is_better(tmp_path: Path) -> None:
    """Up is to a better position, which the words say and not the arrow alone."""
    text = read(page(assessed(project(tmp_path))), "peers")

    assert "Moved to a better position: Robbery moved up from 3rd to 1st of 3" in text
    assert "Moved to a worse position: Shoplifting moved down from 1st to 2nd of 3" in text
    assert "Kept the position: All Crime stayed 2nd of 3" in text


def test_a_category_missing_at_the_latest_date(tmp_path: Path) -> None:
    """Its old position stands under its own date, and no movement is given for it."""
    config = project(tmp_path)
    altered(tmp_path, PEERS, "robbery,2023-10-31,1,3\n", "robbery,2021-10-31,2,3\n")
    section = peers(config)

    assert shown(section)[1] == ["Robbery", "2/3", "3/3", "[x]", "[x]"]
    assert [each.findings for each in section.lists] == [
        *((), ("position.shoplifting",), ("position.all-crime",)),
    ]


def test_a_category_missing_at_the_earlier_date(tmp_path: Path) -> None:
    """A position without one before has not moved."""
    config = project(tmp_path)
    altered(tmp_path, PEERS, "robbery,2022-10-31,3,3\n", "")
    section = peers(config)

    assert shown(section)[1] == ["Robbery", "[x]", "1/3", "[x]"]
    assert section.lists[0].findings == ()


def test_one_date_has_no_movement(tmp_path: Path) -> None:
    """Positions at a single date are printed without a column of movements."""
    config = project(tmp_path)
    for line in ("all-crime,2022-10-31,2,3\n", "robbery,2022-10-31,3,3\n"):
        altered(tmp_path, PEERS, line, "")
    altered(tmp_path, PEERS, "shoplifting,2022-10-31,1,3\n", "")
    section = peers(config)

    assert [c.key for c in section.exhibits[0].columns] == ["category", "d0"]
    assert [each.findings for each in section.lists] == [(), (), ()]


def test_positions_after_the_period_are_left_out(tmp_path: Path) -> None:
    """What was published after the period is no part of this edition."""
    config = project(tmp_path)
    altered(tmp_path, PEERS, "robbery,2023-10-31,1,3\n", "robbery,2024-10-31,1,3\n")

    robbery = peers(config).exhibits[0].rows[1]

    assert robbery.cells[1:3] == (Cell(value=3, of=3), Cell(markers=("x",)))


def test_a_category_without_any_position_is_a_problem(tmp_path: Path) -> None:
    """The YAML's line and the last date looked at are named."""
    config = project(tmp_path)
    altered(tmp_path, PEERS, "robbery,2022-10-31,3,3\nrobbery,2023-10-31,1,3\n", "")

    assert problems_of(config) == [
        f"{EDITION}:43: no source gives the position of 'robbery' by 5 December 2023; "
        "add it to a source of positions"
    ]
