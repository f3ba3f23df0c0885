"""Horizontal bars: a group for each row, a bar for each column, every value at its bar's end.

Drawn for three kinds: ranked bars (one column), period bars (two), bars of few areas (up to four).
A group of several bars names its columns beside the bars of the first row, instead of in a legend.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from report.charts import frame, tips
from report.charts.data import Mark, Plot, head, parted

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

# Millimetres: a bar of a group and one alone, the space between groups, above and below them.
BAR, LONE_BAR, GAP = 3.8, 5.0, 2.8
HEAD, FOOT = 6.0, 0.5

# Labels longer than this many millimetres are folded.
LABELS = 52.0

# Millimetres around a label.
PAD = 1.2


def height(plot: Plot) -> float:
    """Give the height in millimetres that the bars of these rows need."""
    return HEAD + len(plot.marks) * _pitch(plot) + FOOT


def draw(
    figure: "Figure",
    plot: Plot,
    colours: Sequence[Sequence[str]],
    lines: Sequence[float] = (),
    foot: float = 0,
) -> "Axes":
    """Draw the groups from the top down and give their axes: x in the columns' unit, y in mm.

    colours: for each row, one for each column. lines: values at which lines of reference will be.
    foot: millimetres to keep free below the bars.
    """
    across, up = frame.size(figure)
    left = _left(plot)
    wide = across - left
    axes = frame.axes(figure, left, FOOT + foot, wide, up - HEAD - FOOT - foot)
    axes.set_xlim(*tips.limits(plot, wide, lines))
    axes.set_ylim(len(plot.marks) * _pitch(plot), 0)
    places = [_group(axes, row, plot, colours[row]) for row in range(len(plot.marks))]
    tips.write(axes, plot, places, wide, lines)
    _labels(axes, plot)
    frame.head(figure, head(plot), parted(plot)[0])
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


def _group(axes: "Axes", row: int, plot: Plot, colours: Sequence[str]) -> list[float]:
    """Draw the bars of one row, first column on top; give their middles."""
    columns = len(plot.columns)
    thick, middle = _thick(columns), (row + 0.5) * _pitch(plot)
    places = [middle + (at - (columns - 1) / 2) * thick for at in range(columns)]
    axes.barh(places, plot.marks[row].points, thick * 0.88, color=list(colours))
    return places


def _labels(axes: "Axes", plot: Plot) -> None:
    """Label the groups, and leave of the frame the line that the bars stand on."""
    places = [(row + 0.5) * _pitch(plot) for row in range(len(plot.marks))]
    texts = ["\n".join(_folded(mark)) for mark in plot.marks]
    axes.set_yticks(places, texts, size=frame.TEXT)
    axes.set_xticks([])
    axes.grid(visible=False)
    axes.spines.bottom.set_visible(False)
    base = axes.spines.left
    axes.axvline(0, color=base.get_edgecolor(), linewidth=base.get_linewidth(), clip_on=False)
