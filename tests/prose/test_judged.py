"""Counts that a sentence judges without a figure."""

import pytest

from report.assessment import Area, Variation
from report.prose.judged import Judge
from tests.small import assessment, finding, section

BEATS = {"Beat 61": 20, "Beat 62": 90, "Beat 63": 3, "Beat 64": 40, "Beat 65": 40}
ALL = "All Crime"


def judge(**beats: int) -> Judge:
    """Make the judge of an edition with crime in five beats, and robbery in the district."""
    counts = BEATS | {name.replace("_", " "): n for name, n in beats.items()}
    test = Variation(clear=True, words="a clear fall", level=95)
    findings = (
        finding("count.all-crime", ALL, 193, category="all-crime", previous=180, change=13),
        finding("share.robbery", "Robbery", 20, of_label=ALL, category="robbery", unit="%"),
        finding("count.robbery", "Robbery", 40, category="robbery", change=-17, variation=test),
        *(
            finding(f"count.all-crime.{n}", f"{ALL} in {n}", count, area=n, category="all-crime")
            for n, count in counts.items()
        ),
    )
    return Judge.of(
        assessment(
            section("crime", findings=findings),
            categories={"all-crime": ALL, "robbery": "Robbery"},
            gazetteer=tuple(Area(code=n, name=n, kind="beat") for n in counts),
        )
    )


@pytest.mark.parametrize(
    ("text", "standings"),
    [
        ("Robbery is rare.", ["count.robbery: fell clear"]),
        ("All crime remains a concern.", ["count.all-crime: rose"]),
        ("Beat 62 has more crime than any other.", ["count.all-crime.Beat 62: 1 from the top"]),
        ("Crime in Beat 63 is no problem.", ["count.all-crime.Beat 63: 1 from the bottom"]),
        ("Crime in Beat 64 is a problem.", ["count.all-crime.Beat 64: 2 from the top"]),
    ],
)
def test_words_of_judgement_rest_on_the_count_that_is_named(
    text: str, standings: list[str]
) -> None:
    """Of the five beats 62 has most, then 64 and 65 alike; robbery fell clearly, all crime rose."""
    one = judge()

    assert [one.standing(found) for found in one.judged(text)] == standings


@pytest.mark.parametrize(
    "text",
    [
        "Robbery [Robbery change], which is a concern.",  # its bracket carries it
        "Robbery fell.",  # a claim, which is checked
        "Robbery is dealt with by the Joint Action Group.",
        "Robbery grew more than any other category.",
        "Beats 61, 62, 63, 64 and 65 have problems with crime.",
        "Noise is a problem.",
    ],
)
def test_other_sentences_judge_nothing(text: str) -> None:
    """Brackets, claims, lists of names, and what no finding counts."""
    assert list(judge().judged(text)) == []


def test_a_judgement_stands_while_the_place_does() -> None:
    """Beat 62 stays first with 70, and does not with 30."""
    text = "Beat 62 has more crime than any other."
    before, same, other = (
        [one.standing(f) for f in one.judged(text)]
        for one in (judge(), judge(Beat_62=70), judge(Beat_62=30))
    )

    assert before == same
    assert before != other
