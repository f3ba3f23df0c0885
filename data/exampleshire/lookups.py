"""Lookups and populations, each with the header of the file that it stands in for."""

from collections import Counter
from collections.abc import Iterable

from data.exampleshire.areas import county
from data.exampleshire.chance import Chance
from data.exampleshire.places import COUNTY, FORCE, Lsoa, Named
from data.exampleshire.published import table

BOM = "\N{ZERO WIDTH NO-BREAK SPACE}"
YEAR, VINTAGE = 2022, "2021"
DENOMINATORS = ("area", "year", "of", "vintage", "population")
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
AREAS = ("code", "name", "kind", "inside", "inside_name", "inside_kind")
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
    beats: list[Row] = [(x.code, x.name, "LSOA", x.beat.code, x.beat.name, "beat") for x in ours]
    beats += _distinct((x.beat, ("beat", *_pair(x.district), "district")) for x in ours)
    counties = _distinct((x.district, ("district", *_pair(COUNTY), "county")) for x in ours)
    return {
        "lsoa21-ward-district.csv": table(TO_WARD, map(_to_ward, everywhere)),
        "lsoa11-lsoa21.csv": BOM + table(CHANGE, _changes()),
        "district-csp-force.csv": table(TO_FORCE, _to_force(everywhere)),
        "district-county.csv": table(AREAS, counties),
        "beats.csv": table(AREAS, beats),
        "local-names.csv": table(("code", "name"), local),
    }


def _distinct(pairs: Iterable[tuple[Named, Row]]) -> list[Row]:
    return sorted(dict.fromkeys((area.code, area.name, *more) for area, more in pairs))


def _pair(area: Named) -> tuple[str, str]:
    return area.code, area.name


def _to_ward(x: Lsoa) -> Row:
    return tuple(text for area in (x, x.ward, x.district) for text in (area.name, area.code))


def _to_force(lsoas: list[Lsoa]) -> list[Row]:
    ours = {x.district for x in county().lsoas}
    forces = {x: FORCE if x in ours else NEXT_DOOR for x in {lsoa.district for lsoa in lsoas}}
    return _distinct((x.district, (*_pair(x.csp), *_pair(forces[x.district]))) for x in lsoas)


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
    others: list[Row] = [
        (x.code, YEAR, kind, VINTAGE, number)
        for x in everywhere
        for kind, number in (
            ("households", x.residents * 10 // chance.between(21, 25)),
            ("workday", x.residents * WORKDAY[x.kind] // 100),
        )
    ]
    return {
        "residents-2022-lsoa21.csv": BOM
        + table(("lsoacd", "population"), ((x.code, x.residents) for x in everywhere)),
        "residents-2020-lsoa11.csv": table(
            ("lsoa11_code", "lsoa11_name", "total_population"), _residents_2020(), "\r\n"
        ),
        "denominators-2022-lsoa21.csv": table(DENOMINATORS, others),
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
