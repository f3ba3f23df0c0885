"""Decide by declared conditions whether something is a challenge, improving, or neither."""

from collections.abc import Mapping, Sequence

Known = Mapping[str, float | None]
Least = Mapping[str, float]


def met(known: Known, least: Least) -> bool:
    """Say whether all of some numbers are known and reach what is asked of them."""
    return all((value := known[name]) is not None and value >= least[name] for name in least)


def verdict(
    worse: Known, better: Known, challenge: Sequence[Least], improving: Sequence[Least]
) -> tuple[int, int]:
    """Find the first condition that is met, those of a challenge before those of improving.

    Takes: name -> how much worse, and how much better, a category has become by that measure, None
    where it is not known; the conditions of either verdict, each the least that its measures are.
    Gives: 1 for a challenge, -1 for improving, 0 for neither; and the place of the condition among
    those of its verdict, -1 where none is met.
    """
    for way, known, conditions in ((1, worse, challenge), (-1, better, improving)):
        for place, least in enumerate(conditions):
            if met(known, least):
                return way, place
    return 0, -1
