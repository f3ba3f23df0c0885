"""The legend of a map: a field for each class in use, and the names of areas with a number."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from report.charts import frame
from report.charts.classes import Class, Looks
from report.charts.look import Look

if TYPE_CHECKING:
    from matplotlib.axes import Axes

# Millimetres: the legend's width, a class's field, from it to its text, between lines, parts.
WIDE, FIELD, PAD, BETWEEN, PART = 58.0, 5.0, 1.8, 1.0, 4.0

# A line of small print, in millimetres, and the line around a field, in points.
LINE, EDGE = 3.4, 0.4

Numbered = Sequence[tuple[str, str]]


def height(head: str, found: Sequence[Class], numbered: Numbered) -> float:
    """Give the height of a legend in millimetres."""
    lines = [_folded(each.text, FIELD + PAD) for each in found]
    fields = sum(max(FIELD, len(text) * LINE) + BETWEEN for text in lines)
    names = sum(len(_folded(name, FIELD + PAD)) * LINE for _, name in numbered)
    return len(_folded(head, 0)) * LINE + PAD + fields + (PART + names if numbered else 0)


def draw(
    axes: "Axes",
    x: float,
    head: str,
    found: Sequence[Class],
    looks: Mapping[str, Looks],
    numbered: Numbered,
    look: Look,
) -> None:
    """Draw the legend from the top of a sheet in millimetres down.

    head: what the values are. numbered: number and name of areas that carry one.
    """
    from matplotlib.patches import Rectangle

    y = _write(axes, x, 0, _folded(head, 0), weight="bold") + PAD
    for each in found:
        style, text = looks[each.text], _folded(each.text, FIELD + PAD)
        high = max(FIELD, len(text) * LINE)
        edge, wide = style.line or (look.muted, EDGE)
        field = Rectangle((x, y + (high - FIELD) / 2), FIELD, FIELD, lw=wide, ec=edge)
        field.set(facecolor=style.colour, hatch=style.hatch)
        axes.add_patch(field)
        _write(axes, x + FIELD + PAD, y + (high - len(text) * LINE) / 2, text)
        y += high + BETWEEN
    y += PART
    for number, name in numbered:
        _write(axes, x, y, [number], weight="bold")
        y = _write(axes, x + FIELD + PAD, y, _folded(name, FIELD + PAD))


def _folded(text: str, before: float) -> list[str]:
    return frame.folded(text, (WIDE - before) / frame.BOLD, frame.SMALL)


def _write(axes: "Axes", x: float, y: float, lines: Sequence[str], weight: str = "normal") -> float:
    """Write lines from a height down, each a text of its own; give the height below them."""
    for line in lines:
        axes.text(x, y + LINE / 2, line, size=frame.SMALL, va="center_baseline", weight=weight)
        y += LINE
    return y
