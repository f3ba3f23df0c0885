"""Printed figures held against values."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from report import words
from report.assessment import Wording
from report.prose.figures import figures
from report.prose.fits import Grade, grade
from tests.small import WORDING


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        # Half away from zero: 29.8246 rounds to 29.8 and 30; 15.7922 to 16, and 15 is cut off.
        ("29.8%", 29.8246, "holds"),
        ("30%", 29.8246, "holds"),
        ("-30%", -29.8246, "holds"),
        ("+30%", -29.8246, "wrong"),
        ("15%", 15.7922, "rounding"),
        ("6.1%", 6.1501, "rounding"),
        ("33.2%", 33.49, "wrong"),
        ("41 offences", 40, "wrong"),
        # About: within 5 %; nearly: down to 10 % below; just over: up to 10 % above.
        ("about 31%", 29.8246, "holds"),
        ("about 33%", 29.8246, "wrong"),
        ("nearly 10,000", 9568, "holds"),
        ("nearly 9,000", 9568, "wrong"),
        ("nearly a third", 29.8246, "holds"),
        ("just over 9,000", 9568, "holds"),
        # More and less than: true on that side; beyond twice and half they tell little, and are
        # never wrong: 2 is fewer than 5, and 40 more than 5.
        ("more than 40%", 42.9, "holds"),
        ("more than half", 65.4, "holds"),
        ("more than 43%", 42.9, "wrong"),
        ("more than 40", 40, "wrong"),
        ("at least 40", 40, "holds"),
        ("fewer than 60", 40, "holds"),
        ("fewer than 100", 40, "little"),
        ("fewer than 5", 2, "little"),
        ("fewer than 5", 6, "wrong"),
        ("fewer than 5", 5, "wrong"),
        ("up to 100", 40, "little"),
        ("more than 5", 40, "little"),
        ("at least 5", 40, "little"),
        ("at least 50", 40, "wrong"),
        # "No more than" and "not less than" take in the figure, and say which side it is not on.
        ("no more than 40", 40, "holds"),
        ("no more than 40", 38, "holds"),
        ("no more than 40", 41, "wrong"),
        ("not  more\nthan 40", 38, "holds"),
        ("no fewer than 40", 40, "holds"),
        ("not fewer than 40", 39, "wrong"),
        ("no less than 40%", 42.9, "holds"),
        ("not less than 40%", 39.0, "wrong"),
    ],
)
def test_how_a_figure_fits_a_value(text: str, value: float, expected: Grade) -> None:
    """By its printed precision, or by the limits of its hedge."""
    (figure,) = figures(text)
    assert grade(figure, [value], WORDING) == expected


@given(st.floats(0.1, 999.9))
def test_what_the_program_prints_holds(value: float) -> None:
    """A percentage as `words` rounds it is never called wrong."""
    (figure,) = figures(words.number(value, "%"))
    assert grade(figure, [value], WORDING) == "holds"


def test_how_near_a_word_reaches_is_a_choice() -> None:
    """About 50 is said of 42 where "about" may be 20 % off, and of 49 nowhere without the rule."""
    (figure,) = figures("about 50")
    assert grade(figure, [42], WORDING) == "wrong"
    assert grade(figure, [42], WORDING.model_copy(update={"about": 20})) == "holds"
    assert grade(figure, [49], Wording()) == "wrong"
