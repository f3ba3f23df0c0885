"""Dates and periods: possible ones, the same on every page, and in captions those of columns."""

import re
from calendar import monthrange
from collections.abc import Iterator
from itertools import pairwise

from report.errors import Problem
from report.finished.alarms import alarm, quoted
from report.finished.document import Finished, Part
from report.finished.exhibits import ShownTable, tables
from report.finished.sheets import Sheet
from report.finished.wording import texts
from report.periods import MONTHS

_MONTH = "|".join(MONTHS)
DAY = re.compile(
    rf"(?<![\d/])(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s(?P<month>{_MONTH})\b(?:,?\s(?P<year>\d{{4}})\b)?"
)
NUMERIC = re.compile(r"(?<![\d/])(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>\d{4})(?!\d)")
# "2022/23" is one year; "2020/22" is none. A slash too many, or a digit too few, is no label.
YEARS = re.compile(r"(?<![\d/.])(?P<first>(?:19|20)\d\d)/(?P<last>\d\d)(?![\d/])")
BROKEN = re.compile(r"(?<![\d/.])(?:\d{3}/\d\d|(?:19|20)\d\d//\d+|(?:19|20)\d\d/\d)(?![\d/.])")
RANGE = re.compile(
    rf"\b(?P<d1>\d{{1,2}}) (?P<m1>{_MONTH}) (?P<y1>\d{{4}}) to "
    rf"(?P<d2>\d{{1,2}}) (?P<m2>{_MONTH}) (?P<y2>\d{{4}})"
)
YEAR = re.compile(r"\b((?:19|20)\d\d)(/\d\d)?\b")


def possible(document: Finished) -> Iterator[Problem]:
    """Every date is one, every year label is of one year, and a period ends after it begins."""
    for part, text in texts(document):
        if not re.search(r"\d", text):
            continue
        wrong = [found[0] for found in DAY.finditer(text) if not _is_day(found)]
        wrong += [found[0] for found in NUMERIC.finditer(text) if not _is_day(found)]
        wrong += [found[0] for found in YEARS.finditer(text) if not _is_year(found)]
        wrong += [found[0] for found in BROKEN.finditer(text)]
        for one in wrong:
            what = f"{quoted(one)} is no date and no year: {quoted(text, text.index(one))}"
            yield alarm(document, "date", part, what, "look it up", f"{one} {text}")
        for found in RANGE.finditer(text):
            first, last = (
                (int(found[f"y{n}"]), MONTHS.index(found[f"m{n}"]), int(found[f"d{n}"]))
                for n in (1, 2)
            )
            if last < first:
                what = f"{quoted(found[0])} ends before it begins"
                yield alarm(document, "date", part, what, "look it up", found[0])


def _is_day(found: re.Match[str]) -> bool:
    month = found["month"]
    number = int(month) if month.isdigit() else MONTHS.index(month) + 1
    if not 1 <= number <= len(MONTHS):
        return False
    year = int(found["year"] or 2000)  # which has a 29 February
    return 1 <= int(found["day"]) <= monthrange(year, number)[1]


def _is_year(found: re.Match[str]) -> bool:
    return (int(found["first"]) + 1) % 100 == int(found["last"])


def covered(document: Finished) -> Iterator[Problem]:
    """The cover, the page at a glance and the document details name one period."""
    said: list[tuple[Part, str]] = []
    for part in document.parts:
        if "cover-period" in part.styles:
            said.append((part, part.text))
        elif "glance-scope" in part.styles:
            said.append((part, part.text.partition(", compared with ")[0]))
        rows = part.table.rows if part.table and "details" in part.styles else ()
        said += [(part, row.cells[-1].text) for row in rows if row.key == "time-period"]
    for (_, first), (part, other) in pairwise(said):
        if first != other:
            what = f"the period is {quoted(other)} here, and {quoted(first)} before"
            yield alarm(document, "period", part, what, "build it again", "time-period")


def headed(document: Finished) -> Iterator[Problem]:
    """A caption's period is that of the columns, and columns of years follow one another."""
    for table in tables(document):
        yield from _captioned(document, table)
        starts = [
            (column.header, int(found["first"]))
            for column in Sheet(table).columns
            if (found := YEARS.fullmatch(column.header))
        ]
        for (_, before), (header, start) in pairwise(starts):
            if start != before + 1:
                what = f"{table.label}: the column {header} does not follow {before}"
                yield alarm(document, "period", table.part, what, "look it up", table.label)


def _captioned(document: Finished, table: ShownTable) -> Iterator[Problem]:
    """Find a first or a last column whose period the caption does not name, or leaves out."""
    caption = " ".join(c.text for c in table.captions)
    columns = [c for c in Sheet(table).periods() if c.years]
    said = [end for found in YEAR.finditer(caption) for end in (int(found[1]), _end(found))]
    if len(columns) < 2 or not said:  # noqa: PLR2004
        return
    ends = (columns[0], columns[-1])
    named = [c.header in caption for c in ends]
    first, last = columns[0].years or (0, 0), columns[-1].years or (0, 0)
    within = min(said) <= first[1] and max(said) == last[1]
    if not within or (any(named) and not all(named)):
        shown = " and ".join(c.header for c in ends)
        what = f"{table.label}: its caption is {quoted(caption)}, its columns are of {shown}"
        yield alarm(document, "period", table.part, what, "look both up", table.label)


def _end(found: re.Match[str]) -> int:
    return int(found[1]) + (1 if found[2] else 0)


RULES = (possible, covered, headed)
