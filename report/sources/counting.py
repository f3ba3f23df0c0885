"""Count the rows of a publisher's files: one row for each offence, each used or set aside.

Rows are counted as they are read, so that the size of the files does not matter. A row is never
removed because it looks like another one.
"""

import csv
import io
from collections.abc import Callable, Iterator

from report.config.study import Study
from report.errors import InputError, Problem, Where
from report.sources.csvs import Csv, open_quote
from report.sources.encodings import decoded
from report.sources.fates import Row, judged_by
from report.sources.files import Part, parts
from report.sources.headers import header_problems
from report.sources.layouts import Layout
from report.sources.months import windows
from report.sources.tallies import Fate, Tally
from report.sources.values import Names


def tally(study: Study, id_: str, layout: Layout, names: Names) -> Tally:
    """Read and count every file of a source.

    Raises InputError where a file cannot be read, or stands twice.
    """
    made, fate = Tally(), judged_by(study, layout, names, windows(study))
    known: dict[str, str] = {}
    for part in parts(study, id_, layout.files):
        name = part.inner.rpartition("/")[2]
        if known.setdefault(name, part.file) != part.file:
            what = f"another file of this name is {known[name]}"
            raise InputError([Problem(Where(part.file), what, "remove one of the two")])
        made.hashed.add(part)
        _count(part, layout, made, fate)
    return made


def _count(part: Part, layout: Layout, made: Tally, fate: Callable[[Row], Fate]) -> None:
    lines = _lines(part, layout.encoding)
    _, header = next(lines, (0, []))
    problems = list(header_problems(Csv(part.file, header, []), layout))
    if problems:
        raise InputError(problems)
    at, width = {name: header.index(name) for name in header}, len(header)
    for line, cells in lines:
        row, where = Row(cells, at), Where(part.file, line)
        if len(cells) == width:
            made.add(fate(row), row.cell(layout.id), where)
        else:
            made.add(Fate("malformed"), "", where)


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
