"""Say which headers each table cell has, so that a screen reader can name them (PDF/UA-1, 7.5).

Works on finished `Table` nodes, all pages joined, so that no identifier is given twice or points nowhere.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from report.document.tree import Node

SCOPES = {"col": "/Column", "colgroup": "/Column", "row": "/Row", "rowgroup": "/Row"}


def link(table: Node, name: str) -> None:
    """Give each TH of the table its Scope and an ID beginning with `name`, and each cell the IDs of its headers."""
    grid = _Grid(name)
    for part in table.nodes():
        grid.group = []
        for row in _rows(part):
            grid.add(row, part.tag == "THead")


def _rows(part: Node) -> Iterator[Node]:
    if part.tag == "TR":
        yield part
    elif part.tag != "Caption":
        for kid in part.nodes():
            yield from _rows(kid)


@dataclass
class _Grid:
    """The headers met so far, by the places they head.

    Attributes:
        name: begins each identifier.
        above: column headers by column.
        beside: row headers by row.
        group: the header of the rows that follow, `scope="rowgroup"`.
        taken: places filled by a cell of an earlier row.
        row: index of the row being read.
    """

    name: str
    above: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    beside: dict[int, list[str]] = field(default_factory=lambda: defaultdict(list))
    group: list[str] = field(default_factory=list)
    taken: set[tuple[int, int]] = field(default_factory=set)
    row: int = 0

    def add(self, row: Node, in_head: bool) -> None:
        column = 0
        for cell in row.nodes():
            while (self.row, column) in self.taken:
                column += 1
            self._place(cell, column, in_head)
            column += int(cell.attributes.get("ColSpan", 1))
        self.row += 1

    def _place(self, cell: Node, column: int, in_head: bool) -> None:
        columns = range(column, column + int(cell.attributes.get("ColSpan", 1)))
        rows = range(self.row, self.row + int(cell.attributes.get("RowSpan", 1)))
        self.taken.update((row, place) for row in rows[1:] for place in columns)
        if cell.scope == "rowgroup":
            self.group = []
        self._link(cell, rows, columns)
        if cell.tag == "TH":
            self._head(cell, rows, columns, in_head)

    def _link(self, cell: Node, rows: range, columns: range) -> None:
        found = [name for column in columns for name in self.above[column]]
        found += self.group + [name for row in rows for name in self.beside[row]]
        if found:
            cell.attributes["Headers"] = list(dict.fromkeys(found))

    def _head(self, cell: Node, rows: range, columns: range, in_head: bool) -> None:
        cell.entries["ID"] = identifier = f"{self.name}.{self.row}.{columns.start}"
        meaning = "/Both" if in_head and cell.scope == "row" else SCOPES.get(cell.scope, "/Column" if in_head else "/Row")
        cell.attributes["Scope"] = meaning
        if cell.scope == "rowgroup":
            self.group = [identifier]
            return
        for column in columns if meaning != "/Row" else ():
            self.above[column].append(identifier)
        for row in rows if meaning != "/Column" else ():
            self.beside[row].append(identifier)
