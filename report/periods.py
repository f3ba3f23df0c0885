"""Closed date intervals, their labels, and the like-for-like interval a year earlier.

A period knows on what basis it was chosen, because a rate or a change over "1 April to 5 December"
and one over a financial year are different statements. Nothing here reads data or the clock.
"""

import calendar
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Basis = Literal[
    "financial year",
    "calendar year",
    "rolling 12 months",
    "year to date",
    "quarter",
    "dates",
    "day",
]

# English names kept here: calendar.month_name follows the machine's locale, and a build may not.
MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)

LONGEST_QUARTER = 92

# A year as a text has it, as a part of a regular expression.
A_YEAR = r"(?:19|20)\d\d"


@dataclass(frozen=True, order=True)
class Period:
    """A closed date interval.

    first, last: dates, both included.
    basis: why the interval was chosen; "dates" for any other interval, "day" for a snapshot.
    """

    first: date
    last: date
    basis: Basis = "dates"

    @property
    def days(self) -> int:
        """Length in days, both ends counted."""
        return (self.last - self.first).days + 1

    @property
    def whole_months(self) -> bool:
        """Whether the period starts on a first and ends on a last day of a month."""
        return self.first.day == 1 and (self.last + timedelta(days=1)).day == 1

    @property
    def label(self) -> str:
        """The field's form: "2023/24", "October 2011 to September 2012", "1 April to 5 May 2023".

        A day is "31 October 2023", a quarter "2011/12 Q4".
        """
        if self.basis == "financial year":
            return financial_year(self.first)
        if self.basis == "quarter":
            return f"{financial_year(self.first)} Q{(self.first.month - 4) % 12 // 3 + 1}"
        if self.first == self.last:
            return day(self.last)
        if self.basis == "calendar year":
            return str(self.first.year)
        return self.span

    @property
    def year_label(self) -> str:
        """A column's short label: "2023/24" for years from April, else "Year to September 2012"."""
        starts = (self.first.month, self.first.day)
        if self.basis in ("financial year", "year to date") and starts == (4, 1):
            return financial_year(self.first)
        if self.basis == "year to date" and starts == (1, 1):
            return str(self.first.year)
        if self.basis == "rolling 12 months":
            return f"Year to {MONTHS[self.last.month - 1]} {self.last.year}"
        return self.label

    @property
    def dates(self) -> str:
        """First and last day without the years: "1 April to 5 December"."""
        return f"{day(self.first, year=False)} to {day(self.last, year=False)}"

    @property
    def span(self) -> str:
        """First and last month, or day, on whatever basis: "April 2022 to March 2023"."""
        if self.whole_months:
            start, end = MONTHS[self.first.month - 1], MONTHS[self.last.month - 1]
            if (self.first.year, self.first.month) == (self.last.year, self.last.month):
                return f"{end} {self.last.year}"
        else:
            start, end = day(self.first, year=False), day(self.last, year=False)
        first_year = "" if self.first.year == self.last.year else f" {self.first.year}"
        return f"{start}{first_year} to {end} {self.last.year}"

    def months(self) -> tuple["Period", ...]:
        """Give the months that it touches, each whole, in order."""
        found, first = list[Period](), self.first.replace(day=1)
        while first <= self.last:
            days = calendar.monthrange(first.year, first.month)[1]
            found.append(Period(first, first.replace(day=days)))
            first = found[-1].last + timedelta(days=1)
        return tuple(found)

    def earlier(self, years: int = 1) -> "Period":
        """Give the like-for-like period some years earlier: same dates, month ends stay month ends.

        29 February becomes 28 February in a year that lacks it. A period of whole months stays one,
        so one of the two windows may be a day longer: compare `days`.
        """
        first = _same_day(self.first, self.first.year - years)
        last = _same_day(self.last, self.last.year - years)
        if self.whole_months:
            last = last.replace(day=calendar.monthrange(last.year, last.month)[1])
        return Period(first, last, self.basis)


def same_dates(old: Period, new: Period) -> bool:
    """Say whether two periods are one, on whatever basis."""
    return (old.first, old.last) == (new.first, new.last)


def fault(period: Period) -> str:
    """Say what contradicts the period's basis, or "" when nothing does."""
    if period.last < period.first:
        return f"the period ends ({period.last}) before it starts ({period.first})"
    year_end = _same_day(period.first, period.first.year + 1) - timedelta(days=1)
    a_year = period.last == year_end
    starts = (period.first.month, period.first.day)
    quarter_end = (period.first.month + 2 - 1) % 12 + 1
    rules: dict[str, tuple[bool, str]] = {
        "financial year": (a_year and starts == (4, 1), "runs from 1 April to 31 March"),
        "calendar year": (a_year and starts == (1, 1), "runs from 1 January to 31 December"),
        "rolling 12 months": (a_year, "is twelve months long"),
        "year to date": (period.last <= year_end, "is a year long at most"),
        "quarter": (
            starts[0] in (1, 4, 7, 10)
            and period.whole_months
            and period.last.month == quarter_end
            and period.days <= LONGEST_QUARTER,
            "is three whole months from January, April, July or October",
        ),
        "day": (period.days == 1, "is one day long"),
    }
    holds, rule = rules.get(period.basis, (True, ""))
    if holds:
        return ""
    return (
        f"a {period.basis} {rule}, but this one runs from {day(period.first)} to {day(period.last)}"
    )


def snapshot(at: date) -> Period:
    """Give the period of a single day, for positions and caseloads as at a date."""
    return Period(at, at, "day")


def day(value: date, *, year: bool = True) -> str:
    """Give a date as "5 December 2023", or "5 December" without its year."""
    text = f"{value.day} {MONTHS[value.month - 1]}"
    return f"{text} {value.year}" if year else text


def month_number(name: str) -> int:
    """Give the number of a month by its name, or by the first letters of it; 0 if it is none."""
    begins = name.casefold()
    return next((n for n, month in enumerate(MONTHS, 1) if month.casefold().startswith(begins)), 0)


def is_day(day: int, month: int, year: int = 2000) -> bool:
    """Whether a month has a day; without a year, 29 February is one."""
    return 1 <= month <= len(MONTHS) and 1 <= day <= calendar.monthrange(year, month)[1]


def one_year(first: int, last: int) -> bool:
    """Whether two numbers, as in "2023/24" or "2023/2024", are one year that begins in spring."""
    return last in (first + 1, (first + 1) % 100)


def financial_year(value: date) -> str:
    """Give the financial year a date lies in as "2023/24"."""
    start = value.year if value.month >= 4 else value.year - 1  # noqa: PLR2004  April
    return f"{start}/{(start + 1) % 100:02d}"


def _same_day(value: date, year: int) -> date:
    try:
        return value.replace(year=year)
    except ValueError:
        return value.replace(year=year, day=28)
