"""How often each stays among the first when scores move."""

from fractions import Fraction
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from report.measures.robustness import all_at_once, among_first, one_at_a_time

MOVED = st.dictionaries(
    st.sampled_from("abcdef"),
    st.lists(st.integers(1, 9), min_size=1, max_size=3),
    min_size=1,
    max_size=6,
)


def test_those_that_tie_stand_together() -> None:
    """Two at 5 below one at 9: both are second, and among the first two."""
    values = {"a": 9.0, "b": 5.0, "c": 5.0, "d": 1.0}

    assert [among_first(values, name, 2) for name in "abcd"] == [True, True, True, False]


def test_one_score_at_a_time() -> None:
    """Of a (10), b (8) and c (7) the first two, four moves.

    b to 7: c ties, all stand among the first two. b to 9: nothing changes. c to 6: nothing. c to 8:
    it ties with b. So a and b stay in 4 of 4, and c comes in by 2 of 4.
    """
    found = one_at_a_time({"a": 10, "b": 8, "c": 7}, {"b": [7, 9], "c": [6, 8]}, 2)

    assert found == {"a": 1, "b": 1, "c": Fraction(1, 2)}


def test_nothing_moves() -> None:
    """Without any move the answer is the ranking as it is."""
    assert one_at_a_time({"a": 2, "b": 1}, {}, 1) == {"a": 1, "b": 0}


def test_all_at_once() -> None:
    """Two themes, 5 and 4, each of them one down, as it is, one up; the first of two.

    a is 4, 5 or 6, b is 3, 4 or 5. b is above a in one of nine pairs (5 above 4); a above b in six
    (4 above 3; 5 above 3 and 4; 6 above all three). So a stays in 8 of 9 and b comes first in 3.
    """
    found = all_at_once({"a": (4, 5, 6), "b": (3, 4, 5)}, 1)

    assert found == {"a": Fraction(8, 9), "b": Fraction(3, 9)}


@given(MOVED, st.integers(1, 4))
def test_counting_agrees_with_listing(moved: dict[str, list[int]], number: int) -> None:
    """Second witness: list every combination and look."""
    combinations = [dict(zip(moved, each, strict=True)) for each in product(*moved.values())]
    listed = {
        name: Fraction(
            sum(among_first(each, name, number) for each in combinations), len(combinations)
        )
        for name in moved
    }

    assert all_at_once(moved, number) == listed


@given(MOVED)
def test_one_score_stays_where_it_cannot_be_overtaken(moved: dict[str, list[int]]) -> None:
    """With as many places as themes, all stay."""
    assert set(all_at_once(moved, len(moved)).values()) == {1}
