"""The sums behind a number, with the number's own figures put in.

A sum is given only where it yields the number at full precision: what a finding does not hold, such
as the weights of a harm, makes no sum, and the paragraph of its method has to do.
"""

from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise, permutations
from math import isclose
from typing import NamedTuple

from report.assessment import Cell, Exhibit, Finding, Number, Row, slug
from report.words import NOUNS

Numbers = Mapping[str, Number]

# Kind of a sum, which is a line of templates/explained.html, -> what its numbers come to.
SUMS: Mapping[str, Callable[[Numbers], Number]] = {
    "difference": lambda n: n["now"] - n["before"],
    "change": lambda n: (n["now"] - n["before"]) / n["before"] * 100,
    "share": lambda n: n["part"] / n["whole"] * 100,
    "times": lambda n: n["value"] / n["mean"],
    "gained": lambda n: n["before"] - n["now"],
}

# Measures that are parts of a whole -> the measure that is parted.
PARTED = {"share": "count", "harm share": "harm"}


class Sum(NamedTuple):
    """A sum: its kind, its numbers by name, and what it comes to, as the assessment holds it."""

    kind: str
    numbers: Numbers
    result: Number


def sums(finding: Finding, others: Mapping[str, Finding]) -> tuple[Sum, ...]:
    """Give the sums behind a finding. others: findings by id, of which it may be made."""
    return tuple(one for one in _tried(finding, others) if one)


def _tried(f: Finding, others: Mapping[str, Finding]) -> Iterator[Sum | None]:
    compared = {"now": f.value, "before": f.previous}
    yield _sum("gained" if f.unit == "position" else "difference", f.change, **compared)
    yield _sum("change", f.change_pct, **compared)
    if f.measure in PARTED:
        part = others.get(_id(f, PARTED[f.measure]))
        yield _sum("share", f.value, part=part.value if part else None, whole=f.of)
    yield _sum("times", f.ratio, value=f.value, mean=f.of)
    if f.measure == "remainder":
        whole = others.get(f"count.{slug(f.category)}")
        yield _sum("difference", f.value, now=f.of, before=whole.value if whole else None)
    if f.measure == "gap":
        one, other = (others.get(i) for i in _between(f))
        if one and other:
            yield _sum("difference", f.value, now=one.value, before=other.value)


def _id(finding: Finding, measure: str) -> str:
    """Give the id of the same category's and area's finding of another measure."""
    return ".".join([slug(measure), *finding.id.split(".")[1:]])


def _between(gap: Finding) -> tuple[str, str]:
    """Give the ids of the two counts that a gap is between."""
    _, category, one, other = gap.id.split(".")
    return f"count.{category}.{one}", f"count.{category}.{other}"


def _sum(kind: str, result: Number | None, **numbers: Number | None) -> Sum | None:
    """Make a sum; None where a number lacks, or where they do not come to the result."""
    known = {name: number for name, number in numbers.items() if number is not None}
    if result is None or len(known) < len(numbers):
        return None
    try:
        holds = isclose(SUMS[kind](known), result, rel_tol=1e-12, abs_tol=1e-12)
    except ZeroDivisionError:
        return None
    return Sum(kind, known, result) if holds else None


def sums_of_cell(exhibit: Exhibit, row: Row, at: int) -> tuple[Sum, ...]:
    """Give the sum that makes a cell out of others of its row, or of the rows of its column."""
    result, unit = row.cells[at].value, exhibit.columns[at].unit
    if not isinstance(result, int | float):
        return ()
    kind = {"change %": "change", "difference": "difference", "%": "share"}.get(unit)
    tried = _shared(exhibit, row, result) if kind == "share" else _moved(exhibit, row, kind, result)
    return tuple(one for one in tried if one)[:1]


def _moved(exhibit: Exhibit, row: Row, kind: str | None, result: Number) -> Iterator[Sum | None]:
    """Try the counts of a row, each with the one before it, the last ones first."""
    counts = _counts(exhibit, row)
    pairs = [*pairwise(counts)][::-1] if kind else []
    for before, now in pairs:
        yield _sum(str(kind), result, now=now, before=before)


def _shared(exhibit: Exhibit, row: Row, result: Number) -> Iterator[Sum | None]:
    """Try the counts of a row as parts of those of the total's, or of each other."""
    for total in (each for each in exhibit.rows if each.role == "total"):
        for part, whole in zip(_counts(exhibit, row), _counts(exhibit, total), strict=False):
            yield _sum("share", result, part=part, whole=whole)
    for part, whole in permutations(_counts(exhibit, row), 2):
        yield _sum("share", result, part=part, whole=whole)


def _counts(exhibit: Exhibit, row: Row) -> list[Number | None]:
    """Give the counts of a row, in the order of their columns."""
    cells = zip(row.cells, exhibit.columns, strict=True)
    return [_number(cell) for cell, column in cells if column.unit in NOUNS]


def _number(cell: Cell) -> Number | None:
    return cell.value if isinstance(cell.value, int | float) else None
