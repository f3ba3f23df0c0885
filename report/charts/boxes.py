"""Boxes with text, on a sheet in millimetres: what diagrams are made of.

x runs to the right and y down from the figure's upper left corner.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from report.charts import frame
from report.charts.look import Look

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

# Millimetres: between a box's edge and its text, sideways and up; of a box's round corners.
SIDE, ABOVE, ROUND = 2.0, 1.8, 1.0

# Between boxes side by side, and between one and what stands below it.
GAP = 3.0

# Room at the sheet's edge for half the line around a box.
EDGE = 0.4


@dataclass(frozen=True)
class Box:
    """A box's upper left corner, width and height in millimetres."""

    x: float
    y: float
    wide: float
    high: float

    @property
    def middle(self) -> tuple[float, float]:
        """Its centre."""
        return self.x + self.wide / 2, self.y + self.high / 2

    def holds(self, x: float, y: float, room: float = 0) -> bool:
        """Say whether a point is in it, or nearer to it than so many millimetres."""
        across = self.x - room < x < self.x + self.wide + room
        return across and self.y - room < y < self.y + self.high + room

    def meets(self, other: "Box", room: float) -> bool:
        """Say whether there is less than so much room between this box and another."""
        (x, y), (x2, y2) = self.middle, other.middle
        across = abs(x - x2) < (self.wide + other.wide) / 2 + room
        return across and abs(y - y2) < (self.high + other.high) / 2 + room


def sheet(figure: "Figure") -> "Axes":
    """Make the whole figure one sheet in millimetres."""
    across, up = frame.size(figure)
    axes = frame.axes(figure, 0, 0, across, up)
    axes.set_axis_off()
    axes.set_xlim(0, across)
    axes.set_ylim(up, 0)
    return axes


def folded(text: str, wide: float, *, bold: bool = False, points: float = frame.TEXT) -> list[str]:
    """Fold a text to the lines that a box of this width has room for."""
    room = (wide - 2 * SIDE) / (frame.BOLD if bold else 1)
    return frame.folded(text, room, points)


def height(*texts: list[str]) -> float:
    """Give the height that lines of text need in a box."""
    return 2 * ABOVE + frame.LINE * sum(map(len, texts))


def draw(axes: "Axes", box: Box, look: Look, *, full: bool = False) -> None:
    """Draw a box with a strong edge, or filled with that colour."""
    from matplotlib.patches import FancyBboxPatch

    face = look.strong if full else look.paper
    shape = f"round,pad=0,rounding_size={ROUND}"
    axes.add_patch(
        FancyBboxPatch((box.x, box.y), box.wide, box.high, shape, fc=face, ec=look.strong, lw=1.0)
    )


def write(
    axes: "Axes",
    box: Box,
    lines: list[str],
    *,
    color: str,
    weight: str = "normal",
    size: float = frame.TEXT,
) -> None:
    """Write lines into the middle of a box, each a text of its own at the pitch of the others."""
    x, y = box.middle
    pitch = frame.LINE * max(size / frame.TEXT, 1)
    for at, line in enumerate(lines):
        down = y + (at - (len(lines) - 1) / 2) * pitch
        axes.text(
            x, down, line, color=color, weight=weight, size=size, ha="center", va="center_baseline"
        )
