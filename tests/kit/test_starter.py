"""A first edition from open data: what is found and assumed, and that it counts what is there."""

import csv
import io
import json
import shutil
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from zipfile import ZipFile

import pytest

from report.assessment import Assessment, Exhibit, load
from report.ledger import entries
from tests.editions import psa
from tests.made_up import ROOT

COUNTY = ROOT / "data" / "exampleshire"
DISTRICTS = COUNTY / "lookups" / "lsoa21-ward-district.csv"
RESIDENTS = COUNTY / "population" / "residents-2022-lsoa21.csv"
MIDDLEMARCH = ("Middlemarch", "--district", "E07900005", "--street", COUNTY / "street.zip")
USUAL = (*MIDDLEMARCH, "--population", RESIDENTS, "--lookup", DISTRICTS)

REAL = ROOT.parent / "shared" / "real"
real = pytest.mark.skipif(not REAL.is_dir(), reason="the folder of real data is not there")


@dataclass(frozen=True)
class Begun:
    """A project in which an edition was begun and built, and what was said."""

    root: Path
    said: str
    assessment: Assessment
    checks: dict[str, object]


def laid_out(root: Path) -> Path:
    """Copy what every project has."""
    for name in ("templates", "config/layouts"):
        shutil.copytree(ROOT / name, root / name)
    for path in (ROOT / "config").glob("*.yaml"):
        shutil.copy(path, root / "config")
    return root


def begun(root: Path, edition: str, *arguments: object, pdf: bool = False) -> Begun:
    """Begin an edition with the command, and build it with no edit."""
    done = psa("new", *arguments, cwd=laid_out(root))
    assert done.returncode == 0, done.stderr
    built = psa("build", f"config/{edition}.yaml", *(() if pdf else ("--html",)), cwd=root)
    assert built.returncode == 0, built.stderr
    folder = root / "build" / edition
    checks = json.loads((folder / "checks.json").read_text(encoding="utf-8"))
    return Begun(root, done.stdout, load(folder / "assessment.json"), checks)


@pytest.fixture(scope="session")
def middlemarch(tmp_path_factory: pytest.TempPathFactory) -> Begun:
    """The made-up county's district of Middlemarch, begun and built once for all tests."""
    names = ("--lookup", COUNTY / "lookups" / "local-names.csv")
    borders = ("--boundaries", COUNTY / "boundaries" / "lsoa21.geojson")
    root = tmp_path_factory.mktemp("begun")
    return begun(root, "middlemarch/2024-25", *USUAL, *names, *borders, pdf=True)


def street_rows(archive: Path) -> Iterator[dict[str, str]]:
    """Read the rows of every street file of an archive, with nothing of the program."""
    with ZipFile(archive) as files:
        for name in sorted(files.namelist()):
            if name.endswith("-street.csv"):
                yield from csv.DictReader(io.StringIO(files.read(name).decode("utf-8")))


def lsoas(lookup: Path, code: str, district: str, own: str) -> set[str]:
    """Give the LSOAs of a district by a list."""
    with lookup.open(encoding="utf-8-sig", newline="") as file:
        return {row[code] for row in csv.DictReader(file) if row[district] == own}


def counted(archive: Path, own: set[str], months: range, first: int) -> Counter[tuple[str, str]]:
    """Count crime type and LSOA over twelve months, `first` months after January of year 0."""
    wanted = {f"{(first + n) // 12:04d}-{(first + n) % 12 + 1:02d}" for n in months}
    found = Counter[tuple[str, str]]()
    for (month, kind, area), n in in_all(archive).items():
        if month in wanted and area in own:
            found[kind, area] += n
    return found


@lru_cache(maxsize=1)  # several districts are counted in the same archive
def in_all(archive: Path) -> Counter[tuple[str, str, str]]:
    """Count an archive by month, crime type and LSOA."""
    return Counter(
        (row["Month"], row["Crime type"], row["LSOA code"]) for row in street_rows(archive)
    )


def by_hand(found: Counter[tuple[str, str]], kind: str) -> list[int]:
    """Give the ten highest counts of a crime type."""
    return sorted((n for (each, _), n in found.items() if each == kind), reverse=True)[:10]


def top_ten(table: Exhibit) -> list[object]:
    """Give the counts of the rows that the table prints."""
    at = [column.key for column in table.columns].index("count")
    return [row.cells[at].value for row in table.printed() if row.role == "row"]


# What data.police.uk calls otherwise than the categories do.
SPELT = {"Drugs": "drug-offences", "Bicycle theft": "cycle-theft"}


def agree(built: Begun, archive: Path, own: set[str], first: int) -> None:
    """Hold every count of the year and the year before, and every top ten, to a count by hand."""
    now = counted(archive, own, range(12), first)
    before = counted(archive, own, range(-12, 0), first)
    findings, exhibits = built.assessment.findings(), built.assessment.exhibits()
    kinds = {kind for kind, _ in now}
    assert len(kinds) == 14
    for kind in kinds:
        id_ = SPELT.get(kind, kind.casefold().replace(" ", "-"))
        finding = findings[f"count.{id_}"]
        assert finding.value == sum(n for (k, _), n in now.items() if k == kind), kind
        assert finding.previous == sum(n for (k, _), n in before.items() if k == kind), kind
        (table,) = (e for e in exhibits.values() if e.id.startswith(f"table.{id_}."))
        assert top_ten(table) == by_hand(now, kind), kind
    crimes = [n for (kind, _), n in now.items() if kind != "Anti-social behaviour"]
    assert findings["count.all-recorded-crime"].value == sum(crimes)


def test_a_first_edition_counts_what_a_script_counts(middlemarch: Begun) -> None:
    """Every category of the year and the year before, and the ten areas with most of each."""
    own = lsoas(DISTRICTS, "lsoa21_code", "ltla24_code", "E07900005")

    agree(middlemarch, COUNTY / "street.zip", own, 12 * 2024 + 3)


def test_every_row_is_accounted_for(middlemarch: Begun) -> None:
    """54,571 rows, as data/README.md says; each used or set aside by a reason."""
    sources = {s.id: s for s in middlemarch.assessment.sources}
    street = sources["street"]

    assert street.rows_read == len(list(street_rows(COUNTY / "street.zip"))) == 54571
    assert street.rows_read == street.rows_used + sum(street.set_aside.values())
    assert set(street.set_aside) == {"outside the area", "no location"}


def test_a_first_edition_has_no_warning_but_of_what_the_files_hold(middlemarch: Begun) -> None:
    """Numbers that stand twice were planted."""
    (warning,) = list(middlemarch.checks["warnings"])  # type: ignore[call-overload]

    assert "[repeats.street]" in warning


def test_it_says_what_it_found_and_assumed(middlemarch: Begun) -> None:
    """Months, areas, categories; the period, the residents' year, the comparison."""
    assert "36 files of street-level crime, 36 months from April 2022 to March 2025" in (
        middlemarch.said
    )
    assert "the period April 2024 to March 2025, compared with April 2023 to March 2024" in (
        middlemarch.said
    )
    assert "residents of 2022, by the file's name" in middlemarch.said


def test_names_that_people_use_are_printed(middlemarch: Begun) -> None:
    """The planted hotspot is first in shoplifting, under its local name."""
    exhibits = middlemarch.assessment.exhibits().values()
    (table,) = (e for e in exhibits if e.id.startswith("table.shoplifting."))

    assert table.values("area")[0] == "Middlemarch Town Centre"


def test_a_neighbouring_force_is_not_compared_with(middlemarch: Begun) -> None:
    """Three LSOAs of Loamshire have some rows in the files: their snap points lie there."""
    folder = middlemarch.root / "config" / "middlemarch"
    text = (folder / "partnership.yaml").read_text(encoding="utf-8")

    assert text.count("kind: district, inside: [exampleshire]") == 6
    assert "Loamshire" not in text


def test_maps_come_with_the_boundaries(middlemarch: Begun) -> None:
    """Of the district with the ranks, and of the whole county, for every category and crime."""
    maps = [e for e in middlemarch.assessment.exhibits().values() if e.kind == "area_map"]
    pdf = middlemarch.root / "build" / "middlemarch" / "2024-25" / "report.pdf"

    assert len(maps) == 2 * 15
    assert {len([r for r in e.rows if r.role == "row"]) for e in maps} == {24, 150}
    assert pdf.is_file()


def test_wards_come_with_the_list(middlemarch: Begun) -> None:
    """The list names ward and district of every LSOA."""
    (section,) = (s for s in middlemarch.assessment.walk() if s.id == "wards")

    total = sum(int(f.value or 0) for f in section.findings if f.measure == "count" and f.area)
    whole = next(f for f in section.findings if f.id == "count.all-recorded-crime")
    assert total == whole.value


def test_without_a_list_the_publishers_names_say_the_district(tmp_path: Path) -> None:
    """It is said to be assumed; the areas stand in partnership.yaml by code."""
    built = begun(tmp_path, "middlemarch/2024-25", *MIDDLEMARCH, "--population", RESIDENTS)

    own = lsoas(DISTRICTS, "lsoa21_code", "ltla24_code", "E07900005")
    agree(built, COUNTY / "street.zip", own, 12 * 2024 + 3)
    assert 'whose name in the files begins with "Middlemarch"' in built.said


MISTAKES = {
    "no street file": (
        ("--street", COUNTY / "streets.zip", "--population", RESIDENTS),
        "no such file; did you mean",
    ),
    "residents where streets should be": (
        ("--street", RESIDENTS, "--population", RESIDENTS),
        "no layout of counts reads it: its columns are 'lsoacd', 'population'",
    ),
    "another district": (
        ("--street", COUNTY / "street.zip", "--population", RESIDENTS, "--lookup", DISTRICTS),
        "no LSOA of the list lies in 'E07900014'",
    ),
}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_what_cannot_be_used_is_told(tmp_path: Path, mistake: str) -> None:
    """One message, no traceback, and nothing is written."""
    given, told = MISTAKES[mistake]
    done = psa("new", "Middlemarch", "--district", "E07900014", *given, cwd=laid_out(tmp_path))

    assert done.returncode == 1
    assert told in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "config" / "middlemarch").exists()


def test_a_list_of_another_census_is_refused(tmp_path: Path) -> None:
    """Some of its areas are no longer there: their rows would be lost without a word."""
    given = (*MIDDLEMARCH, "--population", RESIDENTS)
    text = (COUNTY / "lookups" / "lsoa11-lsoa21.csv").read_text(encoding="utf-8-sig")
    old = tmp_path / "lsoa11.csv"
    rows = [line.split(",") for line in text.splitlines()]
    at = [rows[0].index(name) for name in ("LSOA11CD", "LSOA11NM", "LAD22CD", "LAD22NM")]
    kept = dict.fromkeys(tuple(row[n] for n in at) for row in rows[1:])
    head = "lsoa21_name,lsoa21_code,ward24_name,ward24_code,ltla24_name,ltla24_code\n"
    made = "".join(f"{name},{code},W,E05,{d_name},{d}\n" for code, name, d, d_name in kept)
    old.write_text(head + made, encoding="utf-8")
    done = psa("new", *given, "--lookup", old, cwd=laid_out(tmp_path / "project"))

    assert done.returncode == 1, done.stdout
    assert " rows with a location; take the list of the census" in done.stderr


def test_an_open_quote_is_told_with_its_line(tmp_path: Path) -> None:
    """As the build tells it, and without a traceback."""
    folder = tmp_path / "street"
    folder.mkdir()
    with ZipFile(COUNTY / "street.zip") as files:
        lines = files.read("2025-03/2025-03-exampleshire-street.csv").decode().splitlines(True)
    lines[9] = lines[9].replace(",On or near", ',"On or near', 1)
    (folder / "2025-03-exampleshire-street.csv").write_text("".join(lines), encoding="utf-8")
    given = ("--district", "E07900005", "--population", RESIDENTS, "--lookup", DISTRICTS)
    root = laid_out(tmp_path / "project")
    done = psa("new", "Middlemarch", "--street", folder, *given, cwd=root)

    assert done.returncode == 1
    assert "look for a quotation mark that is not closed" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_footnote_under_a_list_is_told_with_its_line(tmp_path: Path) -> None:
    """As in tables that were saved from a web page."""
    lookup = tmp_path / "lookup.csv"
    lookup.write_bytes(DISTRICTS.read_bytes() + b"Source: ONS\n")
    given = (*MIDDLEMARCH, "--population", RESIDENTS, "--lookup", lookup)
    done = psa("new", *given, cwd=laid_out(tmp_path / "project"))

    assert done.returncode == 1
    assert ":155: the row has 1 cells, the header 6" in done.stderr
    assert "Traceback" not in done.stderr


def test_rows_without_a_month_are_told(tmp_path: Path) -> None:
    """They are no reason to stop: the build sets them aside as malformed."""
    folder = tmp_path / "street" / "2025-03"
    folder.mkdir(parents=True)
    with ZipFile(COUNTY / "street.zip") as files:
        text = files.read("2025-03/2025-03-exampleshire-street.csv").decode("utf-8")
    spoilt = text.replace(",2025-03,", ",2025-13,", 1).replace(",2025-03,", ",,", 1)
    (folder / "2025-03-exampleshire-street.csv").write_text(spoilt, encoding="utf-8")
    given = ("--population", RESIDENTS, "--lookup", DISTRICTS, "--district", "E07900005")
    root = laid_out(tmp_path / "project")
    done = psa("new", "Middlemarch", "--street", tmp_path / "street", *given, cwd=root)

    assert done.returncode == 0, done.stderr
    assert ", 2 have no month" in done.stdout


def test_nothing_is_written_over(tmp_path: Path) -> None:
    """Somebody may have worked on the files."""
    folder = laid_out(tmp_path) / "config" / "middlemarch"
    folder.mkdir()
    done = psa("new", *USUAL, cwd=tmp_path)

    assert done.returncode == 1
    assert "config/middlemarch: is there already; give another name" in done.stderr
    assert list(folder.iterdir()) == []


LEICESTERSHIRE = REAL / "street" / "leicestershire_2020-11_2022-10.zip"
CHANGES = REAL / "lookups" / "lsoa11_to_lsoa21_exact.csv"


@real
@pytest.mark.parametrize(
    ("name", "district", "pdf"),
    [
        ("North West Leicestershire", "E07000134", True),
        ("Charnwood", "E07000130", False),
        ("Leicester", "E06000016", False),
    ],
)
def test_a_real_district_counts_what_a_script_counts(
    tmp_path: Path, name: str, district: str, pdf: bool
) -> None:
    """November 2021 to October 2022 against the year before; 210,767 rows, each accounted for.

    So is every number of its pages.
    """
    residents = REAL / "population" / "population20_lsoa11_totals.csv"
    files = ("--street", LEICESTERSHIRE, "--population", residents, "--lookup", CHANGES)
    edition = f"{name.casefold().replace(' ', '-')}/2021-22"
    built = begun(tmp_path, edition, name, "--district", district, *files, pdf=pdf)

    ledger = entries.load(tmp_path / "build" / edition / "ledger.json")
    assert ("report.pdf" in ledger.documents) == pdf
    assert [e for e in ledger.entries if e.kind == "unknown"] == []
    agree(built, LEICESTERSHIRE, lsoas(CHANGES, "LSOA11CD", "LAD22CD", district), 12 * 2021 + 10)
    text = (tmp_path / "config" / edition).with_name("partnership.yaml").read_text("utf-8")
    assert text.count("kind: district, inside: [leicestershire]") == 8
    (street,) = (s for s in built.assessment.sources if s.id == "street")
    assert street.rows_read == 210767
    assert street.rows_read == street.rows_used + sum(street.set_aside.values())
