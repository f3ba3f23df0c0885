"""Like-for-like periods and the labels of the field."""

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from report.periods import (
    MONTHS,
    Basis,
    Period,
    day,
    fault,
    financial_year,
    is_day,
    month_number,
    one_year,
    snapshot,
)


def dates(typed: tuple[str, str]) -> tuple[date, date]:
    """Read the two ends of a period."""
    return date.fromisoformat(typed[0]), date.fromisoformat(typed[1])


DAYS = st.dates(date(1990, 1, 1), date(2060, 12, 31))


@st.composite
def periods(draw: st.DrawFn) -> Period:
    """Any closed interval of at most a year; half of them are made of whole months."""
    first = draw(DAYS)
    last = first + timedelta(days=draw(st.integers(0, 364)))
    if draw(st.booleans()):
        first = first.replace(day=1)
        last = last.replace(day=28) + timedelta(days=4)
        last -= timedelta(days=last.day)
        assume((last - first).days < 365)
    return Period(first, last)


@pytest.mark.parametrize(
    ("first", "last", "days", "days_before"),
    [
        # 30 + 31 + 30 + 31 + 31 + 30 + 31 + 30 + 5 (field guide 3.2)
        (date(2023, 4, 1), date(2023, 12, 5), 249, 249),
        # one of the two has a 29 February in it (field guide 3.2)
        (date(2023, 4, 1), date(2024, 3, 5), 340, 339),
        (date(2023, 4, 1), date(2024, 3, 31), 366, 365),
        (date(2011, 10, 1), date(2012, 9, 30), 366, 365),
        (date(2024, 2, 29), date(2024, 2, 29), 1, 1),
    ],
)
def test_days_are_counted_with_both_ends(
    first: date, last: date, days: int, days_before: int
) -> None:
    """The length of a period, and of the like-for-like one a year earlier, in days."""
    period = Period(first, last)

    assert (period.days, period.earlier().days) == (days, days_before)


@pytest.mark.parametrize(
    ("now", "years", "before"),
    [
        (("2023-04-01", "2023-12-05"), 1, ("2022-04-01", "2022-12-05")),
        (("2023-04-01", "2023-12-05"), 5, ("2018-04-01", "2018-12-05")),
        # the same date where it exists, else the day before
        (("2023-04-01", "2024-02-29"), 1, ("2022-04-01", "2023-02-28")),
        (("2023-12-05", "2024-02-29"), 1, ("2022-12-05", "2023-02-28")),
        (("2024-02-29", "2024-05-31"), 1, ("2023-02-28", "2023-05-31")),
        (("2024-02-29", "2024-05-31"), 4, ("2020-02-29", "2020-05-31")),
        # whole months stay whole, also where February gets longer
        (("2024-12-01", "2025-02-28"), 1, ("2023-12-01", "2024-02-29")),
        # other dates are not stretched
        (("2024-12-02", "2025-02-28"), 1, ("2023-12-02", "2024-02-28")),
    ],
)
def test_earlier_keeps_the_dates(now: tuple[str, str], years: int, before: tuple[str, str]) -> None:
    """The period some years earlier has the same dates, and month ends stay month ends."""
    found = Period(*dates(now)).earlier(years)

    assert (found.first, found.last) == dates(before)


@given(periods(), st.integers(1, 30))
def test_earlier_is_like_for_like(period: Period, years: int) -> None:
    """No period changes its basis, its months, or its length by more than a leap day."""
    before = period.earlier(years)

    assert before.basis == period.basis
    assert before.first.year == period.first.year - years
    assert before.last.year == period.last.year - years
    assert (before.first.month, before.last.month) == (period.first.month, period.last.month)
    assert before.whole_months or not period.whole_months
    assert abs(before.days - period.days) <= 1


@st.composite
def years_and_quarters(draw: st.DrawFn) -> Period:
    """A period of a basis with a rule."""
    year = draw(st.integers(1990, 2060))
    first = date(year, draw(st.integers(1, 12)), draw(st.integers(1, 28)))
    end = date(year + 1, first.month, first.day) - timedelta(days=1)
    quarter = draw(st.sampled_from([(1, 3, 31), (4, 6, 30), (7, 9, 30), (10, 12, 31)]))
    made = [
        Period(date(year, 4, 1), date(year + 1, 3, 31), "financial year"),
        Period(date(year, 1, 1), date(year, 12, 31), "calendar year"),
        Period(first, end, "rolling 12 months"),
        Period(first, end - timedelta(days=draw(st.integers(0, 300))), "year to date"),
        Period(date(year, quarter[0], 1), date(year, *quarter[1:]), "quarter"),
    ]
    return draw(st.sampled_from(made))


@pytest.mark.parametrize("days", [(1, 29), (31, 1)])
def test_a_period_has_the_months_that_it_touches(days: tuple[int, int]) -> None:
    """Over the end of a year, and with the leap day; months that it cuts are whole all the same."""
    period = Period(date(2023, 12, days[0]), date(2024, 2, days[1]))

    assert period.months() == (
        Period(date(2023, 12, 1), date(2023, 12, 31)),
        Period(date(2024, 1, 1), date(2024, 1, 31)),
        Period(date(2024, 2, 1), date(2024, 2, 29)),
    )


@given(years_and_quarters(), st.integers(1, 30))
def test_earlier_keeps_to_the_basis(period: Period, years: int) -> None:
    """What is a financial year, a quarter or a year to date is one in every year before."""
    assert fault(period) == ""
    assert fault(period.earlier(years)) == ""


@given(years_and_quarters())
def test_years_follow_each_other(period: Period) -> None:
    """The year before a whole year ends on the day before it."""
    assume(period.basis in ("financial year", "calendar year", "rolling 12 months"))

    assert period.earlier().last + timedelta(days=1) == period.first


@pytest.mark.parametrize(
    ("first", "last", "basis", "label", "year_label"),
    [
        ("2023-04-01", "2024-03-31", "financial year", "2023/24", "2023/24"),
        ("1999-04-01", "2000-03-31", "financial year", "1999/00", "1999/00"),
        ("2023-04-01", "2023-12-05", "year to date", "1 April to 5 December 2023", "2023/24"),
        ("2023-04-01", "2024-03-05", "year to date", "1 April 2023 to 5 March 2024", "2023/24"),
        (
            *("2011-10-01", "2012-09-30", "rolling 12 months"),
            *("October 2011 to September 2012", "Year to September 2012"),
        ),
        ("2012-01-01", "2012-03-31", "quarter", "2011/12 Q4", "2011/12 Q4"),
        ("2012-04-01", "2012-06-30", "quarter", "2012/13 Q1", "2012/13 Q1"),
        ("2012-10-01", "2012-12-31", "quarter", "2012/13 Q3", "2012/13 Q3"),
        ("2022-01-01", "2022-12-31", "calendar year", "2022", "2022"),
        ("2023-10-31", "2023-10-31", "day", "31 October 2023", "31 October 2023"),
        ("2023-10-01", "2023-10-31", "dates", "October 2023", "October 2023"),
        ("2023-10-01", "2023-12-31", "dates", *["October to December 2023"] * 2),
        ("2023-10-02", "2023-12-31", "dates", *["2 October to 31 December 2023"] * 2),
    ],
)
def test_labels_are_the_fields(
    first: str, last: str, basis: Basis, label: str, year_label: str
) -> None:
    """A period is called as assessments call it; a year from April is never a calendar year."""
    period = Period(date.fromisoformat(first), date.fromisoformat(last), basis)

    assert fault(period) == ""
    assert (period.label, period.year_label) == (label, year_label)


def test_only_years_from_april_are_financial() -> None:
    """A year to date from January is not headed by a financial year (field guide 3.2)."""
    period = Period(date(2023, 1, 1), date(2023, 9, 30), "year to date")

    assert period.year_label == "2023"


@pytest.mark.parametrize(
    ("first", "last", "basis", "said"),
    [
        ("2011-10-01", "2012-09-30", "financial year", "runs from 1 April to 31 March"),
        ("2023-04-01", "2024-03-30", "financial year", "runs from 1 April to 31 March"),
        ("2023-04-02", "2024-04-01", "financial year", "runs from 1 April to 31 March"),
        ("2023-04-01", "2025-03-31", "financial year", "runs from 1 April to 31 March"),
        ("2023-04-01", "2024-03-31", "calendar year", "runs from 1 January to 31 December"),
        ("2023-04-01", "2023-12-05", "rolling 12 months", "is twelve months long"),
        ("2023-04-01", "2024-04-01", "year to date", "is a year long at most"),
        ("2022-04-01", "2023-04-01", "year to date", "is a year long at most"),
        ("2023-05-01", "2023-07-31", "quarter", "is three whole months from January"),
        ("2023-04-01", "2023-06-29", "quarter", "is three whole months from January"),
        ("2023-04-01", "2024-06-30", "quarter", "is three whole months from January"),
        ("2023-04-01", "2023-04-02", "day", "is one day long"),
        ("2023-12-05", "2023-04-01", "dates", "the period ends (2023-04-01) before it starts"),
    ],
)
def test_a_basis_that_does_not_hold_is_refused(
    first: str, last: str, basis: Basis, said: str
) -> None:
    """What is called a financial year runs from 1 April, and so on for every basis."""
    wrong = fault(Period(date.fromisoformat(first), date.fromisoformat(last), basis))

    assert said in wrong


def test_a_refusal_names_the_dates_found() -> None:
    """The message says what the period is, so that the analyst sees the mistake."""
    wrong = fault(Period(date(2011, 10, 1), date(2012, 9, 30), "financial year"))

    assert wrong.endswith("but this one runs from 1 October 2011 to 30 September 2012")


def test_a_day_by_itself_holds() -> None:
    """A snapshot of 1 April 2023 is a period without a fault."""
    assert fault(snapshot(date(2023, 4, 1))) == ""


def test_dates_in_words() -> None:
    """Days and financial years are written without help of the machine's locale."""
    assert day(date(2023, 12, 5)) == "5 December 2023"
    assert day(date(2023, 12, 5), year=False) == "5 December"
    assert financial_year(date(2023, 3, 31)) == "2022/23"
    assert financial_year(date(2023, 4, 1)) == "2023/24"
    assert Period(date(2023, 4, 1), date(2023, 12, 5)).dates == "1 April to 5 December"


def test_a_month_is_known_by_its_first_letters() -> None:
    """Whole or cut off, in any case; other words are none."""
    assert [month_number(month) for month in MONTHS] == list(range(1, 13))
    assert [month_number(name) for name in ("SEP", "sept", "Decade", "Spring")] == [9, 9, 0, 0]


@given(DAYS)
def test_a_day_of_the_calendar_is_one(value: date) -> None:
    """Every date has a day that its month has."""
    assert is_day(value.day, value.month, value.year)


@pytest.mark.parametrize(("at", "month", "year"), [(31, 6, 2023), (29, 2, 2023), (0, 5, 2023)])
def test_a_day_that_no_month_has_is_none(at: int, month: int, year: int) -> None:
    """31 June, 29 February of a common year, and no day at all."""
    assert not is_day(at, month, year)


@given(DAYS)
def test_the_label_of_a_financial_year_is_one_year(value: date) -> None:
    """ "1999/00" too; "2020/22" is two."""
    first, last = (int(part) for part in financial_year(value).split("/"))

    assert one_year(first, last)
    assert one_year(first, first + 1)
    assert not one_year(first, (last + 1) % 100)
