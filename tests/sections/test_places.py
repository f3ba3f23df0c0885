"""Section kind "places": one category by area, with shares, sets, gaps and the excess."""

from pathlib import Path

import pytest

from report.assessment import Cell, Exhibit, Finding, Section
from report.words import phrase, statement
from tests.editions import CHAPTER, COUNTS, EDITION, problems_of, sections_of
from tests.made_up import altered, project
from tests.pages import assessed, page, read

NAMES = ("counts", "by-beat")
PLAN = "category: all-crime, areas: beat}"
LOWICK = "All Crime,Lowick,2023-04-01,2023-12-05,300\n"
LOWICK_BEFORE = "All Crime,Lowick,2022-04-01,2022-12-05,310\n"


def beats(folder: Path, more: str = "", *changes: tuple[str, str]) -> Section:
    """Assess all crime by beat, with more keys in the plan and other counts."""
    config = project(folder)
    altered(folder, EDITION, PLAN, PLAN.replace("}", f"{more}}}"))
    for old, new in changes:
        altered(folder, COUNTS, old, new)
    return sections_of(config)["beats"]


def found(section: Section, id_: str) -> Finding:
    """Give a finding by its id."""
    return next(f for f in section.findings if f.id == id_)


def test_one_row_an_area_and_one_column_a_year(tmp_path: Path) -> None:
    """Lowick: 310, then 300, 100 * -10 / 310 = -3.226 %."""
    table = beats(tmp_path).exhibits[0]

    assert [c.label for c in table.columns] == ["Beat", "2022/23", "2023/24", "Change"]
    assert [[c.value for c in row.cells[:3]] for row in table.rows] == [
        ["Lowick", 310, 300],
        ["Tipton", 390, 400],
        ["Frick", 250, 200],
    ]
    assert table.rows[0].cells[3].value == pytest.approx(-3.22581, abs=5e-6)


# A whole year of 400, 390 and 250 offences, and the dates of the period two years before.
YEAR = ("first: 2022-04-01, last: 2023-03-31", (400, 390, 250))
OLDER = ("first: 2021-04-01, last: 2021-12-05", (200, 500, 250))
# The district's own counts of those times, without which there is nothing to compare.
DISTRICT = 1100


def compared(folder: Path, then: tuple[str, tuple[int, ...]], more: str = "") -> Path:
    """Lay out the project with another comparison than the same dates a year earlier."""
    config, (dates, counts) = project(folder), then
    first, last = dates[7:17], dates[-10:]
    altered(folder, EDITION, "history: 1\n", f"comparison: {{period: {{{dates}}}}}\nhistory: 1\n")
    altered(folder, EDITION, PLAN, PLAN.replace("}", f"{more}}}"))
    named = zip(("Middlemarch", "Lowick", "Tipton", "Frick"), (DISTRICT, *counts), strict=True)
    rows = [f"All Crime,{area},{first},{last},{count}\n" for area, count in named]
    rows += [f"{c},Middlemarch,{first},{last},100\n" for c in ("Robbery", "Shoplifting")]
    with (folder / COUNTS).open("a", encoding="utf-8") as file:
        file.write("".join(rows))
    return config


def columns(exhibit: Exhibit) -> list[str]:
    """Give the headers of an exhibit's numbers."""
    return [column.label for column in exhibit.columns[1:]]


def test_what_a_change_is_on_stands_among_the_years(tmp_path: Path) -> None:
    """400 in a whole year, 310 in its part, 300 in this: 100 * (300 - 400) / 400 = -25 %."""
    table, chart = sections_of(compared(tmp_path, YEAR))["beats"].exhibits
    year = "April 2022 to March 2023"

    assert columns(table) == ["2022/23", year, "2023/24", f"Change on {year}"]
    assert [cell.value for cell in table.rows[0].cells] == ["Lowick", 310, 400, 300, -25]
    assert columns(chart) == ["2022/23", "2023/24"]


def test_a_change_on_a_year_shown_before_the_last_names_it(tmp_path: Path) -> None:
    """200 two years before, 300 now: 100 * (300 - 200) / 200 = 50 %."""
    table, chart = sections_of(compared(tmp_path, OLDER))["beats"].exhibits

    assert columns(table) == ["2021/22", "2022/23", "2023/24", "Change on 2021/22"]
    assert [cell.value for cell in table.rows[0].cells] == ["Lowick", 200, 310, 300, 50]
    assert columns(chart) == ["2022/23", "2023/24"]


def test_without_years_the_two_compared_stand_alone(tmp_path: Path) -> None:
    """The table and its chart hold the whole year of 400, and the period's 300."""
    table, chart = sections_of(compared(tmp_path, YEAR, ", years: false"))["beats"].exhibits
    counts = ["April 2022 to March 2023", "2023/24"]

    assert (columns(table), columns(chart)) == ([*counts, "Change"], counts)
    assert [cell.value for cell in chart.rows[0].cells] == ["Lowick", 400, 300]


def test_without_changes_years_stand_on_their_own_dates(tmp_path: Path) -> None:
    """What nothing is compared with is not shown."""
    table, _ = sections_of(compared(tmp_path, YEAR, ", change: false"))["beats"].exhibits

    assert columns(table) == ["2022/23", "2023/24"]


def test_unequal_times_are_told_where_they_are_compared(tmp_path: Path) -> None:
    """365 days against 249: the table has a change between them, the chart like years alone."""
    table, chart = sections_of(compared(tmp_path, YEAR))["beats"].exhibits

    assert [c.kind for c in table.cautions] == ["window length"]
    assert table.rows[0].cells[-1].markers == ("n",)
    assert chart.cautions == ()


@pytest.mark.parametrize(
    ("then", "said"),
    [
        (YEAR, "2022/23 to 2023/24, 1 April to 5 December of each year compared with April 2022"),
        (OLDER, "2022/23 to 2023/24, 1 April to 5 December of each year compared with 2021/22"),
    ],
)
def test_the_caption_names_the_comparison(
    tmp_path: Path, then: tuple[str, tuple[int, ...]], said: str
) -> None:
    """The head of a column alone does not say why it stands there."""
    assert said in read(page(assessed(compared(tmp_path, then))), "analysis")


def test_the_caption_says_which_dates_each_year_covers(tmp_path: Path) -> None:
    """Headed by years, the columns hold a part of each only."""
    text = read(page(assessed(project(tmp_path))), "analysis")

    assert "All Crime by beat Middlemarch, 2022/23 to 2023/24, 1 April to 5 December" in text


def test_shares_are_of_the_whole(tmp_path: Path) -> None:
    """300 of 920 is 32.6 %, 400 is 43.5 %, and 200 is 21.7 %; 20 offences are in no beat."""
    section = beats(tmp_path)
    tipton = found(section, "share.all-crime.beat-2")

    assert phrase(found(section, "share.all-crime.beat-1"), "share") == "32.6%"
    assert statement(tipton) == "All Crime in Tipton: 43.5% of All Crime in Middlemarch"
    assert section.lists[0].findings == (
        *("share.all-crime.beat-2", "share.all-crime.beat-1", "share.all-crime.beat-3"),
    )


def test_parts_larger_than_the_whole_are_shares_of_their_own_total(tmp_path: Path) -> None:
    """353 + 400 + 200 = 953 in a whole of 920: an excess of 33, and 353 / 953 = 37.0 %."""
    section = beats(tmp_path, "", (LOWICK, LOWICK.replace("300", "353")))
    lowick = found(section, "share.all-crime.beat-1")

    assert phrase(found(section, "remainder.all-crime.beat"), "difference") == "33 more"
    assert (lowick.of, phrase(lowick, "share")) == (953, "37.0%")
    assert statement(lowick) == "All Crime in Lowick: 37.0% of All Crime in all beats"


def test_parts_smaller_than_the_whole(tmp_path: Path) -> None:
    """300 + 400 + 200 = 900 of 920: the beats add up to 20 fewer."""
    remainder = found(beats(tmp_path), "remainder.all-crime.beat")

    assert remainder.label == "All Crime in all beats against Middlemarch"
    assert phrase(remainder, "difference") == "20 fewer"


def test_an_accepted_excess_has_its_reason_under_the_table(tmp_path: Path) -> None:
    """The warning may be accepted by its id, and the reader learns why."""
    reason = "accept: {excess.all-crime.beat: Some offences were counted in two beats.}\n"
    config = project(tmp_path)
    altered(tmp_path, COUNTS, LOWICK, LOWICK.replace("300", "353"))
    altered(tmp_path, EDITION, "status: final\n", f"status: final\n{reason}")

    table = sections_of(config)["beats"].exhibits[0]

    assert table.notes == ("Some offences were counted in two beats.",)


def test_sets_of_areas_are_added_up(tmp_path: Path) -> None:
    """Lowick and Frick: 300 + 200 = 500 after 310 + 250 = 560, 100 * 500 / 920 = 54.3 %."""
    section = beats(tmp_path, ", sets: [{name: the south, areas: [Lowick, Frick]}]")
    south = found(section, "count.all-crime.the-south")

    assert phrase(south, "change") == "fell by 10.7%, from 560 to 500 (within normal variation)"
    assert phrase(found(section, "share.all-crime.the-south"), "share") == "54.3%"


def test_a_set_counts_no_area_twice(tmp_path: Path) -> None:
    """Lowick and Lowick are 300 offences, not 600."""
    config = project(tmp_path)
    twice = ", sets: [{name: the south, areas: [Lowick, Frick, Lowick]}]}"
    altered(tmp_path, EDITION, PLAN, PLAN.replace("}", twice))

    assert problems_of(config) == [
        f"{EDITION}:31: the set 'the south' names 'Lowick' twice; take one out, or it counts twice"
    ]


def test_a_share_has_a_base_of_its_own(tmp_path: Path) -> None:
    """That the count of a year before was small says nothing of a share of this year's whole."""
    section = beats(tmp_path, "", (LOWICK_BEFORE, LOWICK_BEFORE[:-4] + "20\n"))

    assert found(section, "count.all-crime.beat-1").small_base
    assert not found(section, "share.all-crime.beat-1").small_base


def test_a_source_is_named_for_the_areas_it_counts(tmp_path: Path) -> None:
    """What is public of the district does not tell that a file of its beats exists."""
    config = project(tmp_path)
    header, *lines = (tmp_path / COUNTS).read_text(encoding="utf-8").splitlines(keepends=True)
    parted = {n: [i for i in lines if ("Middlemarch" in i) == (n == "counts")] for n in NAMES}
    for name, some in parted.items():
        path = tmp_path / "data/middlemarch/2023-24" / f"{name}.csv"
        path.write_text(header + "".join(some), encoding="utf-8")
    other = "  by-beat: {file: by-beat.csv, layout: counts, title: Beats, audience: public}\n"
    altered(tmp_path, EDITION, "  peers: {audience: public, file", f"{other}  peers: {{file")
    section = sections_of(config)["beats"]

    assert found(section, "count.all-crime").sources == ("counts",)
    assert found(section, "count.all-crime.beat-1").sources == ("by-beat",)
    assert found(section, "share.all-crime.beat-1").sources == ("by-beat", "counts")
    assert found(section, "remainder.all-crime.beat").sources == ("by-beat", "counts")
    assert section.exhibits[0].sources == ("by-beat",)


def test_a_gap_is_one_area_less_another(tmp_path: Path) -> None:
    """Tipton has 400 - 300 = 100 more than Lowick."""
    section = beats(tmp_path, ", gaps: [[Tipton, Lowick]]")
    gap = found(section, "gap.all-crime.tipton.lowick")

    assert gap.label == "All Crime gap between Tipton and Lowick"
    assert phrase(gap, "difference") == "100 more offences"


def test_rises_and_falls_are_ordered_by_their_size(tmp_path: Path) -> None:
    """Frick fell by 20 %, Lowick by 3.2 %; Tipton alone rose."""
    section = beats(tmp_path)

    assert found(section, "areas-risen.all-crime.beat").value == 1
    assert [(each.name, each.findings) for each in section.lists[1:]] == [
        ("rises", ("count.all-crime.beat-2",)),
        ("falls", ("count.all-crime.beat-3", "count.all-crime.beat-1")),
    ]


def test_a_small_base_ends_the_order(tmp_path: Path) -> None:
    """From 20 to 60 is a rise of 40 without a percentage; it cannot be ordered among them."""
    changes = ((LOWICK, LOWICK.replace("300", "60")), (LOWICK_BEFORE, LOWICK_BEFORE[:-4] + "20\n"))
    section = beats(tmp_path, "", *changes)

    assert section.lists[1].findings == ("count.all-crime.beat-2", "count.all-crime.beat-1")


def test_an_area_without_an_earlier_count(tmp_path: Path) -> None:
    """Its year and its change are not available, and it neither rose nor fell."""
    section = beats(tmp_path, "", (LOWICK_BEFORE, ""))
    lowick = section.exhibits[0].rows[0]

    missing = Cell(markers=("x",))
    assert (lowick.cells[1], lowick.cells[3]) == (missing, missing)
    assert found(section, "areas-risen.all-crime.beat").of == 2
    assert section.lists[2].findings == ("count.all-crime.beat-3",)


def test_an_area_without_a_count_is_a_problem(tmp_path: Path) -> None:
    """A hole in the table of the period itself is not printed as nothing."""
    config = project(tmp_path)
    altered(tmp_path, COUNTS, LOWICK, "")

    (problem,) = problems_of(config)

    assert "no source counts 'all-crime' in Lowick for 1 April to 5 December 2023" in problem


def test_some_of_the_areas_have_no_shares(tmp_path: Path) -> None:
    """Where figures are published for some areas only, nothing is said of the others."""
    section = beats(tmp_path, ", only: [Tipton, Lowick]")

    assert [row.key for row in section.exhibits[0].rows] == ["beat-1", "beat-2"]
    assert {f.measure for f in section.findings} == {"count"}


def test_one_small_count_keeps_every_area_inside(tmp_path: Path) -> None:
    """Seven in Lowick could be had from the public figures of the other beats and of all beats."""
    config = project(tmp_path)
    public = PLAN.replace("}", ", audience: public, gaps: [[Tipton, Lowick]]}")
    altered(tmp_path, EDITION, PLAN, public)
    altered(tmp_path, COUNTS, LOWICK, LOWICK.replace("300", "7"))
    section = sections_of(config)["beats"]

    # the remainder, 313 fewer, is of all beats together
    assert {f.id for f in section.findings if f.audience == "public"} == {
        "count.all-crime",
        "remainder.all-crime.beat",
        "areas-risen.all-crime.beat",
    }
    assert {e.audience for e in section.exhibits} == {"partner"}


def test_an_unknown_area_gets_the_nearest_name(tmp_path: Path) -> None:
    """Names of areas in sets and gaps are checked with their place in the YAML."""
    config = project(tmp_path)
    altered(tmp_path, EDITION, PLAN, PLAN.replace("}", ", gaps: [[Tipton, Lowik]]}"))

    assert problems_of(config) == [
        f"{EDITION}:31: unknown area 'Lowik'; did you mean 'Lowick'?",
    ]


def test_the_default_flow_words_an_excess(tmp_path: Path) -> None:
    """353 + 400 + 200 is 33 more than 920; what is in no beat is not worded as missing."""
    config = project(tmp_path)
    part = "[part: beats]\n"
    (tmp_path / CHAPTER).write_text(part, encoding="utf-8")
    smaller = read(page(assessed(config)), "analysis")
    altered(tmp_path, COUNTS, LOWICK, LOWICK.replace("300", "353"))

    excess = "Added up, the beats have 33 more than the whole that they are parts of."
    assert excess in read(page(assessed(config)), "analysis")
    assert "Added up" not in smaller


def test_a_remainder_and_a_gap_keep_their_direction(tmp_path: Path) -> None:
    """On their own they are still more or fewer: 900 of 920, and 300 - 400."""
    section = beats(tmp_path, ", gaps: [[Lowick, Tipton]]")

    assert statement(found(section, "remainder.all-crime.beat")) == (
        "All Crime in all beats against Middlemarch: 20 fewer"
    )
    assert statement(found(section, "gap.all-crime.lowick.tipton")) == (
        "All Crime gap between Lowick and Tipton: 100 fewer offences"
    )


def test_areas_and_sets_keep_the_years_that_are_shown(tmp_path: Path) -> None:
    """Lowick 320, 310, 300; with Frick 320 + 260, 310 + 250, 300 + 200. Tipton lacks a year."""
    old = "All Crime,{},2021-04-01,2021-12-05,{}\n"
    rows = old.format("Lowick", 320) + old.format("Frick", 260)
    altered(project(tmp_path).parents[2], EDITION, "history: 1", "history: 2")
    altered(tmp_path, EDITION, "        trend: true\n", "")
    more = ", sets: [{name: Both, areas: [Lowick, Frick]}]"
    altered(tmp_path, EDITION, PLAN, PLAN.replace("}", f"{more}}}"))
    altered(tmp_path, COUNTS, LOWICK_BEFORE, LOWICK_BEFORE + rows)
    section = sections_of(tmp_path / EDITION)["beats"]

    assert {f.id: [p.value for p in f.series] for f in section.findings if f.series} == {
        "count.all-crime.beat-1": [320, 310, 300],
        "count.all-crime.beat-3": [260, 250, 200],
        "count.all-crime.both": [580, 560, 500],
    }


def test_counts_are_shaded_within_their_row_on_demand(tmp_path: Path) -> None:
    """Lowick fell from 310 to 300, Tipton rose from 390 to 400; the chart has no shades."""
    table, chart = beats(tmp_path, ", shade: true").exhibits

    assert [[c.shade for c in row.cells] for row in table.rows[:2]] == [[0, 5, 1, 0], [0, 1, 5, 0]]
    assert {c.shade for row in chart.rows for c in row.cells} == {0}


def test_no_row_is_shaded_unasked(tmp_path: Path) -> None:
    """Shades are the author's choice."""
    assert {c.shade for row in beats(tmp_path).exhibits[0].rows for c in row.cells} == {0}


def test_a_row_knows_which_change_is_good(tmp_path: Path) -> None:
    """From the category, for its sign and colour."""
    assert {row.polarity for row in beats(tmp_path).exhibits[0].rows} == {"lower is better"}
