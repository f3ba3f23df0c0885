"""Read a tagged PDF as a screen reader does: its elements in reading order, with their text.

For checking what was printed, by the build itself and by the tests. White space of any kind and
length comes back as one plain space.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from io import BytesIO
from typing import Any, NamedTuple

import pikepdf

from report.document import marked
from report.document.marked import Piece

# Elements that stand within a line of their parent's text.
INLINE = frozenset(("Span", "Link", "Reference"))

# A line that ends so, after a word, was broken without a space.
BROKEN_WORD = re.compile(r"\S[-/–—\N{HYPHEN}\N{NON-BREAKING HYPHEN}]$")

# Text moved by less than this share of its font size is a super- or subscript on the same line.
SAME_LINE = 0.6


@dataclass(frozen=True)
class Element:
    """One structure element.

    Attributes:
        tag: structure type, such as `P`.
        kids: elements and pieces of text, in reading order.
        entries: its `Alt`, `ID`, `Lang`, `E` and attributes such as `Scope`, `Headers`, `ColSpan`.
    """

    tag: str
    kids: "tuple[Element | Piece, ...]"
    entries: dict[str, Any] = field(default_factory=dict)

    @property
    def text(self) -> str:
        """All text below, lines joined; of an image, the words that stand for it."""
        return joined(self._pieces())

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
        if "Alt" in self.entries:
            yield Piece(self.entries["Alt"], 0, None, 1)
            return
        for kid in self.kids:
            yield from kid._pieces() if isinstance(kid, Element) else (kid,)


class Table(NamedTuple):
    """A Table element: its caption, and the text of each cell as it stands, spans not repeated."""

    caption: str
    rows: list[list[str]]


@lru_cache(maxsize=2)  # whoever asks for the tables often asks for the outline next
def read(pdf: bytes) -> Element:
    """Return the topmost element. Raises ValueError where the file has no tags."""
    with pikepdf.open(BytesIO(pdf)) as file:
        if "/StructTreeRoot" not in file.Root:
            raise ValueError("the PDF has no tags")
        top: Any = file.Root.StructTreeRoot.K
        return _Tree(file, pdf).element(top[0] if isinstance(top, pikepdf.Array) else top, 0)


def tables(pdf: bytes) -> list[Table]:
    """Return every table in reading order."""
    return [_table(element) for element in read(pdf).all("Table")]


def outline(pdf: bytes) -> list[tuple[str, str]]:
    """Return type and text of each element with text of its own or with `Alt`, in reading order."""
    return list(_outline(read(pdf)))


def artifacts(pdf: bytes) -> list[str]:
    """Return the text that is no content, such as running headers, piece by piece."""
    pieces = [text for page in marked.pages(pdf) for text in page.artifacts]
    return [" ".join(piece.split()) for piece in pieces]


def _table(element: Element) -> Table:
    caption = " ".join(kid.text for kid in element.elements() if kid.tag == "Caption")
    return Table(caption, [[cell.text for cell in row.elements()] for row in element.all("TR")])


def _outline(element: Element) -> Iterator[tuple[str, str]]:
    own = (kid for kid in element.kids if isinstance(kid, Piece) or kid.tag in INLINE)
    if text := Element(element.tag, tuple(own), element.entries).text:
        yield element.tag, text
    for kid in element.elements():
        if kid.tag not in INLINE:
            yield from _outline(kid)


def joined(pieces: Iterable[Piece]) -> str:
    """Give the text of some pieces, their lines joined, with single spaces."""
    text, last = "", None
    for piece in pieces:
        if last and _is_new_line(last, piece):
            text = _end_line(text)
        text += piece.text
        last = last if piece.height is None else piece
    return " ".join(text.split())


def _is_new_line(last: Piece, piece: Piece) -> bool:
    if piece.height is None or last.height is None:
        return False
    moved = abs(piece.height - last.height) > SAME_LINE * max(piece.size, last.size)
    return moved or piece.page != last.page


def _end_line(text: str) -> str:
    if text.endswith("\N{SOFT HYPHEN}"):
        return text[:-1]
    return text if BROKEN_WORD.search(text) else f"{text} "


class _Tree:
    """Turns pikepdf's dictionaries into elements, each number of a mark into its text."""

    def __init__(self, file: pikepdf.Pdf, pdf: bytes) -> None:
        self.numbers = {page.obj.objgen: number for number, page in enumerate(file.pages)}
        self.marks = [page.marks for page in marked.pages(pdf)]

    def element(self, item: Any, page: int) -> Element:
        """Return one element; `page` is the page of its content unless it names another."""
        page = self._page(item, page)
        held = item.get("/K", [])
        kids = [self._kid(kid, page) for kid in (held if _is_array(held) else [held])]
        return Element(str(item.S)[1:], tuple(kid for kid in kids if kid), _entries(item))

    def _kid(self, kid: Any, page: int) -> Element | Piece | None:
        if not isinstance(kid, pikepdf.Object):
            return self.marks[page].get(int(kid))
        if "/MCID" in kid:
            return self.marks[self._page(kid, page)].get(int(kid.MCID))
        return self.element(kid, page) if "/S" in kid else None

    def _page(self, item: Any, page: int) -> int:
        return self.numbers[item.Pg.objgen] if "/Pg" in item else page


def _is_array(held: object) -> bool:
    return isinstance(held, (list, pikepdf.Array))


def _entries(item: Any) -> dict[str, Any]:
    named = {key: str(item[f"/{key}"]) for key in ("Alt", "ID", "Lang", "E") if f"/{key}" in item}
    attributes = item.get("/A", {}).items()
    return named | {key[1:]: _plain(value) for key, value in attributes}


def _plain(value: Any) -> str | list[str]:
    return [str(part) for part in value] if isinstance(value, pikepdf.Array) else str(value)
