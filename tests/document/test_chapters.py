"""Chapters: headings, placed exhibits, boxes, and what is refused with file and line."""

import re

import pytest
from jinja2 import Environment, FileSystemLoader

from report.assessment import Assessment, NamedList, Recommendation
from report.document.chapters import BOXES
from tests.pages import TEMPLATES, chapter, page, problems, read
from tests.small import assessment, finding, section, table

ALL_CRIME = finding("count.all-crime", "All Crime", 920, previous=1000, change=-80, change_pct=-8.0)
CHART = table("chart.beats.all-crime", "All Crime by beat", kind="area_bars", measure="All Crime")
BEATS = section(
    "beats",
    title="By beat",
    findings=(ALL_CRIME,),
    exhibits=(table("table.beats.all-crime", "All Crime by beat", measure="All Crime"), CHART),
    lists=(NamedList(name="falls", form="change", findings=("count.all-crime",)),),
)
FIRST = Recommendation(id="plan", number=1, text="Write a plan.", because="There is none.")


def written(text: str) -> Assessment:
    """Make an assessment with one chapter of this text."""
    return assessment(
        section("analysis", text, parts=(BEATS,)),
        recommendations=(FIRST,),
        lists={"partners": ("The council", "The police")},
    )


def problem(text: str) -> str:
    """Give the one problem of a chapter."""
    (found,) = problems(written(text))
    return found


def headings(text: str) -> list[tuple[str, str]]:
    """Give the level and words of every heading."""
    html = chapter(page(written(text)), "analysis")
    found = re.findall(r"<h(\d) [^>]*>(.*?)</h\d>", html)
    return [(level, re.sub("<[^>]+>", "", words)) for level, words in found]


def test_headings_to_three_levels_are_numbered() -> None:
    """The chapter is 1, what stands in it 1.1 and 1.1.1; each level starts anew under its own."""
    text = "## Shops\n\n### By day\n\n### By night\n\n## Homes\n\n### Doors\n"

    assert headings(text) == [
        ("1", "1 Analysis"),
        ("2", "1.1 Shops"),
        ("3", "1.1.1 By day"),
        ("3", "1.1.2 By night"),
        ("2", "1.2 Homes"),
        ("3", "1.2.1 Doors"),
    ]


def test_a_heading_of_the_chapters_level_stands_below_it() -> None:
    """One # is the chapter itself, so the author's first level is the second."""
    assert headings("# Shops\n") == [("1", "1 Analysis"), ("2", "1.1 Shops")]


def test_a_part_continues_the_numbers_of_its_chapter() -> None:
    """A part's title is a heading of the second level where it is placed."""
    assert headings("## Shops\n\n[part: beats]\n\n## Homes\n") == [
        ("1", "1 Analysis"),
        ("2", "1.1 Shops"),
        ("2", "1.2 By beat"),
        ("2", "1.3 Homes"),
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Words.\n\n## A\n\n### B\n\n#### C\n",
            "config/analysis.md:7: 'C' is a heading of level 4; use ### at most",
        ),
        (
            "Words.\n\n### A\n",
            "config/analysis.md:3: the heading 'A' skips a level; "
            "take one # away, or put a heading above it",
        ),
        (
            "## Shops: [All Crime count]\n",
            "config/analysis.md:1: the heading 'Shops: [All Crime count]' holds a bracket; "
            "write the words themselves",
        ),
    ],
)
def test_headings_that_are_refused(text: str, said: str) -> None:
    """A fourth level has no number, a skipped one no parent, and a bracket is not bound."""
    assert problem(text) == said


def test_a_line_of_dashes_makes_no_heading() -> None:
    """Markdown would take the line above it for one, without a number."""
    assert headings("Some words\n---\nMore words\n===\n") == [("1", "1 Analysis")]


def test_exhibits_stand_where_they_are_placed() -> None:
    """Chart, words, table: the author's order, whatever the case of the names."""
    text = "[CHART: all crime BY BEAT]\n\nSome words.\n\n[table: All Crime by beat]\n"
    words = read(page(written(text)), "analysis")

    assert re.search(r"Figure 1:.*Some words\..*Table 1:", words)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("[table: All Crime by beet]", "unknown table 'All Crime by beet'; did you mean"),
        ("[chart: All Crimes by beat]", "unknown chart 'All Crimes by beat'; did you mean"),
        ("[list: fals]", "unknown list 'fals'; did you mean 'falls'?"),
        ("[part: beets]", "this chapter has no part 'beets'; did you mean 'beats'?"),
        ("[recommendation 2]", "there is no recommendation 2; use one of 1"),
        ("[recommendations 1]", "'[recommendations 1]' places nothing that is known; did you mean"),
        ("[page brake]", "'[page brake]' places nothing that is known; did you mean 'page break'?"),
        (
            "[tabel: All Crime by beat]",
            "'[tabel: All Crime by beat]' places nothing that is known; did you mean '[table: All",
        ),
        ("[sourse: ONS, 2023]", "'[sourse: ONS, 2023]' places nothing that is known; did you mean"),
        ("[to be written]", "'[to be written]' places nothing that is known; use one of about"),
        ("[All Crimes change]", "'[All Crimes change]' places nothing that is known; did you mean"),
    ],
)
def test_an_unknown_name_has_file_line_and_advice(line: str, said: str) -> None:
    """The third line is wrong, and the problem says so."""
    assert problem(f"Words.\n\n{line}\n").startswith(f"config/analysis.md:3: {said}")


def test_every_wrong_name_is_told_at_once() -> None:
    """Two mistakes are two problems, each at its line."""
    found = problems(written("[table: x]\n\nIn [All Crimes count]\nand [All Crime cuont].\n"))

    assert [one.partition(": ")[0] for one in found] == [
        *("config/analysis.md:1", "config/analysis.md:3", "config/analysis.md:4"),
    ]


def test_a_box_holds_words_and_exhibits() -> None:
    """Its title is the author's; what follows [/box] stands outside."""
    text = (
        "[box: Good practice]\nShops share a radio.\n\n[table: All Crime by beat]\n[/box]\n\nOut.\n"
    )
    html = chapter(page(written(text)), "analysis")
    inside = html[html.index('<div class="box"') : html.index("<p>Out.</p>")]

    assert '<p class="box-title">Good practice</p>' in inside
    assert "<p>Shops share a radio.</p>" in inside
    assert 'id="table.beats.all-crime"' in inside


BOX = "[box: {}]\nShops share a radio.\n[/box]\n"


def boxed(title: str) -> str:
    """Give the HTML of a box with this title."""
    html = chapter(page(written(BOX.format(title))), "analysis")
    return html[html.index('<div class="box') : html.index("</div>")]


@pytest.mark.parametrize(
    ("title", "heading"),
    [
        ("case study: Safer Streets", "Case study: Safer Streets"),
        ("Case Study", "Case study"),
        ("what we did: A radio", "What the partnership did: A radio"),
        ("definition: Serious violence", "Definition: Serious violence"),
        ("caution", "Caution"),
        ("statute: Theft Act 1968, section 1", "What the law says: Theft Act 1968, section 1"),
    ],
)
def test_a_kind_of_box_has_a_sign_and_its_word(title: str, heading: str) -> None:
    """Nobody needs the colour, and those who are read to hear the word alone."""
    found = re.search(r'(<span class="icon".*?</span>) (.*?)</p>', boxed(title))
    assert found

    assert 'aria-hidden="true"' in found[1]
    assert found[2] == heading


def test_a_quotation_has_its_source_at_its_foot() -> None:
    """What stands behind the colon is no title."""
    html = boxed("quotation: A shopkeeper: Tipton, May 2023")

    assert "</span> Quotation</p>" in html
    assert re.search(r"<blockquote>\s*<p>Shops share a radio.</p>\s*</blockquote>", html)
    assert html.rstrip().endswith("<strong>Source:</strong> A shopkeeper: Tipton, May 2023</p>")


@pytest.mark.parametrize("title", ["Good practice: shops", "Cautionary tale", "Studies"])
def test_a_title_of_another_beginning_is_the_authors_own(title: str) -> None:
    """No sign, no word of ours."""
    assert f'<p class="box-title">{title}</p>' in boxed(title)


@pytest.mark.parametrize(
    ("title", "said"),
    [
        ("quotation", "the quotation does not name its source; write [box: quotation: …]"),
        ("statute:", "the statute does not name its Act and section; write [box: statute: …]"),
        ("statute: Theft Act 1968", "'Theft Act 1968' does not name its Act and section"),
        ("statute: Theft Act, section 1", "'Theft Act, section 1' does not name its Act and"),
    ],
)
def test_words_of_others_need_their_source(title: str, said: str) -> None:
    """A quotation and the words of a law, with the line of the box."""
    assert problem(f"One.\n\n{BOX.format(title)}").startswith(f"config/analysis.md:3: {said}")


def test_every_kind_of_box_has_its_sign_and_word() -> None:
    """The template knows the kinds that a chapter may name, and those that are made for it."""
    made = Environment(loader=FileSystemLoader(TEMPLATES)).get_template("boxes.html").module
    kinds = {*BOXES, "key findings", "recommendation"}

    assert set(made.icons) == set(made.words) == kinds  # type: ignore[attr-defined]
    assert len(set(made.icons.values())) == len(kinds)  # type: ignore[attr-defined]


def test_a_box_that_is_not_closed() -> None:
    """The line that opens it is named."""
    said = "the box is not closed; write [/box] on a line of its own behind it"

    assert problem("Words.\n\n[box: Good practice]\nShops.\n") == f"config/analysis.md:3: {said}"


def test_a_box_that_was_never_opened() -> None:
    """A lonely end is refused, not printed."""
    assert problem("Words.\n[/box]\n").startswith(
        "config/analysis.md:2: '[/box]' places nothing that is known"
    )


def test_a_page_break_is_the_authors() -> None:
    """It leaves no words and no number behind."""
    html = chapter(page(written("One.\n\n[page break]\n\nTwo.\n")), "analysis")

    assert '<div class="page-break"></div>' in html
    assert "page break" not in html.casefold()


def test_a_list_of_findings_and_a_list_of_names() -> None:
    """-80 of 1,000 is a fall by 8 %; a list of the partnership's file is printed as it is."""
    words = read(page(written("[list: falls]\n\n[list: partners]\n")), "analysis")

    assert words == "1 Analysis All Crime fell by 8.0%, from 1,000 to 920 The council The police"


def test_a_recommendation_is_printed_where_it_is_asked_for() -> None:
    """With its reason, and again under the same number."""
    html = chapter(page(written("[recommendation 1]\n\n[Recommendation 1]\n")), "analysis")

    assert html.count("Write a plan.") == 2
    assert html.count('id="recommendation-1"') == 1


def test_a_finding_alone_on_a_line_is_a_paragraph() -> None:
    """It reads as a sentence of the author's would."""
    assert read(page(written("[All Crime difference]\n")), "analysis") == (
        "1 Analysis 80 fewer offences"
    )


def test_raw_html_is_printed_and_not_run() -> None:
    """What an author pastes from a web page cannot change the document."""
    html = chapter(
        page(written('<script>alert("x")</script>\n\nA <b>bold</b> word.\n')), "analysis"
    )

    assert "&lt;script&gt;alert(" in html
    assert "A &lt;b&gt;bold&lt;/b&gt; word." in html


def test_links_and_bullets_are_plain_markdown() -> None:
    """A link's brackets are Markdown's own."""
    html = chapter(
        page(written("- See [the plan](https://example.org/plan).\n- *Now*.\n")), "analysis"
    )

    assert '<li>See <a href="https://example.org/plan">the plan</a>.</li>' in html
    assert "<li><em>Now</em>.</li>" in html


def test_a_link_that_would_run_is_text() -> None:
    """Only addresses that lead somewhere become links."""
    html = chapter(page(written("See [this](javascript:alert(1)).\n")), "analysis")

    assert '<a href="javascript' not in html


def test_a_bracket_in_plain_text_has_a_way_to_be_written() -> None:
    """[sic] is taken for a name; the advice is how to write it, and it works."""
    said = problem("They wrote burglery [sic].\n")

    assert said == (
        "config/analysis.md:1: unknown finding 'sic'; "
        "write \\[sic\\] for a bracket that is only text"
    )
    words = read(page(written("They wrote burglery \\[sic\\].\n")), "analysis")
    assert words == "1 Analysis They wrote burglery [sic]."


def test_what_stands_in_a_box_is_numbered_and_checked() -> None:
    """A table in a box is Table 1, and a wrong name in it has its line."""
    words = read(page(written("[box: B]\n[table: All Crime by beat]\n[/box]\n")), "analysis")

    assert "Table 1: All Crime by beat" in words
    assert problem("[box: B]\nIt is\n[All Crimes count] now.\n[/box]\n").startswith(
        "config/analysis.md:3: unknown finding 'All Crimes count'"
    )


@pytest.mark.parametrize("second", ["[part: beats]", "[parts]"])
def test_a_part_stands_once(second: str) -> None:
    """Its headings would have two numbers each."""
    assert problem(f"[part: By beat]\n\n{second}\n") == (
        "config/analysis.md:3: the part 'beats' stands twice, first in config/analysis.md:1;"
        " take one of the two out"
    )
