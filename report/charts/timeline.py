"""One frame with lines over time: scales, names at the lines' ends, values on a lone line."""

from collections.abc import Mapping, Sequence
from math import ceil, nan
from typing import TYPE_CHECKING, Any

from report.assessment import Exhibit
from report.charts import endings, frame
from report.charts.data import Mark, Plot, head, parted
from report.charts.scale import upright

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

# Millimetres: the drawing's height with one line and with several.
ALONE, SEVERAL = 42.0, 68.0

# Millimetres: above the drawing; at its left for the scale; at its right beside a lone line.
HEAD, LEFT, RIGHT = 5.0, 12.0, 6.0

# Millimetres: before the first and after the last point; around a text; above a value.
MARGIN, PAD, VALUE = 4.0, 1.2, 4.5

STEPS = 5


def height(exhibit: Exhibit, plot: Plot) -> float:
    """Give the figure's height in millimetres."""
    drawing = ALONE if len(plot.marks) == 1 else SEVERAL
    return HEAD + drawing + _below(plot, frame.width(exhibit))


def draw(figure: "Figure", plot: Plot, pens: Sequence[Mapping[str, Any]]) -> None:
    """Draw every line with its pen; name several at their ends, write values on one alone."""
    across, up = frame.size(figure)
    below = _below(plot, across)
    high, wide = up - HEAD - below, across - LEFT - _right(plot)
    axes = frame.axes(figure, LEFT, below, wide, high)
    upright(axes, plot, STEPS, VALUE / high)
    _columns(axes, plot, across)
    for mark, pen in zip(plot.marks, pens, strict=True):
        axes.plot(known(mark), label=mark.label, clip_on=False, **pen)
    if len(plot.marks) == 1:
        _values(axes, plot, _step(plot, across))
    else:
        endings.draw(axes, plot, [str(pen["color"]) for pen in pens], (wide, high))
    frame.head(figure, head(plot), parted(plot)[0])


def known(mark: Mark) -> list[float]:
    """List a line's values, not a number where there is none: the line has a gap there."""
    return [nan if value is None else float(value) for value in mark.values]


def _right(plot: Plot) -> float:
    return RIGHT if len(plot.marks) == 1 else endings.ROOM


def _step(plot: Plot, across: float) -> float:
    """Give the millimetres from one column to the next."""
    wide = across - LEFT - _right(plot) - 2 * MARGIN
    return wide / max(len(plot.columns) - 1, 1)


def _below(plot: Plot, across: float) -> float:
    """Give the room for the columns' names below the drawing."""
    return max(map(len, _texts(plot, across))) * frame.LINE + 2 * PAD


def _texts(plot: Plot, across: float) -> list[list[str]]:
    """Fold the columns' names to the room between the names that are shown."""
    step, names = _step(plot, across), parted(plot)[1]
    room = min(step * _every(names, step) - PAD, 2 * (RIGHT + MARGIN))
    return [frame.folded(name, room, frame.SMALL) for name in names]


def _every(names: Sequence[str], step: float) -> int:
    """Give 1 where every column's name has room, 2 where every second has, and so on."""
    words = [frame.breadth(word, frame.SMALL) for name in names for word in name.split()]
    return ceil((max(words, default=0) + PAD) / step)


def _columns(axes: "Axes", plot: Plot, across: float) -> None:
    """Scale x by column, 0, 1, …, and name the last column and those before it that have room."""
    texts, step = _texts(plot, across), _step(plot, across)
    last = len(texts) - 1
    shown = range(last, -1, -_every(parted(plot)[1], step))
    axes.set_xticks(list(shown), ["\n".join(texts[at]) for at in shown])
    axes.set_xlim(-MARGIN / step, last + MARGIN / step)


def _values(axes: "Axes", plot: Plot, step: float) -> None:
    """Write the first, the last, the highest and the lowest value at their points."""
    found = plot.known()
    if not found:
        return
    low, high = min(found, key=_value), max(found, key=_value)
    ends = {found[0][2], found[-1][2]}
    shown = set(ends)
    for at in (high[2], low[2]):
        room = frame.breadth(plot.text(plot.marks[0], at), frame.TEXT)
        if all(abs(at - other) * step > room for other in shown):
            shown.add(at)
    for value, mark, at in found:
        if at in shown:
            _write(axes, plot.text(mark, at), at, float(value), below=at == low[2] != high[2])


def _value(found: tuple[float, Mark, int]) -> float:
    return found[0]


def _write(axes: "Axes", text: str, at: int, value: float, *, below: bool) -> None:
    """Write a value above its point, or below where the line comes down to it."""
    side = -1 if below else 1
    axes.annotate(
        text,
        (at, value),
        (0, side * PAD / frame.MM_PER_POINT * 1.5),
        textcoords="offset points",
        ha="center",
        va="top" if below else "bottom",
        bbox=frame.backing(axes),
    )
