"""How often something held over some windows, by examples worked by hand."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.measures.persistence import rises, stood


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        # 3 to 5 and 4 to 6 rise; 5 to 4 falls
        ([3, 5, 4, 6], 2),
        # standing still is no rise
        ([3, 3, 4], 1),
        ([4, 3, 2], 0),
        # one window has none before it
        ([4], 0),
        ([], 0),
    ],
)
def test_rises_are_counted_from_window_to_window(values: list[int], expected: int) -> None:
    """Each window is set against the one before."""
    assert rises(values) == expected


@given(st.lists(st.integers(0, 9)))
def test_rises_and_falls_are_no_more_than_steps(values: list[int]) -> None:
    """Backwards, every rise is a fall; what is neither stood still."""
    assert rises(values) + rises(values[::-1]) <= max(len(values) - 1, 0)


def test_an_area_stands_at_the_top_in_some_windows() -> None:
    """The first two of three windows, ranked by hand.

    2021: Tipton 1st, Lowick 2nd, Frick 3rd. 2022: Lowick 1st, Tipton and Frick share the 2nd rank.
    2023: Frick 1st, Tipton 2nd; nothing happened in Lowick.
    """
    windows = [
        {"Lowick": 5, "Tipton": 9, "Frick": 4},
        {"Lowick": 8, "Tipton": 6, "Frick": 6},
        {"Lowick": 0, "Tipton": 2, "Frick": 7},
    ]

    assert stood(windows, 2) == {"Tipton": 3, "Lowick": 2, "Frick": 2}
    assert stood(windows, 1) == {"Tipton": 1, "Lowick": 1, "Frick": 1}


def test_no_area_stands_at_the_top_with_nothing() -> None:
    """Where nothing happened anywhere, all areas share the 1st rank, and none is at the top."""
    assert stood([{"Lowick": 0, "Tipton": 0}], 10) == {}
