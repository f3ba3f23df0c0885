"""Limits within which a rate or a proportion may lie that chance alone moves.

Source: Byar's method and the exact limits of a Poisson count (Breslow and Day 1987, IARC Scientific
Publications 82), of which UKHSA's PHEindicatormethods takes the exact ones below 10 cases; Wilson
1927, Journal of the American Statistical Association 22.
"""

from dataclasses import dataclass

# Below so many cases Byar's approximation gives way to the exact limits.
EXACT_BELOW = 10


@dataclass(frozen=True)
class Interval:
    """Lower and upper limit in the unit of the number between them; level: 0.95 for 95 %."""

    low: float
    high: float
    level: float

    def holds(self, value: float) -> bool:
        """Say whether a value lies within the limits or on one of them."""
        return self.low <= value <= self.high


def poisson(count: float, level: float = 0.95) -> Interval:
    """Give the limits of a count of independent cases.

    Takes: the count, 0 or more, whole or shared out, and the level between 0 and 1.
    Gives: Byar's limits from 10 cases on, n (1 - 1/9n - z/(3 √n))³ and the same with n + 1 and
    + z; below 10 the exact ones, half the chi-square quantiles of 2n and 2n + 2 degrees of freedom.
    Raises ValueError for a count below 0 or a level that is not between 0 and 1.
    """
    from scipy.special import chdtri  # here, so that a mistake in the YAML is told at once

    tail = _tail(level)
    if count < 0:
        raise ValueError(f"a count is 0 or more, not {count}")
    if count >= EXACT_BELOW:
        return Interval(_byar(count, tail), _byar(count + 1, 1 - tail), level)
    low = float(chdtri(2 * count, 1 - tail)) / 2 if count else 0.0
    return Interval(low, float(chdtri(2 * count + 2, tail)) / 2, level)


def rate(count: float, population: float, per: float = 1000, level: float = 0.95) -> Interval:
    """Give the limits of a rate: those of its count, per so many of the population.

    Raises ValueError for a population of 0 or less, and as `poisson` does.
    """
    if population <= 0:
        raise ValueError(f"a rate needs a population above 0, not {population}")
    cases = poisson(count, level)
    return Interval(per * cases.low / population, per * cases.high / population, level)


def wilson(part: int, whole: int, level: float = 0.95) -> Interval:
    """Give Wilson's limits of a proportion, as fractions of 1.

    Raises ValueError for a part outside of its whole, a whole of 0, or a level that is none.
    """
    from scipy.stats import binomtest  # a second to load, and few reports need it

    _tail(level)
    if not 0 <= part <= whole or not whole:
        raise ValueError(f"a proportion needs a part of a whole above 0, not {part} of {whole}")
    found = binomtest(part, whole).proportion_ci(level, method="wilson")
    return Interval(float(found.low), float(found.high), level)


def _byar(count: float, chance: float) -> float:
    """Give the number of cases below which Byar's distribution of a count has this chance."""
    from scipy.special import ndtri

    return float(count * (1 - 1 / (9 * count) + ndtri(chance) / (3 * count**0.5)) ** 3)


def _tail(level: float) -> float:
    """Give the chance beyond each limit."""
    if not 0 < level < 1:
        raise ValueError(f"a level lies between 0 and 1, as 0.95 does, not {level}")
    return (1 - level) / 2
