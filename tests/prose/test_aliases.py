"""Categories that one document calls by two names."""

import pytest

from report.prose.aliases import two_names
from tests.made_up import ROOT
from tests.prose.passages import CATEGORIES, edition, passage

SEED = ROOT.parent / "shared" / "seeds" / "001_b6edfc5da68eec74.txt"


def told(*texts: str) -> list[str]:
    return [f"{p.what}; {p.do}" for p in two_names([passage(text) for text in texts])]


def test_two_names_of_a_category_are_told_once() -> None:
    """The alias is told of where it stands first."""
    assert told("Total Crime fell.", "All Crime fell. Total Crime was low.") == [
        "'All Crime' goes by another name too: 'Total Crime' (config/analysis.md:10); "
        "use one name in a document; tables and charts have the first"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Total Crime fell, and Total Crime was low.",
        "Of all crime, Total Crime is the sum.",
        "Theft of Vehicles rose. There were thefts of motor vehicles.",
        "All Crime fell. Total crime in the survey did not.",
        "[Total Crime change], and All Crime [All Crime change]",
    ],
)
def test_one_name_and_ordinary_words_are_let_be(text: str) -> None:
    """An alias alone, words in lower case, and what stands in brackets."""
    assert told(text) == []


def test_an_abbreviation_is_no_second_name() -> None:
    """The glossary joins the two."""
    text = "ASB fell. Anti-Social Behaviour is low."
    known = {"aliases": {"ASB": "anti-social-behaviour"}, "glossary": {"ASB": "bad behaviour"}}

    assert list(two_names([passage(text, assessment=edition(**known))])) == []


def test_the_names_that_vary_in_a_published_assessment() -> None:
    """Its list of errors has them as E001-37: vehicles with and without motor, and three cycles."""
    if not SEED.is_file():
        pytest.skip("../shared is not there")
    own = edition(
        categories=CATEGORIES | {"cycle-theft": "Cycle Theft"},
        aliases={
            "Theft of Motor Vehicles": "theft-of-vehicles",
            "Bicycle Theft": "cycle-theft",
            "Theft of Cycle": "cycle-theft",
        },
    )
    text = SEED.read_text(encoding="utf-8")

    assert [p.what.split("'")[1::2] for p in two_names([passage(text, assessment=own)])] == [
        ["Theft of Vehicles", "Theft of Motor Vehicles"],
        ["Cycle Theft", "Theft of Cycle", "Bicycle Theft"],
    ]
