"""Files as publishers issue them: five rows of each, and the real ones where they are there."""

from collections import Counter
from csv import DictReader
from datetime import date
from io import TextIOWrapper
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pandas as pd
import pytest

from report import pipeline
from tests.editions import EDITION, PARTNERSHIP, problems_of, study_of
from tests.listed import COUNTY, OWN, listed, read
from tests.made_up import ROOT, altered

# The Home Office's groups that are categories of their own.
GROUPS = {
    "Violence against the person": "violence-against-the-person",
    "Sexual offences": "sexual-offences",
    "Robbery": "robbery",
    "Criminal damage and arson": "criminal-damage-and-arson",
    "Drug offences": "drug-offences",
    "Possession of weapons offences": "possession-of-weapons",
    "Public order offences": "public-order",
}

REAL = ROOT.parent / "shared" / "real"
real = pytest.mark.skipif(not REAL.is_dir(), reason="the folder of real data is not there")


def rows(table: pd.DataFrame, *columns: str) -> list[tuple[Any, ...]]:
    """Give some columns of a table as plain tuples."""
    return list(table[list(columns)].itertuples(index=False, name=None))


@pytest.mark.parametrize(
    ("layout", "vintage", "found"),
    [
        ("imd2019", "2011", [(2019, 29001, 9), (2019, 2101, 1)]),
        ("imd2025", "2021", [(2025, 26001, 8), (2025, 1501, 1)]),
    ],
)
def test_deprivation(
    tmp_path: Path, layout: str, vintage: str, found: list[tuple[int, int, int]]
) -> None:
    """Rank and decile of the partnership's LSOAs; the others are set aside."""
    tables, records = read(listed(tmp_path, "areas", layout))

    assert rows(tables.deprivation, "year", "rank", "decile") == found
    assert set(tables.deprivation["vintage"]) == {vintage}
    assert records[layout].set_aside == {"outside the area": 3}
    assert "domains is crime" in records[layout].note


PUBLISHED = """\
LSOA code (2021),LSOA name (2021),Local Authority District code (2024),\
Index of Multiple Deprivation (IMD) Rank (where 1 is most deprived),\
Index of Multiple Deprivation (IMD) Decile (where 1 is most deprived 10% of LSOAs),Crime Score
E01999901,Middlemarch 001A,E99000001,"26,001",8,-0.1
E01999903,Barchester 001A,E99000002,15201,5,0.2
"""


def test_deprivation_as_the_ministry_issues_it(tmp_path: Path) -> None:
    """Long headers, and many columns more that are not wanted."""
    study = listed(tmp_path, "areas", "imd2025")
    path = tmp_path / "data" / "middlemarch" / "2023-24" / "imd2025.csv"
    path.write_text(PUBLISHED, encoding="utf-8")

    assert rows(read(study)[0].deprivation, "area", "rank", "decile") == [("E01999901", 26001, 8)]


def test_an_impossible_decile_is_told(tmp_path: Path) -> None:
    """There are ten."""
    config = listed(tmp_path, "areas", "imd2025").path
    file = "data/middlemarch/2023-24/imd2025.csv"
    altered(tmp_path, file, "E01999901,8.0", "E01999901,11.0")

    what = "rank 26001, decile 11; ranks run from 1, deciles from 1 to 10"
    assert f"{file}:2: {what}" in problems_of(config)


@pytest.mark.parametrize(
    ("layout", "found"),
    [
        ("ruc11", [("Urban", "Urban city and town"), ("Rural", "Rural town and fringe")]),
        (
            "ruc21",
            [
                ("Urban", "Urban: Nearer to a major town or city"),
                ("Rural", "Larger rural: Nearer to a major town or city"),
            ],
        ),
    ],
)
def test_rurality(tmp_path: Path, layout: str, found: list[tuple[str, str]]) -> None:
    """Whether an LSOA is urban or rural, and its class."""
    tables, records = read(listed(tmp_path, "areas", layout))

    assert rows(tables.rurality, "setting", "class") == found
    assert (records[layout].rows_read, records[layout].rows_used) == (5, 2)


def test_severity_weights(tmp_path: Path) -> None:
    """One code may stand for two offences; the edition says which version it is."""
    layout = "severity-weights"
    study = listed(tmp_path, layout, more={layout: ', values: {version: "2023"}'})
    weights = read(study)[0].weights

    assert rows(weights, "code", "offence", "weight", "version")[2:] == [
        ("28A", "Burglary in a dwelling(outcome only)", 465.125, "2023"),
        ("4.1", "Manslaughter", 7900.75, "2023"),
        ("4.1", "Corporate manslaughter", 7900.75, "2023"),
    ]


def test_harm_index(tmp_path: Path) -> None:
    """A plain list of codes and days; the edition says which version it is."""
    layout = "harm-index"
    study = listed(tmp_path, layout, more={layout: ', values: {version: "2023"}'})
    weights = read(study)[0].weights

    assert rows(weights, "code", "offence", "weight", "version")[1] == (
        *("34B", "Robbery of personal property", 250.5, "2023"),
    )


def test_peer_counts(tmp_path: Path) -> None:
    """Partnerships of the whole country, which are no areas of this one."""
    tables, records = read(listed(tmp_path, "peer-counts"))

    january = (date(2024, 1, 1), date(2024, 1, 31))
    assert rows(tables.peer_counts, *tables.peer_counts.columns[:7])[1:3] == [
        ("E22999901", "Middlemarch", 6000, "drug-offences", *january, 3),
        ("E22999902", "Barchester, Plumstead and Ullathorne", 52000, "burglary", *january, 57),
    ]
    record = records["peer-counts"]
    assert (record.rows_used, record.set_aside) == (5, {})
    assert (record.first, record.last) == (january[0], date(2024, 2, 29))


def test_a_file_that_no_section_prints_stands_in_the_methods(tmp_path: Path) -> None:
    """With its rows: it was read and checked."""
    config = listed(tmp_path, "areas", "imd2025").path
    methods = "kind: methods, id: methods, title: Methods"
    altered(tmp_path, EDITION, "kind: front, id: front", methods)

    made = pipeline.build(config, pdf=False)

    page = (made.folder / "report.html").read_text(encoding="utf-8")
    assert "of 5 rows, 2 were used. Set aside were 3 (outside the area)" in page
    assert "One of its seven domains is crime." in page


def test_a_column_for_each_year(tmp_path: Path) -> None:
    """Headers become closed periods; an empty cell counts nothing, not 0."""
    tables, records = read(listed(tmp_path, "areas", "counts-by-year"))
    counts = tables.counts

    first_row = [
        (date(2021, 4, 1), date(2022, 3, 31), 1204),
        (date(2022, 4, 1), date(2023, 3, 31), 1100),
        (date(2022, 10, 1), date(2023, 9, 30), 1150),
    ]
    assert rows(counts[counts["line"] == 2], "first", "last", "count") == first_row
    assert tables.count("all-crime", "beat-1", date(2022, 4, 1), date(2023, 3, 31)) is None
    assert tables.count("anti-social-behaviour", OWN, date(2021, 4, 1), date(2022, 3, 31)) == 0
    assert len(counts) == 5 * 3 - 1
    record = records["counts-by-year"]
    assert (record.rows_read, record.rows_used, record.set_aside) == (5, 5, {})


def test_a_column_for_each_month_or_quarter(tmp_path: Path) -> None:
    """However the months are named."""
    counts = read(listed(tmp_path, "counts-by-month"))[0].counts

    assert rows(counts[counts["line"] == 2], "first", "last", "count") == [
        (date(2023, 4, 1), date(2023, 4, 30), 1001),
        (date(2023, 5, 1), date(2023, 5, 31), 98),
        (date(2023, 6, 1), date(2023, 6, 30), 105),
        (date(2023, 7, 1), date(2023, 9, 30), 290),
    ]


YEARS = "data/middlemarch/2023-24/counts-by-year.csv"
WIDE_MISTAKES = {
    "no period": (
        "Year to September 2023",
        "Total",
        ":1: the column 'Total' names no period, such as 2023/24 or Year to September 2023 or 2023;"
        " remove it, or use another layout",
    ),
    "years that do not follow": (
        "2021/22",
        "2021/23",
        ":1: the column '2021/23' names no period, such as 2023/24 or Year to September 2023 or"
        " 2023; remove it, or use another layout",
    ),
    "one period twice": (
        "2021/22",
        "2022/23",
        ":1: the columns '2022/23' and '2022-23' name one period; remove one",
    ),
    "no figure": (
        "Robbery,Middlemarch,21,20,19",
        "Robbery,Middlemarch,,,",
        ":3: the row has no figure; take it out",
    ),
    "no number": (
        ",1100,",
        ",many,",
        ":2: 2022-23: 'many' is not a whole number;"
        " write it with digits only, such as 10195; in Excel, give the column the format 0",
    ),
    "not given": (
        ",1100,",
        ",[x],",
        ":2: 2022-23: '[x]' stands where no figure is given; leave the cell empty",
    ),
}


@pytest.mark.parametrize(("old", "new", "told"), WIDE_MISTAKES.values(), ids=WIDE_MISTAKES)
def test_a_mistake_in_a_wide_table_is_told(tmp_path: Path, old: str, new: str, told: str) -> None:
    """With the header above the cell."""
    config = listed(tmp_path, "areas", "counts-by-year").path
    altered(tmp_path, YEARS, old, new)

    assert problems_of(config) == [YEARS + told]


def test_a_table_without_periods_is_no_wide_one(tmp_path: Path) -> None:
    """As where a list for each period was meant for another layout."""
    config = listed(tmp_path, "areas", "counts-by-year").path
    (tmp_path / YEARS).write_text("category,area\nAll Crime,Middlemarch\n", encoding="utf-8")

    what = "no column names a period, such as 2023/24 or Year to September 2023 or 2023"
    assert problems_of(config) == [f"{YEARS}:1: {what}; use another layout"]


QUARTERS = "first: 2023-04-01, last: 2023-09-30"
SPRING, SUMMER = (date(2023, 4, 1), date(2023, 6, 30)), (date(2023, 7, 1), date(2023, 9, 30))
BOTH = (SPRING[0], SUMMER[1])


def by_quarter(root: Path, *layouts: str, county: bool = False) -> Path:
    """Lay out an edition of two quarters."""
    config = listed(root, *layouts, county=county).path
    altered(root, EDITION, "first: 2023-10-01, last: 2023-11-30", QUARTERS)
    return config


def test_home_office_figures_of_partnerships(tmp_path: Path) -> None:
    """Quarters are closed periods and add up; -00 is 0, and what is below 0 is taken back."""
    tables, records = read(study_of(by_quarter(tmp_path, "home-office-csp")))

    assert tables.count("shoplifting", OWN, *SPRING) == 1042
    assert tables.count("shoplifting", OWN, *BOTH) == 1042 + 1130
    assert tables.count("rape", OWN, *SPRING) == 0
    assert tables.count("rape", OWN, *BOTH) == -1
    record = records["home-office-csp"]
    assert (record.rows_read, record.rows_used) == (5, 4)
    assert record.set_aside == {"outside the area": 1}
    assert (record.first, record.last) == BOTH


def test_home_office_figures_of_forces(tmp_path: Path) -> None:
    """Rows of one code add up. The force's figures are not those of the county of its name."""
    layouts = ("ons-districts-forces", "home-office-force")
    tables, records = read(study_of(by_quarter(tmp_path, *layouts, county=True)))

    assert tables.count("homicide", "E23999901", *SPRING) == 2 + 1
    assert tables.count("homicide", "E23999901", *BOTH) == 3
    assert tables.count("violence-against-the-person", "E23999901", *SPRING) == 3
    assert tables.count("shoplifting", COUNTY, *SPRING) is None
    assert records["home-office-force"].set_aside == {"outside the area": 1}


def test_another_name_of_a_column_is_known(tmp_path: Path) -> None:
    """Some releases call it Offence Count."""
    config = by_quarter(tmp_path, "home-office-csp")
    file = "data/middlemarch/2023-24/home-office-csp.csv"
    altered(tmp_path, file, "Number of Offences", "Offence Count")

    assert read(study_of(config))[0].count("shoplifting", OWN, *SPRING) == 1042


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            QUARTERS,
            "first: 2023-04-01, last: 2023-08-31",
            "the source counts whole quarters, the period begins or ends within one;"
            " choose a period of whole quarters",
        ),
        (
            "layout: home-office-csp",
            "layout: home-office-csp",
            "none of the areas in its column 'CSP Name' is known; did you mean 'Middlemarsh'?",
        ),
    ],
)
def test_figures_that_fit_no_period_or_area_are_told(
    tmp_path: Path, old: str, new: str, told: str
) -> None:
    """At the source."""
    config = by_quarter(tmp_path, "home-office-csp")
    altered(tmp_path, EDITION, old, new)
    if "CSP Name" in told:
        file = "data/middlemarch/2023-24/home-office-csp.csv"
        altered(tmp_path, file, "Exampleshire,Middlemarch", "Exampleshire,Middlemarsh")

    assert problems_of(config) == [f"{EDITION}:8: {told}"]


@real
def test_real_figures_of_a_force_are_those_of_a_short_script(tmp_path: Path) -> None:
    """2017/18 by quarter: every code has its category, and the categories add up to All Crime."""
    archive = REAL / "crime_codes" / "prc-pfa-mar2013-onwards-tables201718.zip"
    config = by_quarter(tmp_path, "home-office-force")
    altered(tmp_path, EDITION, QUARTERS, "first: 2017-04-01, last: 2018-03-31")
    altered(tmp_path, EDITION, "file: home-office-force.csv", f"file: {archive.as_posix()}")
    force = "  - {code: E23000012, name: Leicestershire, kind: police force area}\n"
    altered(tmp_path, PARTNERSHIP, "areas:\n", f"areas:\n{force}")
    tables, records = read(study_of(config))

    with ZipFile(archive) as zipped, zipped.open(zipped.namelist()[0]) as raw:
        rows = [
            r
            for r in DictReader(TextIOWrapper(raw, "utf-8"))
            if r["Force Name"] == "Leicestershire"
        ]
    groups = Counter[str]()
    for row in rows:
        groups[row["Offence Group"]] += int(row["Number of Offences"])
    year = (date(2017, 4, 1), date(2018, 3, 31))
    found = {name: tables.count(id_, "E23000012", *year) for name, id_ in GROUPS.items()}
    assert found == {name: groups[name] for name in GROUPS}
    assert tables.count("all-crime", "E23000012", *year) == groups.total() == 83_793
    record = records["home-office-force"]
    assert (record.rows_read, record.rows_used) == (23_068, len(rows))
    assert record.set_aside == {"outside the area": 23_068 - len(rows)}


@real
@pytest.mark.parametrize(
    ("layout", "file", "table", "number"),
    [
        ("imd2019", "context/imd2019_lsoa11_subset.csv", "deprivation", 617),
        ("imd2025", "context/imd2025_lsoa21_subset.csv", "deprivation", 640),
        ("ruc11", "context/ruc11_lsoa11_subset.csv", "rurality", 617),
        ("ruc21", "context/ruc21_lsoa21_subset.csv", "rurality", 640),
        ("severity-weights", "crime_codes/severity_codes.csv", "weights", 134),
        ("peer-counts", "context/csp_month_crimetype_2024-01_to_04.csv", "peer_counts", 15_084),
    ],
)
def test_real_files_are_read(
    tmp_path: Path, layout: str, file: str, table: str, number: int
) -> None:
    """Every row that the folder's README counts is used, or of an area elsewhere."""
    given = {layout: ', values: {version: "2020"}'} if layout == "severity-weights" else {}
    config = listed(tmp_path, layout, more=given).path
    altered(tmp_path, EDITION, f"file: {layout}.csv", f"file: {(REAL / file).as_posix()}")
    tables, records = read(study_of(config))

    found = getattr(tables, table)
    assert records[layout].rows_read == number
    assert len(found) == records[layout].rows_used == (0 if "area" in found else number)
