"""Take the rows of a file apart: one reading for each row, or for each period of a wide table."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from report.periods import Period
from report.sources.csvs import Csv
from report.sources.layouts import Layout, LayoutColumn
from report.sources.spans import span
from report.sources.values import Value


class Reading(NamedTuple):
    """What stands in a file about one row of a table.

    cells: column -> the header above it, and its text. known: column -> what the header says.
    """

    line: int
    cells: dict[str, tuple[str, str]]
    known: dict[str, Value]


def readings(text: Csv, layout: Layout, given: Mapping[str, str]) -> Iterator[Reading]:
    """Give the readings of a file; an empty cell of a wide table gives none.

    given: the value of a column that the file does not have.
    """
    at = {header: number for number, header in enumerate(text.header)}
    heads = periods(text.header, layout)
    for line, cells in text.rows:
        own = {
            name: (column.header or name, cell(cells, at, column, given.get(name, "")))
            for name, column in layout.columns.items()
        }
        if not layout.wide:
            yield Reading(line, own, {})
        for header, period in heads.items():
            if figure := cells[at[header]].strip():
                known: dict[str, Value] = {"first": period.first, "last": period.last}
                yield Reading(line, own | {"count": (header, figure)}, known)


def cell(
    cells: Sequence[str], at: Mapping[str, int], column: LayoutColumn, otherwise: str = ""
) -> str:
    """Give the text of a row for a column: its cell, with that of the second one behind it.

    at: header -> number of its column. otherwise: where the file does not have the column.
    """
    if column.header not in at:
        return otherwise
    if not column.followed_by:
        return cells[at[column.header]]
    return f"{cells[at[column.header]].strip()} {cells[at[column.followed_by]].strip()}"


def periods(header: list[str], layout: Layout) -> dict[str, Period]:
    """Give the period that each header of a wide table names."""
    found: dict[str, Period] = {}
    for text in header:
        named = (p for kind in layout.wide if (p := span(text, kind)))
        if text not in layout.headers and (period := next(named, None)):
            found[text] = period
    return found
