"""Lookups and populations, each with the header of the file that it stands in for."""

from collections import Counter
from collections.abc import Iterable

from data.exampleshire.chance import Chance
from data.exampleshire.layout import county
from data.exampleshire.places import COUNTY, FORCE, Lsoa, Named
from data.exampleshire.published import table

BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"
YEAR = 2022
TO_WARD = (
    *("lsoa21_name", "lsoa21_code", "ward24_name", "ward24_code"),
    *("ltla24_name", "ltla24_code"),
)
CHANGE = (
    *("LSOA11CD", "LSOA11NM", "LSOA21CD", "LSOA21NM", "CHGIND"),
    *("LAD22CD", "LAD22NM", "LAD22NMW", "ObjectId"),
)
TO_FORCE = ("ltla24_code", "ltla24_name", "csp24_code", "csp24_name", "pfa24_code", "pfa24_name")
NEXT_DOOR = Named("E23999001", "Loamshire")
TO_COUNTY = ("ltla24_code", "ltla24_name", "cty24_code", "cty24_name")
# Workday for 100 residents, by kind of LSOA; visitors are counted where they work or shop.
WORKDAY = {"r": 62, "s": 55, "e": 58, "t": 85, "c": 520, "v": 2_950}

Row = tuple[str | int, ...]


def _everywhere() -> list[Lsoa]:
    """Give the county's LSOAs and those next door, by code."""
    return sorted((*county().lsoas, *county().beyond), key=lambda lsoa: lsoa.code)


def lookups() -> dict[str, str]:
    """Give the files of lookups/."""
    everywhere, ours = _everywhere(), sorted(county().lsoas, key=lambda lsoa: lsoa.code)
    local = [(x.code, x.local) for x in ours if x.local]
    beats = [(x.code, x.beat.code, x.beat.name, x.district.code) for x in ours]
    counties = _distinct((x.district, (COUNTY.code, COUNTY.name)) for x in ours)
    return {
        "lsoa21-ward-district.csv": table(TO_WARD, map(_to_ward, everywhere)),
        "lsoa11-lsoa21.csv": BOM + table(CHANGE, _changes()),
        "district-csp-force.csv": table(TO_FORCE, _to_force(everywhere)),
        "district-county.csv": table(TO_COUNTY, counties),
        "beats.csv": table(("lsoa21_code", "beat_code", "beat_name", "ltla24_code"), beats),
        "local-names.csv": table(("lsoa21_code", "local_name"), local),
    }


def _distinct(pairs: Iterable[tuple[Named, Row]]) -> list[Row]:
    return sorted(dict.fromkeys((area.code, area.name, *more) for area, more in pairs))


def _to_ward(x: Lsoa) -> Row:
    return (x.name, x.code, x.ward.name, x.ward.code, x.district.name, x.district.code)


def _to_force(lsoas: list[Lsoa]) -> list[Row]:
    ours = {x.district for x in county().lsoas}
    forces = {x: FORCE if x in ours else NEXT_DOOR for x in {lsoa.district for lsoa in lsoas}}
    return _distinct(
        (x.district, (x.csp.code, x.csp.name, forces[x.district].code, forces[x.district].name))
        for x in lsoas
    )


def _changes() -> list[Row]:
    links = sorted(county().links, key=lambda x: (x.old.name, x.new.name))
    return [
        (old.code, old.name, new.code, new.name, x.change, x.district.code, x.district.name, "", n)
        for n, x in enumerate(links, start=1)
        for old, new in [(x.old, x.new)]
    ]


def populations() -> dict[str, str]:
    """Give the files of population/."""
    chance, everywhere = Chance("populations"), _everywhere()
    households = [(x.code, YEAR, x.residents * 10 // chance.between(21, 25)) for x in everywhere]
    workday = [(x.code, YEAR, x.residents * WORKDAY[x.kind] // 100) for x in everywhere]
    tidy = ("code", "year", "number")
    return {
        "residents-2022-lsoa21.csv": BOM
        + table(("lsoacd", "population"), ((x.code, x.residents) for x in everywhere)),
        "residents-2020-lsoa11.csv": table(
            ("lsoa11_code", "lsoa11_name", "total_population"), _residents_2020(), "\r\n"
        ),
        "households-2022-lsoa21.csv": table(tidy, households),
        "workday-2022-lsoa21.csv": table(tidy, workday),
    }


def _residents_2020() -> list[Row]:
    """Give each LSOA of 2011 its part of what it became, a little less than two years later."""
    chance = Chance("residents 2020")
    residents = {x.code: x.residents for x in _everywhere()}
    olds = Counter(link.new.code for link in county().links)
    made: Counter[Named] = Counter()
    for link in county().links:
        share = residents[link.new.code] // olds[link.new.code]
        made[link.old] += share * chance.between(965, 1000) // 1000
    return sorted((old.code, old.name, number) for old, number in made.items())
