"""Count the rows of a publisher's files: one row for each offence, each used or set aside.

Rows are counted as they are read, so that the size of the files does not matter. A row is never
removed because it looks like another one.
"""

import csv
import io
from collections.abc import Callable, Iterator, Mapping
from operator import itemgetter

from report.config.study import Study
from report.errors import InputError, Problem, Where
from report.sources.csvs import Csv, open_quote
from report.sources.encodings import decoded
from report.sources.fates import Texts, deciding, judged_by
from report.sources.faults import Unreadable
from report.sources.files import Part, parts
from report.sources.headers import header_problems
from report.sources.layouts import Layout
from report.sources.months import windows
from report.sources.tallies import Fate, Tally
from report.sources.typed import given_values
from report.sources.values import Names, convert


def tally(study: Study, id_: str, layout: Layout, names: Names, made: Tally | None = None) -> Tally:
    """Read and count every file of a source.

    made: the tally that takes the rows, by default a new one.
    Raises InputError where a file cannot be read, or stands twice.
    """
    given = given_values(study, id_, layout)
    _fitting(study, id_, layout, names, given)
    made = Tally() if made is None else made
    fate = judged_by(study, layout, names, windows(study), given)
    known: dict[str, str] = {}
    for part in parts(study, id_, layout.files):
        name = part.inner.rpartition("/")[2]
        if known.setdefault(name, part.file) != part.file:
            what = f"another file of this name is {known[name]}"
            raise InputError([Problem(Where(part.file), what, "remove one of the two")])
        made.hashed.add(part)
        _count(part, layout, made, fate)
    return made


def _fitting(
    study: Study, id_: str, layout: Layout, names: Names, given: Mapping[str, str]
) -> None:
    """See that what the edition says of all rows can be read. Raises InputError."""
    for name, text in given.items():
        try:
            convert(text, layout.columns[name], names)
        except Unreadable as fault:
            where = study.where("sources", id_, "values", name)
            raise InputError([Problem(where, f"{name}: {fault.what}", fault.do)]) from None


def _count(part: Part, layout: Layout, made: Tally, fate: Callable[[Texts], Fate]) -> None:
    lines = lines_of(part, layout.encoding)
    header = layout.renamed(next(lines, (0, []))[1])
    problems = list(header_problems(Csv(part.file, header, []), layout))
    if problems:
        raise InputError(problems)
    texts = _picked(header, deciding(layout))
    number = header.index(layout.id) if layout.id in header else -1
    for line, cells in lines:
        if len(cells) == len(header):
            id_ = cells[number] if number >= 0 else ""
            made.add(fate(texts(cells)), id_, (part.file, line))
        else:
            made.add(Fate("malformed"), "", (part.file, line))


def _picked(header: list[str], wanted: list[str]) -> Callable[[list[str]], Texts]:
    """Make the function that gives the wanted cells of a row, "" of a column that is not there."""
    at = [header.index(name) if name in header else -1 for name in wanted]
    if len(at) > 1 and min(at) >= 0:
        return itemgetter(*at)  # the quick way for the usual case
    return lambda cells: tuple([cells[index] if index >= 0 else "" for index in at])


def lines_of(part: Part, encoding: str) -> Iterator[tuple[int, list[str]]]:
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
