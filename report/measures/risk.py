"""Risk as the product of scored parts, such as harm and probability, and what is made of it.

Sources: ACPO 3-PLEM as the partnerships of Leicestershire describe it (risk = probability × harm);
MoRiLE as they describe it (risk = harm × likelihood × organisational position).
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from math import prod


def probability(share: float, points: Sequence[tuple[float, int]], moved: int = 0) -> int:
    """Score a probability by a share of volume.

    Takes: the share in per cent; the shares from which on a score is given, rising, the first of
    them 0; by how much the state of the control chart moves that score.
    Gives: the score, 1 at least: a risk of nothing would say that it cannot happen.
    """
    at = bisect_right([least for least, _ in points], share)
    return max(1, points[at - 1][1] + moved)


def risk(parts: Iterable[float | None]) -> float | None:
    """Multiply the parts; None where one of them is missing."""
    known = list(parts)
    return None if None in known else prod(part for part in known if part is not None)


def band(value: float, bands: Mapping[str, float]) -> str:
    """Name the band of a risk: of those whose least risk it reaches, the one that asks most.

    Takes: the risk; band -> the least risk in it, one of them 0.
    """
    reached = [name for name, least in bands.items() if value >= least]
    return max(reached, key=lambda name: bands[name])
