"""A finished PDF to its texts, each with the pages that it stands on.

What a reader sees is read from the file's own content: text with its place in the structure tree in
reading order, the words that stand for a drawing and those drawn in it, and what stands on each
page beside the content (running heads, page numbers, the heads of a table that goes on).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from report.document import marked, tagged
from report.document.marked import Piece
from report.document.tagged import INLINE, Element

Role = Literal["text", "heading", "caption", "cell", "label", "contents", "alt", "drawn", "aside"]

ROLES: dict[str, Role] = {
    **dict.fromkeys(("H1", "H2", "H3", "H4", "H5", "H6"), "heading"),
    **dict.fromkeys(("TH", "TD"), "cell"),
    **{"Caption": "caption", "Lbl": "label", "TOCI": "contents"},
}


@dataclass(frozen=True)
class PaperText:
    """A text of a finished PDF.

    role: what it is: "label" is the number or the sign of a list's item, "drawn" a text in a
    drawing, "alt" the words that stand for one, "aside" what a page holds beside its content.
    turns: where in the text each page begins: offset and number of the page, from 1.
    """

    role: Role
    text: str
    turns: tuple[tuple[int, int], ...]

    def page(self, at: int) -> int:
        """Give the page that a letter stands on."""
        return [page for offset, page in self.turns if offset <= at][-1]


@dataclass(frozen=True)
class Paper:
    """A finished PDF: its file, as the user knows it, the number of pages, and its texts."""

    file: str
    pages: int
    passages: tuple[PaperText, ...]


@lru_cache(maxsize=2)  # a build asks for the rules, and for the ledger
def read(pdf: bytes, name: str) -> Paper:
    """Read every text of a PDF; of each page at last what stands beside the content.

    Raises ValueError where the file has no tags.
    """
    inside = tuple(_passages(tagged.read(pdf)))
    pages = marked.pages(pdf)
    asides = [" ".join(" ".join(page.artifacts).split()) for page in pages]
    beside = (PaperText("aside", text, ((0, at),)) for at, text in enumerate(asides, 1) if text)
    return Paper(name, len(pages), (*inside, *beside))


def _passages(element: Element) -> Iterator[PaperText]:
    """Give the texts of an element, its own first, then those of the elements in it."""
    own = tuple(kid for kid in element.kids if isinstance(kid, Piece) or kid.tag in INLINE)
    pieces = list(_pieces(own))
    if "Alt" in element.entries:
        turns = ((0, pieces[0].page + 1 if pieces else 1),)
        yield PaperText("alt", " ".join(element.entries["Alt"].split()), turns)
        yield from (PaperText("drawn", text, turns) for piece in pieces for text in piece.drawn)
    elif text := tagged.joined(pieces):
        yield PaperText(ROLES.get(element.tag, "text"), text, tuple(_turns(pieces)))
    for kid in element.elements():
        if kid.tag not in INLINE:
            yield from _passages(kid)


def _pieces(kids: tuple[Element | Piece, ...]) -> Iterator[Piece]:
    for kid in kids:
        if isinstance(kid, Piece):
            yield kid
        else:
            yield from _pieces(kid.kids)


def _turns(pieces: list[Piece]) -> Iterator[tuple[int, int]]:
    """Find where in the joined text the page changes."""
    last = -1
    for at, piece in enumerate(pieces):
        if piece.page != last:
            last = piece.page
            yield len(tagged.joined(pieces[:at])), last + 1
