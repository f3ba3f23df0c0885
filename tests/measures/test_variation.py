"""Changes between two counts, against worked values, scipy's own tests and arithmetic by hand."""

from math import exp, log, sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from report.measures.variation import CHANCE, Dispersion, compared, dispersion, together

counts = st.integers(min_value=0, max_value=20_000)
some = st.integers(min_value=1, max_value=20_000)
days = st.integers(min_value=1, max_value=400)


@pytest.mark.parametrize(
    ("earlier", "later", "low", "high", "p"),
    [
        # Worked values for the published table of Charnwood 2023/24: interval of the change in per
        # cent, and the exact p, to the places printed there
        (57, 40, -53.2, 5.1, 0.104),
        (358, 372, -10.1, 20.1, 0.630),
        (243, 249, -14.1, 22.3, 0.822),
        (515, 736, 27.7, 59.9, 4.5e-10),
        (10_195, 9_568, -8.7, -3.5, 8.5e-06),
        (1_185, 1_133, -11.9, 3.7, 0.289),
    ],
)
def test_the_worked_values_are_reproduced(
    earlier: int, later: int, low: float, high: float, p: float
) -> None:
    """Intervals and p of six changes equal independently worked values to their printed places."""
    found = compared(later, earlier)
    assert found.low is not None
    assert found.high is not None
    assert (round(100 * found.low - 100, 1), round(100 * found.high - 100, 1)) == (low, high)
    assert float(f"{found.p:.2g}") == p or round(found.p, 3) == p


@given(counts, counts)
def test_scipy_gives_the_same_p(later: int, earlier: int) -> None:
    """Over equal times the p is that of scipy's binomial test with a share of one half."""
    if later + earlier:
        witness = stats.binomtest(later, later + earlier, 0.5).pvalue
        assert compared(later, earlier).p == pytest.approx(witness, rel=1e-6)


def test_unequal_days_are_allowed_for() -> None:
    """340 offences in 340 days and 339 in 339 days are the same rate: ratio 1, p 1."""
    found = compared(340, 339, (340, 339))
    assert found.ratio == pytest.approx(1)
    assert found.p == 1


@given(some, some, days, days)
def test_exchanging_the_years_inverts_the_ratio(
    later: int, earlier: int, here: int, there: int
) -> None:
    """What is twice as much one way is half as much the other, with its interval and the same p."""
    found, other = compared(later, earlier, (here, there)), compared(earlier, later, (there, here))
    assert found.ratio == pytest.approx(1 / (other.ratio or 0))
    assert found.low == pytest.approx(1 / (other.high or 0))
    assert found.p == pytest.approx(other.p, abs=1e-12)


@given(counts, counts, days, days)
def test_scaling_both_exposures_changes_nothing(
    later: int, earlier: int, here: int, there: int
) -> None:
    """Days and hours give the same answer."""
    once, again = (compared(later, earlier, (here * n, there * n)) for n in (1, 24))
    assert once.p == pytest.approx(again.p)
    assert once.ratio == (again.ratio if again.ratio is None else pytest.approx(again.ratio))


def test_nothing_is_said_of_a_ratio_with_nought() -> None:
    """From 0 to 5 has a p, 2 * 0.5 ** 5 = 0.0625, and no ratio."""
    found = compared(5, 0)
    assert found.p == pytest.approx(0.0625)
    assert (found.ratio, found.low, found.high) == (None, None, None)


def test_no_time_at_all_is_refused() -> None:
    """A count over no days cannot be compared."""
    with pytest.raises(ValueError, match="exposure above 0, not 0"):
        compared(5, 4, (0, 1))


def test_dispersion_widens_the_test_and_the_interval() -> None:
    """Four times the variance halves the deviate and doubles the interval's width on log scale.

    Estimated from 11 degrees of freedom it is Student's t, whose 97.5 % point is 2.201 (tables).
    """
    once, wider = compared(1_133, 1_185), compared(1_133, 1_185, dispersion=Dispersion(4, 11))
    deviate = stats.norm.isf(once.p / 2)
    assert wider.p == pytest.approx(2 * stats.t.sf(deviate / 2, 11))
    width = 2.201 * 2 * sqrt(1 / 1_133 + 1 / 1_185)
    assert wider.low == pytest.approx(exp(log(1_133 / 1_185) - width), rel=1e-4)


@pytest.mark.parametrize(("years", "months"), [(2, 6), (2, 12), (3, 12)])
def test_changes_of_one_unchanged_risk_are_rarely_clear(years: int, months: int) -> None:
    """2,000 pairs of years whose months vary three times as much as by chance, drawn by numpy.

    About 5 of 100 have a p of 0.05 or less; by the normal distribution it were 7 to 11. Three
    standard errors of a share of 5 % among 2,000 are 1.5 points.
    """
    draw, clear = np.random.default_rng(2012), 0
    for _ in range(2000):
        counts = draw.poisson(draw.gamma(20, 2, (years, months)))  # mean 40, variance 40 + 80
        *_, earlier, later = (int(year.sum()) for year in counts)
        found = compared(later, earlier, dispersion=dispersion(counts.tolist()))
        clear += found.p <= 0.05

    assert 100 * clear / 2000 == pytest.approx(5, abs=1.5)


def test_dispersion_is_pearsons_chi_square_by_hand() -> None:
    """Months 10, 30 and 20, 20: each expected 15 and 25, so 4 terms: 2 * (25/15 + 25/25) over 1."""
    found = dispersion([[10, 30], [20, 20]])
    assert found.ratio == pytest.approx(2 * (25 / 15 + 25 / 25))
    assert found.freedom == 1


@given(st.lists(st.lists(some, min_size=12, max_size=12), min_size=2, max_size=5))
def test_scipy_gives_the_same_dispersion(years: list[list[int]]) -> None:
    """The dispersion is scipy's chi-square of the table of years by months over its freedom."""
    witness = stats.chi2_contingency(years, correction=False)
    found, ratio = dispersion(years), witness.statistic / witness.dof
    assert found.ratio == pytest.approx(max(1, ratio))
    assert found.freedom == (witness.dof if ratio > 1 else 0)


def test_a_season_and_a_higher_year_are_no_dispersion() -> None:
    """Every month of the second year twice the first's: nothing is left to chance."""
    assert dispersion([[10, 40, 25], [20, 80, 50]]) == CHANCE


def test_months_and_years_without_any_say_nothing() -> None:
    """A month that never has any and a year without any leave nothing to compare."""
    assert dispersion([[0, 4], [0, 9]]) == CHANCE
    assert dispersion([[3, 4], [0, 0]]) == CHANCE
    assert dispersion([[0, 0], [0, 0]]) == CHANCE


def test_several_changes_are_tested_together() -> None:
    """By hand: sorted p times 4 over its rank, 0.004 0.02 0.04 0.5, none above a later one."""
    assert together([0.5, 0.001, 0.03, 0.01]) == pytest.approx([0.5, 0.004, 0.04, 0.02])


def test_no_change_is_no_family() -> None:
    """Without any test there is nothing to adjust."""
    assert together([]) == []
