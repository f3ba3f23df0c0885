"""A page that no compositor would let pass is found and named, and no other page is."""

import json
from pathlib import Path

import pytest

from report import pipeline
from report.document import flow
from report.document.printed import Meant
from report.errors import InputError, Where
from tests.document.compositor import COVER, chapter, chart, laid_out, lines, table
from tests.editions import CHAPTER, EDITION, EDITIONS
from tests.made_up import altered, project

AT = Where("config/middlemarch/2023-24/analysis.md", 7)
MEANT = Meant(
    exhibits={"Table 1": ("table.beats", AT), "Figure 1": ("chart.beats", AT)},
    headings={"1.1 Beats": AT},
    twins=(("Table 1", "Figure 1"),),
)
HEADING = "<h1>1 Analysis</h1>"
SECTION = "<h2>1.1 Beats</h2>"


def found(folder: Path, *parts: str, style: str = "", meant: Meant = MEANT) -> list[str]:
    """Give the id and the page of each finding."""
    problems = flow.check(laid_out(parts, folder, style), meant)
    return [f"{problem.id} {problem.what.partition(':')[0]}" for problem in problems]


def test_well_made_pages_are_clean(tmp_path: Path) -> None:
    """Chapters on pages of their own, exhibits whole and near, a short page at each end."""
    beats = chapter(
        *(HEADING, SECTION, "<p>See Table 1.</p>", table(6), lines(3), chart(6)),
        *(lines(6), "<h2>1.2 Shops</h2>", lines(7)),
    )

    assert found(tmp_path, COVER, beats, chapter("<h1>2 Next</h1>", lines(2))) == []


def test_a_page_with_little_on_it_is_found(tmp_path: Path) -> None:
    """An exhibit that does not fit leaves the page before it under 40 % full."""
    beats = chapter(HEADING, SECTION, lines(3), table(10), lines(2))

    assert found(tmp_path, COVER, beats) == ["page.empty.table.beats page 2"]


def test_a_finding_says_where_why_and_what_to_do(tmp_path: Path) -> None:
    """The line of the exhibit, how full the page is, and the id that accepts it."""
    beats = chapter(HEADING, SECTION, lines(3), table(10), lines(2))
    (problem,) = flow.check(laid_out((COVER, beats), tmp_path), MEANT)

    assert str(problem) == (
        "config/middlemarch/2023-24/analysis.md:7: page 2: only 32% full, since Table 1 goes to "
        "the next page; move its line up, so that text behind it in its section can fill the page, "
        "or accept it with a reason under 'accept: page.empty.table.beats' "
        "[page.empty.table.beats]"
    )
    assert problem.severity == "warning"


def test_a_page_begun_by_text_is_named_by_its_heading(tmp_path: Path) -> None:
    """An id holds no page number and no number of a heading, for both move."""
    beats = chapter(HEADING, SECTION, lines(3), "<p style='break-before: page'>More</p>")

    assert found(tmp_path, COVER, beats) == ["page.empty.beats page 2"]


def test_a_heading_at_the_foot_is_found(tmp_path: Path) -> None:
    """Nothing of its section follows on the page."""
    beats = chapter(HEADING, lines(13), SECTION, lines(9))

    assert found(tmp_path, COVER, beats, style="h2 { break-after: auto }") == [
        "page.foot.beats page 2"
    ]


def test_a_caption_at_the_foot_and_its_figure_are_found(tmp_path: Path) -> None:
    """A figure on the page after its caption: the caption is alone, and the figure is split."""
    style = ".exhibit, .exhibit figure { break-inside: auto !important }"
    beats = chapter(HEADING, lines(13), chart(5), lines(5))

    assert found(tmp_path, COVER, beats, style=style) == [
        "page.foot.chart.beats page 2",
        "page.split.chart.beats page 2",
    ]


def test_a_row_on_two_pages_is_found(tmp_path: Path) -> None:
    """A row goes on on the next page; a table between its rows may."""
    long = table(3).replace("Area 2", "Area<br>" * 20).replace("exhibit", "")

    assert found(tmp_path, COVER, chapter(HEADING, SECTION, lines(2), long)) == [
        "page.split.table.beats page 2"
    ]
    between = chapter(HEADING, SECTION, lines(2), table(20).replace("exhibit", ""))
    assert found(tmp_path, COVER, between) == []


def test_a_table_and_its_chart_apart_are_found(tmp_path: Path) -> None:
    """On neighbouring pages both can be seen; with a page between them they cannot."""
    near = chapter(HEADING, table(6), lines(6), chart(10))
    apart = chapter(HEADING, table(6), lines(21), chart(10))

    assert found(tmp_path, COVER, near) == []
    assert found(tmp_path, COVER, apart) == ["page.apart.table.beats page 2"]


def test_a_repeated_table_beside_its_chart_is_near(tmp_path: Path) -> None:
    """A table may be printed in the summary and once more beside its chart."""
    again = table(3, "Table 1 (repeated)")

    assert found(tmp_path, COVER, chapter(table(6), lines(28)), chapter(again, chart(5))) == []


def test_a_chart_printed_twice_is_no_split_one(tmp_path: Path) -> None:
    """Each printing has its own caption."""
    again = chart(4, "Figure 1 (repeated)")

    assert found(tmp_path, COVER, chapter(chart(4), lines(28)), chapter(again)) == []


def test_an_exhibit_far_from_its_mention_is_found(tmp_path: Path) -> None:
    """More than a page behind the sentence that names it first, in its own chapter."""
    far = chapter(HEADING, "<p>See Table 1.</p>", lines(31), table(6))
    other = chapter("<h1>2 Next</h1>", "<p>Table 1 had it, unlike Table 10.</p>")

    assert found(tmp_path, COVER, far, other) == ["page.far.table.beats page 4"]
    assert found(tmp_path, COVER, other, chapter(HEADING, lines(31), table(6))) == []
    ten = far.replace("See Table 1.", "See Table 10.")
    assert found(tmp_path, COVER, ten) == []


@pytest.mark.parametrize(
    "part",
    [
        "<p style='white-space: nowrap'>" + "A long line of words " * 5 + "</p>",
        chart(3, wide=320).replace("Figure 1", "Picture"),
        "<p style='height: 10px; overflow: hidden'>" + "A paragraph of two lines. " * 4 + "</p>",
        "<p style='width: 40px; overflow: hidden; white-space: nowrap'>A long line of words</p>",
        "<p style='margin-left: -20px'>Words</p>",
    ],
)
def test_what_sticks_out_or_is_cut_off_is_found(tmp_path: Path, part: str) -> None:
    """A line, an image, and what a box hides, below or beside."""
    assert found(tmp_path, COVER, chapter(HEADING, SECTION, part, lines(2))) == [
        "page.over.beats page 2"
    ]


def test_a_table_too_wide_is_found(tmp_path: Path) -> None:
    """Words that no cell can break push a table out of its page."""
    wide = table(2).replace("Count", "Countsandcountsandcounts" * 3)

    assert found(tmp_path, COVER, chapter(HEADING, wide)) == ["page.over.table.beats page 2"]


def test_a_chapter_within_a_page_is_found(tmp_path: Path) -> None:
    """Every chapter begins a page."""
    beats, next_ = chapter(HEADING, lines(3)), chapter("<h1>2 Next</h1>", lines(3))
    style = ".chapter:last-child { break-before: auto }"

    assert found(tmp_path, COVER, beats, next_, style=style) == ["page.chapter.next page 2"]


def test_a_section_that_begins_a_page_is_found(tmp_path: Path) -> None:
    """Nothing below a chapter does, but for a page break that the author asked for."""
    beats = chapter(HEADING, lines(6), SECTION, lines(3))
    style = "h2 { break-before: page }"
    meant = Meant(MEANT.exhibits, MEANT.headings, (), frozenset(["1.1 Beats"]))

    assert found(tmp_path, COVER, beats, style=style) == ["page.start.beats page 3"]
    assert found(tmp_path, COVER, beats, style=style, meant=meant) == []


def test_a_heading_that_goes_along_with_its_table_is_no_forced_page(tmp_path: Path) -> None:
    """It begins a page since what it announces does not fit."""
    beats = chapter(HEADING, lines(8), SECTION, table(9), lines(2))

    assert found(tmp_path, COVER, beats) == []


def test_a_turned_page_begins_where_it_must(tmp_path: Path) -> None:
    """A wide table stands on a page of its own kind."""
    style = "@page wide { size: 500px 400px } .exhibit { page: wide }"
    beats = chapter(HEADING, lines(8), table(9))

    assert found(tmp_path, COVER, beats, style=style) == []


@pytest.mark.parametrize("name", EDITIONS)
def test_the_committed_editions_are_without_warnings(editions: Path, name: str) -> None:
    """Neither their figures nor their pages leave anything to be accepted.

    But for one recommendation of Charnwood's, as published: both changes are normal variation.
    """
    record = json.loads((editions / name / "checks.json").read_text(encoding="utf-8"))
    left = [each for each in record["warnings"] if "recommendation 3 rests on" not in each]

    assert left == []
    assert len(record["warnings"]) == (name == "charnwood/2023-24")


@pytest.fixture
def short(tmp_path: Path) -> Path:
    """The made-up edition with a page that the author ends early."""
    config = project(tmp_path)
    altered(tmp_path, CHAPTER, "## Shops\n", "## Shops\n\nA line.\n\n[page break]\n")
    altered(tmp_path, CHAPTER, "The CSP counted", "[page break]\n\nThe CSP counted")
    return config


ID = "page.empty.analysis"


def test_a_build_tells_of_such_pages(short: Path) -> None:
    """They are warnings of the command, and stand in checks.json."""
    made = pipeline.build(short)
    record = json.loads((made.folder / "checks.json").read_text(encoding="utf-8"))

    assert ID in [warning.id for warning in made.warnings]
    assert record["warnings"] == [str(warning) for warning in made.warnings]


def test_they_fail_a_strict_build(short: Path) -> None:
    """As any warning that is not accepted."""
    with pytest.raises(InputError, match=ID):
        pipeline.build(short, strict=True)


def test_an_edition_may_accept_them(short: Path, tmp_path: Path) -> None:
    """By id and with a reason, as any warning; the reason goes into checks.json alone."""
    ids = {warning.id for warning in pipeline.build(short).warnings}
    accept = ", ".join(f"{id_}: It is meant." for id_ in sorted(ids))
    altered(tmp_path, EDITION, "history: 1", f"history: 1\naccept: {{{accept}}}")
    made = pipeline.build(short, strict=True)
    record = json.loads((made.folder / "checks.json").read_text(encoding="utf-8"))

    assert made.warnings == []
    assert {one["id"] for one in record["accepted"]} == ids
    assert "It is meant." not in (made.folder / "report.html").read_text(encoding="utf-8")


def test_a_reason_that_accepts_no_page_is_told(tmp_path: Path) -> None:
    """Pages move: it is a warning, where an idle reason for the data is an error."""
    config = project(tmp_path)
    altered(tmp_path, EDITION, "history: 1", "history: 1\naccept: {page.empty.shops: Meant.}")

    (warning,) = pipeline.build(config).warnings
    assert str(warning) == f"{EDITION}:3: no warning 'page.empty.shops' was raised; remove it"
