"""Real counts and residents of Leicestershire's small areas, from the folder of test data."""

import csv
import io
import re
import zipfile
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

REAL = Path(__file__).parents[3] / "shared" / "real"
STREET = REAL / "street" / "leicestershire_2020-11_2022-10.zip"
LOOKUP = REAL / "lookups" / "lsoa11_to_lsoa21_exact.csv"
RESIDENTS = REAL / "population" / "population20_lsoa11_totals.csv"

# The seven districts of the county, without the city of Leicester and Rutland.
DISTRICTS = {f"E07000{number}" for number in range(129, 136)}
MONTHS = re.compile(r"2021-1[012]|2022-0[1-9]")
ASB = "Anti-social behaviour"


def needed() -> None:
    """Skip a test where the folder of test data is absent."""
    if not STREET.is_file():
        pytest.skip("the test data in ../shared/real is absent")


@cache
def inside(district: str) -> frozenset[str]:
    """Give the LSOAs of 2011 of a district of 2022."""
    with LOOKUP.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.DictReader(file)
        return frozenset(row["LSOA11CD"] for row in rows if row["LAD22CD"] == district)


@cache
def residents() -> dict[str, int]:
    """Give residents of mid-2020 by the county's LSOAs of 2011."""
    county = set[str]().union(*map(inside, DISTRICTS))
    with RESIDENTS.open(encoding="utf-8-sig", newline="") as file:
        people = {r["lsoa11_code"]: int(r["total_population"]) for r in csv.DictReader(file)}
    return {code: people[code] for code in sorted(county)}


@cache
def recorded() -> Counter[tuple[str, str]]:
    """Count the rows of October 2021 to September 2022 by LSOA and crime type."""
    found: Counter[tuple[str, str]] = Counter()
    with zipfile.ZipFile(STREET) as archive:
        for name in archive.namelist():
            if MONTHS.match(name):
                text = io.TextIOWrapper(archive.open(name), encoding="utf-8", newline="")
                found.update((r["LSOA code"], r["Crime type"]) for r in csv.DictReader(text))
    return found


@cache
def by_month() -> dict[str, dict[str, int]]:
    """Count the rows of all 24 months in the county: crime type -> month -> number."""
    inside, found = residents(), dict[str, dict[str, int]]()
    with zipfile.ZipFile(STREET) as archive:
        months = sorted(Path(name).name[:7] for name in archive.namelist())
        for name in archive.namelist():
            text = io.TextIOWrapper(archive.open(name), encoding="utf-8", newline="")
            for r in csv.DictReader(text):
                if r["LSOA code"] in inside:
                    of = found.setdefault(r["Crime type"], dict.fromkeys(months, 0))
                    of[r["Month"]] += 1
    return found


def counts(*types: str, without: str = "") -> dict[str, int]:
    """Count crime of some types, or of all but one, in every LSOA of the county."""
    found = dict.fromkeys(residents(), 0)
    for (code, type_), number in recorded().items():
        if code in found and (type_ in types or (not types and type_ != without)):
            found[code] += number
    return found
