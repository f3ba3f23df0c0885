"""Words beside a bracket, and what the bracket names."""

import pytest

from report.prose.facing import facing
from tests.prose.passages import passage


def told(text: str) -> list[str]:
    return [problem.what for problem in facing(passage(text))]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (
            "Burglary rose by [quote: burglary fall].",
            "'rose' stands beside '[quote: burglary fall]', which names the other direction",
        ),
        (
            "There was a fall of about [quote: rise of robbery in 2019].",
            "'fall' stands beside '[quote: rise of robbery in 2019]', which names the other "
            "direction",
        ),
        (
            "It fell in [how many beats with a rise in All Crime].",
            "'fell' stands beside '[how many beats with a rise in All Crime]', which names the "
            "other direction",
        ),
        (
            "There were [quote: cases more than a year earlier] fewer.",
            "'fewer' stands beside '[quote: cases more than a year earlier]', which names the "
            "other direction",
        ),
        (
            "The three beats recorded [All Crime count in Beat 61 and Beat 62].",
            "'three beats' stands before a bracket that names two",
        ),
    ],
)
def test_words_that_contradict_the_bracket_are_told(text: str, what: str) -> None:
    """The direction that its name has, and the areas that it adds up."""
    assert told(text) == [what]


@pytest.mark.parametrize(
    "text",
    [
        "Burglary fell by [quote: burglary fall] after [quote: burglary rise] in the year before.",
        "Burglary [Burglary change]. It rose in [number of rises].",
        "A rise is bad and [quote: burglary fall] is good.",
        "Robbery rose by 3 [source: Fall and Rise, 2020].",
        "The two beats recorded [All Crime count in Beat 61 and Beat 62].",
        "In two beats, with [All Crime count in Beat 61], [All Crime count in Beat 62] was high.",
        "Of the four beats, Beat 64 is next to [All Crime count in Beat 61 and Beat 62].",
    ],
)
def test_other_words_are_left_alone(text: str) -> None:
    """Right words, words of something else, and a number that is not of the bracket's areas."""
    assert told(text) == []
