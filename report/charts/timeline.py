"""One frame with lines over time: scales, names at the lines' ends, values on a lone line."""

from collections.abc import Mapping, Sequence
from math import ceil
from typing import TYPE_CHECKING, Any

from report.assessment import Exhibit
from report.charts import endings, frame, scale
from report.charts.data import Mark, Plot, head, parted

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

# Millimetres: the drawing's height with one line and with several.
ALONE, SEVERAL = 42.0, 68.0

# Millimetres: above the drawing; at its right beside a lone line.
HEAD, RIGHT = 5.0, 6.0

# Millimetres: before the first and after the last point; around a text; above a value.
MARGIN, PAD, VALUE = 4.0, 1.2, 4.5

STEPS = 5

# Points from a value's point to its text.
OFF = 5


def height(exhibit: Exhibit, plot: Plot) -> float:
    """Give the figure's height in millimetres."""
    drawing = ALONE if len(plot.marks) == 1 else SEVERAL
    return HEAD + drawing + _below(plot, frame.width(exhibit))


def draw(figure: "Figure", plot: Plot, pens: Sequence[Mapping[str, Any]]) -> "Axes":
    """Draw every line with its pen; name several at their ends, write values on one alone."""
    across, up = frame.size(figure)
    below = _below(plot, across)
    high, left = up - HEAD - below, scale.room(plot)
    wide = across - left - _right(plot)
    axes = frame.axes(figure, left, below, wide, high)
    scale.upright(axes, plot, STEPS, VALUE / high)
    _columns(axes, plot, across)
    for mark, pen in zip(plot.marks, pens, strict=True):
        axes.plot(mark.points, label=mark.label, clip_on=False, **pen)
    if len(plot.marks) == 1:
        _values(axes, plot, _step(plot, across), high)
    else:
        endings.draw(axes, plot, [str(pen["color"]) for pen in pens], (wide, high))
    frame.head(figure, head(plot), parted(plot)[0])
    return axes


def _right(plot: Plot) -> float:
    return RIGHT if len(plot.marks) == 1 else endings.ROOM


def _step(plot: Plot, across: float) -> float:
    """Give the millimetres from one column to the next."""
    wide = across - scale.room(plot) - _right(plot) - 2 * MARGIN
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


def _values(axes: "Axes", plot: Plot, step: float, high: float) -> None:
    """Write the first, the last, the highest and the lowest value at their points."""
    known = plot.known()
    if not known:
        return
    top, bottom = max(known, key=_value), min(known, key=_value)
    shown = {found[2]: found for found in (known[0], known[-1])}
    for found in (top, bottom):
        text = frame.breadth(plot.text(*found[1:]), frame.TEXT)
        if all(abs(found[2] - at) * step > text for at in shown):
            shown[found[2]] = found
    deep = float(bottom[0]) > VALUE / high * 2 * axes.get_ylim()[1]
    for at, (value, mark, _) in shown.items():
        _write(axes, plot.text(mark, at), (at, float(value)), below=deep and at == bottom[2])


def _value(found: tuple[float, Mark, int]) -> float:
    return found[0]


def _write(axes: "Axes", text: str, point: tuple[int, float], *, below: bool) -> None:
    """Write a value above its point, or below where the line comes down to it."""
    long = frame.breadth(text, frame.TEXT) / 2 > MARGIN
    axes.annotate(
        text,
        point,
        (0, -OFF if below else OFF),
        textcoords="offset points",
        ha="left" if long and point[0] == 0 else "center",
        va="top" if below else "bottom",
        bbox=frame.backing(axes),
    )
