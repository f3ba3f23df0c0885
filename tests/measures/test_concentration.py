"""Concentration and stability, by examples worked by hand and against a second computation."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.measures.concentration import Stability, areas_in, gini, stability, top_share_pct

COUNTS = st.lists(st.integers(0, 500), min_size=1, max_size=60).filter(any)


def between_the_curves(counts: list[int]) -> float:
    """Give the same coefficient from areas under Lorenz curves, by trapezia.

    It is the area between the curve and the line of the greatest evenness that there can be, as a
    part of the area below that line. The line is flat up to 1 - c/n where cases are fewer than
    areas, and straight to (1, 1) from there.
    """
    cases, areas = sum(counts), len(counts)
    curve = np.concatenate([[0], np.cumsum(sorted(counts)) / cases])
    under = float(np.trapezoid(curve, np.linspace(0, 1, areas + 1)))
    line = min(cases, areas) / areas / 2
    return (line - under) / line


@pytest.mark.parametrize(
    ("number", "percent", "expected"),
    [
        # 5 % of 60 areas are 3; of 61, 3.05; of 69, 3.45
        (60, 5, 3),
        (61, 5, 3),
        (69, 5, 3),
        # 5 % of 70 areas are 3.5, and half is rounded up
        (70, 5, 4),
        # 5 % of 4 areas are 0.2: one area at least
        (4, 5, 1),
        # a tenth of 396 is 39.6
        (396, 10, 40),
    ],
)
def test_a_share_of_areas_is_a_whole_number(number: int, percent: float, expected: int) -> None:
    """The nearest whole number, halves up, and never none."""
    assert areas_in(number, percent) == expected


def test_the_areas_with_most_have_a_share_of_all() -> None:
    """Two of twenty areas have 30 and 20 of 100 cases: 5 % are one area, 10 % are two."""
    counts = [30, 20, *[5] * 8, *[1] * 10]

    assert top_share_pct(counts, 5) == 30
    assert top_share_pct(counts, 10) == 50
    assert top_share_pct([0, 0], 5) is None


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        # Examples of the authors' own package, lorenzgini 0.1.2, help page of gini(), "biased".
        ([10, 8, 2, *[0] * 7], 0.78),
        ([5, 2, 1, *[0] * 7], 0.75),
        ([10, *[0] * 9], 0.9),
        ([10, *[0] * 99], 0.9),
        # By hand, fewer cases than areas: shares 0.2, 0.2, 0.6 in places 8, 9, 10 give
        # 2 * (1.6 + 1.8 + 6) - 11 = 7.8; a fifth of it is 1.56; less 10/5, and 1: 0.56.
        ([3, 1, 1, *[0] * 7], 0.56),
        # By hand, more cases than areas: shares 0.1, 0.3, 0.6 give 2 * (0.1 + 0.6 + 1.8) - 4 = 1,
        # and a third of it.
        ([6, 1, 3], 1 / 3),
        # as even as can be, with as many cases as areas, more, and fewer
        ([1, 1, 1], 0),
        ([7, 7, 7], 0),
        ([1, 0, 0, 1], 0),
    ],
)
def test_the_gini_coefficient_is_that_of_its_authors(counts: list[int], expected: float) -> None:
    """Worked by hand, and as the authors' package prints it.

    Of 10 cases in one of 100 areas that package prints 0.99, without its correction for few cases;
    with it 100/10 * (0.99 - 1) + 1 = 0.9.
    """
    assert gini(counts) == pytest.approx(expected)


def test_there_is_no_gini_coefficient_of_nothing() -> None:
    """Where nothing was counted there is nothing to be spread."""
    assert gini([0, 0, 0]) is None


@given(COUNTS)
def test_the_gini_coefficient_is_an_area_between_curves(counts: list[int]) -> None:
    """A second computation, without the formula, gives the same."""
    assert gini(counts) == pytest.approx(between_the_curves(counts), abs=1e-9)


@given(COUNTS)
def test_the_gini_coefficient_lies_between_0_and_1(counts: list[int]) -> None:
    """But for what floating point leaves of nothing."""
    value = gini(counts)

    assert value is not None
    assert -1e-12 <= value <= 1


@given(COUNTS, st.randoms(use_true_random=False))
def test_concentration_does_not_ask_for_the_order(counts: list[int], chance: object) -> None:
    """Areas in another order give the same."""
    shuffled = list(counts)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]

    assert gini(shuffled) == gini(counts)
    assert top_share_pct(shuffled, 5) == top_share_pct(counts, 5)


@given(st.lists(st.integers(1, 500), min_size=1, max_size=60), st.integers(2, 9))
def test_concentration_does_not_ask_for_the_scale(counts: list[int], times: int) -> None:
    """So many times the cases give the same, where there were as many cases as areas before."""
    larger = [times * count for count in counts]

    assert gini(larger) == pytest.approx(gini(counts), abs=1e-9)
    assert top_share_pct(larger, 5) == pytest.approx(top_share_pct(counts, 5))


@given(COUNTS, st.floats(1, 100))
def test_the_shares_of_areas_add_up(counts: list[int], percent: float) -> None:
    """What the areas with most have and what the others have is all there is."""
    cut = areas_in(len(counts), percent)
    others = sorted(counts, reverse=True)[cut:]
    share = top_share_pct(counts, percent)

    assert share is not None
    assert share + 100 * sum(others) / sum(counts) == pytest.approx(100)


def test_areas_stay_come_and_leave() -> None:
    """The first three of five areas in two windows; one of three made room for another.

    Two areas are in both windows, four in either: half of them.
    """
    earlier = {"Tipton": 9, "Lowick": 7, "Frick": 5, "Parley": 1, "Sandy Lane": 0}
    later = {"Tipton": 4, "Lowick": 6, "Frick": 1, "Parley": 5, "Sandy Lane": 0}
    found = stability(earlier, later, 3)

    assert found == Stability(
        frozenset({"Tipton", "Lowick"}), frozenset({"Parley"}), frozenset({"Frick"})
    )
    assert found.overlap_pct == 50


def test_areas_that_share_the_last_rank_stand_there_together() -> None:
    """Two share the 2nd rank, so that three are among the first two; nothing is not among them."""
    earlier = {"Tipton": 9, "Lowick": 7, "Frick": 0}
    later = {"Tipton": 9, "Lowick": 7, "Frick": 7}

    assert stability(earlier, later, 2).new == {"Frick"}
    assert stability(earlier, {"Tipton": 0}, 2).stayed == set()
    assert stability({}, {"Tipton": 0}, 2).overlap_pct is None


@given(
    st.dictionaries(st.sampled_from("ABCDEFGH"), st.integers(0, 9)),
    st.dictionaries(st.sampled_from("ABCDEFGH"), st.integers(0, 9)),
)
def test_backwards_what_is_new_has_left(one: dict[str, int], other: dict[str, int]) -> None:
    """Swapping the windows swaps new and left, and keeps the overlap."""
    there, back = stability(one, other, 3), stability(other, one, 3)

    assert (there.new, there.left, there.stayed) == (back.left, back.new, back.stayed)
    assert there.overlap_pct == back.overlap_pct
