"""Shade the numbers of one row by where they lie between its lowest and its highest."""

from collections.abc import Sequence

# Steps that an eye can tell apart in one hue, and in grey print.
STEPS = 5


def steps(values: Sequence[float | None]) -> list[int]:
    """Give each value's step within its row.

    Takes: the row's values, None where one is missing.
    Gives: 1 for the lowest to STEPS for the highest, by equal parts of the distance between the
    two; 0 for a missing value, and for all where no two differ.
    """
    known = [value for value in values if value is not None]
    low, high = min(known, default=0), max(known, default=0)
    if low == high:
        return [0] * len(values)
    width = (high - low) / STEPS
    return [0 if v is None else min(int((v - low) / width) + 1, STEPS) for v in values]
