"""Sentences of alternative text that several kinds share: what is shown, extremes, ends."""

from collections.abc import Sequence

from report.assessment import Exhibit, Number
from report.charts.data import Mark, Plot, parted
from report.words import NOUNS

# With more rows than this, the first and last value of each would be a table read aloud; so would
# the places of a value that more of them share.
FEW = 6

Found = tuple[Number, Mark, int]


def opening(exhibit: Exhibit, plot: Plot, kind: str, count: str) -> str:
    """Say what kind of chart it is, of what, over which columns, in which unit."""
    of, unit = _subject(exhibit, plot), plot.columns[0].unit
    over = _columns(plot) if of.startswith(unit) else f"{_columns(plot)} ({unit})"
    return f"{kind} of {of}, {over}: {count}."


def counted(number: int, thing: str, things: str = "") -> str:
    """Give "1 line", "5 lines"."""
    return f"{number} {thing}" if number == 1 else f"{number} {things or thing + 's'}"


def in_order(names: Sequence[str]) -> str:
    """Give "1. Scanning; 2. Analysis"."""
    return "; ".join(f"{number}. {name}" for number, name in enumerate(names, start=1))


def story(plot: Plot, about: Sequence[str] = ()) -> str:
    """Give the extremes, then each row's ends, or of many rows the extremes at the end.

    about: keys of the rows whose extremes are given, where these are not all.
    """
    last = len(plot.columns) - 1
    if not plot.known():
        return extremes(plot, range(last + 1), about)
    if last == 0:
        sentences = [extremes(plot, range(1), about), *order(plot)]
    elif len(plot.marks) <= FEW:
        sentences = [extremes(plot, range(last + 1), about), ends(plot)]
    else:
        before = range(last) if last == 1 else range(last + 1)
        sentences = [extremes(plot, at, about) for at in (before, range(last, last + 1))]
    return " ".join([*sentences, *_gaps(plot)])


def extremes(plot: Plot, columns: range, about: Sequence[str] = ()) -> str:
    """Name the highest and the lowest value of these columns, and where they stand."""
    known = [found for found in plot.known() if found[2] in columns]
    known = [found for found in known if not about or found[1].key in about]
    values = [value for value, _, _ in known]
    one = len(columns) == 1 and len(plot.columns) > 1
    over = f" in {plot.columns[columns[0]].label}" if one else ""
    if not values:
        return f"No value can be shown{over}."
    if min(values) == max(values):
        return f"Every value shown{over} is {plot.text(*known[0][1:])}."
    top, bottom = (_at(plot, known, value, dated=not over) for value in (max(values), min(values)))
    return f"Highest{over}: {top}; lowest: {bottom}."


def ends(plot: Plot) -> str:
    """Give the first and the last value of each row."""
    pairs = (f"{mark.label} {plot.text(mark, 0)} to {plot.text(mark, -1)}" for mark in plot.marks)
    return f"From first to last: {'; '.join(pairs)}."


def order(plot: Plot) -> list[str]:
    """Give the first and the last row of a ranking."""
    ends = {"First": plot.marks[0], "Last": plot.marks[-1]} if len(plot.marks) > 1 else {}
    return [f"{at}: {mark.label}, {plot.text(mark, 0)}." for at, mark in ends.items()]


def _gaps(plot: Plot) -> list[str]:
    """Say how many values have only a marker."""
    missing = len(plot.marks) * len(plot.columns) - len(plot.known())
    return [f"{counted(missing, 'value')} cannot be shown."] if missing else []


def _subject(exhibit: Exhibit, plot: Plot) -> str:
    """Name what is shown: "All Crime by beat", "offences by category", or as the exhibit is."""
    unit = plot.columns[0].unit
    of = exhibit.measure or (unit if unit in NOUNS else "")
    if of in {"", plot.marks[0].label}:
        return of or exhibit.name
    return f"{of} by {plot.each if plot.each.isupper() else plot.each.lower()}"


def _columns(plot: Plot) -> str:
    """Name the columns: "2023/24", "Year to September 2007 to 2012"."""
    shared, names = parted(plot)
    if len(names) == 1:
        return plot.columns[0].label
    middle = " and " if len(names) == 2 else " to "  # noqa: PLR2004  a pair is no span
    return f"{shared} {names[0]}{middle}{names[-1]}".lstrip()


def _at(plot: Plot, known: Sequence[Found], value: Number, *, dated: bool) -> str:
    """Give "2,343 (Beat 62, 2018/19)", with every place of the value where they are few."""
    found = [(mark, at) for other, mark, at in known if other == value]
    places = " and ".join(_place(plot, mark, at, dated=dated) for mark, at in found)
    where = places if len(found) <= FEW else counted(len(found), "value")
    return f"{plot.text(*found[0])} ({where})"


def _place(plot: Plot, mark: Mark, at: int, *, dated: bool) -> str:
    """Name a row where there are several, and a column likewise."""
    names = [mark.label] if len(plot.marks) > 1 else []
    dates = [plot.columns[at].label] if dated and len(plot.columns) > 1 else []
    return ", ".join(names + dates)
