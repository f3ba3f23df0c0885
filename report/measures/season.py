"""The season of a series: how far each calendar month lies above or below the year around it.

Source: classical decomposition by the ratio to the centred twelve-month mean (2 x 12), as in
W. I. King (1924) and the textbooks since.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from statistics import fmean

from scipy.stats import kruskal

from report.measures.control import Count
from report.measures.months import A_YEAR

HALF = A_YEAR // 2

# Of one year's ratio nobody can tell the season from that year.
FEWEST_RATIOS = 2


@dataclass(frozen=True)
class Season:
    """ratios: of the twelve months of a year, from the first month of the series; their mean is 1.

    years: the fewest ratios that a calendar month has. p: how probable ratios so far apart are if
    no month differs from another (Kruskal and Wallis).
    """

    ratios: tuple[float, ...]
    years: int
    p: float


def season(
    counts: Sequence[Count], least: int, left_out: Collection[int] = frozenset()
) -> Season | None:
    """Find the season of months in a row.

    Takes: counts, best of months made alike in length; the fewest months that are enough; the
    places of months to leave out, which enter no mean either.
    Gives: the season; None where too few months are left, or a calendar month has less than two
    ratios.
    """
    kept = [None if at in left_out else count for at, count in enumerate(counts)]
    if sum(count is not None for count in kept) < least:
        return None
    ratios = [_ratio(kept, at) for at in range(len(kept))]
    groups = [[r for r in ratios[month::A_YEAR] if r is not None] for month in range(A_YEAR)]
    years = min(map(len, groups))
    if years < FEWEST_RATIOS:
        return None
    means = [fmean(group) for group in groups]
    whole = fmean(means)
    return Season(tuple(mean / whole for mean in means), years, _p(groups))


def _ratio(counts: Sequence[Count], at: int) -> float | None:
    """Divide a month by the mean of the year around it, whose two ends count half."""
    if at < HALF or at + HALF >= len(counts):
        return None
    around = [count for count in counts[at - HALF : at + HALF + 1] if count is not None]
    count = counts[at]
    if len(around) <= A_YEAR or count is None:
        return None
    mean = (sum(around) - (around[0] + around[-1]) / 2) / A_YEAR
    return count / mean if mean else None


def _p(groups: Sequence[Sequence[float]]) -> float:
    if len({ratio for group in groups for ratio in group}) == 1:
        return 1.0
    return float(kruskal(*groups).pvalue)
