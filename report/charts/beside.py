"""Names beside marks and at the ends of lines, moved apart where they would meet."""

from collections.abc import Sequence
from math import dist
from typing import TYPE_CHECKING

from report.charts import endings, frame, labels
from report.charts.boxes import Box
from report.charts.look import Look

if TYPE_CHECKING:
    from matplotlib.axes import Axes

# Millimetres from a mark to its name, and the distance from which on a line leads there; from the
# drawing to a line's name.
OFF, LEAD, BESIDE = 1.8, 4.0, 1.5

# Points: of the line that leads to a name.
LEADER = 0.6

# Names lie over lines, which are at 1, and under marks, which are at 2.
UNDER = 1.5

Point = tuple[float, float]


def name_marks(
    axes: "Axes", named: Sequence[tuple[str, Point]], size: tuple[float, float], look: Look
) -> None:
    """Name marks in axes of this size in mm; named: the name, and where its mark is."""
    room = Box(0, 0, *size)
    points = [_place(axes, room, point) for _, point in named]
    texts = [text for text, _ in named]
    wanted = [_beside(point, text, room) for point, text in zip(points, texts, strict=True)]
    for text, point, box in zip(texts, points, labels.apart(wanted, room), strict=True):
        end = min(max(point[0], box.x), box.x + box.wide), box.middle[1]
        leads = {"arrowstyle": "-", "color": look.muted, "lw": LEADER}
        axes.annotate(
            text,
            _from_below(point, room),
            _from_below(box.middle, room),
            xycoords="axes points",
            textcoords="axes points",
            ha="center",
            va="center",
            size=frame.SMALL,
            zorder=UNDER,
            bbox=frame.backing(axes),
            arrowprops=leads if dist(point, end) > LEAD else None,
        )


def name_lines(axes: "Axes", ends: Sequence[tuple[str, float]], size: tuple[float, float]) -> None:
    """Name lines at the right of the drawing; ends: the name, and the value that its line ends at.

    size: the room at the right, and the drawing's height, in mm.
    """
    if not ends:
        return
    room, high = size
    low, top = axes.get_ylim()
    texts = [frame.folded(text, room - BESIDE, frame.SMALL) for text, _ in ends]
    wanted = [(value - low) / (top - low) * high for _, value in ends]
    places = endings.spread(wanted, [len(text) * frame.LINE for text in texts], high)
    for text, place in zip(texts, places, strict=True):
        axes.annotate(
            "\n".join(text),
            (1, place / high),
            (BESIDE / frame.MM_PER_POINT, 0),
            xycoords="axes fraction",
            textcoords="offset points",
            va="center",
            size=frame.SMALL,
        )


def _place(axes: "Axes", room: Box, point: Point) -> Point:
    """Give the millimetres of a point from the drawing's upper left corner."""
    (left, right), (low, high) = axes.get_xlim(), axes.get_ylim()
    across, up = (point[0] - left) / (right - left), (point[1] - low) / (high - low)
    return across * room.wide, (1 - up) * room.high


def _from_below(point: Point, room: Box) -> Point:
    return point[0] / frame.MM_PER_POINT, (room.high - point[1]) / frame.MM_PER_POINT


def _beside(point: Point, text: str, room: Box) -> Box:
    """Give the box of a name at the right of its mark, or at its left where the drawing ends."""
    wide = frame.breadth(text, frame.SMALL)
    x = point[0] + OFF if point[0] + OFF + wide < room.wide else point[0] - OFF - wide
    return Box(x, point[1] - frame.LINE / 2, wide, frame.LINE)
