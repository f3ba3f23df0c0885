"""Numbers of partners, areas, priorities and recommendations."""

import pytest

from report.assessment import Area
from report.prose.lengths import wrong_lengths
from tests.prose.passages import edition, passage


def told(text: str) -> list[str]:
    return [f"{p.what}; {p.do}" for p in wrong_lengths(passage(text))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The district has five police beats.",
            "'five police beats' are 4 in the list; write [number of beats]",
        ),
        (
            "The CSP is made up of representatives from eight statutory partners.",
            "'eight statutory partners' are 3 in the list; "
            "write [number of responsible authorities]",
        ),
        ("All 3 beats recorded fewer.", "'3 beats' are 4 in the list; write [number of beats]"),
        (
            "It rose in 2 of the 10 beats.",
            "'2 of the 10 beats' are 4 in the list; write [number of beats]",
        ),
        (
            "The three strategic priorities still hold.",
            "'three strategic priorities' are 1 in the list; write [number of priorities]",
        ),
        (
            "This assessment makes nine recommendations.",
            "'nine recommendations' are 2 in the list; write [number of recommendations]",
        ),
    ],
)
def test_a_number_of_all_things_is_the_length_of_their_list(text: str, expected: str) -> None:
    """The edition has four beats, three authorities, one priority and two recommendations."""
    assert told(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The district has four police beats and 3 responsible authorities.",
        "Two more beats stand out, and the three beats together recorded 300 offences.",
        "The two beats with a delivery group recorded fewer.",
        "It rose in two of the four beats, and three beats recorded 12.",
        "The plan of 2019/20 had it that the nine recommendations were met.",
        "The partnership has five local priorities for 2019/20.",
        "The 57 LSOAs of the district differ, and 14 other partnerships are alike.",
        "The two recommendations on burglary come first.",
        "Two beats stand out, Beat 61 and Beat 62. All two beats recorded more.",
        "Beat 61 has two beats beside it.",
    ],
)
def test_a_number_of_some_things_is_none_of_its_business(text: str) -> None:
    """Some of the areas, another year's list, and what no list holds whole."""
    assert told(text) == []


def test_what_is_plainly_false_stops_a_final_edition() -> None:
    """A number of all there are does; one that only seems to be of all is a warning."""
    final = edition().document.model_copy(update={"status": "final"})
    text = "The CSP consists of 8 statutory partners. The two priorities hold."
    found = list(wrong_lengths(passage(text, assessment=edition(document=final))))

    assert [(p.severity, p.id) for p in found] == [
        ("error", "prose.length.analysis.8-statutory-partners"),
        ("warning", "prose.length.analysis.two-priorities"),
    ]


def test_the_place_is_the_line_of_the_number() -> None:
    """A passage begins on line 10 of its chapter; the number stands two lines below."""
    found = list(wrong_lengths(passage("Beats.\n\nThe district has\nall six beats.")))

    assert [p.where.line for p in found] == [13]


def test_areas_of_the_partnership_are_all_of_them() -> None:
    """Four beats are listed: "the five beats of Middlemarch" are none of some."""
    (problem,) = told("The five beats of Middlemarch differ.")

    assert problem == "'five beats' are 4 in the list; write [number of beats]"
    assert told("The four beats of Middlemarch differ.") == []
    assert told("The two beats of Middlemarch with most robbery differ.") == []
    assert told("The two beats of Middlemarch town centre differ.") == []


def test_areas_that_no_list_holds_are_counted_too() -> None:
    """Without a list of them, the two wards of the gazetteer are as many as there are."""
    wards = tuple(Area(code=f"E0500000{n}", name=f"Ward {n}", kind="ward") for n in (1, 2))
    made = edition(gazetteer=wards)

    (problem,) = wrong_lengths(passage("All three wards are covered.", assessment=made))

    assert (problem.what, problem.do) == ("'three wards' are 2 in the list", "write two")
