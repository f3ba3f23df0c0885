"""Parts that are larger than their whole."""

from collections.abc import Iterable

import pandas as pd

from report.config.study import Study
from report.errors import Problem
from report.sources.placed import called, place_of, window
from report.sources.tables import Tables


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
                what = f"{label}, {window(first, last)}: the {kind}s add up to {total:,}"
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
                what = f"{keys.label}, {window(first, last)}: its parts add up to {total:,}"
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
            what = f"{called(study, row['category'])}, {window(row['first'], row['last'])}"
            what = f"{what}: a part of {called(study, whole)} counts {row['count']:,}"
            yield _excess(study, row.to_frame().T, what, row["count_whole"], f"excess.{whole}")


def _excess(study: Study, rows: pd.DataFrame, what: str, whole: float, id_: str) -> Problem:
    advice = f"find the cause, or accept it with a reason under 'accept: {id_}'"
    what = f"{what}, the whole is {whole:,.0f}"
    return Problem(place_of(rows.iloc[0]), what, advice, "warning", id_)
