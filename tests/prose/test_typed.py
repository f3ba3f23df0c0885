"""Numbers that an author typed: which of them count something."""

import pytest

from report.assessment import Area
from report.prose.typed import typed
from report.prose.vocabulary import Vocabulary
from tests.small import assessment

AREAS = tuple(Area(code=f"b{n}", name=f"Beat {n}", kind="beat") for n in (61, 62, 64, 65))
VOCABULARY = Vocabulary.of(
    assessment(
        categories={"robbery": "Robbery", "all-crime": "All Crime"},
        gazetteer=AREAS,
        lists={"beats": tuple(a.name for a in AREAS)},
    )
)


def numbers(text: str) -> list[str]:
    """Give the numbers of a text that count something, with a star where they are cited."""
    return [f"{t.figure.text}{'*' if t.cited else ''}" for t in typed(text, VOCABULARY)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Robbery fell by 30%, from 57 to 40.", ["30%", "57", "40"]),
        ("The market is worth £27 million, says a charity.", ["£27 million"]),
        ("We came 12th of 15; the rate is 30.5 per 1,000.", ["12th of 15", "30.5 per 1,000"]),
        ("Police logged twelve complaints of 593.", ["twelve", "593"]),
        ("An order may last up to 72 hours.", ["72"]),
    ],
)
def test_what_counts_or_measures_is_found(text: str, found: list[str]) -> None:
    """Counts, shares, money, positions and rates, in digits, or above ten in words."""
    assert numbers(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "On 5 December 2023 the plan for 2023/24 was two years old.",
        "In Beat 62 and 65, and in four beats, 62, 65, 61 and 64, it rose.",
        "Table 3, section 17 and Recommendation 2 say so; see s.115 and SP1.",
        "People aged 10 to 17, anyone under 18, the age of 10 instead of 16.",
        "Over the last 12 months, a 6-year trend and 5 – 6 year trends.",
        "Ring 101, or 01530 454545, at 10:30 on any day.",
        "[Robbery count] were recorded, [fell by 30%, from 57 to 40].",
        "The 4 beats and these three steps.\n\n1. One\n2. Two",
        "The rate is per 1,000 residents, where 1st is the lowest.",
        "It is at https://example.org/2023/17 or [there](https://example.org/99).",
    ],
)
def test_what_names_something_is_no_number_to_cite(text: str) -> None:
    """Dates, labels, areas, ages, lengths of time, telephone numbers, bases and brackets."""
    assert numbers(text) == []


def test_a_source_covers_its_own_sentence() -> None:
    """It stands before or behind the full stop; the next sentence needs its own."""
    assert numbers("It is £27 million. [source: X, May 2023] Then 40 came.") == [
        "£27 million*",
        "40",
    ]
    assert numbers("First 12 came. It is £27 million [source: X, May 2023].") == [
        "12",
        "£27 million*",
    ]


def test_a_source_in_a_lead_covers_its_list() -> None:
    """What a list is taken from stands once, before the colon; the list ends with its last item."""
    text = (
        "The Bill would change [source: Criminal Justice Bill, November 2023]:\n\n"
        "- up to 72 hours. It was 48 hours.\n- up to £500\n\nWe had 40 cases."
    )

    assert numbers(text) == ["72*", "48*", "£500*", "40"]


def test_a_sentence_without_a_name_takes_the_one_before() -> None:
    """As a reader does: within the paragraph, and from the sentence that leads the list in."""
    found = list(typed("Robbery fell in:\n\n- **Beat 62:** by 30. That is 12 fewer.", VOCABULARY))

    assert [{m.name for m in t.names if m.kind != "list"} for t in found] == [
        {"Robbery", "Beat 62"},
        {"Robbery", "Beat 62"},
    ]
