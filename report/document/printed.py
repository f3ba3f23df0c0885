"""What a check of the pages knows: the printed pages, and what the author meant them to be."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from report.assessment import slug
from report.document.manuscript import Manuscript
from report.document.sheets import Sheet, Spot
from report.errors import PAGE, Problem, Where

FILE = "report.pdf"

NUMBER = re.compile(r"^\d[\d.]* ")
LABEL = re.compile(r"^(?P<label>(?:Table|Figure) \d+)(?: \(repeated\))?:")

# Letters of a text that are enough to find it on a page.
SHOWN = 40


@dataclass(frozen=True)
class Meant:
    """What the author wrote.

    exhibits: label -> id and place of its line. headings: text -> place. twins: labels of a table
    and its chart. breaks: labels and headings that stand behind a [page break].
    """

    exhibits: Mapping[str, tuple[str, Where]] = field(default_factory=dict)
    headings: Mapping[str, Where] = field(default_factory=dict)
    twins: tuple[tuple[str, str], ...] = ()
    breaks: frozenset[str] = frozenset()


def meant(made: Manuscript) -> Meant:
    """Take from a manuscript what the check has to know."""
    exhibits: dict[str, tuple[str, Where]] = {}
    headings: dict[str, Where] = {}
    breaks = set[str]()
    for at, chapter in enumerate(made.chapters):
        before = ""
        for n, block in enumerate(chapter.blocks):
            name = ""
            if block.kind == "heading":
                name = f"{made.numbering.headings.get((at, n), '')} {block.text}".strip()
                headings.setdefault(name, block.where)
            elif block.exhibit and (name := made.numbering.exhibits.get(block.exhibit.id, "")):
                exhibits.setdefault(name, (block.exhibit.id, block.where))
            if before == "page break":
                breaks.add(name)
            before = block.kind
    labels = made.numbering.exhibits
    twins = tuple(
        (labels[e.twin], labels[e.id]) for e in made.placed() if e.twin in labels and e.id in labels
    )
    return Meant(exhibits, headings, twins, frozenset(breaks))


@dataclass(frozen=True)
class Printed:
    """The pages as printed, with what the author meant."""

    sheets: tuple[Sheet, ...]
    meant: Meant

    @cached_property
    def spots(self) -> tuple[Spot, ...]:
        """Everything on all pages, in reading order."""
        every = (spot for sheet in self.sheets for spot in sheet.spots)
        return tuple(sorted(every, key=lambda s: (s.element, s.page)))

    @cached_property
    def labels(self) -> dict[int, str]:
        """The label of each exhibit, by its number; one that is repeated has several."""
        captions = [s for s in self.spots if s.role == "caption"]
        found = {s.exhibit: m["label"] for s in captions if (m := LABEL.match(s.text))}
        return {n: label for n, label in found.items() if n >= 0}

    @cached_property
    def pages_of(self) -> dict[str, list[int]]:
        """The pages that each exhibit stands on, by its label."""
        pages: dict[str, list[int]] = {}
        for spot in self.spots:
            if label := self.labels.get(spot.exhibit):
                pages.setdefault(label, []).append(spot.page)
        return pages

    def first(self, label: str) -> Spot:
        """Give the first thing of an exhibit."""
        return next(s for s in self.spots if self.labels.get(s.exhibit) == label)

    def text(self, chapter: int) -> list[Spot]:
        """List a chapter's sentences: no headings, no captions, no rows, no list of tables."""
        return [s for s in self.spots if s.chapter == chapter and s.role == "text"]

    def problem(self, fault: str, spot: Spot, what: str, do: str, page: int = -1) -> Problem:
        """Name a fault by the exhibit or the heading that it belongs to."""
        label = self.labels.get(spot.exhibit, "")
        above = [s for s in self.spots if s.role == "heading" and s.element <= spot.element]
        title = above[-1].text if above else ""
        id_, where = self.meant.exhibits.get(label, ("", Where(FILE)))
        if not id_:
            id_, where = slug(NUMBER.sub("", title)), self.meant.headings.get(title, Where(FILE))
        id_ = f"{PAGE}{fault}.{id_ or spot.page + 1}"
        do = f"{do}, or accept it with a reason under 'accept: {id_}'"
        what = f"page {(spot.page if page < 0 else page) + 1}: {what}"
        return Problem(where, what, do, "warning", id_)

    def name(self, spot: Spot) -> str:
        """Name what stands somewhere, for a reader of the pages."""
        if label := self.labels.get(spot.exhibit):
            return label
        return f"'{spot.text[:SHOWN].strip()}{'…' if len(spot.text) > SHOWN else ''}'"
