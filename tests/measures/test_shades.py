"""Shades of a row's numbers, by examples worked by hand and for all numbers."""

from hypothesis import given
from hypothesis import strategies as st

from report.measures.shades import STEPS, steps


def test_beat_56() -> None:
    """639 is the highest and 521 the lowest; a fifth of the distance is 23.6."""
    assert steps([639, 521, 545, 559, 577, 627]) == [5, 1, 2, 2, 3, 5]


def test_rows_without_a_distance_are_not_shaded() -> None:
    """Equal numbers, a single one, and none."""
    assert steps([7, 7, 7]) == [0, 0, 0]
    assert steps([7]) == [0]
    assert steps([None, None]) == [0, 0]
    assert steps([]) == []


def test_a_missing_number_has_no_shade() -> None:
    """The others are shaded as without it."""
    assert steps([1, None, 2]) == [1, 0, STEPS]


@given(st.lists(st.integers(0, 10**6), min_size=2, unique=True))
def test_the_order_of_shades_is_that_of_the_numbers(values: list[int]) -> None:
    """The lowest is 1, the highest the last, and none is lighter than a lower one."""
    found = dict(zip(values, steps(values), strict=True))
    ordered = [found[value] for value in sorted(values)]

    assert ordered == sorted(ordered)
    assert (ordered[0], ordered[-1]) == (1, STEPS)
