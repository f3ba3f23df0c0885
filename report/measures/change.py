"""Change between two like-for-like numbers.

Source: Home Office, Crime in England and Wales (no percentage where the base is small).
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Change:
    """current less previous, in their unit; percent of previous, None where it must not be given.

    small_base: whether the percentage is withheld because previous lies below the small base.
    """

    difference: float
    percent: float | None
    small_base: bool


def change(current: float, previous: float, small_base: float = 0) -> Change:
    """Compare two numbers.

    Takes: the later and the earlier number in one unit, and the smallest earlier number that may
    carry a percentage.
    Gives: the difference; 100 (current - previous) / previous, None from a previous of 0 or below
    the small base.
    """
    difference = current - previous
    small = previous < small_base
    percent = None if small or previous == 0 else 100 * difference / previous
    return Change(difference, percent, small or previous == 0)
