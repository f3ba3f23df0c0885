"""Funnels: how far a small area's rate is from the wider area's, for the area's size.

What is expected of an area is what it would have at the wider area's rate: its people times all
counts over all people. An area of which nothing is expected has no place in a funnel.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from report.measures.intervals import poisson

# Lower and upper limit.
Limits = tuple[float, float]


def expected(counts: Mapping[str, float], people: Mapping[str, float]) -> dict[str, float]:
    """Give area -> expected count. Raises ValueError where nobody lives in any area."""
    whole = sum(people[area] for area in counts)
    if whole <= 0:
        raise ValueError(f"a rate needs a population above 0, not {whole}")
    rate = sum(counts.values()) / whole
    return {area: rate * people[area] for area in counts}


@dataclass(frozen=True)
class Spread:
    """How much more areas differ than chance alone would make them.

    phi: mean square of the winsorised scores; about 1 where chance alone is at work, 0 without
    areas. between: variance between areas (tau squared) of the root of observed over expected.
    """

    phi: float = 0.0
    between: float = 0.0

    def score(self, count: float, wanted: float) -> float:
        """Give how many standard deviations a count is above what is expected of the area."""
        return (sqrt(count / wanted) - 1) / self._deviation(wanted)

    def limits(self, wanted: float, score: float) -> Limits:
        """Give the counts whose scores are so far below 0 and above; none is below 0."""
        away = score * self._deviation(wanted)
        return wanted * max(0.0, 1 - away) ** 2, wanted * (1 + away) ** 2

    def _deviation(self, wanted: float) -> float:
        return sqrt(1 / (4 * wanted) + self.between)


def spread(counts: Mapping[str, float], wanted: Mapping[str, float], trim: float) -> Spread:
    """Find how much more areas differ than by chance.

    Takes: area -> count; area -> expected count, areas of 0 left aside; trim: how many per cent of
    the areas at each end are drawn in to the score that bounds them (winsorised), so that a few
    extreme areas do not hide themselves.
    Source: Spiegelhalter, Funnel plots for comparing institutional performance (2005) and Handling
    over-dispersion of performance indicators (2005), with the square root transformation.
    """
    from numpy import clip, percentile

    # sorted, so that the order of the rows moves no last digit
    areas = sorted((wanted[area], counts[area]) for area in counts if wanted[area] > 0)
    if not areas:
        return Spread()
    scores = [Spread().score(count, each) for each, count in areas]
    drawn = clip(scores, *percentile(scores, [trim, 100 - trim]))
    phi = float((drawn**2).mean())
    weights = [4 * each for each, _ in areas]
    room = sum(weights) - sum(weight**2 for weight in weights) / sum(weights)
    more = len(areas) * phi - (len(areas) - 1)
    return Spread(phi, more / room if more > 0 and room > 0 else 0.0)


def chance_limits(wanted: Sequence[float], level: float) -> list[Limits]:
    """Give, for each expected count, the counts whose interval just reaches it, from either side.

    Takes: the level of the intervals, 0.95 for 95 %.
    Gives: limits between whole counts by straight lines, the lower one 0 where even a count of 0
    could be. An area is graded high where its count is above the upper one.
    Source: `intervals.poisson`, turned round.
    """
    from numpy import interp

    most, found = max(wanted, default=0.0), [poisson(0, level)]
    while found[-1].low <= most:
        found.append(poisson(len(found), level))
    below = interp(wanted, [each.high for each in found], range(len(found)), left=0.0)
    above = interp(wanted, [each.low for each in found], range(len(found)))
    return [(float(low), float(high)) for low, high in zip(below, above, strict=True)]
