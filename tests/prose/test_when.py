"""Years and dates in a text, and what is none."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.prose.when import exists, spanned


@pytest.mark.parametrize(
    "text",
    ["0 May 2023", "32 May 2023", "31 June 2023", "29 February 2023", "2023-02-30/2023-03-01"],
)
def test_a_day_that_no_month_has_is_no_date(text: str) -> None:
    """A slip of the hand says no day, rather than stopping the build or meaning another day."""
    assert spanned(text) is None


def test_a_leap_day_is_a_date() -> None:
    """2024 had a 29 February."""
    assert spanned("29th February 2024") == (date(2024, 2, 29),) * 2


@given(st.integers(0, 99), st.integers(1900, 2099))
def test_no_day_stops_the_reading(day: int, year: int) -> None:
    """Whatever stands where a day stands, it is a date of May or none."""
    found = spanned(f"{day} May {year}")

    assert (found is not None) == (1 <= day <= 31)


@pytest.mark.parametrize(
    ("text", "there"),
    [
        *(("31 June", False), ("29 February", True), ("29 February 2023", False)),
        *(("5th of December 2023", True), ("Sept 2023", True), ("32/01/2023", False)),
        *(("31/12/2023", True), ("2023-13-01", False), ("5 Decades", False), ("0 May", False)),
    ],
)
def test_a_day_is_known_in_each_writing(text: str, there: bool) -> None:
    """Without a year every day of a leap year is one; "Decades" is no month."""
    assert exists(text) == there
