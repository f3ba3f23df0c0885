"""Count the rows of a publisher's files: one row for each offence, each used or set aside.

Rows are counted as they are read, so that the size of the files does not matter. A row is never
removed because it looks like another one.
"""

import csv
import io
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cache

from report.config.study import Study
from report.errors import InputError, Problem, Where
from report.periods import Period
from report.sources.csvs import Csv, open_quote
from report.sources.encodings import decoded
from report.sources.faults import Unreadable
from report.sources.files import Hash, Part, parts
from report.sources.headers import header_problems
from report.sources.layouts import Layout
from report.sources.months import windows
from report.sources.values import Names, Value, convert

# Why rows are set aside, in the order in which the document prints them.
REASONS = (
    *("outside the period", "outside the area", "no location", "unknown area code"),
    *("unknown category", "malformed", "left out by the layout"),
)
# Those that rows of a sound file do not have.
DOUBTFUL = ("unknown area code", "unknown category", "malformed")

Counted = tuple[str, str, date]


@dataclass
class Tally:
    """What became of the rows of a source.

    counts: category, area and first day of the month -> rows. seen: the months in which the files
    hold a category anywhere. places: reason -> the first row. repeated: numbers that stand twice
    -> rows, of the rows that are used.
    """

    hashed: Hash = field(default_factory=Hash)
    read: int = 0
    used: int = 0
    aside: Counter[str] = field(default_factory=Counter)
    counts: Counter[Counted] = field(default_factory=Counter)
    seen: set[tuple[str, date]] = field(default_factory=set)
    places: dict[str, Where] = field(default_factory=dict)
    repeated: Counter[str] = field(default_factory=Counter)

    def doubts(self, id_: str, layout: Layout) -> Iterator[Problem]:
        """Warn of rows that should count and do not, and of numbers that stand more than once."""
        found = [r for r in DOUBTFUL if self.aside[r]]
        if found:
            shown = ", ".join(f"{self.aside[r]:,} ({r})" for r in found)
            what = f"rows are set aside: {shown}"
            yield _doubt(self.places[found[0]], what, f"aside.{id_}")
        twice = [n for n in self.repeated.values() if n > 1]
        if twice:
            what = (
                f"'{layout.id}' that stands more than once: {len(twice):,}, in {sum(twice):,} rows"
            )
            yield _doubt(self.places["repeated"], f"{what}; all of them count", f"repeats.{id_}")


def _doubt(where: Where, what: str, id_: str) -> Problem:
    do = f"look at them, or accept it with a reason under 'accept: {id_}'"
    return Problem(where, what, do, "warning", id_)


def tally(study: Study, id_: str, layout: Layout, names: Names) -> Tally:
    """Read and count every file of a source.

    Raises InputError where a file cannot be read, or stands twice.
    """
    made, fate = Tally(), _fate(layout, names, windows(study))
    known: dict[str, str] = {}
    for part in parts(study, id_, layout.files):
        name = part.inner.rpartition("/")[2]
        if known.setdefault(name, part.file) != part.file:
            what = f"another file of this name is {known[name]}"
            raise InputError([Problem(Where(part.file), what, "remove one of the two")])
        made.hashed.add(part)
        _count(part, layout, made, fate)
    return made


def _count(part: Part, layout: Layout, made: Tally, fate: "Fate") -> None:
    lines = _lines(part, layout.encoding)
    _, header = next(lines, (0, []))
    problems = list(header_problems(Csv(part.file, header, []), layout))
    if problems:
        raise InputError(problems)
    at = {name: header.index(name) for name in layout.headers if name in header}
    number, width = at.get(layout.id, -1), len(header)
    for line, cells in lines:
        made.read += 1
        found = fate(cells, at, made) if len(cells) == width else "malformed"
        if isinstance(found, str):
            made.aside[found] += 1
            made.places.setdefault(found, Where(part.file, line))
            continue
        made.used += 1
        made.counts[found] += 1
        if number >= 0 and cells[number]:
            made.repeated[cells[number]] += 1
            if made.repeated[cells[number]] > 1:
                made.places.setdefault("repeated", Where(part.file, line))


def _lines(part: Part, encoding: str) -> Iterator[tuple[int, list[str]]]:
    """Give each line of a file as cells; a row of several lines has an open quote."""
    reader = csv.reader(io.StringIO(decoded(part, encoding), newline=""), strict=True)
    start = 1
    try:
        for cells in reader:
            if reader.line_num != start:
                raise open_quote(part.file, start, f"one row runs on to line {reader.line_num}")
            if cells:
                yield start, cells
            start = reader.line_num + 1
    except csv.Error as error:
        raise open_quote(part.file, start, f"not a readable CSV ({error})") from None
    if start == 1:
        raise InputError([Problem(Where(part.file), "is empty")])


Fate = Callable[[list[str], dict[str, int], Tally], Counted | str]


def _fate(layout: Layout, names: Names, wanted: list[Period]) -> Fate:
    """Make the function that says what a row counts as, or why it is set aside."""
    headers = {name: column.header for name, column in layout.columns.items()}

    @cache  # there are few values, and many rows
    def value(name: str, text: str) -> Value:
        try:
            return convert(text, layout.columns[name], names)
        except Unreadable:
            return None

    @cache
    def month_inside(first: date, last: date) -> bool:
        return any(p.first <= first and last <= p.last for p in wanted)

    def fate(cells: list[str], at: dict[str, int], made: Tally) -> Counted | str:
        category, area, first, last = (
            value(name, cells[at[headers[name]]]) for name in ("category", "area", "first", "last")
        )
        if not isinstance(first, date) or not isinstance(last, date):
            return "malformed"
        if any(cells[at[header]] not in values for header, values in layout.only.items()):
            return "left out by the layout"
        if isinstance(category, str):
            made.seen.add((category, first))
        if not month_inside(first, last):
            return "outside the period"
        if area is None:
            return _elsewhere(cells[at[headers["area"]]], layout.columns["area"].codes)
        return (str(category), str(area), first) if category else "unknown category"

    return fate


def _elsewhere(code: str, codes: str) -> str:
    """Say why the code of an area is none of the partnership's."""
    if not code.strip():
        return "no location"
    return "outside the area" if re.fullmatch(codes, code.strip()) else "unknown area code"
