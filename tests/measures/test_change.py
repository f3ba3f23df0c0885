"""Change between two like-for-like numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.measures.change import Change, change


@pytest.mark.parametrize(
    ("previous", "current", "difference", "percent"),
    [
        # field guide 3.1: 100 * (9568 - 10195) / 10195
        (10195, 9568, -627, -6.15007),
        # field guide 3.1; dividing by the later year gives the 19.8 that was printed
        (6846, 8534, 1688, 24.65673),
        # theft from motor vehicles, 2014/15 and 2015/16, printed as +12.7
        (537, 496, -41, -7.63501),
        # 100 * 86 / 440
        (440, 526, 86, 19.54545),
        # theft of motor vehicles, 2014/15 and 2015/16
        (116, 116, 0, 0.0),
    ],
)
def test_the_base_is_the_earlier_number(
    previous: int, current: int, difference: int, percent: float
) -> None:
    """Per cent of the earlier number, at full precision."""
    found = change(current, previous)

    assert found.difference == difference
    assert found.percent == pytest.approx(percent, abs=5e-6)
    assert not found.small_base


def test_nothing_is_a_percentage_of_nought() -> None:
    """From 0 there is a difference and no percentage: neither infinite nor 100."""
    assert change(5, 0) == Change(5, None, small_base=True)
    assert change(0, 0) == Change(0, None, small_base=True)


@pytest.mark.parametrize(("previous", "small"), [(49, True), (50, False), (51, False)])
def test_a_small_base_has_no_percentage(previous: int, small: bool) -> None:
    """Below the base that the study declares no percentage is given (Home Office: below 50)."""
    found = change(60, previous, 50)

    assert (found.percent is None) == small
    assert found.small_base == small


def test_a_fall_to_nothing_is_a_hundred_per_cent() -> None:
    """From some to none is a full loss."""
    assert change(0, 80) == Change(-80, -100.0, small_base=False)


@given(st.integers(1, 10**6), st.integers(0, 10**6))
def test_percent_and_difference_agree(previous: int, current: int) -> None:
    """The percentage leads back to the later number."""
    found = change(current, previous)

    assert found.percent is not None
    assert previous * (1 + found.percent / 100) == pytest.approx(current, abs=1e-6)
    assert found.difference == current - previous
