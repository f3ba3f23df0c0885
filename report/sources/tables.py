"""The canonical tables that every layout maps to, and the holder that sections receive.

Units stand in the column names. One row per what the comment says; `file` and `line` are the row's
place, for problems found later.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd

    from report.errors import Problem

COLUMNS: dict[str, tuple[str, ...]] = {
    # one row per category, area and period; count in the category's unit
    "counts": ("category", "area", "first", "last", "count"),
    # one row per area and year; people (or households) living there
    "population": ("area", "year", "population"),
    # one row per category and date; 1 is the lowest rate of the group
    "peers": ("category", "as_at", "position", "group_size"),
    # one row per characteristic and column of a share table; pct only where it was published
    # without its count; mark: "high", "low" or "" against the comparator
    "profile": ("group", "row", "column", "count", "base", "pct", "mark"),
    # one row per recommendation of this edition; evidence: everyday names of findings, by ";"
    "recommendations": (
        *("number", "id", "text", "owner", "due", "evidence", "because", "continues", "audience"),
    ),
    # one row per recommendation of the edition before
    "tracker": ("number", "recommendation", "update", "status"),
    # a partner's table, printed as supplied
    "table": (),
}


def empty(name: str) -> pd.DataFrame:
    """Give a canonical table without rows."""
    import pandas as pd  # here, so that a mistake in the YAML is told before pandas is loaded

    return pd.DataFrame(columns=[*COLUMNS[name], "file", "line", "source"])


@dataclass(frozen=True)
class Supplied:
    """A partner's table as supplied: header and rows of text."""

    title: str
    file: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Tables:
    """Every canonical table of an edition; `source` in each names the source of a row.

    doubts: warnings about rows that were set aside, or that stand twice.
    """

    counts: pd.DataFrame = field(default_factory=lambda: empty("counts"))
    population: pd.DataFrame = field(default_factory=lambda: empty("population"))
    peers: pd.DataFrame = field(default_factory=lambda: empty("peers"))
    profile: pd.DataFrame = field(default_factory=lambda: empty("profile"))
    recommendations: pd.DataFrame = field(default_factory=lambda: empty("recommendations"))
    tracker: pd.DataFrame = field(default_factory=lambda: empty("tracker"))
    supplied: dict[str, Supplied] = field(default_factory=dict)
    doubts: tuple[Problem, ...] = ()
