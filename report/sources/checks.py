"""Check the canonical tables against each other, after every file could be read.

These are checks of consistency; whether a cell can be read is decided in `reading`. A check is a
function `(study, tables) -> problems`; CHECKS at the foot lists them.
"""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from typing import Any

import pandas as pd

from report.config.study import Study
from report.errors import FINISHED, PAGE, PROSE, STALE, Problem, Where, in_order, suggestion
from report.periods import Period, day
from report.sources.copied import kept_date, kept_period
from report.sources.guard import guarded
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
    return [*found, *_idle(study, found)]


def _place(row: pd.Series) -> Where:
    return Where(str(row["file"]), int(row["line"]))


def places(tables: Tables) -> dict[int, Where]:
    """Give the place of every recommendation, by number."""
    return {r["number"]: _place(r) for _, r in tables.recommendations.iterrows()}


def doubts(study: Study, tables: Tables) -> Iterable[Problem]:
    """Rows that were set aside though they should count, or that stand twice."""
    return tables.doubts


def repeated_rows(study: Study, tables: Tables) -> Iterable[Problem]:
    """Two rows for one thing: both would be counted, or only one be seen."""
    for name, keys in ONE_ROW_FOR.items():
        seen: dict[tuple[object, ...], Where] = {}
        table = getattr(tables, name)
        for _, row in table[table.duplicated(list(keys), keep=False)].iterrows():
            named, where = tuple(row[key] for key in keys), _place(row)
            if named in seen:
                shown = ", ".join(_shown(study, value) for value in named if value)
                what = f"{shown}: stands twice, first in {seen[named]}"
                yield Problem(where, what, "remove one of the rows")
            seen.setdefault(named, where)


def _shown(study: Study, value: Any) -> str:
    """Give a category or area by its name, anything else as it is."""
    if value in study.categories:
        return study.categories[value].label
    return study.areas()[value].name if value in study.areas() else str(value)


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
        there = _span(last["first"], last["last"])
        what = f"no row is for {study.period.label}; the latest is for {there}"
        do = "put this edition's file here, or correct the dates"
        yield Problem(Where(_place(last).file), what, do)


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
    return Problem(_place(row), what, do, "warning", id_)


def reversed_periods(study: Study, tables: Tables) -> Iterable[Problem]:
    """A count whose period ends before it starts."""
    counts = tables.counts
    for _, row in counts[counts["last"] < counts["first"]].iterrows():
        what = f"the period ends ({row['last']}) before it starts ({row['first']})"
        yield Problem(_place(row), what)


def impossible_shares(study: Study, tables: Tables) -> Iterable[Problem]:
    """A part larger than its whole."""
    for _, row in tables.profile.iterrows():
        if row["count"] is not None and row["base"] is not None and row["count"] > row["base"]:
            what = f"the count, {row['count']}, is more than its base, {row['base']}"
            yield Problem(_place(row), what, "look whether the two were exchanged")
        if row["pct"] is not None and row["pct"] > 100:  # noqa: PLR2004  all of it
            yield Problem(_place(row), f"{row['pct']:g} per cent is more than all")


def empty_areas(study: Study, tables: Tables) -> Iterable[Problem]:
    """An area without residents, for which there is no rate."""
    for _, row in tables.population[tables.population["population"] == 0].iterrows():
        what = f"nobody lives in {_shown(study, row['area'])}"
        yield Problem(
            _place(row),
            what,
            "look the number up, or take the row out and set 'rate: false'",
        )


def impossible_ranks(study: Study, tables: Tables) -> Iterable[Problem]:
    """A decile that is no tenth, or a rank below the first."""
    for _, row in tables.deprivation.iterrows():
        if not (1 <= row["decile"] <= 10 and row["rank"] >= 1):  # noqa: PLR2004  tenths
            what = f"rank {row['rank']}, decile {row['decile']}"
            yield Problem(_place(row), what, "ranks run from 1, deciles from 1 to 10")


def impossible_positions(study: Study, tables: Tables) -> Iterable[Problem]:
    """A position outside its group."""
    for _, row in tables.peers.iterrows():
        if not 1 <= row["position"] <= row["group_size"]:
            what = f"position {row['position']} in a group of {row['group_size']}"
            yield Problem(_place(row), what, "positions run from 1, the lowest rate")


def unlike_groups(study: Study, tables: Tables) -> Iterable[Problem]:
    """Positions of one category in groups of different sizes: 12th of 15 and 1st of 3."""
    for category, rows in tables.peers.sort_values("as_at").groupby("category", sort=False):
        sizes = list(dict.fromkeys(rows["group_size"]))
        if len(sizes) > 1:
            id_ = f"group.{category}"
            shown = " and ".join(str(size) for size in sizes)
            what = f"{_shown(study, category)} has positions in groups of {shown}"
            do = f"look the group up, or accept it with a reason under 'accept: {id_}'"
            yield Problem(_place(rows.iloc[-1]), what, do, "warning", id_)


def old_positions(study: Study, tables: Tables) -> Iterable[Problem]:
    """No position of the edition's own period: the file is likely last year's."""
    rows = tables.peers
    if len(rows) and max(rows["as_at"]) < study.period.first:
        row = rows.sort_values("as_at").iloc[-1]
        what = f"the latest position is for {day(row['as_at'])}, before the period begins"
        do = (
            "put this edition's file here, or accept it with a reason under 'accept: old-positions'"
        )
        yield Problem(_place(row), what, do, "warning", "old-positions")


def larger_parts(study: Study, tables: Tables) -> Iterable[Problem]:
    """Areas, or parts of a category, that add up to more than their whole in a period shown."""
    own = study.partnership.area.code
    counts = tables.counts[tables.counts["area"].isin([own, *study.within(own)])]
    kinds = {code: area.kind for code, area in study.areas().items()}
    counts = counts.assign(kind=counts["area"].map(kinds))
    for (category, first, last), group in counts.groupby(["category", "first", "last"]):
        whole = group.loc[group["area"] == own, "count"].sum()
        for kind, parts in group[group["area"] != own].groupby("kind"):
            total = parts["count"].sum()
            if whole and total > whole:
                label = study.categories[str(category)].label
                what = f"{label}, {_span(first, last)}: the {kind}s add up to {total:,}"
                yield _excess(study, parts, what, whole, f"excess.{category}.{str(kind).lower()}")
    yield from _larger_categories(study, counts[counts["area"] == own])
    yield from _larger_than_whole(study, counts[counts["area"] == own])


def _larger_categories(study: Study, counts: pd.DataFrame) -> Iterable[Problem]:
    for id_, keys in study.categories.items():
        parts = counts[counts["category"].isin(keys.parts)]
        for (first, last), group in parts.groupby(["first", "last"]):
            same = (counts["first"] == first) & (counts["last"] == last)
            whole = counts.loc[same & (counts["category"] == id_), "count"].sum()
            total = group["count"].sum()
            if whole and total > whole:
                what = f"{keys.label}, {_span(first, last)}: its parts add up to {total:,}"
                yield _excess(study, group, what, whole, f"excess.{id_}")


def _larger_than_whole(study: Study, counts: pd.DataFrame) -> Iterable[Problem]:
    """A category that is larger than the one that an overview names as its whole."""
    for plan in study.walk():
        whole, listed = getattr(plan, "whole", ""), getattr(plan, "categories", ())
        unit = study.categories[whole].unit if whole else ""
        alike = {c for c in listed if study.categories[c].unit == unit}
        limits = counts.loc[counts["category"] == whole, ["first", "last", "count"]]
        parts = counts[counts["category"].isin(alike - {whole})]
        both = parts.merge(limits, on=["first", "last"], suffixes=("", "_whole"))
        for _, row in both[both["count"] > both["count_whole"]].iterrows():
            what = f"{_shown(study, row['category'])}, {_span(row['first'], row['last'])}"
            what = f"{what}: a part of {_shown(study, whole)} counts {row['count']:,}"
            yield _excess(study, row.to_frame().T, what, row["count_whole"], f"excess.{whole}")


def _span(first: Any, last: Any) -> str:
    return Period(first, last).label


def _excess(study: Study, rows: pd.DataFrame, what: str, whole: float, id_: str) -> Problem:
    advice = f"find the cause, or accept it with a reason under 'accept: {id_}'"
    what = f"{what}, the whole is {whole:,.0f}"
    return Problem(_place(rows.iloc[0]), what, advice, "warning", id_)


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
            yield Problem(_place(row), what, "number them 1, 2, 3 without gaps")
        if not row["evidence"] and not row["because"]:
            what = f"recommendation {row['number']} has neither evidence nor a reason"
            yield Problem(_place(row), what, "fill in 'evidence' or 'because'")


def idle_acceptances(study: Study, found: Iterable[Problem], begins: str) -> list[Problem]:
    """Give a warning for each `accept` entry of a later pass that accepts nothing there.

    begins: PROSE, PAGE or FINISHED, with which the ids of that pass begin.
    """
    return [replace(p, severity="warning") for p in _idle(study, found, begins)]


def _idle(study: Study, found: Iterable[Problem], begins: str = "") -> Iterable[Problem]:
    known = {problem.id for problem in found if problem.id}
    for id_ in study.edition.accept:
        if id_ not in known and _pass_of(id_) == begins:
            confirms = "remove it; psa confirm asks whether a paragraph holds"
            advice = suggestion(id_, known, confirms if id_.startswith(STALE) else "remove it")
            yield Problem(study.where("accept", id_), f"no warning '{id_}' was raised", advice)


def _pass_of(id_: str) -> str:
    return next((begins for begins in (FINISHED, PAGE, PROSE) if id_.startswith(begins)), "")


def open_warnings(study: Study, problems: Iterable[Problem]) -> list[Problem]:
    """Give what the edition does not accept: errors, then the first warning of each id."""
    left = in_order(sorted(p for p in problems if p.id not in study.edition.accept))
    first: dict[str, Problem] = {}
    for problem in sorted(left, key=lambda p: p.severity):
        first.setdefault(problem.id or str(problem), problem)
    return list(first.values())


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
