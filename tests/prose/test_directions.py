"""Words for a direction."""

import pytest

from report.prose.directions import turns


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("Robbery fell by 29.8%, which is 17 fewer offences.", [-1, -1]),
        ("a reduction of 129 crimes, and an increase of 23 more", [-1, 1, 1]),
        ("The count was unchanged; it neither rose nor fell.", [0, 0]),
        ("The partnership wants to reduce robbery, which may fall.", []),
        ("Neighbours are more likely to report; more than 20 did.", []),
        ("rarer and more harmful offences, at a higher rate of tax", []),
        ("30 more harmful offences than last year", [1]),
        ("up to 30 places, up by 3", [1]),
        ("up 8.7%, down 3; these make up 21%", [1, -1]),
    ],
)
def test_which_way(text: str, ways: list[int]) -> None:
    """Verbs, nouns and comparatives tell a direction; what is wanted or possible tells none."""
    assert [turn.way for turn in turns(text)] == ways
