"""The same offences twice: as data.police.uk publishes them, and as the force hands them out."""

import csv
import hashlib
import io
from collections.abc import Iterable
from datetime import date

from data.exampleshire.areas import county
from data.exampleshire.chance import SEED, Chance
from data.exampleshire.codes import ASB, CODES
from data.exampleshire.offences import MONTHS, Offence, offences
from data.exampleshire.places import HOTSPOT, VISITORS, Lsoa
from data.exampleshire.shapes import Point, degrees, middle, ring

POLICE = "Exampleshire Police"
STREET = (
    *("Crime ID", "Month", "Reported by", "Falls within", "Longitude", "Latitude", "Location"),
    *("LSOA code", "LSOA name", "Crime type", "Last outcome category", "Context"),
)
FLAGS = ("domestic", "alcohol", "drugs", "hate", "knife", "nte", "cyber")
EXTRACT = (
    *("crime_number", "offence_code", "offence", "committed_from", "committed_to", "recorded"),
    *("beat", "ward", "lsoa", "district", *FLAGS),
)
ROADS = (
    *("High Street", "Mill Lane", "Church Street", "Station Road", "Chapel Lane", "The Green"),
    *("Brook Street", "Park Road", "Victoria Road", "Orchard Close", "Meadow View", "Back Lane"),
)
BUSY = ("Supermarket", "Shopping Area", "Parking Area", "Nightclub", "Petrol Station")
NAMELESS = 40  # streets in a thousand: "On or near " with nothing behind it
OUTCOMES: dict[str, tuple[str, ...]] = {
    "Violence and sexual offences": ("Unable to prosecute suspect",) * 6 + ("Local resolution",),
    "Drugs": ("Local resolution",) * 3 + ("Offender given a caution",),
    "Public order": ("Unable to prosecute suspect",) * 4 + ("Local resolution",),
}
ELSE = ("Investigation complete; no suspect identified",) * 6 + ("Unable to prosecute suspect",)
OTHER_OUTCOMES = (
    *("Awaiting court outcome", "Court result unavailable", "Status update unavailable"),
    "Formal action is not in the public interest",
)
UNDER_INVESTIGATION = date(2025, 1, 1)  # half of what was recorded from here on

Streets = dict[str, list[tuple[Point, str]]]


def street_files() -> dict[str, str]:
    """Give the files of each month under the names that they have in a downloaded archive."""
    streets = {x.code: _streets(x) for x in (*county().lsoas, *county().beyond)}
    months: dict[date, list[tuple[str, ...]]] = {month: [] for month in MONTHS}
    chance = Chance("outcomes")
    for one in offences():
        months[one.recorded.replace(day=1)].append(_street_row(one, streets, chance))
    name = "{0:%Y-%m}/{0:%Y-%m}-exampleshire-street.csv"
    return {name.format(m): table(STREET, _ordered(rows)) for m, rows in months.items()}


def extract_files() -> dict[str, str]:
    """Give the force's extract, a file for each year from April to March."""
    years: dict[int, list[tuple[str, ...]]] = {}
    for one in offences():
        if one.code:
            year = one.recorded.year - (one.recorded.month < MONTHS[0].month)
            years.setdefault(year, []).append(_extract_row(one))
    return {
        f"exampleshire-offences-{year}-{(year + 1) % 100}.csv": table(EXTRACT, rows)
        for year, rows in years.items()
    }


def offence_codes() -> str:
    """List the offence codes of the extract with their crime types."""
    rows = sorted((code.code, code.offence, code.crime_type) for code in CODES)
    return table(("offence_code", "offence", "crime_type"), rows)


def table(header: Iterable[str], rows: Iterable[tuple[object, ...]], end: str = "\n") -> str:
    """Write a CSV."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator=end)
    writer.writerow(header)
    writer.writerows(rows)
    return text.getvalue()


def _ordered(rows: list[tuple[str, ...]]) -> list[tuple[str, ...]]:
    """Order as published: by LSOA and crime type, what has no place at the end."""
    code, name, crime_type = (STREET.index(x) for x in ("LSOA code", "LSOA name", "Crime type"))
    return sorted(rows, key=lambda row: (not row[code], row[name], row[crime_type], row))


def _street_row(one: Offence, streets: Streets, chance: Chance) -> tuple[str, ...]:
    place = ("", "", "No Location", "", "")
    if one.lsoa:
        points = streets[one.lsoa.code]
        (x, y), road = points[one.spot % len(points)]
        place = (degrees(x), degrees(y), f"On or near {road}", one.lsoa.code, one.lsoa.name)
    month, outcome = f"{one.recorded:%Y-%m}", _outcome(one, chance)
    return (_crime_id(one), month, POLICE, POLICE, *place, one.crime_type, outcome, "")


def _crime_id(one: Offence) -> str:
    """Give 64 hexadecimal digits, the same for offences of one incident; ASB has none."""
    return hashlib.sha256(f"{SEED}: {one.incident}".encode()).hexdigest() if one.code else ""


def _outcome(one: Offence, chance: Chance) -> str:
    if one.crime_type == ASB:
        return ""
    if one.recorded >= UNDER_INVESTIGATION and chance.happens(500):
        return "Under investigation"
    usual = OUTCOMES.get(one.crime_type, ELSE)
    return chance.one_of(OTHER_OUTCOMES if chance.happens(120) else usual)


def _streets(lsoa: Lsoa) -> list[tuple[Point, str]]:
    """Give the points to which offences are snapped, well inside of the LSOA, with their names."""
    chance = Chance(f"streets {lsoa.code}")
    busy = lsoa.cell in (HOTSPOT, VISITORS) or lsoa.kind == "c"
    return [(_inside(lsoa, chance), _road(lsoa, chance, busy)) for _ in range(9)]


def _inside(lsoa: Lsoa, chance: Chance) -> Point:
    if lsoa.cell[0] < 0:  # next door, to the west
        return 1_900_000 - 10_000 * lsoa.cell[1], 54_300_000 + chance.below(50_000)
    (x, y), (cx, cy) = chance.one_of(ring(lsoa.cell)), middle(lsoa.cell)
    share = chance.between(100, 450)  # in thousandths of the way to the border
    return cx + (x - cx) * share // 1000, cy + (y - cy) * share // 1000


def _road(lsoa: Lsoa, chance: Chance, busy: bool) -> str:
    if chance.happens(NAMELESS):
        return ""
    road = chance.one_of(BUSY if busy and chance.happens(600) else ROADS)
    return f"{road}, {lsoa.ward.name}" if chance.happens(150) else road


def _extract_row(one: Offence) -> tuple[str, ...]:
    assert one.code
    lsoa = one.lsoa
    return (
        *(one.number, one.code.code, one.code.offence),
        *(f"{day:%d/%m/%Y}" for day in (one.first, one.last, one.recorded)),
        lsoa.beat.code if lsoa else "",
        lsoa.ward.code if lsoa and one.district else "",
        lsoa.code if lsoa else "",
        one.district,
        *("Y" if flag in one.flags else "N" for flag in FLAGS),
    )
