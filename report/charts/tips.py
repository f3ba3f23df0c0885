"""What stands at the tips of horizontal bars: each value, and in the first group its column's name.

A text steps beyond a line of reference that would strike it out.
"""

from collections.abc import Sequence
from itertools import chain
from typing import TYPE_CHECKING

from report.assessment import Number
from report.charts import frame
from report.charts.data import Plot, parted

if TYPE_CHECKING:
    from matplotlib.axes import Axes

# Millimetres between a tip, or a line, and a text.
PAD = 1.2


def limits(plot: Plot, wide: float, lines: Sequence[float]) -> tuple[float, float]:
    """Choose limits from zero that leave every bar room for its text, in axes of this many mm."""
    bars = [(_tip(value), frame.breadth(text, frame.TEXT) + 2 * PAD) for value, text in _all(plot)]
    longest = max((room for _, room in bars), default=PAD)
    bars += [(line, longest) for line in lines]
    up = [(0.0, 0.0), *(bar for bar in bars if bar[0] >= 0)]
    down = [(0.0, 0.0), *(bar for bar in bars if bar[0] < 0)]
    scales = [(wide - a[1] - b[1]) / (a[0] - b[0]) for a in up for b in down if a[0] > b[0]]
    per_unit = min(scales, default=wide)
    low = min(value - room / per_unit for value, room in down)
    return low, low + wide / per_unit


def write(
    axes: "Axes",
    plot: Plot,
    places: Sequence[Sequence[float]],
    wide: float,
    lines: Sequence[float],
) -> None:
    """Write the texts, in axes of this many mm.

    places: for each row the middles of its bars. lines: the values of the lines of reference.
    """
    low, high = axes.get_xlim()
    for (value, text), place in zip(_all(plot), chain(*places), strict=True):
        tip = _tip(value)
        side = -1 if tip < 0 else 1
        away = [(line - tip) * side * wide / (high - low) for line in lines]
        axes.annotate(
            text,
            (tip, place),
            (side * _clear(away, frame.breadth(text, frame.TEXT)) / frame.MM_PER_POINT, 0),
            textcoords="offset points",
            ha="left" if side > 0 else "right",
            va="center_baseline",
        )


def _all(plot: Plot) -> list[tuple[Number | None, str]]:
    """List every bar's value and text, row by row: "1,185", in the first group "1,185 (2022)"."""
    names = parted(plot)[1] if len(plot.columns) > 1 else []
    return [
        (
            value,
            f"{plot.text(mark, at)} ({names[at]})" if names and row == 0 else plot.text(mark, at),
        )
        for row, mark in enumerate(plot.marks)
        for at, value in enumerate(mark.values)
    ]


def _tip(value: Number | None) -> float:
    """Give where a bar ends; without a value nothing is drawn, and the marker stands at zero."""
    return float(value or 0)


def _clear(lines: Sequence[float], long: float) -> float:
    """Give the millimetres from a tip to its text, which no line so far from the tip strikes."""
    start = PAD
    for line in sorted(lines):
        if start - PAD < line < start + long + PAD:
            start = line + PAD
    return start
