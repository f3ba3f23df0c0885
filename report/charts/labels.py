"""Labels on a map: where several would stand on one another they move apart, on leaders."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

from report.charts.boxes import Box

# How often labels are moved apart, at most.
ROUNDS = 200

# Millimetres between labels, and what a round moves beyond that.
APART, MORE = 0.3, 0.05


def around(point: tuple[float, float], wide: float, high: float) -> Box:
    """Give the box of a label in the middle of which a point lies."""
    return Box(point[0] - wide / 2, point[1] - high / 2, wide, high)


def apart(boxes: Sequence[Box], room: Box) -> list[Box]:
    """Move boxes from one another, each along the shorter way, and keep them inside a room."""
    found = list(boxes)
    for _ in range(ROUNDS):
        met = False
        for a, b in combinations(range(len(found)), 2):
            if found[a].meets(found[b], APART):
                found[a], found[b] = _parted(found[a], found[b])
                met = True
        found = [_inside(box, room) for box in found]
        if not met:
            break
    return found


def _parted(one: Box, other: Box) -> tuple[Box, Box]:
    (x, y), (x2, y2) = one.middle, other.middle
    across = (one.wide + other.wide) / 2 + APART + MORE - abs(x2 - x)
    down = (one.high + other.high) / 2 + APART + MORE - abs(y2 - y)
    if across < down:
        step = across / 2 * (1 if x2 >= x else -1)
        return replace(one, x=one.x - step), replace(other, x=other.x + step)
    step = down / 2 * (1 if y2 >= y else -1)
    return replace(one, y=one.y - step), replace(other, y=other.y + step)


def _inside(box: Box, room: Box) -> Box:
    x = min(max(box.x, room.x), room.x + room.wide - box.wide)
    y = min(max(box.y, room.y), room.y + room.high - box.high)
    return replace(box, x=x, y=y)
