"""What an author typed is found again, by file and line, and nothing else is taken for it."""

from pathlib import Path

import pytest

from report.assessment import Assessment
from report.finished import page
from report.ledger.lines import Lines
from report.ledger.pieces import pieces
from tests import small

# Line 1 of the file is its first; the last paragraph stands on lines 7 and 8.
FIRST = """The plan for 2023 to 2026 is new.

## Before 2019

- It began in 2016.
[box: definition: Youth]
In 2011 the age was 18, and
in 2012 it was 21.
[/box]
"""
SECOND = "In all:\n\nThe plan for 2023 to 2026 is new. In [Robbery period] 31 left; by 2030 none."
MADE = small.assessment(small.section("first", FIRST), small.section("second", SECOND))


def typed(
    tmp_path: Path, chapter: str, body: str, made: Assessment = MADE
) -> list[tuple[str, str]]:
    """Give the numbers of a page with the line where each was typed."""
    file = tmp_path / "report.html"
    chapters = f"<section class='chapter' id='section-{chapter}'>{body}</section>"
    file.write_text(f"<html><body>{chapters}", encoding="utf-8")
    lines = Lines(made)
    return [(f.text, lines.typed(p, f)) for p in pieces(page.read(file)) for f in p.figures]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<h2>Before 2019</h2>", [("2019", 3)]),
        ("<ul><li>It began in 2016.</li></ul>", [("2016", 5)]),
        (
            "<p>In 2011 the age was 18, and in 2012 it was 21.</p>",
            [("2011", 7), ("18", 7), ("2012", 8), ("21", 8)],
        ),
    ],
)
def test_a_number_has_the_line_on_which_it_was_typed(
    body: str, expected: list[tuple[str, int]], tmp_path: Path
) -> None:
    """Counted by hand in the chapter above, the last paragraph and one over two lines too."""
    assert typed(tmp_path, "first", body) == [(n, f"config/first.md:{at}") for n, at in expected]


@pytest.mark.parametrize(
    ("words", "numbers"), [("fell by 9%, from 57", ["9%", "57"]), ("doubled", ["doubled"])]
)
def test_a_number_of_words_in_a_bracket_has_its_line(
    words: str, numbers: list[str], tmp_path: Path
) -> None:
    """They are printed as they were written; what is false of them was told there."""
    own = small.assessment(small.section("own", f"All:\n\nRobbery [{words}] again."))
    file = tmp_path / "report.html"
    file.write_text(f"<html><body><p>Robbery {words} again.</p>", encoding="utf-8")
    found = [(f.text, Lines(own).typed(p, f)) for p in pieces(page.read(file)) for f in p.figures]

    assert found == [(number, "config/own.md:3") for number in numbers]


@pytest.mark.parametrize(("chapter", "line"), [("first", 1), ("second", 3)])
def test_a_sentence_of_two_chapters_has_the_line_of_its_own(
    chapter: str, line: int, tmp_path: Path
) -> None:
    """Both say the same; the page says in which of them it stands."""
    found = typed(tmp_path, chapter, "<p>The plan for 2023 to 2026 is new.</p>")

    assert found == [(year, f"config/{chapter}.md:{line}") for year in ("2023", "2026")]


def test_words_of_a_bracket_are_not_looked_for(tmp_path: Path) -> None:
    """The page has a finding's words where the author wrote a bracket."""
    span = '<span data-finding="count.robbery">2023/24</span>'
    said = f"<p>The plan for 2023 to 2026 is new. In {span} 31 left; by 2030 none.</p>"

    assert typed(tmp_path, "second", said)[2:] == [
        ("2023/24", ""),
        ("31", "config/second.md:3"),
        ("2030", "config/second.md:3"),
    ]


MARKED = """Read [the plan of 2007](https://example.org/2006), **2008** &amp; _2009_.

> In 1998

1. From 2001
2. By 2002 [source: Plan, 3rd edition]
"""


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        (
            "<p>Read <a href='https://example.org/2006'>the plan of 2007</a>, <b>2008</b> &amp; "
            "<i>2009</i>.</p>",
            [1, 1, 1],
        ),
        ("<blockquote><p>In 1998</p></blockquote>", [3]),
        ("<ol><li>From 2001</li><li>By 2002 (source: Plan, 3rd edition)</li></ol>", [5, 6, 6]),
    ],
)
def test_marks_of_a_text_are_no_words(body: str, lines: list[int], tmp_path: Path) -> None:
    """A link, bold letters, a quotation and a list are found as they were typed."""
    made = small.assessment(small.section("first", MARKED))

    found = typed(tmp_path, "first", body, made)
    assert [place for _, place in found] == [f"config/first.md:{line}" for line in lines]


@pytest.mark.parametrize(
    "body",
    [
        "<p>The plan for 2022 to 2026 is new.</p>",
        "<p>In 2012 the age was 18, and in 2011 it was 21.</p>",
        "<ul><li>It began in 2015.</li></ul>",
        "<p>Another plan of 2023.</p>",
    ],
)
def test_a_number_among_other_words_was_not_typed(body: str, tmp_path: Path) -> None:
    """Two words before it and two behind it have to be the author's, in whole."""
    assert "" in [place for _, place in typed(tmp_path, "first", body)]
