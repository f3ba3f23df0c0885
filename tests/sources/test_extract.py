"""A force's extract: counted by day and by offence code, with flags and the force's own areas."""

from collections import Counter
from collections.abc import Iterable
from csv import DictReader
from datetime import date, timedelta
from pathlib import Path

import pytest

from report import pipeline
from report.assessment import SourceRecord
from report.config.groupings import below, by_code
from report.errors import InputError
from report.sources.layouts import read_layout
from report.sources.reading import read_sources
from report.sources.tables import Tables
from tests.editions import EDITION, PARTNERSHIP, problems_of, study_of
from tests.made_up import ROOT, altered, project

FIXTURE = ROOT / "tests" / "fixtures" / "layouts" / "force-extract.csv"
HEADER, *ROWS = FIXTURE.read_text(encoding="utf-8").splitlines(keepends=True)
EXTRACT = "data/middlemarch/2023-24/extract.csv"
LAYOUT = "config/layouts/force-extract.yaml"
OWN, FIRST, SECOND = "E99000001", "E01999901", "E01999902"
WINDOW = (date(2023, 11, 1), date(2023, 12, 5))
NOVEMBER = (date(2023, 11, 1), date(2023, 11, 30))

YAML = """\
period: {first: 2023-11-01, last: 2023-12-05}
history: 0
published: 2024-01-31
status: final
document: {title: Middlemarch strategic assessment}
sources:
  extract: {file: extract.csv, layout: force-extract, title: Recorded crime}
sections:
  - {kind: overview, id: overview, title: Overview, categories: [all-crime]}
  - {kind: methods, id: methods, title: Sources and methods}
"""
AREAS = """\
areas:
  - {code: E01999901, name: Middlemarch 001A, kind: LSOA}
  - {code: E01999902, name: Middlemarch 001B, kind: LSOA}
  - {code: E05999901, name: Houndsley, kind: ward, inside: [E99000001]}
  - {code: E05999902, name: Loamford, kind: ward, inside: [E99000001]}
"""

REAL = ROOT.parent / "shared" / "real"
real = pytest.mark.skipif(not REAL.is_dir(), reason="the folder of real data is not there")


def extract(root: Path, rows: Iterable[str] = ROWS) -> Path:
    """Lay out the made-up project with an extract alone."""
    config = project(root)
    config.write_text(YAML, encoding="utf-8")
    altered(root, PARTNERSHIP, "areas:\n", AREAS)
    (root / EXTRACT).write_text(HEADER + "".join(rows), encoding="utf-8")
    return config


def read(config: Path) -> tuple[Tables, SourceRecord]:
    """Read the sources; the only record."""
    tables, (record,) = read_sources(study_of(config))
    return tables, record


def row(number: int, **cells: str) -> str:
    """Make a row like the fixture's first one: a burglary in the first LSOA on 4 November."""
    names = HEADER.strip().split(",")
    made = dict(zip(names, ROWS[0].strip().split(","), strict=True))
    made |= {"crime_number": f"EX/{number:04d}"} | cells
    return ",".join(made[name] for name in names) + "\n"


def test_the_fixture_is_counted_to_the_day(tmp_path: Path) -> None:
    """Four of its five offences were recorded by 5 December, one a day later."""
    tables, record = read(extract(tmp_path))

    assert (record.rows_read, record.rows_used) == (5, 4)
    assert record.set_aside == {"outside the period": 1}
    assert tables.count("all-crime", OWN, *WINDOW) == 4
    assert tables.count("burglary-residential", FIRST, *WINDOW) == 1
    assert tables.count("theft-from-vehicles", OWN, *WINDOW) == 0
    assert tables.count("shoplifting", OWN, *WINDOW) is None
    assert (record.first, record.last) == WINDOW


def test_the_date_that_counts_is_one_line_of_the_layout(tmp_path: Path) -> None:
    """By the day from which it was committed, the last but one lies in the period."""
    config = extract(tmp_path)
    altered(tmp_path, LAYOUT, "first: {header: recorded,", "first: {header: committed_from,")
    tables, record = read(config)

    assert (record.rows_used, record.set_aside) == (5, {})
    assert tables.count("theft-from-vehicles", SECOND, *WINDOW) == 1
    assert record.counted_by == "committed_from"


def test_the_methods_name_the_date_that_counts(tmp_path: Path) -> None:
    """Recorded or committed: two assessments may differ by nothing else."""
    made = pipeline.build(extract(tmp_path), pdf=False)

    page = (made.folder / "report.html").read_text(encoding="utf-8")
    assert "each row counts on the day in its column “recorded”. Offences without an LSOA" in page


def test_months_are_counted_that_the_period_holds_whole(tmp_path: Path) -> None:
    """Of December it holds five days."""
    tables, _ = read(extract(tmp_path))

    assert tables.count("all-crime", OWN, *NOVEMBER) == 1
    assert tables.count("all-crime", OWN, date(2023, 12, 1), date(2023, 12, 31)) is None


def test_a_window_of_which_the_files_lack_a_month_has_no_count(tmp_path: Path) -> None:
    """No row of December: the file ends too early."""
    tables, _ = read(extract(tmp_path, ROWS[:1]))

    assert tables.count("all-crime", OWN, *NOVEMBER) == 1
    assert tables.count("all-crime", OWN, *WINDOW) is None


def test_groupings_are_added_up_by_the_tree(tmp_path: Path) -> None:
    """A burglary, an assault, a robbery and a case of harassment, by hand."""
    tables, _ = read(extract(tmp_path))

    expected = {
        **{"burglary-residential": 1, "burglary": 1, "robbery-personal": 1, "robbery": 1},
        **{"violence-with-injury": 1, "stalking-and-harassment": 1},
        **{"violence-against-the-person": 2, "violence-and-sexual-offences": 2},
        **{"vehicle-crime": 0, "serious-acquisitive-crime": 2, "all-crime": 4},
    }
    assert {c: tables.count(c, OWN, *WINDOW) for c in expected} == expected


def test_codes_are_kept_beside_the_categories(tmp_path: Path) -> None:
    """The four offences of the window by their codes, in the partnership's own area alone."""
    tables, _ = read(extract(tmp_path))
    codes = [row.split(",")[1] for row in ROWS]

    found = tables.by_code(OWN, *WINDOW)
    assert sum(found.values()) == 4
    assert set(found) <= set(codes)
    assert tables.by_code(FIRST, *WINDOW) == {}


def test_a_flag_counts_besides_the_category_and_in_no_sum(tmp_path: Path) -> None:
    """The assault was domestic, under the influence of alcohol, and at night."""
    tables, _ = read(extract(tmp_path))

    flagged = (
        "domestic-abuse",
        "alcohol-related-crime",
        "night-time-economy",
        "drug-related-crime",
    )
    assert [tables.count(c, SECOND, *WINDOW) for c in flagged] == [1, 1, 1, None]
    assert tables.count("knife-crime", OWN, *WINDOW) == 1
    assert tables.count("domestic-abuse", FIRST, *WINDOW) == 0
    assert tables.count("all-crime", SECOND, *WINDOW) == 1


def test_an_offence_without_an_lsoa_counts_in_its_district(tmp_path: Path) -> None:
    """So the district has more than its LSOAs; the rest is not allocated."""
    tables, _ = read(extract(tmp_path))

    found = [tables.count("all-crime", code, *WINDOW) for code in (OWN, FIRST, SECOND)]
    assert found == [4, 1, 1]


def test_beats_and_wards_are_those_that_the_force_names(tmp_path: Path) -> None:
    """By name or code; the robbery has a beat and a ward, and no LSOA."""
    tables, _ = read(extract(tmp_path))

    beats = [tables.count("all-crime", f"beat-{n}", *WINDOW) for n in (1, 2, 3)]
    assert beats == [1, 2, 0]
    assert [tables.count("robbery", f"E0599990{n}", *WINDOW) for n in (1, 2)] == [0, 1]


def test_wards_are_the_sums_of_their_lsoas_where_no_row_names_one(tmp_path: Path) -> None:
    """The column is empty; the list of areas says which LSOAs lie in the ward."""
    config = extract(tmp_path, [text.replace(",E05999902,", ",,") for text in ROWS[1:]])
    altered(tmp_path, PARTNERSHIP, "001B, kind: LSOA", "001B, kind: LSOA, inside: [E05999902]")
    altered(tmp_path, EDITION, "2023-11-01", "2023-12-01")
    tables, _ = read(config)

    assert tables.count("all-crime", "E05999902", date(2023, 12, 1), WINDOW[1]) == 1


ASIDE = {
    "outside the area": row(9, lsoa="E01999903", district="Lowestoft"),
    "no location": row(9, lsoa="", district=""),
    "unknown area code": row(9, lsoa="Corn Market", district=""),
    "unknown category": row(9, offence_code="8Z"),
    "malformed": row(9, recorded="2023-11-04"),
}


@pytest.mark.parametrize("reason", ASIDE)
def test_a_row_that_does_not_count_is_set_aside(tmp_path: Path, reason: str) -> None:
    """By its reason, besides the one outside the period."""
    _, record = read(extract(tmp_path, [*ROWS, ASIDE[reason]]))

    assert record.set_aside == {"outside the period": 1, reason: 1}


@pytest.mark.parametrize("text", ["", "31/11/2023", "11/30/2023", "4.11.2023", "soon"])
def test_a_day_that_cannot_be_read_is_told_with_its_place(tmp_path: Path, text: str) -> None:
    """The first such row, and what stands there."""
    (doubt,) = read(extract(tmp_path, [*ROWS, row(9, recorded=text)]))[0].doubts

    found = f"malformed: '{text}'" if text else "malformed"
    assert str(doubt).startswith(f"{EXTRACT}:7: rows are set aside: 1 ({found}); look at them")


@pytest.mark.parametrize("code", ["28E", "28e", "028E", " 28E "])
def test_a_code_is_read_as_forces_write_it(tmp_path: Path, code: str) -> None:
    """In small letters, and with zeros before it."""
    tables, _ = read(extract(tmp_path, [*ROWS, row(9, offence_code=code)]))

    assert tables.count("burglary-residential", OWN, *WINDOW) == 2


ODD = {
    "reversed": (
        row(9, committed_from="04/11/2023", committed_to="03/11/2023"),
        "7: offences that ended before they began: 1; all of them count",
    ),
    "flags": (
        row(9, knife="X"),
        "7: rows with a flag that says neither yes nor no: 1, taken as no",
    ),
    "repeats": (
        row(1),
        "7: 'crime_number' that stands more than once: 1, in 2 rows; all of them count",
    ),
}


@pytest.mark.parametrize("id_", ODD)
def test_an_odd_row_counts_and_is_told(tmp_path: Path, id_: str) -> None:
    """With its place, and the name under which it may be accepted."""
    odd, told = ODD[id_]
    rows = [text.replace("EX/0001/23", "EX/0001") for text in ROWS]
    tables, _ = read(extract(tmp_path, [*rows, odd]))

    do = f"look at them, or accept it with a reason under 'accept: {id_}.extract'"
    assert [str(p) for p in tables.doubts] == [f"{EXTRACT}:{told}; {do} [{id_}.extract]"]
    assert tables.count("burglary-residential", OWN, *WINDOW) == 2


def test_a_file_that_ends_early_is_told(tmp_path: Path) -> None:
    """Nothing for more than a week at the period's end: the force records every day."""
    config = extract(tmp_path, ROWS)
    altered(tmp_path, EDITION, "2023-12-05", "2023-12-31")

    (doubt,) = read(config)[0].doubts
    assert doubt.id == "part.extract"
    assert doubt.what == "its last row is of 6 December 2023, the period ends on 31 December 2023"


def test_a_column_that_is_not_there_is_told_with_what_it_may_be(tmp_path: Path) -> None:
    """The header of a date is another one."""
    config = extract(tmp_path)
    altered(tmp_path, EXTRACT, ",recorded,", ",recorded on,")

    assert problems_of(config) == [
        f"{EXTRACT}:1: the column 'recorded' is missing; rename 'recorded on' to 'recorded'"
    ]


def test_a_category_of_a_flag_has_to_be_there(tmp_path: Path) -> None:
    """Or its rows would count nowhere."""
    config = extract(tmp_path)
    altered(tmp_path, LAYOUT, "knife: knife-crime", "knife: knives")

    assert problems_of(config) == [
        "config/categories.yaml: the layout force-extract counts rows with the flag 'knife' in"
        " 'knives'; add that category"
    ]


def test_groupings_are_added_up_of_names_that_the_layout_translates(tmp_path: Path) -> None:
    """A force's own sub-classes: what is no sum of them is not counted."""
    config = extract(tmp_path, [text.replace(",Harassment,", ",Robbery,") for text in ROWS])
    altered(
        tmp_path,
        LAYOUT,
        "{header: offence_code, type: offence code}",
        "{header: offence, type: category, values: {Burglary Residential: Burglary – Residential,"
        " Break-in other: Burglary – Business, Robbery: Robbery,"
        " Robbery of personal property: Robbery}}",
    )
    altered(tmp_path, LAYOUT, "[offence, recorded]", "[offence_code, recorded]")
    tables, record = read(config)

    assert record.set_aside["unknown category"] == 1
    assert tables.count("burglary", OWN, *WINDOW) == 1
    assert tables.count("robbery", OWN, *WINDOW) == 2
    assert tables.count("all-crime", OWN, *WINDOW) is None


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        (
            'flag_yes: ["Y", "Yes", "1", "True"]\n',
            "",
            f"{LAYOUT}:1: 'flags' need 'flag_yes', what stands in a flag that is set",
        ),
        (
            '"%d/%m/%Y"}\n  area',
            '"%d/%m"}\n  area',
            f"{LAYOUT}:7: columns.first.format: '%d/%m' gives no day, month and year;"
            " write such as %d/%m/%Y",
        ),
    ],
)
def test_a_layout_that_cannot_be_meant_is_refused(
    tmp_path: Path, old: str, new: str, problem: str
) -> None:
    """Before any file is read."""
    extract(tmp_path)
    altered(tmp_path, LAYOUT, old, new)

    with pytest.raises(InputError) as caught:
        read_layout("force-extract", tmp_path)
    assert [str(p) for p in caught.value.problems] == [problem]


def test_a_window_is_counted_to_the_day(tmp_path: Path) -> None:
    """A thousand rows over two years, against a short count of the same file."""
    days = [date(2022, 1, 1) + timedelta(days=n * 7 % 730) for n in range(1000)]
    codes, lsoas = ("28E", "30C", "8N", "34A", "46"), (FIRST, SECOND, "")
    rows = [
        row(n, offence_code=codes[n % 5], lsoa=lsoas[n % 3], recorded=f"{day:%d/%m/%Y}")
        for n, day in enumerate(days)
    ]
    config = extract(tmp_path, rows)
    altered(tmp_path, EDITION, "first: 2023-11-01,", "first: 2023-04-01, basis: year to date,")
    tables, _ = read(config)

    lines = (tmp_path / EXTRACT).read_text(encoding="utf-8").splitlines()
    for year in (2022, 2023):
        found = Counter[str]()
        for cells in DictReader(lines):
            d, m, y = cells["recorded"].split("/")
            if f"{year}-04-01" <= f"{y}-{m}-{d}" <= f"{year}-12-05":
                found.update([cells["offence_code"], cells["lsoa"], "all"])
        window = (date(year, 4, 1), date(year, 12, 5))
        assert tables.count("all-crime", OWN, *window) == found["all"] > 300
        assert tables.count("all-crime", FIRST, *window) == found[FIRST]
        acquisitive = found["28E"] + found["30C"] + found["34A"]
        assert tables.count("serious-acquisitive-crime", OWN, *window) == acquisitive


@real
def test_every_code_counts_in_its_published_category(tmp_path: Path) -> None:
    """The Home Office's codes, and the crime type that data.police.uk gives each of them."""
    study = study_of(project(tmp_path))
    names = {keys.label: id_ for id_, keys in study.categories.items()}
    names |= {"Drugs": "drug-offences", "Bicycle Theft": "cycle-theft"}
    names |= {"Theft from the Person": "theft-from-the-person"}
    codes = by_code(study.categories)
    path = REAL / "crime_codes" / "policeuk-ons-code-join.csv"
    with path.open(encoding="utf-8-sig", newline="") as file:
        for cells in DictReader(file):
            type_ = names[cells["POLICE_UK_CAT_MAP_category"]]
            assert codes[cells["ONS_COUNTS_code"].lstrip("0")] in below(study.categories, type_)
    assert set(codes.values()) < below(study.categories, "all-crime")
