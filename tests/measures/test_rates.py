"""Rates and shares."""

import pytest

from report.measures.rates import per_1000, share_pct


@pytest.mark.parametrize(
    ("count", "residents", "published"),
    [
        # North West Leicestershire 2012, Table 1, and the residents that its tables imply
        (417, 1488, 280),
        (241, 1552, 155),
        (206, 1824, 113),
        (130, 2226, 58),
        (0, 1255, 0),
    ],
)
def test_a_rate_is_per_1000_residents(count: int, residents: int, published: int) -> None:
    """A rate is at full precision; the published ones were rounded to whole numbers."""
    assert per_1000(count, residents) == pytest.approx(published, abs=0.5)


@pytest.mark.parametrize("population", [0, -5])
def test_nobody_has_no_rate(population: int) -> None:
    """Without residents there is no rate, rather than an endless one."""
    with pytest.raises(ValueError, match="population above 0"):
        per_1000(3, population)


def test_a_share_is_per_cent_of_its_whole() -> None:
    """154 of 179 offenders are 86.03 % (North West Leicestershire 2012, printed as 86)."""
    assert share_pct(154, 179) == pytest.approx(86.0335, abs=5e-5)
    assert share_pct(25, 179) == pytest.approx(13.9665, abs=5e-5)


def test_of_nothing_there_is_no_share() -> None:
    """A whole of 0 has no parts."""
    assert share_pct(0, 0) is None
