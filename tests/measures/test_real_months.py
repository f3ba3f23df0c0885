"""Control charts and trends on the real months of Leicestershire, November 2020 to October 2022."""

import numpy as np
import pytest

from report.measures.control import Lengths, Signal, state
from report.measures.growth import trend
from report.measures.stretches import Asked, judged, stretches
from tests.measures.leicestershire import by_month, needed

LENGTHS = Lengths(run=7, direction=7, near=2, among=3, zone=2 / 3)

# The first twelve months judge the second twelve.
ASKED = Asked(declared=range(12), most=24, least=12, until=12)


@pytest.fixture(scope="module")
def months() -> dict[str, list[int]]:
    """Give the 24 counts of every crime type in the county's seven districts."""
    needed()
    return {type_: list(counts.values()) for type_, counts in by_month().items()}


def test_limits_agree_with_numpy(months: dict[str, list[int]]) -> None:
    """Of all 14 crime types: mean ± 2.66 times the mean difference of neighbours."""
    assert len(months) == 14
    for counts in months.values():
        (found,) = stretches(counts, [], ASKED)
        first = np.array(counts[:12])
        reach = 2.66 * np.abs(np.diff(first)).mean()

        assert found.limits
        assert found.limits.centre == pytest.approx(first.mean())
        assert (found.limits.lower, found.limits.upper) == pytest.approx(
            (first.mean() - reach, first.mean() + reach)
        )


def test_months_of_a_lockdown_are_a_low_baseline(months: dict[str, list[int]]) -> None:
    """Ten of 14 types end above what was usual up to October 2021, a year of restrictions.

    Every month of the second year has more burglaries than 157, the first year's mean, and more
    vehicle crime than 223. Bicycle theft and anti-social behaviour end within their range.
    """
    ends = {}
    for type_, counts in months.items():
        told = judged(counts, stretches(counts, [], ASKED), LENGTHS)
        ends[type_] = state(told, 3)
        if type_ in ("Burglary", "Vehicle crime"):
            assert min(counts[12:]) > np.mean(counts[:12])
            assert all(Signal("run", 1) in month for month in told[12:])

    assert sum(each == "uncontrolled" for each in ends.values()) == 10
    assert {ends["Bicycle theft"], ends["Anti-social behaviour"]} == {"controlled"}


def test_a_trend_of_two_years_is_the_change_between_them(months: dict[str, list[int]]) -> None:
    """With a level for each calendar month, and no leap year, the fit is total over total."""
    days = [30, 31, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31] * 2
    for counts in months.values():
        found = trend(counts, days, 24, seasons=True)

        assert found
        assert found.yearly == pytest.approx(
            100 * (sum(counts[12:]) / sum(counts[:12]) - 1), rel=1e-4
        )
