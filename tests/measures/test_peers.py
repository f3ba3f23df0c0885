"""Positions in the most similar group."""

import pytest

from report.measures.peers import places_gained


@pytest.mark.parametrize(("previous", "position", "gained"), [(14, 12, 2), (12, 14, -2), (3, 3, 0)])
def test_nearer_to_one_is_a_gain(previous: int, position: int, gained: int) -> None:
    """1 is the lowest rate of the group (field guide 3.6)."""
    assert places_gained(position, previous) == gained
