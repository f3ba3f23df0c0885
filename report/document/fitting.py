"""Lay out a document so that exhibits kept whole leave no page half empty.

An exhibit that does not fit on a page goes to the next one, whole. The text that follows it in its
section then fills the page before, as a printer lets a figure float: paragraphs and lists move up,
in their order, as many as fit. Where there is no such text, a table of some length is parted
between its rows instead, and a long one always is. The pages are laid out again after each of
these, until nothing moves. Chapters begin pages, so each is laid out alone while it moves.

This is no check: `flow` reads what came of it. Lengths are CSS pixels.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice, pairwise, takewhile
from typing import Any

from report.document import measured
from report.document.measured import Page, Part

# Pages this full are let be: below the first share text moves up, below the second tables part.
ENOUGH, HALF = 0.8, 0.6

# Rows that a table needs to be parted, and those with which it is however full the page before.
ROWS, LONG = 8, 15

# Rows that stay together at either end of a table; the style sheet sees to those at the foot.
END = 3

# More layouts than any chapter has pages; only a fault of ours takes so many.
PASSES = 60

TEXT = ("p", "ul", "ol")
HEADINGS = ("h2", "h3", "h4", "h5", "h6")


def settle(page: Any) -> Any:
    """Lay out WeasyPrint's HTML, and give its document; the tree is changed in place."""
    document = page.render()
    moved = [section for section, pages in measured.chapters(document) if _mend(section, pages)]
    for section in moved:
        with _alone(page, section):
            _settle(page)
    return page.render() if moved else document


def _settle(page: Any) -> None:
    for _ in range(PASSES):
        if not any([_mend(*chapter) for chapter in measured.chapters(page.render())]):  # noqa: C419  each
            return
    raise RuntimeError("the pages do not settle")


@contextmanager
def _alone(page: Any, section: Any) -> Iterator[None]:
    """Take all other chapters away for a while."""
    body = page.etree_element.find("body")
    every = list(body)
    body[:] = [kid for kid in every if kid is section or kid.tag != section.tag]
    try:
        yield
    finally:
        body[:] = every


def _mend(section: Any, pages: list[Page]) -> bool:
    """Fill the first page of a chapter that can be filled; say whether there was one."""
    for before, after in pairwise(pages):
        ahead = [*takewhile(lambda part: part.element.tag in HEADINGS, after.parts)]
        exhibit = next(iter(after.parts[len(ahead) :]), None)
        if not exhibit or _is_meant(before) or not _begins(exhibit, before):
            continue
        room = before.room - sum(part.high for part in ahead)
        if _let_part(exhibit, room, LONG):
            return True
        if before.full < ENOUGH and _move_up(
            section, exhibit.element, measured.heights(pages), room
        ):
            return True
        if before.full < HALF and _let_part(exhibit, room, ROWS):
            return True
    return False


def _is_meant(before: Page) -> bool:
    """Say whether a page ends where it does because the author or the style has it so."""
    return before.parts[-1].box.style["break_after"] not in ("auto", "avoid")


def _begins(part: Part, before: Page) -> bool:
    """Say whether a part is an exhibit that was not begun on the page before."""
    new = all(part.element is not one.element for one in before.parts)
    return new and "exhibit" in part.element.get("class", "").split()


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


def _let_part(exhibit: Part, room: float, least: int) -> bool:
    """Let a table be parted between its rows, if it has enough and the first of them fit."""
    classes = exhibit.element.get("class").split()
    number = len(exhibit.element.findall("table/tbody/tr"))
    if number < least or {"parted", "wide"}.intersection(classes):
        return False
    *_, last = islice(measured.rows(exhibit.box), END)
    if last.position_y + last.height - exhibit.box.position_y > room:
        return False
    exhibit.element.set("class", " ".join([*classes, "parted"]))
    return True
