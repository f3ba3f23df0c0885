"""Grade small areas by comparison with all areas of a wider one, or by declared counts."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from statistics import mean, stdev
from typing import Literal

from report.measures import funnel
from report.measures.intervals import poisson

# From the highest to the lowest; and of which too few are expected to say anything.
Grade = Literal["very high", "high", "above", "average", "low", "too few"]

# From which distance on an area is high, and very high; None where that is not told apart.
Pair = tuple[float, float | None]

# One class alone tells no area from another.
FEWEST = 2


@dataclass(frozen=True)
class Cuts:
    """A value is low below the first cut, and of each higher grade above its own, or average."""

    low: float
    above: float
    high: float
    very_high: float | None

    def grade(self, value: float) -> Grade:
        """Grade a value."""
        if self.very_high is not None and value > self.very_high:
            return "very high"
        if value > self.high:
            return "high"
        if value > self.above:
            return "above"
        return "low" if value < self.low else "average"

    def grades(self, values: Mapping[str, float]) -> dict[str, Grade]:
        """Grade the values of areas."""
        return {area: self.grade(value) for area, value in values.items()}


def overdispersed_funnel(
    counts: Mapping[str, float],
    people: Mapping[str, float],
    scores: Pair,
    *,
    trim: float,
    least: float,
) -> dict[str, Grade]:
    """Grade areas by a funnel that is as wide as areas usually differ.

    Takes: area -> count, and people, of all areas of the wider one; the scores from which areas are
    high and very high, of which low is the mirror; trim, per cent of the areas that are drawn in at
    each end; the least expected count that is graded.
    Source: `funnel.spread`.
    """
    wanted = funnel.expected(counts, people)
    wide = funnel.spread(counts, wanted, trim)
    cuts = Cuts(-scores[0], 0.0, *scores)
    return {
        area: cuts.grade(wide.score(counts[area], each)) if 0 < each >= least else "too few"
        for area, each in wanted.items()
    }


def poisson_funnel(
    counts: Mapping[str, float], people: Mapping[str, float], levels: Pair, *, least: float
) -> dict[str, Grade]:
    """Grade areas by whether the interval of their own count holds what is expected of them.

    Takes: as above; the levels of the intervals, 0.95 for 95 %.
    Source: the comparison with a benchmark of the UKHSA's PHEindicatormethods.
    """
    wanted = funnel.expected(counts, people)
    return {
        area: _beyond(counts[area], each, levels) if 0 < each >= least else "too few"
        for area, each in wanted.items()
    }


def _beyond(count: float, wanted: float, levels: Pair) -> Grade:
    high, very_high = levels
    if very_high is not None and poisson(count, very_high).low > wanted:
        return "very high"
    near = poisson(count, high)
    if near.low > wanted:
        return "high"
    if near.high < wanted:
        return "low"
    return "above" if count > wanted else "average"


def sd_band(values: Iterable[float], deviations: Pair) -> Cuts:
    """Cut values by standard deviations from the mean of all areas.

    Takes: counts or rates, of two areas at least; from how many standard deviations on, with n - 1
    as spreadsheets have it, areas are high and very high, of which low is the mirror.
    Source: a legacy method. It does not consider how many people an area has: by count populous
    areas are high, by rate those with few people.
    """
    every, (high, very_high) = list(values), deviations
    middle, one = mean(every), stdev(every)
    top = None if very_high is None else middle + very_high * one
    return Cuts(middle - high * one, middle, middle + high * one, top)


def quantile(values: Iterable[float], percentiles: Pair) -> Cuts:
    """Cut values by their place among all areas.

    Takes: counts or rates; the percentiles from which areas are high and very high: 80 for the
    highest fifth, of which low is the mirror; above is above the median.
    Source: percentiles by linear interpolation, as in spreadsheets (Hyndman and Fan's type 7). As
    many areas are high where all are nearly alike as where they differ.
    """
    from numpy import percentile

    every, (high, very_high) = list(values), percentiles
    low, middle, upper = (float(p) for p in percentile(every, [100 - high, 50, high]))
    top = None if very_high is None else float(percentile(every, very_high))
    return Cuts(low, middle, upper, top)


def count_cutoffs(count: float, cutoffs: Sequence[tuple[str, float]]) -> str | None:
    """Label a count by declared cut-offs.

    Takes: (label, smallest count that carries it), in any order.
    Gives: the label of the highest cut-off that the count reaches; None below the lowest.
    Source: declared by the partnership; a legacy method that grades volume, not rate.
    """
    reached = [(floor, label) for label, floor in cutoffs if count >= floor]
    return max(reached)[1] if reached else None


def equal_counts(values: Mapping[str, float], number: int, each: int = 1) -> dict[str, int]:
    """Part areas into classes of about as many areas each, from the lowest value to the highest.

    Takes: area -> count or rate, 0 or more; how many classes at most; how many areas above 0 there
    are for a class: of few areas there are fewer classes, but two.
    Gives: area -> class: 0 for a value of 0, the others 1, 2, 3 without gaps. Equal values are of
    one class, so classes are fewer, and unequal, where many values are equal.
    Source: quantile classification (Slocum et al., Thematic Cartography and Geovisualization).
    """
    ranked = sorted(value for value in values.values() if value)
    parts = min(number, max(FEWEST, len(ranked) // each))
    quantiles = {value: bisect_left(ranked, value) * parts // len(ranked) for value in ranked}
    steps = {each: step for step, each in enumerate(sorted(set(quantiles.values())), start=1)}
    return {area: steps[quantiles[value]] if value else 0 for area, value in values.items()}
