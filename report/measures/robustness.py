"""How much a ranking rests on single scores: how often each stays among the first when they move.

Nothing is drawn by chance: what could happen is counted out in full.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from math import prod


def among_first(values: Mapping[str, float], name: str, number: int) -> bool:
    """Say whether fewer than `number` others have a higher value; those that tie stand together."""
    return sum(other > values[name] for other in values.values()) < number


def one_at_a_time(
    values: Mapping[str, float], moved: Mapping[str, Sequence[float]], number: int
) -> dict[str, Fraction]:
    """Find in what part of the cases each stays among the first when one score alone moves.

    Takes: name -> its value; name -> the values it has when each of its scores moves, one number
    for each move. A case is one of those moves, of whichever name; without any, the part is that of
    the values as they are.
    """
    cases = [{**values, name: other} for name, others in moved.items() for other in others]
    cases = cases or [dict(values)]
    return {
        name: Fraction(sum(among_first(case, name, number) for case in cases), len(cases))
        for name in values
    }


def all_at_once(moved: Mapping[str, Sequence[float]], number: int) -> dict[str, Fraction]:
    """Find in what part of all combinations each is among the first.

    Takes: name -> the values that it may have, such as three: when all of its scores move down,
    stay, and move up. Every choice of one value for each name is a combination, and all count the
    same. Their number is a product over the names, so they are counted without being listed: for
    each value of one name, how many combinations of the others put k of them above it.
    """
    return {
        name: Fraction(
            sum(_below(name, own, moved, number) for own in values),
            prod(len(each) for each in moved.values()),
        )
        for name, values in moved.items()
    }


def _below(name: str, own: float, moved: Mapping[str, Sequence[float]], number: int) -> int:
    """Count the combinations of the others in which fewer than `number` of them are above."""
    ways = [1] + [0] * (number - 1)  # ways[k]: combinations so far with k of the others above
    for other, values in moved.items():
        if other != name:
            above = sum(value > own for value in values)
            rest = len(values) - above
            ways = [ways[k] * rest + (ways[k - 1] * above if k else 0) for k in range(len(ways))]
    return sum(ways)
