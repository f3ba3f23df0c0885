"""Spark: one small line of a count over the years, with its first and its last value.

Marks: `label`; `values`, the columns from the first to the last. The first row is drawn, from
nought, so that a small change looks small.
"""

from typing import TYPE_CHECKING

from report.assessment import Exhibit
from report.charts import alt, frame
from report.charts.data import Mark, Plot, parted, plot
from report.charts.look import Look, applied

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

# The figure's size and the shortest line, in millimetres.
WIDTH, HEIGHT, SHORT = 46.0, 10.0, 12.0

# Millimetres: around the points; from the line to a value.
MARGIN, GAP = 1.2, 1.2

# Of a line of text: how far its letters stand below its top.
BASELINE = 0.75

# Points: the line, its last point, the ground it stands on.
THIN, POINT, GROUND = 1.6, 4.5, 0.6


def width(_: Exhibit) -> float:
    """Give the figure's width in millimetres."""
    return WIDTH


def height(_: Exhibit) -> float:
    """Give the figure's height in millimetres."""
    return HEIGHT


def draw(exhibit: Exhibit, look: Look) -> "Figure":
    """Draw the line, and beside its ends the first and the last value over their years."""
    shown = plot(exhibit)
    line = shown.marks[0]
    with applied(look):
        figure = frame.figure((WIDTH, HEIGHT))
        texts, left, across = _texts(shown, line)
        axes = frame.axes(figure, left, MARGIN, across, HEIGHT - 2 * MARGIN)
        _line(axes, line, look)
        for text, at, side in zip(texts, (0, 1), ("left", "right"), strict=True):
            _beside(figure, text, at, side)
    return figure


def _beside(figure: "Figure", text: str, at: float, side: str) -> None:
    """Write a text's lines one by one, so that other typefaces keep them at their end."""
    parts = text.split("\n")
    leading = frame.SMALL / (72 * figure.get_figheight())
    for number, part in enumerate(parts):
        y = 0.5 + leading * (len(parts) / 2 - BASELINE - number)
        figure.text(at, y, part, size=frame.SMALL, ha=side, va="baseline")


def describe(exhibit: Exhibit) -> str:
    """Say what the line is of, and its first and last value."""
    shown = plot(exhibit)
    line = shown.marks[0]
    opening = alt.opening(exhibit, shown, "Small line chart", alt.counted(1, "line"))
    first, last = _ends(shown, line)
    ends = [f"{shown.text(line, at)} in {shown.columns[at].label}" for at in (first, last)]
    return f"{opening} First: {ends[0]}; last: {ends[1]}."


def _ends(shown: Plot, line: Mark) -> tuple[int, int]:
    """Give the columns of the first and the last value there is."""
    known = [at for at, value in enumerate(line.values) if value is not None]
    return (known[0], known[-1]) if known else (0, len(shown.columns) - 1)


def _texts(shown: Plot, line: Mark) -> tuple[list[str], float, float]:
    """Give the two texts, and the line's left end and length: values give way to the line last."""
    values = [(shown.text(line, at), parted(shown)[1][at]) for at in _ends(shown, line)]
    for texts in (["\n".join(value) for value in values], [value for value, _ in values]):
        rooms = [
            max(frame.breadth(part, frame.SMALL) for part in text.split("\n")) + GAP + MARGIN
            for text in texts
        ]
        if WIDTH - sum(rooms) >= SHORT:
            return texts, rooms[0], WIDTH - sum(rooms)
    return ["", ""], MARGIN, WIDTH - 2 * MARGIN


def _line(axes: "Axes", line: Mark, look: Look) -> None:
    points = line.points
    known = [value for value in points if value == value]  # noqa: PLR0124  not a number
    axes.axis("off")
    axes.axhline(0, color=look.earlier, linewidth=GROUND, clip_on=False)
    axes.plot(points, color=look.strong, linewidth=THIN, label=line.label, clip_on=False)
    last = max((at for at, value in enumerate(points) if value == value), default=0)  # noqa: PLR0124
    axes.plot([last], [points[last]], "o", color=look.strong, markersize=POINT, clip_on=False)
    low, high = min([0.0, *known]), max([0.0, *known])
    axes.set_ylim(low, high if high > low else low + 1)
    axes.set_xlim(0, max(len(points) - 1, 1))
