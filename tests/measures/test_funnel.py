"""How far areas are from what is expected of them, and how far areas usually are."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import chi2

from report.measures.funnel import Spread, chance_limits, expected, spread
from report.measures.intervals import poisson

# Of each 100 are expected; the counts are 1.6, 0.8, 0.8 and 0.4 times as much, squared.
COUNTS = {"A": 256, "B": 64, "C": 64, "D": 16}
PEOPLE = dict.fromkeys(COUNTS, 2000)

COUNT = st.integers(0, 400)
AREAS = st.lists(st.tuples(COUNT, st.integers(500, 4000)), min_size=2, max_size=60)


def test_expected_is_the_wider_rate_for_the_areas_people() -> None:
    """90 among 3,000 is 30 per 1,000: of 1,000 people 30, of 2,000 people 60."""
    assert expected({"A": 80, "B": 10}, {"A": 1000, "B": 2000}) == {"A": 30, "B": 60}


def test_nobody_in_any_area_is_an_error() -> None:
    """A rate needs people."""
    with pytest.raises(ValueError, match="population above 0"):
        expected({"A": 1}, {"A": 0})


def test_the_spread_of_four_areas_by_hand() -> None:
    """Scores 2 √100 (1.6 - 1) = 12, -4, -4, -12; their squares' mean is (144+16+16+144)/4 = 80.

    Weights are 4 × 100 each: 1,600 - 4 × 400² / 1,600 = 1,200; (4 × 80 - 3) / 1,200 = 317/1,200.
    """
    found = spread(COUNTS, expected(COUNTS, PEOPLE), 0)

    assert found.phi == pytest.approx(80)
    assert found.between == pytest.approx(317 / 1200)


def test_a_score_counts_chance_and_the_spread_between_areas() -> None:
    """0.6 / √(1/400 + 317/1,200) = 0.6 / √0.266667 = 1.161895; by chance alone 0.6 / 0.05 = 12."""
    assert Spread(80, 317 / 1200).score(256, 100) == pytest.approx(1.161895, abs=5e-7)
    assert Spread().score(256, 100) == pytest.approx(12)


def test_extreme_scores_are_drawn_in() -> None:
    """Of scores -5 to 5 the outer tenths begin at -4 and 4: 2 (16 + 16 + 9 + 4 + 1) / 11 = 92/11.

    A score u of an area of which 100 are expected belongs to (10 + u/2)².
    """
    counts = {str(u): (10 + u / 2) ** 2 for u in range(-5, 6)}
    wanted = dict.fromkeys(counts, 100.0)

    assert spread(counts, wanted, 10).phi == pytest.approx(92 / 11)
    assert spread(counts, wanted, 0).phi == pytest.approx(110 / 11)


def test_areas_that_differ_less_than_by_chance_have_no_spread() -> None:
    """All as expected: phi is 0, and the variance between areas is not below 0."""
    assert spread({"A": 50, "B": 50}, {"A": 50, "B": 50}, 10) == Spread(0, 0)


def test_nothing_expected_has_no_spread() -> None:
    """Where nothing was counted there is nothing to compare."""
    assert spread({"A": 0, "B": 0}, {"A": 0, "B": 0}, 10) == Spread()


@given(AREAS)
def test_the_spread_is_that_of_the_published_formulas(areas: list[tuple[int, int]]) -> None:
    """A second computation of the field guide's 3.4 in arrays, with s and w as they are written."""
    n, people = (np.array(each, dtype=float) for each in zip(*areas, strict=True))
    if not n.sum():
        return
    e = people * n.sum() / people.sum()
    y, s = np.sqrt(n / e), 1 / (2 * np.sqrt(e))
    u = (y - 1) / s
    low, high = np.quantile(u, [0.1, 0.9])
    phi = np.mean(np.where(u < low, low, np.where(u > high, high, u)) ** 2)
    k, w = len(n), 1 / s**2
    tau2 = max(0.0, (k * phi - (k - 1)) / (w.sum() - (w**2).sum() / w.sum()))
    z = (y - 1) / np.sqrt(s**2 + tau2)

    counts = {str(at): float(each) for at, each in enumerate(n)}
    wanted = {str(at): float(each) for at, each in enumerate(e)}
    found = spread(counts, wanted, 10)
    assert found.phi == pytest.approx(phi)
    assert found.between == pytest.approx(tau2, abs=1e-12)
    scores = [found.score(counts[area], wanted[area]) for area in counts]
    assert scores == pytest.approx(list(z), abs=1e-9)


@given(st.floats(1, 1000), st.floats(0, 0.5), st.floats(0.1, 4))
def test_counts_on_a_limit_have_its_score(wanted: float, between: float, score: float) -> None:
    """The limits are the scores turned round; below none where even 0 is nearer."""
    found = Spread(1, between)
    low, high = found.limits(wanted, score)

    assert found.score(high, wanted) == pytest.approx(score)
    assert low == 0 or found.score(low, wanted) == pytest.approx(-score)


@pytest.mark.parametrize(("wanted", "low", "high"), [(3.689, 0, 8.36), (4.115, 0.226, 9)])
def test_limits_by_chance_are_intervals_turned_round(
    wanted: float, low: float, high: float
) -> None:
    """0 has an upper limit of 3.689, 9 a lower one of 4.115 (field guide 3.4); 95 %.

    Between whole counts by straight lines. Lower limits of 8 and 9 are 3.454 and 4.115: 3.689 is
    at 8 + (3.689 - 3.454) / (4.115 - 3.454) = 8.36. Upper limits of 0 and 1 are 3.689 and 5.572:
    4.115 is at (4.115 - 3.689) / (5.572 - 3.689) = 0.226. Second witness: scipy's chi-square.
    """
    below = [chi2.ppf(0.975, 2 * n + 2) / 2 for n in range(10)]
    above = [chi2.ppf(0.025, 2 * n) / 2 if n else 0.0 for n in range(10)]
    witness = np.interp(wanted, below, range(10)), np.interp(wanted, above, range(10))

    assert chance_limits([wanted], 0.95) == [pytest.approx((low, high), abs=0.005)]
    assert chance_limits([wanted], 0.95) == [pytest.approx(witness)]


@given(st.floats(0.5, 300), st.integers(0, 400), st.sampled_from([0.95, 0.998]))
def test_a_count_is_beyond_a_limit_where_its_interval_is(
    wanted: float, count: int, level: float
) -> None:
    """The limits that a chart draws are those by which the labels are given."""
    low, high = chance_limits([wanted], level)[0]
    interval = poisson(count, level)
    assert (count > high) == (interval.low > wanted)
    assert (count < low) == (interval.high < wanted)


@pytest.mark.parametrize(
    ("apart", "above"), [(0.0, (2.5, 0.1)), (0.02, (5.5, 0.6)), (0.2, (5.5, 0.6))]
)
def test_how_many_areas_that_are_no_exception_are_above(
    apart: float, above: tuple[float, float]
) -> None:
    """100 counties of 396 areas, whose roots are normal about those expected, drawn by numpy.

    With a tenth drawn in at each end, as config/classification.yaml says. By chance alone they are
    the 2.5 and 0.1 % of the normal distribution beyond 1.96 and 3.09. Of normal scores the mean
    square with a tenth drawn in is 0.68 (1 - 0.2 - 2 x 1.2816 x 0.1755 + 0.2 x 1.2816²), so that
    1.96 is 1.96 x √0.68 = 1.62 deviations, beyond which are 5.3 %, and 3.09 is 2.55, beyond which
    are 0.5 %: a little more where the areas are of several sizes.
    """
    draw, scores = np.random.default_rng(2012), list[float]()
    for _ in range(100):
        wanted = draw.uniform(10, 80, 396)
        roots = np.maximum(draw.normal(1, np.sqrt(1 / (4 * wanted) + apart)), 0)
        areas = {str(at): float(each) for at, each in enumerate(wanted)}
        counts = {area: areas[area] * root**2 for area, root in zip(areas, roots, strict=True)}
        found = spread(counts, areas, 10)
        scores += [found.score(counts[area], each) for area, each in areas.items()]

    shares = [100 * float((np.array(scores) > cut).mean()) for cut in (1.96, 3.09)]
    assert shares == [pytest.approx(above[0], abs=0.6), pytest.approx(above[1], abs=0.25)]
