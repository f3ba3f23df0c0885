"""Outlines: polygons made as fine as print can show, and written as a line of whole numbers.

Borders that two areas share stay shared: a map is simplified as one coverage (shapely's
coverage_simplify, after Visvalingam and Whyatt 1993), and rounded to one grid.
"""

from collections.abc import Iterable, Mapping, Sequence
from math import floor, log10
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from shapely.geometry.base import BaseGeometry

# Parts of a map's longer side: what simplification may take away (0.25 mm on 130 mm, squared, is
# the smallest triangle left), and the steps in which it is written.
FINE, STEP = 1 / 520, 1 / 2000


def matched(
    shapes: Mapping[str, Sequence["BaseGeometry"]], snap: float
) -> dict[str, "BaseGeometry"]:
    """Join the polygons of each area, and make neighbours share the points of their border.

    snap: metres by which borders that are one may miss each other.
    """
    import shapely

    codes = sorted(shapes)
    parts = [shapes[code] for code in codes]
    found = _array(each[0] if len(each) == 1 else shapely.union_all(each) for each in parts)
    if not shapely.coverage_is_valid(found):
        sound = shapely.make_valid(found, method="structure", keep_collapsed=False)
        found = shapely.coverage_clean(  # type: ignore[attr-defined]  # newer than its types
            sound, snapping_distance=snap, gap_width=snap
        )
    return dict(zip(codes, found, strict=True))


def drawn(
    polygons: Mapping[str, "BaseGeometry"],
    areas: Mapping[str, Sequence[str]],
    around: Mapping[str, Sequence[str]],
) -> tuple[dict[str, str], int]:
    """Outline areas and the wider ones around them: code -> text, and the decimals of its steps.

    areas: code -> codes of the polygons that make it. around: code -> codes of the areas in it.
    """
    import shapely

    made = _array(_joined(polygons, parts) for parts in areas.values())
    west, south, east, north = shapely.total_bounds(made)
    side = float(max(east - west, north - south))
    fine = dict(zip(areas, shapely.coverage_simplify(made, side * FINE), strict=True))
    wider = {code: _joined(fine, parts) for code, parts in around.items()}
    decimals = -floor(log10(side * STEP))
    texts = {code: text(shape, decimals, side * FINE) for code, shape in (fine | wider).items()}
    return texts, decimals


def _joined(polygons: Mapping[str, "BaseGeometry"], codes: Sequence[str]) -> "BaseGeometry":
    import shapely

    if len(codes) == 1:
        return polygons[codes[0]]
    return shapely.coverage_union_all(_array(polygons[code] for code in codes))


def text(shape: "BaseGeometry", decimals: int, near: float) -> str:
    """Write a polygon as `assessment.Column` says, in steps of 10 ** -decimals metres.

    near: how exactly the middle of the largest circle in it is found, in metres.
    """
    import shapely

    circle = shapely.maximum_inscribed_circle(_array([shape]), near)
    middle = shapely.get_point(circle, 0)
    rings = shapely.get_rings(shapely.get_parts(shapely.orient_polygons(shape)))
    numbers = [_steps(middle, decimals)[0], *(_moves(_steps(ring, decimals)) for ring in rings)]
    return ";".join(" ".join(map(str, each)) for each in numbers if len(each))


def _moves(points: "np.ndarray[Any, Any]") -> list[int]:
    """Give a ring's first point and the moves to the others; nothing where it has shrunk away."""
    import numpy as np

    moves = np.diff(points, axis=0)[:-1]
    moves = moves[moves.any(axis=1)]
    return [int(n) for n in (*points[0], *moves.ravel())] if len(moves) > 1 else []


def _steps(shape: Any, decimals: int) -> "np.ndarray[Any, Any]":
    import numpy as np
    import shapely

    return np.round(shapely.get_coordinates(shape) * 10.0**decimals).astype(int)


def _array(shapes: Iterable["BaseGeometry"]) -> "np.ndarray[Any, Any]":
    import numpy as np

    found = list(shapes)
    made = np.empty(len(found), dtype=object)
    made[:] = found
    return made
