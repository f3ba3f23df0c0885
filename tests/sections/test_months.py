"""Section kind "months": peaks, totals of twelve months, and a year against those before it."""

from collections import Counter
from csv import DictReader
from io import TextIOWrapper
from pathlib import Path
from zipfile import ZipFile

import pytest

from report.assessment import Exhibit, Finding, Section
from report.charts import CHARTS
from report.words import phrase, statement
from tests.editions import COUNTS, EDITION, problems_of, sections_of
from tests.made_up import altered
from tests.monthly import MONTHS, monthly, row
from tests.pages import assessed, page, read
from tests.sources.test_counting import REAL, ROWS, real, street

PLAN = """\
    category: burglary
    rolling: true
    profile: true
"""
JUNE, MARCH, BEFORE = row(2023, 3, 60), row(2023, 12, 40), row(2022, 3, 24)


def section(config: Path) -> Section:
    """Assess burglary in the made-up source of months."""
    return sections_of(config)["burglary"]


def finding(config: Path, id_: str) -> Finding:
    """Give one finding of it."""
    return next(f for f in section(config).findings if f.id == id_)


def exhibit(config: Path, id_: str) -> Exhibit:
    """Give one exhibit of it."""
    return next(e for e in section(config).exhibits if e.id == id_)


def values(table: Exhibit) -> dict[str, list[object]]:
    """Give the values of each row, by its name."""
    return {str(r.cells[0].value): [c.value for c in r.cells[1:]] for r in table.rows}


def test_the_peak_stands_against_the_other_months(tmp_path: Path) -> None:
    """60 in June against 330 in eleven months: a mean of 30, and twice as many."""
    peak = finding(monthly(tmp_path), "peak.burglary")

    assert (peak.value, peak.of, peak.ratio) == (60, 30, 2)
    assert [month.label for month in peak.months] == ["June 2023"]
    assert (
        phrase(peak, "peak") == "60 offences in June 2023, 2.0 times the mean of the other months"
    )


def test_months_that_tie_are_both_the_peak(tmp_path: Path) -> None:
    """60 in June and in March: 290 in ten months are a mean of 29, and 60 / 29 is 2.07."""
    config = monthly(tmp_path)
    altered(tmp_path, COUNTS, MARCH, MARCH.replace(",40", ",60"))

    assert statement(finding(config, "peak.burglary")) == (
        "Burglary: 60 offences each in June 2023 and March 2024,"
        " 2.1 times the mean of the other months"
    )


def test_months_that_are_all_alike_have_no_peak(tmp_path: Path) -> None:
    """Nothing is said of it, rather than that all are the highest."""
    config = monthly(tmp_path)
    for at, count in enumerate(MONTHS[2023], start=1):
        altered(tmp_path, COUNTS, row(2023, at, count), row(2023, at, 30))

    assert "peak.burglary" not in {f.id for f in section(config).findings}


def test_a_month_is_compared_with_the_same_month_a_year_earlier(tmp_path: Path) -> None:
    """June: 60 against 24; below 50 there is no percentage."""
    june = finding(monthly(tmp_path), "month.burglary.june")

    assert statement(june) == "Burglary in June 2023 rose from 24 to 60"
    assert june.previous_period
    assert (june.period.label, june.previous_period.label) == ("June 2023", "June 2022")


def test_the_table_has_a_row_for_each_month_and_a_column_for_each_year(tmp_path: Path) -> None:
    """Each count of the source stands once, from the period's first month on."""
    table = exhibit(monthly(tmp_path), "table.burglary.burglary-by-month")
    shown = values(table)

    assert list(shown) == [
        *("April", "May", "June", "July", "August", "September"),
        *("October", "November", "December", "January", "February", "March"),
    ]
    years = zip(*(row[:3] for row in shown.values()), strict=True)
    assert dict(zip(MONTHS, years, strict=True)) == MONTHS
    assert [c.label for c in table.columns[1:4]] == ["2021/22", "2022/23", "2023/24"]


def test_the_usual_month_is_that_of_the_earlier_years_alone(tmp_path: Path) -> None:
    """Februaries with 32 and 36 have a mean of 34; the 27 of the year assessed is not in it."""
    table = exhibit(monthly(tmp_path), "table.burglary.burglary-by-month")

    assert values(table)["February"] == [32, 36, 27, 34, 36, 32]
    assert [(c.label, c.group) for c in table.columns[4:]] == [
        (label, "April 2021 to March 2023") for label in ("Mean", "Highest", "Lowest")
    ]


def test_months_outside_the_range_are_listed(tmp_path: Path) -> None:
    """June has 60 after 24 and 24, March 40 after 30 and 36, February 27 after 32 and 36."""
    found = {each.name: each.findings for each in section(monthly(tmp_path)).lists}

    assert found == {
        "above the range": ("month.burglary.june", "month.burglary.march"),
        "below the range": ("month.burglary.february",),
    }


def test_a_month_on_the_edge_of_the_range_is_within_it(tmp_path: Path) -> None:
    """36 in March, which 2022/23 had as well, is not above."""
    config = monthly(tmp_path)
    altered(tmp_path, COUNTS, MARCH, MARCH.replace(",40", ",36"))

    assert section(config).lists[0].findings == ("month.burglary.june",)


def test_a_month_with_one_earlier_year_has_no_range(tmp_path: Path) -> None:
    """Without the 24 of June 2022, 60 is more than once before, and that is no range."""
    config = monthly(tmp_path)
    altered(tmp_path, COUNTS, BEFORE, "")

    assert section(config).lists[0].findings == ("month.burglary.march",)


def test_the_charts_draw_the_table(tmp_path: Path) -> None:
    """The year assessed is set apart; the range is bounded by two lines, with the mean within."""
    config = monthly(tmp_path)
    years = exhibit(config, "chart.burglary.burglary-by-month")
    profile = exhibit(config, "chart.burglary.burglary-month-profile")

    assert values(years) == {
        f"{year}/{year % 100 + 1}": list(counts) for year, counts in MONTHS.items()
    }
    assert list(values(profile)) == ["Highest", "2023/24", "Mean", "Lowest"]
    assert profile.marks["range"] == ["highest", "lowest"]
    assert {years.marks["strong"], profile.marks["strong"]} == {"2023-24"}
    assert {years.twin, profile.twin} == {"table.burglary.burglary-by-month"}
    assert [c.label for c in years.columns[1:3]] == ["Apr", "May"]
    assert "Highest: 60 (2023/24, Jun)" in CHARTS["lines"][1](years)


def test_the_last_twelve_months_are_compared_with_those_before(tmp_path: Path) -> None:
    """390 after 360: 30 more, 8.3 %."""
    total = finding(monthly(tmp_path), "rolling.burglary")

    assert sum(MONTHS[2023]) == 390
    assert phrase(total, "rolling change") == "rose by 8.3%, from 360 to 390"
    assert total.previous_period
    assert total.period.label == "April 2023 to March 2024"
    assert total.previous_period.label == "April 2022 to March 2023"


def test_totals_of_twelve_months_begin_with_the_twelfth(tmp_path: Path) -> None:
    """348 up to March 2022; a month later 24 for 20 more, 352."""
    config = monthly(tmp_path)
    table = values(exhibit(config, "table.burglary.burglary-over-twelve-months"))
    chart = exhibit(config, "chart.burglary.burglary-over-twelve-months")

    assert table["April"] == [None, 352, 352 + 22 - 16 - 8 + 8]
    assert table["March"] == [348, 360, 390]
    assert len(chart.columns) == 1 + 25
    assert (chart.columns[1].label, values(chart)["Burglary"][:2]) == ("Mar 2022", [348, 352])


def test_a_missing_month_leaves_a_gap(tmp_path: Path) -> None:
    """No nought in table or chart, no total over it, and the report says why."""
    config = monthly(tmp_path)
    altered(tmp_path, COUNTS, JUNE, "")
    table = exhibit(config, "table.burglary.burglary-by-month")
    june = table.rows[2].cells[3]

    assert (june.value, june.markers) == (None, ("x",))
    assert values(exhibit(config, "chart.burglary.burglary-by-month"))["2023/24"][2] is None
    total = finding(config, "rolling.burglary")
    assert (total.value, total.markers, total.change) == (None, ("x",), None)
    over = values(exhibit(config, "table.burglary.burglary-over-twelve-months"))
    assert [over[month][2] for month in ("May", "June", "March")] == [357, None, None]
    assert finding(config, "peak.burglary").value == 40
    text = read(page(assessed(config)), "burglary")
    assert (
        "Year to March 2024: no total for Burglary, because not every one of the twelve months"
        in text
    )


def test_less_than_twelve_months_have_no_total(tmp_path: Path) -> None:
    """Eleven months of counts make neither a table nor a chart of totals."""
    config = monthly(tmp_path)
    lines = (tmp_path / COUNTS).read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in lines if line[0] == "c" or "2023-0" in line]
    (tmp_path / COUNTS).write_text("".join(kept), encoding="utf-8")
    altered(tmp_path, EDITION, "    profile: true\n", "")

    assert [e.form for e in section(config).exhibits] == ["months", "months"]
    assert finding(config, "rolling.burglary").value is None


def test_a_total_without_one_a_year_earlier_is_given_alone(tmp_path: Path) -> None:
    """Without March 2023, the total up to then is not known."""
    config = monthly(tmp_path)
    march = row(2022, 12, 36)
    altered(tmp_path, COUNTS, march, "")

    text = read(page(assessed(config)), "burglary")
    assert "Year to March 2024: 390 offences for Burglary; not every month of the twelve" in text


def test_a_total_is_compared_with_the_year_before_whatever_the_history(tmp_path: Path) -> None:
    """No earlier year is shown, and 390 are still 30 more than the 360 of the months before."""
    config = monthly(tmp_path)
    altered(tmp_path, EDITION, "history: 2", "history: 0")
    altered(tmp_path, EDITION, "    profile: true\n", "")

    assert phrase(finding(config, "rolling.burglary"), "rolling change") == (
        "rose by 8.3%, from 360 to 390"
    )
    table = exhibit(config, "table.burglary.burglary-over-twelve-months")
    assert values(table)["March"] == [360, 390]


def test_totals_run_on_through_the_months_between_the_periods(tmp_path: Path) -> None:
    """Of October and November; from September 2022 on there is one burglary a month."""
    dates = [f"{2022 + (8 + n) // 12}-{(8 + n) % 12 + 1:02d}" for n in range(13)]
    one = ROWS[0].replace("2023-10", "{}")
    config = street(tmp_path, [*ROWS, *(one.format(d) for d in dates)])
    plan = "  - {kind: months, id: burglary, title: Burglary, category: burglary, rolling: true}\n"
    altered(tmp_path, EDITION, "sections:\n", f"sections:\n{plan}")
    found = section(config)

    total = next(f for f in found.findings if f.measure == "rolling")
    assert (total.value, total.period.label) == (12, "December 2022 to November 2023")
    table = next(e for e in found.exhibits if e.form == "rolling" and e.kind == "table")
    assert table.columns[1].label == "Year to November 2023"
    totals = {name: total for name, (total,) in values(table).items() if total}
    assert totals == dict.fromkeys(("August", "September", "October", "November"), 12)


def test_a_part_of_a_year_has_its_months(tmp_path: Path) -> None:
    """April to June: 60 against 22 and 23, a mean of 22.5; the years before have these months."""
    config = monthly(tmp_path)
    own = "    period: {first: 2023-04-01, last: 2023-06-30}\n"
    altered(tmp_path, EDITION, PLAN, f"    category: burglary\n{own}")
    found = section(config)

    assert [e.kind for e in found.exhibits] == ["lines", "table"]
    assert values(found.exhibits[1]) == {
        "April": [20, 24, 22],
        "May": [22, 24, 23],
        "June": [24, 24, 60],
    }
    assert found.findings[0].of == 22.5


def test_the_usual_flow_words_peak_totals_and_range(tmp_path: Path) -> None:
    """Before the charts and tables, which follow."""
    text = read(page(assessed(monthly(tmp_path))), "burglary")

    assert (
        "Highest month for Burglary: 60 offences in June 2023, 2.0 times the mean of the other"
        " months. Year to March 2024: Burglary rose by 8.3%, from 360 to 390. Higher than in the"
        " same month of every earlier year shown: Burglary in June 2023: 60 offences Burglary in"
        " March 2024: 40 offences Lower than" in text
    )


def test_authors_name_peaks_totals_and_months(tmp_path: Path) -> None:
    """In brackets, as every other finding."""
    config = monthly(tmp_path)
    said = (
        "[Burglary peak count] in [Burglary peak month], [Burglary peak ratio] the others;"
        " [Burglary rolling total]; [Burglary change in June 2023]; [number of above the range]"
    )
    altered(tmp_path, EDITION, PLAN, f"{PLAN}    key_findings:\n      - '{said}'\n")

    text = read(page(assessed(config)), "burglary")
    assert (
        "60 offences in June 2023, 2.0 times the others; 390 offences; rose from 24 to 60; two"
        in text
    )
    assert "Highest month" not in text


def test_few_cases_in_a_month_stay_inside(tmp_path: Path) -> None:
    """In a public section, 9 in one month keeps all months back: the one would be the rest."""
    config = monthly(tmp_path)
    altered(tmp_path, EDITION, "    id: burglary\n", "    id: burglary\n    audience: public\n")
    assert {e.audience for e in section(config).exhibits} == {"public"}

    altered(tmp_path, COUNTS, MARCH, MARCH.replace(",40", ",9"))
    found = section(config)
    assert {e.audience for e in found.exhibits} == {"partner"}
    assert {f.audience for f in found.findings if f.measure in ("month", "peak")} == {"partner"}
    assert {f.audience for f in found.findings if f.measure == "rolling"} == {"public"}


MISTAKES = {
    "no months": (
        "category: burglary",
        "category: robbery",
        "no source counts 'robbery' by month for 2023/24;"
        " add rows for its months, or take the section out",
    ),
    "part of a month": (
        "    profile: true\n",
        "    period: {first: 2023-04-01, last: 2024-03-30}\n",
        "1 April 2023 to 30 March 2024 is not made of whole months, twelve at most;"
        " give the section a 'period:' of its own",
    ),
    "too few years": (
        "history: 2",
        "history: 1",
        "a profile needs months of 2 earlier years, and the sources have 1;"
        " add rows or a longer 'history:', or set 'profile: false'",
    ),
}


@pytest.mark.parametrize(("old", "new", "problem"), MISTAKES.values(), ids=MISTAKES)
def test_what_cannot_be_shown_is_a_problem(
    tmp_path: Path, old: str, new: str, problem: str
) -> None:
    """With the line of the YAML that asks for it."""
    config = monthly(tmp_path)
    altered(tmp_path, EDITION, old, new)

    (found,) = problems_of(config)
    assert found.startswith(f"{EDITION}:")
    assert found.endswith(problem)


@real
def test_real_months_are_those_of_a_short_script(tmp_path: Path) -> None:
    """Burglary in North West Leicestershire, November 2020 to October 2022, month by month."""
    with (REAL / "lookups" / "lsoa11_to_lsoa21_exact.csv").open(encoding="utf-8-sig") as file:
        rows = list(DictReader(file))
    names = {r["LSOA11CD"]: r["LSOA11NM"] for r in rows if r["LAD22CD"] == "E07000134"}
    archive, expected = REAL / "street" / "leicestershire_2020-11_2022-10.zip", Counter[str]()
    with ZipFile(archive) as zipped:
        for name in zipped.namelist():
            for row in DictReader(TextIOWrapper(zipped.open(name), "utf-8", newline="")):
                inside = row["LSOA code"] in names and row["Crime type"] == "Burglary"
                expected[row["Month"]] += inside

    areas = "".join(f"  - {{code: {c}, name: {n}, kind: LSOA}}\n" for c, n in names.items())
    config = street(tmp_path, areas=areas)
    altered(tmp_path, EDITION, "data/middlemarch/street", archive.as_posix())
    altered(tmp_path, EDITION, "2023-10-01, last: 2023-11-30", "2021-11-01, last: 2022-10-31")
    altered(tmp_path, EDITION, "history: 0", "history: 1")
    plan = "  - {kind: months, id: burglary, title: Burglary, category: burglary, rolling: true}\n"
    altered(tmp_path, EDITION, "sections:\n", f"sections:\n{plan}")
    found = section(config)

    table = next(e for e in found.exhibits if e.form == "months" and e.kind == "table")
    months = [at for year in zip(*values(table).values(), strict=True) for at in year]
    assert months == [expected[month] for month in sorted(expected)]
    assert len(expected) == 24
    by_year = [sum(expected[m] for m in sorted(expected)[at : at + 12]) for at in (0, 12)]
    total = next(f for f in found.findings if f.measure == "rolling")
    assert [total.previous, total.value] == by_year
    peak = next(f for f in found.findings if f.measure == "peak")
    assert peak.value == max(expected[month] for month in sorted(expected)[12:])
