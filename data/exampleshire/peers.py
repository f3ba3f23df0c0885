"""A made-up group of fifteen similar partnerships: counts of two years, and the positions."""

from collections import Counter
from datetime import date

from data.exampleshire.chance import Chance
from data.exampleshire.codes import ASB
from data.exampleshire.layout import county
from data.exampleshire.offences import offences
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
YEARS = (date(2023, 4, 1), date(2024, 4, 1))
WHOLE = "All Recorded Crime"  # all crime types but anti-social behaviour

Row = tuple[str | int | date, ...]


def peers() -> dict[str, str]:
    """Give the group's counts of two years, and the positions that follow from them.

    Middlemarch's own counts are those of the street files in its LSOAs. 1 is the lowest rate.
    """
    members = {OURS: sum(x.residents for x in county().lsoas if x.district.name == OURS)}
    members |= {name: residents for name, (residents, _) in PEERS.items()}
    counts: list[Row] = []
    positions: list[tuple[str, date, int, int]] = []
    for start in YEARS:
        end = date(start.year + 1, 3, 31)
        for category, own in sorted(_own(start).items()):
            found = _group(category, own, start.year, members)
            counts += [
                (category, code, name, start, end, number, members[name])
                for code, name, number in found
            ]
            ranked = sorted(number * 1_000_000 // members[name] for _, name, number in found)
            rate = own * 1_000_000 // members[OURS]
            positions.append((category, end, ranked.index(rate) + 1, len(found)))
    return {
        "counts.csv": table(
            ("category", "csp_code", "csp_name", "first", "last", "count", "population"), counts
        ),
        "positions.csv": table(
            ("category", "as_at", "position", "group_size"),
            sorted(positions),
        ),
    }


def _own(start: date) -> Counter[str]:
    """Count Middlemarch's offences of a year by crime type, and all of them."""
    end = date(start.year + 1, start.month, 1)
    own = Counter(
        one.crime_type
        for one in offences()
        if start <= one.recorded < end and one.crime_type != ASB
        if one.lsoa and one.lsoa.district.name == OURS
    )
    return own + Counter({WHOLE: own.total()})


def _group(
    category: str, own: int, year: int, members: dict[str, int]
) -> list[tuple[str, str, int]]:
    """Give code, name and count of each member: a rate near its usual one, scattered by year."""
    codes = {csp.csp.name: csp.csp.code for csp in county().lsoas}
    found = [(codes[OURS], OURS, own)]
    for n, (name, (residents, per_cent)) in enumerate(PEERS.items(), start=1):
        scatter = Chance(f"peers {category} {name}").between(80, 120)
        drift = Chance(f"peers {category} {name} {year}").between(94, 106)
        number = own * residents * per_cent * scatter * drift // (members[OURS] * 1_000_000)
        found.append((f"E229{100 + n:05}", name, number))
    return found
