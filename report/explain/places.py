"""Where a finished document prints which number: bound words, and the cells of its exhibits.

The words are those of the page; the ledger, where there is one, knows each number by itself, and
the pages of the PDF.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from report.finished.document import Cell, Finished, Part
from report.ledger.entries import Entry

# What stands between the names of a place in the ledger.
BELOW = " > "


@dataclass(frozen=True)
class Place:
    """A place at which something is printed.

    text: what is printed there. within: what the document calls the place: a heading, or an
    exhibit's number with row and column. finding: id of the finding that the words are bound to.
    exhibit, row, column: keys of a cell. pages: of the PDF, from 1, where they are known. kind:
    what a number is that is neither a finding's nor a cell's, as the ledger calls it.
    """

    text: str
    within: tuple[str, ...]
    finding: str = ""
    exhibit: str = ""
    row: str = ""
    column: str = ""
    pages: tuple[int, ...] = ()
    kind: str = ""

    def __str__(self) -> str:
        """Name the place as the document does."""
        name = ", ".join(self.within) or "the document"
        pages = "page" if len(self.pages) == 1 else "pages"
        return f"{name} ({pages} {', '.join(map(str, self.pages))})" if self.pages else name

    @property
    def key(self) -> tuple[str, ...]:
        """What is the same in a page and in its PDF: the cell, or the finding below a heading."""
        if self.exhibit:
            return (self.exhibit, self.row, self.column)
        return (self.finding, *self.within[-1:])


def places(document: Finished, labels: Mapping[str, str]) -> tuple[Place, ...]:
    """Give every place of a document, in reading order. labels: exhibit id -> its number in it."""
    return tuple(place for part in document.parts for place in _of(part, labels))


def _of(part: Part, labels: Mapping[str, str]) -> Iterator[Place]:
    if part.table:
        label = labels.get(part.exhibit, "")
        for row in part.table.rows:
            for cell in row.cells:
                if not cell.header and cell.text:
                    within = _named(label or " ".join(part.path[-1:]), cell)
                    yield Place(cell.text, within, "", part.exhibit, row.key, cell.key)
        return
    heading = part.path[-1:]
    for bound in part.bound:
        text = part.text[bound.start : bound.end]
        yield Place(text, heading, bound.finding)
    rest = part.text
    for bound in part.bound:
        rest = rest[: bound.start] + " " * (bound.end - bound.start) + rest[bound.end :]
    if part.kind in ("paragraph", "item", "note") and rest.strip():
        yield Place(rest, heading)


def _named(label: str, cell: Cell) -> tuple[str, ...]:
    """Name a cell as its reader would: the exhibit, then the headers of its row and column."""
    return tuple(name for name in (label, *cell.beside[-1:], *cell.above[-1:]) if name)


def numbers(entries: Iterable[Entry], document: str) -> tuple[Place, ...]:
    """Give each number that the ledger has of a document, with its place."""
    return tuple(_entered(entry) for entry in entries if entry.document == document)


def _entered(entry: Entry) -> Place:
    names, pages = entry.place.split(BELOW), (entry.page,) if entry.page else ()
    if entry.kind == "cell":
        row, _, column = entry.which.partition(" / ")
        within = tuple(names[-3:] if entry.part == "cell" else names[-1:])
        keys = (entry.of, row, column.partition(" / ")[0])
        return Place(entry.text, within, "", *keys, pages)
    finding = entry.of if entry.kind in ("finding", "quoted") else ""
    return Place(entry.text, tuple(names[-1:]), finding, pages=pages, kind=entry.kind)


def paged(places: Iterable[Place], printed: Iterable[Place]) -> tuple[Place, ...]:
    """Give places of a page the pages of its PDF, whose numbers `printed` are."""
    pages: dict[tuple[str, ...], set[int]] = {}
    for place in printed:
        pages.setdefault(place.key, set()).update(place.pages)
    return tuple(replace(p, pages=tuple(sorted(pages.get(p.key, ())))) for p in places)


def drawn(entries: Iterable[Entry]) -> list[Entry]:
    """Give the entries of what stands in drawings, which a page holds as pictures."""
    return [entry for entry in entries if entry.part == "drawn"]
