"""Pair what stands in both editions."""

from collections.abc import Callable, Iterable, Sequence
from typing import Protocol, TypeVar


class Identified(Protocol):
    """Anything with an id that is stable between editions."""

    @property
    def id(self) -> str:
        """The id, unique in its edition."""


T = TypeVar("T", bound=Identified)

Pair = tuple[T | None, T | None]


def pairs(old: Iterable[T], new: Iterable[T]) -> list[Pair[T]]:
    """Pair what has the same id, in the newer order; what only the older has follows."""
    before, after = ({item.id: item for item in items} for items in (old, new))
    return [(before.get(i), after.get(i)) for i in dict.fromkeys([*after, *before])]


def partners(
    old: Sequence[T],
    new: Sequence[T],
    rules: Iterable[Callable[[T, T], bool]],
    link: Callable[[T, T], bool] | None = None,
) -> list[Pair[T]]:
    """Pair each new item with the one it carries on, by the first rule that finds one.

    rules: from the surest; each takes (old, new) and pairs what no surer rule has paired.
    link: the rule by which several new items may carry on one old item, where there is one.
    Gives: pairs in the newer order; old items that nothing carries on follow.
    """
    found: dict[str, T] = {}
    for rule in rules:
        for item in new:
            taken = set() if rule is link else {was.id for was in found.values()}
            free = (was for was in old if was.id not in taken and rule(was, item))
            if item.id not in found and (first := next(free, None)) is not None:
                found[item.id] = first
    carried = {was.id for was in found.values()}
    paired: list[Pair[T]] = [(found.get(item.id), item) for item in new]
    return paired + [(was, None) for was in old if was.id not in carried]
