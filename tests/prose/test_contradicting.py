"""A cited figure is accepted, and told where it goes the other way than the edition's own."""

import pytest

from report.assessment import Assessment
from report.errors import Problem, Where
from report.prose.passage import Passage
from report.prose.sourcing import unknown_numbers
from report.prose.vocabulary import Vocabulary
from tests.prose.small_facts import edition
from tests.small import section

# Robbery fell from 57 to 40 from 1 April to 5 December 2023: by 29.8 %. All Crime fell in Beat 62.
MADE = edition()


def told(text: str, made: Assessment = MADE) -> list[Problem]:
    where = Where("config/crime.md", 1)
    own = section("crime", title="")
    passage = Passage(text, "prose", own, where, made, Vocabulary.of(made))
    return list(unknown_numbers([passage]))


@pytest.mark.parametrize(
    "text",
    [
        "Robbery rose by 30% [source: Leicestershire Police, May 2023].",
        "Robbery rose by 12%. [source: Leicestershire Police, 2024]",
        "The rise in robbery of 12% worried shops [source: Leicestershire Police, May 2024].",
        # whoever publishes it: it is said of the same area
        "In Middlemarch robbery rose by 30% [source: ONS, May 2023].",
        "Two things rose [source: Leicestershire Police, 2023]:\n\n- Robbery rose by 12%\n",
    ],
)
def test_a_cited_figure_that_contradicts_the_editions_own_is_told(text: str) -> None:
    """Both are named; the analyst knows which of them is mistaken, or whose each is."""
    (problem,) = told(text)

    assert "is cited from '" in problem.what
    assert problem.what.endswith("Robbery fell by 29.8%, from 57 to 40 (within normal variation)")
    assert problem.severity == "warning"
    assert problem.id.startswith("prose.cited.crime.")


def test_it_stops_no_final_edition() -> None:
    """A cited figure stays accepted."""
    status = MADE.document.model_copy(update={"status": "final"})
    made = MADE.model_copy(update={"document": status})
    (problem,) = told("Robbery rose by 30% [source: Leicestershire Police, May 2023].", made)

    assert problem.severity == "warning"


@pytest.mark.parametrize(
    "text",
    [
        # agrees, or differs in how far alone
        "Robbery fell by 29.8% [source: Leicestershire Police, May 2023].",
        "Robbery fell by 25% [source: Leicestershire Police, May 2023].",
        # of a wider area, a part of it, another time, another body's people
        "Nationally robbery rose by 30% [source: Leicestershire Police, May 2023].",
        "Robbery rose by 30% [source: ONS, May 2023].",
        "Robbery rose by 30% [source: Home Office, Police recorded crime, January 2024].",
        "Across the force area robbery rose by 5% [source: Leicestershire Police, May 2023].",
        "Robbery rose by 30% in 2019/20 [source: Leicestershire Police, May 2023].",
        "Robbery rose by 30% [source: Leicestershire Police, May 2019].",
        "Robbery of young people rose by 30% [source: Leicestershire Police, May 2023].",
        "Robbery rose by 12% [source: The charity's survey, May 2023].",
        # of what the edition does not count
        "Arson in Beat 62 rose by 30% [source: Leicestershire Police, May 2023].",
    ],
)
def test_what_agrees_and_what_is_of_something_else_is_left_alone(text: str) -> None:
    """A national figure is never held against a local finding."""
    assert told(text) == []
