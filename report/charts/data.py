"""An exhibit's numbers as its chart shows them: rows with a label, columns with values.

It chooses rows and columns by the exhibit's `marks`; it computes nothing and knows no drawing.
"""

from dataclasses import dataclass
from itertools import takewhile

from report.assessment import Cell, Column, Exhibit, Number
from report.words import number


@dataclass(frozen=True)
class Mark:
    """One row of a chart: its label and its cells, one for each column shown."""

    key: str
    label: str
    cells: tuple[Cell, ...]

    @property
    def values(self) -> tuple[Number | None, ...]:
        """The cells' numbers, None where there is none."""
        return tuple(None if isinstance(cell.value, str) else cell.value for cell in self.cells)


@dataclass(frozen=True)
class Plot:
    """What a chart shows: the columns and, for each row, a mark."""

    columns: tuple[Column, ...]
    marks: tuple[Mark, ...]

    def text(self, mark: Mark, at: int) -> str:
        """Give a value as it is printed, with its markers, or the marker that stands for it."""
        return printed(mark.cells[at], self.columns[at])

    def known(self) -> list[tuple[Number, Mark, int]]:
        """List every value there is with its mark and column, row by row."""
        return [
            (value, mark, at)
            for mark in self.marks
            for at, value in enumerate(mark.values)
            if value is not None
        ]


def printed(cell: Cell, column: Column) -> str:
    """Give a cell's text: its number as the column prints it, and its markers in brackets."""
    markers = " ".join(f"[{marker}]" for marker in cell.markers)
    if cell.value is None:
        return markers or "[x]"
    shown = cell.value
    text = shown if isinstance(shown, str) else number(shown, column.unit, column.decimals)
    return f"{text} {markers}".rstrip()


def plot(exhibit: Exhibit, roles: tuple[str, ...] = ("row",)) -> Plot:
    """Choose the columns and the rows of these roles that the chart shows, in the exhibit's order."""
    keys = [column.key for column in exhibit.columns]
    label = keys.index(marked(exhibit, "label") or keys[0])
    values = exhibit.marks.get("values") or [key for key in keys if key != keys[label]]
    shown = [keys.index(key) for key in ([values] if isinstance(values, str) else values)]
    marks = (
        Mark(row.key, str(row.cells[label].value), tuple(row.cells[at] for at in shown))
        for row in exhibit.rows
        if row.role in roles
    )
    return Plot(tuple(exhibit.columns[at] for at in shown), tuple(marks))


def marked(exhibit: Exhibit, name: str) -> str:
    """Give the one key that a mark names, "" where the exhibit has no such mark."""
    value = exhibit.marks.get(name, "")
    return value if isinstance(value, str) else value[0]


def head(column: Column) -> str:
    """Give the unit for the head of a chart; a percentage carries its own at every value."""
    return "" if column.unit.endswith("%") else column.unit[:1].upper() + column.unit[1:]


def parted(labels: list[str]) -> tuple[str, list[str]]:
    """Part labels into the words all begin with and the rest: "Year to September", ["2011", "2012"]."""
    words = [label.split() for label in labels]
    alike = takewhile(lambda at: len(set(at)) == 1, zip(*(word[:-1] for word in words), strict=False))
    shared = len(list(alike)) if len(words) > 1 else 0
    return " ".join(words[0][:shared]), [" ".join(word[shared:]) for word in words]
