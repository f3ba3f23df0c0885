"""What is said of areas in which nothing is counted: the edition's data does not carry it."""

import pytest

from report.assessment import Assessment
from report.errors import Problem, Where
from report.prose.passage import Passage
from report.prose.sourcing import unknown_numbers
from report.prose.vocabulary import Vocabulary
from tests.prose.small_facts import edition
from tests.small import section

# Robbery is counted in Beat 62 of the three beats, Shoplifting and Arson in none, All Crime in all.
MADE = edition()


def told(text: str, made: Assessment = MADE) -> list[Problem]:
    where = Where("config/crime.md", 1)
    own = section("crime", title="")
    passage = Passage(text, "prose", own, where, made, Vocabulary.of(made))
    return list(unknown_numbers([passage]))


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Shoplifting fell in six beats.", "Shoplifting, which is not counted by beat"),
        ("Shoplifting fell in every beat.", "Shoplifting, which is not counted by beat"),
        ("Two of the three beats saw a rise in arson.", "Arson, which is not counted by beat"),
        ("Shoplifting fell in Beat 61.", "Shoplifting, which is not counted in Beat 61"),
        ("Robbery rose in Beat 56.", "Robbery, which is not counted in Beat 56"),
    ],
)
def test_what_is_not_counted_by_area_is_told(text: str, what: str) -> None:
    """It names what is not counted there, and a source would vouch for it."""
    (problem,) = told(text)

    assert problem.what.endswith(f" is said of {what}")
    assert problem.do.startswith("write [source: …]")
    assert problem.severity == "warning"


def test_a_final_edition_stops_at_it() -> None:
    """Unless `accept:` takes it by its id."""
    status = MADE.document.model_copy(update={"status": "final"})
    (problem,) = told(
        "Shoplifting fell in six beats.", MADE.model_copy(update={"document": status})
    )

    assert problem.severity == "error"
    assert problem.id == "prose.uncounted.crime.fell-in-six"


@pytest.mark.parametrize(
    "text",
    [
        "All Crime fell in two of the three beats.",
        "Robbery rose in Beat 62.",
        "Shoplifting fell in six beats [source: Leicestershire Police, May 2023].",
        "Shoplifting did not fall in Beat 61.",
        "Shoplifting by young people fell in Beat 61.",
        "Nationally shoplifting fell in every area.",
        "Shoplifting fell in every month.",
        "Officers from six beats work on shoplifting.",
        "It fell in six beats.",
    ],
)
def test_what_is_counted_cited_or_of_something_else_is_left_alone(text: str) -> None:
    """All Crime is counted in three beats, and Robbery in Beat 62."""
    assert [p for p in told(text) if "uncounted" in p.id] == []
