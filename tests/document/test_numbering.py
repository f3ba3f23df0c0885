"""Numbers of chapters, tables and figures."""

import re

from report.assessment import Assessment, Exhibit
from tests.pages import manuscript, page, problems
from tests.small import assessment, section, table


def chart(id_: str, name: str) -> Exhibit:
    """Make a chart of two areas."""
    return table(id_, name, kind="area_bars")


def numbers(made: Assessment) -> dict[str, str]:
    """Give the printed number of every exhibit."""
    return manuscript(made).numbering.exhibits


ONE = section(
    "one",
    "[chart: c1]\n\n[table: t1]\n\n[table: t2]\n",
    exhibits=(table("t1", "t1"), table("t2", "t2"), chart("c1", "c1")),
)
TWO = section(
    "two",
    "In [table: t3] and [table: t1], before:\n\n[table: t3]\n\n[chart: c2]\n\n[table: t1]\n",
    exhibits=(table("t3", "t3"), chart("c2", "c2"), table("t4", "t4")),
)


def test_tables_and_figures_have_sequences_of_their_own() -> None:
    """They run through all chapters, in the order of print."""
    assert numbers(assessment(ONE, TWO)) == {
        "c1": "Figure 1",
        "t1": "Table 1",
        "t2": "Table 2",
        "t3": "Table 3",
        "c2": "Figure 2",
    }


def test_the_first_placement_numbers_it() -> None:
    """The table that chapter two repeats is numbered in chapter one, whatever order they have."""
    assert numbers(assessment(TWO, ONE))["t1"] == "Table 2"
    again = page(assessment(ONE, TWO))

    assert again.count('id="t1"') == 1
    assert "Table 1 (repeated):" in again


def test_a_reference_may_stand_before_its_table() -> None:
    """The sentence of chapter two names Table 3 above it, and Table 1 of the chapter before."""
    html = page(assessment(ONE, TWO))

    assert 'In <a href="#t3">Table 3</a> and <a href="#t1">Table 1</a>, before:' in html


def test_what_is_not_placed_has_no_number() -> None:
    """An exhibit that nothing places is not printed, and a reference to it is a problem."""
    assert "t4" not in numbers(assessment(ONE, TWO))

    lost = section("three", "See [table: t4].\n")
    assert problems(assessment(ONE, TWO, lost)) == [
        "config/three.md:1: the table 't4' stands nowhere in the document; "
        "place it with [table: t4] on a line of its own"
    ]


def test_document_details_carry_no_number() -> None:
    """They are a table to the eye and no exhibit."""
    front = section(
        "front", "[table: details]\n", title="", exhibits=(table("d", "details", form="details"),)
    )

    assert numbers(assessment(front, ONE))["t1"] == "Table 1"


def test_appendices_are_not_counted() -> None:
    """An appendix keeps the letter in its title; the chapter after it is numbered on."""
    first = section("one", "## A\n")
    appendix = section("app", "## B\n", title="Appendix A: Beats", numbered=False)
    last = section("last", "## C\n")
    html = page(assessment(first, appendix, last))
    found = re.findall(r"<h\d [^>]*>(.*?)</h\d>", html)

    assert [re.sub("<[^>]+>", "", words) for words in found] == [
        *("1 One", "1.1 A", "Appendix A: Beats", "B", "2 Last", "2.1 C"),
    ]
