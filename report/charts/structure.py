"""Structure: groups as boxes within boxes, or with lines from each to those below it.

Boxes within boxes say which groups belong to which, and not who reports to whom.
Columns: `level`, `label`. Marks: `lines`, where they are drawn.
"""

from typing import TYPE_CHECKING

from report.assessment import Branch, Exhibit
from report.charts import alt, boxes, frame, tree
from report.charts.boxes import EDGE, GAP, Box
from report.charts.look import Look, applied

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

# No box is narrower than this where another row of boxes can be had instead, in millimetres.
NARROWEST = 37.0


def height(exhibit: Exhibit) -> float:
    """Give the figure's height in millimetres."""
    wide = frame.width(exhibit) - 2 * EDGE
    if exhibit.marks.get("lines"):
        return tree.height(exhibit.branches(), wide) + 2 * EDGE
    return _rows_high(exhibit.branches(), wide) + 2 * EDGE


def draw(exhibit: Exhibit, look: Look) -> "Figure":
    """Draw every group once, those below it inside of it or on lines."""
    with applied(look):
        figure = frame.figure((frame.width(exhibit), height(exhibit)))
        axes = boxes.sheet(figure)
        wide = frame.width(exhibit) - 2 * EDGE
        if exhibit.marks.get("lines"):
            tree.draw(axes, exhibit.branches(), wide, look)
        else:
            _rows(axes, exhibit.branches(), Box(EDGE, EDGE, wide, 0), look, first=True)
    return figure


def describe(exhibit: Exhibit) -> str:
    """Name the groups of the first two levels and count all; the list beneath names the rest."""
    count = alt.counted(len(exhibit.rows), "group")
    how = ", with lines from each to those below it" if exhibit.marks.get("lines") else ""
    named = [
        f"{top.label}: {'; '.join(b.label for b in top.below)}." if top.below else f"{top.label}."
        for top in exhibit.branches()
    ]
    deep = any(b.below for top in exhibit.branches() for b in top.below)
    rest = [" The list below names those inside of these."] if deep else []
    return f"Diagram of {count}{how}. {' '.join(named)}{''.join(rest)}"


def _columns(found: tuple[Branch, ...], wide: float) -> int:
    """Give how many boxes stand in a row, so that the rows are about equally full."""
    fit = max(int((wide + GAP) / (NARROWEST + GAP)), 1)
    most = min(fit, len(found))
    lines = -(-len(found) // most)
    return -(-len(found) // lines)


def _in_rows(found: tuple[Branch, ...], wide: float) -> list[tuple[Branch, ...]]:
    most = _columns(found, wide)
    return [found[at : at + most] for at in range(0, len(found), most)]


def _each(found: tuple[Branch, ...], wide: float) -> float:
    """Give the width of each box in a row."""
    most = _columns(found, wide)
    return (wide - (most - 1) * GAP) / most


def _rows_high(found: tuple[Branch, ...], wide: float) -> float:
    each = _each(found, wide)
    rows = [max(_high(branch, each) for branch in row) for row in _in_rows(found, wide)]
    return sum(rows) + GAP * (len(rows) - 1)


def _high(branch: Branch, wide: float) -> float:
    top = boxes.height(boxes.folded(branch.label, wide, bold=True))
    return top + (_rows_high(branch.below, wide - 2 * GAP) + 2 * GAP if branch.below else 0)


def _rows(
    axes: "Axes", found: tuple[Branch, ...], room: Box, look: Look, *, first: bool = False
) -> None:
    """Draw boxes row by row into a room; a row of boxes that hold no others is of one height."""
    each, y = _each(found, room.wide), room.y
    for row in _in_rows(found, room.wide):
        highs = [_high(branch, each) for branch in row]
        if not any(branch.below for branch in row):
            highs = [max(highs)] * len(row)
        for at, (branch, high) in enumerate(zip(row, highs, strict=True)):
            _one(axes, branch, Box(room.x + at * (each + GAP), y, each, high), look, first=first)
        y += max(highs) + GAP


def _one(axes: "Axes", branch: Branch, box: Box, look: Look, *, first: bool) -> None:
    """Draw one box: of the first level with a full head, of a group with others a bold one."""
    bold = first or bool(branch.below)
    lines = boxes.folded(branch.label, box.wide, bold=True)
    head = Box(box.x, box.y, box.wide, boxes.height(lines) if branch.below else box.high)
    boxes.draw(axes, box, look)
    if first:
        boxes.draw(axes, head, look, full=True)
    colour, weight = look.paper if first else look.ink, "bold" if bold else "normal"
    boxes.write(axes, head, lines, color=colour, weight=weight)
    if branch.below:
        inner = Box(box.x + GAP, head.y + head.high + GAP, box.wide - 2 * GAP, 0)
        _rows(axes, branch.below, inner, look)
