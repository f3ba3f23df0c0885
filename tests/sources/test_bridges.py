"""Records, populations and lists of two censuses' areas in one edition."""

from collections import Counter
from collections.abc import Callable
from csv import DictReader
from datetime import date
from io import TextIOWrapper
from pathlib import Path
from zipfile import ZipFile

import pytest

from report.sources.bridges import joined
from report.sources.reading import read_sources
from report.sources.tables import Tables
from tests.editions import PARTNERSHIP, problems_of, sections_of, study_of
from tests.made_up import ROOT, altered
from tests.squares import CODES, square, write
from tests.vintages import (
    DATA,
    LEFT,
    MERGED,
    NOVEMBER,
    OCTOBER,
    ONE,
    REST,
    RIGHT,
    SPLIT,
    STAYED,
    TAKEN,
    TWO,
    by_population,
    two_vintages,
)

EDITION = "config/middlemarch/2023-24.yaml"
OWN = "E99000001"
LEICESTER = "E06000016"
CHANGES = "lsoa11_to_lsoa21_exact.csv"
STREETS = "street/leicestershire_2020-11_2022-10.zip"
REAL = ROOT.parent / "shared" / "real"
real = pytest.mark.skipif(not REAL.is_dir(), reason="the folder of real data is not there")
MONTHS = ((date(2023, 10, 1), date(2023, 10, 31)), (date(2023, 11, 1), date(2023, 11, 30)))
BOTH = f"{REST}+{TAKEN}"


def counted(tables: Tables) -> dict[str, tuple[int | None, ...]]:
    """Give the burglaries of both months by area, without the areas that have none."""
    areas = sorted({area for month in MONTHS for area in tables.by_area("burglary", *month)})
    return {a: tuple(tables.count("burglary", a, *month) for month in MONTHS) for a in areas}


def residents(tables: Tables) -> dict[str, int]:
    """Give the residents by area."""
    return dict(zip(tables.population["area"], tables.population["population"], strict=True))


def test_areas_that_share_ground_become_one(tmp_path: Path) -> None:
    """By hand: 001C and 001D were 001B (5, then 4 + 2), 002A and 002B became 002C (1 + 2, then 6).

    003A and 003B, of which one gave ground to the other, are one area (3 + 1, then 1 + 2).
    """
    study = study_of(two_vintages(tmp_path))
    tables, (*_, record) = read_sources(study)

    wanted = {STAYED: (2, 1), SPLIT: (5, 6), MERGED: (3, 6), BOTH: (4, 3)}
    found = counted(tables)
    assert {code: found[code] for code in wanted} == wanted
    assert found[OWN] == (sum(OCTOBER.values()), sum(NOVEMBER.values())) == (14, 16)
    assert sorted(study.within(OWN, "LSOA")) == sorted(wanted)
    assert [study.areas()[code].name for code in wanted] == [
        "Middlemarch 001A",
        "Middlemarch 001C and 001D",
        "Middlemarch 002C",
        "Middlemarch 003C and 003D",
    ]
    assert (record.rows_read, record.rows_used, record.set_aside) == (30, 30, {})


def test_populations_of_either_census_are_added_up(tmp_path: Path) -> None:
    """By hand, in 2011's codes: 700 + 800 in 002C, 1,600 + 1,400 in 003C and 003D."""
    config = two_vintages(tmp_path)

    tables, _ = read_sources(study_of(config))
    assert residents(tables) == {STAYED: 1500, SPLIT: 3000, MERGED: 1500, BOTH: 3000}
    altered(tmp_path, EDITION, "pop11.csv, layout: ons-lsoa11", "pop21.csv, layout: ons-lsoa21")
    tables, _ = read_sources(study_of(config))
    assert residents(tables) == {STAYED: 1510, SPLIT: 3100, MERGED: 1490, BOTH: 3100}


def test_counts_can_be_shared_out_by_residents(tmp_path: Path) -> None:
    """By hand: 5 of October on 2,000 and 1,100 residents, each to the one furthest behind.

    001C 2,000; 001D 1,100; 001C 667; 001C 400; 001D 367: 3 and 2. November is as recorded.
    """
    study = study_of(by_population(tmp_path))
    tables, _ = read_sources(study)

    wanted = {STAYED: (2, 1), LEFT: (3, 4), RIGHT: (2, 2), MERGED: (3, 6), BOTH: (4, 3)}
    found = counted(tables)
    assert {code: found[code] for code in wanted} == wanted
    assert found[OWN] == (14, 16)
    assert residents(tables) == {STAYED: 1510, LEFT: 2000, RIGHT: 1100, MERGED: 1490, BOTH: 3100}
    assert sorted(study.within(OWN, "LSOA")) == sorted(wanted)


def test_records_of_today_can_be_reported_by_the_areas_of_2011(tmp_path: Path) -> None:
    """Then a split area is itself again, and two that were merged are named together."""
    config = two_vintages(tmp_path)
    altered(
        tmp_path, EDITION, "lsoa21.csv, layout: ons-lsoa21-d", "changes.csv, layout: ons-lsoa11-d"
    )
    study = study_of(config)
    tables, _ = read_sources(study)

    assert counted(tables)[SPLIT] == (5, 6)
    assert study.areas()[SPLIT].name == "Middlemarch 001B"
    assert study.areas()[MERGED].name == "Middlemarch 002A and 002B"
    assert counted(tables)[MERGED] == (3, 6)


def test_a_tidy_table_of_counts_is_bridged_as_well(tmp_path: Path) -> None:
    """With codes of the other census, and the codes of one area in rows of their own."""
    config = two_vintages(tmp_path)
    altered(
        tmp_path,
        EDITION,
        "data/middlemarch/street, layout: police-uk-street",
        "lsoa.csv, layout: counts",
    )
    rows = [
        f"Burglary,{code},2023-11-01,2023-11-30,{n}\n"
        for code, n in ((STAYED, 1), (ONE, 2), (TWO, 3))
    ]
    (tmp_path / DATA / "lsoa.csv").write_text("category,area,first,last,count\n" + "".join(rows))
    tables, _ = read_sources(study_of(config))

    assert tables.by_area("burglary", *MONTHS[1]) == {STAYED: 1, MERGED: 5}


def test_the_polygons_of_one_area_are_joined(tmp_path: Path) -> None:
    """A square kilometre for each LSOA of 2011: two for what was merged or changed irregularly."""
    config = two_vintages(tmp_path)
    shapes = {code: square(one) for code, one in zip(OCTOBER, CODES, strict=True)}
    write(tmp_path / DATA / "ground.geojson", codes=[], shapes=shapes)
    source = "  ground: {file: ground.geojson, layout: boundaries, title: Boundaries}\n"
    altered(tmp_path, EDITION, "  street:", f"{source}  street:")
    (found,) = read_sources(study_of(config))[0].boundaries

    sizes = {code: round(shape.area) for code, shape in found.polygons.items()}
    assert sizes == {STAYED: 10**6, SPLIT: 10**6, MERGED: 2 * 10**6, BOTH: 2 * 10**6}


def test_without_a_bridge_nothing_changes(tmp_path: Path) -> None:
    """Rows of the other census are then no area's."""
    config = two_vintages(tmp_path)
    altered(tmp_path, EDITION, "  changes:", "  other:")
    altered(tmp_path, EDITION, "layout: ons-lsoa11-lsoa21", "layout: table")
    study = study_of(config)
    _, (*_, record) = read_sources(study)

    assert study.shares == {}
    assert record.set_aside == {"outside the area": 12}


def test_half_a_unit_cannot_be_listed(tmp_path: Path) -> None:
    """Its counts are those of the whole unit."""
    config = two_vintages(tmp_path)
    row = f"Middlemarch 001D,{RIGHT},Lowick Gate,E05999901,Middlemarch,E99000001\n"
    altered(tmp_path, f"{DATA}/lsoa21.csv", row, "")

    assert problems_of(config) == [
        f"{EDITION}:7: {LEFT} and {RIGHT} share ground, and only the first is listed;"
        " list the areas of 2021, or change 'geography: codes'"
    ]


def test_an_irregular_change_at_the_edge_is_left_alone(tmp_path: Path) -> None:
    """It would bring ground of the neighbour into the district."""
    config = two_vintages(tmp_path)
    row = f"Middlemarch 003D,{TAKEN},Lowick Gate,E05999901,Middlemarch,E99000001\n"
    altered(tmp_path, f"{DATA}/lsoa21.csv", row, "")
    study = study_of(config)

    assert sorted(study.within(OWN, "LSOA")) == sorted([STAYED, SPLIT, MERGED, REST])


def both_lists(root: Path) -> Path:
    """List the areas of 2011 as well as those of 2021."""
    config = two_vintages(root)
    more = "  old: {file: changes.csv, layout: ons-lsoa11-districts, title: LSOAs of 2011}\n"
    altered(root, EDITION, "  changes:", f"{more}  changes:")
    return config


def test_areas_of_both_censuses_need_a_choice(tmp_path: Path) -> None:
    """Which of them the report is about."""
    config = both_lists(tmp_path)

    assert problems_of(config) == [
        f"{EDITION}:7: areas of 2011 ({SPLIT}) and of 2021 ({LEFT}) are listed;"
        " say which the report is about: 'geography: {codes: 2021}'"
    ]
    altered(tmp_path, EDITION, "history: 0\n", "history: 0\ngeography: {codes: 2021}\n")
    wanted = sorted([STAYED, SPLIT, MERGED, BOTH])
    assert sorted(study_of(config).within(OWN, "LSOA")) == wanted


def test_sharing_out_needs_the_residents_of_the_parts(tmp_path: Path) -> None:
    """Those of 2011 do not say who lives in which part."""
    config = two_vintages(tmp_path)
    altered(tmp_path, EDITION, "history: 0\n", "history: 0\ngeography: {bridge: by population}\n")

    assert problems_of(config) == [
        f"{EDITION}:4: no source has the residents of {LEFT} of 2021 up to 2023;"
        " add such a population, or choose 'geography: {bridge: common parents}'"
    ]


def test_a_part_without_residents_is_told(tmp_path: Path) -> None:
    """The sum of the others would be too small, and the rate too high."""
    config = two_vintages(tmp_path)
    altered(tmp_path, f"{DATA}/pop11.csv", f"{TWO},Middlemarch 002B,800\n", "")

    assert problems_of(config) == [
        f"{DATA}/pop11.csv:4: no population of {TWO} for 2020, which shares ground with {ONE};"
        " add its row"
    ]


def test_residents_of_the_other_census_need_a_bridge(tmp_path: Path) -> None:
    """Both censuses are named."""
    config = two_vintages(tmp_path)
    altered(tmp_path, EDITION, "layout: ons-lsoa11-lsoa21", "layout: table")

    assert problems_of(config) == [
        f"{DATA}/pop11.csv: holds areas of 2011; Middlemarch 001C ({LEFT}) is one of 2021;"
        " add residents of the same areas, or a source of the layout ons-lsoa11-lsoa21 with"
        " 'geography: {bridge: common parents}'"
    ]


@pytest.mark.parametrize(
    ("lay_out", "method"), [(two_vintages, "common_parents"), (by_population, "by_population")]
)
def test_the_method_stands_with_the_table(
    tmp_path: Path, lay_out: Callable[[Path], Path], method: str
) -> None:
    """A table of areas names how they were made."""
    (table,) = sections_of(lay_out(tmp_path))["burglary"].exhibits

    estimated = ("Middlemarch 001C", "Middlemarch 001D") if method == "by_population" else ()
    assert table.estimated == estimated
    assert table.methods == ("rank", "rate", method)


@real
@pytest.mark.parametrize("rule", ["common parents", "by population"])
def test_the_counts_of_leicester_are_conserved(tmp_path: Path, rule: str) -> None:
    """A year in the codes of 2011, reported by the LSOAs of 2021.

    Held against a count of the rows whose code the lookup puts into Leicester, by crime type.
    """
    with (REAL / "lookups" / CHANGES).open(encoding="utf-8-sig", newline="") as file:
        city = {r["LSOA11CD"] for r in DictReader(file) if r["LAD22CD"] == LEICESTER}
    expected = Counter[str]()
    with ZipFile(REAL / STREETS) as zipped:
        for name in zipped.namelist():
            for row in DictReader(TextIOWrapper(zipped.open(name), "utf-8", newline="")):
                inside = row["LSOA code"] in city and "2021-11" <= row["Month"] <= "2022-10"
                expected[row["Crime type"].casefold()] += inside
    study = study_of(leicester(tmp_path, rule))
    tables, (*_, record) = read_sources(study)

    labels = {k.label.casefold(): id_ for id_, k in study.categories.items()}
    ids = labels | {"drugs": "drug-offences", "bicycle theft": "cycle-theft"}
    year = (date(2021, 11, 1), date(2022, 10, 31))
    found = {name: tables.count(ids[name], LEICESTER, *year) for name in expected}
    assert found == dict(expected)
    lsoas = study.within(LEICESTER, "LSOA")
    for name in expected:
        held = tables.by_area(ids[name], *year)
        assert sum(held[code] for code in lsoas) == expected[name]
    assert record.rows_read == record.rows_used + sum(record.set_aside.values())
    assert city <= {*study.shares, *lsoas}


def leicester(root: Path, rule: str) -> Path:
    """Lay out an edition of Leicester that reads the real files where they lie."""
    config = two_vintages(root)
    real_files = {
        "lsoa21.csv": "lookups/lookup_lsoa21_ward24_ltla24.csv",
        "changes.csv": f"lookups/{CHANGES}",
        "pop11.csv, layout: ons-lsoa11": "population/lsoa_population.csv, layout: ons-lsoa21",
        "data/middlemarch/street": STREETS,
    }
    for old, new in real_files.items():
        altered(root, EDITION, old, (REAL / new).as_posix())
    altered(root, EDITION, "2023-11-01, last: 2023-11-30", "2021-11-01, last: 2022-10-31")
    altered(root, EDITION, "year: 2020", "year: 2022")
    altered(root, EDITION, "comparison: {period: {first: 2023-10-01, last: 2023-10-31}}\n", "")
    altered(root, EDITION, "history: 0\n", f"history: 0\ngeography: {{bridge: {rule}}}\n")
    altered(root, PARTNERSHIP, "E99000001, name: Middlemarch", f"{LEICESTER}, name: Leicester")
    return config


def test_joined_names() -> None:
    """What the ONS names alike is said once; names that people use are kept whole."""
    assert joined(["Charnwood 002E", "Charnwood 002C"]) == "Charnwood 002C and 002E"
    assert joined(["Ely 1A", "Ely 1B", "Ely 1C"]) == "Ely 1A, 1B and 1C"
    assert joined(["Market Street", "Market Place"]) == "Market Place and Market Street"
    assert (
        joined(["Gateshead 029D", "Northumberland 043F"])
        == "Gateshead 029D and Northumberland 043F"
    )
