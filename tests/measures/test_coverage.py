"""Gaps that counted rows show by themselves: examples worked by hand, and a property."""

from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.measures.coverage import Short, Turnover, missing, partial, shared_out, turnover

YEAR = tuple(date(2022, month, 1) for month in range(1, 13))


def test_a_month_of_the_window_without_a_row_is_missing() -> None:
    """A window of which the files hold nothing was never supplied, and misses none."""
    held = set(YEAR) - {date(2022, 4, 1)}

    assert missing(YEAR, held) == (date(2022, 4, 1),)
    assert missing(YEAR, YEAR) == ()
    assert missing(YEAR, ()) == ()


def test_a_month_below_the_share_of_the_median_of_the_others_is_partial() -> None:
    """The others have a median of 100: 59 is below 60 per cent of it, and 60 is not."""
    series = dict.fromkeys(YEAR, 100) | {YEAR[3]: 59, YEAR[4]: 60}

    assert partial(series, 60) == (Short(YEAR[3], 59, 100),)


def test_one_partial_month_does_not_lower_what_is_usual() -> None:
    """The median is of the other months: of 90, 100 and 110 it is 100."""
    series = dict(zip(YEAR, (90, 50, 100, 110), strict=False))

    assert partial(series, 60) == (Short(YEAR[1], 50, 100),)


def test_a_series_of_few_rows_is_not_judged() -> None:
    """Months of 9 and of 3 robberies differ by chance."""
    series = dict.fromkeys(YEAR, 9) | {YEAR[3]: 3}

    assert partial(series, 60, volume=100) == ()
    assert partial({YEAR[0]: 1}, 60) == ()


def test_rows_without_a_location_are_shared_out_in_proportion() -> None:
    """200 of 1,000 located rows are a fifth; of 250 without a location a fifth is 50."""
    assert shared_out(200, rows=1250, unlocated=250) == 250
    assert shared_out(0, rows=10, unlocated=10) == 0


@given(
    st.lists(st.integers(0, 500), min_size=1, max_size=8),
    st.integers(0, 500),
)
def test_shares_of_all_areas_add_up_to_all_rows(counts: list[int], unlocated: int) -> None:
    """Nothing is lost and nothing counted twice, whatever the areas hold."""
    located = sum(counts)
    found = sum(shared_out(count, located + unlocated, unlocated) for count in counts)

    assert found == pytest.approx(located + unlocated if located else 0)


def codes(old: str, new: str, since: int) -> Counter[tuple[str, date]]:
    """Make 10 rows a month of one code, and 90 of another that never changes."""
    own = {(new if n >= since else old, month): 10 for n, month in enumerate(YEAR)}
    return Counter(own | {("E01000009", month): 90 for month in YEAR})


def test_codes_that_give_way_to_others_are_found_with_their_month() -> None:
    """From July on E01000002 stands for E01000001: 60 rows end, and 60 begin, of 1,200."""
    rows = codes("E01000001", "E01000002", since=6)

    assert turnover(rows, YEAR, expected=10, share=1) == Turnover(date(2022, 7, 1), 60, 60)


@pytest.mark.parametrize(
    ("rows", "share"),
    [
        (codes("E01000001", "E01000001", since=6), 1),
        (codes("E01000001", "E01000002", since=6), 5),
        (codes("E01000001", "E01000002", since=12), 1),
    ],
    ids=["no change", "too few rows", "one code alone"],
)
def test_codes_that_stay_are_no_turnover(rows: Counter[tuple[str, date]], share: float) -> None:
    """Nor are those whose rows are less than the share: 60 of 1,200 is 5 per cent."""
    assert turnover(rows, YEAR, expected=10, share=share) is None


def test_a_rare_code_is_absent_by_chance() -> None:
    """Two rows in six months say nothing of the six months after."""
    rows = Counter({("E01000001", YEAR[0]): 2, ("E01000002", YEAR[11]): 2})

    assert turnover(rows, YEAR, expected=10, share=1) is None
