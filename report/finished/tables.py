"""The cells of a table to their places, each with the headers that it is read with."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from report.finished.document import Cell, Row, Table

Grid = dict[tuple[int, int], Cell]


@dataclass(frozen=True)
class Written:
    """A row as it is written: its cells in order, and whether it stands in the head."""

    cells: tuple[Cell, ...]
    head: bool
    key: str = ""
    role: str = ""


def table(rows: Sequence[Written]) -> Table:
    """Give the table of the rows that are written."""
    grid = _placed(rows)
    width = max((column + 1 for _, column in grid), default=0)
    heads = sum(row.head for row in rows)
    above = [_headers(grid, ((row, column) for row in range(heads))) for column in range(width)]
    made = [_row(grid, number, row, above) for number, row in enumerate(rows)]
    return Table(tuple(made[:heads]), tuple(made[heads:]))


def _placed(rows: Sequence[Written]) -> Grid:
    grid: Grid = {}
    for number, row in enumerate(rows):
        column = 0
        for written in row.cells:
            while (number, column) in grid:
                column += 1
            cell = replace(written, row=number, column=column)
            for down in range(min(cell.rows, len(rows) - number)):
                for right in range(cell.columns):
                    grid[number + down, column + right] = cell
            column += cell.columns
    return grid


def _row(grid: Grid, number: int, row: Written, above: Sequence[tuple[str, ...]]) -> Row:
    places = [(number, column) for column in range(len(above)) if (number, column) in grid]
    beside = () if row.head else _headers(grid, places)
    cells = tuple(
        replace(cell, above=_others(above[column], cell), beside=_others(beside, cell))
        for cell, column in ((grid[place], place[1]) for place in places)
    )
    return Row(cells, row.key, row.role)


def _headers(grid: Grid, places: Iterable[tuple[int, int]]) -> tuple[str, ...]:
    found = (grid[place] for place in places if place in grid)
    return tuple(dict.fromkeys(cell.text for cell in found if cell.header and cell.text))


def _others(headers: tuple[str, ...], cell: Cell) -> tuple[str, ...]:
    return tuple(text for text in headers if not (cell.header and text == cell.text))
