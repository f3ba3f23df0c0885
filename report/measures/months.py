"""Describe monthly counts: totals of twelve months, what a calendar month usually has, the peak.

A month that was not counted is None, and never 0. Counts are taken as they are: months of 28 and of
31 days are not made alike, because a reader looks the counts up and the published assessments that
this follows do not adjust them either.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

A_YEAR = 12  # months

Count = float | None


def rolling(counts: Sequence[Count]) -> list[Count]:
    """Add up the twelve months that end with each month.

    Takes: counts of months in a row, oldest first.
    Gives: one total for each of them; None where one of its twelve months is missing.
    Source: the rolling years in which police forces watch a trend, free of the season.
    """
    return [_sum(counts[max(0, end - A_YEAR) : end]) for end in range(1, len(counts) + 1)]


def _sum(counts: Sequence[Count]) -> Count:
    known = [count for count in counts if count is not None]
    return sum(known) if len(known) == A_YEAR else None


@dataclass(frozen=True)
class Usual:
    """What a calendar month had in some years: the mean, the highest and the lowest count.

    years: how many years have a count; the others are None where there is none.
    """

    mean: Count
    highest: Count
    lowest: Count
    years: int


def usual(years: Sequence[Sequence[Count]]) -> list[Usual]:
    """Describe each month of a year by the counts it had in several years.

    Takes: years of equally many months, each beginning with the same month. Leave out the year that
    is to be set against the others: a month cannot lie above a range that it belongs to.
    Gives: one description for each month. A year without a count for a month is left out of it.
    """
    return [_described(counts) for counts in zip(*years, strict=True)]


def _described(counts: Sequence[Count]) -> Usual:
    known = [count for count in counts if count is not None]
    if not known:
        return Usual(None, None, None, 0)
    return Usual(fmean(known), max(known), min(known), len(known))


@dataclass(frozen=True)
class Peak:
    """The highest count of some months.

    places: where it stands, more than once where months tie. others: mean of all other months.
    ratio: the highest count divided by that mean; None where the mean is 0.
    """

    count: float
    places: tuple[int, ...]
    others: float
    ratio: float | None


def peak(counts: Sequence[Count]) -> Peak | None:
    """Find the month with the highest count and set it against the mean of the other months.

    The months that share the highest count are none of the others, so that a month does not lower
    its own ratio.
    Gives: the peak; None where no month is lower than another.
    Source: the wording of published assessments ("double the usual monthly rate").
    """
    known = [count for count in counts if count is not None]
    top = max(known, default=0)
    lower = [count for count in known if count < top]
    if not lower:
        return None
    mean = fmean(lower)
    places = tuple(at for at, count in enumerate(counts) if count == top)
    return Peak(top, places, mean, top / mean if mean else None)
