"""Plain sentences that could be bound: what they would become."""

import pytest

from report.errors import Where
from report.prose.passage import Passage
from report.prose.proposals import Proposal, proposals
from report.prose.vocabulary import Vocabulary
from tests.prose.small_facts import edition
from tests.small import section

MADE = edition()
VOCABULARY = Vocabulary.of(MADE)


def proposed(text: str) -> list[Proposal]:
    """Give what is proposed for a paragraph."""
    where = Where("config/crime.md", 1)
    passage = Passage(text, "prose", section("crime", title=""), where, MADE, VOCABULARY)
    return list(proposals([passage]))


@pytest.mark.parametrize(
    ("text", "becomes", "house"),
    [
        (
            "Robbery fell by 30%, from 57 to 40.",
            "Robbery [fell by 30%, from 57 to 40].",
            "[Robbery change]",
        ),
        (
            "- **Robbery:** -29.8% (17 less crimes)",
            "- **Robbery:** [-29.8% (17 less crimes)]",
            "[Robbery change]",
        ),
        (
            "Robbery came to 40 offences.",
            "Robbery came to [40 offences].",
            "[Robbery count]",
        ),
        (
            "In Beat 62 All Crime came to 1,963 offences.",
            "In Beat 62 All Crime came to [1,963 offences].",
            "[All Crime count in Beat 62]",
        ),
        (
            "Robbery has gone from 4/15 to 2/15.",
            "Robbery has gone [from 4/15 to 2/15].",
            "[Robbery position change]",
        ),
    ],
)
def test_the_author_s_words_are_kept_and_bound(text: str, becomes: str, house: str) -> None:
    """From the word for the direction to the last figure with its noun; nothing else moves."""
    (only,) = proposed(text)

    assert (only.becomes, only.house, only.sure, only.false) == (becomes, house, True, False)


def test_what_is_false_is_shown_with_what_would_be_true() -> None:
    """It is to be mended first, and never written."""
    (only,) = proposed("Robbery fell by 25%.")

    assert only.false
    assert only.instead == "fell by 29.8%, from 57 to 40 (within normal variation)"


def test_a_number_that_may_be_another_s_is_not_sure() -> None:
    """The sentence does not name its subject, and one small number may be right by chance."""
    (only,) = proposed("Robbery matters to residents. The team saw 17 fewer offences.")

    assert not only.sure


@pytest.mark.parametrize(
    "text",
    [
        "Robbery [fell by 30%, from 57 to 40].",
        "Robbery [Robbery change].",
        "Robbery fell.",  # no number to keep in step
        "Arson fell by 25%.",  # from 20: a percentage on a small base
        "Cycle theft was worth £2 million.",
    ],
)
def test_what_is_bound_already_or_cannot_be_is_not_proposed(text: str) -> None:
    """Nor is what no finding tells."""
    assert proposed(text) == []
