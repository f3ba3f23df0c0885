"""Positions in the most similar group, and what a rate is worth beside those of its peers.

Source of the limits: Spiegelhalter, Funnel plots for comparing institutional performance (2005),
and Handling over-dispersion of performance indicators (2005). They are not those of iQuanta.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from statistics import median
from typing import Literal

from report.measures import funnel, places, rates


@dataclass(frozen=True)
class Member:
    """A member of a group.

    rate: per 1,000 people. rank: 1 has the lowest rate; tied: whether another member shares it.
    low, high: limits of a rate about the group's average, for as many people. way: 1 above them, -1
    below, 0 within; None where too few cases are expected to say so.
    """

    rate: float
    rank: int
    tied: bool
    low: float
    high: float
    way: Literal[1, -1, 0] | None


@dataclass(frozen=True)
class Group:
    """A group: average and median of its rates per 1,000, and its members by name.

    average: all its cases by all its people. median: half of its members have lower rates.
    """

    average: float
    median: float
    members: Mapping[str, Member]


def places_gained(position: int, previous: int) -> int:
    """Give the places gained since the earlier date: above 0 is nearer to 1, the lowest rate."""
    return previous - position


def grouped(
    counts: Mapping[str, float],
    people: Mapping[str, float],
    *,
    level: float,
    trim: float,
    least: float,
) -> Group:
    """Compare the members of a group with its average.

    Takes: member -> count, and people above 0, of two members or more, the one that is assessed
    included; how sure limits are, in per cent; how many per cent of the members at each end are
    drawn in where the usual difference between members is measured; the least expected count of a
    member that may be called better or worse.
    Gives: rates, ranks from the lowest rate, where equal rates share the lowest rank, and limits as
    wide as members usually differ.
    """
    found = {name: rates.per_1000(counts[name], people[name]) for name in counts}
    wanted = funnel.expected(counts, people)
    wide = funnel.spread(counts, wanted, trim)
    score = _score(level)
    ranks = places.ranked({name: -rate for name, rate in found.items()})
    members = {}
    for name, rank, tied in ranks:
        limits = wide.limits(wanted[name], score) if wanted[name] else (0.0, 0.0)
        low, high = (rates.per_1000(limit, people[name]) for limit in limits)
        told = 0 < wanted[name] >= least
        way = _way(found[name], low, high) if told else None
        members[name] = Member(found[name], rank, tied, low, high, way)
    average = rates.per_1000(sum(counts.values()), sum(people[name] for name in counts))
    return Group(average, median(found.values()), members)


def _way(rate: float, low: float, high: float) -> Literal[1, -1, 0]:
    return 1 if rate > high else -1 if rate < low else 0


def _score(level: float) -> float:
    """Give how many standard deviations from the middle so many per cent lie within."""
    from scipy.special import ndtri

    return float(ndtri(0.5 + level / 200))
