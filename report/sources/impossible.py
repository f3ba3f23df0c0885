"""Rows that cannot be: a part above its whole, a period that ends before it starts."""

from collections.abc import Iterable

from report.config.study import Study
from report.errors import Problem
from report.sources.placed import called, place_of
from report.sources.tables import Tables


def reversed_periods(study: Study, tables: Tables) -> Iterable[Problem]:
    """A count whose period ends before it starts."""
    counts = tables.counts
    for _, row in counts[counts["last"] < counts["first"]].iterrows():
        what = f"the period ends ({row['last']}) before it starts ({row['first']})"
        yield Problem(place_of(row), what)


def impossible_shares(study: Study, tables: Tables) -> Iterable[Problem]:
    """A part larger than its whole."""
    for _, row in tables.profile.iterrows():
        if row["count"] is not None and row["base"] is not None and row["count"] > row["base"]:
            what = f"the count, {row['count']}, is more than its base, {row['base']}"
            yield Problem(place_of(row), what, "look whether the two were exchanged")
        if row["pct"] is not None and row["pct"] > 100:  # noqa: PLR2004  all of it
            yield Problem(place_of(row), f"{row['pct']:g} per cent is more than all")


def empty_areas(study: Study, tables: Tables) -> Iterable[Problem]:
    """An area without residents, for which there is no rate."""
    for _, row in tables.population[tables.population["population"] == 0].iterrows():
        what = f"nobody lives in {called(study, row['area'])}"
        yield Problem(
            place_of(row),
            what,
            "look the number up, or take the row out and set 'rate: false'",
        )


def impossible_ranks(study: Study, tables: Tables) -> Iterable[Problem]:
    """A decile that is no tenth, or a rank below the first."""
    for _, row in tables.deprivation.iterrows():
        if not (1 <= row["decile"] <= 10 and row["rank"] >= 1):  # noqa: PLR2004  tenths
            what = f"rank {row['rank']}, decile {row['decile']}"
            yield Problem(place_of(row), what, "ranks run from 1, deciles from 1 to 10")


def impossible_positions(study: Study, tables: Tables) -> Iterable[Problem]:
    """A position outside its group."""
    for _, row in tables.peers.iterrows():
        if not 1 <= row["position"] <= row["group_size"]:
            what = f"position {row['position']} in a group of {row['group_size']}"
            yield Problem(place_of(row), what, "positions run from 1, the lowest rate")
