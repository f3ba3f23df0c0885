"""Where the county lies: cells of an uneven grid in the North Sea, in millionths of a degree.

Whole numbers throughout, so that borders that two areas share are the same to the last digit.
"""

import json
from collections.abc import Iterable
from functools import cache
from itertools import accumulate, pairwise

from data.exampleshire.areas import county
from data.exampleshire.chance import Chance
from data.exampleshire.places import Cell, Lsoa

Point = tuple[int, int]  # longitude, latitude

WEST, NORTH = 2_000_000, 54_560_000
# Narrow columns and low rows where the towns are.
WIDTHS = [x * 7_400 for x in (12, 10, 8, 6, 6, 7, 9, 8, 6, 6, 8, 10, 11, 12, 13)]
HEIGHTS = [x * 6_300 for x in (12, 11, 9, 8, 6, 5, 6, 7, 9, 11)]
LEFT = [WEST, *(WEST + x for x in accumulate(WIDTHS))]
TOP = [NORTH, *(NORTH - y for y in accumulate(HEIGHTS))]


def ring(cell: Cell) -> list[Point]:
    """Give a cell's corners and bends against the clock, the first point again at the end."""
    r, c = cell
    corners = [(r, c), (r + 1, c), (r + 1, c + 1), (r, c + 1), (r, c)]
    return [
        _corner(*corners[0]),
        *(point for one, other in pairwise(corners) for point in _side(one, other)),
    ]


def middle(cell: Cell) -> Point:
    """Give the mean of a cell's corners."""
    points = ring(cell)[:-1]
    return sum(x for x, _ in points) // len(points), sum(y for _, y in points) // len(points)


@cache
def _corner(row: int, column: int) -> Point:
    chance = Chance(f"corner {row} {column}")
    wide = min(WIDTHS[max(column - 1, 0)], WIDTHS[min(column, len(WIDTHS) - 1)]) // 4
    high = min(HEIGHTS[max(row - 1, 0)], HEIGHTS[min(row, len(HEIGHTS) - 1)]) // 4
    return _bent(LEFT[column] + chance.between(-wide, wide), TOP[row] + chance.between(-high, high))


def _bent(x: int, y: int) -> Point:
    """Bend the grid: its corners inward, its lines askew."""
    half_x, half_y = (LEFT[-1] - WEST) // 2, (NORTH - TOP[-1]) // 2
    dx, dy = x - WEST - half_x, y - NORTH + half_y
    u, v = dx * 1000 // half_x, dy * 1000 // half_y  # -1000 at one border, 1000 at the other
    bent_x = dx - dx * v * v // 9_000_000 + half_x * v * (1000 - abs(v)) // 9_000_000
    bent_y = dy - dy * u * u // 7_000_000 + half_y * u * (1000 - abs(u)) // 5_000_000
    return WEST + half_x + bent_x, NORTH - half_y + bent_y


def _side(one: Cell, other: Cell) -> list[Point]:
    """Give the points between two corners with the second: the same from either side."""
    bends = _bends(*sorted((one, other)))
    return [*(bends if one < other else bends[::-1]), _corner(*other)]


@cache
def _bends(one: Cell, other: Cell) -> tuple[Point, ...]:
    (x0, y0), (x1, y1) = _corner(*one), _corner(*other)
    chance = Chance(f"side {one} {other}")
    bends = []
    for third in (1, 2):
        aside = chance.between(-90, 90)  # in thousandths of the side's length
        x = x0 + (x1 - x0) * third // 3 - (y1 - y0) * aside // 1000
        y = y0 + (y1 - y0) * third // 3 + (x1 - x0) * aside // 1000
        bends.append((x, y))
    return tuple(bends)


def outline(cells: Iterable[Cell]) -> list[Point]:
    """Give the ring around cells that hang together: the sides that two of them share are gone."""
    sides = {side for cell in cells for side in pairwise(ring(cell))}
    onward = dict(side for side in sides if side[::-1] not in sides)
    start = min(onward)
    points = [start]
    while (point := onward.pop(points[-1])) != start:
        points.append(point)
    assert not onward, "the cells do not hang together, or touch at a corner"
    return [*points, start]


def lsoas_geojson() -> str:
    """Draw the LSOAs of 2021."""
    ordered = sorted(county().lsoas, key=lambda lsoa: lsoa.code)
    return _geojson(({"lsoa21_name": x.name, "lsoa21_code": x.code}, ring(x.cell)) for x in ordered)


def districts_geojson() -> str:
    """Draw the districts."""
    inside: dict[tuple[str, str], list[Lsoa]] = {}
    for lsoa in county().lsoas:
        inside.setdefault((lsoa.district.code, lsoa.district.name), []).append(lsoa)
    return _geojson(
        ({"ltla24_name": name, "ltla24_code": code}, outline(x.cell for x in lsoas))
        for (code, name), lsoas in sorted(inside.items())
    )


def degrees(millionths: int) -> str:
    """Write a coordinate with six decimals."""
    return f"{millionths // 1_000_000}.{millionths % 1_000_000:06}"  # there are none below 0


def _geojson(features: Iterable[tuple[dict[str, str], list[Point]]]) -> str:
    lines = []
    for properties, points in features:
        pairs = ",".join(f"[{degrees(x)},{degrees(y)}]" for x, y in points)
        lines.append(
            f'{{"type":"Feature","properties":{json.dumps(properties)},"geometry":'
            f'{{"type":"MultiPolygon","coordinates":[[[{pairs}]]]}}}}'
        )
    features_text = ",\n".join(lines)
    return f'{{"type":"FeatureCollection","features":[\n{features_text}\n]}}\n'
