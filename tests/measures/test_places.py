"""Ranks of areas."""

from random import Random

import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from report.measures.places import ranked, top


def test_ties_share_the_lowest_rank() -> None:
    """Two areas of 30 are both second, and nobody is third (field guide 3.6)."""
    assert ranked({"Lowick": 30, "Tipton": 70, "Frick": 30, "Middlemarch": 5}) == [
        ("Tipton", 1, False),
        ("Lowick", 2, True),
        ("Frick", 2, True),
        ("Middlemarch", 4, False),
    ]


def test_a_cut_through_a_tie_still_shows_it() -> None:
    """The last area that is shown is marked as tied with one that is not."""
    assert top({"Lowick": 30, "Tipton": 70, "Frick": 30}, 2) == [
        ("Tipton", 1, False),
        ("Lowick", 2, True),
    ]


def test_of_no_areas_there_is_no_rank() -> None:
    """An empty list is ranked as one."""
    assert ranked({}) == []
    assert top({"Lowick": 1}, 10) == [("Lowick", 1, False)]


@given(st.dictionaries(st.text(max_size=3), st.integers(0, 20), min_size=1))
def test_ranks_are_competition_ranks(values: dict[str, int]) -> None:
    """Pandas' ranks of the method "min" agree."""
    found = {area: (rank, tied) for area, rank, tied in ranked(values)}
    series = pd.Series(list(values.values()))
    expected = series.rank(method="min", ascending=False).astype(int).to_list()
    shared = series.duplicated(keep=False).to_list()

    assert [found[area] for area in values] == list(zip(expected, shared, strict=True))


@given(st.dictionaries(st.text(max_size=3), st.integers(0, 20)))
def test_ranks_go_from_the_highest(values: dict[str, int]) -> None:
    """The list has every area once, and no value rises on the way down."""
    order = [area for area, _, _ in ranked(values)]

    assert sorted(order) == sorted(values)
    assert [values[a] for a in order] == sorted(values.values(), reverse=True)


@given(st.dictionaries(st.text(max_size=3), st.integers(0, 20)), st.randoms())
def test_ranks_survive_another_order_of_rows(values: dict[str, int], random: Random) -> None:
    """Who comes first in the file stands no higher for it; only ties keep the file's order."""
    shuffled = list(values.items())
    random.shuffle(shuffled)

    assert sorted(ranked(dict(shuffled))) == sorted(ranked(values))
