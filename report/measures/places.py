"""Rank areas and cut the longest part of the list."""

from collections.abc import Mapping


def ranked(values: Mapping[str, float]) -> list[tuple[str, int, bool]]:
    """Rank from the highest value.

    Takes: area -> value.
    Gives: (area, rank, whether another area shares the rank), highest first; equal values share the
    lowest rank, and the next one is skipped ("standard competition ranking"). Areas of equal value
    keep the order in which they were given.
    """
    ordered = sorted(values, key=lambda area: -values[area])
    ranks = {area: 1 + sum(other > values[area] for other in values.values()) for area in ordered}
    shared = list(ranks.values())
    return [(area, ranks[area], shared.count(ranks[area]) > 1) for area in ordered]


def top(values: Mapping[str, float], number: int) -> list[tuple[str, int, bool]]:
    """Give the first `number` areas of the ranking."""
    return ranked(values)[:number]
