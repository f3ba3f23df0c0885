"""Totals of twelve months, the usual month and the peak, worked by hand, and what always holds."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from report.measures.months import Peak, Usual, peak, rolling, usual

COUNTS = st.lists(st.integers(0, 500), min_size=1, max_size=40)
GAPPY = st.lists(st.none() | st.integers(0, 500), max_size=40)
YEARS = st.lists(st.lists(st.integers(0, 500), min_size=12, max_size=12), min_size=1, max_size=6)


def test_twelve_months_are_added_up() -> None:
    """1 to 12 are 78; a month later 2 to 13 are 90."""
    assert rolling(range(1, 14)) == [None] * 11 + [78, 90]


def test_a_missing_month_leaves_no_total_for_a_year() -> None:
    """The fourth of 16 months is missing: months 5 to 16 are the first twelve in a row, 126."""
    counts = [1, 2, 3, None, *range(5, 17)]

    assert rolling(counts) == [None] * 15 + [sum(range(5, 17))]
    assert sum(range(5, 17)) == 126


def test_less_than_twelve_months_have_no_total() -> None:
    """Eleven months are not a year, and nothing is made up for the twelfth."""
    assert rolling([5] * 11) == [None] * 11
    assert rolling([]) == []


@given(st.integers(0, 10_000), st.integers(12, 48))
def test_a_constant_series_totals_twelve_times_its_count(count: int, months: int) -> None:
    """Whatever the count and the length."""
    assert set(rolling([count] * months)[11:]) == {12 * count}


@given(st.lists(st.integers(0, 500), min_size=12, max_size=12), st.integers(1, 4))
def test_every_year_is_counted_once_in_its_own_total(year: list[int], times: int) -> None:
    """The totals at the ends of years add up to all of the months."""
    totals = [total or 0 for total in rolling(year * times)[11::12]]

    assert sum(totals) == times * sum(year)


@given(COUNTS)
def test_a_total_moves_by_the_month_that_comes_less_the_one_that_goes(counts: list[int]) -> None:
    """The season cancels out: only the same month a year earlier is compared."""
    totals = rolling(counts)

    for at in range(12, len(counts)):
        now, before = totals[at], totals[at - 1]
        assert now is not None
        assert before is not None
        assert now - before == counts[at] - counts[at - 12]


def test_the_usual_month() -> None:
    """January had 10, 20 and 30: mean 20; in February one year is missing: mean of 5 and 8, 6.5."""
    assert usual([[10, 5], [20, None], [30, 8]]) == [Usual(20, 30, 10, 3), Usual(6.5, 8, 5, 2)]


def test_a_month_that_no_year_has_is_not_described() -> None:
    """Nothing is known of it, and so it is not 0."""
    assert usual([[None, 4]]) == [Usual(None, None, None, 0), Usual(4, 4, 4, 1)]
    assert usual([]) == []


@given(YEARS, st.randoms())
def test_the_usual_month_does_not_depend_on_the_order_of_the_years(
    years: list[list[int]], random: Random
) -> None:
    """A year is one of several, not the first or the last."""
    shuffled = list(years)
    random.shuffle(shuffled)

    for one, other in zip(usual(years), usual(shuffled), strict=True):
        assert (one.highest, one.lowest, one.years) == (other.highest, other.lowest, other.years)
        assert one.mean == other.mean


@given(YEARS)
def test_the_means_of_the_months_add_up_to_the_mean_of_the_years(years: list[list[int]]) -> None:
    """Sums are kept: twelve means make the mean year, and each lies within its range."""
    found = usual(years)

    assert round(sum(u.mean or 0 for u in found) * len(years), 6) == sum(map(sum, years))
    assert all((u.lowest or 0) <= (u.mean or 0) <= (u.highest or 0) for u in found)


def test_the_peak_against_the_other_months() -> None:
    """78 against eleven months of 39: the form of "78 incidents, double the usual monthly rate"."""
    assert peak([39] * 6 + [78] + [39] * 5) == Peak(78, (6,), 39, 2.0)


def test_months_that_share_the_peak_are_none_of_the_others() -> None:
    """12 twice, and 2, 4 and 6 beside them, whose mean is 4: three times as many."""
    assert peak([2, 12, 4, 12, 6]) == Peak(12, (1, 3), 4, 3.0)


def test_a_missing_month_is_neither_a_peak_nor_one_of_the_others() -> None:
    """9 against 3 alone, where the third month was not counted."""
    assert peak([9, 3, None]) == Peak(9, (0,), 3, 3.0)


def test_a_peak_over_nothing_has_no_ratio() -> None:
    """All offences of the year in one month: no number of times."""
    assert peak([0, 5, 0]) == Peak(5, (1,), 0, None)


def test_months_that_are_all_alike_have_no_peak() -> None:
    """Nor has a month alone, nor none."""
    assert [peak([4, 4, None]), peak([4]), peak([None]), peak([])] == [None] * 4


@given(GAPPY)
def test_a_peak_is_higher_than_the_mean_it_is_set_against(counts: list[int | None]) -> None:
    """And everything that is counted is either the peak or one of the others."""
    found = peak(counts)
    known = [count for count in counts if count is not None]

    if found is None:
        assert len(set(known)) <= 1
    else:
        assert found.count > found.others
        lower = len(known) - len(found.places)
        total = found.count * len(found.places) + found.others * lower
        assert round(total, 6) == sum(known)


@given(GAPPY, st.randoms())
def test_the_peak_does_not_depend_on_the_order_of_the_months(
    counts: list[int | None], random: Random
) -> None:
    """Count, mean and ratio are those of the months, wherever they stand."""
    shuffled = list(counts)
    random.shuffle(shuffled)
    one, other = peak(counts), peak(shuffled)

    assert (one is None) == (other is None)
    if one and other:
        assert (one.count, one.others, one.ratio) == (other.count, other.others, other.ratio)
