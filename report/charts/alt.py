"""Sentences of alternative text that several kinds share: what is shown, extremes, ends."""

from collections.abc import Sequence

from report.assessment import Exhibit, Number
from report.charts.data import Mark, Plot, parted

# With more rows than this, the first and last value of each would be a table read aloud.
FEW = 6

Found = tuple[Number, Mark, int]


def opening(exhibit: Exhibit, plot: Plot, kind: str, count: str) -> str:
    """Say what kind of chart it is, of what, over which columns, in which unit."""
    return f"{kind} of {exhibit.name}, {_columns(plot)} ({plot.columns[0].unit}): {count}."


def counted(number: int, thing: str, things: str = "") -> str:
    """Give "1 line", "5 lines"."""
    return f"{number} {thing}" if number == 1 else f"{number} {things or thing + 's'}"


def story(plot: Plot) -> str:
    """Give the extremes, then each row's ends, or of many rows the extremes at the end."""
    last = len(plot.columns) - 1
    if len(plot.marks) <= FEW:
        return f"{extremes(plot, range(last + 1))} {ends(plot)}"
    before = range(last) if last == 1 else range(last + 1)
    return f"{extremes(plot, before)} {extremes(plot, range(last, last + 1))}"


def extremes(plot: Plot, columns: range) -> str:
    """Name the highest and the lowest value of these columns, and where they stand."""
    known = [found for found in plot.known() if found[2] in columns]
    values = [value for value, _, _ in known]
    one = len(columns) == 1 and len(plot.columns) > 1
    over = f" in {plot.columns[columns[0]].label}" if one else ""
    if not values:
        return f"No value can be shown{over}."
    if min(values) == max(values):
        return f"Every value{over} is {plot.text(*known[0][1:])}."
    top, bottom = (_at(plot, known, value, dated=not over) for value in (max(values), min(values)))
    return f"Highest{over}: {top}; lowest: {bottom}."


def ends(plot: Plot) -> str:
    """Give the first and the last value of each row."""
    pairs = (f"{mark.label} {plot.text(mark, 0)} to {plot.text(mark, -1)}" for mark in plot.marks)
    return f"From first to last: {'; '.join(pairs)}."


def order(plot: Plot) -> str:
    """Give the first and the last row of a ranking."""
    first, last = plot.marks[0], plot.marks[-1]
    return f"First: {first.label}, {plot.text(first, 0)}. Last: {last.label}, {plot.text(last, 0)}."


def _columns(plot: Plot) -> str:
    """Name the columns: "2023/24", "Year to September 2007 to 2012"."""
    shared, names = parted(plot)
    if len(names) == 1:
        return plot.columns[0].label
    middle = " and " if len(names) == 2 else " to "  # noqa: PLR2004  a pair is no span
    return f"{shared} {names[0]}{middle}{names[-1]}".lstrip()


def _at(plot: Plot, known: Sequence[Found], value: Number, *, dated: bool) -> str:
    """Give "2,343 (Beat 62, 2018/19)", with every place that shares the value."""
    found = [(mark, at) for other, mark, at in known if other == value]
    places = (_place(plot, mark, at, dated=dated) for mark, at in found)
    return f"{plot.text(*found[0])} ({' and '.join(places)})"


def _place(plot: Plot, mark: Mark, at: int, *, dated: bool) -> str:
    """Name a row where there are several, and a column likewise."""
    names = [mark.label] if len(plot.marks) > 1 else []
    dates = [plot.columns[at].label] if dated and len(plot.columns) > 1 else []
    return ", ".join(names + dates)
