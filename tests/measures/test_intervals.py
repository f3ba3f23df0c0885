"""Limits of counts, rates and proportions."""

from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from report.measures.intervals import Interval, poisson, rate, wilson

# Limits that UKHSA's package PHEindicatormethods 2.1.0 gives, to three decimals: (count, level,
# lower, upper). Byar's from 10 cases on, the exact ones below.
PUBLISHED = [
    (10, 0.95, 4.787, 18.391),
    (10, 0.998, 2.916, 24.194),
    (25, 0.95, 16.174, 36.906),
    (25, 0.998, 12.304, 44.675),
    (100, 0.95, 81.362, 121.628),
    (100, 0.998, 71.904, 134.944),
    (0, 0.95, 0, 3.689),
    (3, 0.95, 0.619, 8.767),
    (3, 0.998, 0.191, 13.062),
    (9, 0.95, 4.115, 17.085),
    (9, 0.998, 2.452, 22.657),
]
LEVELS = st.floats(0.5, 0.999)
COUNTS = st.integers(0, 100_000)


@pytest.mark.parametrize(("count", "level", "low", "high"), PUBLISHED)
def test_limits_of_a_count_are_the_published_ones(
    count: int, level: float, low: float, high: float
) -> None:
    """To the precision in which they were printed."""
    found = poisson(count, level)

    assert (round(found.low, 3), round(found.high, 3), found.level) == (low, high, level)


@pytest.mark.parametrize("count", range(10))
def test_a_small_count_has_exact_limits(count: int) -> None:
    """Below the lower limit as many cases have a chance of 2.5 %, and above the upper as few.

    Second witness: scipy's Poisson distribution.
    """
    found = poisson(count)

    assert stats.poisson.cdf(count, found.high) == pytest.approx(0.025)
    if count:
        assert stats.poisson.sf(count - 1, found.low) == pytest.approx(0.025)


@pytest.mark.parametrize("count", [10, 25, 100, 1000, 9568])
@pytest.mark.parametrize("level", [0.95, 0.998])
def test_limits_of_a_large_count_are_close_to_exact(count: int, level: float) -> None:
    """Byar's limits are within 2 % of the exact ones, half of scipy's chi-square quantiles."""
    found, tail = poisson(count, level), (1 - level) / 2

    assert found.low == pytest.approx(stats.chi2.ppf(tail, 2 * count) / 2, rel=0.02)
    assert found.high == pytest.approx(stats.chi2.isf(tail, 2 * count + 2) / 2, rel=0.02)


def test_limits_of_a_rate_are_those_of_its_count() -> None:
    """25 of 5,000 residents are 5 per 1,000: 16.174 / 5 to 36.906 / 5, from 3.23 to 7.38."""
    found = rate(25, 5000)

    assert [found.low, found.high] == pytest.approx([3.2348, 7.3812], abs=1e-4)


def test_wilson_by_hand() -> None:
    """25 of 179 offenders, z = 1.959964: centre (25 + z²/2) / (179 + z²), and what is beside it.

    The half width is z / (179 + z²) · √(25 · 154 / 179 + z²/4).
    """
    z = 1.959964
    centre = (25 + z**2 / 2) / (179 + z**2)
    half = z / (179 + z**2) * sqrt(25 * 154 / 179 + z**2 / 4)

    found = wilson(25, 179)

    assert found.low == pytest.approx(centre - half, abs=1e-7)
    assert found.high == pytest.approx(centre + half, abs=1e-7)


def test_nobody_and_everybody_have_limits_within_the_whole() -> None:
    """None of 20 may be up to z² / (20 + z²) = 16.1 %; all of 20 no less than 83.9 %."""
    nobody, everybody = wilson(0, 20), wilson(20, 20)

    assert [nobody.low, nobody.high] == pytest.approx([0, 0.16113], abs=1e-5)
    assert [everybody.low, everybody.high] == pytest.approx([0.83887, 1], abs=1e-5)


def test_a_value_on_a_limit_is_within() -> None:
    """Only what lies beyond a limit is outside."""
    found = Interval(1, 2, 0.95)

    assert [found.holds(value) for value in (0.99, 1, 1.5, 2, 2.01)] == [
        *(False, True, True, True, False),
    ]


@given(count=COUNTS, level=LEVELS)
def test_a_count_lies_between_its_limits(count: int, level: float) -> None:
    """For every count and level."""
    found = poisson(count, level)

    assert 0 <= found.low <= count < found.high


@given(count=COUNTS, level=LEVELS)
def test_more_cases_have_higher_limits(count: int, level: float) -> None:
    """Where the exact limits give way to Byar's, too."""
    fewer, more = poisson(count, level), poisson(count + 1, level)

    assert fewer.low < more.low
    assert fewer.high < more.high


@given(count=COUNTS, one=LEVELS, other=LEVELS)
def test_a_higher_level_has_wider_limits(count: int, one: float, other: float) -> None:
    """Whoever wants to be surer says less."""
    lower, higher = poisson(count, min(one, other)), poisson(count, max(one, other))

    assert higher.low <= lower.low
    assert higher.high >= lower.high


@given(count=COUNTS, population=st.integers(1, 10**7), times=st.integers(1, 1000))
def test_a_rate_scales_with_what_it_is_per(count: int, population: int, times: int) -> None:
    """Per so many times as many of so many times as many changes nothing."""
    one, other = rate(count, population), rate(count, population * times, per=1000 * times)

    assert [one.low, one.high] == pytest.approx([other.low, other.high])


@given(whole=st.integers(1, 10_000), data=st.data())
def test_a_proportion_and_the_rest_of_it_mirror_each_other(whole: int, data: st.DataObject) -> None:
    """What is not the part has the limits turned round; the proportion lies between its own."""
    part = data.draw(st.integers(0, whole))
    one, rest = wilson(part, whole), wilson(whole - part, whole)

    assert one.low <= part / whole <= one.high
    assert [one.low, one.high] == pytest.approx([1 - rest.high, 1 - rest.low], abs=1e-9)


@pytest.mark.parametrize("level", [0, 1, 95])
def test_a_level_is_a_fraction(level: float) -> None:
    """95 is not taken for 95 %."""
    with pytest.raises(ValueError, match="between 0 and 1"):
        poisson(5, level)
    with pytest.raises(ValueError, match="between 0 and 1"):
        wilson(5, 10, level)


def test_what_has_no_limits() -> None:
    """A count below 0, a rate of nobody, a part of nothing or of less than itself."""
    with pytest.raises(ValueError, match="0 or more"):
        poisson(-1)
    with pytest.raises(ValueError, match="above 0"):
        rate(5, 0)
    for part, whole in ((0, 0), (3, 2), (-1, 2)):
        with pytest.raises(ValueError, match="a part of a whole"):
            wilson(part, whole)
