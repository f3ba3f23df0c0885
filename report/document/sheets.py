"""Read a finished PDF as a compositor does: what stands on which page, and where.

Everything is read from the file itself: the tags say what a piece of text is, the pages where it
was drawn, and each page's ArtBox how far content may go. Lengths are CSS pixels from a page's top
left corner.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from io import BytesIO
from itertools import count
from math import inf
from typing import Any, NamedTuple

import pikepdf

from report.document import tagged
from report.document.marked import Piece
from report.document.roles import POINTS
from report.document.tagged import INLINE, Element

# How far letters reach above and below their line, in font sizes: enough for any Latin typeface.
ASCENT, DESCENT = 0.8, 0.25

ROLES = {f"H{level}": "heading" for level in range(1, 7)}
ROLES |= {"Caption": "caption", "TR": "row", "Figure": "figure", "TOCI": "entry"}


class Box(NamedTuple):
    """A rectangle on a page."""

    left: float
    top: float
    right: float
    bottom: float


class Spot(NamedTuple):
    """What one element has on one page.

    Attributes:
        element, exhibit, chapter: numbers, in reading order; -1 for what stands in no exhibit.
        role: "heading", "caption", "head" (a table's header row), "row", "figure", "entry", "text".
        text: of the whole element, however many pages it runs over.
        page: index of the page. cut: whether a box around it hides a part of it.
    """

    element: int
    exhibit: int
    chapter: int
    role: str
    text: str
    page: int
    box: Box
    cut: bool


class Sheet(NamedTuple):
    """A page: the box that content may fill, and what stands on it in reading order."""

    box: Box
    spots: tuple[Spot, ...]
    turned: bool

    @property
    def full(self) -> float:
        """The share of the page's height down to the lowest thing on it, from 0 to 1."""
        low = max((spot.box.bottom for spot in self.spots), default=self.box.top)
        return (low - self.box.top) / (self.box.bottom - self.box.top)

    def over(self, spot: Spot) -> float:
        """How far something reaches out of the box, at most."""
        inside, box = self.box, spot.box
        left, top = inside.left - box.left, inside.top - box.top
        return max(left, top, box.right - inside.right, box.bottom - inside.bottom)

    @property
    def room(self) -> float:
        """The height that is left."""
        return (1 - self.full) * (self.box.bottom - self.box.top)


def read(pdf: bytes) -> tuple[Sheet, ...]:
    """Read every page. Raises ValueError where the file has no tags."""
    with pikepdf.open(BytesIO(pdf)) as file:
        heights = [float(page.mediabox[3]) for page in file.pages]
        art: list[Any] = [page.obj.get("/ArtBox", page.mediabox) for page in file.pages]
        boxes = [_box(corners, high) for corners, high in zip(art, heights, strict=True)]
        turned = [float(page.mediabox[2]) > float(page.mediabox[3]) for page in file.pages]
    walk = _Walk(heights)
    for chapter, element in enumerate(tagged.read(pdf).elements()):
        walk.read(element, chapter)
    return tuple(
        Sheet(box, tuple(s for s in walk.spots if s.page == page), turned[page])
        for page, box in enumerate(boxes)
    )


def _box(corners: Any, high: float) -> Box:
    """Turn a rectangle in points from the lower left corner into pixels from the upper left."""
    left, bottom, right, top = (float(corner) for corner in corners)
    return Box(left / POINTS, (high - top) / POINTS, right / POINTS, (high - bottom) / POINTS)


@dataclass
class _Walk:
    """Collects the spots of all pages. heights: of each page, in points."""

    heights: list[float]
    spots: list[Spot] = field(default_factory=list)
    elements: Iterator[int] = field(default_factory=count)
    exhibits: Iterator[int] = field(default_factory=count)

    def read(self, element: Element, chapter: int, exhibit: int = -1, role: str = "text") -> None:
        if element.tag == "Table" or _is_figure(element):
            exhibit = next(self.exhibits)
        mine = "head" if role == "head" and element.tag == "TR" else ROLES.get(element.tag, "text")
        whole = mine in ("caption", "row", "head")
        pieces = tuple(_pieces(element, whole=whole))
        text = _text(element, whole=whole)
        number = next(self.elements)
        for page in dict.fromkeys(piece.page for piece in pieces):
            here = [p for p in pieces if p.page == page]
            box, cut = self._place(element, here, page), any(p.cut for p in here)
            if box and (whole or any(letter.isalnum() for letter in text)):
                self.spots.append(Spot(number, exhibit, chapter, mine, text, page, box, cut))
        below = "head" if element.tag == "THead" else role
        for kid in element.elements():
            if not whole and kid.tag not in INLINE:
                self.read(kid, chapter, exhibit, below)

    def _place(self, element: Element, pieces: list[Piece], page: int) -> Box | None:
        if "BBox" in element.entries:
            return _box(element.entries["BBox"], self.heights[page])
        drawn = [(p, p.height) for p in pieces if p.height is not None and p.left < inf]
        if not drawn:
            return None
        return Box(
            min(p.left for p, _ in drawn),
            min(height - ASCENT * p.size for p, height in drawn),
            max(p.right for p, _ in drawn),
            max(height + DESCENT * p.size for p, height in drawn),
        )


def _is_figure(element: Element) -> bool:
    tags = {kid.tag for kid in element.elements()}
    return element.tag == "Div" and {"Figure", "Caption"} <= tags


def _own(element: Element) -> tuple[Element | Piece, ...]:
    return tuple(k for k in element.kids if isinstance(k, Piece) or k.tag in INLINE)


def _text(element: Element, *, whole: bool) -> str:
    if not whole:
        return Element(element.tag, _own(element), element.entries).text
    return " ".join(cell.text for cell in element.elements()) or element.text


def _pieces(element: Element, *, whole: bool) -> Iterator[Piece]:
    for kid in element.kids if whole else _own(element):
        if isinstance(kid, Piece):
            yield kid
        else:
            yield from _pieces(kid, whole=True)
