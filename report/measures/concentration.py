"""How unevenly a count is spread over areas, and how far the areas with most stay the same."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from report.measures.persistence import first


def areas_in(number: int, percent: float) -> int:
    """Give how many of some areas so many per cent of them are.

    Rounded to the nearest whole number, halves up, and never less than one: 5 % of 61 areas are 3,
    of 70 areas 4, of 4 areas 1.
    """
    return max(1, int(number * percent / 100 + 0.5))


def top_share_pct(counts: Sequence[float], percent: float) -> float | None:
    """Give the share, in %, that the `percent` of areas with the highest counts have of all.

    None where nothing was counted. Which of several areas with the same count is taken makes no
    difference.
    """
    total = sum(counts)
    if not total:
        return None
    highest = sorted(counts, reverse=True)[: areas_in(len(counts), percent)]
    return 100 * sum(highest) / total


def gini(counts: Sequence[float]) -> float | None:
    """Give the generalised Gini coefficient: 0 as even as it can be, towards 1 all in one area.

    Takes: whole counts of cases, of every area, those without any too. Gives: None where nothing
    was counted.

    With c cases in n areas and the areas' shares y in rising order, G = max(1/c, 1/n) * (2 Σ i·y_i
    - n - 1) - max(n/c, 1) + 1. With as many cases as areas, or more, that is the usual coefficient.
    With fewer it compares not with equal counts, which cannot be, but with each case in an area of
    its own. Source: Bernasco, W. and Steenbeek, W. (2017), More Places than Crimes, Journal of
    Quantitative Criminology 33, 451-467.
    """
    cases, areas = sum(counts), len(counts)
    if not cases:
        return None
    placed = sum(place * count for place, count in enumerate(sorted(counts), start=1))
    spread = 2 * placed / cases - areas - 1
    return max(1 / cases, 1 / areas) * spread - max(areas / cases, 1) + 1


@dataclass(frozen=True)
class Stability:
    """Which areas were among the first in two windows, in the later one alone, in the earlier."""

    stayed: frozenset[str]
    new: frozenset[str]
    left: frozenset[str]

    @property
    def overlap_pct(self) -> float | None:
        """Areas in both windows, in % of those in either (Jaccard); None where neither has any."""
        either = len(self.stayed) + len(self.new) + len(self.left)
        return 100 * len(self.stayed) / either if either else None


def stability(earlier: Mapping[str, float], later: Mapping[str, float], number: int) -> Stability:
    """Compare the areas that stood among the first `number` in two windows.

    Takes: area -> count. Areas that share a rank stand there together or not at all, as in
    `persistence`: where they share the last rank there are more than `number`.
    """
    before, now = set(first(earlier, number)), set(first(later, number))
    return Stability(frozenset(before & now), frozenset(now - before), frozenset(before - now))
