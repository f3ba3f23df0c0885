"""Rates and shares."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.measures.rates import decimals, implied, per_1000, share_pct, shared, times

SEEDS = Path(__file__).parents[3] / "shared" / "seeds" / "data"


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


def test_a_printed_rate_allows_some_populations() -> None:
    """417 at 280 per 1,000: 417,000 / 280.5 and 417,000 / 279.5, by hand 1,486.6 and 1,491.9."""
    assert implied(417, 280, 1) == pytest.approx((1486.63, 1491.95), abs=0.005)
    assert implied(4, 1.3, 0.1) == pytest.approx((2962.96, 3200), abs=0.005)


@pytest.mark.parametrize(("count", "rate"), [(0, 0), (1, 0), (2, 0.5)])
def test_a_rate_of_almost_nothing_allows_any_population(count: int, rate: float) -> None:
    """Nobody, or a rate that may have been rounded down to nothing."""
    assert implied(count, rate, 1) is None


def test_rates_of_two_populations_contradict_each_other() -> None:
    """Leicestershire 2009: 8,534 at 78.4 are of about 108,852 people, 1,095 at 11.45 of 95,633."""
    crime, burglary = implied(8534, 78.4, 0.1), implied(1095, 11.45, 0.01)
    assert crime
    assert burglary
    assert crime[0] < 108_852 < crime[1]
    assert burglary[0] < 95_633 < burglary[1]
    assert shared([crime, burglary]) is None
    assert shared([crime, crime]) == crime


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the folder of published tables is not there")
def test_published_rates_of_31_areas_are_of_one_population_each() -> None:
    """North West Leicestershire 2012, with the spans that the field guide gives for two of them."""
    spans: dict[str, list[tuple[float, float]]] = {}
    for path in sorted(SEEDS.glob("003_t*.csv")):
        with path.open(encoding="utf-8", newline="") as file:
            for r in csv.DictReader(file):
                if "lsoa_name" in r and r.get("rate_per_1000"):
                    span = implied(int(r["count"]), float(r["rate_per_1000"]), 1)
                    spans.setdefault(r["lsoa_name"], []).extend([span] if span else [])
    found = {area: shared(each) for area, each in spans.items()}

    assert len(found) == 31
    assert all(found.values())
    assert found["Coalville Centre"] == pytest.approx((1487, 1490), abs=0.5)
    assert found["Bardon"] == pytest.approx((2222, 2230), abs=1)


@pytest.mark.parametrize(
    ("published", "places"), [(78.4, 1), (3.76, 2), (3.0, 0), (300, 0), (30.530, 2)]
)
def test_a_published_figure_has_so_many_decimals(published: float, places: int) -> None:
    """Zeros at its end are lost with the text that it was read from."""
    assert decimals(published) == places


def test_a_rate_is_so_many_times_an_average() -> None:
    """North West Leicestershire 2023, by hand: 50.07 / 4.11 = 12.182 (theft from vehicles)."""
    assert times(50.07, 4.11) == pytest.approx(12.1825, abs=5e-5)
    assert times(1, 0) is None


@given(st.lists(st.integers(0, 10_000), min_size=1).filter(any))
def test_shares_add_up(parts: list[int]) -> None:
    """The shares of all parts of a whole are 100 per cent of it."""
    shares = [share_pct(part, sum(parts)) for part in parts]

    assert sum(share for share in shares if share is not None) == pytest.approx(100)
