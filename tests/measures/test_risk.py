"""Risk as a product, its probability and its bands."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.measures.risk import band, probability, risk
from tests.published_risk import LEICESTER

# Field guide 3.10, fitted to all 22 rows: up to 0.5% 1, below 1% 2, below 2% 3, 2 to 4% 5, 6 to 8%
# 11, 8 to 10% 14, from 10% on 17; 4 to 6% lies between. The shares were printed with one decimal,
# so "up to 0.5" is everything below 0.55, and "from 1" everything from 0.95 on.
POINTS = ((0, 1), (0.55, 2), (0.95, 3), (1.95, 5), (3.95, 8), (5.95, 11), (7.95, 14), (9.95, 17))
BANDS = {"Low": 0.0, "Medium": 70.0, "High": 125.0}


@pytest.mark.parametrize(("name", "count", "share", "points", "harm", "score", "grade"), LEICESTER)
def test_the_published_matrix(
    name: str, count: int, share: float, points: int, harm: int, score: int, grade: str
) -> None:
    """Every legible row of Leicester 2010/11 has the printed probability, risk and band."""
    found = probability(share, POINTS)

    assert found == points
    assert risk([harm, found]) == score
    assert band(score, BANDS) == grade


@pytest.mark.parametrize(("name", "count", "share", "points"), [row[:4] for row in LEICESTER])
def test_the_published_counts_lead_to_the_same_probability(
    name: str, count: int, share: float, points: int
) -> None:
    """From counts instead of printed shares, with the totals that the shares imply.

    Crimes: 6,743 is 17.2%, so about 39,203; incidents: 13,976 is 59.8%, so about 23,371. Littering,
    119 of 23,371, is 0.509%, printed 0.5 and scored 1: the scale was read off the printed shares.
    """
    names = [row[0] for row in LEICESTER]
    total = 6743 / 0.172 if names.index(name) <= names.index("Criminal damage") else 13976 / 0.598

    assert probability(100 * count / total, POINTS) == points


@pytest.mark.parametrize("cuts", [(55.001, 90.001), (90, 165), (70, 125)])
def test_the_cut_offs_may_lie_anywhere_between_the_published_scores(
    cuts: tuple[float, float],
) -> None:
    """The highest Low is 55, the Medium is 90, the lowest High 165."""
    bands = {"Low": 0.0, "Medium": cuts[0], "High": cuts[1]}

    assert [band(row[5], bands) for row in LEICESTER] == [row[6] for row in LEICESTER]


@pytest.mark.parametrize(("moved", "expected"), [(-1, 4), (0, 5), (1, 6)])
def test_the_state_moves_the_probability(moved: int, expected: int) -> None:
    """3.6% scores 5 under control, one less while reducing, one more out of control."""
    assert probability(3.6, POINTS, moved) == expected


def test_a_probability_is_never_nothing() -> None:
    """A tenth of a per cent that is reducing keeps the lowest score, 1."""
    assert probability(0.1, POINTS, -1) == 1


def test_a_risk_needs_all_its_parts() -> None:
    """MoRiLE's three: 12 × 3 × 1.5 = 54; without one of them there is none."""
    assert risk([12, 3, 1.5]) == 54
    assert risk([12, None, 1.5]) is None


@given(st.floats(0, 100), st.floats(0, 100))
def test_probability_never_falls_with_the_share(one: float, other: float) -> None:
    """A larger share has no smaller score."""
    low, high = sorted((one, other))

    assert probability(low, POINTS) <= probability(high, POINTS)


@given(st.floats(0, 1000), st.floats(0, 1000))
def test_bands_never_fall_with_the_risk(one: float, other: float) -> None:
    """A higher risk is in the same band or in a higher one."""
    low, high = sorted((one, other))

    assert BANDS[band(low, BANDS)] <= BANDS[band(high, BANDS)]
