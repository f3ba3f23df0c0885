"""Small multiples: a panel for each row on one scale from zero, with its first and last value.

It places the panels, their names and scales; the caller draws bars or lines into them.
"""

from math import ceil
from typing import TYPE_CHECKING, Any

from report.assessment import Exhibit, Number
from report.charts import frame, scale
from report.charts.data import Mark, Plot, head, parted

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

# Millimetres: the narrowest panel with the space beside it, that space, the drawing's height.
NARROWEST, BETWEEN, HIGH = 31.0, 2.5, 27.0

# Millimetres: above all panels; around a name; above a value.
HEAD, PAD, VALUE = 4.0, 1.2, 4.5

STEPS = 3


def height(exhibit: Exhibit, plot: Plot) -> float:
    """Give the figure's height in millimetres."""
    rows, _, wide = _grid(plot, frame.width(exhibit))
    return HEAD + rows * (_above(plot, wide) + HIGH + _below(plot, wide))


def draw(figure: "Figure", plot: Plot, half: float) -> list["Axes"]:
    """Place a panel for each row with its name, scales and end values; x is 0, 1, … by column.

    half: half the width of what stands at a column, 0.4 for a bar, 0 for a point.
    """
    across, up = frame.size(figure)
    _, columns, wide = _grid(plot, across)
    below = _below(plot, wide)
    down = _above(plot, wide) + HIGH + below
    panels = []
    for at, mark in enumerate(plot.marks):
        left = scale.room(plot) + at % columns * (wide + BETWEEN)
        bottom = up - HEAD - (at // columns + 1) * down + below
        panels.append(frame.axes(figure, left, bottom, wide, HIGH))
        _panel(panels[-1], plot, mark, wide, half)
        panels[-1].tick_params(labelleft=at % columns == 0)
    frame.head(figure, head(plot), parted(plot)[0])
    return panels


def _grid(plot: Plot, across: float) -> tuple[int, int, float]:
    """Give the rows and columns of panels, as even as can be, and a panel's width."""
    room = across - scale.room(plot) + BETWEEN
    rows = ceil(len(plot.marks) / (room // NARROWEST)) or 1
    columns = ceil(len(plot.marks) / rows) or 1
    return rows, columns, room / columns - BETWEEN


def _above(plot: Plot, wide: float) -> float:
    """Give the room that the names above the panels need."""
    lines = max((len(_folded(mark.label, wide)) for mark in plot.marks), default=1)
    return lines * frame.LINE + 2 * PAD


def _below(plot: Plot, wide: float) -> float:
    """Give the room that the columns' names below the panels need."""
    return max(len(_under(name, wide)) for name in _names(plot)) * frame.LINE + 2 * PAD


def _folded(text: str, wide: float) -> list[str]:
    return frame.folded(text, wide, frame.TEXT * frame.BOLD)


def _under(name: str, wide: float) -> list[str]:
    return frame.folded(name, wide / 2 - PAD, frame.SMALL)


def _names(plot: Plot) -> list[str]:
    """Give the first and the last column's name, without the words that all begin with."""
    names = parted(plot)[1]
    return [names[0], names[-1]] if len(names) > 1 else names


def _panel(axes: "Axes", plot: Plot, mark: Mark, wide: float, half: float) -> None:
    """Name one panel and give it the common scale, its columns' ends and their values."""
    last = len(plot.columns) - 1
    axes.set_title("\n".join(_folded(mark.label, wide)))
    scale.upright(axes, plot, STEPS, VALUE / HIGH)
    margin = half + _margin(plot, wide, half)
    axes.set_xlim(-margin, last + margin)
    _columns(axes, plot, wide / (last + 2 * margin), wide)
    for at in sorted({0, last}):
        _end(axes, plot.text(mark, at), (at, mark.values[at]), half if at == 0 else -half)


def _columns(axes: "Axes", plot: Plot, unit: float, wide: float) -> None:
    """Name the first and the last column under them, within the panel and apart.

    unit: millimetres from one column to the next.
    """
    texts = [_under(name, wide) for name in _names(plot)]
    half = max(frame.breadth(line, frame.SMALL) for text in texts for line in text) / 2
    low, high = axes.get_xlim()
    first = low + min(max(-low * unit, half), wide / 2 - half) / unit
    places = [first, low + high - first] if len(texts) > 1 else [(low + high) / 2]
    axes.set_xticks(places, ["\n".join(text) for text in texts])


def _margin(plot: Plot, wide: float, half: float) -> float:
    """Give what x needs at each side, so that end values stand beyond their neighbours."""
    ends = (plot.text(mark, at) for mark in plot.marks for at in (0, -1))
    longest = max((frame.breadth(text, frame.SMALL) for text in ends), default=0)
    between = len(plot.columns) - 1 - 2 * half
    return max(longest * between / (wide - 2 * longest) - 2 * half, 0) if between > 0 else 0


def _end(axes: "Axes", text: str, end: tuple[int, Number | None], inner: float) -> None:
    """Write an end value above its column, flush with the column's inner edge."""
    point = (end[0] + inner, max(float(end[1] or 0), 0))
    write(axes, text, point, ha="right" if end[0] == 0 else "left")


def write(axes: "Axes", text: str, point: tuple[float, float], **style: Any) -> None:
    """Write a value or a marker above a point of a panel, on paper."""
    axes.annotate(
        text,
        point,
        (0, 2),
        textcoords="offset points",
        size=frame.SMALL,
        bbox=frame.backing(axes),
        **style,
    )
