"""The methods page: each method that was used, and none that was not."""

import json
import re
from pathlib import Path

import pytest

from report.assessment import Assessment, Finding, Interval, SourceRecord, Variation
from tests.editions import EDITIONS
from tests.made_up import ROOT
from tests.pages import page
from tests.small import assessment, finding, section, table

TEMPLATES = sorted((ROOT / "templates" / "methods").glob("*.md"))
TAG = re.compile(r"{%.*?%}", re.DOTALL)
NAME = re.compile(r"\*\*(.+?)\.\*\*")


# The name of what is said of files of single offences, below the counts.
CHECKS = "Checks of counted files"


def paragraphs(text: str) -> list[str]:
    """Give the paragraphs of a template, its tags taken out."""
    return [each.strip() for each in TAG.sub("", text).split("\n\n") if each.strip()]


def headed(method: str) -> str:
    """Give the words in bold that a method's paragraph begins with."""
    text = (ROOT / "templates" / "methods" / f"{method}.md").read_text(encoding="utf-8")
    found = NAME.search(text)
    assert found
    return found[1]


def told(html: str) -> set[str]:
    """Give the words in bold that the paragraphs of a page's methods begin with."""
    part = re.search(r'<div class="explained">(.*?)</div>', html, re.DOTALL)
    assert part
    return set(re.findall(r"<p><strong>(.+?)\.</strong>", part[1]))


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.stem)
def test_a_method_gives_its_formula_its_source_and_what_it_assumes(path: Path) -> None:
    """Every paragraph has the same shape, so that a reader finds each of the three."""
    for text in paragraphs(path.read_text(encoding="utf-8")):
        places = [text.find(part) for part in ("**", "*Formula:*", "*Source:*", "*Assumes:*")]

        assert -1 not in places, text[:40]
        assert places == sorted(places), text[:40]


def said(*exhibits: str, placed: str = "", variation: Variation | None = None) -> set[str]:
    """Give the methods told by a report of one count and some tables, of which one is placed."""
    found: Finding = finding("count.a", "a", method="count", variation=variation)
    tables = tuple(table(f"table.s.{each}", each, methods=(each,)) for each in exhibits)
    text = f"[table: {placed}]\n" if placed else "Nothing.\n"
    made: Assessment = assessment(
        section("s", text, findings=(found,), exhibits=tables), section("methods", kind="methods")
    )
    return told(page(made))


def test_a_method_is_told_where_a_printed_exhibit_uses_it() -> None:
    """An exhibit that no chapter places is not printed, and neither is its method."""
    both = ("overdispersed_funnel", "rank")

    assert said(*both) == {headed("count")}
    assert said(*both, placed="rank") == {headed("count"), headed("rank")}


def test_the_test_of_a_change_is_told_where_a_finding_has_one() -> None:
    """A test is no method of the count, and is told beside it."""
    tested = Variation(clear=False, words="within normal variation", p=0.1, level=95)

    assert said(variation=tested) == {headed("count"), headed("variation")}


@pytest.mark.parametrize("single", [True, False])
def test_the_checks_of_files_are_told_where_a_file_lists_single_offences(*, single: bool) -> None:
    """A list of areas may set rows aside as well, and is not judged by its months."""
    source = SourceRecord(
        id="a", title="A", file="a.csv", layout="a", sha256="", rows_read=2, rows_used=1
    ).model_copy(update={"set_aside": {"outside the area": 1}, "single": single})
    made = assessment(
        section("s", "Nothing.\n", findings=(finding("count.a", "a", method="count"),)),
        section("methods", kind="methods"),
        sources=(source,),
    )

    assert (CHECKS in told(page(made))) is single


@pytest.mark.parametrize(
    ("measure", "form", "expected"),
    [
        ("share", "share", {"share"}),
        ("share", "share with interval", {"share", "interval"}),
        ("peer rate", "peer rate with interval", {"peers", "interval"}),
    ],
)
def test_an_interval_is_told_where_a_sentence_gives_one(
    measure: str, form: str, expected: set[str]
) -> None:
    """A share has an interval, which is no method of a page that does not print it."""
    between = Interval(low=10, high=30, level=95)
    unit, method = ("%", "share") if measure == "share" else ("per 1,000", "peers")
    found = finding(f"{measure}.a", "a", 20, unit=unit, interval=between, method=method)
    made = assessment(
        section("s", f"It is [a {form}].\n", findings=(found,)),
        section("methods", kind="methods"),
    )

    assert told(page(made)) == {headed(each) for each in expected}


@pytest.mark.parametrize("name", EDITIONS)
def test_an_edition_tells_the_methods_that_it_used(editions: Path, name: str) -> None:
    """The page against the record: no funnel is explained where none was used.

    A printed exhibit has its id in the page. What a bracket alone makes may be told besides, and
    the checks of files stand in the paragraph of counts. Abbreviations are written out once.
    """
    folder = editions / name
    html = (folder / "report.html").read_text(encoding="utf-8")
    used: set[str] = set()
    record = json.loads((folder / "assessment.json").read_text(encoding="utf-8"))
    stack = [record]
    while stack:
        each = stack.pop()
        stack += each.values() if isinstance(each, dict) else each
        stack = [one for one in stack if isinstance(one, dict | list)]
        if isinstance(each, dict):
            used |= {each["method"]} if "measure" in each and "method" in each else set()
            used |= {"variation"} if "variation" in each else set()
            used |= set(each.get("methods", ())) if f'id="{each.get("id")}"' in html else set()

    beside = {CHECKS, *map(headed, ("interval", "rank", "span"))}
    for short, meaning in record["glossary"].items():
        html = re.sub(
            rf"{re.escape(meaning)} \({re.escape(short)}\)", short, html, flags=re.IGNORECASE
        )
    assert told(html) - beside == {headed(m) for m in used} - beside
