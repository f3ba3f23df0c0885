"""The made-up county: its script gives what is committed, its files agree, its features are there.

What the files hold is counted here with `csv` and `Counter`, apart from the script that made them.
"""

import csv
import json
import re
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest
from shapely import Polygon

from data.exampleshire import variants
from data.exampleshire.generate import HERE, unpacked, write
from tests.made_up import ROOT

REAL = ROOT.parent / "shared" / "real"
HOTSPOT, VISITORS, FESTIVAL = "E01900095", "E01900104", "E01900109"
MIDDLEMARCH, CASTERBRIDGE, LOAMSHIRE = "E07900005", "E07900002", "E07999001"
SPLIT, MERGED, IRREGULAR = ("E01900004", "E01900099"), "E01900506", ("E01900123", "E01900124")

Row = dict[str, str]


def rows(path: Path | str) -> list[Row]:
    """Read a CSV of the county."""
    with (HERE / path).open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def in_archive(path: Path) -> list[Row]:
    texts = unpacked(path).values()
    return [row for text in texts for row in csv.DictReader(text.splitlines())]


@cache
def street() -> list[Row]:
    return in_archive(HERE / "street.zip")


@cache
def extract() -> list[Row]:
    return in_archive(HERE / "extract.zip")


@cache
def districts() -> dict[str, str]:
    """LSOA -> district, next door too."""
    return {
        row["lsoa21_code"]: row["ltla24_code"] for row in rows("lookups/lsoa21-ward-district.csv")
    }


@cache
def residents() -> dict[str, int]:
    return {
        row["lsoacd"]: int(row["population"])
        for row in rows("population/residents-2022-lsoa21.csv")
    }


def year(month: str) -> int:
    """Give the year from April to March in which a month lies, by its first half."""
    return int(month[:4]) - (month[5:7] < "04")


def by_year(wanted: Callable[[Row], bool]) -> list[int]:
    """Count the street rows of a kind in 2022/23, 2023/24 and 2024/25."""
    found = Counter(year(row["Month"]) for row in street() if wanted(row))
    return [found[2022], found[2023], found[2024]]


def committed() -> Iterator[str]:
    for path in sorted(HERE.rglob("*")):
        if path.is_file() and path.suffix not in (".py", ".pyc"):
            yield path.relative_to(HERE).as_posix()


def test_the_script_gives_what_is_committed(tmp_path: Path) -> None:
    """Byte for byte; in an archive, each file's name, date and bytes (zlibs pack differently)."""
    write(tmp_path)

    made = [p.relative_to(tmp_path).as_posix() for p in tmp_path.rglob("*") if p.is_file()]
    assert sorted(made) == list(committed())
    for name in made:
        if name.endswith(".zip"):
            assert members(tmp_path / name) == members(HERE / name)
        else:
            assert (tmp_path / name).read_bytes() == (HERE / name).read_bytes(), name


def members(path: Path) -> list[tuple[str, tuple[int, ...], bytes]]:
    with zipfile.ZipFile(path) as archive:
        return [(x.filename, x.date_time, archive.read(x)) for x in archive.infolist()]


def test_an_archive_that_holds_the_same_is_left_as_it_is(tmp_path: Path) -> None:
    """Another zlib's packing of the same files is no change."""
    write(tmp_path)
    stored = tmp_path / "street.zip"
    with zipfile.ZipFile(HERE / "street.zip") as old, zipfile.ZipFile(stored, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))  # not packed at all
    before = stored.read_bytes()

    write(tmp_path)

    assert stored.read_bytes() == before


def test_the_county_is_small_enough_to_commit() -> None:
    """The issue allows 15 MB; a clone should not feel it."""
    assert sum((HERE / name).stat().st_size for name in committed()) < 4_000_000


def test_the_street_files_have_the_published_shape() -> None:
    """A folder and a file for each of 36 months; twelve columns, the header of the layout's row."""
    fixture = ROOT / "tests" / "fixtures" / "layouts" / "police-uk-street.csv"
    header = fixture.read_text(encoding="utf-8").splitlines()[0]
    files = unpacked(HERE / "street.zip")
    months = [f"{2022 + (3 + n) // 12}-{(3 + n) % 12 + 1:02}" for n in range(36)]

    assert list(files) == [f"{m}/{m}-exampleshire-street.csv" for m in months]
    assert {text.splitlines()[0] for text in files.values()} == {header}
    assert not any(
        "\r" in text or text.startswith("\N{ZERO WIDTH NO-BREAK SPACE}") for text in files.values()
    )
    assert all(row["Month"] in name for name, t in files.items() for row in reader(t))


def reader(text: str) -> list[Row]:
    return list(csv.DictReader(text.splitlines()))


def test_street_files_and_extract_agree() -> None:
    """The same offences by month of recording, LSOA (or none) and crime type; ASB is no offence."""
    types = {row["offence_code"]: row["crime_type"] for row in rows("lookups/offence-codes.csv")}
    published = Counter(
        (row["Month"], row["LSOA code"], row["Crime type"])
        for row in street()
        if row["Crime type"] != "Anti-social behaviour"
    )
    recorded = Counter(
        (iso(row["recorded"])[:7], row["lsoa"], types[row["offence_code"]]) for row in extract()
    )

    assert published.total() == 54_571 - 8_692  # all rows without those of ASB
    assert published == recorded


def iso(day: str) -> str:
    """Turn a day of the extract, 05/12/2023, into 2023-12-05."""
    return "-".join(reversed(day.split("/")))


def test_the_extract_names_the_areas_of_its_lsoas() -> None:
    """Beat, ward and district follow from the LSOA; without one only the district may be known."""
    wards = {r["lsoa21_code"]: r["ward24_code"] for r in rows("lookups/lsoa21-ward-district.csv")}
    beats = {r["code"]: r["inside"] for r in rows("lookups/beats.csv") if r["kind"] == "LSOA"}
    for row in extract():
        own = row["lsoa"] in beats
        assert row["beat"] == beats.get(row["lsoa"], "")
        assert row["ward"] == (wards[row["lsoa"]] if own else "")
        if row["lsoa"]:
            assert row["district"] == (districts()[row["lsoa"]] if own else "")

    somewhere = Counter(bool(row["district"]) for row in extract() if not row["lsoa"])
    assert somewhere[True] / somewhere.total() == pytest.approx(0.6, abs=0.05)


def test_the_extract_knows_the_district_of_some_that_have_no_location() -> None:
    """So Middlemarch has more offences there than the street files place in it."""
    own = [row for row in extract() if row["district"] == MIDDLEMARCH]
    recorded = Counter(year(iso(row["recorded"])) for row in own)
    placed = Counter(year(iso(row["recorded"])) for row in own if row["lsoa"])
    published = by_year(
        lambda row: districts().get(row["LSOA code"]) == MIDDLEMARCH and bool(row["Crime ID"])
    )

    assert [placed[each] for each in (2022, 2023, 2024)] == published
    assert (published[1:], recorded[2023], recorded[2024]) == ([3_131, 3_268], 3_157, 3_298)


def test_the_extract_is_sound() -> None:
    """One number for each offence, days in order, flags Y or N, a code of the list."""
    codes = {(r["offence_code"], r["offence"]) for r in rows("lookups/offence-codes.csv")}

    assert len({row["crime_number"] for row in extract()}) == len(extract())
    for row in extract():
        assert iso(row["committed_from"]) <= iso(row["committed_to"]) <= iso(row["recorded"])
        assert (row["offence_code"], row["offence"]) in codes
        flags = [row[f] for f in ("domestic", "alcohol", "drugs", "hate", "knife", "nte", "cyber")]
        assert set(flags) <= {"Y", "N"}
    assert {iso(row["recorded"]) for row in extract()} == {
        str(date(2022, 4, 1) + timedelta(n)) for n in range(1096)
    }
    assert {row["offence_code"] for row in extract() if row["hate"] == "N"}.isdisjoint(
        {"8M", "8P", "9B", "58J", "105B"}  # racially or religiously aggravated
    )


def test_offence_codes_have_the_crime_types_of_the_real_list() -> None:
    """Codes and their police.uk types are facts, here as in the published join of the two."""
    path = REAL / "crime_codes" / "policeuk-ons-code-join.csv"
    if not path.exists():
        pytest.skip("../shared/real is not there")
    with path.open(encoding="utf-8", newline="") as file:
        real = {r["ONS_COUNTS_code"]: r["POLICE_UK_CAT_MAP_category"] for r in csv.DictReader(file)}

    ours = {row["offence_code"]: row["crime_type"] for row in rows("lookups/offence-codes.csv")}
    assert {code: real[code].lower() for code in ours} == {c: t.lower() for c, t in ours.items()}


def test_no_real_code_is_used() -> None:
    """A 9 in the fourth place, as no code of the real lists has it."""
    text = "".join((HERE / name).read_text("utf-8") for name in committed() if name[-4:] != ".zip")
    found = set(re.findall(r"[EW]\d{8}", text))
    found |= {row["LSOA code"] for row in street()} - {""}
    for row in extract():
        found |= {row["ward"], row["lsoa"], row["district"]} - {""}

    assert {code[:4] for code in found} == {"E019", "E059", "E079", "E109", "E229", "E239"}
    real = (REAL / "lookups").glob("*.csv")
    assert not any(re.search(r"E(01|05|07|10|22|23)9\d{5}", p.read_text("utf-8")) for p in real)


@pytest.mark.parametrize(
    ("ours", "real"),
    [
        ("lookups/lsoa21-ward-district.csv", "lookups/lookup_lsoa21_ward24_ltla24.csv"),
        ("lookups/lsoa11-lsoa21.csv", "lookups/lsoa11_to_lsoa21_exact.csv"),
        ("lookups/district-csp-force.csv", "lookups/lookup_ltla24_csp24_pfa24.csv"),
        ("population/residents-2022-lsoa21.csv", "population/lsoa_population.csv"),
        ("population/residents-2020-lsoa11.csv", "population/population20_lsoa11_totals.csv"),
    ],
)
def test_a_file_has_the_header_of_the_real_one(ours: str, real: str) -> None:
    """Byte for byte: byte order mark, names and line end."""
    if not (REAL / real).exists():
        pytest.skip("../shared/real is not there")
    with (HERE / ours).open("rb") as made, (REAL / real).open("rb") as published:
        assert made.readline() == published.readline()


def test_areas_nest() -> None:
    """Seven districts of 150 LSOAs, wards and beats in one district each, six partnerships."""
    own = [r for r in rows("lookups/lsoa21-ward-district.csv") if r["ltla24_code"] != LOAMSHIRE]
    beats = {r["code"]: r["inside"] for r in rows("lookups/beats.csv") if r["kind"] == "LSOA"}
    above = {r["code"]: r["inside"] for r in rows("lookups/beats.csv") if r["kind"] == "beat"}

    assert len(own) == len(beats) == 150
    assert sorted(Counter(r["ltla24_code"] for r in own).values()) == [18, 20, 20, 21, 21, 24, 26]
    wards = {(r["ward24_code"], r["ltla24_code"]) for r in own}
    assert len(wards) == len({ward for ward, _ in wards}) == 36
    assert {code: above[beat] for code, beat in beats.items()} == {
        r["lsoa21_code"]: r["ltla24_code"] for r in own
    }
    assert len(above) == 20
    forces = [r for r in rows("lookups/district-csp-force.csv") if r["pfa24_code"] == "E23900001"]
    assert (len(forces), len({r["csp24_code"] for r in forces})) == (7, 6)


def test_ward_names_repeat_and_codes_do_not() -> None:
    """Castle and Abbey are wards of two districts each: joins have to be on codes."""
    wards = {(r["ward24_code"], r["ward24_name"]) for r in rows("lookups/lsoa21-ward-district.csv")}
    names = Counter(name for _, name in wards)

    assert {name for name, number in names.items() if number > 1} == {"Castle", "Abbey"}


def test_lsoas_changed_between_the_vintages() -> None:
    """Two splits, a merged pair and an irregular change; the other codes stayed."""
    links = rows("lookups/lsoa11-lsoa21.csv")
    news: dict[str, list[str]] = {}
    for link in links:
        news.setdefault(link["LSOA11CD"], []).append(link["LSOA21CD"])
    merged = [link["LSOA11CD"] for link in links if link["LSOA21CD"] == MERGED]

    assert Counter(link["CHGIND"] for link in links) == {"U": 145, "S": 5, "M": 2, "X": 3}
    assert [len(news[old]) for old in SPLIT] == [3, 2]
    assert merged == ["E01900106", "E01900107"]
    assert [len(news[old]) for old in IRREGULAR] == [2, 1]
    assert {new for each in news.values() for new in each} == set(districts())
    assert set(news) == {r["lsoa11_code"] for r in rows("population/residents-2020-lsoa11.csv")}


def test_populations_cover_every_lsoa() -> None:
    """Residents, households and workday; the residents of 2011's LSOAs are near those of 2021's."""
    others = rows("population/denominators-2022-lsoa21.csv")
    for kind in ("households", "workday"):
        assert [row["area"] for row in others if row["of"] == kind] == sorted(districts())
    assert all(int(row["population"]) > 0 for row in others)
    older = rows("population/residents-2020-lsoa11.csv")

    assert set(residents()) == set(districts())
    total = sum(int(row["total_population"]) for row in older)
    assert 0.96 < total / sum(residents().values()) < 1
    small = {code for code, number in residents().items() if number < 1000}
    assert small == {VISITORS}


@cache
def polygons(name: str) -> dict[str, list[tuple[float, float]]]:
    features = json.loads((HERE / "boundaries" / name).read_text(encoding="utf-8"))["features"]
    found = {}
    for feature in features:
        code = next(v for k, v in feature["properties"].items() if k.endswith("_code"))
        ((ring,),) = feature["geometry"]["coordinates"]
        found[code] = [(x, y) for x, y in ring]
    return found


def area(ring: list[tuple[float, float]]) -> float:
    """Give the signed area in square degrees, above 0 against the clock."""
    return sum(x0 * y1 - x1 * y0 for (x0, y0), (x1, y1) in pairwise(ring)) / 2


def inside(x: float, y: float, ring: list[tuple[float, float]]) -> bool:
    """Count the sides to the east of a point: it is inside when their number is odd."""
    crossed = (
        x < x0 + (y - y0) / (y1 - y0) * (x1 - x0)
        for (x0, y0), (x1, y1) in pairwise(ring)
        if (y0 > y) != (y1 > y)
    )
    return sum(crossed) % 2 == 1


def test_boundaries_tile_the_county() -> None:
    """Every inner side is shared to the last digit, and LSOAs add up to their district."""
    lsoas, outlines = polygons("lsoa21.geojson"), polygons("districts.geojson")
    sides = Counter(side for ring in lsoas.values() for side in pairwise(ring))
    areas: Counter[str] = Counter()
    for code, ring in lsoas.items():
        assert Polygon(ring).is_valid
        assert area(ring) > 0
        areas[districts()[code]] += area(ring)  # type: ignore[assignment]

    assert set(lsoas) | {f"E0199900{n}" for n in (1, 2, 3)} == set(districts())
    assert max(sides.values()) == 1
    inner = sum((b, a) in sides for a, b in sides)
    assert inner / len(sides) > 0.9
    assert {code: area(ring) for code, ring in outlines.items()} == pytest.approx(dict(areas))


def test_points_lie_in_the_lsoa_that_their_row_names() -> None:
    """All in the North Sea, where no LSOA is."""
    lsoas = polygons("lsoa21.geojson")
    points = {
        (float(row["Longitude"]), float(row["Latitude"]), row["LSOA code"])
        for row in street()
        if row["LSOA code"]
    }

    assert all(inside(x, y, lsoas[code]) for x, y, code in points if code in lsoas)
    assert all(1.8 < x < 3 and 54 < y < 54.6 for x, y, _ in points)


def test_the_files_have_what_is_wrong_with_real_ones() -> None:
    """Twins without an id, ids that stand twice, no location, other counties, nameless streets."""
    asb = Counter(tuple(r.values()) for r in street() if r["Crime type"].startswith("Anti-social"))
    ids = Counter(row["Crime ID"] for row in street() if row["Crime ID"])
    twice = {id_ for id_, number in ids.items() if number > 1}
    types = {id_: {r["Crime type"] for r in street() if r["Crime ID"] == id_} for id_ in twice}

    assert not any(row["Crime ID"] for row in street() if row["Crime type"].startswith("Anti"))
    assert (asb.total(), asb.total() - len(asb)) == (8_692, 2_965)
    assert (len(twice), sum(len(found) > 1 for found in types.values())) == (34, 27)
    assert by_year(lambda row: not row["LSOA code"]) == [213, 228, 241]
    assert by_year(lambda row: districts().get(row["LSOA code"]) == LOAMSHIRE) == [58, 52, 49]
    assert any("," in row["Location"] for row in street())
    assert any(row["Location"] == "On or near " for row in street())


def crimes(code: str) -> list[int]:
    """Count an LSOA's offences by year."""
    return by_year(lambda row: row["LSOA code"] == code and bool(row["Crime ID"]))


def test_the_town_centre_is_the_hotspot() -> None:
    """First of all LSOAs in offences, and of Middlemarch's in shoplifting, in each year."""
    for each in (2022, 2023, 2024):
        every = Counter(
            row["LSOA code"]
            for row in street()
            if row["Crime ID"] and row["LSOA code"] and year(row["Month"]) == each
        )
        shops = Counter(
            row["LSOA code"]
            for row in street()
            if row["Crime type"] == "Shoplifting" and year(row["Month"]) == each
            if districts().get(row["LSOA code"]) == MIDDLEMARCH
        )
        assert every.most_common(1)[0][0] == shops.most_common(1)[0][0] == HOTSPOT
    assert crimes(HOTSPOT) == [964, 931, 1029]


def test_the_retail_park_has_few_residents_and_the_highest_rate() -> None:
    """More offences than residents, while the highest rate elsewhere is below half of one."""
    found = Counter(r["LSOA code"] for r in street() if r["Crime ID"] and r["Month"] > "2024-03")
    rates = {code: found[code] / residents()[code] for code in districts()}
    first, second, *_ = sorted(rates, key=lambda code: -rates[code])

    assert (first, residents()[first]) == (VISITORS, 319)
    assert rates[first] > 1
    assert rates[second] < 0.5


def test_the_festival_is_a_peak() -> None:
    """August 2024 in Freshitt Park: 42 of its year's 77 offences, mostly thefts from the person."""
    months = Counter(
        row["Month"] for row in street() if row["LSOA code"] == FESTIVAL and row["Crime ID"]
    )
    thefts = Counter(
        row["Month"]
        for row in street()
        if row["Crime type"] == "Theft from the person"
        if districts().get(row["LSOA code"]) == MIDDLEMARCH and year(row["Month"]) == 2024
    )

    assert (months["2024-08"], crimes(FESTIVAL)) == (42, [33, 35, 77])
    assert months["2024-08"] / (77 / 12) > 6
    assert max(n for month, n in months.items() if month != "2024-08") < 10
    assert (thefts["2024-08"], thefts.total()) == (27, 73)


@pytest.mark.parametrize(
    ("district", "crime_type", "counts"),
    [
        (MIDDLEMARCH, "Vehicle crime", [210, 225, 343]),
        (MIDDLEMARCH, "Burglary", [137, 128, 80]),
        (CASTERBRIDGE, "Bicycle theft", [37, 36, 13]),
    ],
)
def test_planted_changes_are_there(district: str, crime_type: str, counts: list[int]) -> None:
    """Before the last year the numbers stand still; in it they move by more than chance."""
    found = by_year(
        lambda row: (
            row["Crime type"] == crime_type and districts().get(row["LSOA code"]) == district
        )
    )

    before, last = found[1], found[2]
    assert found == counts
    assert (last - before) ** 2 > 8 * (last + before)  # z above 2.8 for two Poisson counts


def test_peers_count_middlemarch_as_the_street_files_do() -> None:
    """Each month and crime type of two years, anti-social behaviour too."""
    published = Counter(
        (row["Month"], row["Crime type"])
        for row in street()
        if row["Month"] > "2023-03" and districts().get(row["LSOA code"]) == MIDDLEMARCH
    )
    own = sum(n for code, n in residents().items() if districts()[code] == MIDDLEMARCH)
    given = [row for row in rows("peers/counts.csv") if row["csp24_name"] == "Middlemarch"]

    assert {(r["month"], r["crime_type"]): int(r["count"]) for r in given} == published
    assert {int(row["population_mid2022"]) for row in given} == {own}


def test_positions_follow_from_the_peers_counts() -> None:
    """Fifteen members by offences for each resident in the year; 1 is the lowest."""
    for row in rows("peers/positions.csv"):
        last = row["as_at"][:7]
        first = f"{int(last[:4]) - 1}-04"
        category = row["category"].replace("Drug Offences", "Drugs")
        rates: Counter[str] = Counter()
        for count in rows("peers/counts.csv"):
            wanted = category == count["crime_type"] or (
                category == "All Recorded Crime" and count["crime_type"] != "Anti-social behaviour"
            )
            if wanted and first <= count["month"] <= last:
                rate = int(count["count"]) / int(count["population_mid2022"])
                rates[count["csp24_name"]] += rate  # type: ignore[assignment]
        assert int(row["group_size"]) == len(rates) == 15
        lower = sum(rate < rates["Middlemarch"] for rate in rates.values())
        assert int(row["position"]) == lower + 1


def test_a_variant_lacks_a_month() -> None:
    """One file less, the others as they were."""
    files = unpacked(HERE / "street.zip")
    made = variants.without_month(files, "2024-11")

    assert files.keys() - made.keys() == {"2024-11/2024-11-exampleshire-street.csv"}
    assert all(made[name] == files[name] for name in made)


def test_a_variant_has_half_a_month() -> None:
    """The rows from the top, whole."""
    name = "2024-11/2024-11-exampleshire-street.csv"
    files = unpacked(HERE / "street.zip")
    made = variants.cut_by_half(files, "2024-11")

    assert files[name].startswith(made[name])
    assert len(reader(made[name])) == pytest.approx(len(reader(files[name])) / 2, abs=1)
    assert {n for n in files if files[n] != made[n]} == {name}


def test_a_variant_mixes_vintages() -> None:
    """As many rows; until the month the LSOAs of 2011, the split one under its old code."""
    links = rows("lookups/lsoa11-lsoa21.csv")
    old = {link["LSOA11CD"] for link in links}
    files = unpacked(HERE / "street.zip")
    made = variants.in_2011_codes(files, "2024-03")

    for name, text in made.items():
        assert text.count("\n") == files[name].count("\n")
        codes = {row["LSOA code"] for row in reader(text)} - {""}
        if name < "2024-04":
            assert codes <= old
            assert set(SPLIT) <= codes
        else:
            assert text == files[name]


def test_a_variant_loses_locations() -> None:
    """From the month on, about three in ten more have none."""
    files = unpacked(HERE / "street.zip")
    made = variants.without_places(files, "2024-04", 300)
    before = sum(not r["LSOA code"] for n, t in files.items() if n > "2024-04" for r in reader(t))
    after = [r for n, t in made.items() if n > "2024-04" for r in reader(t)]

    assert before / len(after) == pytest.approx(0.013, abs=0.003)
    assert sum(not row["LSOA code"] for row in after) / len(after) == pytest.approx(0.31, abs=0.02)
    assert all(made[name] == files[name] for name in files if name < "2024-04")
