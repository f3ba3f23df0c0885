"""What stands on the pages of WeasyPrint's layout, and how high, before anything is printed.

Lengths are CSS pixels. What was printed is read by `sheets`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Part:
    """What one element of a chapter has on one page: its box, and its height with its margins."""

    element: Any
    box: Any
    bottom: float
    high: float


@dataclass(frozen=True)
class Page:
    """A page of a chapter: the height for content, its foot, and what stands on it."""

    top: float
    foot: float
    parts: tuple[Part, ...]

    @property
    def room(self) -> float:
        """The height that is left."""
        return self.foot - max(part.bottom for part in self.parts)

    @property
    def full(self) -> float:
        """The share of the height that is taken, from 0 to 1."""
        return 1 - self.room / (self.foot - self.top)


def chapters(document: Any) -> Iterator[tuple[Any, list[Page]]]:
    """Yield each chapter's element and its pages; one with contents needs the others, so not it."""
    found: dict[Any, list[Page]] = {}
    for page in document.pages:
        box = page._page_box
        top = box.content_box_y()
        for section in _sections(box):
            parts = tuple(_part(kid) for kid in section.children if kid.element is not None)
            if parts:
                found.setdefault(section.element, []).append(Page(top, top + box.height, parts))
    yield from ((section, own) for section, own in found.items() if section.find(".//nav") is None)


def _sections(box: Any) -> Iterator[Any]:
    for kid in getattr(box, "children", ()):
        if kid.element_tag == "section" and "chapter" in kid.element.get("class", ""):
            yield kid
        elif kid.element_tag in ("html", "body"):
            yield from _sections(kid)


def _part(box: Any) -> Part:
    bottom = box.border_box_y() + box.border_height()
    return Part(box.element, box, bottom, box.margin_height())


def heights(pages: list[Page]) -> dict[Any, float]:
    """Give the height of each element, margins included, over all its pages."""
    heights: dict[Any, float] = {}
    for page in pages:
        for part in page.parts:
            heights[part.element] = heights.get(part.element, 0) + part.high
    return heights


def rows(box: Any) -> Iterator[Any]:
    """Yield the rows of a table's body."""
    for kid in getattr(box, "children", ()):
        if kid.element_tag == "tr":
            yield kid
        elif kid.element_tag != "thead":
            yield from rows(kid)
