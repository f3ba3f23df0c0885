"""Months against what is usual: the chart, what is said of it, and what a break does."""

from csv import DictReader
from itertools import pairwise
from pathlib import Path
from statistics import fmean

import pytest

from report.assessment import Exhibit, Finding, Section
from report.measures.stretches import MONTH_DAYS
from report.sections.control import state
from report.sections.desk import Desk
from report.sources.reading import read_sources
from report.words import direction, phrase, statement
from tests.editions import COUNTS, EDITION, PARTNERSHIP, problems_of, sections_of, study_of
from tests.made_up import altered
from tests.measures.leicestershire import LOOKUP, STREET
from tests.monthly import MONTHS, SERIES, row, watched
from tests.pages import assessed, page, read
from tests.sources.test_counting import real, street

JUNE = row(2023, 3, 60)


def broken(folder: Path, day: str) -> None:
    """Let recording change on a day."""
    path = folder / PARTNERSHIP
    text = path.read_text(encoding="utf-8")
    path.write_text(f"{text}breaks:\n  - {{date: {day}, what: new codes}}\n", encoding="utf-8")


def section(config: Path) -> Section:
    """Assess the months."""
    return sections_of(config)["burglary"]


def finding(config: Path) -> Finding:
    """Give what is said of them."""
    return next(f for f in section(config).findings if f.measure == "control")


def chart(config: Path, form: str = "usual range") -> Exhibit:
    """Give their chart."""
    return next(e for e in section(config).exhibits if e.form == form)


def column(exhibit: Exhibit, key: str) -> list[object]:
    """Give the values of one column, None for an empty text."""
    return [value or None for value in exhibit.values(key)]


def test_the_two_years_before_the_period_say_what_is_usual(tmp_path: Path) -> None:
    """348 + 360 in 24 months are 29.5 each; their 23 steps add up to 40, 1.739 each.

    Eleven steps of 2 in 2021/22, one of 6 at the turn, two of 6 in 2022/23: 22 + 6 + 12 = 40.
    2.66 x 40/23 = 4.626 either way: 24.874 to 34.126, in every month shown.
    """
    found = chart(watched(tmp_path))

    assert [found.rows[0].cells[0].value, found.rows[-1].cells[0].value] == [
        "April 2021",
        "March 2024",
    ]
    assert found.values("count") == [count for year in MONTHS.values() for count in year]
    assert set(found.values("centre")) == {29.5}
    assert found.values("lower") == pytest.approx([29.5 - 2.66 * 40 / 23] * 36)
    assert found.values("upper") == pytest.approx([34.126] * 36, abs=1e-3)
    assert found.comparison == "April 2021 to March 2023"
    assert found.marks["baseline"] == ["april-2021", "march-2023"]


def test_the_months_of_the_period_that_are_not_usual_are_said(tmp_path: Path) -> None:
    """22 and 23 lie below 24.9; 60, 35 and 40 above 34.1; 28 to 35 are seven months of a rise."""
    found = finding(watched(tmp_path))

    assert (found.id, found.of_label) == ("control.burglary", "April 2021 to March 2023")
    assert statement(found) == (
        "Burglary was above its usual range in June 2023, January 2024 and March 2024, below its"
        " usual range in April to May 2023 and higher month after month from July 2023 to January"
        " 2024"
    )
    assert (found.value, direction(found)) == (1, "above")


def test_the_table_names_each_signal(tmp_path: Path) -> None:
    """April and May below, June above; January is above, and the last month of a rise."""
    told = column(chart(watched(tmp_path)), "signal")[24:]

    assert told[:4] == [
        *["Below the usual range"] * 2,
        "Above the usual range",
        "One of a steady rise",
    ]
    assert told[9:] == [
        "Above the usual range; One of a steady rise",
        None,
        "Above the usual range",
    ]


def test_months_without_a_signal_are_usual(tmp_path: Path) -> None:
    """Every month of the period like one before it."""
    config = watched(tmp_path)
    for at, count in enumerate(MONTHS[2023], start=1):
        altered(tmp_path, COUNTS, row(2023, at, count), row(2023, at, 30 - at % 2))

    found = finding(config)
    assert phrase(found, "usual range") == "was within its usual range in every month of 2023/24"
    assert (found.value, direction(found)) == (0, "within")
    altered(tmp_path, COUNTS, row(2023, 3, 29), "")
    assert phrase(finding(config), "usual range").endswith("month of 2023/24 that was counted")


def test_a_declared_baseline_stays(tmp_path: Path) -> None:
    """From April 2021 to March 2022 alone: 29 and steps of 2, 29 ± 5.32, for all later months."""
    keys = "control_chart: true\nbaseline: {first: 2021-04, last: 2022-03}"
    found = chart(watched(tmp_path, keys))

    assert set(found.values("centre")) == {29}
    assert found.values("upper") == pytest.approx([34.32] * 36)
    assert found.comparison == "April 2021 to March 2022"


def test_a_break_splits_the_range(tmp_path: Path) -> None:
    """Each year has its own: 29 ± 5.32, eleven steps of 2; then 30 ± 2.66 x 12/11, two of 6."""
    config = watched(tmp_path)
    broken(tmp_path, "2022-04-01")
    found = chart(config)

    assert column(found, "changed")[12] == "new codes"
    assert found.values("centre") == [29] * 12 + [30] * 24
    assert found.values("upper")[11:13] == [
        pytest.approx(34.32),
        pytest.approx(30 + 2.66 * 12 / 11),
    ]
    assert found.marks["baseline"] == ["april-2021", "march-2022", "april-2022", "march-2023"]


def test_too_few_months_since_a_break_have_no_range(tmp_path: Path) -> None:
    """Six months of the new recording before the period judge nothing; the page says why."""
    config = watched(tmp_path)
    broken(tmp_path, "2022-10-01")

    found = section(config)
    assert [e.form for e in found.exhibits if e.kind == "control_chart"] == []
    said = next(f for f in found.findings if f.measure == "control")
    assert said.value is None
    text = read(page(assessed(config)), "burglary")
    assert "Burglary has too few months that were recorded alike for a usual range" in text


@pytest.mark.parametrize("sentence", ["Burglary was watched.", "Burglary [Burglary usual range]."])
def test_what_was_asked_is_said_once_beside_key_findings(tmp_path: Path, sentence: str) -> None:
    """Else a chart that cannot be drawn would be missing without a word."""
    config = watched(tmp_path, f'control_chart: true\nkey_findings: ["{sentence}"]')
    altered(tmp_path, SERIES, "cases: 5", "cases: 30")
    text = read(page(assessed(config)), "burglary")

    assert text.count("Burglary has too few cases a month for a usual range") == 1


def test_too_few_cases_have_no_range(tmp_path: Path) -> None:
    """29.5 a month are fewer than 30, if 30 were asked for."""
    config = watched(tmp_path)
    altered(tmp_path, SERIES, "cases: 5", "cases: 30")

    assert finding(config).value is None
    assert "set quarters beside each other instead" in phrase(finding(config), "usual range")
    assert [e.form for e in section(config).exhibits] == ["months", "months"]


def test_months_may_be_judged_as_if_of_one_length(tmp_path: Path) -> None:
    """20 in April are 20 x 30.4375 / 30; the counts stand beside."""
    config = watched(tmp_path)
    altered(tmp_path, SERIES, "equal_months: false", "equal_months: true")
    found = chart(config)

    assert found.values("value")[0] == 20 * MONTH_DAYS / 30
    assert found.values("count")[0] == 20
    assert found.marks["values"] == ["value"]


def test_the_house_chooses_level_and_steps(tmp_path: Path) -> None:
    """The median is 30. Three steps of 6 lie beyond 3.268 x 40/23 = 5.7: 22/20 are left."""
    config = watched(tmp_path)
    altered(tmp_path, SERIES, "centre: mean", "centre: median")
    altered(tmp_path, SERIES, "outlying: keep", "outlying: leave out")
    found = chart(config)

    assert set(found.values("centre")) == {30}
    assert found.values("upper") == pytest.approx([30 + 2.66 * 22 / 20] * 36)


def test_a_missing_month_is_a_gap(tmp_path: Path) -> None:
    """Without June nothing is above in it, and no nought stands for it."""
    config = watched(tmp_path)
    altered(tmp_path, COUNTS, JUNE, "")
    cell = chart(config).rows[26].cells[1]

    assert (cell.value, cell.markers) == (None, ("x",))
    assert "June" not in phrase(finding(config), "usual range")


def test_smoothed_months_show_a_shift(tmp_path: Path) -> None:
    """From 29.5 on: 0.2 x 20 + 0.8 x 29.5 = 27.6; the first ends are 29.5 ± 3 x 1.542 x 0.2."""
    found = chart(watched(tmp_path, "smoothed: true"), "smoothed months")
    sigma = 40 / 23 / 1.128

    assert found.values("value")[0] == pytest.approx(27.6)
    assert found.values("upper")[0] == pytest.approx(29.5 + 3 * sigma * 0.2)
    assert column(found, "signal")[0] == "Below the usual range"
    assert "smoothed" in found.methods


def test_few_cases_in_a_month_stay_inside(tmp_path: Path) -> None:
    """In a public section, 9 in one month of the baseline keep chart and finding back."""
    config = watched(tmp_path)
    altered(tmp_path, EDITION, "    id: burglary\n", "    id: burglary\n    audience: public\n")
    assert {chart(config).audience, finding(config).audience} == {"public"}

    altered(tmp_path, COUNTS, row(2021, 1, 20), row(2021, 1, 9))
    assert {chart(config).audience, finding(config).audience} == {"partner"}


def test_a_low_end_of_the_range_is_no_small_count(tmp_path: Path) -> None:
    """24 months of 26 and 34 in turn: 30 - 2.66 * 8 = 8.72, and no month has fewer than 10."""
    config = watched(tmp_path)
    altered(tmp_path, EDITION, "    id: burglary\n", "    id: burglary\n    audience: public\n")
    for year in (2021, 2022):
        for at, count in enumerate(MONTHS[year], start=1):
            altered(tmp_path, COUNTS, row(year, at, count), row(year, at, 26 if at % 2 else 34))
    found = chart(config)

    assert found.values("lower")[-1] == pytest.approx(8.72)
    assert found.audience == "public"


@pytest.mark.parametrize(
    ("january", "march", "said"),
    [
        (35, 40, "uncontrolled"),
        (35, 20, "reducing"),
        (35, 30, "uncontrolled"),
        (30, 30, "controlled"),
    ],
)
def test_a_risk_assessment_asks_for_the_state(
    tmp_path: Path, january: int, march: int, said: str
) -> None:
    """Of the newest three months the last with a signal decides: 40 and 35 are above, 20 below."""
    config = watched(tmp_path)
    altered(tmp_path, COUNTS, row(2023, 10, 35), row(2023, 10, january))
    altered(tmp_path, COUNTS, row(2023, 12, 40), row(2023, 12, march))
    study = study_of(config)
    tables, _ = read_sources(study)

    assert state(Desk.of(study.plans[0], study, tables), "burglary") == said


MISTAKES = {
    "baseline within the period": (
        "control_chart: true\nbaseline: {first: 2022-05, last: 2023-04}",
        "the baseline ends in 2023-04, within the period that it is to judge;"
        " let it end before 2023/24",
    ),
    "eleven months": (
        "control_chart: true\nbaseline: {first: 2022-05, last: 2023-03}",
        "has fewer than 12 months",
    ),
    "backwards": (
        "control_chart: true\nbaseline: {first: 2023-03, last: 2022-03}",
        "ends (2022-03) before it begins (2023-03)",
    ),
    "of nothing": (
        "baseline: {first: 2021-04, last: 2023-03}",
        "'baseline' is of the usual range; add 'control_chart: yes', or take it out",
    ),
    "nothing counted": (
        "control_chart: true\nbaseline: {first: 2019-04, last: 2020-03}",
        "a usual range needs 12 counted months from 2019-04 to 2020-03; add rows for them, declare"
        " another 'baseline:', or take the chart out",
    ),
    # counted from April 2021 on: twelve of the months would be a baseline that nobody declared
    "partly counted": (
        "control_chart: true\nbaseline: {first: 2021-01, last: 2022-03}",
        "the baseline begins in 2021-01, but months are counted from April 2021 on;"
        " let it begin in 2021-04, or add rows for the months before",
    ),
}


@pytest.mark.parametrize(("keys", "problem"), MISTAKES.values(), ids=MISTAKES)
def test_a_baseline_that_cannot_judge_is_a_problem(tmp_path: Path, keys: str, problem: str) -> None:
    """With the line of the YAML that declares it."""
    (found,) = problems_of(watched(tmp_path, keys))

    assert found.startswith(f"{EDITION}:")
    assert problem in found


@real
def test_a_real_district_is_judged_by_its_own_months(tmp_path: Path) -> None:
    """Burglary in North West Leicestershire: the year to October 2021 judges the next one.

    All numbers are worked out again from the months of the table: a mean of twelve, the mean of
    eleven steps, and the months outside the range.
    """
    rows = DictReader(LOOKUP.read_text(encoding="utf-8-sig").splitlines())
    names = {r["LSOA11CD"]: r["LSOA11NM"] for r in rows if r["LAD22CD"] == "E07000134"}
    areas = "".join(f"  - {{code: {c}, name: {n}, kind: LSOA}}\n" for c, n in names.items())
    config = street(tmp_path, areas=areas)
    altered(tmp_path, EDITION, "data/middlemarch/street", STREET.as_posix())
    altered(tmp_path, EDITION, "2023-10-01, last: 2023-11-30", "2021-11-01, last: 2022-10-31")
    altered(tmp_path, EDITION, "history: 0", "history: 1")
    keys = "control_chart: true, baseline: {first: 2020-11, last: 2021-10}"
    plan = f"  - {{kind: months, id: burglary, title: B, category: burglary, {keys}}}\n"
    altered(tmp_path, EDITION, "sections:\n", f"sections:\n{plan}")
    found = chart(config)
    counts = [int(str(count)) for count in found.values("count")]
    reach = 2.66 * fmean(abs(b - a) for a, b in pairwise(counts[:12]))

    assert len(counts) == 24
    assert set(found.values("centre")) == {fmean(counts[:12])}
    assert found.values("upper") == pytest.approx([fmean(counts[:12]) + reach] * 24)
    above = [str(text).startswith("Above") for text in found.values("signal")]
    assert above == [count > fmean(counts[:12]) + reach for count in counts]
