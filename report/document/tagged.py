"""Read a tagged PDF as a screen reader does: its elements in reading order, with the text marked as theirs.

For checking what was printed, by the build itself and by the tests. Reads text by the fonts' ToUnicode tables, so it sees
what assistive technology sees; runs of white space of any kind come back as one plain space.
"""

import re
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any, NamedTuple

import pikepdf

# Elements that stand within a line of their parent's text.
INLINE = frozenset(("Span", "Link", "Reference", "Quote", "Code"))

# The operators that show text, or say where it belongs.
OPERATORS = "BDC BMC EMC Tf Tj TJ Tm"

# A line ending so, after a word, was broken without a space.
BROKEN_WORD = re.compile(r"\S[-/\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{EN DASH}\N{EM DASH}]$")

# Bytes of a glyph's code -> how `struct` calls such a number.
CODES = {1: "B", 2: "H"}

# Text moved up or down by less than this share of its font size is a super- or subscript of the same line.
SAME_LINE = 0.6


class Piece(NamedTuple):
    """Text of one line, with its page, its height on the page and its font size, both in the page's own units."""

    text: str
    page: int
    height: float | None
    size: float


@dataclass(frozen=True)
class Element:
    """One structure element.

    Attributes:
        tag: structure type, such as `P`.
        kids: elements and pieces of text, in reading order.
        entries: its dictionary's `Alt`, `ID`, `Lang`, `E` and its attributes (`Scope`, `Headers`, `ColSpan`...).
    """

    tag: str
    kids: "tuple[Element | Piece, ...]"
    entries: dict[str, Any] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """All text below, lines joined; of an image, the text that stands for it."""
        if "Alt" in self.entries:
            return str(self.entries["Alt"])
        return _join(self._pieces())

    def elements(self) -> "list[Element]":
        """Return the children that are elements."""
        return [kid for kid in self.kids if isinstance(kid, Element)]

    def all(self, *tags: str) -> "Iterator[Element]":
        """Yield the elements of these types at any depth, in reading order."""
        for kid in self.elements():
            if kid.tag in tags:
                yield kid
            yield from kid.all(*tags)

    def _pieces(self) -> Iterator[Piece]:
        for kid in self.kids:
            if isinstance(kid, Element):
                yield from kid._pieces()
            else:
                yield kid


class Table(NamedTuple):
    """A Table element: its caption, and the text of each cell as it stands, spans not repeated."""

    caption: str
    rows: list[list[str]]


def read(pdf: bytes) -> Element:
    """Return the topmost element. Raises ValueError where the file has no tags."""
    with pikepdf.open(BytesIO(pdf)) as file:
        if "/StructTreeRoot" not in file.Root:
            raise ValueError("the PDF has no tags")
        pages = {page.obj.objgen: number for number, page in enumerate(file.pages)}
        marks = [marks for marks, _ in _contents(file)]
        top = file.Root.StructTreeRoot.K
        return _element(top[0] if isinstance(top, pikepdf.Array) else top, pages, marks)


def tables(pdf: bytes) -> list[Table]:
    """Return every table in reading order."""
    return [_table(element) for element in read(pdf).all("Table")]


def outline(pdf: bytes) -> list[tuple[str, str]]:
    """Return the type and text of every element with text of its own, in reading order; of an image, its description."""
    return list(_outline(read(pdf)))


def artifacts(pdf: bytes) -> list[str]:
    """Return the text that is no content, such as running headers, piece by piece."""
    with pikepdf.open(BytesIO(pdf)) as file:
        return [text for _, texts in _contents(file) for text in texts]


def _table(element: Element) -> Table:
    caption = " ".join(kid.text for kid in element.elements() if kid.tag == "Caption")
    return Table(caption, [[cell.text for cell in row.elements()] for row in element.all("TR")])


def _outline(element: Element) -> Iterator[tuple[str, str]]:
    if own := _own_text(element):
        yield element.tag, own
    for kid in element.elements():
        if kid.tag not in INLINE:
            yield from _outline(kid)


def _own_text(element: Element) -> str:
    if "Alt" in element.entries:
        return element.text
    inline = (kid for kid in element.kids if isinstance(kid, Piece) or kid.tag in INLINE)
    return Element(element.tag, tuple(inline)).text


def _join(pieces: Iterator[Piece]) -> str:
    text, last = "", None
    for piece in pieces:
        if last and _is_new_line(last, piece):
            text = text.removesuffix("\u00ad") if text.endswith("\u00ad") else text + _gap(text)
        text += piece.text
        last = piece if piece.height is not None else last
    return " ".join(text.split())


def _is_new_line(last: Piece, piece: Piece) -> bool:
    if piece.height is None or last.height is None:
        return False
    moved = abs(piece.height - last.height) > SAME_LINE * max(piece.size, last.size)
    return moved or piece.page != last.page


def _gap(text: str) -> str:
    return "" if BROKEN_WORD.search(text) else " "


def _element(item: Any, pages: dict[Any, int], marks: list[dict[int, Piece]], page: int = 0) -> Element:
    page = pages[item.Pg.objgen] if "/Pg" in item else page
    kids = item.get("/K", ())
    listed = kids if isinstance(kids, pikepdf.Array) else (kids,)
    read = [_kid(kid, pages, marks, page) for kid in listed]
    return Element(str(item.S)[1:], tuple(kid for kid in read if kid), _entries(item))


def _kid(kid: Any, pages: dict[Any, int], marks: list[dict[int, Piece]], page: int) -> Element | Piece | None:
    if not isinstance(kid, pikepdf.Object):
        return marks[page].get(int(kid))
    if "/S" in kid:
        return _element(kid, pages, marks, page)
    if "/MCID" in kid:
        return marks[pages[kid.Pg.objgen] if "/Pg" in kid else page].get(int(kid.MCID))
    return None


def _entries(item: Any) -> dict[str, Any]:
    entries = {key: str(item[f"/{key}"]) for key in ("Alt", "ID", "Lang", "E") if f"/{key}" in item}
    for key, value in item.get("/A", {}).items():
        entries[key[1:]] = [str(part) for part in value] if isinstance(value, pikepdf.Array) else str(value)
    return entries


def _contents(file: pikepdf.Pdf) -> Iterator[tuple[dict[int, Piece], list[str]]]:
    """Yield the marked texts of each page by their number, and the texts of its artifacts."""
    fonts: dict[Any, dict[int, str]] = {}
    for number, page in enumerate(file.pages):
        reader = _PageReader(number, page.get("/Resources", {}).get("/Font", {}), fonts)
        for operands, operator in pikepdf.parse_content_stream(page, OPERATORS):
            reader.take(str(operator), operands)
        yield reader.marks, reader.artifacts


class _PageReader:
    """Follows one page's content."""

    def __init__(self, page: int, resources: Any, fonts: dict[Any, dict[int, str]]) -> None:
        self.page, self.resources, self.fonts = page, resources, fonts
        self.marks: dict[int, Piece] = {}
        self.artifacts: list[str] = []
        self.open: list[Any] = []
        self.font: dict[int, str] = {}
        self.width = 2
        self._restart()

    def _restart(self) -> None:
        self.text, self.height, self.size = "", None, 1.0

    def take(self, operator: str, operands: Any) -> None:
        TAKERS[operator](self, operands)

    def begin(self, operands: Any) -> None:
        self.open.append(operands)
        if len(self.open) == 1:
            self._restart()

    def end(self, operands: Any) -> None:
        begun = self.open.pop()
        if self.open:
            return
        properties = begun[1] if len(begun) > 1 else {}
        if "/MCID" in properties:
            text = str(properties.get("/ActualText", self.text))
            self.marks[int(properties["/MCID"])] = Piece(text, self.page, self.height, self.size)
        elif self.text:
            self.artifacts.append(self.text)

    def set_font(self, operands: Any) -> None:
        font = self.resources[str(operands[0])]
        if font.objgen not in self.fonts:
            self.fonts[font.objgen] = _to_unicode(font)
        self.font = self.fonts[font.objgen]
        self.width = 1 if font.Subtype == "/Type3" else 2
        self.size = float(operands[1])

    def move(self, operands: Any) -> None:
        self.height = float(operands[5])

    def show(self, operands: Any) -> None:
        parts = operands[0] if isinstance(operands[0], pikepdf.Array) else operands
        codes = b"".join([bytes(part) for part in parts if isinstance(part, pikepdf.String)])
        glyphs = struct.unpack(f">{len(codes) // self.width}{CODES[self.width]}", codes)
        self.text += "".join([self.font.get(glyph, "\ufffd") for glyph in glyphs])


TAKERS = {
    **{"BDC": _PageReader.begin, "BMC": _PageReader.begin, "EMC": _PageReader.end},
    **{"Tf": _PageReader.set_font, "Tm": _PageReader.move, "TJ": _PageReader.show, "Tj": _PageReader.show},
}


def _to_unicode(font: Any) -> dict[int, str]:
    """Return a font's text by glyph code (ISO 32000-1, 9.10.3); WeasyPrint writes single codes, no ranges."""
    if "/ToUnicode" not in font:
        return {}
    table = font.ToUnicode.read_bytes().decode("latin-1")
    listed = "".join(re.findall(r"beginbfchar(.*?)endbfchar", table, re.DOTALL))
    pairs = re.findall(r"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]*)>", listed)
    return {int(code, 16): bytes.fromhex(text).decode("utf-16-be") for code, text in pairs}
