"""Scores of several people, put together."""

from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from statistics import mean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.measures.scoring import combined, disagreement, stale, step, together
from tests.published_risk import NORTH_WEST_LEICESTERSHIRE

SCORES = st.lists(st.none() | st.integers(1, 24), min_size=1, max_size=8)


def test_the_mean_divides_by_those_who_scored() -> None:
    """Alcohol-related violence of 2017/18: (15 + 13 + 6 + 14 + 19) / 5 = 67 / 5 = 13.4."""
    scores, printed = NORTH_WEST_LEICESTERSHIRE["Alcohol Related Violence"]

    assert together(scores, "mean") == 13.4
    assert printed == 11


@pytest.mark.parametrize("theme", NORTH_WEST_LEICESTERSHIRE)
def test_the_published_totals_are_sums_of_five_divided_by_six(theme: str) -> None:
    """All 17 printed "totals" follow from the five scores and a divisor of 6, rounded half up.

    67 / 6 = 11.17, printed 11; 75 / 6 = 12.5, printed 13. None of them is the mean of the five.
    """
    scores, printed = NORTH_WEST_LEICESTERSHIRE[theme]

    by_six = (Decimal(sum(scores)) / 6).quantize(Decimal(1), rounding=ROUND_HALF_UP)
    assert by_six == printed
    assert together(scores, "mean") == sum(scores) / 5 > printed


@pytest.mark.parametrize(("how", "expected"), [("mean", 12.0), ("median", 11.0), ("max", 16)])
def test_what_is_not_applicable_is_not_the_lowest(how: str, expected: float) -> None:
    """Of 9, 11, 16 and one that is not there: mean 36 / 3, median the middle one, max 16."""
    assert together([9, None, 11, 16], how) == expected


def test_nobody_scored() -> None:
    """There is no number, and no 0."""
    assert together([None, None], "mean") is None
    assert disagreement([None]) is None


@pytest.mark.parametrize(("how", "expected"), [("sum", 14), ("mean", 14 / 6), ("max", 4)])
def test_six_factors_of_one_scorer(how: str, expected: float) -> None:
    """1 + 2 + 2 + 2 + 3 + 4 = 14; 14 / 6; the highest is 4."""
    assert combined([1, 2, 2, 2, 3, 4], how) == pytest.approx(expected)


def test_five_factors_are_no_total() -> None:
    """Five fours and one not applicable make 20 of 24 or of 20: nobody knows which is meant."""
    assert combined([4, 4, 4, 4, 4, None], "sum") is None


def test_disagreement_is_the_range() -> None:
    """Domestic abuse of 2017/18: Fire gave 6, UAVA 24."""
    scores, _ = NORTH_WEST_LEICESTERSHIRE["Domestic Abuse"]

    assert disagreement(scores) == 18


@pytest.mark.parametrize(
    ("on", "expected"),
    [
        (date(2025, 6, 30), False),  # three years to the day
        (date(2025, 7, 1), True),
        (date(2025, 5, 31), False),
        (date(2022, 6, 30), False),
    ],
)
def test_a_score_is_stale_from_the_day_after(on: date, expected: bool) -> None:
    """Scored on 30 June 2022, good for 36 months."""
    assert stale(date(2022, 6, 30), on, 36) == expected


@pytest.mark.parametrize(
    ("score", "way", "expected"),
    [(2, 1, 4), (2, -1, 1), (8, 1, 8), (1, -1, 1), (4, 0, 4), (13, 1, 13)],
)
def test_a_score_moves_one_step_of_its_scale(score: float, way: int, expected: float) -> None:
    """On the scale 1, 2, 4, 8 the next above 2 is 4; nothing is beyond 8."""
    assert step(score, (1, 2, 4, 8), way) == expected


@given(SCORES, st.sampled_from(["mean", "median", "max"]))
def test_what_is_missing_changes_nothing(scores: list[int | None], how: str) -> None:
    """Leaving a blank out is the same as having it; a mean agrees with Python's exact one."""
    there = [score for score in scores if score is not None]

    assert together(scores, how) == together(there, how)
    if there:
        assert together(scores, "mean") == pytest.approx(float(mean(there)))


@given(SCORES)
def test_the_order_of_scorers_changes_nothing(scores: list[int | None]) -> None:
    """Whoever is asked first."""
    other = list(reversed(scores))

    assert disagreement(scores) == disagreement(other)
    assert together(scores, "median") == together(other, "median")
