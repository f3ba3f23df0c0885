"""Find the area that a point lies in, by the boundaries that the edition has."""

import re
from collections.abc import Callable, Sequence

from report.config.study import Study
from report.errors import InputError, Problem
from report.sources.boundaries import GRID
from report.sources.layouts import Layout
from report.sources.tables import Boundaries

# What longitude and latitude are given in.
DEGREES = "EPSG:4326"

Locate = Callable[[float, float], str]


def locator(study: Study, id_: str, layout: Layout, boundaries: Sequence[Boundaries]) -> Locate:
    """Make the function that gives the code of the area at a longitude and a latitude, or "".

    Looked for are the areas whose codes the layout names; of areas that share a border, on which
    the point lies, the first by code.
    Raises InputError where no source has their boundaries.
    """
    import pyproj
    import shapely

    pattern = re.compile(layout.columns["area"].codes)
    found = {c: p for each in boundaries for c, p in each.polygons.items() if pattern.fullmatch(c)}
    if not found:
        where, what = study.where("sources", id_), "its rows are placed by their points"
        advice = "add a source of the boundaries of LSOAs, such as ons-lsoa21-boundaries"
        raise InputError([Problem(where, what, advice)])
    codes = sorted(found)
    tree = shapely.STRtree([found[code] for code in codes])
    step = pyproj.Transformer.from_crs(DEGREES, GRID, always_xy=True)

    def locate(longitude: float, latitude: float) -> str:
        point = shapely.Point(*step.transform(longitude, latitude))
        return min((codes[each] for each in tree.query(point, predicate="intersects")), default="")

    return locate
