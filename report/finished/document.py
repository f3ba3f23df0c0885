"""A finished document as it is read, in reading order: what the ledger and the rules look at.

Made from a finished file and nothing else, so that what was lost on the way to the page is lost
here too. Texts are as a reader reads them: spaces are single, what is hidden is not there.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "heading",
    "paragraph",
    "item",
    "caption",
    "table",
    "figure",
    "note",
    "source",
    "contents",
    "furniture",
    "margin",
]


@dataclass(frozen=True)
class Link:
    """A link in a text: where it leads (an href), and the characters that stand in it."""

    target: str
    start: int
    end: int


@dataclass(frozen=True)
class Bound:
    """Characters of a text that show a finding, by its id; those of a phrase may show several.

    phrase: the words that asked for a phrase, "" for one finding in a form. cell: the table, row
    and column that a cell's text is of, parted by spaces; it shows no finding.
    """

    finding: str
    start: int
    end: int
    phrase: str = ""
    cell: str = ""


@dataclass(frozen=True)
class Text:
    """What one element says, with the links and the findings in it.

    number: what stands in it as its own number: "1.2", "Table 3", "Appendix A"; or "".
    """

    text: str = ""
    number: str = ""
    links: tuple[Link, ...] = ()
    bound: tuple[Bound, ...] = ()


@dataclass(frozen=True)
class Cell(Text):
    """A cell of a table.

    row, column: its first place, from 0; the rows of the head count.
    rows, columns: how many it covers.
    header: whether it heads its column or its row.
    key: the column's name in the data, or "".
    above, beside: texts of the headers of its column and of its row, outermost first.
    """

    row: int = 0
    column: int = 0
    rows: int = 1
    columns: int = 1
    header: bool = False
    key: str = ""
    above: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()


@dataclass(frozen=True)
class Row:
    """A row; a cell that covers several places stands at each of them.

    key: the row's name in the data, or "". role: what kind of row, as "row" or "total", or "".
    """

    cells: tuple[Cell, ...]
    key: str = ""
    role: str = ""


@dataclass(frozen=True)
class Table:
    """A table: the rows of its head, and those below it."""

    head: tuple[Row, ...]
    rows: tuple[Row, ...]

    @property
    def width(self) -> int:
        """The number of columns."""
        return max((len(row.cells) for row in (*self.head, *self.rows)), default=0)

    def column(self, at: int) -> tuple[Cell, ...]:
        """Give the cells of a column below the head, from the top."""
        return tuple(row.cells[at] for row in self.rows if at < len(row.cells))

    def cells(self) -> Iterator[Cell]:
        """Give each cell once, row by row, those of the head first."""
        for number, row in enumerate((*self.head, *self.rows)):
            for at, cell in enumerate(row.cells):
                if (cell.row, cell.column) == (number, at):
                    yield cell


@dataclass(frozen=True)
class Drawing:
    """A picture: its file as the page names it, its alternative text, and the texts drawn in it."""

    file: str
    alt: str
    texts: tuple[str, ...] = ()


@dataclass(frozen=True)
class Part(Text):
    """One thing in reading order.

    at: its place in the reading order, from 0.
    kind: what it is. A caption comes just before its table or figure; its lines are parts.
    level: of a heading; of an item or an entry of the contents, how deep its list is nested.
    ids: the names by which a link leads here.
    styles: the classes of its element; within: those of all elements around it.
    chapter: the id of its chapter. path: the texts of the headings above it, outermost first.
    exhibit: the id of the exhibit that it belongs to, or "".
    box: the number of the box that it stands in, listed: that of the list that it is an item of,
    entry: which item it is; each from 1, and 0 where there is none.
    page: the page it begins on, from 1; 0 where there are none.
    """

    at: int = 0
    kind: Kind = "paragraph"
    level: int = 0
    ids: tuple[str, ...] = ()
    styles: frozenset[str] = frozenset()
    within: frozenset[str] = frozenset()
    chapter: str = ""
    path: tuple[str, ...] = ()
    exhibit: str = ""
    box: int = 0
    listed: int = 0
    entry: int = 0
    page: int = 0
    table: Table | None = None
    figure: Drawing | None = None


@dataclass(frozen=True)
class Finished:
    """A finished document: its file, as the user knows it, its language, title, and parts."""

    file: str
    language: str
    title: str
    parts: tuple[Part, ...]

    def of(self, *kinds: Kind) -> tuple[Part, ...]:
        """Give the parts of these kinds, in reading order."""
        return tuple(part for part in self.parts if part.kind in kinds)

    def places(self) -> dict[str, Part]:
        """Give the part that each id leads to."""
        return {id_: part for part in reversed(self.parts) for id_ in part.ids}
