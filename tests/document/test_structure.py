"""The tagged PDF says what the HTML said, however the pages fall."""

import hashlib
import logging
import os
import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import matplotlib
import pikepdf
import pytest
import weasyprint
from PIL import Image

from report.document import marked, structure, tagged
from report.document.marked import Piece
from report.document.tagged import Element
from tests import verapdf

FONTS = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
STYLE = f"""
@font-face {{ font-family: Sans; src: url({(FONTS / "DejaVuSans.ttf").as_uri()}) }}
@page {{ size: A5; margin: 2cm; @top-left {{ content: "Running head" }}
         @bottom-center {{ content: "Page " counter(page) " of " counter(pages) }} }}
html {{ font: 9pt Sans }}
a {{ text-decoration: underline }}
nav li {{ list-style: none }}
nav a::after {{ content: leader(".") target-counter(attr(href), page) }}
"""

AREAS = [
    [f"Area {number:03}", f"{10195 + number:,}", f"−{number / 10} %", "▲", "12/15 ↔"]
    for number in range(150)
]
AREA_ROWS = "".join(
    f"<tr><th scope=row>{area}" + "".join(f"<td>{cell}" for cell in cells) for area, *cells in AREAS
)
LONG_TABLE = f"""
<table><caption>Table 1: Offences by area</caption>
<thead><tr><td rowspan=2><th colspan=2>Offences<th colspan=2>Position
<tr><th>2024/25<th>Change<th>Trend<th>Rank</thead>
<tbody>{AREA_ROWS}</tbody></table>
"""
ITEMS = [f"Item {number}" for number in range(90)]
LONG_LIST = "<ul>" + "".join(f"<li>{item}" for item in ITEMS)
LONG_LIST += "<ol><li>First below<li>Second below</ol></ul>"
SENTENCES = " ".join(f"Sentence {number} of a long paragraph." for number in range(300))
REPORT = f"""
<h1>Assessment</h1>
<nav role=doc-toc><h2>Contents</h2>
<ol><li><a href="#areas">1 Areas</a><ol><li><a href="#lists">1.1 Lists</a></ol>
<li><a href="#words">2 Words</a></ol></nav>
<section id=areas><h2>Areas</h2><p>See <a href="#words">chapter <b>2</b></a>.</p>{LONG_TABLE}
<section id=lists><h3>Lists</h3>{LONG_LIST}</section></section>
<section id=words><h2>Words</h2><p>{SENTENCES}</p>
<figure><img src="square.png" alt="A red square"><figcaption>Figure 1</figcaption></figure>
<dl><dt>Rate<dd>Offences per 1,000 residents</dl>
<blockquote>Quoted</blockquote><p>Source: <a href="https://data.police.uk">open data</a>.</p>
</section>
"""


class Loud(logging.Handler):
    """Fails at the first word WeasyPrint has to say."""

    def emit(self, record: logging.LogRecord) -> None:
        raise AssertionError(record.getMessage())


@pytest.fixture(autouse=True, scope="module")
def silence() -> Iterator[None]:
    logger, handler = logging.getLogger("weasyprint"), Loud(logging.WARNING)
    logger.addHandler(handler)
    yield
    logger.removeHandler(handler)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("structure")
    Image.new("RGB", (40, 40), "red").save(folder / "square.png")
    return folder


@pytest.fixture(scope="module")
def report(folder: Path) -> bytes:
    return printed(REPORT, folder=folder)


def printed(body: str, style: str = "", folder: Path = Path()) -> bytes:
    html = f"<html lang=en><title>Test</title><style>{STYLE}{style}</style><body>{body}"
    return structure.finish(weasyprint.HTML(string=html, base_url=f"{folder}/").render())


def tags(element: Element) -> Any:
    """Show the elements below one as nested lists, a bare word where there are none."""
    below = [tags(kid) for kid in element.elements()]
    return [element.tag, *below] if below else element.tag


def body(pdf: bytes) -> Any:
    return [tags(kid) for kid in tagged.read(pdf).elements()]


def cells(pdf: bytes) -> dict[str, Element]:
    """Return every cell by its text."""
    return {cell.text: cell for cell in tagged.read(pdf).all("TH", "TD")}


def headers(pdf: bytes, text: str) -> list[str]:
    """Return the texts of the headers of the cell with this text."""
    found = cells(pdf)
    names = {cell.entries["ID"]: name for name, cell in found.items() if "ID" in cell.entries}
    return [names[name] for name in found[text].entries.get("Headers", [])]


def pages(pdf: bytes) -> int:
    with pikepdf.open(BytesIO(pdf)) as file:
        return len(file.pages)


def test_a_table_over_pages_is_one_table(report: bytes) -> None:
    """A table broken over pages is one element with all its rows in order (WeasyPrint#2903)."""
    head = [["", "Offences", "Position"], ["2024/25", "Change", "Trend", "Rank"]]

    assert [("Table 1: Offences by area", head + AREAS)] == tagged.tables(report)
    (table,) = tagged.read(report).all("Table")
    assert [part.tag for part in table.elements()] == ["Caption", "THead", "TBody"]


def test_a_header_printed_again_is_an_artifact(report: bytes) -> None:
    """The header of a table is content on its first page and an artifact on the others."""
    text = " ".join(text for _, text in tagged.outline(report))
    again = tagged.artifacts(report).count("Position")

    assert text.count("Position") == 1
    assert again >= 2


def test_each_header_has_scope_and_id(report: bytes) -> None:
    """Column and row headers say which they are, and no ID is given twice."""
    found = list(tagged.read(report).all("TH"))
    ids = [cell.entries["ID"] for cell in found]

    assert [cell.entries["Scope"] for cell in found] == ["/Column"] * 6 + ["/Row"] * 150
    assert len(set(ids)) == len(ids)


def test_each_cell_names_its_headers(report: bytes) -> None:
    """A cell on a later page names the header of its columns, its column and its row."""
    assert headers(report, "10,344") == ["Offences", "2024/25", "Area 149"]
    assert headers(report, "Rank") == ["Position"]
    ids = {cell.entries["ID"] for cell in tagged.read(report).all("TH")}
    assert all(set(cell.entries.get("Headers", [])) <= ids for cell in cells(report).values())


def test_the_id_tree_lists_every_id(report: bytes) -> None:
    """A reader finds each header cell by its ID in the file's tree of IDs."""
    with pikepdf.open(BytesIO(report)) as file:
        names: Any = file.Root.StructTreeRoot.IDTree.Names
        listed = {
            str(name): str(element.ID)
            for name, element in zip(names[::2], names[1::2], strict=True)
        }

    assert listed == {name: name for name in sorted(listed)}
    assert len(listed) == 156


def test_scopes_beyond_columns_and_rows() -> None:
    """A header of a group of rows heads the rows after it; a corner heads its row and column."""
    pdf = printed(
        "<table><thead><tr><th scope=row>Area<th>Count</thead>"
        "<tbody><tr><th colspan=2 scope=rowgroup>North<tr><th>A<td>1<tr><th>B<td>2"
        "<tr><th colspan=2 scope=rowgroup>South<tr><th>C<td>3</table>"
    )

    assert headers(pdf, "2") == ["Count", "North", "B"]
    assert headers(pdf, "3") == ["Count", "South", "C"]
    assert headers(pdf, "Count") == ["Area"]
    assert headers(pdf, "A") == ["Area", "North"]
    assert cells(pdf)["Area"].entries["Scope"] == "/Both"
    assert cells(pdf)["North"].entries["Scope"] == "/Row"


def test_a_header_over_the_rows_of_its_group() -> None:
    """It stands in the first of them; the others have it for a header all the same."""
    pdf = printed(
        "<table><thead><tr><th>Kind<th>Area<th>Count</thead>"
        "<tbody><tr><th rowspan=2 scope=rowgroup>North<th scope=row>A<td>1"
        "<tr><th scope=row>B<td>2</tbody>"
        "<tbody><tr><th scope=rowgroup>South<th scope=row>C<td>3</tbody></table>"
    )

    assert headers(pdf, "1") == ["Count", "North", "A"]
    assert headers(pdf, "2") == ["Count", "North", "B"]
    assert headers(pdf, "3") == ["Count", "South", "C"]
    assert headers(pdf, "B") == ["Area", "North"]


def test_an_icon_is_drawn_and_not_read() -> None:
    """The word beside it says the same."""
    pdf = printed('<p><span aria-hidden="true">!</span> Caution</p>')

    assert tagged.read(pdf).text == "Caution"
    assert "!" in tagged.artifacts(pdf)


def test_cells_over_rows_keep_the_columns_right() -> None:
    """A cell over two rows moves the cells of the second row to the columns they stand in."""
    pdf = printed(
        "<table><thead><tr><th>A<th>B<th>C</thead>"
        "<tr><td rowspan=2>long<td>b1<td>c1<tr><td>b2<td><tr><td colspan=2>wide<td>c3</table>"
    )

    assert headers(pdf, "b2") == ["B"]
    assert headers(pdf, "wide") == ["A", "B"]
    assert (tagged.tables(pdf)[0].rows) == [
        ["A", "B", "C"],
        ["long", "b1", "c1"],
        ["b2", ""],
        ["wide", "c3"],
    ]


def test_a_foot_is_read_last_and_once() -> None:
    """The foot of a table over pages, printed on each page, is read once, after all rows."""
    rows = "".join(f"<tr><td>{number}" for number in range(80))
    pdf = printed(f"<table><tfoot><tr><td>Total</tfoot><tbody>{rows}</table>")

    (table,) = tagged.tables(pdf)
    assert [[str(number)] for number in range(80)] + [["Total"]] == table.rows
    assert "Total" in tagged.artifacts(pdf)


def test_neighbouring_tables_stay_two() -> None:
    """Tables with the same header that follow each other over a page break are not joined."""
    table = "<table><thead><tr><th>Area<th>Count</thead>{}</table>"
    rows = "".join(f"<tr><td>{number}<td>{number}" for number in range(39))
    pdf = printed(table.format(rows) * 3)

    assert pages(pdf) > 2
    assert [len(table.rows) for table in tagged.tables(pdf)] == [40, 40, 40]


def test_a_row_over_pages_is_one_row() -> None:
    """A row broken inside its cells stays one row, and each cell one cell."""
    pdf = printed(f"<table><tr><td>{SENTENCES}<td>Beside</table>")

    assert tagged.tables(pdf) == [("", [[SENTENCES, "Beside"]])]


def test_a_list_over_pages_is_one_list(report: bytes) -> None:
    """A list broken over pages is one element; a list below an item stands in that item."""
    outer, nested = list(tagged.read(report).all("L"))[:2]

    bodies = [item.elements()[-1] for item in outer.elements()]
    assert ITEMS[:-1] == [item.text for item in bodies[:-1]]
    assert bodies[-1].elements() == [nested]
    assert tags(nested)[1:] == [["LI", "Lbl", "LBody"]] * 2
    assert [part.entries["ListNumbering"] for part in (outer, nested)] == ["/Disc", "/Decimal"]


def test_neighbouring_lists_stay_two() -> None:
    """Lists that follow each other over a page break are not joined."""
    items = "".join(f"<li>{number}" for number in range(40))
    pdf = printed(f"<ul>{items}</ul>" * 3)

    assert [len(part.elements()) for part in tagged.read(pdf).all("L")] == [40, 40, 40]


def test_a_paragraph_over_pages_is_one_paragraph(report: bytes) -> None:
    """A paragraph broken over pages is one element with all its text."""
    assert ("P", SENTENCES) in tagged.outline(report)


def test_contents_are_a_table_of_contents(report: bytes) -> None:
    """Each entry holds a reference to its place; entries below another are its own contents."""
    (contents, *_) = tagged.read(report).all("TOC")
    link = ["Reference", "Link"]

    assert ["TOC", ["TOCI", link, ["TOC", ["TOCI", link]]], ["TOCI", link]] == tags(contents)


def test_an_entry_reads_as_words_and_page(report: bytes) -> None:
    """The dots between an entry and its page number are read as one space."""
    entries = [text for tag, text in tagged.outline(report) if tag == "TOCI"]

    assert [entry.rsplit(" ", 1)[0] for entry in entries] == ["1 Areas", "1.1 Lists", "2 Words"]
    assert all(entry.rsplit(" ", 1)[1].isdigit() for entry in entries)
    assert "." in tagged.artifacts(report)


def test_page_furniture_is_no_content(report: bytes) -> None:
    """Running heads and page numbers are artifacts of the page, not content."""
    text = " ".join(text for _, text in tagged.outline(report))
    with pikepdf.open(BytesIO(report)) as file:
        operators = pikepdf.parse_content_stream(file.pages[0], "BDC")
        kinds = [part.operands[1] for part in operators]
    artifacts = [str(kind.get("/Subtype")) for kind in kinds if kind.get("/Type") == "/Pagination"]

    assert "Running head" not in text
    assert "Page 1 of" not in text
    assert tagged.artifacts(report).count("Running head") == pages(report)
    assert artifacts == ["/Header", "/Footer"]


def test_a_figure_has_words_place_and_caption(report: bytes) -> None:
    """An image says what it shows and where it lies, and stands beside its caption."""
    (group,) = tagged.read(report).all("Div")
    figure, caption = group.elements()

    assert (figure.tag, figure.entries["Alt"]) == ("Figure", "A red square")
    left, bottom, right, top = (float(corner) for corner in figure.entries["BBox"])
    assert pytest.approx((right - left, top - bottom)) == (30, 30)
    assert 0 < bottom < top < 600
    assert (caption.tag, caption.text) == ("Caption", "Figure 1")


def test_the_texts_of_a_drawing_are_read(folder: Path) -> None:
    """Each text of a chart is read as a whole, set from the left, to the right, or on end."""
    (folder / "chart.svg").write_text(
        "<svg xmlns='http://www.w3.org/2000/svg' width='200' height='90' font-family='Sans'>"
        "<text x='5' y='20'>1,185 (2022)</text>"
        "<text x='190' y='40' text-anchor='end'>Beat 62</text>"
        "<text x='20' y='80' transform='rotate(-90 20 80)'>per 1,000</text></svg>",
        encoding="utf-8",
    )
    pdf = printed('<figure><img src="chart.svg" alt="A chart"></figure>', folder=folder)

    (figure,) = tagged.read(pdf).all("Figure")
    (piece,) = figure.kids
    assert isinstance(piece, Piece)
    assert piece.drawn == ("1,185 (2022)", "Beat 62", "per 1,000")


def test_decoration_is_no_content(folder: Path) -> None:
    """An image with an empty alt and what is hidden from readers leave no trace."""
    pdf = printed('<p>A<img src="square.png" alt=""><span aria-hidden=true>★</span>B', "", folder)

    assert tagged.outline(pdf) == [("P", "AB")]
    assert body(pdf) == ["P"]


def test_an_image_without_words_is_reported(folder: Path) -> None:
    """An image without alt is told to the log by its file name."""
    with pytest.raises(AssertionError, match=r"without words for it .*square\.png"):
        printed('<p><img src="square.png">', "", folder)


def test_a_link_has_one_rectangle_and_its_text(report: bytes) -> None:
    """A link with elements inside it can be reached once, and is described by its own words."""
    with pikepdf.open(BytesIO(report)) as file:
        links = [link for page in file.pages for link in page.get("/Annots", [])]
        found = [(str(link.Contents), str(link.get("/Dest", ""))) for link in links]

    assert [pair for pair in found if pair[0][:2] not in ("1.", "2 ")] == [
        ("1 Areas 1", "areas"),
        ("chapter 2", "words"),
        ("open data", ""),
    ]
    assert len(found) == 5


def test_what_a_tagged_file_declares(report: bytes) -> None:
    """The file names its language and title, and keeps its outline, targets and metadata."""
    with pikepdf.open(BytesIO(report)) as file:
        root: Any = file.Root
        names = [str(name) for name in root.Names.Dests.Names[::2]]
        with file.open_outline() as outline:
            titles = [part.title for part in outline.root[0].children]
        metadata = root.Metadata.read_bytes()

        assert str(root.Lang) == "en"
        assert root.MarkInfo.Marked is True
        assert root.ViewerPreferences.DisplayDocTitle is True
        assert {"/S"} == {str(page.Tabs) for page in file.pages}
        assert "/CreationDate" not in file.docinfo
    assert names == ["areas", "lists", "words"]
    assert titles == ["Contents", "Areas", "Words"]
    assert b"pdfuaid:part" in metadata


def test_each_page_says_how_far_content_may_go(report: bytes) -> None:
    """The ArtBox is the page without its margins, in points: 2 cm all round on A5."""
    with pikepdf.open(BytesIO(report)) as file:
        boxes = [[float(corner) for corner in page.obj.ArtBox] for page in file.pages]

    margin, width, height = 56.693, 419.528, 595.276
    assert boxes == [pytest.approx([margin, margin, width - margin, height - margin], abs=0.01)] * (
        len(boxes)
    )


def test_every_mark_is_held_once(report: bytes) -> None:
    """Each piece of content is held by the one element that its page says holds it."""
    with pikepdf.open(BytesIO(report)) as file:
        numbers: Any = file.Root.StructTreeRoot.ParentTree.Nums
        for number, page in enumerate(marked.pages(report)):
            parents = numbers[2 * number + 1]
            held = [mark for mark in page.marks if holds(parents[mark], mark, file.pages[number])]
            assert list(page.marks) == held


def holds(element: Any, mark: int, page: pikepdf.Page) -> bool:
    """Say whether an element's kids name a mark of a page once."""
    marks = [
        int(kid) if isinstance(kid, int) else int(kid.get("/MCID", -1))
        for kid in element.K
        if (element if isinstance(kid, int) else kid).get("/Pg") == page.obj
    ]
    return marks.count(mark) == 1


def test_text_outside_paragraphs_becomes_paragraphs() -> None:
    """A div leaves no trace, and text straight in it or in a section is a paragraph."""
    pdf = printed(
        "<section>One <b>two</b> <i>three</i><div>Four<p>Five</p>Six</div></section><main>Seven"
    )

    assert [text for _, text in tagged.outline(pdf)] == [
        "One two three",
        "Four",
        "Five",
        "Six",
        "Seven",
    ]
    assert body(pdf) == [["Sect", "P", "P", "P", "P"], "P"]


def test_words_that_need_more() -> None:
    """Abbreviations carry their long form, other languages their name."""
    pdf = printed("<p><abbr title='Most similar group'>MSG</abbr> <span lang=cy>Cymru</span>")
    long, welsh = tagged.read(pdf).all("Span")

    assert tagged.outline(pdf) == [("P", "MSG Cymru")]
    assert (long.entries["E"], welsh.entries["Lang"]) == ("Most similar group", "cy")


def test_a_footnote_is_read_where_it_is_called() -> None:
    """A footnote is a Note after its call, not words at the foot of the page."""
    pdf = printed("<p>Word<span class=n>A note</span> on</p>", ".n { float: footnote }")

    assert body(pdf) == [["P", "Reference", ["Note", "Lbl"]]]
    assert ("Note", "A note") in tagged.outline(pdf)


@pytest.mark.parametrize(
    "text",
    [
        "−6.2 %",
        "10,195",
        "Burglary – Residential",
        "Anti-social behaviour and and/or 2010–11",
        "▲ 12/15 ↔",
        "km2 and CO2 emissions",
        "“Quotes” and ‘more’ [c] £1.5m é ŵ",
    ],
)
@pytest.mark.parametrize("width", ["20cm", "1.6cm"])
def test_cells_are_read_exactly(text: str, width: str) -> None:
    """The text of a cell is read as written, also when it is broken into lines."""
    html = text.replace("km2", "km<sup>2</sup>").replace("CO2", "CO<sub>2</sub>")
    pdf = printed(f"<table><tr><td style='width: {width}'>{html}</table>")

    assert [[text]] == tagged.tables(pdf)[0].rows


def test_a_hyphenated_word_is_read_whole() -> None:
    """A hyphen that only divides a word at the end of a line is not read."""
    pdf = printed("<p>internationalisation", "p { width: 2cm; hyphens: auto }")

    assert tagged.outline(pdf) == [("P", "internationalisation")]


def test_content_that_cannot_be_tagged_is_refused() -> None:
    """Content drawn in a transparent group has no place in the tree: the page is named."""
    with pytest.raises(ValueError, match="page 1: content under opacity"):
        printed("<p>Seen<p style='opacity: 0.5'>Half seen")


def test_a_file_without_tags_is_refused() -> None:
    """Reading a file without tags says so."""
    with pytest.raises(ValueError, match="has no tags"):
        tagged.tables(weasyprint.HTML(string="<p>x").write_pdf() or b"")


def test_verapdf_finds_nothing(report: bytes, folder: Path) -> None:
    """The reference validator finds no broken rule of PDF/UA-1."""
    verapdf.needed()
    path = folder / "report.pdf"
    path.write_bytes(report)

    assert {path: []} == verapdf.failures([path])


def test_verapdf_finds_what_is_wrong(folder: Path) -> None:
    """The validator is awake: it names the rules an untagged file breaks."""
    verapdf.needed()
    path = folder / "untagged.pdf"
    weasyprint.HTML(string="<p>x").write_pdf(path)

    assert any(rule.startswith("7.1-11 ") for rule in verapdf.failures([path])[path])


def test_the_same_bytes_in_every_process(report: bytes, folder: Path) -> None:
    """Another process with another hash seed, in another folder, prints the same bytes."""
    script = (
        "import hashlib, pathlib; from tests.document.test_structure import REPORT, printed;"
        f"pdf = printed(REPORT, folder=pathlib.Path({str(folder)!r}));"
        "print(hashlib.sha256(pdf).hexdigest())"
    )
    environment = os.environ | {"PYTHONHASHSEED": "1"}
    run = subprocess.run(
        [sys.executable, "-c", script], env=environment, cwd=folder, capture_output=True, check=True
    )

    assert run.stdout.decode().strip() == hashlib.sha256(report).hexdigest()
