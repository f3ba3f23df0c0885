"""Carry counts by small area from one vintage of codes to another, by a lookup of their changes.

A lookup's row is (old code, new code, change): U unchanged, S one split into several, M several
merged into one, X irregular. Source: ONS, LSOA (2011) to LSOA (2021) exact fit lookup. Whole
counts are apportioned by Webster's method (Balinski and Young, Fair Representation, 1982): it
favours neither large nor small parts, and what it gives only ever grows, so that months add up
to years.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

Pair = tuple[str, str, str]
Side = Literal["old", "new"]
# code -> the codes that take its counts, and their weights
Shares = Mapping[str, Mapping[str, float]]


@dataclass(frozen=True)
class Unit:
    """Ground with the same outline in both vintages: the old codes it is made of, and the new.

    It is a connected part of the lookup. change: X where any of its rows is irregular.
    """

    old: tuple[str, ...]
    new: tuple[str, ...]
    change: str

    @property
    def code(self) -> str:
        """The one code that is all of it, of either vintage; without one, its new codes joined."""
        alone = [codes[0] for codes in (self.new, self.old) if len(codes) == 1]
        return alone[0] if alone else "+".join(self.new)

    def codes(self, side: Side) -> tuple[str, ...]:
        """Give its codes of one vintage."""
        return self.new if side == "new" else self.old

    @property
    def all(self) -> tuple[str, ...]:
        """Its codes of both vintages, each once, in order."""
        return tuple(sorted({*self.old, *self.new}))


def units(pairs: Iterable[Pair]) -> tuple[Unit, ...]:
    """Group the lookup's rows into units, in order of their codes."""
    rows = sorted(set(pairs))
    nodes = _linked(rows)
    groups: dict[int, list[Pair]] = {}
    for row in rows:
        groups.setdefault(nodes["old", row[0]], []).append(row)
    return tuple(sorted(map(_unit, groups.values()), key=lambda unit: unit.all))


def _linked(rows: Iterable[Pair]) -> dict[tuple[Side, str], int]:
    """Number the connected parts of the graph of old and new codes: node -> number."""
    near: dict[tuple[Side, str], list[tuple[Side, str]]] = {}
    for old, new, _ in rows:
        near.setdefault(("old", old), []).append(("new", new))
        near.setdefault(("new", new), []).append(("old", old))
    found: dict[tuple[Side, str], int] = {}
    for number, start in enumerate(near):
        ahead = [start]
        while ahead:
            node = ahead.pop()
            if node not in found:
                found[node] = number
                ahead += near[node]
    return found


def _unit(rows: Sequence[Pair]) -> Unit:
    old, new, changes = ({row[n] for row in rows} for n in range(3))
    change = changes.pop() if len(changes) == 1 else "X"
    return Unit(tuple(sorted(old)), tuple(sorted(new)), change)


def to_parents(found: Iterable[Unit]) -> Shares:
    """Give each code of either vintage, whole, to its unit."""
    return {code: {unit.code: 1.0} for unit in found for code in unit.all}


def by_population(found: Iterable[Unit], side: Side, population: Mapping[str, float]) -> Shares:
    """Share each code out to the codes of one vintage.

    Takes: the units, the vintage wanted, and the residents of its codes. Of a unit that is split
    that way every code has to have them.
    Gives: a merged code whole to the one that it became; a split one to its parts, by residents,
    in equal parts where nobody lives; an irregular unit whole to itself.
    Raises KeyError for a part without a population.
    """
    shares: dict[str, dict[str, float]] = {}
    for unit in found:
        wanted = (unit.code,) if unit.change == "X" else unit.codes(side)
        weights = {code: 1.0 if len(wanted) == 1 else population[code] for code in wanted}
        if not any(weights.values()):
            weights = dict.fromkeys(weights, 1.0)
        for code in unit.all:
            stays = code in wanted and unit.change != "X"
            shares[code] = {code: 1.0} if stays else weights
    return shares


def moved(counts: Mapping[str, Sequence[int]], shares: Shares) -> dict[str, tuple[int, ...]]:
    """Carry counts to other codes.

    Takes: code -> its counts, one for each interval in order of time, all of one length; and who
    takes them. A code that has no shares stays.
    Gives: code -> its counts, whole numbers with the same total in each interval. The counts of a
    code that several share are estimates.
    """
    found: dict[str, tuple[int, ...]] = {}
    for code in sorted(counts):
        for taker, numbers in _allotted(counts[code], shares.get(code, {code: 1.0})):
            before = found.get(taker, (0,) * len(numbers))
            found[taker] = tuple(a + b for a, b in zip(before, numbers, strict=True))
    return dict(sorted(found.items()))


def _allotted(
    numbers: Sequence[int], weights: Mapping[str, float]
) -> Iterator[tuple[str, Sequence[int]]]:
    """Share a series out: each case goes to the code whose weight is largest for what it has."""
    codes = sorted(code for code, weight in weights.items() if weight > 0)
    if len(codes) == 1:
        yield codes[0], numbers
        return
    given = {code: [0] * len(numbers) for code in codes}
    held = dict.fromkeys(codes, 0)
    for at, number in enumerate(numbers):
        for _ in range(number):
            taker = max(codes, key=lambda code: weights[code] / (2 * held[code] + 1))
            held[taker] += 1
            given[taker][at] += 1
    yield from given.items()


def alone(found: Iterable[Unit], side: Side) -> frozenset[str]:
    """Give the codes that only one vintage has: a record with one of them is of that vintage."""
    held = {code: unit for unit in found for code in unit.codes(side)}
    return frozenset(code for code, unit in held.items() if not {code} <= {*unit.old} & {*unit.new})
