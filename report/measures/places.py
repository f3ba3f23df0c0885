"""Rank areas and cut the longest part of the list."""

from collections import Counter
from collections.abc import Mapping


def ranked(values: Mapping[str, float]) -> list[tuple[str, int, bool]]:
    """Rank from the highest value.

    Takes: area -> value.
    Gives: (area, rank, whether another area shares the rank), highest first; equal values share the
    lowest rank, and the next one is skipped ("standard competition ranking"). Areas of equal value
    keep the order in which they were given.
    """
    ordered = sorted(values, key=lambda area: -values[area])
    shared, ranks = Counter(values.values()), dict[float, int]()
    for place, area in enumerate(ordered, start=1):
        ranks.setdefault(values[area], place)
    return [(area, ranks[values[area]], shared[values[area]] > 1) for area in ordered]


def top(values: Mapping[str, float], number: int) -> list[tuple[str, int, bool]]:
    """Give the first `number` areas of the ranking."""
    return ranked(values)[:number]
