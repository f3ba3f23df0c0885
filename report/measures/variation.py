"""Test whether the change between two counts is more than their normal variation.

Offences are counted events, so that two counts of one unchanged risk differ by chance. Source of
the test: Przyborowski and Wilenski, Biometrika 31 (1940): given their sum, the later of two Poisson
counts is binomial. Source of the interval: Rothman and Greenland, Modern Epidemiology, ratio of two
rates. Source of the dispersion, and of Student's distribution where it is estimated: McCullagh and
Nelder, Generalized Linear Models.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log, sqrt
from typing import NamedTuple


class Dispersion(NamedTuple):
    """By how much counts vary more than chance alone would let them.

    ratio: variance over that of chance, 1 or more. freedom: degrees of freedom that it was
    estimated with; 0 where it was not, and the ratio is 1.
    """

    ratio: float = 1
    freedom: int = 0


CHANCE = Dispersion()


@dataclass(frozen=True)
class Comparison:
    """What a test says of two counts.

    p: probability of counts at least as far apart where the risk is the same. ratio: the later
    count per unit of exposure divided by the earlier one; low, high: its interval. All three are
    None where a count is 0.
    """

    p: float
    ratio: float | None
    low: float | None
    high: float | None


def compared(
    current: int,
    previous: int,
    exposures: tuple[float, float] = (1, 1),
    dispersion: Dispersion = CHANCE,
    level: float = 95,
) -> Comparison:
    """Compare two counts.

    Takes: the later and the earlier count, and their exposures (days, or people times days) in any
    unit; by how much they vary more than by chance; the level of the interval in per cent.
    Gives: the exact two-sided p of the conditional binomial test, doubled from the nearer tail;
    with a ratio above 1, its normal deviate divided by the root of the ratio, as Student's t. The
    ratio of the counts with its interval exp(ln ratio ± z sqrt(dispersion (1/current +
    1/previous))), z being Student's as well there.
    Raises ValueError for an exposure of 0 or less.
    """
    from scipy.special import ndtri, stdtr  # here, so that a mistake in the YAML is told at once

    if min(exposures) <= 0:
        raise ValueError(f"counts need an exposure above 0, not {min(exposures)}")
    p = _exact(current, current + previous, exposures[0] / sum(exposures))
    if dispersion.ratio > 1:
        p = float(2 * stdtr(dispersion.freedom, ndtri(p / 2) / sqrt(dispersion.ratio)))
    if not (current and previous):
        return Comparison(p, None, None, None)
    ratio = current / previous * exposures[1] / exposures[0]
    width = _reach(level, dispersion) * sqrt(dispersion.ratio * (1 / current + 1 / previous))
    return Comparison(p, ratio, exp(log(ratio) - width), exp(log(ratio) + width))


def _reach(level: float, dispersion: Dispersion) -> float:
    """Give how many standard deviations from the middle so many per cent lie within."""
    from scipy.special import ndtri, stdtrit  # as above

    below = (1 + level / 100) / 2
    return float(stdtrit(dispersion.freedom, below) if dispersion.ratio > 1 else ndtri(below))


def _exact(count: int, total: int, share: float) -> float:
    from scipy.special import bdtr, bdtrc  # as above

    below = bdtr(count, total, share)
    above = bdtrc(count - 1, total, share) if count else 1
    return float(min(1, 2 * min(below, above)))


def dispersion(years: Sequence[Sequence[int]]) -> Dispersion:
    """Give by how much monthly counts vary more than chance alone would let them.

    Takes: the counts of the same months in two years or more, oldest first.
    Gives: Pearson's chi-square over its degrees of freedom, where each month is expected to have
    its own share of each year: a season that returns and a year that is higher throughout add
    nothing to it. Never below 1; that of chance where no month can be compared.
    """
    import numpy as np

    table = np.array(years, dtype=float)
    table = table[:, table.sum(axis=0) > 0]
    table = table[table.sum(axis=1) > 0]
    rows, columns = table.shape
    freedom = (rows - 1) * (columns - 1)
    if freedom < 1:
        return CHANCE
    expected = np.outer(table.sum(axis=1), table.sum(axis=0)) / table.sum()
    ratio = float(((table - expected) ** 2 / expected).sum() / freedom)
    return Dispersion(ratio, freedom) if ratio > 1 else CHANCE


def together(ps: Sequence[float]) -> list[float]:
    """Adjust the p of several tests for their number, by the false discovery rate.

    Gives: the p in the same order, each no smaller than before: of the changes with an adjusted p
    of 0.05 or less, about one in twenty is expected to be chance.
    Source: Benjamini and Hochberg, Journal of the Royal Statistical Society B 57 (1995).
    """
    from scipy.stats import false_discovery_control  # a second to load

    return [float(p) for p in false_discovery_control(list(ps))] if ps else []
