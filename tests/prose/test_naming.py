"""True, ordinary sentences about figures that exist: what they may be taken to speak of.

Origin of the figures: Charnwood's published assessment 2023/24, Table 1 (All Crime 10,195 to 9,568,
Shoplifting 515 to 736), Table 2 (All Crime by beat, as below) and its chart of complaints (1,593 to
1,495; 593 to the police, 902 to the council). Derived by hand: 10,195 - 9,568 = 627;
-98 / 1,593 = -6.15 %; 902 / 1,495 = 60.3 %; 593 / 1,495 = 39.7 %; 515 / 10,195 = 5.05 %;
736 / 9,568 = 7.69 %; 1,963 + 1,535 = 3,498 and 2,183 + 1,669 = 3,852, which is 354 fewer and
-9.19 %; 3,498 / 9,568 = 36.6 %, of the 9,601 of all ten beats 36.4 %.
"""

import pytest

from report.assessment import Area, Finding
from report.errors import InputError, Problem, Where
from report.prose.passage import Passage
from report.prose.sourcing import unknown_numbers
from report.prose.vocabulary import Vocabulary
from tests.prose.small_facts import count
from tests.small import assessment, finding, section

BEATS = {
    "Beat 56": (577, 627),
    "Beat 57": (398, 367),
    "Beat 58": (331, 326),
    "Beat 59": (816, 732),
    "Beat 60": (440, 526),
    "Beat 61": (1641, 1511),
    "Beat 62": (2183, 1963),
    "Beat 63": (825, 768),
    "Beat 64": (1340, 1246),
    "Beat 65": (1669, 1535),
}
LABELS = {
    "all-crime": "All Crime",
    "robbery": "Robbery",
    "shoplifting": "Shoplifting",
    "anti-social-behaviour": "Anti-Social Behaviour",
    "asb-complaints": "ASB Complaints",
    "asb-complaints-police": "ASB Complaints to the Police",
    "asb-complaints-council": "ASB Complaints to the Council",
}


def part(id_: str, value: int) -> Finding:
    return finding(f"count.{id_}", LABELS[id_], value, category=id_, unit="complaints")


MADE = assessment(
    section(
        "overview",
        title="",
        findings=(
            count("count.all-crime", "All Crime", 10195, 9568),
            count("count.robbery", "Robbery", 57, 40),
            count("count.shoplifting", "Shoplifting", 515, 736),
            finding(
                "share.shoplifting",
                "Shoplifting",
                7.6923,
                category="shoplifting",
                unit="%",
                of=9568,
                of_label="All Crime",
            ),
            *(
                count(f"count.all-crime.{beat[-2:]}", f"All Crime in {beat}", *pair, area=beat)
                for beat, pair in BEATS.items()
            ),
            finding(
                "share.all-crime.62-65",
                "All Crime in Beat 62 and Beat 65",
                36.4337,
                category="all-crime",
                area="Beat 62 and Beat 65",
                unit="%",
                of=9601,
                of_label="All Crime in all beats",
            ),
            count("count.asb-complaints", "ASB Complaints", 1593, 1495, unit="complaints"),
            part("asb-complaints-police", 593),
            part("asb-complaints-council", 902),
        ),
    ),
    categories=LABELS,
    glossary={"ASB": "anti-social behaviour"},
    gazetteer=(
        Area(code="E07000999", name="Middlemarch", kind="district"),
        *(Area(code=beat, name=beat, kind="beat") for beat in BEATS),
    ),
)
VOCABULARY = Vocabulary.of(MADE)


def problems(text: str, heading: str = "") -> list[Problem]:
    """Give what is told of a text."""
    where = Where("config/crime.md", 1)
    own = section("text", title="")
    passage = Passage(text, "prose", own, where, MADE, VOCABULARY, heading=heading)
    return list(unknown_numbers([passage]))


@pytest.mark.parametrize("heading", ["", "All Crime"])
@pytest.mark.parametrize(
    "text",
    [
        "Middlemarch had 9,568 offences, 627 fewer than the year before.",
        "Complaints of anti-social behaviour fell by 6%, from 1,593 to 1,495. Of these, 902 (60%) "
        "came to the council and 593 (40%) to the police.",
        "Only Beat 60 (up 86, from 440 to 526) and Beat 56 (up 50, from 577 to 627) saw a rise.",
        "Beat 58 had least, with 326 offences.",
        "Beat 62 had 220 fewer than last year.",
        "Beat 62 and Beat 65 had 3,498 offences, 36% of all.",
        "Shoplifting rose by 43%, and it now makes up 7.7% of All Crime compared with 5.1% a year "
        "earlier.",
        "Beat 62 and Beat 65 together had 354 fewer, a fall of 9.2%.",
        # Robbery is counted in no beat, so that the sentence before is not what is meant
        "Robbery came to 40. Beat 62 had 220 fewer offences than last year.",
    ],
)
def test_true_ordinary_sentences_are_left_alone(text: str, heading: str) -> None:
    """Crime without a category is all crime; what follows from the named findings is known."""
    assert [problem.what for problem in problems(text, heading)] == []


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Robbery came to 221.", "221"),  # Shoplifting: 736 - 515
        ("Beat 60 saw 326 offences.", "326"),  # of Beat 58
        ("Robbery in Beat 62 came to 220 fewer.", "220"),  # of All Crime
        ("We met 220 residents of Beat 62.", "220"),  # no crimes
        ("There were 627 volunteers.", "627"),
    ],
)
def test_a_number_of_something_else_stays_unknown(text: str, number: str) -> None:
    """It is told with the finding that it is equal to, and with the bracket that prints it."""
    (told,) = problems(text)

    assert told.what.startswith(f"{number} is typed by hand and equal to ")
    assert told.what.endswith(", which its sentence does not name")
    assert told.do.startswith("write [")


def test_a_heading_tells_what_a_number_is_of() -> None:
    """Under "Robbery", 627 fewer offences are none of All Crime."""
    assert len(problems("There were 627 fewer offences.", "Robbery")) == 1
    assert problems("There were 627 fewer offences.") == []


def test_transposed_digits_of_all_crime_are_close_to_it() -> None:
    """9,658 for 9,568, in a sentence that names no category."""
    (told,) = problems("There were 9,658 offences in the borough.")

    assert told.what == "9,658 is typed by hand and close to 9,568, All Crime"
    assert told.do.startswith("write [All Crime count]")


def test_no_finding_is_equal_where_none_of_the_assessment_is() -> None:
    """A pool of 1,300 is equal to nothing of Table 1 or 2."""
    (told,) = problems("A pool of 1,300 officers is ready.")

    assert told.what == "no finding is equal to 1,300, which is typed by hand"


def test_numbers_of_a_line_are_told_in_the_order_of_the_text() -> None:
    """False sentences among the unknown numbers, and so where they stop a final edition."""
    found = problems("We have 71 vans. Robbery fell by 25%. We have 11 tents and 45 desks.")

    assert [p.what.split(",")[0] for p in InputError(found).problems] == [
        "no finding is equal to 71",
        "'fell by 25%' is false of Robbery: '25%' where it is '29.8%'",
        "no finding is equal to 11",
        "no finding is equal to 45",
    ]
