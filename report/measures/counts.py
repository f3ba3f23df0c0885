"""Select and add counts."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    import pandas as pd


def total(counts: pd.DataFrame, category: str, area: str, first: date, last: date) -> int | None:
    """Add the counts of a category in an area over an interval.

    Takes: canonical counts (category, area, first, last, count), one row per category, area and
    period.
    Gives: the sum of the rows that have exactly this interval; None where there is none.
    """
    rows = counts[
        (counts["category"] == category)
        & (counts["area"] == area)
        & (counts["first"] == first)
        & (counts["last"] == last)
    ]
    return int(rows["count"].sum()) if len(rows) else None


def by_area(counts: pd.DataFrame, category: str, first: date, last: date) -> dict[str, int]:
    """Give area -> count of a category over exactly this interval, areas in order of code."""
    rows = counts[
        (counts["category"] == category) & (counts["first"] == first) & (counts["last"] == last)
    ]
    return {str(area): int(group["count"].sum()) for area, group in rows.groupby("area", sort=True)}
