"""The trend of a series of months."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import minimize
from scipy.stats import kendalltau, theilslopes
from scipy.stats import t as student

from report.measures.growth import trend

DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] * 5
LEAST = 10

# Three years with a rise and some noise.
RISING = [41, 38, 45, 44, 52, 47, 55, 50, 49, 58, 51, 60, 54, 49, 63, 57, 61, 66, 60, 71, 62, 69]
RISING += [64, 75, 70, 63, 78, 69, 82, 75, 80, 88, 79, 90, 83, 92]


def test_a_steady_growth_is_found_again() -> None:
    """Ten a day that grow by 20 % a year, month by month: a factor of 1.2 to the power of n/12."""
    counts = [10 * days * 1.2 ** (at / 12) for at, days in enumerate(DAYS[:36])]
    found = trend(counts, DAYS[:36], LEAST)

    assert found
    assert found.yearly == pytest.approx(20)
    assert found.dispersion == 1


def test_the_fit_is_the_one_of_greatest_likelihood() -> None:
    """scipy's minimiser finds the same slope; its error by hand is √(φ / Σ mean (x - x̄)²)."""
    years, days = np.arange(36) / 12, np.array(DAYS[:36])

    def loss(at: np.ndarray) -> float:
        mean = days * np.exp(at[0] * years + at[1])
        return float((mean - np.array(RISING) * np.log(mean)).sum())

    best = minimize(loss, np.array([0.0, 0.5]), method="Nelder-Mead", options={"xatol": 1e-9})
    mean = days * np.exp(best.x[0] * years + best.x[1])
    dispersion = max(1, ((np.array(RISING) - mean) ** 2 / mean).sum() / 34)
    middle = (mean * years).sum() / mean.sum()
    error = np.sqrt(dispersion / (mean * (years - middle) ** 2).sum())
    found = trend(RISING, DAYS[:36], LEAST)

    assert found
    assert found.yearly == pytest.approx(100 * (np.exp(best.x[0]) - 1), rel=1e-4)
    reach = student.ppf(0.975, 34) * error
    assert found.lower == pytest.approx(100 * (np.exp(best.x[0] - reach) - 1), rel=1e-3)
    assert found.p == pytest.approx(2 * student.sf(best.x[0] / error, 34), rel=1e-2)


def test_other_methods_see_the_same_trend() -> None:
    """The slope of Theil and Sen lies in the interval; Mann and Kendall find it as improbable."""
    rates = np.log(np.array(RISING) / np.array(DAYS[:36]))
    found = trend(RISING, DAYS[:36], LEAST)

    assert found
    slope = theilslopes(rates, np.arange(36) / 12).slope
    assert found.lower < 100 * (np.exp(slope) - 1) < found.upper
    assert kendalltau(np.arange(36), rates).pvalue < 1e-6
    assert found.p < 1e-6


def test_a_season_is_no_trend() -> None:
    """Winters of 200 and summers of 100, from winter to summer: with levels of months, 0 %."""
    counts = ([200] * 6 + [100] * 6) * 2
    days = [30] * 24
    alone, levelled = trend(counts, days, LEAST), trend(counts, days, LEAST, seasons=True)

    assert alone
    assert levelled
    assert alone.yearly < -10
    assert levelled.yearly == pytest.approx(0, abs=1e-6)
    assert levelled.p > 0.99


@given(st.lists(st.integers(20, 400), min_size=24, max_size=24))
def test_over_two_years_it_is_the_change_between_them(counts: list[int]) -> None:
    """With a level for each month of a year the fit depends on the two totals alone."""
    found = trend(counts, [30] * 24, LEAST, seasons=True)

    assert found
    assert found.yearly == pytest.approx(100 * (sum(counts[12:]) / sum(counts[:12]) - 1), abs=1e-3)


def test_too_few_months_have_no_trend() -> None:
    """Nine points are described and not fitted; a series without a case has no trend either."""
    assert trend([5] * 9, DAYS[:9], LEAST) is None
    assert trend([*[5] * 9, None, None], DAYS[:11], LEAST) is None
    assert trend([0] * 12, DAYS[:12], LEAST) is None
    assert trend([5] * 10, DAYS[:10], LEAST)


@given(st.lists(st.integers(20, 400), min_size=10, max_size=48), st.integers(2, 9))
def test_turned_round_a_rise_is_a_fall(counts: list[int], times: int) -> None:
    """Backwards in time the factor is the inverse; other units of time change nothing."""
    days = [30] * len(counts)
    there, back = trend(counts, days, LEAST), trend(counts[::-1], days, LEAST)
    longer = trend(counts, [times * day for day in days], LEAST)

    assert there
    assert back
    assert longer
    assert (1 + there.yearly / 100) * (1 + back.yearly / 100) == pytest.approx(1, rel=1e-4)
    assert longer.yearly == pytest.approx(there.yearly, rel=1e-4, abs=1e-4)
