"""The numbers that findings and exhibits hold, each under a name."""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from report.assessment import Exhibit, Finding, Interval, Number
from report.ledger.pieces import numbers
from report.periods import A_YEAR
from report.prose.figures import Figure

# A column of a year.
YEAR = re.compile(rf"\b{A_YEAR}")


class Holding(NamedTuple):
    """A number under a name; of: what it stands out of, as a position does."""

    name: str
    value: Number
    of: Number | None = None


def of_finding(finding: Finding) -> Iterator[Holding]:
    """Give every number of a finding."""
    own = {
        **{"value": finding.value, "previous": finding.previous, "change": finding.change},
        **{"change_pct": finding.change_pct, "of": finding.of, "ratio": finding.ratio},
    }
    for name, value in own.items():
        if value is not None:
            of = finding.of if name in ("value", "previous") else None
            yield Holding(name, value, of)
    yield from _limits("interval", finding.interval)
    if finding.variation:
        yield from _limits("variation.interval", finding.variation.interval)
        yield Holding("variation.level", finding.variation.level)
    for point in finding.series:
        yield Holding(f"series {point.label}", point.value)
    yield from _of_cautions(finding)


def _limits(name: str, interval: Interval | None) -> Iterator[Holding]:
    if interval:
        for part in ("low", "high", "level"):
            yield Holding(f"{name}.{part}", getattr(interval, part))


def _of_cautions(holder: Finding | Exhibit) -> Iterator[Holding]:
    for caution in holder.cautions:
        yield from (Holding(f"{caution.kind}: {name}", n) for name, n in caution.numbers.items())
        for when in ("", "_before"):
            rows = caution.numbers.get(f"rows{when}")
            part = caution.numbers.get(f"unlocated{when}")
            if rows and part is not None:
                yield Holding(f"{caution.kind}: share{when}", 100 * part / rows)


# What an exhibit holds besides its cells that is printed under it.
PARTICULARS = (
    *("shown", "unlisted", "least", "rates", "spreads", "classified", "weighting", "compared"),
    *("peers", "marks"),
)


def of_exhibit(exhibit: Exhibit) -> Iterator[Holding]:
    """Give every number of an exhibit but those in its cells."""
    held = exhibit.model_dump(include=set(PARTICULARS))
    for name in PARTICULARS:
        yield from _within(name, held[name])
    yield from _of_cautions(exhibit)


def _within(name: str, item: Any) -> Iterator[Holding]:
    if isinstance(item, dict):
        for key, inner in item.items():
            yield from _within(f"{name}.{key}", inner)
    elif isinstance(item, (list, tuple)):
        yield Holding(f"number of {name}", len(item))
        for at, inner in enumerate(item):
            yield from _within(f"{name}.{at}", inner)
    elif isinstance(item, str):
        yield from (Holding(name, n.value, n.of) for n in numbers(item) if n.value is not None)
    elif isinstance(item, int | float) and not isinstance(item, bool):
        yield Holding(name, item)


def sizes(exhibit: Exhibit) -> Iterator[Holding]:
    """Count rows, columns and what a column's words part the rows into."""
    own = [row for row in exhibit.rows if row.role == "row"]
    yield Holding("number of rows", len(own))
    yield Holding("number of rows with the whole", len(exhibit.rows))
    parts = [row for row in exhibit.rows if row.role in ("row", "rest")]
    yield Holding("number of rows without the whole", len(parts))
    figures = [n for n, c in enumerate(exhibit.columns) if c.unit != "text"]
    yield Holding("number of columns of figures", len(figures))
    years = [c for c in exhibit.columns if YEAR.search(c.label)]
    yield Holding("number of years", len(years))
    for at, column in enumerate(exhibit.columns):
        values = [row.cells[at].value for row in own]
        units = [c for c in exhibit.columns if c.unit == column.unit and c.unit != "text"]
        yield Holding(f"number of columns of {column.unit}", len(units))
        yield Holding(f"number of rows with a {column.key}", sum(v is not None for v in values))
        if column.unit in ("text", "label", "class", "status", "mark", "outline"):
            for value in dict.fromkeys(values):
                yield Holding(f"number of rows with {column.key} {value}", values.count(value))
            yield Holding(f"number of different {column.key}", len(set(values)))


def fits(figure: Figure, held: Holding) -> bool:
    """Whether a number as printed may be one that is held, and stands out of the same whole."""
    if figure.of is not None and held.of is not None and figure.kind != "rate":
        return figure.may_be(held.value) and figure.of == held.of
    if figure.hedge in ("less than", "fewer than") and figure.value is not None:
        return 0 <= abs(held.value) < figure.value or figure.may_be(held.value)
    return figure.may_be(held.value)
