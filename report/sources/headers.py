"""Find what is wrong with the shape of a CSV: its headers, and rows of another width."""

from collections.abc import Iterable
from datetime import date

from report.errors import Problem, Where, nearest, suggestion
from report.sources.csvs import Csv
from report.sources.layouts import Layout
from report.sources.rows import periods
from report.sources.spans import EXAMPLES


def header_problems(text: Csv, layout: Layout) -> Iterable[Problem]:
    """Find headers that the layout needs, and those that it does not know."""
    wanted, needed = layout.headers, layout.needed
    named = [h for h in text.header if h]
    if not wanted & {*named, *(nearest(h, wanted) for h in named)}:
        what = f"none of the layout's columns is there: {', '.join(sorted(wanted))}"
        advice = "put the headers into the first line, or use another layout"
        yield Problem(Where(text.file, 1), what, advice)
        return
    for number, header in enumerate(text.header, start=1):
        if not header:
            what = f"column {number} has no header"
            yield Problem(Where(text.file, 1), what, "write it, or delete the column")
    known = {*wanted, *layout.ignored, *periods(text.header, layout)}
    unknown = [h for h in named if h not in known]
    for header in sorted({h for h in named if named.count(h) > 1}):
        yield Problem(Where(text.file, 1), f"the column '{header}' stands twice", "remove one")
    for header in sorted(needed - set(text.header)):
        near = nearest(header, unknown)
        advice = f"rename '{near}' to '{header}'" if near else "add it"
        unknown = [h for h in unknown if h != near]
        yield Problem(Where(text.file, 1), f"the column '{header}' is missing", advice)
    for header in [] if "*" in layout.ignored else unknown:
        advice = suggestion(header, wanted, "remove it, or use another layout")
        what = f"unknown column '{header}'"
        if layout.wide:
            what = f"the column '{header}' names no period, such as {_examples(layout)}"
        yield Problem(Where(text.file, 1), what, advice)


def _examples(layout: Layout) -> str:
    return " or ".join(EXAMPLES[kind] for kind in layout.wide)


def wide_problems(text: Csv, layout: Layout) -> Iterable[Problem]:
    """Find a wide table without periods, with one period twice, and rows without a figure."""
    heads = periods(text.header, layout)
    if layout.wide and not heads:
        what = f"no column names a period, such as {_examples(layout)}"
        yield Problem(Where(text.file, 1), what, "use another layout")
    seen: dict[tuple[date, date], str] = {}
    for header, period in heads.items():
        first = seen.setdefault((period.first, period.last), header)
        if first != header:
            what = f"the columns '{first}' and '{header}' name one period"
            yield Problem(Where(text.file, 1), what, "remove one")
    at = [text.header.index(header) for header in heads]
    for line, cells in text.rows:
        if at and not any(cells[index].strip() for index in at):
            yield Problem(Where(text.file, line), "the row has no figure", "take it out")


def width_problems(text: Csv) -> Iterable[Problem]:
    """Find rows that have other cells than the header."""
    for line, cells in text.rows:
        if len(cells) != len(text.header):
            what = f"the row has {len(cells)} cells, the header {len(text.header)}"
            yield Problem(Where(text.file, line), what, "put text that holds commas in quotes")
