"""A made-up ground: six squares of a kilometre in two rows, each an area of Middlemarch.

west-1  mid-1  east-1     (north)
west-2  mid-2  east-2
"""

import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path

import numpy as np
import pyogrio
import pyproj
import shapely

from tests.editions import EDITION, PARTNERSHIP
from tests.made_up import altered

GRID = "EPSG:27700"
LIST = "{code: beat-3, name: Frick, kind: beat, covers: Frick}"
SOURCES = "sources:\n"

DRIVERS = {
    ".gpkg": "GPKG",
    ".shp": "ESRI Shapefile",
    **dict.fromkeys((".geojson", ".json"), "GeoJSON"),
}

# Of the lower left corner, in metres of the National Grid: a made-up place in the Midlands.
EAST, NORTH, SIDE = 450_000, 310_000, 1_000

CODES = {
    f"{column}-{row}": (EAST + at * SIDE, NORTH + (2 - row) * SIDE)
    for at, column in enumerate(("west", "mid", "east"))
    for row in (1, 2)
}


def square(code: str) -> shapely.Polygon:
    """Give a square in metres of the National Grid."""
    east, north = CODES[code]
    return shapely.box(east, north, east + SIDE, north + SIDE)


def write(
    path: Path,
    crs: str = GRID,
    codes: Iterable[str] = CODES,
    header: str = "code",
    shapes: Mapping[str, shapely.Geometry] | None = None,
) -> Path:
    """Write the squares in a projection, in the format that the file's ending says."""
    step = pyproj.Transformer.from_crs(GRID, crs, always_xy=True)
    found = {code: square(code) for code in codes} | dict(shapes or {})
    moved = [
        shapely.transform(shape, lambda xy: np.column_stack(step.transform(*xy.T)))
        for shape in found.values()
    ]
    pyogrio.raw.write(
        path,
        np.array([shapely.to_wkb(shape) for shape in moved], dtype=object),
        [np.array(list(found), dtype=object)],
        [header],
        geometry_type="Unknown",
        crs=crs,
        driver=DRIVERS[path.suffix],
    )
    return path


def zipped(folder: Path, path: Path) -> Path:
    """Put every file of a folder into a zip."""
    with zipfile.ZipFile(path, "w") as archive:
        for file in sorted(folder.iterdir()):
            archive.write(file, f"ground/{file.name}")
    return path


def settled(folder: Path, file: str = "ground.geojson", layout: str = "boundaries") -> Path:
    """Give the made-up partnership the six areas, and its edition a source of their boundaries."""
    areas = "".join(f"\n  - {{code: {c}, name: {c.title()}, kind: LSOA}}" for c in CODES)
    altered(folder, PARTNERSHIP, LIST, LIST + areas)
    source = f"  ground: {{file: {file}, layout: {layout}, title: Boundaries, audience: public}}\n"
    altered(folder, EDITION, SOURCES, SOURCES + source)
    return folder / "data" / "middlemarch" / "2023-24"
