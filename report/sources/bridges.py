"""Areas whose codes changed between two censuses: who takes the counts of which code.

Joined on codes alone. What an edition says of it stands under `geography`.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pandas as pd

from report.config.partnership import AreaKeys
from report.config.study import Study
from report.errors import InputError, Problem, Where
from report.measures.bridging import (
    Shares,
    Side,
    Unit,
    alone,
    by_population,
    moved,
    to_parents,
    units,
)

if TYPE_CHECKING:
    from report.sources.tallies import Tally

Rows = Callable[[Study, str], Sequence[tuple[Any, ...]]]

SIDES: dict[int, Side] = {2011: "old", 2021: "new"}
CENSUS: dict[Side, int] = {side: year for year, side in SIDES.items()}


def bridged(study: Study, rows: Rows) -> Study:
    """Give the study with the areas that its bridge makes, and with the shares of every code.

    rows: gives the rows of all sources of a canonical table. Without a bridge, or where no area
    changed, the study is as it was. An irregular change that reaches beyond the areas known is
    left alone.
    Raises InputError where it is not clear what to report, or a population is missing.
    """
    found = [u for u in units(rows(study, "bridge")) if _changed(u) and _known(study, u)]
    if not found:
        return study
    side = _side(study, found)
    near = [u for u in found if u.change != "X" or set(u.codes(side)) <= set(study.areas())]
    problems = list(_half_listed(study, near, side))
    if problems:
        raise InputError(problems)
    if study.edition.geography.bridge == "common parents":
        shares = to_parents(near)
    else:
        shares = _by_population(study, near, side, rows)
    whole = {next(iter(weights)) for weights in shares.values() if len(weights) == 1}
    made = [u for u in near if u.code in whole and len(u.codes(side)) > 1]
    return study.bridging([_area(study, unit, side) for unit in made], shares)


def _changed(unit: Unit) -> bool:
    return len(unit.all) > 1


def _known(study: Study, unit: Unit) -> bool:
    return any(code in study.areas() for code in unit.all)


def _side(study: Study, found: Sequence[Unit]) -> Side:
    """Give the census whose codes the areas have."""
    chosen = study.edition.geography.codes
    if chosen:
        return SIDES[chosen]
    listed = {side: sorted(alone(found, side) & set(study.areas())) for side in CENSUS}
    if listed["old"] and listed["new"]:
        what = f"areas of 2011 ({listed['old'][0]}) and of 2021 ({listed['new'][0]}) are listed"
        do = "say which the report is about: 'geography: {codes: 2021}'"
        raise InputError([Problem(study.where("sources"), what, do)])
    return "old" if listed["old"] else "new"


def _half_listed(study: Study, found: Iterable[Unit], side: Side) -> Iterator[Problem]:
    """Tell of a unit of which only some codes are listed: its counts cannot be told apart."""
    for unit in found:
        missing = [code for code in unit.codes(side) if code not in study.areas()]
        if missing:
            listed = ", ".join(code for code in unit.all if code in study.areas())
            what = f"{listed} and {', '.join(missing)} share ground, and only the first is listed"
            if len(missing) == len(unit.codes(side)):
                what = (
                    f"{listed} is listed, and not {', '.join(missing)}, its code of {CENSUS[side]}"
                )
            do = f"list the areas of {CENSUS[side]}, or change 'geography: codes'"
            yield Problem(study.where("sources"), what, do)


def _by_population(study: Study, found: Sequence[Unit], side: Side, rows: Rows) -> Shares:
    """Share codes out by the latest residents known of each area of the census."""
    last, residents = study.period.last.year, dict[str, tuple[int, int]]()
    for area, year, population, of, vintage in rows(study, "population"):
        if of == "residents" and vintage in (str(CENSUS[side]), "") and year <= last:
            residents[area] = max(residents.get(area, (0, 0)), (year, population))
    split = [u for u in found if u.change != "X" and len(u.codes(side)) > 1]
    missing = [code for unit in split for code in unit.codes(side) if code not in residents]
    if missing:
        what = f"no source has the residents of {missing[0]} of {CENSUS[side]} up to {last}"
        do = "add such a population, or choose 'geography: {bridge: common parents}'"
        raise InputError([Problem(study.where("geography", "bridge"), what, do)])
    return by_population(found, side, {code: number for code, (_, number) in residents.items()})


def _area(study: Study, unit: Unit, side: Side) -> AreaKeys:
    """Make the area of a unit of several codes: it lies in what holds all of them."""
    areas = [study.areas()[code] for code in unit.codes(side)]
    around = [study.around(area.code) for area in areas]
    return AreaKeys(
        code=unit.code,
        name=joined([area.name for area in areas]),
        kind=areas[0].kind,
        inside=tuple(sorted(set.intersection(*around))),
    )


def joined(names: Sequence[str]) -> str:
    """Name several areas at once; what the ONS names alike, once: "Charnwood 002C and 002E"."""
    *others, last = sorted(names)
    common, _, _ = last.rpartition(" ")
    alike = all(re.fullmatch(rf"{re.escape(common)} \d+[A-Z]", name) for name in names)
    if alike:
        last = last.removeprefix(f"{common} ")
        others = [others[0], *(name.removeprefix(f"{common} ") for name in others[1:])]
    return " and ".join([", ".join(others), last])


def carried(study: Study, made: "Tally") -> "Tally":
    """Give a tally with the counts of changed codes at the areas that take them."""
    counts = Counter({key: rows for key, rows in made.counts.items() if key[1] not in study.shares})
    changed = {key: rows for key, rows in made.counts.items() if key[1] in study.shares}
    days = sorted({day for _, _, day in changed})
    series: dict[str, dict[str, list[int]]] = {}
    for (category, area, day), rows in changed.items():
        numbers = series.setdefault(category, {}).setdefault(area, [0] * len(days))
        numbers[bisect_left(days, day)] += rows
    for category, areas in series.items():
        for area, found in moved(areas, study.shares).items():
            rows_by_day = zip(days, found, strict=True)
            counts.update({(category, area, day): rows for day, rows in rows_by_day if rows})
    return replace(made, counts=counts)


def estimated(study: Study, codes: Iterable[str]) -> frozenset[str]:
    """Give the areas to which cases of some codes are shared out, so that their counts are guesses.

    codes: those of the records.
    """
    shared = (takers for c in codes if len(takers := study.shares.get(c, {})) > 1)
    return frozenset(code for takers in shared for code in takers)


def recounted(study: Study, counts: pd.DataFrame) -> pd.DataFrame:
    """Give a table of counts with those of changed codes at the areas that take them."""
    changed = counts["area"].isin(list(study.shares))
    rows = []
    for _, group in counts[changed].groupby(["source", "category", "first", "last"], sort=True):
        totals = group.groupby("area")["count"].sum()
        series = {str(area): (int(n),) for area, n in totals.items()}
        for area, found in moved(series, study.shares).items():
            rows.append({**group.iloc[0], "area": area, "count": found[0]})
    made = pd.DataFrame(rows, columns=counts.columns, dtype=object)
    return pd.concat([counts[~changed], made], ignore_index=True) if rows else counts


def resettled(study: Study, population: pd.DataFrame, bridge: pd.DataFrame) -> pd.DataFrame:
    """Give a table of populations with those of changed codes added up in the areas they make.

    The population of a code that several areas share out is left out: nobody knows who lives where.
    Raises InputError where a part of an area has no population.
    """
    changed = population["area"].isin(list(study.shares))
    if not changed.any():
        return population
    pairs = zip(bridge["old"], bridge["new"], bridge["change"], strict=True)
    unit_of = {code: unit for unit in units(pairs) for code in unit.all}
    rows, problems = list[dict[str, Any]](), list[Problem]()
    by = population[changed]["area"].map(lambda code: unit_of[code].code)
    columns = ["source", "year", "of", "vintage"]
    for _, group in population[changed].groupby([*(population[c] for c in columns), by], sort=True):
        unit = unit_of[group["area"].iloc[0]]
        found = dict(zip(group["area"], group["population"], strict=True))
        complete = [side for side in SIDES.values() if set(unit.codes(side)) <= set(found)]
        if complete:
            taken = _taken(study, {code: found[code] for code in unit.codes(complete[-1])})
            rows += [{**group.iloc[0], "area": a, "population": n} for a, n in taken.items()]
        else:
            problems.append(_incomplete(unit, group))
    if problems:
        raise InputError(problems)
    made = pd.DataFrame(rows, columns=population.columns, dtype=object)
    return pd.concat([population[~changed], made], ignore_index=True)


def _taken(study: Study, found: Mapping[str, int]) -> dict[str, int]:
    """Add numbers up in the areas that take the whole of a code."""
    taken: dict[str, int] = {}
    for code, number in found.items():
        if taker := study.taker(code):
            taken[taker] = taken.get(taker, 0) + number
    return taken


def _incomplete(unit: Unit, group: pd.DataFrame) -> Problem:
    first, held = group.iloc[0], set(group["area"])
    side: Side = "new" if held & {*unit.new} else "old"
    missing = ", ".join(code for code in unit.codes(side) if code not in held)
    what = f"no population of {missing} for {first['year']}, which shares ground with "
    where = Where(first["file"], first["line"])
    return Problem(where, what + ", ".join(sorted(held)), "add its row")
