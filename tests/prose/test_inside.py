"""Numbers in texts for the public that only partners may read."""

import pytest

from report.assessment import Assessment
from report.errors import Where
from report.prose.inside import inside_numbers
from report.prose.passage import Passage
from report.prose.vocabulary import Vocabulary
from tests.prose.small_facts import edition
from tests.small import section


def opened(*ids: str) -> Assessment:
    """Make the small edition with these findings marked as public."""
    made = edition()
    sections = tuple(
        each.model_copy(
            update={
                "findings": tuple(
                    f.model_copy(update={"audience": "public" if f.id in ids else "partner"})
                    for f in each.findings
                )
            }
        )
        for each in made.sections
    )
    return made.model_copy(update={"sections": sections})


def told(text: str, made: Assessment, **more: object) -> list[tuple[str, str]]:
    """Give what is told of a text: how severe it is, and what."""
    fields = {"audience": "public"} | more
    at, own = Where("config/edition.yaml", 9), section("summary")
    passage = Passage(text, "sentence", own, at, made, Vocabulary.of(made), **fields)  # type: ignore[arg-type]
    return [(p.severity, p.what) for p in inside_numbers([passage])]


def test_a_number_only_partners_may_read_stops_the_build_of_a_draft_too() -> None:
    """Robbery went from 57 to 40 and All Crime from 10,195 to 9,568; Robbery stays inside."""
    made = opened("count.all-crime")

    inside = "is typed for the public, and only partners may read Robbery"
    assert made.document.status == "draft"
    assert told("Robbery fell to 40 offences.", made) == [("error", f"40 {inside}")]
    assert told("All Crime was 9,568.", made) == []
    assert told("Robbery fell to 40 offences.", made, audience="partner") == []


def test_a_number_that_needs_no_name_stays_inside_without_one() -> None:
    """1,511 is All Crime in Beat 61, whoever is named beside it."""
    (found,) = told("Officers logged 1,511 of them.", opened("count.all-crime"))

    assert found == (
        "error",
        "1,511 is typed for the public, and only partners may read All Crime in Beat 61",
    )


@pytest.mark.parametrize(
    "text",
    [
        "Robbery fell by 30%, from 57 to 40.",
        "Robbery had 43 offences. [source: Home Office, 2024]",
        "We asked 40 residents.",
        "The plan runs for 12 months.",
    ],
)
def test_what_the_public_may_read_or_nobody_counts_is_left_alone(text: str) -> None:
    """With Robbery let out its numbers may be typed; others are of nothing counted here."""
    assert told(text, opened("count.robbery", "count.all-crime")) == []
