"""What a short annual series may be said to do."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.measures.series import direction


@pytest.mark.parametrize(
    ("values", "way"),
    [
        ([1, 2, 3], "up"),
        ([3, 2, 1], "down"),
        ([1, 2, 2], "mixed"),
        ([2, 2, 2], "mixed"),
        ([1, 3, 2], "mixed"),
        ([1, 2], "up"),
        ([1], "mixed"),
        ([], "mixed"),
    ],
)
def test_a_direction_holds_for_every_step(values: list[int], way: str) -> None:
    """One step the other way, or none at all, and the series has no direction."""
    assert direction(values) == way


@given(st.lists(st.integers(0, 100), min_size=2, unique=True))
def test_a_sorted_series_has_a_direction(values: list[int]) -> None:
    """A series in order rises, and backwards it falls."""
    assert direction(sorted(values)) == "up"
    assert direction(sorted(values, reverse=True)) == "down"
