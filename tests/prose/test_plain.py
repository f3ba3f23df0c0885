"""Sentences without brackets: which are told of as false, and which are left alone."""

from datetime import date

import pytest

from report.assessment import Assessment
from report.errors import Where
from report.periods import Period
from report.prose.passage import Passage, PassageKind
from report.prose.sourcing import unknown_numbers
from report.prose.vocabulary import Vocabulary
from tests.prose.small_facts import count as counted
from tests.prose.small_facts import edition
from tests.small import finding, section

# Figures of small_facts: Robbery 57 to 40, Shoplifting 515 to 736, All Crime 10,195 to 9,568.
MADE = edition()
VOCABULARY = Vocabulary.of(MADE)


def told(text: str, kind: PassageKind = "prose", made: Assessment = MADE) -> list[str]:
    """Give what is told of a text, without what to do about it."""
    where = Where("config/crime.md", 1)
    passage = Passage(text, kind, section("crime", title=""), where, made, VOCABULARY)
    return [problem.what for problem in unknown_numbers([passage])]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("Robbery fell by 25%.", "'fell by 25%' is false of Robbery: '25%' where it is '29.8%'"),
        ("Robbery rose.", "'rose' is false of Robbery: 'rose' where it is 'fell'"),
        ("There was a rise in Robbery.", "'rise' is false of Robbery: 'rose' where it is 'fell'"),
        (
            "Robbery (40) was up on the year.",
            "'was up' is false of Robbery: 'rose' where it is 'fell'",
        ),
        (
            "Beat 61 had more All Crime than any other beat, with [All Crime count in Beat 61].",
            "'more All Crime than any other' is false of All Crime in Beat 61: "
            "'more All Crime than any other' where it is 'second highest'",
        ),
        (
            "Beat 61 recorded more All Crime offences than Beat 62.",
            "'more' is false of All Crime in Beat 61: 'rose' where it is 'fell'",
        ),
        # "may" is a verb here, and no month
        (
            "Robbery rose, which may surprise.",
            "'rose' is false of Robbery: 'rose' where it is 'fell'",
        ),
        (
            "Robbery rose at the march through the town.",
            "'rose' is false of Robbery: 'rose' where it is 'fell'",
        ),
        (
            "Robbery fell by 17 offences, from 75 to 40.",
            "'fell by 17 offences, from 75 to 40' is false of Robbery: '75' where it is '57'",
        ),
        (
            "Beat 61 has the highest number of offences of All Crime.",
            "'highest' is false of All Crime in Beat 61: 'highest' where it is 'second highest'",
        ),
        (
            "Shoplifting rose by 42.9%. That is 212 more offences.",
            "'212 more' is false of Shoplifting: '212' where it is '221'",
        ),
    ],
)
def test_a_plain_sentence_that_contradicts_its_finding_is_told(text: str, what: str) -> None:
    """Direction, figure and place, with what is true instead."""
    assert told(text) == [what]


@pytest.mark.parametrize(
    "text",
    [
        "Robbery fell by 30%, from 57 to 40.",
        "Robbery [Robbery change]. It fell by 17 offences.",
        # of a wider area, a part of it, another time, or something else that nobody counts here
        "Nationally robbery rose.",
        "Robbery of young people rose.",
        "Over the last five years robbery rose.",
        "Robbery rose in the town centre.",
        "Beat 61 has more officers than Beat 62.",
        "There was a rise in robbery in Loughborough.",
        "The rise in fear of robbery is not counted.",
        "In May robbery rose.",
        "Robbery rose by 29.8% in 2019/20.",
        "Robbery is a threat; the four teams that meet about it have a plan.",
        "The robbery reduction plan needs the greatest care.",
        "Work against robbery must be increased.",
        # in brackets, and cited
        "[number of falls] of the three beats rose in All Crime.",
        "Robbery [fell by 25%].",
        "Robbery rose by 12% [source: The charity's survey, May 2023].",
    ],
)
def test_what_holds_and_what_is_not_counted_here_is_left_alone(text: str) -> None:
    """An analyst who is warned wrongly turns the check off."""
    assert told(text) == []


@pytest.mark.parametrize(("status", "severity"), [("final", "error"), ("draft", "warning")])
def test_a_final_edition_may_not_say_what_is_false(status: str, severity: str) -> None:
    """In a draft it is a warning, with an id that `accept:` may take."""
    document = MADE.document.model_copy(update={"status": status})
    made = MADE.model_copy(update={"document": document})
    passage = Passage(
        *("Robbery fell by 25%.\nThe road costs £3 million.", "prose", section("crime", title="")),
        *(Where("config/crime.md", 7), made, VOCABULARY),
    )

    found = list(unknown_numbers([passage]))
    assert [(p.id, p.severity, p.where.line) for p in found] == [
        ("prose.claim.crime.fell-by-25", severity, 7),
        ("prose.typed.3-million", severity, 8),
    ]


def test_a_typed_number_is_told_with_what_makes_it_right() -> None:
    """Close to a finding, or unknown; what a plain sentence says rightly needs nothing."""
    unknown = "no finding is equal to 1,300, which is typed by hand"

    assert told("Robbery: 41 cases", "title") == ["41 is typed by hand and close to 40, Robbery"]
    assert told("A pool of 1,300 officers is ready.") == [unknown]
    assert told("A pool of 1,300 officers is asked for.", "recommendation") == []
    assert told("Robbery came to 40. Beat 62 and Beat 61 had 3,474 offences of All Crime.") == []


def test_a_number_of_areas_is_held_with_its_direction() -> None:
    """All Crime fell in two of the three beats of small_facts, and rose in Beat 56."""
    assert told("All Crime fell in two of the three beats.") == []


def test_what_tells_little_makes_nothing_else_false() -> None:
    """Robbery is 40: "more than 5" holds of it, and of knives too, which nobody counts here."""
    assert told("More than 5 robberies involved knives, from 90 the year before.") == [
        # Arson: 20 to 15
        "5 is typed by hand and equal to −5, Arson, the difference, "
        "which its sentence does not name",
        "no finding is equal to 90, which is typed by hand",
    ]


def test_a_percentage_on_a_small_base_makes_nothing_else_false() -> None:
    """Arson is 20 to 15, which is 25 % of a small base: it tells of no subject that 9 is wrong."""
    text = "Fires set by young people fell by 25% in arson, from 9 to 7."
    assert [what for what in told(text) if "false" in what] == []


@pytest.mark.parametrize(
    ("text", "what"),
    [
        # beats of small_facts by All Crime: Beat 62 1,963, Beat 61 1,511, Beat 56 627
        ("Only Beat 62 recorded more All Crime than Beat 56.", "'Beat 56 has the third highest'"),
        ("Beat 61 ranks 3rd of the three beats for All Crime.", "'second highest'"),
        ("Beat 61 had the most crime.", "'second highest'"),
        ("Beat 56 recorded the most All Crime.", "'third highest'"),
        # All Crime rose in Beat 56 alone: 577 to 627
        ("All Crime rose in most beats.", "'rose in one of three'"),
        # Robbery 40, Cycle Theft 294; 57 − 40 = 17, a fall
        ("Robbery was more common than cycle theft.", "'rose' where it is 'fell'"),
        (
            "Robbery fell by 29.8%, with 17 more offences than last year.",
            "'rose' where it is 'fell'",
        ),
        # 627 / 9,568 = 6.55 %
        ("4% of All Crime was recorded in Beat 56.", "'6.6%'"),
        ("Beat 56 accounted for 4% of All Crime.", "'6.6%'"),
        # 736 Shoplifting, and only 294, 40 and 15 of the others
        ("The largest category was Robbery.", "'third highest'"),
    ],
)
def test_places_and_comparisons_of_areas_and_categories_are_held(text: str, what: str) -> None:
    """One problem tells what holds instead, in the words of the example."""
    (problem,) = told(text)

    assert what in problem


@pytest.mark.parametrize(
    "text",
    [
        "Only Beat 62 recorded more All Crime than Beat 61.",
        "Beat 61 ranks 2nd of the three beats for All Crime.",
        "Beat 61 ranks 3rd of the 3 beats for the rate of All Crime.",
        "Beat 62 had the most crime.",
        "All Crime fell in most of the three beats.",
        "Robbery was less common than cycle theft.",
        "Robbery fell by 29.8%, with 17 fewer offences than last year.",
        "7% of All Crime was recorded in Beat 56.",
        "The largest category was Shoplifting.",
        # of days, and of what is not counted by itself
        "Saturdays had the most robbery.",
        "For Robbery, Middlemarch is 2nd of the 15 areas in the group.",
        "Beat 61 had the most crime against shops.",
        "Young men in Beat 56 had the most serious robbery of all.",
    ],
)
def test_true_places_and_what_is_not_counted_are_left_alone(text: str) -> None:
    """The first seven hold by the counts above; of the others nothing is known."""
    assert told(text) == []


def test_a_year_is_no_month_that_lies_in_it() -> None:
    """40 robberies from April to December, 5 of them in May: the year's name means all of them."""
    may = Period(first=date(2023, 5, 1), last=date(2023, 5, 31))
    month = finding("month.robbery", "Robbery in May", 5, category="robbery", period=may)
    made = MADE.model_copy(
        update={"sections": (*MADE.sections, section("months", title="", findings=(month,)))}
    )

    assert told("In 2023/24 there were 40 robbery offences.", made=made) == []
    assert len(told("In May 2023 there were 6 robbery offences.", made=made)) == 1


@pytest.mark.parametrize(("number", "count"), [("16.4%", 0), ("17.4%", 1)])
def test_a_name_in_small_letters_vouches_for_its_own_number(number: str, count: int) -> None:
    """Other Crime fell from 110 to 92, by 16.36 %; 17.4 % is no number of it."""
    other = counted("count.other-crime", "Other Crime", 110, 92)
    made = MADE.model_copy(
        update={
            "sections": (*MADE.sections, section("others", title="", findings=(other,))),
            "categories": {**MADE.categories, "other-crime": "Other Crime"},
        }
    )

    text = f"Police recorded {number} fewer other crime offences."

    assert len(told(text, made=made)) == count
