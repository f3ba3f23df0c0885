"""Section kind "overview": changes, their split, positions and totals."""

from pathlib import Path

import pytest

from report.assessment import Cell, Exhibit, Section
from tests.editions import COUNTS, EDITION, problems_of, sections_of
from tests.made_up import altered, project
from tests.pages import assessed, page, read

PEERS = "data/middlemarch/2023-24/peers.csv"
ROBBERY_BEFORE = "Robbery,Middlemarch,2022-04-01,2022-12-05,20\n"


def overview(config: Path) -> Section:
    """Assess the overview of the made-up edition."""
    return sections_of(config)["overview"]


def row(table: Exhibit, key: str) -> dict[str, Cell]:
    """Give a row's cells by column."""
    found = next(r for r in table.rows if r.key == key)
    return dict(zip((c.key for c in table.columns), found.cells, strict=True))


def values(table: Exhibit, key: str) -> dict[str, object]:
    """Give a row's values by column."""
    return {name: cell.value for name, cell in row(table, key).items()}


def test_a_category_is_compared_with_the_same_dates_a_year_earlier(tmp_path: Path) -> None:
    """Shoplifting: 130 against 100 is 30 more, 100 * 30 / 100 = 30 %; 2nd after 1st is one lost."""
    table = overview(project(tmp_path)).exhibits[0]

    assert [c.label for c in table.columns] == [
        *("Crime type", "Change", "1 April to 5 December 2022", "1 April to 5 December 2023"),
        *("Difference", "In words"),
        *("Most Similar Group position, 31 October 2023", "Since 31 October 2022"),
    ]
    assert values(table, "shoplifting") == {
        "category": "Shoplifting",
        "change": 30.0,
        "previous": 100,
        "count": 130,
        "difference": 30,
        "variation": "within normal variation",
        "position": 2,
        "movement": -1,
    }
    assert row(table, "shoplifting")["position"].of == 3


def test_a_small_base_has_counts_and_no_percentage(tmp_path: Path) -> None:
    """20 robberies before are fewer than 50: 12 and a difference of -8, the change marked [u]."""
    section = overview(project(tmp_path))
    robbery = row(section.exhibits[0], "robbery")

    assert (robbery["previous"].value, robbery["count"].value) == (20, 12)
    assert robbery["difference"].value == -8
    assert robbery["change"] == Cell(markers=("u",), usual=True)
    assert next(f for f in section.findings if f.id == "count.robbery").small_base


def test_from_nought_there_is_no_percentage(tmp_path: Path) -> None:
    """Nothing can be a percentage of 0; the rise is still one."""
    config = project(tmp_path)
    altered(tmp_path, COUNTS, ROBBERY_BEFORE, ROBBERY_BEFORE.replace(",20\n", ",0\n"))
    section = overview(config)

    assert row(section.exhibits[0], "robbery")["change"] == Cell(markers=("u",))
    assert row(section.exhibits[0], "robbery")["difference"] == Cell(value=12)
    assert section.lists[1].findings == ("count.robbery", "count.shoplifting")


def test_without_an_earlier_count_nothing_is_compared(tmp_path: Path) -> None:
    """What no source holds is not available: no change, and no place among falls or rises."""
    config = project(tmp_path)
    altered(tmp_path, COUNTS, ROBBERY_BEFORE, "")
    section = overview(config)
    robbery = row(section.exhibits[0], "robbery")

    missing = Cell(markers=("x",))
    assert [robbery[key] for key in ("change", "previous", "difference")] == [missing] * 3
    assert [named.findings for named in section.lists] == [(), ("count.shoplifting",)]


def test_the_split_leaves_the_whole_out(tmp_path: Path) -> None:
    """Robbery fell and shoplifting rose; all crime is the whole that they are parts of."""
    lists = overview(project(tmp_path)).lists

    assert [(each.name, each.findings) for each in lists] == [
        ("reductions", ("count.robbery",)),
        ("challenges", ("count.shoplifting",)),
    ]


def test_an_unchanged_category_neither_fell_nor_rose(tmp_path: Path) -> None:
    """130 after 130 is in neither list, and the chapter says that it was unchanged."""
    config = project(tmp_path)
    altered(tmp_path, COUNTS, "2022-12-05,100\n", "2022-12-05,130\n")
    made = assessed(config)
    text = read(page(made), "overview")

    assert next(s for s in made.sections if s.id == "overview").lists[1].findings == ()
    assert "Shoplifting was unchanged at 130." in text
    assert "Counts rose in" not in text


def test_the_default_flow_words_every_change(tmp_path: Path) -> None:
    """-80 of 1,000 is a fall by 8.0 %, said once; a small base is worded in counts."""
    text = read(page(assessed(project(tmp_path))), "overview")

    usual = "(within normal variation)"
    assert f"Key findings All crime fell by 8.0%, from 1,000 to 920 {usual}." in text
    assert text.count("fell by 8.0%") == 1
    assert f"Counts fell in: Robbery fell from 20 to 12 {usual} Counts rose in:" in text
    assert f"Counts rose in: Shoplifting rose by 30.0%, from 100 to 130 {usual}" in text


def test_shares_of_the_whole(tmp_path: Path) -> None:
    """Robbery is 100 * 12 / 920 = 1.304 % of all crime; the whole has no share of itself."""
    shares = {f.id: f for f in overview(project(tmp_path)).findings if f.measure == "share"}

    assert sorted(shares) == ["share.robbery", "share.shoplifting"]
    assert shares["share.robbery"].value == pytest.approx(1.30435, abs=5e-6)
    assert shares["share.robbery"].of_label == "All Crime"


def test_shares_carry_their_interval(tmp_path: Path) -> None:
    """12 of 920 by scipy: binomtest(12, 920).proportion_ci(method="wilson") is 0.748 to 2.266 %."""
    shares = {f.id: f for f in overview(project(tmp_path)).findings if f.measure == "share"}
    interval = shares["share.robbery"].interval

    assert interval is not None
    assert [interval.low, interval.high] == pytest.approx([0.7477, 2.2660], abs=5e-5)
    assert interval.level == 95


def test_without_the_rule_of_the_house_a_share_has_no_interval(tmp_path: Path) -> None:
    """How sure an interval is stands in config/intervals.yaml alone."""
    config = project(tmp_path)
    (tmp_path / "config" / "intervals.yaml").unlink()

    assert all(f.interval is None for f in overview(config).findings)


def test_no_share_is_given_of_a_whole_that_a_part_exceeds(tmp_path: Path) -> None:
    """1,200 robberies in 920 offences: a warning, its accepted reason under the table, no 130 %."""
    config = project(tmp_path)
    altered(tmp_path, COUNTS, "2023-12-05,12\n", "2023-12-05,1200\n")
    reason = "accept: {excess.all-crime: Two systems count them.}\n"
    altered(tmp_path, EDITION, "status: final\n", f"status: final\n{reason}")
    section = overview(config)

    assert problems_of(config) == []
    assert [f.id for f in section.findings if f.measure == "share"] == []
    assert section.exhibits[0].notes == ("Two systems count them.",)


def test_a_total_row_adds_up_what_is_listed(tmp_path: Path) -> None:
    """12 + 130 = 142 after 20 + 100 = 120 is 22 more, 100 * 22 / 120 = 18.33 %."""
    config = project(tmp_path)
    old = "    categories: [all-crime, robbery, shoplifting]\n    whole: all-crime\n"
    new = "    categories: [robbery, shoplifting]\n    total: Both\n"
    altered(tmp_path, EDITION, old, new)
    section = overview(config)
    total = values(section.exhibits[0], "total")

    assert section.exhibits[0].rows[-1].role == "total"
    assert (total["category"], total["previous"], total["count"]) == ("Both", 120, 142)
    assert (total["difference"], total["change"]) == (22, pytest.approx(18.3333, abs=5e-5))
    assert row(section.exhibits[0], "total")["position"] == Cell()


def test_a_total_of_two_units_is_refused(tmp_path: Path) -> None:
    """Offences and incidents add up to nothing that has a name."""
    config = project(tmp_path)
    old = "    categories: [all-crime, robbery, shoplifting]\n    whole: all-crime\n"
    new = "    categories: [robbery, anti-social-behaviour]\n    total: Both\n"
    altered(tmp_path, EDITION, old, new)
    line = "Anti-Social Behaviour,Middlemarch,2023-04-01,2023-12-05,60\n"
    altered(tmp_path, COUNTS, ROBBERY_BEFORE, ROBBERY_BEFORE + line)

    (problem,) = [p for p in problems_of(config) if "total" in p]

    assert problem.startswith(f"{EDITION}:21: the total would add up offences and incidents; take")


def test_a_position_stands_under_its_own_date(tmp_path: Path) -> None:
    """Robbery has none at the table's date: an older position would be read as a new one."""
    config = project(tmp_path)
    altered(tmp_path, PEERS, "robbery,2023-10-31,1,3\n", "")
    table = overview(config).exhibits[0]

    assert row(table, "robbery")["position"] == Cell(markers=("x",))
    assert row(table, "robbery")["movement"] == Cell(markers=("x",))
    assert row(table, "shoplifting")["movement"] == Cell(value=-1)


def test_a_chart_draws_the_parts_from_the_table(tmp_path: Path) -> None:
    """Bars of the two periods, without the whole, which would dwarf them; the table is its twin."""
    table, chart = overview(project(tmp_path)).exhibits

    assert (chart.kind, chart.twin) == ("period_bars", table.id)
    assert [(r.key, *(c.value for c in r.cells[1:])) for r in chart.rows] == [
        ("robbery", 20, 12),
        ("shoplifting", 100, 130),
    ]


def test_a_missing_count_is_a_problem(tmp_path: Path) -> None:
    """A category that no source counts is named with the place in the YAML."""
    config = project(tmp_path)
    altered(tmp_path, COUNTS, "Robbery,Middlemarch,2023-04-01,2023-12-05,12\n", "")

    assert problems_of(config) == [
        f"{EDITION}:16: no source counts 'robbery' in Middlemarch for 1 April to 5 December 2023; "
        "add rows for it to a source, or take it out of the section"
    ]


def test_a_position_after_the_period_is_left_out(tmp_path: Path) -> None:
    """What was published after 5 December 2023 is no part of this edition."""
    config = project(tmp_path)
    altered(tmp_path, PEERS, "shoplifting,2023-10-31,2,3\n", "shoplifting,2023-12-06,2,3\n")
    table = overview(config).exhibits[0]

    assert row(table, "shoplifting")["position"] == Cell(markers=("x",))


def by_year(config: Path) -> dict[str, list[Cell]]:
    """Give the rows of the table by year of the made-up edition."""
    section = overview(config)
    table = next(e for e in section.exhibits if e.form == "by year" and e.kind == "table")
    return {row.key: list(row.cells) for row in table.rows}


def test_the_whole_by_year_is_its_own_count(tmp_path: Path) -> None:
    """920 offences were recorded, after 1,000; robbery and shoplifting are 142 of them."""
    config = project(tmp_path)
    altered(tmp_path, EDITION, "    chart: true\n", "    years: true\n")
    rows = by_year(config)

    assert [cell.value for cell in rows["total"]] == ["All Crime", 1000, 920]
    assert [cell.value for cell in rows["shoplifting"]] == ["Shoplifting", 100, 130]
    assert "trend.all-crime" in {f.id for f in overview(config).findings}


INCIDENTS = """\
ASB,Middlemarch,2023-04-01,2023-12-05,40
ASB,Middlemarch,2022-04-01,2022-12-05,50
"""


def test_the_caption_by_year_names_what_is_counted(tmp_path: Path) -> None:
    """Incidents are no offences."""
    config = project(tmp_path)
    altered(tmp_path, EDITION, "    chart: true\n", "    years: true\n")
    assert "Recorded offences by category and year" in page(assessed(config))

    old, new = (
        f"categories: [all-crime, {parts}]\n"
        for parts in ("robbery, shoplifting", "anti-social-behaviour")
    )
    altered(tmp_path, EDITION, f"    {old}    whole", f"    {new}    whole")
    path = tmp_path / COUNTS
    path.write_text(path.read_text(encoding="utf-8") + INCIDENTS, encoding="utf-8")
    assert "Recorded incidents by category and year" in page(assessed(config))


def test_a_year_without_a_count_of_the_whole_has_none(tmp_path: Path) -> None:
    """No sum stands in for what no source holds, and no direction is found without it."""
    config = project(tmp_path)
    altered(tmp_path, EDITION, "    chart: true\n", "    years: true\n")
    altered(tmp_path, COUNTS, "All Crime,Middlemarch,2022-04-01,2022-12-05,1000\n", "")

    assert by_year(config)["total"] == [
        *(Cell(value="All Crime"), Cell(markers=("x",)), Cell(value=920)),
    ]
    assert "trend.all-crime" not in {f.id for f in overview(config).findings}


def test_parts_that_add_up_to_the_whole_are_told_together(tmp_path: Path) -> None:
    """5 robberies could be worked out as 135 less 130; as 920 less 130 they could not."""
    config = project(tmp_path)
    altered(tmp_path, COUNTS, "Robbery,Middlemarch,2023-04-01,2023-12-05,12", ROBBERIES)
    apart = {f.category: f.audience for f in overview(config).findings if f.measure == "count"}
    assert apart == {"all-crime": "public", "robbery": "partner", "shoplifting": "public"}

    altered(tmp_path, COUNTS, "2023-12-05,920", "2023-12-05,135")
    told = {f.audience for f in overview(config).findings if f.measure == "count"}
    assert told == {"partner"}


ROBBERIES = "Robbery,Middlemarch,2023-04-01,2023-12-05,5"


def three_years(folder: Path, before: str = "") -> Path:
    """Lay out the made-up project with a table of three years."""
    config = project(folder)
    altered(folder, EDITION, "    chart: true\n", "    years: true\n")
    altered(folder, EDITION, "history: 1", "history: 2")
    rows = before or (
        "All Crime,Middlemarch,2021-04-01,2021-12-05,1100\n"
        "Robbery,Middlemarch,2021-04-01,2021-12-05,30\n"
        "Shoplifting,Middlemarch,2021-04-01,2021-12-05,90\n"
    )
    areas = "".join(
        f"All Crime,{a},2021-04-01,2021-12-05,300\n" for a in ("Lowick", "Tipton", "Frick")
    )
    altered(folder, EDITION, "        trend: true\n", "")
    altered(folder, COUNTS, ROBBERY_BEFORE, ROBBERY_BEFORE + rows + areas)
    return config


def series(section: Section) -> dict[str, list[tuple[str, float]]]:
    """Give the series of every finding that has one."""
    return {f.id: [(p.label, p.value) for p in f.series] for f in section.findings if f.series}


def test_a_count_keeps_the_years_that_are_shown(tmp_path: Path) -> None:
    """Three years, oldest first, under the labels of the table's columns; shares have none."""
    found = series(overview(three_years(tmp_path)))

    years = [str(2021 + n) for n in range(3)]
    assert sorted(found) == ["count.all-crime", "count.robbery", "count.shoplifting"]
    assert [value for _, value in found["count.shoplifting"]] == [90, 100, 130]
    assert all(
        year in label for (label, _), year in zip(found["count.robbery"], years, strict=True)
    )


def test_each_year_says_what_stands_between_it_and_the_period(tmp_path: Path) -> None:
    """A break in April 2022 parts 2021/22 from the others; the two years after it compare."""
    config = three_years(tmp_path)
    path = tmp_path / "config/middlemarch/partnership.yaml"
    breaks = "breaks:\n  - {category: shoplifting, date: 2022-04-01, what: a new form}\n"
    path.write_text(path.read_text(encoding="utf-8") + breaks, encoding="utf-8")
    found = {f.id: f for f in overview(config).findings}

    said = [[c.kind for c in p.cautions] for p in found["count.shoplifting"].series]
    assert said == [["break"], [], []]
    assert not any(p.cautions for p in found["count.robbery"].series)


def test_two_years_are_no_series(tmp_path: Path) -> None:
    """The change says what they say."""
    config = project(tmp_path)
    altered(tmp_path, EDITION, "    chart: true\n", "    years: true\n")

    assert series(overview(config)) == {}


def test_years_that_are_not_shown_are_no_series(tmp_path: Path) -> None:
    """What the section does not print cannot leave with its findings."""
    config = three_years(tmp_path)
    altered(tmp_path, EDITION, "    years: true\n", "    years: false\n")

    assert series(overview(config)) == {}


def test_a_small_count_in_one_year_keeps_every_series_inside(tmp_path: Path) -> None:
    """The table of years is for partners then; the others would give the small one away."""
    rows = (
        "All Crime,Middlemarch,2021-04-01,2021-12-05,1100\n"
        "Robbery,Middlemarch,2021-04-01,2021-12-05,3\n"
        "Shoplifting,Middlemarch,2021-04-01,2021-12-05,90\n"
    )
    section = overview(three_years(tmp_path, rows))

    assert next(e for e in section.exhibits if e.form == "by year").audience == "partner"
    assert next(f for f in section.findings if f.id == "count.robbery").audience == "public"
    assert series(section) == {}


def test_a_row_knows_which_change_is_good(tmp_path: Path) -> None:
    """From the finding that it prints, for the sign and colour of its change."""
    section = overview(project(tmp_path))
    known = {f.category: f.polarity for f in section.findings}

    assert {r.key: r.polarity for r in section.exhibits[0].rows} == {
        r.key: known[r.key] for r in section.exhibits[0].rows
    }
