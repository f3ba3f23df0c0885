"""Sentences that are about something else than a category in the partnership's area."""

import pytest

from report.prose.elsewhere import elsewhere
from report.prose.mentions import mentions
from report.prose.vocabulary import Vocabulary
from tests.prose.small_facts import edition


def other(text: str) -> bool:
    made = edition()
    known = [f for f in made.findings().values() if f.id == "count.robbery"]
    return elsewhere(text, mentions(text, Vocabulary.of(made)), known)


@pytest.mark.parametrize(
    "text",
    [
        "Nationally robbery rose.",
        "Robbery rose in the town centre.",
        "Robbery rose in Loughborough.",
        "At the railway station robbery rose.",
        "Robbery linked to knives rose.",
        "Robbery rose in March 2019.",
        "On average robbery rose by 3%.",
        "There were around 75 robberies per year.",
    ],
)
def test_a_place_a_part_and_another_time_are_something_else(text: str) -> None:
    """None of them is counted in the edition, so nothing can be said of the sentence."""
    assert other(text)


@pytest.mark.parametrize(
    "text",
    [
        "Robbery rose.",
        "In Middlemarch robbery rose, as Table 3 shows.",
        "In Beat 62 robbery rose.",
        # The edition's own dates, and where it ends.
        "Robbery rose between 1 April and 5 December 2023.",
        "By 5 December 2023 robbery rose.",
    ],
)
def test_names_and_own_dates_are_not(text: str) -> None:
    """An area that is listed, and the two periods that are compared, are what the data is of."""
    assert not other(text)
