"""Whole numbers, however they are written."""

import pytest

from report import words
from report.prose.numerals import CARDINALS, ORDINALS, whole


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("14", 14),
        ("1,963", 1963),
        ("Third", 3),
        ("twenty-five", 25),
        ("two hundred and six", 206),
        ("one one", None),
    ],
)
def test_a_whole_number_is_read_in_every_writing(text: str, value: float | None) -> None:
    """Digits, letters and places in letters; what is no number has no value."""
    assert whole(text) == value


def test_what_the_house_writes_out_is_read() -> None:
    """The words of `report.words` have the values that they are printed for."""
    assert {name: CARDINALS[name] for name in words.SMALL[1:]} == {
        words.as_word(n): n for n in range(1, 13)
    }
    assert [ORDINALS[name] for name in words.NTH] == [1, 2, 3, 4, 5]
