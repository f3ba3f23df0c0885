"""Check the canonical tables against each other, after every file could be read.

These are checks of consistency; whether a cell can be read is decided in `reading`. A check is a
function `(study, tables) -> problems`; CHECKS at the foot lists them.
"""

from collections.abc import Callable, Iterable
from itertools import groupby
from typing import Any

import pandas as pd

from report.config.reading import relative
from report.config.study import Study
from report.errors import Problem, Where, suggestion
from report.periods import Period
from report.sources.reading import locate
from report.sources.tables import Tables

Check = Callable[[Study, Tables], Iterable[Problem]]


def check(study: Study, tables: Tables) -> list[Problem]:
    """Run every check. Gives errors and warnings, also for `accept` entries that accept nothing."""
    found = [problem for each in CHECKS for problem in each(study, tables)]
    return [*found, *_idle_acceptances(study, found)]


def _place(study: Study, row: pd.Series) -> Where:
    path = locate(study, study.edition.sources[row["source"]].file)
    return Where(relative(path, study.root), int(row["line"]))


def places(study: Study, tables: Tables) -> dict[int, Where]:
    """Give the place of every recommendation, by number."""
    return {r["number"]: _place(study, r) for _, r in tables.recommendations.iterrows()}


def repeated_counts(study: Study, tables: Tables) -> Iterable[Problem]:
    """The same category, area and period twice: one of the two would be counted double."""
    keys = ["category", "area", "first", "last"]
    twice = tables.counts[tables.counts.duplicated(keys)]
    for _, row in twice.iterrows():
        what = f"{row['category']} for {row['area']} from {row['first']} stands twice"
        yield Problem(_place(study, row), what, "remove one of the rows")


def reversed_periods(study: Study, tables: Tables) -> Iterable[Problem]:
    """A count whose period ends before it starts."""
    for _, row in tables.counts.iterrows():
        if row["last"] < row["first"]:
            what = f"the period ends ({row['last']}) before it starts ({row['first']})"
            yield Problem(_place(study, row), what)


def impossible_positions(study: Study, tables: Tables) -> Iterable[Problem]:
    """A position outside its group."""
    for _, row in tables.peers.iterrows():
        if not 1 <= row["position"] <= row["group_size"]:
            what = f"position {row['position']} in a group of {row['group_size']}"
            yield Problem(_place(study, row), what, "positions run from 1, the lowest rate")


def larger_parts(study: Study, tables: Tables) -> Iterable[Problem]:
    """Areas, or parts of a category, that add up to more than their whole in a period shown."""
    kinds = {code: area.kind for code, area in study.areas().items()}
    own = study.partnership.area.code
    counts = tables.counts.assign(kind=tables.counts["area"].map(kinds))
    for (category, first, last), group in counts.groupby(["category", "first", "last"]):
        whole = group.loc[group["area"] == own, "count"].sum()
        for kind, parts in group[group["area"] != own].groupby("kind"):
            total = parts["count"].sum()
            if whole and total > whole:
                label = study.categories[str(category)].label
                what = f"{label}, {_span(first, last)}: the {kind}s add up to {total:,}"
                yield _excess(study, parts, what, whole, f"excess.{category}.{str(kind).lower()}")
    yield from _larger_categories(study, counts[counts["area"] == own])


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


def _span(first: Any, last: Any) -> str:
    return Period(first, last).label


def _excess(study: Study, rows: pd.DataFrame, what: str, whole: float, id_: str) -> Problem:
    advice = f"find the cause, or accept it with a reason under 'accept: {id_}'"
    what = f"{what}, the whole is {whole:,.0f}"
    return Problem(_place(study, rows.iloc[0]), what, advice, "warning", id_)


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
            yield Problem(_place(study, row), what, "number them 1, 2, 3 without gaps")
        if not row["evidence"] and not row["because"]:
            what = f"recommendation {row['number']} has neither evidence nor a reason"
            yield Problem(_place(study, row), what, "fill in 'evidence' or 'because'")


def _idle_acceptances(study: Study, found: list[Problem]) -> Iterable[Problem]:
    known = {problem.id for problem in found if problem.id}
    for id_ in study.edition.accept:
        if id_ not in known:
            advice = suggestion(id_, known, "remove it")
            yield Problem(study.where("accept", id_), f"no warning '{id_}' was raised", advice)


def open_warnings(study: Study, problems: Iterable[Problem]) -> list[Problem]:
    """Give what the edition does not accept: errors, and one warning for each id."""
    left = [p for p in problems if p.id not in study.edition.accept]
    keyed = sorted(left, key=lambda p: (p.severity, p.id or str(p), p))
    return [next(group) for _, group in groupby(keyed, key=lambda p: p.id or str(p))]


CHECKS: tuple[Check, ...] = (
    repeated_counts,
    reversed_periods,
    impossible_positions,
    larger_parts,
    unequal_windows,
    one_numbering,
)
