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
