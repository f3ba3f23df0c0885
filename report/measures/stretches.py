"""Part a series where its recording changed, and find what each stretch is judged by."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from report.measures.control import Centre, Count, Lengths, Limits, Signal, limits, signals

# Days of a month, on average.
MONTH_DAYS = 365.25 / 12


@dataclass(frozen=True)
class Asked:
    """What is asked of a baseline.

    declared: the months it was declared to be. most, least: how many another stretch takes, and the
    fewest counted ones that any needs. until: the first month of the period, which no baseline
    reaches. centre, screened: as `control.limits` takes them.
    """

    declared: range
    most: int
    least: int
    until: int
    centre: Centre = "mean"
    screened: bool = False


@dataclass(frozen=True)
class Stretch:
    """Months that were recorded alike, `months` being their places, and what is usual in them.

    baseline: the months that `limits` come from; both None where too few were counted.
    """

    months: range
    baseline: range | None = None
    limits: Limits | None = None


def stretches(counts: Sequence[Count], breaks: Iterable[int], asked: Asked) -> list[Stretch]:
    """Part a series at its breaks, each the place of the first month recorded in the new way.

    A series without a break is judged by the declared baseline and by nothing else. Of several
    stretches each is judged by its part of that baseline, or where too few months of it lie in the
    stretch, by the stretch's own first ones; where it has too few of these, by nothing.
    """
    inside = {at for at in breaks if 0 < at < len(counts)}
    parts = [range(*ends) for ends in pairwise(sorted({0, *inside, len(counts)}))]
    return [_stretch(counts, part, asked, alone=len(parts) == 1) for part in parts]


def _stretch(counts: Sequence[Count], months: range, asked: Asked, *, alone: bool) -> Stretch:
    before = range(months.start, max(months.start, min(months.stop, asked.until)))
    own = [at for at in asked.declared if at in before]
    for chosen in (own,) if alone else (own, list(before[: asked.most])):
        known = [counts[at] for at in chosen]
        if sum(count is not None for count in known) >= asked.least:
            found = limits(known, asked.centre, screened=asked.screened)
            if found:
                return Stretch(months, range(chosen[0], chosen[-1] + 1), found)
    return Stretch(months)


def judged(
    counts: Sequence[Count], found: Iterable[Stretch], lengths: Lengths
) -> list[tuple[Signal, ...]]:
    """Say of each month which rules it meets, each stretch by itself; none without limits."""
    every: list[tuple[Signal, ...]] = []
    for one in found:
        own = [counts[at] for at in one.months]
        every += signals(own, one.limits, lengths) if one.limits else [()] * len(own)
    return every


def alike(counts: Sequence[Count], days: Sequence[int]) -> list[Count]:
    """Give counts as they would be in months of the same length, 30.4 days."""
    return [
        None if count is None else count * MONTH_DAYS / length
        for count, length in zip(counts, days, strict=True)
    ]
