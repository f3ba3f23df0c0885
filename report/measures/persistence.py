"""In how many of some windows something held: a rise on the window before, a place near the top."""

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import pairwise

from report.measures.places import ranked


def rises(values: Sequence[float]) -> int:
    """Count the windows, in order of time, that are higher than the one before."""
    return sum(later > earlier for earlier, later in pairwise(values))


def stood(windows: Sequence[Mapping[str, float]], number: int) -> dict[str, int]:
    """Count the windows in which an area stood among the first by its value.

    Takes: area -> value in each window; how many ranks make the top.
    Gives: area -> windows in which its rank was `number` or lower and its value above 0; areas that
    never stood there are left out. Areas that share a rank stand there together or not at all.
    """
    return dict(
        Counter(
            area
            for values in windows
            for area, rank, _ in ranked(values)
            if rank <= number and values[area] > 0
        )
    )
