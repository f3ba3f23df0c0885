"""Ranked bars: one value for each area or category in the order given, and a line to compare with.

Marks: `label`; `values`, one column; `average`, the key of the row drawn as the line; `strong`, the
key of a row to set apart from the others; `limits`, the keys of the two rows drawn as thin lines,
the lower first.
"""

from dataclasses import replace
from typing import TYPE_CHECKING

from report.assessment import Exhibit
from report.charts import alt, bars, frame
from report.charts.data import Mark, Plot, marked, plot
from report.charts.look import Look, applied

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

# Millimetres between the bars and the names of limits.
PAD = 1.0


def height(exhibit: Exhibit) -> float:
    """Give the figure's height in millimetres."""
    return bars.height(_parts(exhibit)[0]) + _foot(_limits(exhibit))


def draw(exhibit: Exhibit, look: Look) -> "Figure":
    """Draw one bar for each row from the top down, and the average as a line across them."""
    (shown, averages), limits = _parts(exhibit), _limits(exhibit)
    strong = marked(exhibit, "strong")
    colours = [[look.strong if strong in {"", m.key} else look.earlier] for m in shown.marks]
    with applied(look):
        figure = frame.figure((frame.width(exhibit), height(exhibit)))
        values = [mark.points[0] for mark in (*averages, *limits)]
        axes = bars.draw(figure, shown, colours, values, _foot(limits))
        for mark in averages:
            _line(figure, axes, mark.points[0], f"{mark.label} {shown.text(mark, 0)}", look)
        for mark, side in zip(limits, ("right", "left"), strict=False):
            _limit(figure, axes, mark, f"{mark.label} {shown.text(mark, 0)}", side, look)
    return figure


def describe(exhibit: Exhibit) -> str:
    """Describe the chart: what it shows, its extremes, its first and last bar, its average."""
    shown, averages = _parts(exhibit)
    sentences = [
        alt.opening(exhibit, shown, "Bar chart", alt.counted(len(shown.marks), "bar")),
        alt.story(shown),
        *(f"A line marks {m.label} at {shown.text(m, 0)}." for m in averages),
        *(f"{m.label}: {shown.text(m, 0)}." for m in _limits(exhibit)),
    ]
    return " ".join(sentences)


def _parts(exhibit: Exhibit) -> tuple[Plot, list[Mark]]:
    """Part the rows drawn as bars from the row, at most one, that is drawn as the line."""
    average = marked(exhibit, "average")
    everything = plot(exhibit, ("row", "total")) if average else plot(exhibit)
    rows = {row.key for row in exhibit.rows if row.role == "row"} - {average}
    marks = tuple(mark for mark in everything.marks if mark.key in rows)
    lines = [m for m in everything.marks if m.key == average and m.values[0] is not None]
    return replace(everything, marks=marks), lines


def _limits(exhibit: Exhibit) -> list[Mark]:
    """Give the rows drawn as limits, the lower first; none where the exhibit has none."""
    keys = exhibit.marks.get("limits", ())
    marks = {mark.key: mark for mark in plot(exhibit, ("rest",)).marks} if keys else {}
    return [marks[key] for key in keys]


def _foot(limits: list[Mark]) -> float:
    """Give the room below the bars that the names of limits need."""
    return frame.LINE + PAD if limits else 0


def _limit(figure: "Figure", axes: "Axes", mark: Mark, text: str, side: str, look: Look) -> None:
    """Draw a thin line over the bars, and name it below, away from the other one if it fits."""
    value, wide = mark.points[0], frame.size(figure)[0] * axes.get_position().width
    low, high = axes.get_xlim()
    room = (high - value if side == "left" else value - low) / (high - low) * wide
    other = {"left": "right", "right": "left"}[side]
    axes.axvline(value, color=look.paper, linewidth=2)
    axes.axvline(value, color=look.ink, linestyle=(0, (1, 2)), linewidth=1)
    axes.annotate(
        text,
        (value, 0),
        (0, -1.5),
        xycoords=axes.get_xaxis_transform(),
        textcoords="offset points",
        ha=side if room >= frame.breadth(text, frame.TEXT) else other,
        va="top",
    )


def _line(figure: "Figure", axes: "Axes", value: float, text: str, look: Look) -> None:
    """Draw a dashed line with paper on both sides, to be seen on bars, and name it above."""
    axes.axvline(value, color=look.paper, linewidth=3)
    axes.axvline(value, color=look.ink, linestyle=(0, (4, 2)), linewidth=1.2)
    axes.annotate(
        text,
        (value, 1),
        (0, 1.5),
        xycoords=axes.get_xaxis_transform(),
        textcoords="offset points",
        ha=_side(figure, axes, value, text),
        va="bottom",
        weight="bold",
    )


def _side(figure: "Figure", axes: "Axes", value: float, text: str) -> str:
    """Centre a name on its line, or put it beside where it would stand over the axes' edge."""
    low, high = axes.get_xlim()
    across = (value - low) / (high - low)
    wide = frame.size(figure)[0] * axes.get_position().width
    half = frame.breadth(text, frame.TEXT * frame.BOLD) / wide / 2
    if across < half:
        return "left"
    return "right" if across > 1 - half else "center"
