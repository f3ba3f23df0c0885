"""An exhibit's numbers as its chart shows them: rows with a label, columns with values.

It chooses rows and columns by the exhibit's `marks`; it computes nothing and knows no drawing.
"""

from dataclasses import dataclass
from itertools import takewhile
from math import nan

from report.assessment import Cell, Column, Exhibit, Number
from report.words import cell


@dataclass(frozen=True)
class Mark:
    """One row of a chart: its label and its cells, one for each column shown."""

    key: str
    label: str
    cells: tuple[Cell, ...]

    @property
    def values(self) -> tuple[Number | None, ...]:
        """The cells' numbers, None where there is none."""
        return tuple(None if isinstance(at.value, str) else at.value for at in self.cells)

    @property
    def points(self) -> list[float]:
        """The values to draw: not a number where there is none, which leaves a gap."""
        return [nan if value is None else float(value) for value in self.values]


@dataclass(frozen=True)
class Plot:
    """What a chart shows: the columns and, for each row, a mark; `each` says what a row is."""

    each: str
    columns: tuple[Column, ...]
    marks: tuple[Mark, ...]

    def text(self, mark: Mark, at: int) -> str:
        """Give a value as it is printed, with its markers, or the marker that stands for it."""
        return cell(mark.cells[at], self.columns[at]) or "[x]"

    def known(self) -> list[tuple[Number, Mark, int]]:
        """List every value there is with its mark and column, row by row."""
        return [
            (value, mark, at)
            for mark in self.marks
            for at, value in enumerate(mark.values)
            if value is not None
        ]


def plot(exhibit: Exhibit, roles: tuple[str, ...] = ("row",)) -> Plot:
    """Choose the columns and the rows of these roles that a chart shows, in their order."""
    keys = [column.key for column in exhibit.columns]
    label = keys.index(marked(exhibit, "label") or keys[0])
    values = exhibit.marks.get("values") or [key for key in keys if key != keys[label]]
    shown = [keys.index(key) for key in ([values] if isinstance(values, str) else values)]
    marks = (
        Mark(row.key, str(row.cells[label].value), tuple(row.cells[at] for at in shown))
        for row in exhibit.rows
        if row.role in roles
    )
    columns = tuple(exhibit.columns[at] for at in shown)
    return Plot(exhibit.columns[label].label, columns, tuple(marks))


def marked(exhibit: Exhibit, name: str) -> str:
    """Give the one key that a mark names, "" where the exhibit has no such mark."""
    value = exhibit.marks.get(name, "")
    return value if isinstance(value, str) else value[0]


def marked_column(exhibit: Exhibit, name: str) -> Column | None:
    """Give the column that a mark names."""
    return next((c for c in exhibit.columns if c.key == marked(exhibit, name)), None)


def marked_cells(exhibit: Exhibit, name: str) -> dict[str, Cell]:
    """Give the cells of the column that a mark names by the keys of their rows; none without it."""
    column = marked_column(exhibit, name)
    if column is None:
        return {}
    at = exhibit.columns.index(column)
    return {row.key: row.cells[at] for row in exhibit.rows}


def marked_text(exhibit: Exhibit, name: str, key: str) -> str:
    """Give the text of a row's cell in the column that a mark names; "" where it has none."""
    column = marked_column(exhibit, name)
    return cell(marked_cells(exhibit, name)[key], column) if column else ""


def head(plot: Plot) -> str:
    """Say what a chart's values are: "Offences", or by a lone column's name "Rate (per 1,000)".

    A percentage says so itself.
    """
    unit, label = plot.columns[0].unit, plot.columns[0].label
    plain = "" if unit.endswith("%") else unit
    if len(plot.columns) == 1:
        return f"{label} ({plain})" if plain and plain not in label.casefold() else label
    return plain[:1].upper() + plain[1:]


def parted(plot: Plot) -> tuple[str, list[str]]:
    """Part the columns' labels into the words all begin with and the rest.

    "Year to September 2011" and "… 2012" give "Year to September" and ["2011", "2012"]. Labels stay
    whole where the words they share are the lesser part: "October 2010 to September 2011" would
    leave "2010 to September 2011".
    """
    words = [column.label.split() for column in plot.columns]
    places = zip(*(word[:-1] for word in words), strict=False)
    shared = len(list(takewhile(lambda place: len(set(place)) == 1, places)))
    lesser = any(shared < len(word) - shared for word in words)
    shared = 0 if lesser or len(words) == 1 else shared
    return " ".join(words[0][:shared]), [" ".join(word[shared:]) for word in words]
