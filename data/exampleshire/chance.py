"""Chance that falls the same way on every machine: whole numbers, drawn from a named stream."""

import random
from bisect import bisect
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import Generic, TypeVar

SEED = "Exampleshire 1"

Thing = TypeVar("Thing")


class Chance:
    """A stream of draws. Each purpose has its own, so that one change does not move all else.

    Only `random()` is used: of Python's generator that alone is promised to stay the same.
    """

    def __init__(self, purpose: str) -> None:
        self._random = random.Random(f"{SEED}: {purpose}").random

    def below(self, number: int) -> int:
        """Draw a whole number from 0 to number - 1."""
        return int(self._random() * number)

    def between(self, low: int, high: int) -> int:
        """Draw a whole number from low to high, both included."""
        return low + self.below(high - low + 1)

    def happens(self, per_thousand: int) -> bool:
        """Say yes so many times in a thousand."""
        return self.below(1000) < per_thousand

    def one_of(self, things: Sequence[Thing]) -> Thing:
        """Draw one of some things, each as likely."""
        return things[self.below(len(things))]

    def pick(self, urn: "Urn[Thing]") -> Thing:
        """Draw one thing of an urn."""
        return urn.things[bisect(urn.sums, self.below(urn.sums[-1]))]


class Urn(Generic[Thing]):
    """Things with whole-number weights."""

    def __init__(self, weights: Iterable[tuple[Thing, int]]) -> None:
        pairs = [(thing, weight) for thing, weight in weights if weight]
        self.things = [thing for thing, _ in pairs]
        self.sums = list(accumulate(weight for _, weight in pairs))
