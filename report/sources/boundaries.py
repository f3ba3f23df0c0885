"""Boundaries: the polygons of areas, found by their codes in whatever file a publisher gives.

A GeoJSON, a GeoPackage or a shapefile, alone, in a folder or in a zip, in any projection, becomes
polygons in metres of the National Grid. GDAL opens a copy, because it may write beside what it
opens.
"""

import warnings
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from report.config.study import Study
from report.errors import InputError, Problem, Where
from report.sources import outlines
from report.sources.files import Part, found
from report.sources.layouts import Layout, LayoutColumn
from report.sources.tables import Boundaries
from report.sources.tallies import Tally

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry

# Files that hold polygons, and with those without which a shapefile cannot be read.
LAYERS = ("*.geojson", "*.json", "*.gpkg", "*.shp")
FILES = (*LAYERS, "*.shx", "*.dbf", "*.prj", "*.cpg")

GRID = "EPSG:27700"
# Metres on the National Grid, to the east and to the north, between which Great Britain lies with
# its seas. Degrees taken for metres would lie at its origin.
WEST, EAST, SOUTH, NORTH = 1_000, 800_000, 1_000, 1_300_000

# Metres by which borders that are one may miss each other.
SNAP = 1.0


def read_boundaries(study: Study, id_: str, layout: Layout) -> tuple[Boundaries, Tally]:
    """Read a source of boundaries.

    Gives the polygons of the areas that the study knows; several of one area are joined, as are
    those of another census's codes.
    Raises InputError with the first fault of each file.
    """
    made, problems = Tally(), list[Problem]()
    shapes: dict[str, list[BaseGeometry]] = {}
    with TemporaryDirectory() as folder:
        parts = list(found(study, id_, FILES, "GeoJSON, GeoPackage or shapefile"))
        for part in parts:
            made.hashed.add(part)
        for path, shown in _laid_out(parts, Path(folder)):
            try:
                for code, shape in _used(study, path, shown, layout, made):
                    shapes.setdefault(code, []).append(shape)
            except InputError as error:
                problems.extend(error.problems)
    if not problems and not shapes:
        what = f"none of its {made.read} codes is that of an area of the partnership"
        advice = "is it of other areas, or of another year?"
        problems.append(Problem(study.where("sources", id_, "file"), what, advice))
    if problems:
        raise InputError(problems)
    credit = " ".join(filter(None, (layout.note, study.edition.sources[id_].licence)))
    return Boundaries(id_, credit, outlines.matched(shapes, SNAP)), made


def codes_of(parts: Iterable[Part], layout: Layout) -> set[str]:
    """Give the codes of all polygons in some files. Raises InputError where they hold none."""
    with TemporaryDirectory() as folder:
        layers = _laid_out(parts, Path(folder))
        return {c for path, name in layers for c in _layer(path, name, layout.columns["code"])[0]}


def _laid_out(parts: Iterable[Part], folder: Path) -> list[tuple[Path, str]]:
    """Copy files into a folder, and give those that hold polygons, each with its name to print."""
    layers = []
    for part in parts:
        path = folder / part.inner
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(part.raw)
        if any(path.match(name) for name in LAYERS):
            layers.append((path, part.file))
    return layers


def _used(
    study: Study, path: Path, shown: str, layout: Layout, made: Tally
) -> Iterator[tuple[str, "BaseGeometry"]]:
    """Give code and polygon of every area of a file that the study knows, and tell of the rest."""
    codes, shapes, projection = _layer(path, shown, layout.columns["code"])
    known, kept = study.areas(), []
    for code, shape in zip(codes, shapes, strict=True):
        made.read += 1
        area = study.taker(code) or code
        if reason := _fate(area, shape, known):
            made.aside[reason] += 1
            made.values.setdefault(reason, Counter())[code] += 1
            made.places.setdefault(reason, Where(shown))
        else:
            kept.append((area, shape))
    made.used += len(kept)
    yield from zip([c for c, _ in kept], _projected(kept, projection, shown), strict=True)


def _fate(code: Any, shape: Any, known: Mapping[str, Any]) -> str:
    """Say why a polygon is set aside; "" where it is used."""
    if not code or shape is None or shape.is_empty:
        return "malformed"
    return "" if code in known else "outside the area"


def _layer(
    path: Path, shown: str, column: LayoutColumn
) -> tuple[Sequence[Any], Sequence[Any], str]:
    """Read the codes, the shapes and the projection of a file's first layer that has the codes."""
    import pyogrio
    import shapely

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of rings that GDAL closes, and the like
        try:
            there: dict[str, list[str]] = {
                str(name): [str(field) for field in pyogrio.read_info(path, layer=name)["fields"]]
                for name, _ in pyogrio.list_layers(path)
            }
            layer, name = _code_of(there, column, shown)
            meta, _, shapes, (codes,) = pyogrio.raw.read(path, layer=layer, columns=[name])
        except pyogrio.errors.DataSourceError as error:
            raise InputError([_unreadable(path, shown, str(error))]) from None
    return [str(code or "").strip() for code in codes], shapely.from_wkb(shapes), meta["crs"] or ""


def _code_of(
    there: Mapping[str, Sequence[str]], column: LayoutColumn, shown: str
) -> tuple[str, str]:
    """Find the layer and the property that hold the codes; capital and small letters are one."""
    sought = {name.casefold() for name in (column.header, *column.also)}
    for layer, names in there.items():
        for name in names:
            if name.casefold() in sought:
                return layer, name
    names = ", ".join(name for names in there.values() for name in names)
    what = f"no property '{column.header}' with the codes of areas, but {names or 'none'}"
    advice = "use the layout that reads one of them, or write one" if names else "get it again"
    raise InputError([Problem(Where(shown), what, advice)])


def _unreadable(path: Path, shown: str, reason: str) -> Problem:
    if path.suffix.casefold() == ".shp" and not path.with_suffix(".shx").exists():
        what, advice = "a shapefile is several files", "name the folder or the zip that holds them"
        return Problem(Where(shown), what, advice)
    told = reason.partition(";")[0].replace(str(path), path.name)
    advice = "get the file again, as GeoJSON, GeoPackage or shapefile"
    return Problem(Where(shown), f"cannot be read ({told})", advice)


def _projected(
    kept: Sequence[tuple[str, "BaseGeometry"]], projection: str, shown: str
) -> Iterable["BaseGeometry"]:
    """Bring shapes to the National Grid. Raises InputError where they are none, or not there."""
    import numpy as np
    import pyproj
    import shapely

    if not kept:
        return []
    lines = [code for code, shape in kept if shape.geom_type not in ("Polygon", "MultiPolygon")]
    if lines:
        what = f"{lines[0]} is no polygon"
        raise InputError([Problem(Where(shown), what, "get the file of boundaries")])
    if not projection:
        advice = "put the .prj that belongs to it beside it, or get the file as GeoPackage"
        raise InputError([Problem(Where(shown), "does not name its projection", advice)])
    shapes = shapely.force_2d(np.array([shape for _, shape in kept], dtype=object))
    step = pyproj.Transformer.from_crs(projection, GRID, always_xy=True)
    moved = shapely.transform(shapes, lambda xy: np.column_stack(step.transform(*xy.T)))
    west, south, east, north = shapely.total_bounds(moved)
    if not (west >= WEST and south >= SOUTH and east <= EAST and north <= NORTH):
        what = f"lies outside Great Britain, taken as {pyproj.CRS(projection).name}"
        advice = "see that the file names its own projection"
        raise InputError([Problem(Where(shown), what, advice)])
    return list(moved)
