"""Each number of a page on a screen has a note: the keyboard reaches it, paper does not hold it."""

import re
from collections import Counter
from collections.abc import Iterable
from html.parser import HTMLParser

import pytest
from pypdf import PdfReader

from report import finished
from report.assessment import load
from report.explain.explained import Explained, Explainer
from report.explain.notes import noted
from tests.conftest import Built
from tests.small import assessment, finding, section, table

PAGES = ("report.html", "public/summary.html")


class Told(HTMLParser):
    """Collects what is tied to notes, and the texts of the notes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tied: list[dict[str, str | None]] = []
        self.notes: dict[str, str] = {}
        self.note = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take an element."""
        attributes = dict(attrs)
        if "aria-describedby" in attributes:
            self.tied.append(attributes | {"tag": tag})
        if attributes.get("role") == "tooltip":
            self.note = str(attributes["id"])
            assert self.note not in self.notes
            self.notes[self.note] = ""

    def handle_endtag(self, tag: str) -> None:
        """End a note."""
        if tag == "dl":
            self.note = ""

    def handle_data(self, data: str) -> None:
        """Take text."""
        if self.note:
            self.notes[self.note] += data


def read(built: Built, name: str) -> Told:
    return Told((built.folder / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", PAGES)
def test_each_bound_number_has_a_note_and_the_keyboard_reaches_it(built: Built, name: str) -> None:
    """No number of a finding is without one, and each stands in the order of the tab key."""
    page = (built.folder / name).read_text(encoding="utf-8")
    told = Told(page)

    bound = page.count('class="bound"')
    assert bound
    assert Counter(one["tag"] for one in told.tied)["span"] == bound
    assert {one["tabindex"] for one in told.tied} == {"0"}
    assert {str(one["aria-describedby"]) for one in told.tied} == set(told.notes)


def test_a_finding_has_one_note_wherever_its_number_stands(built: Built) -> None:
    """All Crime stands in sentences, in a tile and in tables: 920 after 1,000 (counts.csv)."""
    told = read(built, "report.html")

    numbers = Counter(re.findall(r"Number(.*)", "\n".join(told.notes.values())))
    assert set(numbers.values()) == {1}
    mine = [id_ for id_, text in told.notes.items() if "All Crime fell" in text][:1]
    assert sum(one["aria-describedby"] in mine for one in told.tied) > 4
    text = " ".join(told.notes[mine[0]].split())
    assert "Value920 offences; before, 1,000 offences" in text
    assert "Change in %(920 − 1,000) ÷ 1,000 × 100 = −8%" in text
    assert "All Crime, in Middlemarch, dated 1 April 2023 to 5 December 2023" in text
    assert "data/middlemarch/2023-24/counts.csv, sha256 " in text


def test_figures_of_a_table_without_a_finding_say_what_makes_them(built: Built) -> None:
    """The share of men, 154 of 179, is of a partner's table: the column and the source."""
    page = (built.folder / "report.html").read_text(encoding="utf-8")
    cell = re.search(
        r'data-row="gender-male">.*?data-column="c1"[^>]*describedby="(\w+)"', page, re.S
    )

    assert cell
    note = Told(page).notes[cell[1]]
    assert "Who offends" in note
    assert "Shares: see" in note


def test_the_public_summary_tells_no_more_than_its_assessment(built: Built) -> None:
    """Neither paths nor hashes, and no number of a finding that does not leave."""
    told = read(built, "public/summary.html")
    texts = " ".join(told.notes.values())

    assert "Offences, Exampleshire Police" in texts
    assert not re.search(r"sha256|\.csv|data/", texts)
    labels = {f.label for f in load(built.folder / "public/assessment.json").findings().values()}
    firsts = [re.findall(r"Number(.*)", text) for text in told.notes.values()]
    assert all(any(first[0].startswith(label) for label in labels) for first in firsts if first)


@pytest.mark.parametrize("name", ["report", "public/summary"])
def test_no_note_is_printed(built: Built, name: str) -> None:
    """The PDF is printed from the page without them; on paper a browser leaves them out."""
    pdf = PdfReader(built.folder / f"{name}.pdf")
    page = (built.folder / f"{name}.html").read_text(encoding="utf-8")

    printed = "".join(sheet.extract_text() for sheet in pdf.pages)
    assert "Change in %" in page
    assert "Change in %" not in printed
    assert re.search(r"^\.notes \{ display: none \}", page, re.M)


def test_a_note_is_no_part_of_what_is_read(built: Built) -> None:
    """A reader of the finished page meets the numbers alone."""
    read = finished.read(built.folder / "report.html")

    assert not any("Change in %" in part.text for part in read.parts)


def test_nothing_is_loaded_from_elsewhere(built: Built) -> None:
    """The page works without a network."""
    page = (built.folder / "report.html").read_text(encoding="utf-8")

    assert not re.search(r"<script[^>]*src|https?://[^<]*\.js", page)


def test_words_about_several_findings_and_cells_in_sentences_have_notes() -> None:
    """Words that speak of two findings tell both; a cell in a sentence tells its column."""
    robbery, arson = finding("count.robbery", "Robbery", 40), finding("count.arson", "Arson", 3)
    made = assessment(section("a", findings=(robbery, arson), exhibits=(table("table.a.b", "b"),)))
    page = (
        '<p><span class="bound" data-finding="count.robbery count.arson">40 and 3</span>'
        '<span class="bound" data-cell="table.a.b lowick n">300</span>'
        '<span class="bound" data-finding="count.unknown">1</span></p></body>'
    )
    told: list[Explained] = []

    def render(notes: Iterable[tuple[str, Explained]]) -> str:
        told.extend(note for _, note in notes)
        return ""

    marked = noted(page, Explainer(made, {"table.a.b": "Table 1"}, {}), render)

    assert re.findall(r'tabindex="0" aria-describedby="(\w+)"', marked) == ["n1", "n2"]
    assert [note.ids for note in told] == [("count.robbery", "count.arson"), ("table.a.b",)]
    assert told[1].label == "Table 1"
