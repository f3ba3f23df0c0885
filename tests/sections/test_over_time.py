"""The areas of a theme over several years, by examples worked by hand."""

from pathlib import Path

import pytest

from report.assessment import Exhibit, Finding, Section
from report.words import cell, phrase
from tests.editions import COUNTS, EDITION, PARTNERSHIP, problems_of, sections_of
from tests.made_up import altered, project
from tests.pages import assessed, page, read

# Shoplifting in 2023: Tipton 70, Frick and Lowick 30 each. A year earlier Frick had most.
EARLIER = "".join(
    f"Shoplifting,{area},2022-04-01,2022-12-05,{count}\n"
    for area, count in (("Lowick", 20), ("Tipton", 20), ("Frick", 40))
)
NONE = "0 of 3 beats had much of it year after year"
KEYS = "areas: beat, windows: 2, often: 2, top: 1, among: 34, share_of: 34"
EVERY_BEAT = KEYS.replace("top: 1, among: 34", "top: 2, among: 67")


def over_time(folder: Path, keys: str = EVERY_BEAT) -> Path:
    """Lay out the made-up edition with two years of shoplifting by beat."""
    config = project(folder)
    theme = "category: shoplifting\n        trend: true\n"
    altered(folder, EDITION, theme, f"{theme}        over_time: {{{keys}}}\n")
    with (folder / COUNTS).open("a", encoding="utf-8") as file:
        file.write(EARLIER)
    return config


def section(config: Path) -> Section:
    """Assess shoplifting."""
    return sections_of(config)["shoplifting"]


def finding(config: Path, id_: str) -> Finding:
    """Give one finding of it."""
    return next(f for f in section(config).findings if f.id == id_)


def shown(config: Path, name: str) -> list[list[str]]:
    """Give the cells of one of its tables as they are printed."""
    table = next(e for e in section(config).exhibits if e.name == f"Shoplifting {name}")
    return printed(table)


def printed(table: Exhibit) -> list[list[str]]:
    """Give the cells of a table."""
    return [
        [cell(item, column) for item, column in zip(row.cells, table.columns, strict=True)]
        for row in table.rows
    ]


def test_the_areas_with_most_have_a_share(tmp_path: Path) -> None:
    """34 % of three beats is one: Tipton with 70 of 130 is 53.85 %, Frick had 40 of 80.

    Shares of 30, 30 and 70 in 130 give 2 * (30 + 60 + 210) / 130 - 4 = 0.615, and a third of it is
    0.205; those of 20, 20 and 40 in 80 2 * (20 + 40 + 120) / 80 - 4 = 0.5, and a third 0.167.
    """
    config = over_time(tmp_path, KEYS)
    found = finding(config, "concentration.shoplifting")

    assert found.value == 100 * 70 / 130
    assert phrase(found, "concentration") == "53.8% in the 34% of beats with most"
    assert shown(config, "concentration") == [
        ["2022/23", "50.0%", "0.17"],
        ["2023/24", "53.8%", "0.21"],
    ]


def test_the_first_areas_stay_or_make_room(tmp_path: Path) -> None:
    """Tipton alone is first and Frick was; of the first two, all share the second rank."""
    config = over_time(tmp_path, KEYS)

    assert shown(config, "top 1") == [["2023/24", "0", "1", "1", "0.0%"]]
    altered(tmp_path, EDITION, "top: 1, among", "top: 2, among")
    assert shown(config, "top 2") == [["2023/24", "3", "0", "0", "100.0%"]]
    assert (
        phrase(finding(config, "stability.shoplifting"), "stability")
        == "3 of the 3 beats with most were among those with most a year earlier"
    )


def test_a_hotspot_lasts_over_the_years(tmp_path: Path) -> None:
    """Of the first one no beat was first twice; among the first two, all three were.

    67 % of three beats are two. Those with as many years stand in the order of their last count.
    """
    config = over_time(tmp_path, KEYS)
    assert phrase(finding(config, "lasting.shoplifting"), "lasting") == NONE
    assert "Shoplifting hotspots" not in [e.name for e in section(config).exhibits]

    altered(tmp_path, EDITION, "among: 34", "among: 67")
    assert phrase(finding(config, "lasting.shoplifting"), "lasting") == NONE.replace("0", "3")
    assert shown(config, "hotspots") == [
        ["Tipton", "20", "70", "2 of 2"],
        ["Frick", "40", "30", "2 of 2"],
        ["Lowick", "20", "30", "2 of 2"],
    ]


def test_nothing_is_claimed_across_a_caution(tmp_path: Path) -> None:
    """A break between the two years: no area stays, comes or lasts, and each year keeps its share.

    The counts before the break stand for themselves, so that the shares are given.
    """
    config = over_time(tmp_path, KEYS.replace("among: 34", "among: 67"))
    altered(
        tmp_path,
        PARTNERSHIP,
        "glossary:",
        "breaks: [{category: shoplifting, date: 2023-04-01, what: a new form}]\nglossary:",
    )
    exhibits = [e.name for e in section(config).exhibits]

    assert finding(config, "stability.shoplifting").value is None
    assert phrase(finding(config, "stability.shoplifting"), "stability") == "not available"
    assert finding(config, "lasting.shoplifting").value is None
    assert "Shoplifting hotspots" not in exhibits
    assert shown(config, "top 1") == [["2023/24", "[x]", "[x]", "[x]", "[x]"]]
    assert shown(config, "concentration")[1][1] == "53.8%"


def test_the_tables_say_what_they_go_by(tmp_path: Path) -> None:
    """Under each stand the number of areas and of years."""
    config = over_time(tmp_path, KEYS.replace("among: 34", "among: 67"))
    text = read(page(assessed(config)), "analysis")

    assert (
        "Listed are those that were among the 2 of Middlemarch’s 3 areas (67%) with most in at"
        " least 2 of 2 years." in text
    )
    assert "what the 34% with most have, 1 of 3 in Middlemarch." in text
    assert "Shoplifting: 53.8% in the 34% of beats with most." in text


@pytest.mark.parametrize(
    ("keys", "problem"),
    [
        (
            "areas: beats, windows: 2, often: 2",
            "no area is of the kind 'beats'; did you mean 'beat'?",
        ),
        ("areas: beat, windows: 2", "'often: 3' is more than the years looked at, 2"),
        ("areas: beat", "no source counts 'shoplifting' by beat for 1 April to 5 December 2020"),
    ],
)
def test_years_that_are_not_there_are_a_problem(tmp_path: Path, keys: str, problem: str) -> None:
    """More years than are looked at, and years that no source counts."""
    assert problem in problems_of(over_time(tmp_path, keys))[0]
