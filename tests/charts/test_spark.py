"""Sparks: one small line from nought, its ends named, and its text for those who do not see it."""

import pytest

from report.charts import size
from report.charts.frame import MM_PER_INCH
from tests.charts.drawings import LOOK, collisions, described, drawn, exhibit, lines, outside, words

YEARS = ["Year to September 2010", "Year to September 2011", "Year to September 2012"]


def test_the_line_is_the_first_row() -> None:
    """Other rows are left out."""
    figure = drawn(exhibit("spark", YEARS, {"All Crime": [7660, 5060, 4931], "Robbery": [1, 2, 3]}))

    assert lines(figure.axes[0]) == {"All Crime": [7660, 5060, 4931]}


def test_it_stands_on_nought() -> None:
    """A fall by a tenth looks like a tenth."""
    figure = drawn(exhibit("spark", YEARS, {"All Crime": [1000, 950, 900]}))

    assert figure.axes[0].get_ylim() == (0, 1000)


def test_the_ends_are_named() -> None:
    """First value and year at the left, last ones at the right, all inside and apart."""
    figure = drawn(exhibit("spark", YEARS, {"All Crime": [7660, 5060, 4931]}))

    assert words(figure) == ["7,660", "2010", "4,931", "2012"]
    assert outside(figure) == []
    assert collisions(figure) == []


def test_long_years_give_way_to_the_line() -> None:
    """Without room the values stand alone: the line keeps its length."""
    labels = ["October 2010 to September 2011", "October 2011 to September 2012"]
    figure = drawn(exhibit("spark", labels, {"All Crime": [7660, 4931]}))

    assert words(figure) == ["7,660", "4,931"]


def test_it_is_as_small_as_a_tile() -> None:
    """46 mm by 10 mm, known before the drawing; the line in the colour of the period assessed."""
    one = exhibit("spark", YEARS, {"All Crime": [7660, 5060, 4931]})
    figure = drawn(one)

    assert size(one) == (46, 10)
    assert tuple(figure.get_size_inches() * MM_PER_INCH) == pytest.approx((46, 10))
    assert figure.axes[0].lines[1].get_color() == LOOK.strong


def test_its_text_gives_the_first_and_the_last_value() -> None:
    """A gap before the first count is not read as nought."""
    one = exhibit("spark", YEARS, {"All Crime": ["[x]", 5060, 4931]})

    assert described(one) == (
        "Small line chart of offences by name, Year to September 2010 to 2012: 1 line. "
        "First: 5,060 in Year to September 2011; last: 4,931 in Year to September 2012."
    )
