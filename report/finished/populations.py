"""Rates: each is its count over its people, and an area has one number of people in every table."""

import re
from collections import defaultdict
from collections.abc import Iterator

from report.errors import Problem
from report.finished.document import Finished
from report.finished.sheets import Column, Sheet, odd, sheets
from report.finished.spans import Span

PER = re.compile(r"rate per (?P<base>\d[\d,]*)", re.IGNORECASE)


def rates(document: Finished) -> Iterator[Problem]:
    """Every count and rate of an area comes from the same number of people."""
    known: dict[tuple[str, str], list[tuple[Span, str]]] = defaultdict(list)
    for sheet in sheets(document):
        for column in sheet.columns:
            for row in range(len(sheet.rows)) if PER.match(column.header) else ():
                people = _people(sheet, column, row)
                if people is None:
                    continue
                held = known[sheet.named(row), column.header]
                other = next((label for span, label in held if not span.meets(people)), "")
                if other:
                    said = f"the count and the rate of {sheet.named(row)}"
                    what = f"{said} are not of as many people as in {other}"
                    yield odd(document, sheet, "people", what, sheet.named(row))
                held.append((people, sheet.shown.label))


def _people(sheet: Sheet, rate: Column, row: int) -> Span | None:
    """Give how many people a count and a rate are of."""
    counts = [c for c in sheet.columns[: rate.at] if _is_count(c)]
    count, value = counts[0].span(row) if counts else None, rate.span(row)
    implied = count.over(value) if count and value and count.low > 0 else None
    return implied.times(_base(rate)) if implied else None


def _base(rate: Column) -> int:
    found = PER.match(rate.header)
    return int(found["base"].replace(",", "")) if found else 1


def _is_count(column: Column) -> bool:
    return column.of("count") and not re.match(r"rank|position", column.header, re.IGNORECASE)


def stated(document: Finished) -> Iterator[Problem]:
    """A rate is its count over the people that stand beside it."""
    for sheet in sheets(document):
        for people in sheet.headed("residents|people|households"):
            counts = [c for c in sheet.columns[: people.at] if _is_count(c)]
            for rate in sheet.columns if counts else ():
                for row in range(len(sheet.rows)) if PER.match(rate.header) else ():
                    if not _holds(counts[-1].span(row), people.span(row), rate.span(row), rate):
                        said = f"the rate of {sheet.named(row)}"
                        what = f"{said} is not its count over its {people.header.lower()}"
                        yield odd(document, sheet, "people", what, sheet.named(row))


def _holds(count: Span | None, people: Span | None, value: Span | None, rate: Column) -> bool:
    true = count.over(people) if count and people else None
    return not (true and value) or value.meets(true.times(_base(rate)))


RULES = (rates, stated)
