"""Section kind "theme": one category, its years, and the areas with most of it."""

from pathlib import Path

import pytest

from report.assessment import Exhibit, Section
from report.words import cell, phrase
from tests.editions import CHAPTER, COUNTS, EDITION, problems_of, sections_of
from tests.made_up import altered, project
from tests.pages import assessed, page, read

POPULATION = "data/middlemarch/2023-24/population.csv"
FRICK = "Shoplifting,Frick,2023-04-01,2023-12-05,30\n"


def theme(config: Path) -> Section:
    """Assess shoplifting in the made-up edition."""
    return sections_of(config)["shoplifting"]


def shown(table: Exhibit) -> list[list[str]]:
    """Give the cells of a table as they are printed."""
    return [
        [cell(item, column) for item, column in zip(row.cells, table.columns, strict=True)]
        for row in table.printed()
    ]


def test_the_areas_with_most(tmp_path: Path) -> None:
    """Tipton: 70 among 2,000 is 35 per 1,000, "High" from 60; Frick: 30 among 1,000 is 30."""
    table = theme(project(tmp_path)).exhibits[1]

    assert [c.label for c in table.columns] == [
        *("Rank", "Beat", "Shoplifting", "Rate per 1,000 residents (2022)", "Comparison"),
    ]
    assert shown(table) == [
        ["1", "Tipton", "70", "35", "High"],
        # Lowick has 30 as well, and the list ends after two
        ["2=", "Frick", "30", "30", "Usual"],
    ]


def test_ties_share_the_lowest_rank(tmp_path: Path) -> None:
    """Frick and Lowick are both 2=, by name; a third area after them would be 4th."""
    config = project(tmp_path)
    altered(tmp_path, EDITION, "number: 2", "number: 3")

    assert [row[:3] for row in shown(theme(config).exhibits[1])] == [
        ["1", "Tipton", "70"],
        ["2=", "Frick", "30"],
        ["2=", "Lowick", "30"],
    ]


def test_a_tie_that_the_list_cuts_is_said_under_the_table(tmp_path: Path) -> None:
    """Lowick has as many as Frick, the last one listed."""
    text = read(page(assessed(project(tmp_path))), "analysis")

    assert "One more area has as many as the last one listed." in text


def test_the_whole_list_is_in_the_data(tmp_path: Path) -> None:
    """The page shows the first two; a public table has no more than these."""
    config = project(tmp_path)
    assert len(theme(config).exhibits[1].rows) == 3

    altered(tmp_path, EDITION, "        title: Shoplifting\n", PUBLIC)
    assert len(theme(config).exhibits[1].rows) == 2


FULL = "number: 2\n          share: true\n          earlier: true\n          rest: true\n"
# a year earlier Frick had most; Lowick and Tipton shared the second rank
EARLIER = "".join(
    f"Shoplifting,{area},2022-04-01,2022-12-05,{count}\n"
    for area, count in (("Lowick", 20), ("Tipton", 20), ("Frick", 40))
)


def test_a_table_adds_up_to_the_district(tmp_path: Path) -> None:
    """130 in all: 70 and 30 listed, 20 in Lowick, 10 in no beat; 70 of 130 are 53.8 %."""
    config = project(tmp_path)
    altered(tmp_path, EDITION, "number: 2\n", FULL)
    altered(
        tmp_path,
        COUNTS,
        "Shoplifting,Lowick,2023-04-01,2023-12-05,30",
        "Shoplifting,Lowick,2023-04-01,2023-12-05,20",
    )
    section = theme(config)

    assert [(row[1], row[2], row[3]) for row in shown(section.exhibits[1])] == [
        ("Tipton", "70", "53.8%"),
        ("Frick", "30", "23.1%"),
        ("The other beat", "20", "15.4%"),
        ("In no beat that is known", "10", "7.7%"),
        ("Middlemarch", "130", "100.0%"),
    ]
    shares = {f.area: f.value for f in section.findings if f.measure == "share"}
    assert shares == {"Tipton": 100 * 70 / 130, "Frick": 100 * 30 / 130}


def test_a_rank_of_another_time_is_headed_by_it(tmp_path: Path) -> None:
    """Two years before is not a year earlier: "Rank in 1 April to 5 December 2021"."""
    config = project(tmp_path)
    altered(tmp_path, EDITION, "number: 2\n", FULL)
    then = "        comparison: {first: 2021-04-01, last: 2021-12-05}\n"
    altered(tmp_path, EDITION, "        trend: true\n", then)
    with (tmp_path / COUNTS).open("a", encoding="utf-8") as file:
        file.write(EARLIER.replace("2022", "2021"))
    columns = theme(config).exhibits[0].columns

    assert [c.label for c in columns if c.key == "earlier"] == [
        "Rank in 1 April to 5 December 2021"
    ]


def test_an_area_with_none_is_not_among_those_with_most(tmp_path: Path) -> None:
    """A list of three that two areas fill ends after two; nothing ties with them."""
    config = project(tmp_path)
    altered(tmp_path, EDITION, "number: 2\n", FULL.replace("2", "3"))
    altered(tmp_path, COUNTS, FRICK, FRICK.replace(",30", ",0"))
    table = theme(config).exhibits[1]

    assert [row[1] for row in shown(table)] == [
        *("Tipton", "Lowick", "The other beat", "In no beat that is known", "Middlemarch"),
    ]
    assert table.unlisted == 0


def test_the_rank_a_year_earlier_and_what_is_new(tmp_path: Path) -> None:
    """Tipton was second with Lowick and is first; among the first one it is new."""
    config = project(tmp_path)
    altered(tmp_path, EDITION, "number: 2\n", FULL)
    with (tmp_path / COUNTS).open("a", encoding="utf-8") as file:
        file.write(EARLIER)
    table = theme(config).exhibits[1]
    at = [c.key for c in table.columns].index("earlier")

    assert [row[at : at + 2] for row in shown(table)[:2]] == [["2=", "↑ up 1"], ["1", "↓ down 1"]]

    altered(tmp_path, EDITION, "number: 2\n", "number: 1\n")
    assert shown(theme(config).exhibits[1])[0][at : at + 2] == ["2=", "★ new entry"]


def test_labels_come_from_the_smallest_count_that_carries_them(tmp_path: Path) -> None:
    """From 30 on "High": the count itself is enough; below it the label is "Usual"."""
    config = project(tmp_path)
    altered(tmp_path, EDITION, "from_count: 60", "from_count: 30")
    altered(tmp_path, COUNTS, FRICK, FRICK.replace(",30", ",29"))
    section = theme(config)

    assert [row[-1] for row in shown(section.exhibits[1])] == ["High", "High"]
    assert [(each.name, each.findings) for each in section.lists] == [
        ("areas with most", ("count.shoplifting.beat-2", "count.shoplifting.beat-1")),
        ("High", ("count.shoplifting.beat-2", "count.shoplifting.beat-1")),
    ]


def test_a_count_below_every_label_has_none(tmp_path: Path) -> None:
    """No label is made up for what the declared counts do not reach."""
    config = project(tmp_path)
    altered(tmp_path, EDITION, "from_count: 0", "from_count: 40")

    assert [row[-1] for row in shown(theme(config).exhibits[1])] == ["High", ""]


def test_the_rate_may_be_left_out(tmp_path: Path) -> None:
    """Without a rate no population is needed, and none is asked for."""
    config = project(tmp_path)
    altered(tmp_path, EDITION, "number: 2\n", "number: 2\n          rate: false\n")
    altered(tmp_path, POPULATION, "Tipton,2022,2000\n", "")

    assert [row[1:] for row in shown(theme(config).exhibits[1])] == [
        ["Tipton", "70", "High"],
        ["Frick", "30", "Usual"],
    ]


def test_a_rate_is_of_the_latest_residents_of_the_period(tmp_path: Path) -> None:
    """70 among the 2,000 of 2022 are 35; the 4,000 of 2024 lived there after the period."""
    config = project(tmp_path)
    old = "Tipton,2022,2000\n"
    altered(tmp_path, POPULATION, old, f"Tipton,2024,4000\n{old}Tipton,2021,1000\n")

    assert shown(theme(config).exhibits[1])[0][:4] == ["1", "Tipton", "70", "35"]


def test_residents_are_implied_where_a_source_says_so(tmp_path: Path) -> None:
    """What is true of one edition's populations is not said of another's."""
    config = project(tmp_path)
    assert "implied" not in read(page(assessed(config)), "methods")

    old = "population, title: Residents"
    altered(tmp_path, EDITION, old, f"{old}, origin: reconstructed")
    assert "implied by published counts" in read(page(assessed(config)), "methods")


def test_an_accepted_excess_has_its_reason_under_the_table(tmp_path: Path) -> None:
    """30 + 70 + 30 in a district with 120: who reads the areas learns of it there."""
    config = project(tmp_path)
    altered(tmp_path, COUNTS, "2023-12-05,130\n", "2023-12-05,120\n")
    reason = "accept: {excess.shoplifting.beat: A shop moved.}\n"
    altered(tmp_path, EDITION, "status: final\n", f"status: final\n{reason}")

    assert theme(config).exhibits[1].notes == ("A shop moved.",)


def test_a_rate_without_residents_is_a_problem(tmp_path: Path) -> None:
    """The area is named, with the line of the YAML that asks for its rate."""
    config = project(tmp_path)
    altered(tmp_path, POPULATION, "Tipton,2022,2000\n", "")

    assert problems_of(config) == [
        f"{EDITION}:37: no population for Tipton up to 2023; "
        "add it to a source of populations, or set 'rate: false'"
    ]


@pytest.mark.parametrize(
    ("before", "said"),
    [
        ("100", "rose in every year shown"),
        ("140", "fell in every year shown"),
        ("130", "neither rose nor fell in every year shown"),
    ],
)
def test_the_trend_is_of_all_years_shown(tmp_path: Path, before: str, said: str) -> None:
    """130 shoplifting offences after 100 are a rise, after 140 a fall, after 130 neither."""
    config = project(tmp_path)
    altered(tmp_path, COUNTS, "2022-12-05,100\n", f"2022-12-05,{before}\n")
    section = theme(config)
    trend = next(f for f in section.findings if f.measure == "trend")

    assert phrase(trend, "trend") == said
    assert section.exhibits[0].kind == "lines"
    assert [c.value for c in section.exhibits[0].rows[0].cells] == ["Shoplifting", int(before), 130]


def test_a_year_without_a_count_is_a_problem(tmp_path: Path) -> None:
    """A line over a missing year would join what does not belong together."""
    config = project(tmp_path)
    altered(tmp_path, EDITION, "history: 1", "history: 2")

    assert any(
        "no source counts 'shoplifting' for 1 April to 5 December 2021" in problem
        for problem in problems_of(config)
    )


def test_the_default_flow_words_the_change(tmp_path: Path) -> None:
    """30 more than 100 is a rise by 30 %."""
    text = read(page(assessed(project(tmp_path))), "analysis")

    assert "Shoplifting rose by 30.0%, from 100 to 130 (within normal variation)." in text


def test_a_theme_and_a_table_by_place_may_show_one_category(tmp_path: Path) -> None:
    """The count of an area is one finding with one change, whichever section finds it."""
    config = project(tmp_path)
    altered(tmp_path, EDITION, "        category: shoplifting\n", "        category: all-crime\n")
    altered(tmp_path, EDITION, "number: 2\n", "number: 2\n          name: most crime\n")
    altered(tmp_path, CHAPTER, "Tipton has [Shoplifting count in Tipton]. ", "")

    assert problems_of(config) == []
    assert "count.all-crime.beat-2" in {f.id for f in theme(config).findings}


def test_a_sensitive_category_by_area_stays_inside(tmp_path: Path) -> None:
    """Hate crime by beat is the partnership's, also in a section that is public."""
    config = project(tmp_path)
    altered(tmp_path, "config/categories.yaml", "    label: Shoplifting\n", SENSITIVE)
    altered(tmp_path, EDITION, "        title: Shoplifting\n", PUBLIC)
    section = theme(config)

    assert {f.id for f in section.findings if f.audience == "public"} == {
        "count.shoplifting",
        "trend.shoplifting",
    }
    assert [e.audience for e in section.exhibits] == ["public", "partner"]


SENSITIVE = "    label: Shoplifting\n    sensitive: true\n"
PUBLIC = "        title: Shoplifting\n        audience: public\n"
