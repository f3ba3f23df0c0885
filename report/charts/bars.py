"""Horizontal bars: a group for each row, a bar for each column, every value at its bar's end.

Drawn for three kinds: ranked bars (one column), period bars (two), bars of few areas (up to four).
A group of several bars names its columns beside the bars of the first row, instead of in a legend.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from report.charts import frame
from report.charts.data import Mark, Plot, head

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

# Millimetres: a bar of a group and one alone, the space between groups, above and below them.
BAR, LONE_BAR, GAP = 3.8, 5.0, 2.8
HEAD, FOOT = 6.0, 0.5

# Labels longer than this many millimetres are folded.
LABELS = 52.0

# Space between a bar's end and its value, and around a label.
PAD = 1.2


def height(plot: Plot) -> float:
    """Give the height in millimetres that the bars of these rows need."""
    return HEAD + len(plot.marks) * _pitch(plot) + FOOT


def draw(
    figure: "Figure",
    plot: Plot,
    colours: Sequence[Sequence[str]],
    reach: Sequence[float] = (),
) -> "Axes":
    """Draw the groups from the top down and give their axes: x in the columns' unit, y in mm.

    colours: for each row, one for each column. reach: values the axes hold beside the bars.
    """
    across, up = frame.size(figure)
    left = _left(plot)
    axes = frame.axes(figure, left, FOOT, across - left, up - HEAD - FOOT)
    ends = _ends(plot)
    axes.set_xlim(*_limits(plot, ends, across - left, reach))
    axes.set_ylim(len(plot.marks) * _pitch(plot), 0)
    for row, mark in enumerate(plot.marks):
        _group(axes, (row + 0.5) * _pitch(plot), mark, ends[row], colours[row])
    _labels(axes, plot)
    frame.head(figure, head(plot))
    return axes


def _thick(columns: int) -> float:
    return LONE_BAR if columns == 1 else BAR


def _pitch(plot: Plot) -> float:
    """Give the distance from one group to the next: its bars, or its label where that is taller."""
    lines = max((len(_folded(mark)) for mark in plot.marks), default=1)
    columns = len(plot.columns)
    return max(_thick(columns) * columns + GAP, lines * frame.LINE + PAD)


def _left(plot: Plot) -> float:
    """Give the room that the longest label needs."""
    lines = [line for mark in plot.marks for line in _folded(mark)]
    return max((frame.breadth(line, frame.TEXT) for line in lines), default=0) + PAD


def _folded(mark: Mark) -> list[str]:
    return frame.folded(mark.label, LABELS, frame.TEXT)


def _ends(plot: Plot) -> list[list[str]]:
    """Give each bar's text: its value, and in the first of several groups its column's name too."""
    texts = [[plot.text(mark, at) for at in range(len(plot.columns))] for mark in plot.marks]
    if texts and len(plot.columns) > 1:
        names = [column.label for column in plot.columns]
        texts[0] = [f"{text}   {name}" for text, name in zip(texts[0], names, strict=True)]
    return texts


def _limits(
    plot: Plot, ends: list[list[str]], wide: float, reach: Sequence[float]
) -> tuple[float, float]:
    """Choose limits from zero that leave every bar room for its text, in axes of this many mm."""
    bars = [
        (float(value or 0), frame.breadth(text, frame.TEXT) + 2 * PAD)
        for mark, texts in zip(plot.marks, ends, strict=True)
        for value, text in zip(mark.values, texts, strict=True)
    ]
    bars += [(value, PAD) for value in reach]
    up = [(0.0, 0.0), *(bar for bar in bars if bar[0] >= 0)]
    down = [(0.0, 0.0), *(bar for bar in bars if bar[0] < 0)]
    scales = [(wide - a[1] - b[1]) / (a[0] - b[0]) for a in up for b in down if a[0] > b[0]]
    per_unit = min(scales, default=wide)
    low = min(value - room / per_unit for value, room in down)
    return low, low + wide / per_unit


def _group(
    axes: "Axes", middle: float, mark: Mark, ends: list[str], colours: Sequence[str]
) -> None:
    """Draw the bars of one row about its middle, from the first column down to the last."""
    thick = _thick(len(ends))
    values = [float(value or 0) for value in mark.values]
    places = [middle + (at - (len(values) - 1) / 2) * thick for at in range(len(values))]
    axes.barh(places, values, thick * 0.88, color=list(colours))
    for value, place, text in zip(values, places, ends, strict=True):
        _end(axes, value, place, text)


def _end(axes: "Axes", value: float, place: float, text: str) -> None:
    """Write a bar's text beyond its end, on paper, so that no line of reference strikes it out."""
    side = -1 if value < 0 else 1
    axes.annotate(
        text,
        (value, place),
        (side * PAD / frame.MM_PER_POINT, 0),
        textcoords="offset points",
        ha="left" if side > 0 else "right",
        va="center_baseline",
        bbox=frame.backing(axes),
    )


def _labels(axes: "Axes", plot: Plot) -> None:
    """Label the groups, and leave of the frame the line that the bars stand on."""
    places = [(row + 0.5) * _pitch(plot) for row in range(len(plot.marks))]
    texts = ["\n".join(_folded(mark)) for mark in plot.marks]
    axes.set_yticks(places, texts, size=frame.TEXT)
    axes.set_xticks([])
    axes.grid(visible=False)
    axes.spines.bottom.set_visible(False)
    base = axes.spines.left
    axes.axvline(0, color=base.get_edgecolor(), linewidth=base.get_linewidth())
