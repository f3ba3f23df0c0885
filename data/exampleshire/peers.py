"""A made-up group of fifteen similar partnerships: counts of two years, and the positions."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from itertools import product

from data.exampleshire.areas import county
from data.exampleshire.chance import Chance
from data.exampleshire.codes import ASB
from data.exampleshire.offences import MONTHS, SEASON, offences
from data.exampleshire.places import FORCE, HOTSPOT
from data.exampleshire.published import table

OURS = "Middlemarch"
PEERS = {  # the group's members, with residents and their rates in per cent of Middlemarch's
    "Bursley": (41_200, 104),
    "Budmouth Regis": (52_300, 131),
    "Christminster": (61_900, 118),
    "Dillsborough": (38_700, 92),
    "Emminster": (33_500, 71),
    "Hayslope": (36_100, 83),
    "Hollingford Vale": (44_800, 97),
    "Kingsbere": (35_400, 88),
    "Melchester": (58_700, 112),
    "Milton Northern": (63_200, 126),
    "Rosings": (31_900, 64),
    "Sandbourne": (49_600, 121),
    "Treby Magna": (40_300, 95),
    "Weydon Priors": (37_800, 101),
}
YEARS = (2023, 2024)  # each from April
WHOLE = "All Recorded Crime"  # all crime types but anti-social behaviour
CATEGORIES = {"Drugs": "Drug Offences"}  # named otherwise than the crime type
COUNTS = (
    *("csp24_code", "csp24_name", "pfa24_name", "population_mid2022"),
    *("month", "crime_type", "count"),
)

Row = tuple[str, str, str, int, str, str, int]


def peers() -> dict[str, str]:
    """Give the group's monthly counts, and the positions that follow from those of each year."""
    counts = list(_counts())
    positions = [row for year in YEARS for row in _positions(counts, year)]
    return {
        "counts.csv": table(COUNTS, counts, "\r\n"),
        "positions.csv": table(("category", "as_at", "position", "group_size"), sorted(positions)),
    }


def _counts() -> Iterator[Row]:
    """Count Middlemarch as the street files do; the others scatter about its rates of 2023/24.

    A month without an offence of a type has no row.
    """
    own, residents, csp = _own(), _residents(), county().at(HOTSPOT).csp
    usual: Counter[str] = Counter()
    for (month, crime_type), number in own.items():
        usual[crime_type] += number * (month < MONTHS[-12])
    for month, crime_type in product(MONTHS[-24:], sorted(usual)):
        when = (f"{month:%Y-%m}", crime_type)
        if number := own[month, crime_type]:
            yield csp.code, csp.name, FORCE.name, residents, *when, number
        for n, (name, (others, per_cent)) in enumerate(PEERS.items(), start=1):
            level = usual[crime_type] * others * per_cent * SEASON[(month.month - 4) % 12]
            if number := _scattered(level * 100 // (residents * 12 * 10_000), name, *when):
                yield f"E229{100 + n:05}", name, f"{name} Constabulary", others, *when, number


def _scattered(hundredths: int, name: str, month: str, crime_type: str) -> int:
    """Make a whole number of an expected one, by what is usual there and what the month brings."""
    usual = Chance(f"peers {name} {crime_type}").between(80, 120)
    chance = Chance(f"peers {name} {crime_type} {month}")
    expected = hundredths * usual * chance.between(80, 120) // 10_000
    return expected // 100 + (chance.below(100) < expected % 100)


def _residents() -> int:
    return sum(x.residents for x in county().lsoas if x.csp.name == OURS)


def _own() -> Counter[tuple[date, str]]:
    """Count Middlemarch's offences and incidents by month and crime type."""
    return Counter(
        (one.recorded.replace(day=1), one.crime_type)
        for one in offences()
        if one.recorded >= date(YEARS[0], 4, 1) and one.lsoa and one.lsoa.csp.name == OURS
    )


def _positions(counts: list[Row], year: int) -> Iterator[tuple[str, date, int, int]]:
    """Rank the members by offences for each resident: 1 is the lowest."""
    totals: dict[str, Counter[tuple[str, int]]] = {}
    for _, name, _, residents, month, crime_type, number in counts:
        if f"{year}-04" <= month < f"{year + 1}-04" and crime_type != ASB:
            for category in (CATEGORIES.get(crime_type, crime_type), WHOLE):
                totals.setdefault(category, Counter())[name, residents] += number
    for category, group in totals.items():
        rates = {name: number * 1_000_000 // of for (name, of), number in group.items()}
        lower = sum(rate < rates[OURS] for rate in rates.values())
        yield category, date(year + 1, 3, 31), lower + 1, len(rates)
