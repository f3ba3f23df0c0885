"""Change by the year over several years, and how often something happens."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.measures import spans

COUNTS = st.integers(1, 100_000)
YEARS = st.integers(1, 20)


def test_the_published_span_has_two_averages() -> None:
    """6,846 in 2019 and 8,534 in 2023, four steps: 24.656 % in all.

    By hand: 24.656 / 4 = 6.164 % simple; (8534 / 6846) ** 0.25 = 1.05664, 5.664 % compound.
    """
    assert spans.simple_pct(6846, 8534, 4) == pytest.approx(6.1642, abs=1e-4)
    assert spans.compound_pct(6846, 8534, 4) == pytest.approx(5.664, abs=1e-3)
    # 1688 / 4
    assert spans.a_year(6846, 8534, 4) == 422


def test_the_published_thefts_of_cars_come_every_eight_minutes() -> None:
    """64,087 a year: 175.58 a day; 31,536,000 s / 64,087 = 492.08 s, 8 minutes and 12 seconds."""
    assert spans.a_day(64087, 365) == pytest.approx(175.58, abs=0.01)
    assert spans.seconds_between(64087, 365) == pytest.approx(492.08, abs=0.01)


def test_nothing_is_divided_by_nothing() -> None:
    """From 0 there is no percentage; within a year none by the year; of none no interval."""
    assert spans.compound_pct(0, 5, 3) is None
    assert spans.simple_pct(0, 5, 3) is None
    assert spans.compound_pct(5, 6, 0) is None
    assert spans.simple_pct(5, 6, 0) is None
    assert spans.a_year(5, 6, 0) is None
    assert spans.seconds_between(0, 365) is None


@given(COUNTS, COUNTS, YEARS)
def test_the_compound_rate_leads_from_the_first_to_the_last(
    first: int, last: int, years: int
) -> None:
    """Applied year by year it gives the last number."""
    rate = spans.compound_pct(first, last, years)

    assert rate is not None
    assert first * (1 + rate / 100) ** years == pytest.approx(last)


@given(COUNTS, COUNTS)
def test_over_one_year_both_averages_are_the_change(first: int, last: int) -> None:
    """One step has one change."""
    assert spans.simple_pct(first, last, 1) == pytest.approx(spans.compound_pct(first, last, 1))
