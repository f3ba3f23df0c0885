"""A ring of stages: boxes clockwise from the top, an arrow from each to the next.

Drawn for cycles and for stages round a centre.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, pi, sin
from typing import TYPE_CHECKING

from report.assessment import Branch
from report.charts import boxes, frame
from report.charts.boxes import EDGE, Box
from report.charts.look import Look

if TYPE_CHECKING:
    from matplotlib.axes import Axes

# Millimetres: the width of a stage's box, and of one where there are more stages than MANY.
STAGE, NARROW, MANY = 44.0, 36.0, 6

# Millimetres: between two boxes, for an arrow needs it; around a box, where no arrow is drawn.
ROOM, CLEAR = 9.0, 1.5

# A ring's least half height in millimetres, and by how much it grows until its boxes have room; how
# many times wider than high it is at most.
LEAST, MORE, FLAT = 20.0, 1.0, 2.0

# Points along the ring for each arrow.
POINTS = 200

Point = tuple[float, float]


@dataclass(frozen=True)
class Ring:
    """An ellipse in millimetres and the boxes on it; the box in its middle, if there is one."""

    middle: Point
    across: float
    half: float
    boxes: tuple[Box, ...]
    centre: Box | None

    def at(self, stage: float) -> Point:
        """Give the point of a stage, or of a place between two."""
        angle = 2 * pi * stage / len(self.boxes) - pi / 2
        x, y = self.middle
        return x + self.across * cos(angle), y + self.half * sin(angle)

    @property
    def high(self) -> float:
        """The height of all of it."""
        low = max(box.y + box.high for box in self.boxes)
        return max(low, self.middle[1] + self.half + CLEAR) + EDGE


def height(stages: Sequence[Branch], centre: Branch | None, wide: float) -> float:
    """Give the height in millimetres that the ring needs."""
    return _ring(stages, centre, wide).high


def draw(
    axes: "Axes", stages: Sequence[Branch], centre: Branch | None, wide: float, look: Look
) -> None:
    """Draw the arrows and the stages, numbered, and the centre if there is one."""
    ring = _ring(stages, centre, wide)
    for at in range(len(stages)):
        _arrow(axes, ring, at, look)
    for number, (stage, box) in enumerate(zip(stages, ring.boxes, strict=True), start=1):
        _stage(axes, stage, _title(number, stage), box, look)
    if centre and ring.centre:
        boxes.draw(axes, ring.centre, look, full=True)
        lines = boxes.folded(centre.label, ring.centre.wide, bold=True)
        boxes.write(axes, ring.centre, lines, color=look.paper, weight="bold")


def _ring(stages: Sequence[Branch], centre: Branch | None, wide: float) -> Ring:
    """Make the lowest ring that leaves room between its boxes."""
    half = LEAST
    ring = _sized(stages, centre, wide, half)
    while _crowded(ring):
        half += MORE
        ring = _sized(stages, centre, wide, half)
    return ring


def _sized(stages: Sequence[Branch], centre: Branch | None, wide: float, half: float) -> Ring:
    """Make a ring of some half height, its uppermost box at the figure's edge."""
    each = STAGE if len(stages) <= MANY else NARROW
    across = min((wide - each) / 2 - EDGE, FLAT * half)
    highs = [_high(number, stage, each) for number, stage in enumerate(stages, start=1)]
    bare = Ring((wide / 2, 0), across, half, (Box(0, 0, each, 0),) * len(stages), None)
    tops = [bare.at(at)[1] - high / 2 for at, high in enumerate(highs)]
    down = EDGE - min(tops)
    placed = tuple(
        Box(bare.at(at)[0] - each / 2, top + down, each, high)
        for at, (top, high) in enumerate(zip(tops, highs, strict=True))
    )
    return Ring((wide / 2, down), across, half, placed, _centre(centre, (wide / 2, down), each))


def _centre(centre: Branch | None, middle: Point, wide: float) -> Box | None:
    if not centre:
        return None
    high = boxes.height(boxes.folded(centre.label, wide, bold=True))
    return Box(middle[0] - wide / 2, middle[1] - high / 2, wide, high)


def _crowded(ring: Ring) -> bool:
    every = [*ring.boxes, *([ring.centre] if ring.centre else [])]
    return any(a.meets(b, ROOM) for at, a in enumerate(every) for b in every[:at])


def _title(number: int, stage: Branch) -> str:
    return f"{number}. {stage.label}"


def _details(stage: Branch, wide: float) -> list[str]:
    found = (boxes.folded(b.label, wide, points=frame.SMALL) for b in stage.below)
    return [line for lines in found for line in lines]


def _high(number: int, stage: Branch, wide: float) -> float:
    head = boxes.folded(_title(number, stage), wide, bold=True)
    return boxes.height(head, _details(stage, wide))


def _arrow(axes: "Axes", ring: Ring, at: int, look: Look) -> None:
    """Draw what of the ring lies between a stage's box and the next."""
    here, there = ring.boxes[at], ring.boxes[(at + 1) % len(ring.boxes)]
    arc = (ring.at(at + step / POINTS) for step in range(POINTS + 1))
    points = [p for p in arc if not (here.holds(*p, CLEAR) or there.holds(*p, CLEAR))]
    axes.plot(*zip(*points[:-3], strict=True), color=look.muted, linewidth=1.4)
    style = {"arrowstyle": "-|>", "color": look.muted, "lw": 1.4, "shrinkA": 0, "shrinkB": 0}
    axes.annotate("", points[-1], points[-6], arrowprops=style)


def _stage(axes: "Axes", stage: Branch, title: str, box: Box, look: Look) -> None:
    """Draw a stage: its number and name, and small below it what it holds."""
    boxes.draw(axes, box, look)
    head, details = boxes.folded(title, box.wide, bold=True), _details(stage, box.wide)
    top = Box(box.x, box.y + boxes.ABOVE, box.wide, frame.LINE * len(head))
    boxes.write(axes, top, head, color=look.ink, weight="bold")
    if details:
        rest = Box(box.x, top.y + top.high, box.wide, frame.LINE * len(details))
        boxes.write(axes, rest, details, color=look.ink, size=frame.SMALL)
