"""Check the canonical tables against each other, after every file could be read.

These are checks of consistency; whether a cell can be read is decided in `reading`. A check is a
function `(study, tables) -> problems`; CHECKS at the foot lists them.
"""

from collections.abc import Callable, Iterable
from datetime import date

import pandas as pd

from report.config.study import Study
from report.errors import Problem, Where
from report.periods import Period, day
from report.sources.accepted import idle_entries
from report.sources.copied import kept_date, kept_period
from report.sources.excesses import larger_parts
from report.sources.guard import guarded
from report.sources.impossible import (
    empty_areas,
    impossible_positions,
    impossible_ranks,
    impossible_shares,
    reversed_periods,
)
from report.sources.placed import called, place_of, window
from report.sources.populations import another_census, implied_populations, unknown_visited
from report.sources.tables import Tables

Check = Callable[[Study, Tables], Iterable[Problem]]

# The columns that tell the rows of a table apart.
ONE_ROW_FOR = {
    "counts": ("category", "area", "first", "last"),
    "offences": ("code", "area", "first", "last"),
    "population": ("area", "year", "of"),
    "deprivation": ("area", "year"),
    "rurality": ("area", "vintage"),
    "weights": ("code", "offence", "version"),
    "peer_counts": ("csp", "category", "first", "last"),
    "peers": ("category", "as_at"),
    "profile": ("source", "group", "row", "column"),
    "recommendations": ("id",),
    "tracker": ("number",),
}


def check(study: Study, tables: Tables) -> list[Problem]:
    """Run every check. Gives errors and warnings, also for `accept` entries that accept nothing."""
    found = [problem for each in CHECKS for problem in each(study, tables)]
    return [*found, *idle_entries(study, found)]


def places(tables: Tables) -> dict[int, Where]:
    """Give the place of every recommendation, by number."""
    return {r["number"]: place_of(r) for _, r in tables.recommendations.iterrows()}


def doubts(study: Study, tables: Tables) -> Iterable[Problem]:
    """Rows that were set aside though they should count, or that stand twice."""
    return tables.doubts


def repeated_rows(study: Study, tables: Tables) -> Iterable[Problem]:
    """Two rows for one thing: both would be counted, or only one be seen."""
    for name, keys in ONE_ROW_FOR.items():
        seen: dict[tuple[object, ...], Where] = {}
        table = getattr(tables, name)
        for _, row in table[table.duplicated(list(keys), keep=False)].iterrows():
            named, where = tuple(row[key] for key in keys), place_of(row)
            if named in seen:
                shown = ", ".join(called(study, value) for value in named if value)
                what = f"{shown}: stands twice, first in {seen[named]}"
                yield Problem(where, what, "remove one of the rows")
            seen.setdefault(named, where)


def another_edition(study: Study, tables: Tables) -> Iterable[Problem]:
    """No count at all for the dates of the edition: the files are likely those of another."""
    own = [keys.period for plan in study.walk() if (keys := getattr(plan, "period", None))]
    counts, dates = tables.counts, set(_dates(tables.counts))
    if any(file.missing(study.period) for file in tables.guard.files):
        return
    for period in (study.period, *own):
        if (period.first, period.last) in dates or _every_month(period, dates):
            return
    for _, rows in counts.groupby("source", sort=False):
        last = rows.sort_values(["last", "first"]).iloc[-1]
        there = window(last["first"], last["last"])
        what = f"no row is for {study.period.label}; the latest is for {there}"
        do = "put this edition's file here, or correct the dates"
        yield Problem(Where(place_of(last).file), what, do)


def _every_month(period: Period, dates: set[tuple[date, date]]) -> bool:
    return period.whole_months and all((m.first, m.last) in dates for m in period.months())


def missing_comparisons(study: Study, tables: Tables) -> Iterable[Problem]:
    """A count without its like a year earlier; what was counted in one period only lacks none."""
    now, then = ((p.first, p.last) for p in (study.period, study.comparison))
    own = tables.counts["area"] == study.partnership.area.code
    for (_, category, _), rows in tables.counts.groupby(["source", "category", own]):
        dates = _dates(rows)
        if set(dates) == {now} or tables.guard.lacking(str(category), study.comparison):
            continue
        had = set(rows["area"][[d == then for d in dates]])
        for _, row in rows[[d == now for d in dates]].iterrows():
            if row["area"] not in had:
                yield _no_comparison(study, row)


def _dates(rows: pd.DataFrame) -> list[tuple[date, date]]:
    return list(zip(rows["first"], rows["last"], strict=True))


def _no_comparison(study: Study, row: pd.Series) -> Problem:
    category, area = row["category"], study.areas()[row["area"]]
    id_ = f"gap.{category}"
    if area.code != study.partnership.area.code:
        id_ += f".{area.kind.lower()}"
    named = f"{study.categories[category].label} in {area.name}"
    what = f"{named} has no row for {study.comparison.label}"
    do = f"add it or correct its dates, or accept it with a reason under 'accept: {id_}'"
    return Problem(place_of(row), what, do, "warning", id_)


def unlike_groups(study: Study, tables: Tables) -> Iterable[Problem]:
    """Positions of one category in groups of different sizes: 12th of 15 and 1st of 3."""
    for category, rows in tables.peers.sort_values("as_at").groupby("category", sort=False):
        sizes = list(dict.fromkeys(rows["group_size"]))
        if len(sizes) > 1:
            id_ = f"group.{category}"
            shown = " and ".join(str(size) for size in sizes)
            what = f"{called(study, category)} has positions in groups of {shown}"
            do = f"look the group up, or accept it with a reason under 'accept: {id_}'"
            yield Problem(place_of(rows.iloc[-1]), what, do, "warning", id_)


def old_positions(study: Study, tables: Tables) -> Iterable[Problem]:
    """No position of the edition's own period: the file is likely last year's."""
    rows = tables.peers
    if len(rows) and max(rows["as_at"]) < study.period.first:
        row = rows.sort_values("as_at").iloc[-1]
        what = f"the latest position is for {day(row['as_at'])}, before the period begins"
        do = (
            "put this edition's file here, or accept it with a reason under 'accept: old-positions'"
        )
        yield Problem(place_of(row), what, do, "warning", "old-positions")


def unequal_windows(study: Study, tables: Tables) -> Iterable[Problem]:
    """A comparison with a window of another length."""
    now, then = study.period.days, study.comparison.days
    if now != then:
        what = f"the period has {now} days, its comparison {then}"
        advice = "accept it with a reason under 'accept: window-length', or choose other dates"
        yield Problem(study.where("period"), what, advice, "warning", "window-length")


def one_numbering(study: Study, tables: Tables) -> Iterable[Problem]:
    """Recommendations numbered from 1 without gaps, each with evidence or a reason."""
    rows = tables.recommendations
    for wanted, (_, row) in enumerate(rows.sort_values("number").iterrows(), start=1):
        if row["number"] != wanted:
            what = f"recommendation {row['number']} stands where {wanted} is next"
            yield Problem(place_of(row), what, "number them 1, 2, 3 without gaps")
        if not row["evidence"] and not row["because"]:
            what = f"recommendation {row['number']} has neither evidence nor a reason"
            yield Problem(place_of(row), what, "fill in 'evidence' or 'because'")


CHECKS: tuple[Check, ...] = (
    doubts,
    guarded,
    repeated_rows,
    reversed_periods,
    another_edition,
    kept_period,
    kept_date,
    missing_comparisons,
    impossible_shares,
    empty_areas,
    unknown_visited,
    another_census,
    implied_populations,
    impossible_ranks,
    impossible_positions,
    unlike_groups,
    old_positions,
    larger_parts,
    unequal_windows,
    one_numbering,
)
