"""Polygons by their codes, whatever file they come in."""

import re
import shutil
from collections.abc import Callable
from itertools import pairwise
from math import hypot
from pathlib import Path

import pytest
import shapely
from shapely.affinity import translate

from report.errors import InputError
from report.sources.reading import read_sources
from report.sources.tables import Boundaries
from tests import squares
from tests.editions import EDITION, PARTNERSHIP, study_of
from tests.made_up import ROOT, altered, project
from tests.squares import CODES, SIDE, rings, settled, square, write

Lay = Callable[[Path], str]


def shapefile(folder: Path) -> Path:
    (folder / "shapes").mkdir()
    return write(folder / "shapes" / "ground.shp").parent


def in_zip(folder: Path) -> Path:
    return squares.zipped(shapefile(folder), folder / "ground.zip")


def in_two(folder: Path) -> str:
    """Put the squares of each row into a file of its own."""
    (folder / "rows").mkdir()
    for row in "12":
        write(folder / "rows" / f"{row}.geojson", codes=[c for c in CODES if c.endswith(row)])
    return "rows"


# format -> what is laid into the edition's folder of data, and the source's file
WAYS: dict[str, Lay] = {
    "GeoJSON in degrees": lambda folder: write(folder / "g.geojson", "EPSG:4326").name,
    "GeoJSON in metres": lambda folder: write(folder / "g.json").name,
    "GeoPackage": lambda folder: write(folder / "g.gpkg").name,
    "GeoPackage in degrees": lambda folder: write(folder / "g.gpkg", "EPSG:4258").name,
    "shapefile in a folder": lambda folder: shapefile(folder).name,
    "shapefile in a zip": lambda folder: in_zip(folder).name,
    "a shapefile's files": lambda folder: f"{shapefile(folder).name}/ground.*",
    "two files": in_two,
}


def boundaries(folder: Path, lay: Lay, layout: str = "boundaries") -> Boundaries:
    """Read the boundaries of the made-up project, laid out in a folder."""
    config = project(folder)
    data = settled(folder, layout=layout)
    file = lay(data)
    named = f"data/middlemarch/2023-24/{file}" if "/" in file else file
    altered(folder, EDITION, "file: ground.geojson", f"file: {named}")
    tables, records = read_sources(study_of(config))
    record = next(r for r in records if r.id == "ground")
    assert record.rows_read == record.rows_used + sum(record.set_aside.values())
    return tables.boundaries[0]


def problem(folder: Path, lay: Lay, layout: str = "boundaries") -> str:
    """Give the one problem that boundaries have, without the folder of data."""
    with pytest.raises(InputError) as caught:
        boundaries(folder, lay, layout)
    (found,) = caught.value.problems
    return str(found).replace("data/middlemarch/2023-24/", "")


@pytest.mark.parametrize("way", WAYS)
def test_every_format_and_projection_gives_the_same_squares(tmp_path: Path, way: str) -> None:
    """Six squares of 1,000,000 square metres where they were; PROJ's own grid shift is 2 m off."""
    found = boundaries(tmp_path, WAYS[way]).polygons

    assert list(found) == sorted(CODES)
    for code, shape in found.items():
        assert shape.area == pytest.approx(SIDE * SIDE, rel=0.001)
        assert shapely.hausdorff_distance(shape, square(code)) < 5


LAYOUTS = (
    *("boundaries", "ons-lsoa11-boundaries", "ons-lsoa21-boundaries"),
    *("ons-district-boundaries", "ons-ward-boundaries"),
)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_shape_of_a_fixture_is_used(tmp_path: Path, layout: str) -> None:
    """Five shapes as the publisher gives them: its properties, degrees of longitude first."""
    fixture = ROOT / "tests" / "fixtures" / "layouts" / f"{layout}.geojson"
    codes = re.findall(r'"([EW]0[0-9]{7}|ground-[1-5])"', fixture.read_text(encoding="utf-8"))
    config = project(tmp_path)
    shutil.copy(fixture, settled(tmp_path, layout=layout) / "ground.geojson")
    areas = "".join(f"\n  - {{code: {c}, name: At {c}, kind: LSOA}}" for c in codes)
    altered(tmp_path, PARTNERSHIP, squares.LIST, squares.LIST + areas)

    tables, records = read_sources(study_of(config))

    assert (records[0].rows_read, records[0].rows_used) == (5, 5)
    assert list(tables.boundaries[0].polygons) == sorted(codes)


def test_the_source_names_every_file_it_read(tmp_path: Path) -> None:
    """A shapefile in a zip is five files; the hash is that of the folder it unpacks to."""
    config = project(tmp_path)
    data = settled(tmp_path, "ground.zip")
    in_zip(data)

    _, records = read_sources(study_of(config))

    assert (records[0].files, records[0].rows_read, records[0].rows_used) == (5, 6, 6)


def test_areas_elsewhere_and_those_without_a_shape_are_set_aside(tmp_path: Path) -> None:
    """Of nine rows six are used: one is of another area, one has no code, one has no shape."""
    config = project(tmp_path)
    data = settled(tmp_path)
    more = {"E01000001": square("mid-1"), "": square("mid-1"), "mid-3": shapely.Polygon()}
    write(data / "ground.geojson", shapes=more)

    tables, records = read_sources(study_of(config))

    assert (records[0].rows_read, records[0].rows_used) == (9, 6)
    assert records[0].set_aside == {"outside the area": 1, "malformed": 2}
    assert [doubt.id for doubt in tables.doubts] == ["aside.ground"]


def test_several_polygons_of_an_area_are_joined(tmp_path: Path) -> None:
    """Two halves of a square under one code are the square."""
    half = shapely.box(450_000, 310_000, 450_500, 311_000)

    def lay(folder: Path) -> str:
        (folder / "two").mkdir()
        write(folder / "two" / "a.gpkg", codes=[c for c in CODES if c != "west-2"])
        write(folder / "two" / "b.gpkg", codes=[], shapes={"west-2": half})
        other = shapely.difference(square("west-2"), half)
        write(folder / "two" / "c.gpkg", codes=[], shapes={"west-2": other})
        return "two"

    found = boundaries(tmp_path, lay).polygons

    assert shapely.equals(found["west-2"], square("west-2"))


def lay_text(text: str) -> Lay:
    def lay(folder: Path) -> str:
        (folder / "ground.geojson").write_text(text, encoding="utf-8")
        return "ground.geojson"

    return lay


def without(ending: str) -> Lay:
    """Lay a shapefile without one of its files."""

    def lay(folder: Path) -> str:
        path = shapefile(folder)
        (path / f"ground{ending}").unlink()
        return path.name

    return lay


FAULTS: dict[str, tuple[Lay, str]] = {
    "another property": (
        lambda folder: write(folder / "ground.geojson", header="LSOA21CD").name,
        "ground.geojson: no property 'code' with the codes of areas, but LSOA21CD; use the layout"
        " that reads one of them, or write one",
    ),
    "no property": (
        lay_text('{"type": "FeatureCollection", "features": []}'),
        "ground.geojson: no property 'code' with the codes of areas, but none; get it again",
    ),
    "another year": (
        lambda folder: (
            write(folder / "ground.geojson", codes=[], shapes={"E01000001": square("mid-1")}).name
        ),
        "config/middlemarch/2023-24.yaml:7: none of its 1 codes is that of an area of the"
        " partnership; is it of other areas, or of another year?",
    ),
    "no boundaries": (
        lay_text("code,name\n"),
        "ground.geojson: cannot be read ('ground.geojson' not recognized as being in a supported"
        " file format.); get the file again, as GeoJSON, GeoPackage or shapefile",
    ),
    "a shapefile's shapes alone": (
        without(".shx"),
        "shapes/ground.shp: a shapefile is several files; name the folder or the zip that holds"
        " them",
    ),
    "no projection": (
        without(".prj"),
        "shapes/ground.shp: does not name its projection; put the .prj that belongs to it beside"
        " it, or get the file as GeoPackage",
    ),
    "points": (
        lambda folder: (
            write(
                folder / "ground.geojson", shapes={"west-1": shapely.Point(450_000, 310_000)}
            ).name
        ),
        "ground.geojson: west-1 is no polygon; get the file of boundaries",
    ),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_what_cannot_be_mapped_is_told(tmp_path: Path, fault: str) -> None:
    """A file that is none, of other areas, or says too little: what it is, and what to do."""
    lay, told = FAULTS[fault]

    assert problem(tmp_path, lay) == told


def test_metres_that_claim_to_be_degrees_are_told(tmp_path: Path) -> None:
    """A GeoJSON of National Grid metres without its projection is taken as degrees by the rule."""

    def lay(folder: Path) -> str:
        path = write(folder / "ground.geojson")
        text = path.read_text(encoding="utf-8")
        start = text.index('"crs"')
        path.write_text(text[:start] + text[text.index("\n", start) :], encoding="utf-8")
        return path.name

    assert problem(tmp_path, lay) == (
        "ground.geojson: lies outside Great Britain, taken as WGS 84; see that the file names its"
        " own projection"
    )


def test_degrees_that_claim_to_be_metres_are_told(tmp_path: Path) -> None:
    """A kilometre at Greenwich would be a metre off the Isles of Scilly."""
    near = shapely.box(0.1, 51.5, 0.2, 51.6)

    def lay(folder: Path) -> str:
        return write(folder / "ground.gpkg", codes=[], shapes={"mid-1": near}).name

    assert problem(tmp_path, lay) == (
        "ground.gpkg: lies outside Great Britain, taken as OSGB36 / British National Grid; see that"
        " the file names its own projection"
    )


def test_an_outline_is_the_square_in_whole_steps(tmp_path: Path) -> None:
    """The map is 3 km wide: steps of a metre; the middle of west-2 is 500 m from its corner."""
    made = boundaries(tmp_path, WAYS["GeoPackage"])

    texts, decimals = made.outlines({code: [code] for code in CODES}, {})

    assert decimals == 0
    assert texts["west-2"].startswith("450500 310500;")
    (ring,) = rings(texts["west-2"], decimals)
    assert sorted(ring) == [(450000, 310000), (450000, 311000), (451000, 310000), (451000, 311000)]


def test_a_wider_area_is_outlined_without_the_borders_inside(tmp_path: Path) -> None:
    """The six squares together are a rectangle of 3 km by 2 km; the middle column one of 1 by 2."""
    made = boundaries(tmp_path, WAYS["GeoPackage"])

    texts, _ = made.outlines({code: [code] for code in CODES}, {"all": list(CODES)})
    columns, _ = made.outlines({"mid": ["mid-1", "mid-2"]}, {})

    assert shapely.Polygon(rings(texts["all"], 0)[0]).area == 6 * SIDE * SIDE
    assert shapely.Polygon(rings(columns["mid"], 0)[0]).area == 2 * SIDE * SIDE


def wavy(code: str) -> shapely.Polygon:
    """Give a square whose upright sides are drawn with a point every 10 m, 3 m to and fro."""
    corners = shapely.get_coordinates(square(code))
    ring: list[tuple[float, float]] = []
    for (x, y), (x2, y2) in pairwise(map(tuple, corners)):
        steps = round(hypot(x2 - x, y2 - y) / 10)
        line = [(x + (x2 - x) * n / steps, y + (y2 - y) * n / steps) for n in range(steps)]
        ring += [(a + (3 if x == x2 and n % 2 else 0), b) for n, (a, b) in enumerate(line)]
    return shapely.Polygon(ring)


def test_simplified_areas_keep_their_size_and_their_shared_borders(tmp_path: Path) -> None:
    """What 130 mm cannot show goes; no gap or overlap arises, and areas stay within a hundredth."""

    def lay(folder: Path) -> str:
        return write(folder / "g.gpkg", codes=[], shapes={c: wavy(c) for c in CODES}).name

    made = boundaries(tmp_path, lay)
    texts, decimals = made.outlines({code: [code] for code in CODES}, {})
    found = [shapely.Polygon(rings(text, decimals)[0]) for text in texts.values()]

    assert sum(len(shapely.get_coordinates(shape)) for shape in found) < 6 * 30
    assert shapely.get_num_coordinates(wavy("mid-1")) > 400
    assert all(shape.area == pytest.approx(SIDE * SIDE, rel=0.01) for shape in found)
    assert shapely.coverage_is_valid(found)
    assert shapely.union_all(found).area == pytest.approx(sum(s.area for s in found))


def test_borders_that_miss_each_other_by_centimetres_are_made_one(tmp_path: Path) -> None:
    """Files that a publisher simplified area by area leave slivers: they are closed."""
    moved = translate(square("mid-1"), 0.3)

    def lay(folder: Path) -> str:
        return write(folder / "g.gpkg", shapes={"mid-1": moved}).name

    found = list(boundaries(tmp_path, lay).polygons.values())

    assert not shapely.coverage_is_valid([*map(square, CODES), moved])
    assert shapely.coverage_is_valid(found)
    assert shapely.union_all(found).geom_type == "Polygon"
