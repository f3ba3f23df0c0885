"""Stretches between breaks in recording, and the baseline of each."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.measures.control import Lengths, Limits, Signal, limits
from report.measures.stretches import Asked, Stretch, alike, judged, stretches

LENGTHS = Lengths(run=7, direction=7, near=2, among=3, zone=2 / 3)

# 24 months before twelve that are judged.
ASKED = Asked(declared=range(24), most=24, least=12, until=24)
COUNTS = [*[20, 22] * 12, *[40] * 12]


def usual(stretch: Stretch) -> Limits:
    """Give the limits of a stretch that has some."""
    assert stretch.limits
    return stretch.limits


def test_later_months_are_judged_by_the_baseline() -> None:
    """20 and 22 alternate: 21 ± 2.66 x 2; the 40s after them move no limit."""
    (found,) = stretches(COUNTS, [], ASKED)

    assert (found.months, found.baseline) == (range(36), range(24))
    assert usual(found) == limits(COUNTS[:24])
    assert usual(found).upper == 21 + 2.66 * 2
    beyond = [Signal("beyond", 1) in month for month in judged(COUNTS, [found], LENGTHS)]
    assert beyond == [False] * 24 + [True] * 12


def test_a_break_splits_the_limits() -> None:
    """From the 13th month on 60 more are recorded: each stretch has its own centre, 21 and 81."""
    counts = [20, 22] * 6 + [80, 82] * 12
    before, after = stretches(counts, [12], ASKED)

    assert (before.baseline, after.baseline) == (range(12), range(12, 24))
    assert (usual(before).centre, usual(after).centre) == (21, 81)
    assert judged(counts, [before, after], LENGTHS) == [()] * 36
    assert any(judged(counts, stretches(counts, [], ASKED), LENGTHS))


def test_a_stretch_without_enough_of_the_declared_months_takes_its_own_first_ones() -> None:
    """Declared are the last 12 of 36 months, after a break: what stood before has its first 24."""
    asked = Asked(declared=range(36, 48), most=24, least=12, until=48)
    before, after = stretches([5, 7] * 30, [36], asked)

    assert (before.baseline, after.baseline) == (range(24), range(36, 48))


def test_no_baseline_reaches_the_months_that_are_judged() -> None:
    """After a break six months before these, or in them, there are too few months to judge by."""
    for at in (18, 24, 30):
        assert stretches(COUNTS, [at], ASKED)[-1].limits is None
    assert judged(COUNTS, stretches(COUNTS, [24], ASKED), LENGTHS)[24:] == [()] * 12


def test_eleven_counted_months_are_no_baseline() -> None:
    """Thirteen of 24 months were not counted."""
    counts = [20, *[None] * 13, *[20, 22] * 5, *[40] * 12]

    assert stretches(counts, [], ASKED) == [Stretch(range(36))]


def test_a_series_without_a_break_has_no_other_baseline_than_the_declared_one() -> None:
    """Its months were not counted, and the first ones that were do not stand in for them."""
    asked = Asked(declared=range(0), most=24, least=12, until=24)

    assert stretches(COUNTS, [], asked) == [Stretch(range(36))]


@given(st.lists(st.integers(0, 60), min_size=36, max_size=36), st.integers(1, 35))
def test_order_matters_only_within_a_stretch(counts: list[int], at: int) -> None:
    """Whatever stands before a break, in whatever order, what stands after it is judged alike."""
    other = [*sorted(counts[:at]), *counts[at:]]
    one, two = (judged(each, stretches(each, [at], ASKED), LENGTHS) for each in (counts, other))

    assert one[at:] == two[at:]


def test_months_of_one_length() -> None:
    """28 in February and 31 in January are one a day: 365.25 / 12 = 30.4375 in a month."""
    assert alike([31, 28, None], [31, 28, 31]) == [30.4375, 30.4375, None]


@pytest.mark.parametrize("mean", [10, 50, 1000])
def test_one_series_in_five_signals_something_by_chance(mean: int) -> None:
    """What the methods page says: of 1,000 series of one unchanged risk, those with a signal."""
    draws = np.random.default_rng(1).poisson(mean, (1000, 36))
    found = [any(_judged([int(n) for n in counts])[24:]) for counts in draws]

    assert 0.17 < np.mean(found) < 0.26


def _judged(counts: list[int]) -> list[tuple[Signal, ...]]:
    return judged(counts, stretches(counts, [], ASKED), LENGTHS)
