"""The names of periods, in cells and above columns."""

from datetime import date

import pytest

from report.sources.spans import EXAMPLES, Span, local_day, span

KNOWN: list[tuple[Span, str, date, date]] = [
    ("month", "2021-04", date(2021, 4, 1), date(2021, 4, 30)),
    ("month", "Apr-21", date(2021, 4, 1), date(2021, 4, 30)),
    ("month", " Apr 2021", date(2021, 4, 1), date(2021, 4, 30)),
    ("month", "APRIL 2021", date(2021, 4, 1), date(2021, 4, 30)),
    ("month", "Sept-20", date(2020, 9, 1), date(2020, 9, 30)),
    ("month", "Feb. 2024", date(2024, 2, 1), date(2024, 2, 29)),
    ("month", "2011-12", date(2011, 12, 1), date(2011, 12, 31)),
    ("financial year", "2011-12", date(2011, 4, 1), date(2012, 3, 31)),
    ("financial year", "2019/20", date(2019, 4, 1), date(2020, 3, 31)),
    ("financial year", "2019/2020", date(2019, 4, 1), date(2020, 3, 31)),
    ("quarter", "2017/18 1", date(2017, 4, 1), date(2017, 6, 30)),
    ("quarter", "2017/18 Q3", date(2017, 10, 1), date(2017, 12, 31)),
    ("quarter", "2017-18 q4", date(2018, 1, 1), date(2018, 3, 31)),
    ("calendar year", "2012", date(2012, 1, 1), date(2012, 12, 31)),
    ("rolling 12 months", "Year to September 2012", date(2011, 10, 1), date(2012, 9, 30)),
    ("rolling 12 months", "12 months to Feb-24", date(2023, 3, 1), date(2024, 2, 29)),
    ("rolling 12 months", "Year ending December 2023", date(2023, 1, 1), date(2023, 12, 31)),
]


@pytest.mark.parametrize(("kind", "text", "first", "last"), KNOWN)
def test_a_name_becomes_a_closed_period(kind: Span, text: str, first: date, last: date) -> None:
    """The same text is a month or a financial year, by what is expected."""
    found = span(text, kind)

    assert found is not None
    assert (found.first, found.last) == (first, last)


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("month", "2021-13"),
        ("month", "Arp-21"),
        ("month", "Ma-21"),
        ("month", "April"),
        ("financial year", "2019/21"),
        ("financial year", "2019"),
        ("quarter", "2017/18 5"),
        ("quarter", "2017/19 1"),
        ("calendar year", "Total"),
        ("rolling 12 months", "Year to date"),
        ("rolling 12 months", "Year to Setember 2012"),
    ],
)
def test_what_names_no_period_is_none(kind: Span, text: str) -> None:
    """Years that do not follow each other, months that are none."""
    assert span(text, kind) is None


@pytest.mark.parametrize("kind", EXAMPLES)
def test_an_example_in_a_message_can_be_read(kind: Span) -> None:
    """Who writes it as the message says is understood."""
    assert span(EXAMPLES[kind], kind) is not None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2021-07-31T23:10:00+00:00", "2021-08-01"),  # ten past midnight in London
        ("2021-07-31T22:59:00+00:00", "2021-07-31"),
        ("2021-12-31T23:10:00+00:00", "2021-12-31"),
        ("2021-07-31", "2021-07-31"),
        ("July", "July"),
    ],
)
def test_a_time_falls_into_a_day_by_the_clock_on_the_wall(text: str, day: str) -> None:
    """The real file of August 2021 holds a search of 31 July, 23:10 universal time."""
    assert local_day(text) == day
