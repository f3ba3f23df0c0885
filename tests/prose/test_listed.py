"""Numbers of things above a list, and of a table's rows."""

from pathlib import Path

import pytest

from report.assessment import Row
from report.prose.listed import wrong_lists
from tests.made_up import ROOT
from tests.prose.passages import passage
from tests.small import section, table

SEED = ROOT.parent / "shared" / "seeds" / "003_d68d321d1f4607a4.txt"
THREE = "\n\n- Lowick\n- Tipton\n  - its centre\n- Freshitt\n\nNo item."


def told(text: str, **more: object) -> list[str]:
    return [f"{p.what}; {p.do}" for p in wrong_lists(passage(text, **more))]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Five areas stand out:", "Five areas"),
        ("The rate rose in 2 of the 10 beats:", "2 of the 10 beats"),
        ("Recorded crime fell. These two rose:", "two rose"),
        ("It has five aims", "five aims"),
        ("The five priorities of the CSP are:", "five priorities"),
        ("The following 4 beats account for 65% of it:", "4 beats"),
    ],
)
def test_a_number_of_things_is_the_length_of_the_list_below(text: str, shown: str) -> None:
    """The list has three items; what is indented below one of them is none of its own."""
    expected = f"'{shown}' stands above a list of 3; write three, or mend the list"

    assert told(text + THREE) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Three areas stand out:",
        "The five areas include:",
        "Crime rose in five areas. The reasons are:",
        "All of the [number of responsible authorities] came, not eight of them:",
        "It fell by 5 offences in two years, from 20 to 15:",
        "Beats 61 and 62 had the most of:",
        "The partnership asks its six partners to:",
        "Over the five years, two groups in the town did this:",
        "These two beats have the following in common:",
        "Within these two places the counts were:",
    ],
)
def test_what_does_not_count_the_list_is_let_be(text: str) -> None:
    """A right number, a list that need not be whole, a bracket, and figures of another kind."""
    assert told(text + THREE) == []


def test_areas_that_are_counted_announce_a_list_of_areas() -> None:
    """Each item names a beat, or none of them does."""
    text = "As last year, two beats stand out:\n\n"

    [line] = told(f"{text}- Beat 61, 300\n- Beat 62\n- In Beat 65")
    assert line.startswith("'two beats' stands above a list of 3")
    assert told(f"{text}- their shops\n- their size\n- Beat 65 is the smallest") == []


def test_a_list_may_be_placed_by_a_bracket() -> None:
    """What a bracket on a line of its own places is counted as bullets are."""
    expected = ["'Six partners' stands above a list of 4; write four, or mend the list"]

    assert told("Six partners take part:", listed=4) == expected
    assert told("Four partners take part:", listed=4) == []


def test_items_may_be_numbered_and_stand_apart() -> None:
    """An empty line between two items does not end a list; another kind of mark does."""
    text = "Four areas:\n\n1. Lowick\n\n2. Tipton\n\n3. Freshitt\n\n4. Marton\n\n- not this one"

    assert told(text) == []


def test_a_table_holds_as_many_areas_as_are_said() -> None:
    """The table has two areas, Lowick and Tipton; a total is no area."""
    total = Row(key="all", role="total", cells=table("t", "t").rows[0].cells)
    beats = table("table.beats", "beats", title="The five areas with most crime")
    own = section("analysis", exhibits=(beats.model_copy(update={"rows": (*beats.rows, total)}),))
    wrong = "[table: beats] lists the ten areas with the most."
    right = "[table: beats] lists the two areas. One of six areas is shown in [table: beats]."

    said = "is said of 2; write two, or mend the table"
    assert told(wrong, section=own) == [f"'ten areas' {said}"]
    assert told(right, section=own) == []
    assert told(beats.title, section=own, kind="title") == [f"'five areas' {said}"]


def test_the_one_wrong_lead_in_of_a_published_assessment() -> None:
    """Line 94 of the 2011/12 document says eight partners above a list of seven, lines 96 to 102.

    Its other counted lead-ins are right, or stand above paragraphs.
    """
    if not SEED.is_file():
        pytest.skip("../shared is not there")
    found = list(wrong_lists(passage(Path(SEED).read_text(encoding="utf-8"))))

    assert [(p.where.line - 9, p.what) for p in found] == [
        (94, "'eight statutory partners' stands above a list of 7")
    ]
