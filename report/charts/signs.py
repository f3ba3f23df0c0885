"""What the months of a control chart signal: the shape of each signal, and the key below."""

from typing import TYPE_CHECKING, Any

from report.assessment import Exhibit
from report.charts import frame
from report.charts.data import marked, marked_column
from report.charts.look import Look

if TYPE_CHECKING:
    from matplotlib.figure import Figure

# Shape and whether it is filled, in the order of the names of signals: above and below by turns.
SHAPES = (
    *(("^", True), ("v", True), ("s", True), ("s", False)),
    *(("D", True), ("D", False), ("o", True), ("o", False)),
)

# Points: the size of a shape, and of the line around it.
SIZE, EDGE = 5.0, 0.9

# Millimetres: from a shape's middle to its name, how wide a column of names is, around the key.
BESIDE, COLUMN, PAD = 3.0, 85.0, 1.5


def signals(exhibit: Exhibit) -> list[tuple[str, list[str]]]:
    """Give every month with the names of its signals, the strongest first."""
    months = map(str, exhibit.values(marked(exhibit, "label")))
    said = [str(text or "") for text in exhibit.values(marked(exhibit, "signal"))]
    return [(m, text.split("; ") if text else []) for m, text in zip(months, said, strict=True)]


def used(exhibit: Exhibit) -> list[str]:
    """List the names of the signals that are drawn, in their order: the strongest of each month."""
    found = {said[0] for _, said in signals(exhibit) if said}
    return [name for name in _names(exhibit) if name in found]


def pen(exhibit: Exhibit, name: str, look: Look) -> dict[str, Any]:
    """Give the shape of a signal."""
    shape, filled = SHAPES[_names(exhibit).index(name)]
    return {
        "marker": shape,
        "markersize": SIZE,
        "markerfacecolor": look.ink if filled else look.paper,
        "markeredgecolor": look.ink,
        "markeredgewidth": EDGE,
        "linestyle": "",
        "clip_on": False,
    }


def _names(exhibit: Exhibit) -> list[str]:
    names = exhibit.marks.get("signals", [])
    return [names] if isinstance(names, str) else names


def changes(exhibit: Exhibit) -> list[tuple[int, str]]:
    """Give the place of each month from which on recording changed, and what did."""
    if not marked(exhibit, "changed"):
        return []
    said = exhibit.values(marked(exhibit, "changed"))
    return [(at, str(what)) for at, what in enumerate(said) if what]


def _changed(exhibit: Exhibit) -> list[list[str]]:
    """Fold what changed, each with its month, to the width of the figure."""
    column, months = marked_column(exhibit, "changed"), exhibit.values(marked(exhibit, "label"))
    head = column.label if column else ""
    room = frame.width(exhibit) - 2 * BESIDE
    return [
        frame.folded(f"{head}, {months[at]}: {what}", room, frame.SMALL)
        for at, what in changes(exhibit)
    ]


def height(exhibit: Exhibit) -> float:
    """Give the key's height in millimetres."""
    rows = -(-len(used(exhibit)) // 2) + sum(map(len, _changed(exhibit)))
    return rows * frame.LINE + (PAD if rows else 0)


def draw(figure: "Figure", exhibit: Exhibit, look: Look) -> None:
    """Draw the key at the foot of the figure: two columns of shapes, then what changed."""
    across, up = frame.size(figure)
    axes = frame.axes(figure, 0, 0, across, up)
    axes.set_xlim(0, across)
    axes.set_ylim(0, up)
    axes.set_axis_off()
    y = height(exhibit) - PAD - frame.LINE / 2
    names = used(exhibit)
    for at, name in enumerate(names):
        x = BESIDE / 2 + at % 2 * COLUMN
        axes.plot([x], [y - at // 2 * frame.LINE], **pen(exhibit, name, look))
        axes.text(x + BESIDE, y - at // 2 * frame.LINE, name, size=frame.SMALL, va="center")
    y -= -(-len(names) // 2) * frame.LINE
    for lines in _changed(exhibit):
        edge = y + frame.LINE / 2
        upright = [edge - len(lines) * frame.LINE, edge]
        axes.plot([BESIDE / 2] * 2, upright, color=look.ink, linestyle=":", linewidth=2 * EDGE)
        for line in lines:
            axes.text(1.5 * BESIDE, y, line, size=frame.SMALL, va="center")
            y -= frame.LINE
