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

from tests.editions import COUNTS, EDITION, PARTNERSHIP
from tests.made_up import altered, project

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

# Shoplifting in the squares, and in the district that the two in the east belong to; a square's
# residents.
COUNTED = {"west-1": 40, "west-2": 25, "mid-1": 12, "mid-2": 0, "east-1": 30, "east-2": 5}
THEIRS, OTHER, RESIDENTS = "E99000002", 35, 1_000


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


def mapped(folder: Path, maps: str = "[district]", counted: dict[str, int] | None = None) -> Path:
    """Lay out the made-up project with maps of shoplifting in a county of two districts."""
    config = project(folder)
    write(settled(folder) / "ground.gpkg")
    altered(folder, EDITION, "ground.geojson, layout", "ground.gpkg, licence: Made up, layout")
    county = "county: {code: C1, name: Exampleshire, kind: county}\nareas:\n"
    theirs = f"  - {{code: {THEIRS}, name: Barchester, kind: district, inside: [C1]}}\n"
    altered(folder, PARTNERSHIP, "areas:\n", county + theirs)
    for code in ("east-1", "east-2"):
        there = f"{{code: {code}, name: {code.title()}, kind: LSOA"
        altered(folder, PARTNERSHIP, there, f"{there}, inside: [{THEIRS}]")
    areas = COUNTED | {THEIRS: OTHER} | (counted or {})
    dates = "2023-04-01,2023-12-05"
    lines = [f"Shoplifting,{code},{dates},{number}\n" for code, number in areas.items()]
    altered(folder, COUNTS, f"Shoplifting,Frick,{dates},30\n", "".join(lines))
    rows = "".join(f"{code},2022,{RESIDENTS}\n" for code in CODES)
    altered(folder, "data/middlemarch/2023-24/population.csv", "Frick,2022,1000\n", rows)
    labels = "          labels: [{label: High, from_count: 60}, {label: Usual, from_count: 0}]\n"
    altered(folder, EDITION, labels, "          rate: false\n")
    altered(folder, EDITION, "          areas: beat\n", "          areas: LSOA\n")
    altered(folder, EDITION, "        trend: true\n", f"        maps: {maps}\n")
    return config


def settled(folder: Path, file: str = "ground.geojson", layout: str = "boundaries") -> Path:
    """Give the made-up partnership the six areas, and its edition a source of their boundaries."""
    areas = "".join(f"\n  - {{code: {c}, name: {c.title()}, kind: LSOA}}" for c in CODES)
    altered(folder, PARTNERSHIP, LIST, LIST + areas)
    source = f"  ground: {{file: {file}, layout: {layout}, title: Boundaries, audience: public}}\n"
    altered(folder, EDITION, SOURCES, SOURCES + source)
    return folder / "data" / "middlemarch" / "2023-24"


def rings(text: str, decimals: int) -> list[list[tuple[float, float]]]:
    """Read an outline's rings into metres, as `assessment.Column` says it is written."""
    every = []
    for ring in text.split(";")[1:]:
        numbers = [int(n) / 10**decimals for n in ring.split()]
        at, found = (0.0, 0.0), []
        for move in zip(numbers[::2], numbers[1::2], strict=True):
            at = (at[0] + move[0], at[1] + move[1])
            found.append(at)
        every.append(found)
    return every
