"""What a typed number is: equal to a finding, close to one, quoted, or unknown."""

import pytest

from report.assessment import Area, Assessment
from report.prose.sourcing import bracket, held
from report.prose.standing import Facts, Nearest
from report.prose.typed import typed
from report.prose.vocabulary import Vocabulary
from tests.small import assessment, finding, section

# Robbery of the published Charnwood assessment 2023/24, Table 1: 57 to 40, -17, -29.82 %.
MADE: Assessment = assessment(
    section(
        "crime",
        findings=(
            finding(
                "count.robbery",
                "Robbery",
                40,
                previous=57,
                change=-17,
                change_pct=-29.8246,
                category="robbery",
            ),
            finding("count.all-crime", "All Crime", 9568, previous=10195, category="all-crime"),
            finding(
                "count.all-crime.tipton",
                "All Crime in Tipton",
                1963,
                category="all-crime",
                area="Tipton",
            ),
            finding(
                "position.robbery",
                "Robbery",
                2,
                previous=4,
                of=15,
                unit="position",
                category="robbery",
            ),
        ),
    ),
    categories={"robbery": "Robbery", "all-crime": "All Crime"},
    gazetteer=tuple(Area(code=n, name=n, kind="beat") for n in ("Tipton", "Lowick")),
    quoted=(
        finding("quoted.market", "value of the drug market", None, printed="£27 million"),
        finding("quoted.theft", "theft difference in Lowick", None, printed="5 more"),
    ),
)
FACTS, VOCABULARY = Facts.of(MADE), Vocabulary.of(MADE)


def nearest(text: str) -> Nearest:
    """Judge the last number of a text."""
    return FACTS.nearest(list(typed(text, VOCABULARY))[-1])


@pytest.mark.parametrize(
    ("text", "is_", "write"),
    [
        ("Robbery came to 40.", "40, Robbery", "write [Robbery count], "),
        (
            "There were 57 cases of robbery.",
            "57, Robbery a year earlier",
            "write [Robbery change], ",
        ),
        ("Robbery fell by 30%.", "−29.8%, Robbery, the change", "write [Robbery change], "),
        ("Robbery: 17 fewer.", "−17, Robbery, the difference", "write [Robbery difference], "),
        ("For robbery we are 2nd of 15.", "2nd of 15, Robbery", "write [Robbery position], "),
        (
            "In Tipton 1,963 crimes.",
            "1,963, All Crime in Tipton",
            "write [All Crime count in Tipton], ",
        ),
    ],
)
def test_a_number_of_the_named_finding_is_equal(text: str, is_: str, write: str) -> None:
    """Its count, the one a year earlier, the difference, the percentage, the position."""
    found = nearest(text)

    assert (found.standing, found.finding is None) == ("equal", False)
    assert found.finding
    assert found.value
    assert held(found.finding, found.value) == is_
    assert bracket(found.finding, found.value) == write


@pytest.mark.parametrize(
    "text",
    [
        "There were 40 visits.",  # a count of robberies is no count of visits
        "All Crime rose by 40.",  # of another category
        "Robbery in Tipton came to 40.",  # of another area
        "Robbery rose by 40%.",  # a share is no count
        "Robbery: 2 of 15 beats.",
    ],
)
def test_the_same_digits_elsewhere_are_a_coincidence(text: str) -> None:
    """Equal is a number of the same kind whose finding the sentence names."""
    assert nearest(text).standing == "unknown"


def test_a_number_of_many_digits_needs_no_name() -> None:
    """10,195 is not met by chance; a round 10,000 is."""
    assert nearest("It was 10,195.").standing == "equal"
    assert nearest("It was 10,000.").standing == "unknown"


@pytest.mark.parametrize("text", ["Robbery came to 41.", "Robbery fell by 30.8%."])
def test_a_slip_is_close(text: str) -> None:
    """A digit off, or last year's: told with the figure that it may have been meant for."""
    found = nearest(text)

    assert (found.standing, found.finding and found.finding.id) == ("close", "count.robbery")


def test_a_quoted_figure_is_known_near_the_words_of_its_label() -> None:
    """The same number of something else is not."""
    assert nearest("The drug market is worth £27 million.").standing == "quoted"
    assert nearest("The new road costs £27 million.").standing == "unknown"
    assert nearest("There were 5 more thefts in Lowick.").standing == "quoted"
    assert nearest("There were 5 more thefts in Tipton.").standing == "unknown"


def test_the_small_base_is_a_choice_of_the_edition() -> None:
    """As in "where the count a year earlier was below 50" (comparison: small_base)."""
    assert nearest("No percentage where it was below 50.").standing == "chosen"
    assert nearest("There were 50.").standing == "unknown"
