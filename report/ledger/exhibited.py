"""Bind the numbers in tables and drawings to cells of exhibits, by value and by the words."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from report.assessment import Cell, Exhibit, Number, Row
from report.finished import document as finished
from report.ledger.holdings import Holding, fits
from report.ledger.pieces import Piece, numbers
from report.prose.figures import Figure

# By what part of it a step between ticks may differ from the next one.
EVEN = 1e-6
# The fewest steps of ticks in a row; one is enough from 0.
TICKS = 2
# Letters between a number and a name that is not there.
FAR = 10_000


class Place(NamedTuple):
    """A cell by the names of its row and its column, and which of its numbers."""

    row: str
    column: str
    part: str = ""

    def __str__(self) -> str:
        return " / ".join(filter(None, self))


def in_cell(exhibit: Exhibit, piece: Piece, figure: Figure) -> Place | None:
    """Find the cell that a table prints, where it holds this number; a header cell by its words."""
    columns = [column.key for column in exhibit.columns]
    row = next((row for row in exhibit.rows if row.key == piece.row), None)
    if piece.part == "head":
        return _in_head(exhibit, piece)
    if row is None or piece.column not in columns:
        return None
    cell = row.cells[columns.index(piece.column)]
    return Place(row.key, piece.column) if _holds(cell, piece.text, figure) else None


def _in_head(exhibit: Exhibit, piece: Piece) -> Place | None:
    """Find the column that a header cell stands over, where it has its words, or its group's."""
    over = _over(piece)
    for column in exhibit.columns:
        words = (column.label, f"{column.label} {column.unit}", column.group)
        if piece.text in words and (not over or column.key in over):
            return Place("head", column.key)
    return None


def _over(piece: Piece) -> set[str]:
    """Give the columns of the data that stand below a header cell."""
    head, table = piece.words, piece.within.table
    if not isinstance(head, finished.Cell) or table is None:
        return set()
    below = (cell for row in table.rows for cell in row.cells)
    covered = range(head.column, head.column + head.columns)
    return {cell.key for cell in below if cell.column in covered and cell.key}


def _holds(cell: Cell, text: str, figure: Figure) -> bool:
    if isinstance(cell.value, str):
        words = re.escape(" ".join(cell.value.split()))
        found = re.finditer(rf"(?<!\w){words}(?!\w)", text)
        return any(m.start() <= figure.start and figure.end <= m.end() for m in found)
    if cell.value is None:
        return False
    return fits(figure, Holding("", cell.value, cell.of)) or (
        cell.of is not None and fits(figure, Holding("", cell.of))
    )


def tick(texts: Sequence[str], at: int) -> str:
    """Say of which run of evenly rising numbers a text of a drawing is one; "" for none."""
    values = [_alone(text) for text in texts]
    for first in (at - 1, at):
        start, end = _run(values, first)
        if end - start >= TICKS or (end > start and values[start] == 0):
            return f"{texts[start]} to {texts[end]}"
    return ""


def _run(values: Sequence[Number | None], first: int) -> tuple[int, int]:
    """Give the longest run of even steps that holds the step from `first` to the next."""
    step = _step(values, first)
    if step is None or step <= 0:
        return first, first
    start, end = first, first + 1
    while _is_even(_step(values, start - 1), step):
        start -= 1
    while _is_even(_step(values, end), step):
        end += 1
    return start, end


def _step(values: Sequence[Number | None], first: int) -> Number | None:
    if first < 0 or first + 1 >= len(values):
        return None
    low, high = values[first], values[first + 1]
    return None if low is None or high is None else high - low


def _is_even(one: Number | None, step: Number) -> bool:
    return one is not None and abs(one - step) <= EVEN * step


def _alone(text: str) -> Number | None:
    """Give the value of a text that is nothing but a number."""
    found = numbers(text)
    alone = len(found) == 1 and found[0].text == text and found[0].kind in ("count", "percent")
    return found[0].value if alone else None


def drawn(exhibit: Exhibit, text: str, figure: Figure) -> Place | None:
    """Find the cell whose number stands in the words for a drawing, or in the drawing itself.

    Of several cells with the number it is the one whose row, then whose column, is named nearest.
    """
    before, after = text[: figure.start].casefold(), text[figure.end :].casefold()
    found = [
        (_distance(row, column.label, before, after), Place(row.key, column.key))
        for row in exhibit.rows
        for cell, column in zip(row.cells, exhibit.columns, strict=True)
        if isinstance(cell.value, int | float)
        and (
            fits(figure, Holding("", cell.value))
            or (cell.of is not None and figure.may_be(cell.of))
        )
    ]
    return min(found, key=lambda each: each[0])[1] if found else None


def shortened(labels: Sequence[str], text: str, figure: Figure) -> str:
    """Find the label whose end a date is: alone on an axis, or behind the first: "X 2007 to 2012".

    Only what the label has in common with the first one may be left out. A long label of an axis
    stands in several lines: "2021 to" is one of "November 2021 to September 2022".
    """
    line = next((label for label in labels if f" {text} " in f" {label} "), "")
    ends = [label for label in labels if label.endswith(f" {figure.text}")]
    if text == figure.text:
        return next(iter(ends), line)
    spans = {f"{labels[0]} {word} {figure.text}" for word in ("to", "and")} if labels else set()
    before = text[: figure.end]
    return next((x for x in ends if any(before.endswith(span) for span in spans)), line)


def labelled(exhibit: Exhibit, text: str, figure: Figure) -> str:
    """Find the column whose label a date stands for: beside the column's number, or shortened."""
    ends = [c for c in exhibit.columns if c.label.endswith(f" {figure.text}")]
    if text.endswith(f" ({figure.text})") and (beside := numbers(text[: figure.start])):
        held = ((c, exhibit.values(c.key)) for c in ends)
        return next((c.label for c, cells in held if _among(cells, beside[-1])), "")
    labels = [c.label for c in exhibit.columns if c.unit not in ("text", "label")]
    return shortened(labels, text, figure)


def _among(cells: Sequence[str | Number | None], figure: Figure) -> bool:
    return any(fits(figure, Holding("", n)) for n in cells if isinstance(n, int | float))


def _distance(row: Row, label: str, before: str, after: str) -> tuple[int, int]:
    names = [str(cell.value).casefold() for cell in row.cells if isinstance(cell.value, str)]
    near = [_near(name, before, after) for name in names]
    return min(near, default=FAR), _near(label.casefold(), before, after)


def _near(name: str, before: str, after: str) -> int:
    """Count the letters between a number and the nearest place where a name stands."""
    behind, ahead = before.rfind(name), after.find(name)
    ways = [len(before) - behind - len(name)] if behind >= 0 and name else []
    return min([*ways, *([ahead] if ahead >= 0 and name else [])], default=FAR)
