"""Sentences of alternative text that several kinds share: what is shown, extremes, first and last."""

from collections.abc import Sequence

from report.assessment import Exhibit, Number
from report.charts.data import Mark, Plot

# With more rows than this, the first and last value of each would be a table read aloud.
FEW = 6


def opening(exhibit: Exhibit, plot: Plot, kind: str, count: str) -> str:
    """Say what kind of chart it is, of what, in which unit, over which columns."""
    first, last = plot.columns[0], plot.columns[-1]
    over = f", {first.label} to {last.label}" if len(plot.columns) > 1 else ""
    return f"{kind} of {exhibit.name} ({first.unit}){over}: {count}."


def counted(number: int, thing: str, things: str = "") -> str:
    """Give "1 line", "5 lines"."""
    return f"{number} {thing}" if number == 1 else f"{number} {things or thing + 's'}"


def extremes(plot: Plot, *, last: bool = False) -> str:
    """Name the highest and the lowest value, of all or of the last column, and where they stand."""
    end = len(plot.columns) - 1
    known = [found for found in plot.known() if not last or found[2] == end]
    values = [value for value, _, _ in known]
    if not values:
        return "No value can be shown."
    if min(values) == max(values):
        return f"Every value is {_text(plot, known[0])}."
    return f"Highest: {_at(plot, known, max(values))}. Lowest: {_at(plot, known, min(values))}."


def ends(plot: Plot) -> str:
    """Give the first and the last value of each row, or of the first and last where they are many."""
    marks = plot.marks if len(plot.marks) <= FEW else (plot.marks[0], plot.marks[-1])
    pairs = (f"{m.label} {plot.text(m, 0)} to {plot.text(m, -1)}" for m in marks)
    return f"From first to last: {'; '.join(pairs)}."


def _at(plot: Plot, known: Sequence[tuple[Number, Mark, int]], value: Number) -> str:
    """Give "2,343 (Beat 62, 2018/19)", with every place that shares the value."""
    found = [entry for entry in known if entry[0] == value]
    return f"{_text(plot, found[0])} ({' and '.join(_place(plot, *e[1:]) for e in found)})"


def _text(plot: Plot, found: tuple[Number, Mark, int]) -> str:
    return plot.text(found[1], found[2])


def _place(plot: Plot, mark: Mark, at: int) -> str:
    names = [mark.label] if len(plot.marks) > 1 else []
    return ", ".join(names + ([plot.columns[at].label] if len(plot.columns) > 1 else []))
