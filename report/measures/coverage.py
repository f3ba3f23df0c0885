"""What counted rows say of their own gaps: months missing or cut, and codes that change.

A file being there does not prove that it is complete, so a month is held against the others of its
series. Source of the method: the coverage matrix of force by month that the field asks for before
any change of data.police.uk files is read; thresholds are the caller's.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median


def missing(window: Iterable[date], held: Collection[date]) -> tuple[date, ...]:
    """Give the months of a window that are not held, where any of it is; else none is missed.

    Takes: the first day of each month of the window, and of each month that holds a row.
    """
    months = tuple(window)
    lacking = tuple(month for month in months if month not in held)
    return lacking if len(lacking) < len(months) else ()


@dataclass(frozen=True)
class Short:
    """A month with far fewer rows than are usual: its rows, and the usual number."""

    month: date
    rows: int
    usual: float


def partial(series: Mapping[date, int], below: float, volume: float = 1) -> tuple[Short, ...]:
    """Find the months that hold fewer rows than a share of the median of the others.

    Takes: rows by month; the share in per cent below which a month is partial; the least median
    that is judged, since months of a few rows differ by chance.
    """
    found = []
    for month in sorted(series):
        others = [rows for other, rows in series.items() if other != month]
        usual = median(others) if others else 0
        if usual >= volume and 100 * series[month] < below * usual:
            found.append(Short(month, series[month], usual))
    return tuple(found)


def shared_out(count: float, rows: float, unlocated: float) -> float:
    """Add to a count of located rows its part of those without a location, in proportion.

    Takes: the count of an area; all rows of its files, and those of them without a location.
    Gives: count * rows / (rows - unlocated), a number with decimals; the count where none is
    located.
    """
    return count * rows / (rows - unlocated) if rows > unlocated else count


@dataclass(frozen=True)
class Turnover:
    """A month from which on some codes end and others begin, with the rows that carry them.

    ended: rows of codes that stand before the month alone. begun: of those from it on alone.
    """

    month: date
    ended: int
    begun: int


def turnover(
    rows: Mapping[tuple[str, date], int], months: Sequence[date], expected: float, share: float
) -> Turnover | None:
    """Find the month in which one set of codes gives way to another, as at a change of boundaries.

    Takes: rows by code and month; the months in order; how many rows a code must have been
    expected to carry on the other side of the month, by its own rate, for its absence to mean
    something; the share of all rows in per cent that both the ended and the begun must exceed.
    Gives: the month where the lesser of the two is largest, None where none exceeds the share.
    """
    spans: dict[str, tuple[date, date, int]] = {}
    for (code, month), number in rows.items():
        first, last, total = spans.get(code, (month, month, 0))
        spans[code] = (min(first, month), max(last, month), total + number)
    least = share * sum(rows.values()) / 100
    found = (_at(spans, months, n, expected) for n in range(1, len(months)))
    sized = [each for each in found if min(each.ended, each.begun) > least]
    return max(sized, key=lambda each: min(each.ended, each.begun), default=None)


def _at(
    spans: Mapping[str, tuple[date, date, int]], months: Sequence[date], n: int, expected: float
) -> Turnover:
    """Add up the rows of codes that end before, and of those that begin at, the n-th month."""
    before, after, cut = n, len(months) - n, months[n]
    ended = sum(t for _, last, t in spans.values() if last < cut and t * after / before >= expected)
    begun = sum(t for at, _, t in spans.values() if at >= cut and t * before / after >= expected)
    return Turnover(cut, ended, begun)
