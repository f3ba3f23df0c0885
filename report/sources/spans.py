"""Read the names of periods, as they stand in cells and in headers: "2021-04", "2019/20".

What a name means depends on what is expected: "2011-12" is a month or a financial year.
"""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date, datetime
from typing import Literal
from zoneinfo import ZoneInfo

from report.periods import MONTHS, Basis, Period, month_number, one_year

Span = Literal["month", "quarter", "financial year", "calendar year", "rolling 12 months"]

# How each is written, for messages.
EXAMPLES: dict[Span, str] = {
    "month": "2023-12",
    "quarter": "2023/24 Q3",
    "financial year": "2023/24",
    "calendar year": "2023",
    "rolling 12 months": "Year to September 2023",
}

NAME = r"(?P<name>[A-Za-z]{3,9})\.?[ -](?P<year>(?:20)?[0-9]{2})"
YEARS = r"(?P<year>20[0-9]{2})[/-](?P<next>(?:20)?[0-9]{2})"


def span(text: str, kind: Span) -> Period | None:
    """Give the closed period that a text names, or None where it names none of this kind."""
    return _READERS[kind](text.strip())


def local_day(text: str) -> str:
    """Give the day in the United Kingdom of a time with its zone, such as "…T23:10:00+00:00".

    In summer, the last hour of a day in universal time is the first of the next one there. A text
    that is no such time is given back.
    """
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return text
    return f"{moment.astimezone(ZoneInfo('Europe/London')):%Y-%m-%d}" if moment.tzinfo else text


def iso_month(text: str) -> Period | None:
    """Give the month that is written as 2023-12."""
    found = re.fullmatch(r"([0-9]{4})-(0[1-9]|1[0-2])", text)
    return _months(int(found[1]), int(found[2])) if found else None


def _month(text: str) -> Period | None:
    found = re.fullmatch(NAME, text)
    if not found:
        return iso_month(text)
    month = month_number(found["name"])
    return _months(_year(found["year"]), month) if month else None


def _quarter(text: str) -> Period | None:
    found = re.fullmatch(rf"{YEARS} Q?(?P<quarter>[1-4])", text, re.IGNORECASE)
    year = found and _financial(found)
    if not found or not year:
        return None
    first = 3 * int(found["quarter"]) + 1
    year, first = (year, first) if first <= len(MONTHS) else (year + 1, first - len(MONTHS))
    return _months(year, first, 3, "quarter")


def _financial_year(text: str) -> Period | None:
    found = re.fullmatch(YEARS, text)
    year = found and _financial(found)
    return _months(year, 4, 12, "financial year") if year else None


def _calendar_year(text: str) -> Period | None:
    return _months(int(text), 1, 12, "calendar year") if re.fullmatch("20[0-9]{2}", text) else None


def _rolling(text: str) -> Period | None:
    start = r"(?:year|12 months|twelve months) (?:to|ending|ended|to the end of) "
    found = re.fullmatch(start + NAME, text, re.IGNORECASE)
    month = month_number(found["name"]) if found else 0
    if not found or not month:
        return None
    year, first = _year(found["year"]), month % len(MONTHS) + 1
    return _months(year if first == 1 else year - 1, first, 12, "rolling 12 months")


def _financial(found: re.Match[str]) -> int:
    """Give the year that a financial year begins in; 0 where the two do not follow each other."""
    year, after = int(found["year"]), int(found["next"])
    return year if one_year(year, after) else 0


def _year(text: str) -> int:
    return int(text) if len(text) == len("2023") else 2000 + int(text)


def _months(year: int, month: int, number: int = 1, basis: Basis = "dates") -> Period:
    """Give so many months from the first day of one."""
    years, last = divmod(month + number - 2, len(MONTHS))
    end = date(year + years, last + 1, monthrange(year + years, last + 1)[1])
    return Period(date(year, month, 1), end, basis)


_READERS: dict[Span, Callable[[str], Period | None]] = {
    "month": _month,
    "quarter": _quarter,
    "financial year": _financial_year,
    "calendar year": _calendar_year,
    "rolling 12 months": _rolling,
}
