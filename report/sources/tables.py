"""The canonical tables that every layout maps to, and the holder that sections receive.

Units stand in the column names. One row per what the comment says; `file` and `line` are the row's
place, for problems found later.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from report.sources.guard import Counted, Guard

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    import pandas as pd
    from shapely.geometry.base import BaseGeometry

    from report.errors import Problem
    from report.periods import Period

COLUMNS: dict[str, tuple[str, ...]] = {
    # one row per category, area and period; count in the category's unit
    "counts": ("category", "area", "first", "last", "count"),
    # one row per offence code of the Home Office, area and period
    "offences": ("code", "area", "first", "last", "count"),
    # one row per area and wider area that it lies in: an LSOA in its district, and in its ward
    "areas": ("code", "name", "kind", "inside", "inside_name", "inside_kind"),
    # one row per area with a name that people use
    "names": ("code", "name"),
    # one row per LSOA of 2011 and LSOA of 2021 that share ground; change: "U" unchanged, "S" split,
    # "M" merged, "X" irregular
    "bridge": ("old", "new", "change"),
    # one polygon or more per area, which no CSV holds
    "boundaries": ("code",),
    # one row per area, year and kind of population; of: "residents", "households" or "workday";
    # vintage: "2011" or "2021" for LSOAs of that census, "" for other areas
    "population": ("area", "year", "population", "of", "vintage"),
    # one row per area and edition of the index; rank and decile 1 are the most deprived; vintage:
    # the census of the LSOAs
    "deprivation": ("area", "year", "rank", "decile", "vintage"),
    # one row per area; setting: "Urban" or "Rural"; class: of the official classification
    "rurality": ("area", "setting", "class", "vintage"),
    # one row per offence and version of the scheme; weight in the scheme's unit
    "weights": ("code", "offence", "weight", "version"),
    # one row per partnership of the country, category and period; population in residents
    "peer_counts": ("csp", "name", "population", "category", "first", "last", "count"),
    # one row per category, area and period whose rate was published; rate per 1,000 of a population
    # that is not known, as printed; count: None where it was not published
    "rates": ("category", "area", "first", "last", "count", "rate"),
    # one row per category and date; 1 is the lowest rate of the group; version: of its members
    "peers": ("category", "as_at", "position", "group_size", "version"),
    # one row per characteristic and column of a share table; pct only where it was published
    # without its count; mark: "high", "low" or "" against the comparator
    "profile": ("group", "row", "column", "count", "base", "pct", "mark"),
    # one row per theme, factor and scorer; without a factor, the scorer's total; score: a number of
    # a scheme's scale or its label, "not applicable", or None where none was given
    "scores": ("theme", "factor", "scorer", "score", "scored"),
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
class Boundaries:
    """The polygons of the areas that one source gives.

    polygons: code -> polygon of shapely, in metres of the National Grid; neighbours share the
    points of their border. credit: what has to be printed with a map of them. drawn: the outlines
    that were made, since most maps are of the same areas.
    """

    source: str
    credit: str
    polygons: Mapping[str, BaseGeometry] = field(repr=False)
    drawn: dict[object, tuple[dict[str, str], int]] = field(default_factory=dict, repr=False)

    def outlines(
        self, areas: Mapping[str, Sequence[str]], around: Mapping[str, Sequence[str]]
    ) -> tuple[dict[str, str], int]:
        """Outline the areas of one map: code -> outline, and its decimals (`assessment.Column`).

        areas: code of each area -> codes of the polygons that it is made of. around: code of each
        wider area that is outlined as well -> codes of its areas.
        """
        from report.sources import outlines  # its libraries are for maps alone

        key = tuple(tuple((c, *p) for c, p in given.items()) for given in (areas, around))
        if key not in self.drawn:
            self.drawn[key] = outlines.drawn(self.polygons, areas, around)
        return self.drawn[key]


class PeerCount(NamedTuple):
    """A row of the table `peer_counts`: cases of a category in a partnership over an interval."""

    category: str
    first: date
    last: date
    cases: int
    residents: int


@dataclass(frozen=True)
class Tables:
    """Every canonical table of an edition; `source` in each names the source of a row.

    estimated: codes of areas to which cases of a wider one are shared out.
    doubts: warnings about rows that were set aside, or that stand twice. guard: says which counts
    and changes are safe.
    """

    counts: pd.DataFrame = field(default_factory=lambda: empty("counts"))
    offences: pd.DataFrame = field(default_factory=lambda: empty("offences"))
    areas: pd.DataFrame = field(default_factory=lambda: empty("areas"))
    names: pd.DataFrame = field(default_factory=lambda: empty("names"))
    bridge: pd.DataFrame = field(default_factory=lambda: empty("bridge"))
    population: pd.DataFrame = field(default_factory=lambda: empty("population"))
    deprivation: pd.DataFrame = field(default_factory=lambda: empty("deprivation"))
    rurality: pd.DataFrame = field(default_factory=lambda: empty("rurality"))
    weights: pd.DataFrame = field(default_factory=lambda: empty("weights"))
    peer_counts: pd.DataFrame = field(default_factory=lambda: empty("peer_counts"))
    rates: pd.DataFrame = field(default_factory=lambda: empty("rates"))
    peers: pd.DataFrame = field(default_factory=lambda: empty("peers"))
    profile: pd.DataFrame = field(default_factory=lambda: empty("profile"))
    scores: pd.DataFrame = field(default_factory=lambda: empty("scores"))
    recommendations: pd.DataFrame = field(default_factory=lambda: empty("recommendations"))
    tracker: pd.DataFrame = field(default_factory=lambda: empty("tracker"))
    boundaries: tuple[Boundaries, ...] = ()
    supplied: dict[str, Supplied] = field(default_factory=dict)
    estimated: frozenset[str] = frozenset()
    doubts: tuple[Problem, ...] = ()
    guard: Guard = field(default_factory=Guard)

    def count(self, category: str, area: str, first: date, last: date) -> int | None:
        """Give the count of a category in an area over exactly this interval; None without one."""
        return self._counted.get((category, first, last), {}).get(area)

    def counted_in(self, area: str) -> Counted:
        """Give the function that counts a category in an area over a period.

        A period that no source counts is the sum of its months, where all are counted.
        """

        def counted(category: str, period: Period) -> int | None:
            whole = self.count(category, area, period.first, period.last)
            if whole is not None or not period.whole_months:
                return whole
            months = [self.count(category, area, m.first, m.last) for m in period.months()]
            known = [month for month in months if month is not None]
            return sum(known) if len(known) == len(months) else None

        return counted

    def by_area(self, category: str, first: date, last: date) -> dict[str, int]:
        """Give area -> count of a category over exactly this interval, areas in order of code."""
        found = self._counted.get((category, first, last), {})
        return {area: found[area] for area in sorted(found)}

    def by_code(self, area: str, first: date, last: date) -> dict[str, int]:
        """Give offence code -> count in an area over exactly this interval; empty without any."""
        rows = self.offences
        rows = rows[(rows["area"] == area) & (rows["first"] == first) & (rows["last"] == last)]
        return {str(code): int(n) for code, n in zip(rows["code"], rows["count"], strict=True)}

    @cached_property
    def peers_by_name(self) -> dict[str, list[PeerCount]]:
        """Give the rows of `peer_counts` by the partnership's name, in order of their dates."""
        rows = self.peer_counts.sort_values("first")
        found: dict[str, list[PeerCount]] = {}
        names = ("category", "first", "last", "count", "population")
        columns = (rows[name] for name in names)
        for name, *values in zip(rows["name"], *columns, strict=True):
            found.setdefault(name, []).append(PeerCount(*values))
        return found

    @cached_property
    def _counted(self) -> dict[tuple[str, date, date], dict[str, int]]:
        found: dict[tuple[str, date, date], dict[str, int]] = {}
        columns = (self.counts[name] for name in COLUMNS["counts"])
        for category, area, first, last, number in zip(*columns, strict=True):
            areas = found.setdefault((category, first, last), {})
            areas[area] = areas.get(area, 0) + int(number)
        return found
