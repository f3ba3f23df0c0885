"""Tell whether a year or a date in a text is a finding's own period, the one before, or another."""

import re
from calendar import monthrange
from datetime import date
from typing import Literal

from report.assessment import Finding
from report.periods import A_YEAR, MONTHS, Period, is_day, month_number, one_year

Relation = Literal["now", "before", "other", ""]

TWO_YEARS = rf"(?P<first>{A_YEAR})\s?[/–-]\s?(?P<last>(?:19|20)?\d\d)"
YEARS = re.compile(rf"{TWO_YEARS}$")
YEAR = re.compile(rf"(?:FY\s?)?(?P<year>{A_YEAR})")
SPAN = re.compile(r"(?P<first>\d{4}-\d\d-\d\d)/(?P<last>\d{4}-\d\d-\d\d)$")
SHORT = "|".join(month[:3] for month in MONTHS)
DAY = re.compile(
    rf"(?:(?P<day>\d{{1,2}})\s?(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?P<month>{SHORT})"
    rf"\w*,?\s+(?P<year>{A_YEAR})$",
    re.IGNORECASE,
)
APRIL = 4
_DAY = rf"(?:\d{{1,2}}\s?(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?:{'|'.join(MONTHS)}|(?:{SHORT})\b)"
# "April 2022 to March 2023", "1 April and 5 December 2023"; the first year may be left out.
RANGE = re.compile(
    rf"(?P<since>{_DAY}(?:,?\s+(?P<year>{A_YEAR}))?)\s*(?:to|and|until|[–-])\s*(?:the\s+)?"
    rf"(?P<until>{_DAY},?\s+(?P<last>{A_YEAR}))(?!\d)",
    re.IGNORECASE,
)
# A day or a month, in each writing of one.
DAYS = (
    re.compile(
        r"(?:(?P<day>\d{1,2})\s?(?:st|nd|rd|th)?\s+(?:of\s+)?)?(?P<month>[a-z]{3,})"
        r"(?:,?\s+(?P<year>\d{4}))?",
        re.IGNORECASE,
    ),
    re.compile(r"(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>\d{4})"),
    re.compile(r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)"),
)
LEAP = 2000  # a year that has every day


def spanned(text: str) -> tuple[date, date] | None:
    """Read "2023/24", "2019", "5th December 2023", "May 2023" or two ISO dates; None for others.

    None too for a day that no month has: "0 May 2023", "31 June 2023".
    """
    try:
        return _spanned(text)
    except ValueError:  # of datetime.date
        return None


def _spanned(text: str) -> tuple[date, date] | None:
    if match := RANGE.fullmatch(text):
        year = "" if match["year"] else f" {match['last']}"
        since, until = _dated(f"{match['since']}{year}"), _dated(match["until"])
        return (since[0], until[1]) if since and until else None
    if match := SPAN.match(text):
        return date.fromisoformat(match["first"]), date.fromisoformat(match["last"])
    if match := YEARS.search(text):
        first, last = int(match["first"]), int(match["last"])
        if one_year(first, last):
            return date(first, APRIL, 1), date(first + 1, APRIL - 1, 31)
        return date(first, 1, 1), date(max(first, first // 100 * 100 + last % 100), 12, 31)
    if match := YEAR.fullmatch(text):
        return date(int(match["year"]), 1, 1), date(int(match["year"]), 12, 31)
    return _dated(text)


def _dated(text: str) -> tuple[date, date] | None:
    match = DAY.search(text)
    if not match:
        return None
    year = int(match["year"])
    month = month_number(match["month"])
    if not match["day"]:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    day = date(year, month, int(match["day"]))
    return day, day


def exists(text: str) -> bool:
    """Say whether there is the day or the month that a text writes: "31 June" is none."""
    found = next((m for shape in DAYS if (m := shape.fullmatch(text))), None)
    if found is None:
        return False
    month = int(found["month"]) if found["month"].isdigit() else month_number(found["month"])
    return is_day(int(found["day"] or 1), month, int(found["year"] or LEAP))


def relation(finding: Finding, text: str) -> Relation:
    """Tell what a written year or date is to a finding; "" where it does not say a year.

    A year is the finding's where its period lies within it, a day where the period ends or begins,
    and what is written from one date to another where it is just that period.
    """
    span = spanned(text)
    if span is None:
        return ""
    same = _exactly if RANGE.fullmatch(text) else _is
    if same(finding.period, span):
        return "now"
    if finding.previous_period and same(finding.previous_period, span):
        return "before"
    return "other"


def _exactly(period: Period, span: tuple[date, date]) -> bool:
    return span == (period.first, period.last)


def _is(period: Period, span: tuple[date, date]) -> bool:
    if span[0] == span[1]:
        return span[0] in (period.first, period.last)
    return span[0] <= period.first and period.last <= span[1]


def point(finding: Finding, text: str) -> float | None:
    """Give a finding's count in another year, if its section shows that year."""
    return next((float(p.value) for p in finding.series if p.label == text.strip()), None)
