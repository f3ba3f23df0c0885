"""Describe a short annual series."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

Direction = Literal["up", "down", "mixed"]


def direction(values: Sequence[float]) -> Direction:
    """Say whether every step of a series rises ("up"), every step falls ("down"), or neither."""
    steps = [later - earlier for earlier, later in pairwise(values)]
    if steps and all(step > 0 for step in steps):
        return "up"
    return "down" if steps and all(step < 0 for step in steps) else "mixed"


def turned(values: Sequence[float]) -> bool:
    """Say whether the last step goes against every step before it (at least two before)."""
    return (
        len(values) > 3  # noqa: PLR2004  two steps of one direction, then the turn
        and direction(values[:-1]) != "mixed"
        and direction(values[-2:]) not in ("mixed", direction(values[:-1]))
    )
