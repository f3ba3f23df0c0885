"""A printed table as numbers: what each cell and each column holds, read from what stands there."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from report.errors import Problem
from report.finished import spans
from report.finished.alarms import alarm
from report.finished.document import Cell, Finished, Row
from report.finished.exhibits import ShownTable, tables
from report.finished.spans import Span
from report.periods import A_YEAR
from report.prose.figures import Figure, figures

# Signs before a number that say how it is to be read, and markers behind it.
AROUND = re.compile(r"[▽△▲▼≈↓↑↔○●★]|\[[a-z]\]|=(?=$|\s)")
# Years in a header: "2018/19", "Year to September 2011", "1 April to 5 December 2023".
YEARS = re.compile(rf"\b(?P<first>{A_YEAR})(?:[/–-](?P<last>\d\d))?\b")
# Headers of changes: "Change", and where it is not on the column before, "Change on 2019/20".
CHANGE = r"change(?: on .+)?"
# Headers of numbers that are rounded even where they look whole.
ROUNDED = re.compile(r"rate|mean|median|harm|times", re.IGNORECASE)


def number(cell: Cell) -> Figure | None:
    """Give the one number that a cell holds; None where it holds words, none or several."""
    return _alone(AROUND.sub("", cell.text).strip())


def named_years(text: str) -> list[tuple[int, int]]:
    """Give the years that a text names, each by its first and its last: "2018/19" is both."""
    found = [(int(m["first"]), int(m["last"] or m["first"])) for m in YEARS.finditer(text)]
    return [(first, first + (last - first) % 100) for first, last in found]


@lru_cache(maxsize=1 << 14)
def _alone(text: str) -> Figure | None:
    found = figures(text) if text and text[-1] in "0123456789%n" else ()
    alone = len(found) == 1 and found[0].text == text
    return found[0] if alone else None


@dataclass(frozen=True)
class Column:
    """A column: its place, its headers from the outermost, and the number in each row, if any."""

    at: int
    headers: tuple[str, ...]
    numbers: tuple[Figure | None, ...]

    @property
    def header(self) -> str:
        """What stands straight above its cells."""
        return self.headers[-1] if self.headers else ""

    @property
    def years(self) -> tuple[int, int] | None:
        """The first and the last year that its headers name; "2018/19" is 2018 to 2019."""
        found = [years for header in self.headers for years in named_years(header)]
        return (min(found)[0], max(last for _, last in found)) if found else None

    @property
    def shape(self) -> str:
        """Its header without its digits, which columns of several years have alike."""
        return re.sub(r"\d", "0", self.header)

    @property
    def is_empty(self) -> bool:
        """Whether no row has a number in it."""
        return not any(self.numbers)

    def of(self, *kinds: str) -> bool:
        """Whether its numbers, of which there are some, are all of these kinds."""
        held = [figure for figure in self.numbers if figure]
        return bool(held) and all(figure.kind in kinds for figure in held)

    def span(self, row: int) -> Span | None:
        """Give what the number in a row may be; a whole one is a count where no rate is meant."""
        figure = self.numbers[row]
        if figure is None:
            return None
        return spans.rounded(figure) if ROUNDED.match(self.header) else spans.of(figure)


@dataclass(frozen=True)
class Sheet:
    """A table read as numbers."""

    shown: ShownTable

    @cached_property
    def rows(self) -> tuple[Row, ...]:
        """The rows below the head."""
        return self.shown.table.rows

    @cached_property
    def columns(self) -> tuple[Column, ...]:
        """All columns, from the left."""
        return tuple(self._columns())

    def _columns(self) -> Iterator[Column]:
        table = self.shown.table
        for at in range(table.width):
            heads = [row.cells[at].text for row in table.head if at < len(row.cells)]
            cells = [row.cells[at] if at < len(row.cells) else Cell() for row in table.rows]
            numbers = tuple(None if cell.header else number(cell) for cell in cells)
            yield Column(at, tuple(dict.fromkeys(heads)), numbers)

    @cached_property
    def total(self) -> int | None:
        """The row of the whole that the others are parts of, where there is one."""
        found = [at for at, row in enumerate(self.rows) if "total" in row.role.split()]
        return found[0] if len(found) == 1 else None

    def headed(self, pattern: str) -> list[Column]:
        """List the columns whose header is a pattern, whatever its case."""
        return [c for c in self.columns if re.fullmatch(pattern, c.header, re.IGNORECASE)]

    def named(self, row: int) -> str:
        """Name a row by its headers."""
        cells = self.rows[row].cells
        heads = [cell.text for cell in cells if cell.header] or [cells[0].text]
        return ", ".join(dict.fromkeys(heads))

    def periods(self) -> list[Column]:
        """List the columns of a period each, the earliest first: of counts, else of positions."""
        for kind in ("count", "position"):
            alike = {c.shape for c in self.columns if c.of(kind)}
            held = [c for c in self.columns if c.shape in alike and (c.of(kind) or c.is_empty)]
            dated = [(years, c) for c in held if (years := c.years)]
            if dated:
                return [c for _, c in sorted(dated, key=lambda pair: pair[0])]
        return []

    def changes(self, pattern: str = CHANGE) -> Iterator[tuple[Column, Column, Column]]:
        """Give each column of changes with the two it is between: the one it names, or the last."""
        periods = self.periods()
        for column in self.headed(pattern):
            named = column.header.partition(" on ")[2]
            old = [c for c in periods[:-1] if named in ("", c.header)]
            if old:
                yield column, old[-1], periods[-1]


def sheets(document: Finished) -> Iterator[Sheet]:
    """Give each table that has a caption, read as numbers."""
    return (Sheet(table) for table in tables(document))


def odd(document: Finished, sheet: Sheet, rule: str, what: str, *name: str) -> Problem:
    """Give the warning about something in a table; name: what tells it from others of its rule."""
    said = f"{sheet.shown.label}: {what}"
    return alarm(document, rule, sheet.shown.part, said, "look both up", sheet.shown.key(*name))
