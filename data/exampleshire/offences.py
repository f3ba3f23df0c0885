"""What happened in the county, month by month: offences and incidents, with the planted features.

Each offence is drawn from the LSOAs and crime types of its month, so that numbers scatter as
counts do; a planted feature changes the weights of the draw, or adds to it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from data.exampleshire.areas import county
from data.exampleshire.chance import Chance, Urn
from data.exampleshire.codes import ASB, CODES, Code
from data.exampleshire.places import FESTIVAL, HOTSPOT, Lsoa

MONTHS = tuple(
    date(2022 + (3 + n) // 12, (3 + n) % 12 + 1, 1) for n in range(36)
)  # April 2022 to March 2025

# The planted features; data/README.md lists them, and the tests look for them.
RISE = ("Middlemarch", "Vehicle crime", date(2024, 4, 1), 165)  # from this month, per cent
FALL = ("Middlemarch", "Burglary", date(2024, 4, 1), 50)
FALL_ELSEWHERE = ("Casterbridge", "Bicycle theft", date(2024, 4, 1), 40)
FESTIVAL_MONTH = date(2024, 8, 1)
FESTIVAL_OFFENCES = 36
FESTIVAL_TYPES = (
    *("Theft from the person",) * 5,
    *("Drugs", "Drugs", "Other theft", "Violence and sexual offences"),
)

# Offences a year for 10,000 residents, by kind of LSOA: r, s, e, t, c, v.
RATES = {
    "Violence and sexual offences": (120, 170, 420, 330, 1050, 2000),
    "Public order": (35, 50, 125, 100, 480, 1100),
    "Criminal damage and arson": (35, 50, 110, 80, 190, 550),
    "Other theft": (35, 35, 60, 60, 260, 1300),
    "Vehicle crime": (38, 42, 58, 58, 70, 1300),
    "Burglary": (26, 27, 42, 42, 60, 260),
    "Shoplifting": (4, 9, 34, 34, 720, 5000),
    "Drugs": (9, 13, 34, 34, 130, 350),
    "Other crime": (9, 10, 25, 17, 50, 130),
    "Bicycle theft": (3, 6, 13, 22, 100, 340),
    "Possession of weapons": (2, 3, 10, 8, 40, 90),
    "Robbery": (1, 2, 7, 8, 48, 130),
    "Theft from the person": (1, 2, 4, 7, 115, 340),
    ASB: (35, 70, 210, 170, 760, 1700),
}
KINDS = "rsetcv"
HOTSPOT_PER_CENT = 135  # of the rates of a centre
SEASON = (100, 104, 105, 107, 104, 101, 103, 99, 93, 94, 91, 99)  # April to March, per cent
WITHOUT_PLACE, BEYOND = 13, 3  # in a thousand
DISTRICT_KNOWN = 600  # of those without a place, in a thousand
SHARED_INCIDENT = 1  # in a thousand: two offences with one Crime ID
TWINS = 180  # in a thousand: an incident of ASB that repeats the one before in its LSOA
HISTORIC = {"19C", "88E", "11A"}  # often reported years later


@dataclass(frozen=True)
class Offence:
    """An offence, or an incident of ASB (code None, no number).

    lsoa: None without a location; district: known to the force even then, or "". spot: the number
    of its street in the LSOA. incident: what the Crime ID is made from. flags: those that apply.
    """

    number: str
    incident: int
    crime_type: str
    code: Code | None
    first: date
    last: date
    recorded: date
    lsoa: Lsoa | None
    district: str
    spot: int
    flags: frozenset[str]


Drawn = tuple[Lsoa, str]


@cache
def offences() -> tuple[Offence, ...]:
    """Draw every offence and incident, in the order in which they were recorded."""
    made: list[Offence] = []
    for month in MONTHS:
        chance = Chance(f"month {month:%Y-%m}")
        drawn = [*_usual(month, chance), *_festival(month, chance)]
        days = sorted(
            ((_day(month, chance), n, *one) for n, one in enumerate(drawn)), key=lambda x: x[:2]
        )
        for day, _, lsoa, crime_type in days:
            made.append(_offence(day, lsoa, crime_type, made, chance))
    return tuple(made)


def _usual(month: date, chance: Chance) -> Iterator[Drawn]:
    weights = [
        ((lsoa, crime_type), lsoa.residents * _rate(lsoa, crime_type, month))
        for lsoa in county().lsoas
        for crime_type in RATES
    ]
    urn = Urn(weights)
    a_month = sum(weight for _, weight in weights) // (10_000 * 12)
    number = a_month * SEASON[(month.month - 4) % 12] * chance.between(98, 102) // 10_000
    for _ in range(number):
        yield chance.pick(urn)


def _rate(lsoa: Lsoa, crime_type: str, month: date) -> int:
    """Give the offences a year for 10,000 residents of an LSOA, as they stand in a month."""
    rate = RATES[crime_type][KINDS.index(lsoa.kind)]
    if lsoa.cell == HOTSPOT:
        rate = rate * HOTSPOT_PER_CENT // 100
    for district, planted, start, per_cent in (RISE, FALL, FALL_ELSEWHERE):
        if (lsoa.district.name, crime_type) == (district, planted) and month >= start:
            rate = rate * per_cent // 100
    return rate


def _festival(month: date, chance: Chance) -> Iterator[Drawn]:
    if month == FESTIVAL_MONTH:
        for _ in range(FESTIVAL_OFFENCES):
            yield county().at(FESTIVAL), chance.one_of(FESTIVAL_TYPES)


def _day(month: date, chance: Chance) -> date:
    following = date(month.year + month.month // 12, month.month % 12 + 1, 1)
    return month + timedelta(chance.below((following - month).days))


def _offence(
    day: date, lsoa: Lsoa, crime_type: str, before: list[Offence], chance: Chance
) -> Offence:
    code = None if crime_type == ASB else chance.pick(_codes(crime_type))
    first, last = _committed(day, code, chance)
    place, district = _place(lsoa, chance)
    return Offence(
        number=f"EX/{day:%y}/{len(before) + 1:06}" if code else "",
        incident=_incident(place, before, chance),
        crime_type=crime_type,
        code=code,
        first=first,
        last=last,
        recorded=day,
        lsoa=place,
        district=district,
        spot=_spot(place, code, before, chance),
        flags=_flags(code, chance),
    )


@cache
def _codes(crime_type: str) -> Urn[Code]:
    return Urn((code, code.weight) for code in CODES if code.crime_type == crime_type)


def _committed(day: date, code: Code | None, chance: Chance) -> tuple[date, date]:
    """Give the first and last day on which it may have happened, before it was recorded."""
    late = 0 if chance.happens(620) else chance.between(1, 6 if chance.happens(850) else 90)
    if code and code.code in HISTORIC and chance.happens(350):
        late = chance.between(200, 6000)
    span = chance.between(1, 3) if chance.happens(250) else 0
    last = day - timedelta(late)
    return last - timedelta(span), last


def _place(lsoa: Lsoa, chance: Chance) -> tuple[Lsoa | None, str]:
    if chance.happens(WITHOUT_PLACE):
        return None, lsoa.district.code if chance.happens(DISTRICT_KNOWN) else ""
    if chance.happens(BEYOND):
        return chance.one_of(county().beyond), ""
    return lsoa, lsoa.district.code


def _incident(place: Lsoa | None, before: list[Offence], chance: Chance) -> int:
    """Give a new incident, or seldom that of the last offence in the same LSOA."""
    if place is None or not chance.happens(SHARED_INCIDENT):
        return len(before)
    return next((x.incident for x in reversed(before) if x.code and x.lsoa == place), len(before))


def _spot(place: Lsoa | None, code: Code | None, before: list[Offence], chance: Chance) -> int:
    """Draw a street; ASB often repeats where the incident before was."""
    if code is None and chance.happens(TWINS):
        near = (x.spot for x in reversed(before[-400:]) if x.code is None and x.lsoa == place)
        if (spot := next(near, None)) is not None:
            return spot
    return chance.below(chance.between(3, 9))


def _flags(code: Code | None, chance: Chance) -> frozenset[str]:
    often = code.flags if code else {}
    return frozenset(flag for flag, times in often.items() if chance.happens(times))
