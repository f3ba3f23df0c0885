"""Say which headers each table cell has, so that a screen reader can name them (PDF/UA-1, 7.5).

Works on finished `Table` nodes, all pages joined: no ID is given twice, none points nowhere.
"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field

from report.document.tree import Node

SCOPES = {"col": "/Column", "colgroup": "/Column", "row": "/Row", "rowgroup": "/Row"}


def link(table: Node, name: str) -> None:
    """Give each TH a Scope and an ID that begins with `name`, and each cell its headers' IDs."""
    grid = _Grid(name)
    for part in table.nodes():
        grid.group = []
        for row in _rows(part):
            grid.add(row, in_head=part.tag == "THead")


def _rows(part: Node) -> Iterator[Node]:
    return iter([part]) if part.tag == "TR" else (kid for kid in part.nodes() if kid.tag == "TR")


@dataclass
class _Grid:
    """The headers met so far, by the places they head.

    Attributes:
        name: begins each ID.
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

    def add(self, row: Node, *, in_head: bool) -> None:
        """Read the next row."""
        column = 0
        for cell in row.nodes():
            while (self.row, column) in self.taken:
                column += 1
            columns = range(column, column + int(cell.attributes.get("ColSpan", 1)))
            self._read(cell, columns, in_head)
            column = columns.stop
        self.row += 1

    def _read(self, cell: Node, columns: range, in_head: bool) -> None:
        rows = range(self.row, self.row + int(cell.attributes.get("RowSpan", 1)))
        self.taken.update((row, column) for row in rows[1:] for column in columns)
        if cell.scope == "rowgroup":
            self.group = []
        elif found := self._headers(rows, columns):
            cell.attributes["Headers"] = found
        if cell.tag == "TH":
            self._head(cell, rows, columns, in_head)

    def _headers(self, rows: range, columns: range) -> list[str]:
        found = [name for column in columns for name in self.above[column]]
        found += self.group + [name for row in rows for name in self.beside[row]]
        return list(dict.fromkeys(found))

    def _head(self, cell: Node, rows: range, columns: range, in_head: bool) -> None:
        name = cell.entries["ID"] = f"{self.name}.{self.row}.{columns.start}"
        scope = cell.attributes["Scope"] = _scope(cell, in_head)
        if cell.scope == "rowgroup":
            self.group = [name]
            return
        for column in columns if scope != "/Row" else ():
            self.above[column].append(name)
        for row in rows if scope != "/Column" else ():
            self.beside[row].append(name)


def _scope(cell: Node, in_head: bool) -> str:
    if in_head and cell.scope == "row":
        return "/Both"
    return SCOPES.get(cell.scope, "/Column" if in_head else "/Row")
