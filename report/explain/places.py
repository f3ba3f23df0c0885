"""Where a finished document prints which number: bound words, and the cells of its exhibits."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from report.finished.document import Cell, Finished, Part


@dataclass(frozen=True)
class Place:
    """A place at which something is printed.

    text: what is printed there. within: what the document calls the place: a heading, or an
    exhibit's number with row and column. finding: id of the finding that the words are bound to.
    exhibit, row, column: keys of a cell. page: from 1, 0 where it is not known.
    """

    text: str
    within: tuple[str, ...]
    finding: str = ""
    exhibit: str = ""
    row: str = ""
    column: str = ""
    page: int = 0

    def __str__(self) -> str:
        """Name the place as the document does."""
        page = (f"page {self.page}",) if self.page else ()
        return ", ".join((*self.within, *page)) or "the document"


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
                    yield Place(cell.text, within, "", part.exhibit, row.key, cell.key, part.page)
        return
    heading = part.path[-1:]
    for bound in part.bound:
        text = part.text[bound.start : bound.end]
        yield Place(text, heading, bound.finding, page=part.page)
    rest = part.text
    for bound in part.bound:
        rest = rest[: bound.start] + " " * (bound.end - bound.start) + rest[bound.end :]
    if part.kind in ("paragraph", "item", "note") and rest.strip():
        yield Place(rest, heading, page=part.page)


def _named(label: str, cell: Cell) -> tuple[str, ...]:
    """Name a cell as its reader would: the exhibit, then the headers of its row and column."""
    return tuple(name for name in (label, *cell.beside[-1:], *cell.above[-1:]) if name)
