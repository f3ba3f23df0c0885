"""Rates per head, and the population behind a rate."""

from collections.abc import Iterable
from decimal import Decimal


def per_1000(count: float, population: float) -> float:
    """Give a count per 1,000 of a population. Raises ValueError for a population of 0 or less."""
    if population <= 0:
        raise ValueError(f"a rate needs a population above 0, not {population}")
    return 1000 * count / population


def times(rate: float, average: float) -> float | None:
    """Give how many times an average a rate is; None where the average is 0."""
    return rate / average if average else None


def decimals(published: float) -> int:
    """Give the decimal places of a published figure: two of 3.76, none of 300 or 300.0."""
    exponent = Decimal(repr(float(published))).normalize().as_tuple().exponent
    return max(-int(exponent), 0)


def share_pct(part: float, whole: float) -> float | None:
    """Give a part as per cent of its whole; None where the whole is 0."""
    return 100 * part / whole if whole else None


Span = tuple[float, float]


def implied(count: float, rate: float, step: float) -> Span | None:
    """Give the lowest and the highest population that a rounded rate per 1,000 allows.

    Takes: the count above 0, its rate as it was printed, and the step to which that was rounded: 1
    for whole numbers, 0.1 for one decimal.
    Gives: 1000 count / (rate + step / 2) and 1000 count / (rate - step / 2); None where the rate
    is that of nobody, or too small to say anything.
    """
    low, high = rate + step / 2, rate - step / 2
    return (1000 * count / low, 1000 * count / high) if count > 0 and high > 0 else None


def shared(spans: Iterable[Span]) -> Span | None:
    """Give what all spans have in common; None where they contradict each other."""
    found = list(spans)
    low, high = max(a for a, _ in found), min(b for _, b in found)
    return (low, high) if low <= high else None
