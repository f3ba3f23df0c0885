"""Five rows of each layout in its publisher's shape, read as the program reads them."""

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
import pytest

from report.assessment import SourceRecord
from report.errors import InputError
from report.sources.layouts import read_layout
from report.sources.reading import read_sources
from report.sources.tables import COLUMNS, Tables
from tests.editions import study_of
from tests.made_up import ROOT, project

# layout -> the made-up edition's source of that layout, and its file
SOURCES = {
    "counts": ("counts", "counts.csv"),
    "peers": ("peers", "peers.csv"),
    "population": ("population", "population.csv"),
    "profile": ("who", "who.csv"),
    "recommendations": ("recommendations", "recommendations.csv"),
    "table": ("visits", "visits.csv"),
    "tracker": ("before", "tracker.csv"),
}


@pytest.fixture
def read(tmp_path: Path) -> tuple[Tables, dict[str, SourceRecord]]:
    """Every fixture in place of the made-up edition's own file."""
    config = project(tmp_path)
    for layout, (_, file) in SOURCES.items():
        fixture = ROOT / "tests" / "fixtures" / "layouts" / f"{layout}.csv"
        shutil.copy(fixture, tmp_path / "data" / "middlemarch" / "2023-24" / file)
    tables, records = read_sources(study_of(config))
    return tables, {record.id: record for record in records}


def rows(table: pd.DataFrame, *columns: str) -> list[tuple[Any, ...]]:
    """Give some columns of a table as plain tuples."""
    return list(table[list(columns)].itertuples(index=False, name=None))


@pytest.mark.parametrize("layout", SOURCES)
def test_every_row_of_a_fixture_is_used(
    read: tuple[Tables, dict[str, SourceRecord]], layout: str
) -> None:
    """What was read is used or set aside, and the record says which."""
    record = read[1][SOURCES[layout][0]]

    assert record.layout == layout
    assert (record.rows_read, record.rows_used) == (5, 5)
    assert record.rows_read == record.rows_used + sum(record.set_aside.values())


def test_counts(read: tuple[Tables, dict[str, SourceRecord]]) -> None:
    """Names become ids and codes; 0 was counted."""
    now = (date(2023, 4, 1), date(2023, 12, 5))
    then = (date(2022, 4, 1), date(2022, 12, 5))

    assert rows(read[0].counts, "category", "area", "first", "last", "count", "line") == [
        ("all-crime", "E99000001", *now, 920, 2),
        ("all-crime", "E99000001", *then, 1000, 3),
        ("all-crime", "beat-1", *now, 300, 4),
        ("robbery", "E99000001", *now, 0, 5),
        ("anti-social-behaviour", "beat-2", *now, 41, 6),
    ]
    assert (read[1]["counts"].first, read[1]["counts"].last) == (then[0], now[1])


def test_peers(read: tuple[Tables, dict[str, SourceRecord]]) -> None:
    """A position has its date and the size of its group."""
    found = rows(read[0].peers, "category", "as_at", "position", "group_size")

    assert found[3] == ("robbery", date(2023, 10, 31), 1, 3)


def test_population(read: tuple[Tables, dict[str, SourceRecord]]) -> None:
    """Residents of each area and year."""
    found = rows(read[0].population, "area", "year", "population")

    assert found[3:] == [("beat-3", 2022, 1000), ("beat-3", 2021, 990)]


def test_profile(read: tuple[Tables, dict[str, SourceRecord]]) -> None:
    """A count and its base, or the per cent alone; what is empty is missing."""
    found = rows(read[0].profile, "group", "row", "column", "count", "base", "pct", "mark")

    assert found == [
        ("gender", "female", "all", 25, 179, None, None),
        ("gender", "male", "all", 154, 179, None, None),
        (None, "accommodation", "all", 40, 179, None, "high"),
        (None, "accommodation", "county", None, None, 21.5, "not applicable"),
        (None, "drugs", "all", 61, 179, 34.1, "low"),
    ]


def test_recommendations(read: tuple[Tables, dict[str, SourceRecord]]) -> None:
    """Text with commas stands in quotes; each row has its line."""
    found = rows(read[0].recommendations, "number", "text", "evidence", "audience", "line")

    assert found[2] == (
        *(3, "Share a radio, as in Lowick.", "Shoplifting count;Robbery count", "public", 4),
    )


def test_tracker(read: tuple[Tables, dict[str, SourceRecord]]) -> None:
    """What became of the recommendations before."""
    found = rows(read[0].tracker, "number", "update", "status")

    assert found[1] == (2, None, "not published")


def test_table(read: tuple[Tables, dict[str, SourceRecord]]) -> None:
    """A partner's table keeps its text, marks included."""
    table = read[0].supplied["visits"]

    assert table.header == ("Service", "Visits a day", "Note")
    assert table.rows[2] == ("Outreach", "1,200 a year", "Tipton, Frick")
    assert table.rows[4] == ("All", "..", "[x]")


@pytest.mark.parametrize("layout", SOURCES)
def test_a_layout_covers_its_table(layout: str) -> None:
    """Each canonical column has its header, and no other has one."""
    found = read_layout(layout, ROOT)

    assert tuple(found.columns) == COLUMNS[found.table]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "title: x\ntable: count\ncolumns: {}\n",
            "config/layouts/x.yaml:1: 'count' is not a canonical table, use one of areas,"
            " boundaries, bridge, counts, deprivation, names, offences, peer_counts, peers,"
            " population, profile, rates, recommendations, rurality, scores, table,"
            " tracker, weights",
        ),
        (
            "title: x\ntable: population\ncolumns:\n  area: {header: Ward, type: area}\n"
            "  year: {header: Year, type: number}\n  people: {header: People}\n",
            "config/layouts/x.yaml:1: columns missing: of, population, vintage;"
            " columns unknown: people",
        ),
        (
            "title: x\ntable: table\ncolumns:\n  a: {header: A, type: integer}\n",
            "config/layouts/x.yaml:4: columns.a.type: 'integer' is not known; use one of area,"
            " area code, category, choice, date, first of financial year, first of month, first of"
            " quarter, last of financial year, last of month, last of quarter, number, offence"
            " code, point, text, whole number",
        ),
        (
            "title: x\ntable: table\nonly: {Force: [Exampleshire Police]}\n",
            "config/layouts/x.yaml:1:"
            " 'only', 'id', 'sums', 'flags' and 'areas' need 'counted: true'",
        ),
        (
            "title: x\ntable: table\ncounted: true\n",
            "config/layouts/x.yaml:1: only rows of the table 'counts' can be counted",
        ),
    ],
)
def test_a_layout_that_fits_no_table_is_refused(tmp_path: Path, text: str, problem: str) -> None:
    """Its columns are those of one table."""
    path = tmp_path / "config" / "layouts" / "x.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")

    with pytest.raises(InputError) as caught:
        read_layout("x", tmp_path)
    assert [str(p) for p in caught.value.problems] == [problem]
