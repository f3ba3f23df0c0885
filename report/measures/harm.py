"""Counts weighted by how much harm an offence does, after one scheme of weights.

A scheme is the ONS Crime Severity Score, the Cambridge Crime Harm Index or another list of weights
by offence; versions of a scheme are schemes of their own, and are never mixed.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from report.measures.rates import share_pct

# What is printed of a category: its weighted total, and how many offences went into it.
EQUATIONS = 2


@dataclass(frozen=True)
class Harm:
    """The weighted total of some counts.

    total: sum of weight times count, in the weights' unit, of what has a weight. weighted, counted:
    offences with a weight, and all. apart: the counts of each weight where these are no more than
    two, so that total and weighted give them away; else none.
    """

    total: float
    weighted: int
    counted: int
    apart: tuple[int, ...] = field(default=(), compare=False)

    @property
    def unweighted_pct(self) -> float | None:
        """The share of the offences that has no weight, in %; None where there are no offences."""
        return share_pct(self.counted - self.weighted, self.counted)


def weigh(counts: Mapping[str, int], weights: Mapping[str, float]) -> Harm:
    """Weight counts.

    Takes: offence -> count, and offence -> weight after one scheme and version. An offence without
    a weight adds nothing to the total, and to the unweighted share.
    Source: ONS (2016), Developing a Crime Severity Score; Sherman, L., Neyroud, P. W. and Neyroud,
    E. (2016), The Cambridge Crime Harm Index, Policing 10, 171-183.
    """
    known = {offence: number for offence, number in counts.items() if offence in weights}
    total = sum(weights[offence] * number for offence, number in known.items())
    by_weight: Counter[float] = Counter()
    for offence, number in known.items():
        by_weight[weights[offence]] += number
    apart = tuple(number for number in by_weight.values() if number)
    return Harm(
        total,
        sum(known.values()),
        sum(counts.values()),
        apart if len(apart) <= EQUATIONS else (),
    )


def added(parts: Iterable[Harm]) -> Harm:
    """Add up what was weighted apart, after one scheme and version."""
    found = list(parts)
    return Harm(
        sum(part.total for part in found),
        sum(part.weighted for part in found),
        sum(part.counted for part in found),
    )
