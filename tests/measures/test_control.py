"""Limits and rules of control charts: worked by hand, published, and what holds for any series."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.measures.control import Lengths, Limits, Signal, limits, signals, state

LENGTHS = Lengths(run=7, direction=7, near=2, among=3, zone=2 / 3)

# Near a limit is above 14 and below 6.
USUAL = Limits(centre=10, lower=4, upper=16, moving=6 / 2.66, moving_upper=7)

SERIES = st.lists(st.integers(0, 400), min_size=12, max_size=40)


def test_the_limits_of_twelve_months_worked_by_hand() -> None:
    """A sum of 144 is a mean of 12; the ranges 2 1 2 1 2 1 2 1 2 2 2 have a mean of 18/11.

    2.66 x 18/11 = 4.3527 either way of 12; a single range may reach 3.268 x 18/11 = 5.3476.
    """
    found = limits([10, 12, 11, 13, 12, 14, 13, 11, 12, 10, 12, 14])

    assert found
    assert (found.centre, found.moving) == (12, 18 / 11)
    assert (found.lower, found.upper) == pytest.approx((7.6473, 16.3527), abs=1e-4)
    assert found.moving_upper == pytest.approx(5.3476, abs=1e-4)


def test_the_published_limits_of_ten_batches() -> None:
    """NIST/SEMATECH e-Handbook 6.3.2.2: mean 50.81, mean range 1.8778, limits 45.8159 and 55.8041.

    The handbook multiplies by 3 / 1.128 = 2.6596, of which 2.66 is the rounded form.
    """
    found = limits([49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1])

    assert found
    assert (found.centre, found.moving) == pytest.approx((50.81, 1.8778), abs=1e-4)
    assert (found.lower, found.upper) == pytest.approx((45.8159, 55.8041), abs=1e-3)


def test_an_outlying_month_widens_the_limits_unless_its_ranges_are_left_out() -> None:
    """Nine ranges of 2 and two of 20: 58/11 on average, whose limit is 17.2; without them it is 2.

    The sum of 150 makes a mean of 12.5: limits 12.5 ± 5.32 left out, and ± 14.03 kept.
    """
    counts = [10, 12, 10, 12, 10, 30, 10, 12, 10, 12, 10, 12]
    kept, left = limits(counts), limits(counts, screened=True)

    assert kept
    assert left
    assert (kept.lower, kept.upper) == pytest.approx((-1.5255, 26.5255), abs=1e-4)
    assert (left.lower, left.upper) == pytest.approx((7.18, 17.82))


def test_the_centre_may_be_the_median() -> None:
    """Of 1, 2, 9 it is 2 and the mean 4; the ranges 1 and 7 are 4 on average in both cases."""
    mean, median = limits([1, 2, 9]), limits([1, 2, 9], "median")

    assert mean
    assert median
    assert (mean.centre, median.centre, mean.moving, median.moving) == (4, 2, 4, 4)


def test_a_missing_month_has_no_range() -> None:
    """10, 12 and 20, 24 lie 2 and 4 apart; what stood between 12 and 20 is not known."""
    found = limits([10, 12, None, 20, 24])

    assert found
    assert (found.centre, found.moving) == (16.5, 3)
    assert limits([5, None, 7]) is None


@given(SERIES)
def test_limits_agree_with_numpy(counts: list[int]) -> None:
    """The same arithmetic, done by another library."""
    found, moving = limits(counts), np.abs(np.diff(counts)).mean()

    assert found
    assert found.centre == pytest.approx(np.mean(counts))
    assert found.upper - found.lower == pytest.approx(2 * 2.66 * moving)


@given(SERIES, st.integers(1, 1000))
def test_a_constant_shifts_centre_and_limits(counts: list[int], more: int) -> None:
    """So many more in every month move all three lines by that, and change no signal."""
    before, after = limits(counts), limits([count + more for count in counts])

    assert before
    assert after
    for name in ("centre", "lower", "upper"):
        assert getattr(after, name) == pytest.approx(getattr(before, name) + more)
    assert after.moving == pytest.approx(before.moving)


def sides(counts: list[float | None], rule: str) -> list[int]:
    """Give the side of a rule in each month, 0 where it is not met."""
    found = signals(counts, USUAL, LENGTHS)
    return [next((s.side for s in month if s.rule == rule), 0) for month in found]


def test_a_month_beyond_a_limit_and_none_on_it() -> None:
    """16 and 4 are the limits themselves."""
    assert sides([16, 17, 4, 3, None], "beyond") == [0, 1, 0, -1, 0]


def test_seven_months_on_one_side_are_a_run() -> None:
    """Six are none; all seven are marked, and the eighth with them."""
    assert sides([9, *[11] * 6, 9], "run") == [0] * 8
    assert sides([9, *[11] * 7, 9], "run") == [0, *[1] * 7, 0]
    assert sides([9] * 8, "run") == [-1] * 8


def test_a_month_on_the_centre_or_missing_ends_a_run() -> None:
    """Neither lies on a side."""
    assert sides([11, 11, 11, 10, 11, 11, 11, 11], "run") == [0] * 8
    assert sides([11, 11, 11, None, 11, 11, 11, 11], "run") == [0] * 8


def test_seven_months_in_one_direction() -> None:
    """1 to 7 are six steps; an equal month or a missing one is no step (NHSRplotthedots' tests)."""
    assert sides([1, 2, 3, 4, 5, 6, 7], "direction") == [1] * 7
    assert sides([2, 7, 6, 5, 4, 3, 2, 1, 3], "direction") == [0, *[-1] * 7, 0]
    assert sides([1, 2, 3, 3, 4, 5, 6], "direction") == [0] * 7
    assert sides([1, 2, 3, None, 5, 6, 7, 8], "direction") == [0] * 8


def test_the_month_at_which_a_rise_turns_belongs_to_the_fall() -> None:
    """Seven up to 7 and seven down from it: the peak has one mark, and every month some."""
    counts = [1, 2, 3, 4, 5, 6, 7, 6, 5, 4, 3, 2, 1]

    assert [abs(side) for side in sides([*counts], "direction")] == [1] * 13


def test_two_of_three_months_near_a_limit() -> None:
    """Above 14 and up to 16, the third month on the same side of the centre; it is not marked."""
    assert sides([15, 11, 15, 9], "near") == [1, 0, 1, 0]
    assert sides([5, 5, 9], "near") == [-1, -1, 0]
    assert sides([15, 9, 15], "near") == [0, 0, 0]
    assert sides([15, 5, 5], "near") == [0, 0, 0]
    assert sides([15, 17, 11], "near") == [0, 0, 0]


def test_a_month_tells_its_strongest_signal_first() -> None:
    """17 is beyond the limit, and in a run of seven as well."""
    found = signals([11] * 6 + [17], USUAL, LENGTHS)[-1]

    assert found == (Signal("beyond", 1), Signal("run", 1))


@given(st.lists(st.none() | st.integers(0, 20), max_size=30))
def test_mirrored_counts_have_mirrored_signals(counts: list[int | None]) -> None:
    """10 more and 10 fewer than the centre are judged alike."""
    mirrored = [None if count is None else 20 - count for count in counts]
    turned = [
        tuple(Signal(s.rule, -s.side) for s in month) for month in signals(mirrored, USUAL, LENGTHS)
    ]

    assert turned == signals(counts, USUAL, LENGTHS)


def test_the_newest_months_decide_the_state() -> None:
    """A signal of four months ago is over where three are asked for; the newest one counts."""
    quiet, high, low = (), (Signal("run", 1),), (Signal("beyond", -1), Signal("direction", 1))

    assert state([high, quiet, quiet, quiet], 3) == "controlled"
    assert state([low, high, quiet], 3) == "uncontrolled"
    assert state([high, low, quiet], 3) == "reducing"
    assert state([], 3) == "controlled"


@pytest.mark.parametrize(("baseline", "share"), [(24, 23), (12, 30)])
def test_how_many_series_signal_something_by_chance_alone(baseline: int, share: float) -> None:
    """2,000 series of one unchanged risk, drawn by numpy: as the paragraph of the method says.

    Three standard errors of a share of 30 % among 2,000 are 3 points.
    """
    draw, told = np.random.default_rng(2012), 0
    for _ in range(2000):
        counts = draw.poisson(60, baseline + 12).tolist()
        usual = limits(counts[:baseline])
        assert usual
        told += any(signals(counts, usual, LENGTHS)[baseline:])

    assert 100 * told / 2000 == pytest.approx(share, abs=3)
