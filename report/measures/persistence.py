"""In how many of some windows something held: a rise on the window before, a place near the top."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from report.measures.places import ranked


def rises(values: Sequence[float]) -> int:
    """Count the windows, in order of time, that are higher than the one before."""
    return sum(later > earlier for earlier, later in pairwise(values))


def first(values: Mapping[str, float], number: int) -> list[str]:
    """Give the areas whose rank is `number` or lower and whose value is above 0, highest first.

    Areas that share a rank stand there together or not at all.
    """
    return [area for area, rank, _ in ranked(values) if rank <= number and values[area] > 0]


def stood(windows: Sequence[Mapping[str, float]], number: int) -> dict[str, int]:
    """Count the windows in which an area stood among the first by its value.

    Takes: area -> value in each window; how many ranks make the top.
    Gives: area -> windows in which it was there; areas that never were are left out.
    """
    return dict(Counter(area for values in windows for area in first(values, number)))
