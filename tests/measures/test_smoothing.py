"""The exponentially weighted moving average, against the published example."""

import pytest

from report.measures.control import Limits
from report.measures.smoothing import ewma

# NIST/SEMATECH e-Handbook 6.3.2.4: centre 50, standard deviation 2.0539, weight 0.3.
USUAL = Limits(50, 0, 0, 2.0539 * 1.128, 0)
DATA = [52.0, 47.0, 53.0, 49.3, 50.1, 47.0, 51.0, 50.1, 51.2, 50.5]
DATA += [49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1]
PUBLISHED = [50.60, 49.52, 50.56, 50.18, 50.16, 49.21, 49.75, 49.85, 50.26, 50.33]
PUBLISHED += [50.11, 49.36, 49.52, 50.05, 49.38, 49.92, 50.73, 51.23, 51.94, 51.99]


def test_the_published_averages() -> None:
    """0.3 x 52 + 0.7 x 50 = 50.60, and so on."""
    found = [each.value for each in ewma(DATA, USUAL, 0.3)]

    assert found == pytest.approx(PUBLISHED, abs=0.0051)


def test_the_published_limits_are_those_of_a_long_series() -> None:
    """52.5884 and 47.4115 after twenty; the first are narrower: 50 ± 3 x 2.0539 x 0.3."""
    found = ewma(DATA, USUAL, 0.3)

    assert (found[-1].lower, found[-1].upper) == pytest.approx((47.4115, 52.5884), abs=1e-3)
    assert found[0].upper == pytest.approx(50 + 3 * 2.0539 * 0.3)


def test_a_missing_month_is_passed_over() -> None:
    """0.2 x 60 + 0.8 x 50 = 52; the next counted month goes on from there."""
    first, gap, last = ewma([60, None, 52], USUAL, 0.2)

    assert (first.value, gap.value, last.value) == (52, None, 52)
