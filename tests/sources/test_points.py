"""Rows that are placed by their points: stop and search, as data.police.uk publishes it."""

import json
import shutil
from collections import Counter
from csv import DictReader
from datetime import date
from io import TextIOWrapper
from itertools import pairwise
from pathlib import Path
from zipfile import ZipFile

import pytest

from report.assessment import SourceRecord
from report.sources.tables import Tables
from tests.editions import EDITION, PARTNERSHIP, problems_of, study_of
from tests.listed import FIXTURES, OWN, listed
from tests.listed import read as read_study
from tests.made_up import ROOT, altered

WEST, EAST = "E01999911", "E01999912"
WINDOW = (date(2023, 10, 1), date(2023, 11, 30))
OCTOBER = (date(2023, 10, 1), date(2023, 10, 31))
FILE = "data/middlemarch/2023-24/police-uk-searches.csv"
BOUNDARIES = "ons-lsoa21-boundaries"
LAYOUTS = ("police-uk-searches", "police-uk-search-outcomes")

REAL = ROOT.parent / "shared" / "real"
real = pytest.mark.skipif(not REAL.is_dir(), reason="the folder of real data is not there")


def searches(root: Path, *, boundaries: bool = True) -> Path:
    """Lay out an edition with both ways of counting searches, and two LSOAs that have a shape."""
    config = listed(root, *LAYOUTS).path
    lsoas = "".join(f"  - {{code: {c}, name: LSOA {c}, kind: LSOA}}\n" for c in (WEST, EAST))
    altered(root, PARTNERSHIP, "areas:\n", f"areas:\n{lsoas}")
    if boundaries:
        shutil.copy(FIXTURES / f"{BOUNDARIES}.geojson", root / "data" / "middlemarch" / "2023-24")
        source = f"{{file: {BOUNDARIES}.geojson, layout: {BOUNDARIES}, title: Boundaries}}"
        with config.open("a", encoding="utf-8") as file:
            file.write(f"  ground: {source}\n")
    return config


def read(config: Path) -> tuple[Tables, dict[str, SourceRecord]]:
    """Read the sources, with their records by id."""
    return read_study(study_of(config))


def test_searches_are_counted_by_object_and_by_outcome(tmp_path: Path) -> None:
    """In the LSOA that holds the point; one of the five lies in none of the partnership's."""
    tables, records = read(searches(tmp_path))

    for layout in LAYOUTS:
        assert (records[layout].rows_read, records[layout].rows_used) == (5, 4)
        assert records[layout].set_aside == {"outside the area": 1}
    assert tables.count("stop-and-search", OWN, *WINDOW) == 4
    assert tables.count("stop-and-search", WEST, *WINDOW) == 2
    assert tables.count("searches-drugs", WEST, *WINDOW) == 1
    assert tables.count("searches-drugs", OWN, *WINDOW) == 2
    assert tables.count("searches-weapons", EAST, *WINDOW) == 0
    assert tables.count("searches-arrest", OWN, *OCTOBER) == 1
    assert tables.count("searches-no-outcome", EAST, *WINDOW) == 1


def test_the_records_stand_in_the_order_of_the_edition(tmp_path: Path) -> None:
    """Boundaries are read first, wherever they stand."""
    assert list(read(searches(tmp_path))[1]) == [*LAYOUTS, "ground"]


def test_a_search_counts_on_its_day_in_the_united_kingdom(tmp_path: Path) -> None:
    """In summer time, 23:30 of universal time is half past midnight of the next day."""
    config = searches(tmp_path)
    altered(tmp_path, EDITION, "last: 2023-11-30", "last: 2023-10-14")

    tables, records = read(config)
    assert tables.count("stop-and-search", WEST, date(2023, 10, 1), date(2023, 10, 14)) == 1
    assert records[LAYOUTS[0]].set_aside == {"outside the period": 4}


@pytest.mark.parametrize(
    ("point", "reason"),
    [(",", "no location"), ("52.703000,", "malformed"), ("north,-1.395000", "malformed")],
)
def test_a_row_without_a_point_is_set_aside(tmp_path: Path, point: str, reason: str) -> None:
    """It belongs to no area that is known."""
    config = searches(tmp_path)
    altered(tmp_path, FILE, "14:05:00+00:00,,,52.703000,-1.395000", f"14:05:00+00:00,,,{point}")

    found = read(config)[1][LAYOUTS[0]].set_aside
    assert found == {"outside the area": 1, reason: 1}


def test_without_boundaries_no_point_can_be_placed(tmp_path: Path) -> None:
    """The message says what to add."""
    what = (
        "its rows are placed by their points;"
        " add a source of the boundaries of LSOAs, such as ons-lsoa21-boundaries"
    )

    assert problems_of(searches(tmp_path, boundaries=False)) == [
        f"{EDITION}:8: {what}",
        f"{EDITION}:9: {what}",
    ]


Ring = list[tuple[float, float]]


def holds(rings: list[Ring], x: float, y: float) -> bool:
    """Whether a ray from a point to the east crosses the rings of a polygon an odd number of times.

    The textbook's rule, in degrees, without any library.
    """
    sides = (side for ring in rings for side in pairwise(ring))
    return sum((a[1] > y) != (b[1] > y) and x < crossing(a, b, y) for a, b in sides) % 2 == 1


def crossing(a: tuple[float, float], b: tuple[float, float], y: float) -> float:
    """Give where a side crosses a line of latitude."""
    return a[0] + (y - a[1]) * (b[0] - a[0]) / (b[1] - a[1])


@real
def test_real_searches_of_a_city_are_those_of_a_short_script(tmp_path: Path) -> None:
    """Leicester, November 2020 to October 2021, by object and by outcome."""
    archive = REAL / "stop_search" / "leicestershire_2020-11_2021-11.zip"
    shapes = REAL / "boundaries" / "lsoa11_E06000016.json"
    features = json.loads(shapes.read_text(encoding="utf-8"))["features"]
    config = searches(tmp_path)
    codes = [feature["properties"]["LSOA11CD"] for feature in features]
    lsoas = "".join(f"  - {{code: {code}, name: LSOA {code}, kind: LSOA}}\n" for code in codes)
    altered(tmp_path, PARTNERSHIP, "areas:\n", f"areas:\n{lsoas}")
    altered(tmp_path, EDITION, "2023-10-01, last: 2023-11-30", "2020-11-01, last: 2021-10-31")
    for layout in LAYOUTS:
        altered(tmp_path, EDITION, f"file: {layout}.csv", f"file: {archive.as_posix()}")
    altered(tmp_path, EDITION, f"file: {BOUNDARIES}.geojson", f"file: {shapes.as_posix()}")
    altered(tmp_path, EDITION, f"layout: {BOUNDARIES}", "layout: ons-lsoa11-boundaries")
    tables, records = read(config)

    parts = [
        part
        for feature in features
        for part in (
            feature["geometry"]["coordinates"]
            if feature["geometry"]["type"] == "MultiPolygon"
            else [feature["geometry"]["coordinates"]]
        )
    ]
    expected = Counter[str]()
    with ZipFile(archive) as zipped:
        for name in zipped.namelist():
            for row in DictReader(TextIOWrapper(zipped.open(name), "utf-8", newline="")):
                x, y = float(row["Longitude"]), float(row["Latitude"])
                if row["Date"] < "2021-11" and any(holds(part, x, y) for part in parts):
                    expected.update((row["Object of search"], row["Outcome"], "all"))
    year = (date(2020, 11, 1), date(2021, 10, 31))
    found = {
        "all": tables.count("stop-and-search", OWN, *year),
        "Stolen goods": tables.count("searches-stolen-goods", OWN, *year),
        "Article for use in theft": tables.count("searches-tools-of-theft", OWN, *year),
        "Arrest": tables.count("searches-arrest", OWN, *year),
        "Community resolution": tables.count("searches-community-resolution", OWN, *year),
        "": tables.count("searches-no-outcome", OWN, *year),
    }
    assert found == {name: expected[name] for name in found}
    assert expected["all"] > 1_000
    for layout in LAYOUTS:
        record = records[layout]
        assert record.rows_read == 5_093
        assert record.rows_read == record.rows_used + sum(record.set_aside.values())
