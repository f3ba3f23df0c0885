"""Passages that infer what their data does not carry."""

from datetime import date

import pytest

from report.assessment import Assessment, Document
from report.config.inference import GroupKeys, InferenceKeys
from report.errors import Where
from report.prose.passage import Passage, warning_name
from report.prose.reading import read
from report.prose.vocabulary import Vocabulary
from tests.small import assessment, finding, section

RULE = InferenceKeys(
    attributed=("according to",),
    denied=("not",),
    reach=4,
    steps=3,
    groups=(
        GroupKeys(
            name="a cause",
            carried_by="nothing",
            words=("because of", "led to"),
            why="counts do not say why they moved",
            do="say whose view it is",
        ),
        GroupKeys(
            name="a trend", carried_by="a trend", words=("trend",), why="no", do="leave it out"
        ),
    ),
)
ROBBERY = finding("count.robbery", "Robbery", 40, previous=57, change=-17, category="robbery")


def edition(status: str) -> Assessment:
    document = Document(title="Assessment", published=date(2024, 1, 31), status=status)  # type: ignore[arg-type]
    made = assessment(section("crime", findings=(ROBBERY,)), document=document)
    return made.model_copy(update={"categories": {"robbery": "Robbery"}})


def told(text: str, status: str = "draft") -> list[str]:
    one = edition(status)
    where = Where("config/crime.md", 3)
    passage = Passage(text, "prose", one.sections[0], where, one, Vocabulary.of(one), rule=RULE)
    return [f"{p.severity} {p}" for p in read([passage]) if "inference" in p.id]


def test_a_cause_is_refused_where_it_stands() -> None:
    """The line, the word, why not and what to do; a warning in a draft stops a final edition."""
    text = "The group met often.\n\nRobbery [Robbery change]\nbecause of the patrols."
    line = (
        "config/crime.md:6: 'because of' claims a cause: counts do not say why they moved; say "
        "whose view it is [prose.inference.crime.because-of]"
    )

    assert told(text) == [f"warning {line}"]
    assert told(text, "final") == [f"error {line}"]


def test_a_warning_about_a_text_outside_the_chapters_is_named_without_a_section() -> None:
    """A title belongs to no section: what `accept:` takes has no empty part in its name."""
    outside = section("crime").model_copy(update={"id": ""})

    assert warning_name("inference", outside, "Because of") == "inference.because-of"


@pytest.mark.parametrize(
    "text",
    [
        "The group meets because of its duty.",  # speaks of no change
        "Robbery by young people led to a reprimand.",  # nor does this
        "According to the police robbery [Robbery change] because of patrols.",
        "Robbery fell, which is not because of the patrols.",
        "The fall of robbery led to less fear. [source: Survey, May 2024]",
    ],
)
def test_what_is_no_inference(text: str) -> None:
    """A duty, a consequence, a view that is somebody's, a denial, and what has its source."""
    assert told(text) == []


def test_the_name_of_a_form_is_no_word_of_the_author() -> None:
    """What stands in a bracket is worded by the program, which claims nothing more."""
    assert told("Robbery [Robbery trend], and fell.") == []
