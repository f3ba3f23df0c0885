"""A tree of boxes with lines: the second level side by side where it fits, the rest in steps.

Drawn for structures whose lines are known.
"""

from typing import TYPE_CHECKING

from report.assessment import Branch
from report.charts import boxes
from report.charts.boxes import EDGE, GAP, Box
from report.charts.look import Look

if TYPE_CHECKING:
    from matplotlib.axes import Axes

# Millimetres: the narrowest box side by side, the widest at the top, from one step to the next.
NARROWEST, WIDEST, STEP = 30.0, 80.0, 5.0

# From a box down to those side by side below it.
DROP = 8.0


def height(found: tuple[Branch, ...], wide: float) -> float:
    """Give the height in millimetres of one tree below another."""
    return sum(_tree_high(branch, wide) for branch in found) + DROP * (len(found) - 1)


def draw(axes: "Axes", found: tuple[Branch, ...], wide: float, look: Look) -> None:
    """Draw the trees from the top down."""
    y = EDGE
    for branch in found:
        if _abreast(branch, wide):
            _fan(axes, branch, Box(EDGE, y, wide, 0), look)
        else:
            _steps(axes, branch, Box(EDGE, y, wide, 0), look, first=True)
        y += _tree_high(branch, wide) + DROP


def _abreast(branch: Branch, wide: float) -> bool:
    """Say whether what stands below a box finds its room side by side."""
    return len(branch.below) > 1 and _each(branch, wide) >= NARROWEST


def _each(branch: Branch, wide: float) -> float:
    columns = len(branch.below)
    return (wide - (columns - 1) * GAP) / columns


def _tree_high(branch: Branch, wide: float) -> float:
    if not _abreast(branch, wide):
        return _steps_high(branch, wide)
    each = _each(branch, wide)
    return _box_high(branch, WIDEST) + DROP + max(_steps_high(b, each) for b in branch.below)


def _box_high(branch: Branch, wide: float) -> float:
    return boxes.height(boxes.folded(branch.label, wide, bold=True))


def _steps_high(branch: Branch, wide: float) -> float:
    below = sum(GAP + _steps_high(b, wide - STEP) for b in branch.below)
    return _box_high(branch, min(wide, WIDEST)) + below


def _one(axes: "Axes", branch: Branch, box: Box, look: Look, *, first: bool = False) -> None:
    boxes.draw(axes, box, look, full=first)
    lines = boxes.folded(branch.label, box.wide, bold=True)
    weight = "bold" if first or branch.below else "normal"
    boxes.write(axes, box, lines, color=look.paper if first else look.ink, weight=weight)


def _fan(axes: "Axes", branch: Branch, room: Box, look: Look) -> None:
    """Draw a box, and side by side below it those that a line leads to."""
    each, high = _each(branch, room.wide), _box_high(branch, WIDEST)
    top = Box(room.x + (room.wide - WIDEST) / 2, room.y, WIDEST, high)
    bus, start = top.y + high + DROP / 2, top.y + high + DROP
    lefts = [room.x + at * (each + GAP) for at in range(len(branch.below))]
    middles = [left + each / 2 for left in lefts]
    _line(axes, look, (top.middle[0], top.y + high), (top.middle[0], bus))
    _line(axes, look, (middles[0], bus), (middles[-1], bus))
    for left, middle, below in zip(lefts, middles, branch.below, strict=True):
        _line(axes, look, (middle, bus), (middle, start))
        _steps(axes, below, Box(left, start, each, 0), look)
    _one(axes, branch, top, look, first=True)


def _steps(axes: "Axes", branch: Branch, room: Box, look: Look, *, first: bool = False) -> None:
    """Draw a box, and in steps to the right below it those that a line leads to."""
    wide = min(room.wide, WIDEST)
    box = Box(room.x, room.y, wide, _box_high(branch, wide))
    x, y = room.x + STEP / 2, room.y + box.high
    for below in branch.below:
        at = y + GAP
        middle = at + _box_high(below, min(room.wide - STEP, WIDEST)) / 2
        _line(axes, look, (x, room.y + box.high), (x, middle), (room.x + STEP, middle))
        _steps(axes, below, Box(room.x + STEP, at, room.wide - STEP, 0), look)
        y = at + _steps_high(below, room.wide - STEP)
    _one(axes, branch, box, look, first=first)


def _line(axes: "Axes", look: Look, *points: tuple[float, float]) -> None:
    axes.plot(*zip(*points, strict=True), color=look.muted, linewidth=1.0)
