"""Lay out a document so that exhibits kept whole leave no page half empty.

An exhibit that does not fit on a page goes to the next one, whole. The text that follows it in its
section then fills the page before, as a printer lets a figure float: paragraphs and lists move up,
in their order, as many as fit. Where there is no such text, a table of some length is parted
between its rows instead. The pages are laid out again after each of these, until nothing moves.

This is no check: `flow` reads what came of it. Lengths are CSS pixels.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise, takewhile
from typing import Any

# Pages this full are let be: below the first share text moves up, below the second tables part.
ENOUGH, HALF = 0.8, 0.6

# Rows that a table needs to be parted, and those that stay together at either end of it.
ROWS, END = 8, 3

# More layouts than any chapter has pages; only a fault of ours takes so many.
PASSES = 60

TEXT = ("p", "ul", "ol")
HEADINGS = ("h2", "h3", "h4", "h5", "h6")


@dataclass(frozen=True)
class _Part:
    """What one element of a chapter has on one page."""

    element: Any
    page: int
    top: float
    bottom: float
    high: float


@dataclass(frozen=True)
class _Page:
    """A page of a chapter: the height for content, its foot, and what stands on it."""

    top: float
    foot: float
    parts: tuple[_Part, ...]

    @property
    def room(self) -> float:
        return self.foot - max(part.bottom for part in self.parts)

    @property
    def full(self) -> float:
        return 1 - self.room / (self.foot - self.top)


def settle(page: Any) -> Any:
    """Lay out WeasyPrint's HTML, and give its document; the tree is changed in place."""
    document = page.render()
    for _ in range(PASSES):
        mended = [_mend(*chapter) for chapter in _chapters(document)]
        if not any(mended):
            return document
        document = page.render()
    raise RuntimeError("the pages do not settle")


def _chapters(document: Any) -> Iterator[tuple[Any, list[_Page]]]:
    """Yield each chapter's element and its pages."""
    found: dict[Any, list[_Page]] = {}
    for number, page in enumerate(document.pages):
        box = page._page_box
        top = box.content_box_y()
        for section in _sections(box):
            parts = tuple(_part(kid, number) for kid in section.children if kid.element is not None)
            if parts:
                found.setdefault(section.element, []).append(_Page(top, top + box.height, parts))
    yield from found.items()


def _sections(box: Any) -> Iterator[Any]:
    for kid in getattr(box, "children", ()):
        if kid.element_tag == "section" and "chapter" in kid.element.get("class", ""):
            yield kid
        elif kid.element_tag in ("html", "body"):
            yield from _sections(kid)


def _part(box: Any, page: int) -> _Part:
    top, high = box.border_box_y(), box.border_height()
    return _Part(box.element, page, top, top + high, box.margin_height())


def _mend(section: Any, pages: list[_Page]) -> bool:
    """Fill the first page of a chapter that can be filled; say whether there was one."""
    for before, after in pairwise(pages):
        ahead = [*takewhile(lambda part: part.element.tag in HEADINGS, after.parts)]
        exhibit = next(iter(after.parts[len(ahead) :]), None)
        if not exhibit or not _begins(exhibit, before) or not _is_exhibit(exhibit.element):
            continue
        room = before.room - sum(part.high for part in ahead)
        if before.full < ENOUGH and _move_up(section, exhibit.element, _heights(pages), room):
            return True
        if before.full < HALF and _let_part(exhibit.element):
            return True
    return False


def _begins(part: _Part, before: _Page) -> bool:
    return all(part.element is not one.element for one in before.parts)


def _is_exhibit(element: Any) -> bool:
    return "exhibit" in element.get("class", "").split()


def _heights(pages: list[_Page]) -> dict[Any, float]:
    """Give the height of each element, margins included, over all its pages."""
    heights: dict[Any, float] = {}
    for page in pages:
        for part in page.parts:
            heights[part.element] = heights.get(part.element, 0) + part.high
    return heights


def _move_up(section: Any, exhibit: Any, heights: dict[Any, float], room: float) -> bool:
    """Move the text after an exhibit before it, as much as there is room for."""
    kids = list(section)
    at = kids.index(exhibit)
    if at and _announces(kids[at - 1]):
        return False
    fitting = []
    for kid in takewhile(lambda kid: kid.tag in TEXT, kids[at + 1 :]):
        room -= heights.get(kid, 0)
        if room < 0:
            break
        fitting.append(kid)
    while fitting and _announces(fitting[-1]):
        fitting.pop()
    section[:] = [*kids[:at], *fitting, exhibit, *kids[at + 1 + len(fitting) :]]
    return bool(fitting)


def _announces(element: Any) -> bool:
    """Say whether a paragraph introduces what stands after it, and may not be parted from it."""
    text = "".join(element.itertext()).rstrip()
    return element.get("class") == "run-in" or text.endswith(":")


def _let_part(exhibit: Any) -> bool:
    """Let a table be parted between its rows, if it has enough and has not been let before."""
    table = exhibit.find("table")
    rows = [] if table is None else table.findall("tbody/tr")
    if len(rows) < ROWS or "parted" in exhibit.get("class"):
        return False
    exhibit.set("class", f"{exhibit.get('class')} parted")
    return True
