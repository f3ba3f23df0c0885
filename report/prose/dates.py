"""What the years in a text are to an edition: its own, the one compared with, past, or ahead.

"The same dates of 2022" is right in one edition and left standing in the next. A year is judged by
what it is to the edition, so that the corrected year means the same again.
"""

import re

from report.periods import A_YEAR, Period

# "2023", "2022/23", and what is planned or shown from one to another, "2023 to 2026", "2023-26".
ONE = rf"{A_YEAR}(?:[/–-]\d\d)?(?!\d)"
# The year of a law is a part of its name.
LAW = r"(?<!\bAct )(?<!\bBill )(?<!\bOrder )(?<!\bRegulations )"
YEARS = re.compile(rf"{LAW}(?<![\d,.£])(?P<first>{ONE})(?:(?: to |–)(?P<last>{ONE}))?")
CENTURY = 100


def relations(text: str, period: Period, comparison: Period) -> tuple[tuple[str, str], ...]:
    """Give each year, or span of years, in a text, and what it is to an edition."""
    return tuple((m[0], _relation(m, period, comparison)) for m in YEARS.finditer(text))


def undated(text: str) -> str:
    """Put three dots for each year, or span of years, in a text."""
    return YEARS.sub("…", text)


def _relation(match: re.Match[str], period: Period, comparison: Period) -> str:
    first, last = int(match["first"][:4]), _last(match["last"] or match["first"])
    if first > period.last.year:
        return "ahead"
    if last >= period.first.year:
        return "in this period"
    if last >= comparison.first.year:
        return "in the period compared with"
    return "past"


def _last(text: str) -> int:
    """Give the year in which "2023", "2022/23" or "2023-26" stands last, 2022/23 being one year."""
    first, ends = int(text[:4]), int(text[-2:])
    year = first - first % CENTURY + ends
    return first if year <= first + 1 else year
