"""Section kind "profile": shares of one population or several, and marks against another."""

from pathlib import Path

import pytest

from report.assessment import Compared, Section
from report.errors import InputError
from report.words import cell
from tests.editions import EDITION, problems_of, sections_of
from tests.made_up import altered, project
from tests.pages import assessed, page, read

WHO = "data/middlemarch/2023-24/who.csv"
COLUMNS = """\
         columns: [{of: all, show: count, label: n}, {of: all, show: share, label: "%", bar: 100}]}
"""


def profile(folder: Path, columns: str, rows: str, more: str = "") -> Section:
    """Assess a profile with these columns and rows."""
    config = project(folder)
    altered(folder, EDITION, COLUMNS, f"         columns: [{columns}]{more}}}\n")
    (folder / WHO).write_text(f"group,row,column,count,base,pct,mark\n{rows}", encoding="utf-8")
    return sections_of(config)["who"]


def shown(section: Section) -> list[list[str]]:
    """Give the table's cells as they are printed."""
    table = section.exhibits[0]
    return [
        [cell(item, column) for item, column in zip(row.cells, table.columns, strict=True)]
        for row in table.rows
    ]


def test_shares_of_two_populations(tmp_path: Path) -> None:
    """25 of 179 is 14.0 % here; the county's 21.5 % was published without its count."""
    section = profile(
        tmp_path,
        "{of: here, show: share, label: Here}, {of: county, show: share, label: County}",
        "gender,female,here,25,179,,\ngender,female,county,,,21.5,\n",
        ", decimals: 1",
    )

    assert shown(section) == [["female", "14.0%", "21.5%"]]
    assert [c.origin for c in section.exhibits[0].rows[0].cells] == [None, None, "given"]


def test_a_share_of_nobody_is_not_applicable(tmp_path: Path) -> None:
    """Where the base is 0 there is no percentage, and the counts are still shown."""
    section = profile(
        tmp_path,
        "{of: all, show: base, label: Of}, {of: all, show: count, label: n}, "
        '{of: all, show: share, label: "%"}',
        "gender,female,all,0,0,,\n",
    )

    assert shown(section) == [["female", "0", "0", "[z]"]]


def test_marks_are_given_and_have_words(tmp_path: Path) -> None:
    """High and low are the publisher's; the column says so, and shape and words differ."""
    section = profile(
        tmp_path,
        '{of: all, show: share, label: "%"}, {of: all, show: mark, label: Difference}',
        "age,under 18,all,60,100,,high\nage,18 to 25,all,30,100,,low\nage,over 25,all,10,100,,\n",
    )

    assert shown(section) == [
        ["under 18", "60%", "▲ significantly high"],
        ["18 to 25", "30%", "▼ significantly low"],
        ["over 25", "10%", ""],
    ]
    assert section.exhibits[0].columns[2].origin == "given"


def test_computed_marks_compare_with_another_column(tmp_path: Path) -> None:
    """60 of 100 against 900 of 2,000 is high, and what is left is low; few of either have no mark.

    scipy: fisher_exact([[60, 40], [900, 1100]]) is 0.4 %, ([[30, 70], [560, 1440]]) 65.0 %,
    ([[10, 90], [540, 1460]]) 0.006 %. 3 of 100 are fewer than the 5 of config/intervals.yaml.
    """
    section = profile(
        tmp_path,
        "{of: here, show: share, label: Here}, "
        "{of: here, show: mark, against: county, label: Difference}",
        "age,under 18,here,60,100,,\nage,under 18,county,900,2000,,\n"
        "age,18 to 25,here,30,100,,\nage,18 to 25,county,560,2000,,\n"
        "age,over 25,here,10,100,,\nage,over 25,county,540,2000,,\n"
        "need,debt,here,3,100,,\nneed,debt,county,900,2000,,\n",
    )

    assert shown(section) == [
        ["under 18", "60%", "▲ significantly high"],
        ["18 to 25", "30%", ""],
        ["over 25", "10%", "▼ significantly low"],
        ["debt", "3%", ""],
    ]
    table = section.exhibits[0]
    assert table.columns[2].origin == "computed"
    assert table.compared == Compared(level=95, cell=5)
    assert table.methods == ("share", "mark")


def test_computed_marks_compare_with_a_published_percentage(tmp_path: Path) -> None:
    """25 of 179 against 21.5 %: scipy's binomtest(25, 179, 0.215) is 1.4 %."""
    section = profile(
        tmp_path,
        "{of: here, show: mark, against: county, label: Difference}",
        "gender,female,here,25,179,,\ngender,female,county,,,21.5,\n",
    )

    assert shown(section) == [["female", "▼ significantly low"]]


def test_those_inside_are_compared_with_the_rest(tmp_path: Path) -> None:
    """40 of 100 in a county of 90 of 300: 30 % with them, and 25 % of the other 200.

    scipy: fisher_exact([[40, 60], [90, 210]]) is 8.4 %, ([[40, 60], [50, 150]]) 1.1 %.
    """
    rows = "place,Lowick,all,40,100,,\nplace,County,all,90,300,,\n"
    column = "{of: all, show: mark, against: County, label: Difference}"
    among = profile(tmp_path / "a", column, rows, ", total_row: County, inside: true")
    beside = profile(tmp_path / "b", column, rows, ", total_row: County")

    assert shown(among) == [["Lowick", "▲ significantly high"], ["County", ""]]
    assert shown(beside) == [["Lowick", ""], ["County", ""]]
    assert among.exhibits[0].compared == Compared(level=95, cell=5, rest=True)


def test_a_mark_needs_figures_on_both_sides(tmp_path: Path) -> None:
    """Without counts of its own, or anything to compare with, a row's mark is [x]."""
    section = profile(
        tmp_path,
        "{of: here, show: mark, against: county, label: Difference}",
        "age,young,here,,,40,\nage,young,county,9,30,,\nage,old,here,9,30,,\n",
    )

    assert shown(section) == [["young", "[x]"], ["old", "[x]"]]


def test_more_inside_than_there_are_is_a_problem(tmp_path: Path) -> None:
    """40 of Lowick's cannot be among 30 of the county's."""
    rows = "place,Lowick,all,40,100,,\nplace,County,all,30,300,,\n"
    column = "{of: all, show: mark, against: County, label: Difference}"

    with pytest.raises(InputError, match="in the row 'Lowick' more people are counted than there"):
        profile(tmp_path, column, rows, ", total_row: County, inside: true")


def test_only_marks_compare(tmp_path: Path) -> None:
    """A share has nothing to be compared with."""
    config = project(tmp_path)
    altered(tmp_path, EDITION, 'label: "%", bar: 100}', 'label: "%", against: all}')

    (problem,) = problems_of(config)

    assert "a share is not compared, and 'against' says with whom" in problem


def test_computed_marks_say_how_they_were_made(tmp_path: Path) -> None:
    """Under the table and among the methods."""
    config = project(tmp_path)
    mark = '{of: all, show: mark, against: all, label: "Mark"}'
    altered(tmp_path, EDITION, 'label: "%", bar: 100}', f'label: "%", bar: 100}}, {mark}')
    assessment = assessed(config)

    assert "more than chance would explain, at the 95% level." in read(page(assessment), "analysis")
    assert "No mark is given where fewer than five are in a cell" in read(
        page(assessment), "analysis"
    )
    assert "Fisher's exact test" in read(page(assessment), "methods")


def test_marks_need_the_rule_of_the_house(tmp_path: Path) -> None:
    """Its level and its smallest cell stand in no code."""
    config = project(tmp_path)
    mark = '{of: all, show: mark, against: all, label: "Mark"}'
    altered(tmp_path, EDITION, 'label: "%", bar: 100}', f'label: "%", bar: 100}}, {mark}')
    (tmp_path / "config" / "intervals.yaml").unlink()

    (problem,) = problems_of(config)

    assert "config/intervals.yaml is missing" in problem


def test_what_is_missing_and_what_does_not_apply(tmp_path: Path) -> None:
    """A row that a population lacks is [x], a cell that means nothing there [z]."""
    section = profile(
        tmp_path,
        "{of: a, show: share, label: A}, {of: b, show: share, label: B}",
        "need,housing,a,1,4,,\nneed,drugs,a,3,4,,\nneed,drugs,b,,,,not applicable\n",
    )

    assert shown(section) == [["housing", "25%", "[x]"], ["drugs", "75%", "[z]"]]


def test_groups_of_rows_and_a_row_set_apart(tmp_path: Path) -> None:
    """Groups have a column where one is asked for; the county's row is set apart."""
    section = profile(
        tmp_path,
        '{of: all, show: share, label: "%"}',
        "place,Lowick,all,30,60,,\nplace,County,all,10,40,,\n",
        ", group_stub: Kind, total_row: County",
    )

    assert shown(section) == [["place", "Lowick", "50%"], ["place", "County", "25%"]]
    assert [row.role for row in section.exhibits[0].rows] == ["row", "total"]


def test_the_chart_ranks_the_first_share(tmp_path: Path) -> None:
    """Highest first, with the row set apart as the line of reference."""
    section = profile(
        tmp_path,
        '{of: all, show: share, label: "%"}',
        "place,Lowick,all,30,60,,\nplace,County,all,10,40,,\nplace,Frick,all,9,10,,\n",
        ", total_row: County, chart: true",
    )
    chart = section.exhibits[1]

    assert chart.values("c0") == [90.0, 50.0, 25.0]
    assert chart.values("row") == ["Frick", "Lowick", "County"]
    assert (chart.twin, chart.marks["average"]) == (section.exhibits[0].id, "place-county")


def test_people_are_never_public(tmp_path: Path) -> None:
    """A profile that is marked public is refused, whatever its counts."""
    config = project(tmp_path)
    altered(tmp_path, EDITION, "id: who, title: Who offends,", "id: who, audience: public,")

    assert problems_of(config) == [
        f"{EDITION}:41: a profile of people is never public; write 'partner' or 'restricted'"
    ]


def test_an_unknown_column_of_the_source(tmp_path: Path) -> None:
    """The advice names what the source holds."""
    config = project(tmp_path)
    altered(tmp_path, EDITION, "{of: all, show: count,", "{of: al, show: count,")

    (problem,) = problems_of(config)

    assert "the source has no column 'al'" in problem
    assert problem.endswith("; did you mean 'all'?")
