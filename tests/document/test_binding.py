"""Brackets inside sentences: each form of a finding, links, numbers of lists, and refusals."""

import re
from datetime import date
from typing import Any

import pytest

from report.assessment import Finding, NamedList, Recommendation
from report.periods import snapshot
from tests.pages import chapter, page, problems
from tests.small import assessment, finding, section, table

Y23 = snapshot(date(2023, 10, 31))
FINDINGS = (
    finding("count.all-crime", "All Crime", 9568, previous=10195, change=-627, change_pct=-6.15007),
    finding("count.robbery", "Robbery", 40, previous=49, change=-9, small_base=True),
    finding("count.arson", "Arson", 1, unit="fires"),
    finding("count.theft", "Theft", None, markers=("c",)),
    finding("position.all-crime", "All Crime", 13, previous=14, change=1, of=15, period=Y23),
    # 1,963 of 9,601
    finding("share.beat-62", "All Crime in Beat 62", 20.4458, unit="%", area="Beat 62"),
    # 128 among 1,255
    finding("rate.beat-62", "All Crime in Beat 62", 101.992, unit="per 1,000", area="Beat 62"),
    finding("remainder.beats", "All Crime in all beats against Middlemarch", 33),
    finding("gap.beats", "All Crime gap between Beat 65 and Beat 61", 24),
    finding("trend.all-crime", "All Crime", -1, unit="direction"),
    finding(
        "areas.risen", "beats with a rise in All Crime", 6, measure="areas risen", unit="areas"
    ),
)
QUOTED = finding("quoted.visits", "visits a day", None, measure="quoted", printed="50 to 60")
LISTS = (NamedList(name="falls", form="change", findings=("count.all-crime", "count.robbery")),)
WHOLE: dict[str, Any] = {
    "quoted": (QUOTED,),
    "aliases": {},
    "lists": {"partners": ("a", "b", "c")},
    "recommendations": (
        Recommendation(id="one", number=1, text="One.", because="It is."),
        Recommendation(id="two", number=2, text="Two.", because="It is."),
    ),
}


def bound(text: str) -> str:
    """Bind a sentence of a chapter that prints one table and the first recommendation."""
    own = section(
        "beats",
        f"{text}\n\n[table: Crime by beat]\n\n[recommendation 1]\n",
        findings=FINDINGS,
        exhibits=(
            table("table.beats.crime", "Crime by beat"),
            table("table.beats.other", "Crime by ward"),
        ),
        lists=LISTS,
    )
    made = assessment(own, **WHOLE)
    found = problems(made)
    if found:
        return "\n".join(found)
    paragraph = re.search("<p>(.*?)</p>", chapter(page(made), "beats"), re.DOTALL)
    assert paragraph
    return paragraph[1]


def words(text: str) -> str:
    """Give a bound sentence without its tags."""
    return re.sub("<[^>]+>", "", bound(text))


@pytest.mark.parametrize(
    ("bracket", "said"),
    [
        ("All Crime count", "9,568 offences"),
        ("all crime NUMBER", "9,568"),
        ("All Crime change", "fell by 6.2%, from 10,195 to 9,568"),
        ("All Crime short change", "fell by 6.2%"),
        ("All Crime difference", "627 fewer offences"),
        ("Robbery change", "fell from 49 to 40"),
        ("Robbery short change", "fell from 49 to 40"),
        ("Arson count", "1 fire"),
        ("All Crime position", "13th of 15"),
        ("All Crime position change", "moved up from 14th to 13th of 15"),
        ("All Crime share in Beat 62", "20.4%"),
        ("All Crime in Beat 62 rate", "102 per 1,000"),
        ("All Crime in all beats against Middlemarch difference", "33 more"),
        ("All Crime gap between Beat 65 and Beat 61 difference", "24 more offences"),
        ("All Crime gap between Beat 65 and Beat 61 number", "24"),
        ("beats with a rise in All Crime count", "6 areas"),
        ("beats with a rise in All Crime number", "6"),
        ("All Crime trend", "fell in every year shown"),
        ("number of partners", "three"),
        ("number of falls", "two"),
        ("number of recommendations", "two"),
        ("names of falls", "All Crime and Robbery"),
        ("names of partners", "a, b and c"),
        ("cell: Crime by beat, Tipton, n", "1,400"),
        # phrases over several findings: by hand 40 / 9568 = 0.418 %
        ("Robbery share of All Crime with count", "0.4% (40 offences)"),
        ("quote: visits a day", "50 to 60"),
        ("table: crime by beat", "Table 1"),
        ("recommendation 1", "Recommendation 1"),
    ],
)
def test_each_form(bracket: str, said: str) -> None:
    """A bracket becomes words; the name may be in any case."""
    assert words(f"It is [{bracket}].") == f"It is {said}."


def test_a_phrase_is_bound_to_all_that_it_speaks_of() -> None:
    """The ids stand in one mark, parted by spaces; a cell has its table, row and column."""
    said = bound("It is [Robbery share of All Crime].")
    assert 'data-finding="count.robbery count.all-crime"' in said
    assert 'data-cell="table.beats.crime tipton n"' in bound(
        "It is [cell: Crime by beat, Tipton, n]."
    )


@pytest.mark.parametrize("finding", [f for f in FINDINGS if f.previous], ids=lambda f: f.id)
def test_sign_or_direction_word_never_both(finding: Finding) -> None:
    """Rose, fell, up, more: the number behind the word has no sign."""
    forms = ("change", "short change", "difference")
    for form in ("position change",) if finding.measure == "position" else forms:
        assert not set("−+-") & set(words(f"It [{finding.label} {form}]"))


def test_a_source_stands_in_brackets_behind_its_sentence() -> None:
    """The reader sees who says it and when, next to the number."""
    said = words("It is worth £27 million. [source: Turning Point, November 2023]")

    assert said == "It is worth £27 million. (source: Turning Point, November 2023)"


@pytest.mark.parametrize(
    ("bracket", "what"),
    [
        ("source: Turning Point", "the source 'Turning Point' has no date"),
        ("source:", "the source is empty"),
    ],
)
def test_a_source_that_cannot_be_found_again_is_refused(bracket: str, what: str) -> None:
    """Nobody can look up a figure that is said to stand somewhere, at some time."""
    advice = "write who published the figure and when, as in [source: Turning Point, May 2023]"

    assert bound(f"It is £27 million. [{bracket}]") == f"config/beats.md:1: {what}; {advice}"


def test_a_source_on_a_line_of_its_own_is_refused() -> None:
    """There it would belong to no sentence."""
    assert bound("It is £27 million.\n[source: Turning Point, May 2023]") == (
        "config/beats.md:2: the source 'Turning Point, May 2023' stands on a line of its own; "
        "write it on the line of the sentence, behind it"
    )


@pytest.mark.parametrize(
    ("bracket", "said"),
    [
        (
            "Theft count",
            "config/beats.md:1: '[Theft count]' has no value; take the sentence out",
        ),
        (
            "Arson change",
            "config/beats.md:1: '[Arson change]' has no earlier figure to compare with; "
            "use a form that compares nothing, such as 'count' or 'position'",
        ),
        (
            "quote: visits a week",
            "config/beats.md:1: nothing quoted under 'visits a week'; did you mean 'visits a day'?",
        ),
        (
            "number of risers",
            "config/beats.md:1: unknown list 'risers'",
        ),
        (
            "table: Crime by ward",
            "config/beats.md:1: the table 'Crime by ward' stands nowhere in the document; "
            "place it with [table: Crime by ward] on a line of its own",
        ),
        (
            "recommendation 2",
            "config/beats.md:1: recommendation 2 stands nowhere in the document; "
            "place it with [recommendation 2] on a line of its own",
        ),
        (
            "recommendation 3",
            "config/beats.md:1: there is no recommendation 3; use one of 1, 2",
        ),
    ],
)
def test_what_cannot_be_said_is_refused(bracket: str, said: str) -> None:
    """Withheld values, missing years and references that lead nowhere are problems with a place."""
    assert bound(f"It is [{bracket}].") == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Here is\na map.\n\n![Map](map.png)",
            "config/beats.md:4: the picture 'map.png'; name it under 'pictures:' of the section, "
            "and place it with [picture: ...]",
        ),
        (
            "It [falls](#falls).",
            "config/beats.md:1: the link to '#falls' leads nowhere; "
            "name a table, a chart or a recommendation in brackets",
        ),
    ],
)
def test_what_the_page_would_lose_is_refused(text: str, said: str) -> None:
    """A slip of an author's is told with its line; the printer's own words would be a traceback."""
    assert bound(text) == said


def test_a_link_to_a_page_of_the_web_is_kept() -> None:
    """It leads out of the document."""
    assert 'href="https://example.org/a"' in bound("See [it](https://example.org/a).")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("It is [All Crime count, and", "1: the bracket in '[All Crime count, and' is not closed"),
        ("It\nis [[All Crime count].", "2: the bracket in '[[All Crime count].' is not closed"),
        ("It is All Crime count].", "1: the bracket in 'It is All Crime count]' is not opened"),
        ("[table: Crime by ward", "1: the bracket in '[table: Crime by ward' is not closed"),
    ],
)
def test_half_a_bracket_is_refused(text: str, said: str) -> None:
    """It would be printed as it is, and what it places would be lost."""
    assert bound(text).startswith(f"config/beats.md:{said}; write its other half, or \\")


@pytest.mark.parametrize(
    "text",
    [r"So \[sic\].", r"So \[sic].", r"From \[ on.", "A [map](https://x.y/a_(b))."],
)
def test_brackets_that_are_only_text_are_left(text: str) -> None:
    """Those written with a backslash, and those of links."""
    assert not bound(text).startswith("config/")


def test_every_number_carries_its_finding() -> None:
    """A figure in a sentence can be traced to the finding that it is."""
    assert bound("It is [All Crime count].") == (
        'It is <span class="bound" data-finding="count.all-crime">9,568 offences</span>.'
    )
    assert 'data-finding="quoted.visits"' in bound("Some [quote: visits a day] visits.")


def test_references_are_links() -> None:
    """A table and a recommendation are linked by their number."""
    assert bound("In [table: Crime by beat].") == 'In <a href="#table.beats.crime">Table 1</a>.'
    assert (
        bound("See [recommendation 1].") == 'See <a href="#recommendation-1">Recommendation 1</a>.'
    )


def test_a_bracket_may_run_over_a_line() -> None:
    """Authors wrap their lines; the place of a mistake is the line where its bracket opens."""
    assert words("It is [All Crime\ncount].") == "It is 9,568 offences."
    assert bound("It\nis [All Crimes\ncount].").startswith("config/beats.md:2: unknown finding")


def test_a_misspelt_word_before_a_colon_is_told_with_the_one_that_is_meant() -> None:
    """It is a source, and nothing that is counted."""
    told = bound("All Crime is 9,568 [sourse: Turning Point, May 2023].")

    assert told.endswith("did you mean '[source: Turning Point, May 2023]'?")


def test_names_are_printed_as_text() -> None:
    """A figure quoted with an angle bracket cannot become a tag."""
    quoted = QUOTED.model_copy(update={"printed": "<5"})
    own = section("beats", "It is [quote: visits a day].")
    html = page(assessment(own, quoted=(quoted,)))

    assert ">&lt;5</span>" in html
