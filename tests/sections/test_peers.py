"""Section kind "peers": positions at the dates that are known, and who moved."""

import csv
from pathlib import Path

import pytest

from report.assessment import Cell, Section
from report.disclosure import public
from report.sections import members
from report.sections.desk import Desk
from report.sources.reading import read_sources
from report.words import cell, phrase
from tests.editions import EDITION, PARTNERSHIP, problems_of, sections_of, study_of
from tests.made_up import ROOT, altered, project
from tests.pages import assessed, page, read
from tests.peered import GROUP, PEERS, counted


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


def test_positions_of_groups_with_other_members_are_not_compared(tmp_path: Path) -> None:
    """A marker in place of the movement, and a sentence; both dates and positions are printed."""
    config = project(tmp_path)
    lines = (tmp_path / PEERS).read_text("utf-8").splitlines()
    versions = ["version"] + ["2014" if "2022" in line else "2015" for line in lines[1:]]
    text = "\n".join(f"{line},{v}" for line, v in zip(lines, versions, strict=True))
    (tmp_path / PEERS).write_text(text + "\n", "utf-8")
    altered(tmp_path, EDITION, ", Robbery position change]", "]")
    section = peers(config)
    robbery = next(f for f in section.findings if f.category == "robbery")

    assert shown(section)[1] == ["Robbery", "3/3", "1/3", "[b]"]
    assert (robbery.previous, robbery.change) == (None, None)
    assert phrase(robbery, "position change") == "is 1st of 3"
    assert [each.findings for each in section.lists] == [(), (), ()]
    text = read(page(assessed(config)), "peers")
    assert "The members of the Most Similar Group are not those of 31 October 2022" in text


def test_a_group_of_another_size_is_another_group(tmp_path: Path) -> None:
    """3rd of 3 and 1st of 4 are places in two lists."""
    config = project(tmp_path)
    altered(tmp_path, PEERS, "robbery,2023-10-31,1,3", "robbery,2023-10-31,1,4")

    assert shown(peers(config))[1] == ["Robbery", "3/3", "1/4", "[b]"]


def test_positions_from_counts(tmp_path: Path) -> None:
    """Rates by hand: 13.5 per 1,000 as Cranford has, after Barchester's 9.0; before, 2nd of 3."""
    section = peers(counted(tmp_path))
    table = section.exhibits[0]
    found = {f.measure: f for f in section.findings}

    assert [c.label for c in table.columns] == [
        *("Crime type", "Rate", "Median of the group", "Limits about its average"),
        *("Most Similar Group position, April to December 2023", "Since April to December 2022"),
        "Against its peers",
    ]
    (line,) = shown(section)
    assert [line[at] for at in (0, 1, 2, 4, 5, 6)] == [
        *("Shoplifting", "13.5", "13.5", "2=/3", "↔ no change", "○ in line"),
    ]
    assert found["peer rate"].value == 1000 * 9 * 15 / 10_000
    assert found["peer median"].value == 13.5
    assert phrase(found["position"], "position") == "joint 2nd of 3"
    assert phrase(found["position"], "position change") == "stayed joint 2nd of 3"
    assert phrase(found["peer verdict"], "peer verdict") == "is in line with its peers"
    assert found["position"].origin == "computed"


def test_the_interval_of_a_rate_is_byars(tmp_path: Path) -> None:
    """135 cases: scipy's chi-square limits 113.2 to 159.8 are 11.3 to 16.0 per 1,000 of 10,000."""
    section = peers(counted(tmp_path))
    rate = next(f for f in section.findings if f.measure == "peer rate")

    assert phrase(rate, "peer rate with interval") == "13.5 per 1,000 (95% interval 11.3 to 16.0)"


def test_a_group_is_listed_and_drawn(tmp_path: Path) -> None:
    """The lowest rate first, ties marked, the partnership set apart; the chart has the same."""
    section = peers(counted(tmp_path, more=", groups: [shoplifting]"))
    table, chart = section.exhibits[1:]

    assert [(row.role, cell(row.cells[0], table.columns[0])) for row in table.rows] == [
        *(("row", "1"), ("total", "2="), ("row", "2=")),
    ]
    assert table.values("row") == ["Barchester", "Middlemarch", "Cranford"]
    assert table.values("rate") == [9.0, 13.5, 13.5]
    assert chart.values("row")[:4] == ["Barchester", "Middlemarch", "Cranford", "Median"]
    assert chart.twin == table.id
    assert chart.marks["strong"] == table.rows[1].key


@pytest.mark.parametrize(
    ("number", "polarity", "words"),
    [
        (22, "lower is better", "is better than its peers"),
        (90, "lower is better", "is worse than its peers"),
        (45, "lower is better", "is in line with its peers"),
        (90, "higher is better", "is better than its peers"),
        (22, "higher is better", "is worse than its peers"),
        (90, "ambiguous", "is higher than its peers"),
        (22, "ambiguous", "is lower than its peers"),
    ],
)
def test_a_verdict_respects_what_is_good(
    tmp_path: Path, number: int, polarity: str, words: str
) -> None:
    """Of nine members eight have 44 to 46 cases a month; half as many or twice are beyond them."""
    alike = {f"Town {n}": (40_000, 44 + n % 3, 44 + n % 3) for n in range(8)}
    config = counted(tmp_path, {"Middlemarch": (40_000, number, number), **alike})
    three = "size: 3, members: [Barchester, Cranford]"
    altered(tmp_path, PARTNERSHIP, three, f"size: 9, members: [{', '.join(alike)}]")
    label = "    label: Shoplifting\n"
    altered(tmp_path, "config/categories.yaml", label, f"{label}    polarity: {polarity}\n")
    found = {f.measure: f for f in peers(config).findings}

    assert phrase(found["peer verdict"], "peer verdict") == words


def test_too_few_cases_for_a_verdict(tmp_path: Path) -> None:
    """Where fewer cases are expected than config/intervals.yaml asks for, there is none: [u]."""
    config = counted(tmp_path)
    altered(tmp_path, "config/intervals.yaml", "expected: 5", "expected: 500")
    section = peers(config)

    assert shown(section)[0][-1] == "[u]"
    assert [f.id for f in section.findings if f.measure == "peer verdict"] == []


def test_a_member_without_figures_is_left_out_and_named(tmp_path: Path) -> None:
    """Cranford lacks a month of 2023: 2nd of 2, and no movement from a group of three."""
    config = counted(tmp_path)
    altered(tmp_path, PEERS, "E22990002,Cranford,Force,30000,2023-06,Shoplifting,45\n", "")
    section = peers(config)

    (line,) = shown(section)
    assert line[4:6] == ["2/2", "[b]"]
    text = read(page(assessed(config)), "peers")
    assert "Cranford has no figures for the whole period and is left out." in text


def test_small_counts_of_members_are_not_public(tmp_path: Path) -> None:
    """Rate and residents give 9 cases away: the findings and the group's table stay inside."""
    few = {**GROUP, "Middlemarch": (10_000, 12, 1)}
    config = counted(tmp_path, few, more=", groups: [shoplifting]")
    altered(
        tmp_path, EDITION, "kind: peers, id: peers,", "kind: peers, id: peers, audience: public,"
    )
    left = public(assessed(config))

    assert [f.id for f in left.findings().values() if f.measure.startswith("peer")] == [
        "peer-verdict.shoplifting"
    ]
    assert [e for e in left.exhibits() if ".peers." in e] == []


def test_large_counts_of_members_may_be_public(tmp_path: Path) -> None:
    """With nothing small among them all of it leaves, interval and group included."""
    config = counted(tmp_path, more=", groups: [shoplifting]")
    altered(
        tmp_path, EDITION, "kind: peers, id: peers,", "kind: peers, id: peers, audience: public,"
    )
    left = public(assessed(config))

    assert left.findings()["peer-rate.shoplifting"].interval is not None
    exhibits = [e for id_, e in left.exhibits().items() if ".peers." in id_]
    assert [e.peers is not None for e in exhibits] == [True, True, True]


def test_a_member_that_the_source_does_not_know(tmp_path: Path) -> None:
    """The name in partnership.yaml is held against the source's, with a guess."""
    config = counted(tmp_path)
    altered(tmp_path, PARTNERSHIP, "[Barchester, Cranford]", "[Barchester, Crandford]")

    assert problems_of(config) == [
        f"{PARTNERSHIP}:10: the source of peers' counts has no partnership 'Crandford'; "
        "did you mean 'Cranford'?"
    ]


def test_a_member_may_be_listed_with_its_force(tmp_path: Path) -> None:
    """As the Home Office's lists have it: "Cranford (Loamshire)" is the source's Cranford."""
    config = counted(tmp_path)
    altered(tmp_path, PARTNERSHIP, "[Barchester, Cranford]", "[Barchester, Cranford (Loamshire)]")

    assert problems_of(config) == []


def test_a_month_that_the_partnership_lacks_is_a_problem(tmp_path: Path) -> None:
    """Eight months are not set against nine; the problem says what is missing."""
    config = counted(tmp_path)
    altered(tmp_path, PEERS, "E22990000,Middlemarch,Force,10000,2023-06,Shoplifting,15\n", "")

    assert problems_of(config) == [
        f"{EDITION}:43: no source gives the position of 'shoplifting' by 31 December 2023; add it "
        "to a source of positions, or the members' counts for April to December 2023"
    ]


def test_given_positions_have_no_group_to_list(tmp_path: Path) -> None:
    """Positions alone do not hold the members' rates."""
    config = project(tmp_path)
    peers_ = "categories: [all-crime, robbery, shoplifting]}\n  - {kind: tracker"
    altered(tmp_path, EDITION, peers_, peers_.replace("]}", "], groups: [robbery]}"))

    (problem,) = problems_of(config)

    assert "which does not hold the members' rates" in problem


@pytest.mark.parametrize("year", [2023, 2024])
def test_positions_from_counts_are_those_of_the_made_up_file(year: int) -> None:
    """Exampleshire's generator ranks its group by whole numbers: a second witness of 14 ranks."""
    study = study_of(ROOT / "config" / "middlemarch" / "2024-25.yaml")
    tables, _ = read_sources(study)
    desk = Desk.of(next(p for p in study.walk() if p.kind == "peers"), study, tables)
    period = desk.period if year == 2024 else desk.comparison
    with (ROOT / "data/exampleshire/peers/positions.csv").open(encoding="utf-8") as file:
        wanted = {
            row["category"]: (int(row["position"]), int(row["group_size"]))
            for row in csv.DictReader(file)
            if row["as_at"] == f"{year + 1}-03-31"
        }

    known = {
        name.casefold(): id_
        for id_, keys in study.categories.items()
        for name in (keys.label, *keys.aliases)
    }
    found = {name: members.standing(desk, known[name.casefold()], period) for name in wanted}
    assert {
        name: (one.member.rank, len(one.counts)) for name, one in found.items() if one
    } == wanted
