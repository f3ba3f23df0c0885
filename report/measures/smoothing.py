"""An exponentially weighted moving average (EWMA), which shows small shifts that last.

Source: S. W. Roberts (1959); NIST/SEMATECH e-Handbook of Statistical Methods, 6.3.2.4.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from report.measures.control import Count, Limits

# How many standard deviations the limits lie from the centre.
SIGMAS = 3

# The mean moving range of two in standard deviations.
RANGE = 1.128


@dataclass(frozen=True)
class Smoothed:
    """A month's average, in counts, and the limits of it; all None for a month not counted."""

    value: Count
    lower: Count
    upper: Count


def ewma(counts: Sequence[Count], usual: Limits, weight: float) -> list[Smoothed]:
    """Average each month with those before it: weight x count + (1 - weight) x last average.

    The first average before any month is the centre. The limits are the centre ± 3 standard
    deviations x √(weight / (2 - weight) x (1 - (1 - weight)^2t)), t the months counted so far, and
    widen to those of a long series. A month that was not counted has no average and ends none.
    """
    sigma, level, counted = usual.moving / RANGE, usual.centre, 0
    found: list[Smoothed] = []
    for count in counts:
        if count is None:
            found.append(Smoothed(None, None, None))
            continue
        counted += 1
        level = weight * count + (1 - weight) * level
        grown = 1 - (1 - weight) ** (2 * counted)
        reach = SIGMAS * sigma * sqrt(weight / (2 - weight) * grown)
        found.append(Smoothed(level, usual.centre - reach, usual.centre + reach))
    return found
