"""Read the text of a CSV into rows of cells, each with the line that it starts on."""

import csv
import io
from dataclasses import dataclass

from report.errors import InputError, Problem, Where
from report.sources.encodings import decoded
from report.sources.files import Part

Line = tuple[int, list[str]]


@dataclass(frozen=True)
class Csv:
    """A CSV as read: header, and each row with the line it starts on."""

    file: str
    header: list[str]
    rows: list[Line]


def read_csv(part: Part, encoding: str) -> Csv:
    """Read one file. Raises InputError where it is no CSV with a header and rows."""
    rows = _filled(part.file, decoded(part, encoding))
    rows = _without_empty_columns(rows)
    header = [cell.strip() for cell in rows[0][1]]
    if len(rows) == 1:
        advice = "take the source out, or get the file again"
        raise InputError([Problem(Where(part.file, 1), "holds a header and no rows", advice)])
    if len(header) == 1 and (found := {";", "\t"} & set(header[0])):
        parted = "tabs" if found == {"\t"} else "semicolons"
        what, advice = f"has {parted} between its columns", "save it as CSV with commas"
        raise InputError([Problem(Where(part.file, 1), what, advice)])
    return Csv(part.file, header, rows[1:])


def _filled(file: str, text: str) -> list[Line]:
    """Give the rows that hold anything, the header first."""
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows: list[Line] = []
    start = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                rows.append((start, cells))
            if reader.line_num > start and _swallows(cells, rows[0][1]):
                raise open_quote(file, start, f"one row runs on to line {reader.line_num}")
            start = reader.line_num + 1
    except csv.Error as error:
        raise open_quote(file, start, f"not a readable CSV ({error})") from None
    if not rows:
        raise InputError([Problem(Where(file), "is empty")])
    return rows


def _swallows(cells: list[str], header: list[str]) -> bool:
    """Whether a cell holds what looks like another row: a line with as many commas as the header.

    A text with a line break of its own is allowed.
    """
    commas = max(len(header) - 1, 1)
    return any(line.count(",") >= commas for cell in cells for line in cell.splitlines()[1:])


def open_quote(file: str, line: int, what: str) -> InputError:
    """Make the error for a quotation mark that is not closed."""
    advice = "look for a quotation mark that is not closed"
    return InputError([Problem(Where(file, line), what, advice)])


def _without_empty_columns(rows: list[Line]) -> list[Line]:
    """Leave out columns at the right that hold nothing, as Excel leaves them behind."""
    header = [cell.strip() for cell in rows[0][1]]
    width = len(header)
    while width and not header[width - 1]:
        width -= 1
    empty = all(
        len(cells) == len(header) and not any(map(str.strip, cells[width:])) for _, cells in rows
    )
    return [(line, cells[:width]) for line, cells in rows] if width and empty else rows
