"""Ranked bars: one value for each area or category in the order given, and a line to compare with.

Marks: `label`; `values`, one column; `average`, the key of the row drawn as the line; `strong`, the
key of a row to set apart from the others.
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


def height(exhibit: Exhibit) -> float:
    """Give the figure's height in millimetres."""
    return bars.height(_parts(exhibit)[0])


def draw(exhibit: Exhibit, look: Look) -> "Figure":
    """Draw one bar for each row from the top down, and the average as a line across them."""
    shown, averages = _parts(exhibit)
    strong = marked(exhibit, "strong")
    colours = [[look.strong if strong in {"", m.key} else look.earlier] for m in shown.marks]
    with applied(look):
        figure = frame.figure((frame.width(exhibit), height(exhibit)))
        values = [value for average in averages for value in average.points]
        axes = bars.draw(figure, shown, colours, values)
        for average, value in zip(averages, values, strict=True):
            _line(figure, axes, value, f"{average.label} {shown.text(average, 0)}", look)
    return figure


def describe(exhibit: Exhibit) -> str:
    """Describe the chart: what it shows, its extremes, its first and last bar, its average."""
    shown, averages = _parts(exhibit)
    sentences = [
        alt.opening(exhibit, shown, "Bar chart", alt.counted(len(shown.marks), "bar")),
        alt.story(shown),
        *(f"A line marks {m.label} at {shown.text(m, 0)}." for m in averages),
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
