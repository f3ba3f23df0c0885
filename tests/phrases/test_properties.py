"""What holds for phrases of all counts: no sign beside a word, "but" for a contrast."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report.phrases.grammar import say
from report.phrases.spans import SPANS
from tests.phrased import areas, gazetteer, of, series

COUNTS = st.integers(0, 500)
YEARS = st.lists(COUNTS, min_size=3, max_size=8)
NAMES = ("Lowick", "Tipton", "Frick", "Stone Court", "Freshitt")
BEATS = st.tuples(*(st.tuples(COUNTS, COUNTS) for _ in NAMES))


def sign(number: int) -> int:
    return (number > 0) - (number < 0)


@pytest.mark.parametrize("form", SPANS)
@given(counts=YEARS)
def test_a_direction_is_a_word_and_never_a_sign(form: str, counts: list[int]) -> None:
    """Whatever the counts are, the phrase is said, and its numbers carry no sign."""
    text = say(of(series("theft", "Theft", *counts)), f"theft {form}").text

    assert text
    assert not set("−+-") & set(text)


@given(counts=YEARS)
def test_but_stands_where_the_short_and_the_long_run_differ(counts: list[int]) -> None:
    """A rise and a fall are a contrast; a count that stayed is none with either."""
    text = say(of(series("theft", "Theft", *counts)), "theft short and long run").text

    short, long = sign(counts[-1] - counts[-2]), sign(counts[-1] - counts[0])
    assert (", but " in text) == (short * long < 0)


@given(counts=BEATS, number=st.integers(1, len(NAMES)))
def test_nobody_outside_a_ranking_has_more_than_those_in_it(
    counts: tuple[tuple[int, int], ...], number: int
) -> None:
    """Those who tie with the last one are in it too, and those without a case are not."""
    now = {name: count for name, (_, count) in zip(NAMES, counts, strict=True)}
    found = areas("theft", "Theft", dict(zip(NAMES, counts, strict=True)))
    index = of(*found, gazetteer=gazetteer("beat", *NAMES), area_numbers={"beat": len(NAMES)})

    said = say(index, f"top {number} beats for theft").text
    named = {name for name in NAMES if name in said}
    left = [count for name, count in now.items() if name not in named]
    assert all(now[name] > max(left, default=0) for name in named)
    assert len(named) >= min(number, sum(count > 0 for count in now.values()))


@given(counts=BEATS)
def test_rises_falls_and_the_rest_are_all_the_areas(counts: tuple[tuple[int, int], ...]) -> None:
    """Each area is counted once."""
    found = areas("theft", "Theft", dict(zip(NAMES, counts, strict=True)))
    index = of(*found, gazetteer=gazetteer("beat", *NAMES), area_numbers={"beat": len(NAMES)})

    numbers = {"no": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
    ways = ("a rise", "a fall", "no change")
    said = [say(index, f"number of beats with {way} in theft").text for way in ways]
    assert sum(numbers[word] for word in said) == len(NAMES)
