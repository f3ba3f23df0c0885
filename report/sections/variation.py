"""Whether changes are more than normal variation: one test for all that the report compares.

All categories that the report compares for the same dates are tested together, and so are all areas
of a kind for one category: a change reads the same wherever it stands.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import takewhile
from typing import TYPE_CHECKING

from report.assessment import Caution, Interval, Variation
from report.measures import variation as test

if TYPE_CHECKING:
    from report.config.change import ChangeKeys
    from report.periods import Period
    from report.sections.desk import Desk

# A category and an area's code.
Pair = tuple[str, str]
Judged = Mapping[Pair, Variation]
# A count in a period; None where there is none, or none that is safe.
Counted = Callable[["Period"], int | None]
# (category, area) -> what is said of its change; None where it is not tested.
Told = Callable[[str, str], Variation | None]

# A year alone varies from nothing.
FEWEST_YEARS = 2


@dataclass(frozen=True)
class Tested:
    """A difference with its test; that of chance and months 0 where no months of it are counted."""

    difference: int
    result: test.Comparison
    dispersion: test.Dispersion
    months: int


def told(desk: Desk) -> Told:
    """Give the function that says of a category's change in an area what the test makes of it.

    Nothing is said of dates that no plan compares, such as a month that was picked for its height.
    """
    own = desk.study.compared(desk.plan) == (desk.period, desk.comparison)
    if not (desk.study.change and own):
        return lambda _category, _area: None
    judged = cache(lambda *pairs: _judged(desk, pairs))

    def one(category: str, area: str) -> Variation | None:
        return judged(*_beside(desk, category, area)).get((category, area))

    return one


def of_sum(desk: Desk, pairs: Sequence[Pair]) -> Variation | None:
    """Test the change of several categories, or areas, taken together, beside each of its kind."""
    if not desk.study.change:
        return None
    beside = dict.fromkeys(other for pair in pairs for other in _beside(desk, *pair))
    return _judged(desk, tuple(beside), pairs).get(pairs[0])


def _beside(desk: Desk, category: str, area: str) -> tuple[Pair, ...]:
    """Give what a change is tested together with, itself included."""
    if area == desk.own:
        return tuple((c, area) for c in dict.fromkeys((*_compared(desk), category)))
    kind = desk.study.areas()[area].kind
    return tuple((category, code) for code in desk.study.within(desk.own, kind))


def _compared(desk: Desk) -> tuple[str, ...]:
    """List the categories that the report compares in the own area for the desk's dates."""
    periods = (desk.period, desk.comparison)
    plans = [plan for plan in desk.study.walk() if desk.study.compared(plan) == periods]
    named = [category for plan in plans for category in plan.compares()]
    return tuple(dict.fromkeys(named))


def _counted(desk: Desk, category: str, area: str) -> Counted:
    """Give the function that counts a category in an area, where the count is safe as it stands."""

    def counted(period: Period) -> int | None:
        found = desk.tables.count(category, area, period.first, period.last)
        safe = found is not None and not desk.tables.guard.counted(category, period)
        return found if safe else None

    return counted


def _sum(desk: Desk, pairs: Sequence[Pair]) -> Counted:
    parts = [_counted(desk, *pair) for pair in pairs]

    def counted(period: Period) -> int | None:
        counts = [part(period) for part in parts]
        known = [count for count in counts if count is not None]
        return sum(known) if len(known) == len(counts) else None

    return counted


def _judged(desk: Desk, pairs: Sequence[Pair], summed: Sequence[Pair] = ()) -> Judged:
    """Say of changes tested together whether each is clear; a sum goes by its first pair."""
    keys = _keys(desk)
    groups = {pair: [pair] for pair in pairs} | ({summed[0]: list(summed)} if summed else {})
    tested = [(pair, found) for pair, group in groups.items() if (found := _tested(desk, group))]
    ps = [found.result.p for _, found in tested]
    adjusted = test.together(ps) if keys.together else ps
    among = len(tested) if keys.together else 1
    return {
        pair: _variation(keys, found, p, among)
        for (pair, found), p in zip(tested, adjusted, strict=True)
    }


def _tested(desk: Desk, pairs: Sequence[Pair]) -> Tested | None:
    """Test the change of some counts together; None where one is missing or not safe.

    Rows without a location belong to no area: with them shared out the change has to be as clear.
    """
    cautions = [caution for category, _ in pairs for caution in desk.cautions(category)]
    counted = _sum(desk, pairs)
    current, previous = counted(desk.period), counted(desk.comparison)
    if current is None or previous is None or not all(map(_sound, cautions)):
        return None
    years = _months(desk, counted)
    dispersion = test.dispersion(years) if years else test.CHANCE
    days = (desk.period.days, desk.comparison.days)
    tests = [
        test.compared(*counts, days, dispersion, _keys(desk).level)
        for counts in ((current, previous), *_shared_out(desk, pairs[0], current, previous))
    ]
    same_way = len({one.ratio is None or one.ratio > 1 for one in tests}) == 1
    result = replace(tests[0], p=max(one.p for one in tests) if same_way else 1)
    return Tested(current - previous, result, dispersion, sum(map(len, years)))


def _sound(caution: Caution) -> bool:
    """Say whether a change may be tested in spite of a caution; unequal days are allowed for."""
    accepted = caution.because and caution.change != "withheld"
    known = caution.kind == "unlocated" and caution.numbers
    return bool(accepted or known or caution.kind == "window length")


def _shared_out(desk: Desk, pair: Pair, current: int, previous: int) -> list[tuple[int, int]]:
    """Give the counts with their part of the rows without a location, where those matter."""
    category, _ = pair
    counted = [_counted(desk, category, desk.own)(p) for p in (desk.period, desk.comparison)]
    for caution in desk.cautions(category):
        if caution.kind == "unlocated" and caution.numbers and all(counted):
            shared = (caution.numbers["shared"], caution.numbers["shared_before"])
            now, then = (part / (own or 1) for part, own in zip(shared, counted, strict=True))
            return [(round(current * now), round(previous * then))]
    return []


def _months(desk: Desk, counted: Counted) -> list[list[int]]:
    """Give the months of the years that are counted month by month, oldest year first."""
    if not desk.period.whole_months:
        return []
    years = (year.months() for year in desk.years(max(desk.study.edition.history, 1)))
    whole = [found for year in years if (found := _complete(counted, year))]
    enough = len(whole) >= FEWEST_YEARS and len(whole[0]) >= _keys(desk).months
    return whole if enough else []


def _complete(counted: Counted, months: Sequence[Period]) -> list[int]:
    """Give the counts of some months; none where one is missing, as it mostly is from the first."""
    known = list(takewhile(lambda count: count is not None, map(counted, months)))
    return [count for count in known if count is not None] if len(known) == len(months) else []


def _keys(desk: Desk) -> ChangeKeys:
    assert desk.study.change, "changes are tested by config/change.yaml"
    return desk.study.change


def _variation(keys: ChangeKeys, one: Tested, p: float, among: int) -> Variation:
    result, words = one.result, keys.words
    # Over unequal times a count may rise while its rate falls: then neither is clear.
    same_way = result.ratio is None or (result.ratio - 1) * one.difference > 0
    clear = p <= 1 - keys.level / 100 and same_way
    return Variation(
        clear=clear,
        words=(words.rise if one.difference > 0 else words.fall) if clear else words.within,
        p=p,
        among=among,
        interval=_interval(result, keys.level),
        level=keys.level,
        dispersion=one.dispersion.ratio,
        months=one.months,
    )


def _interval(result: test.Comparison, level: float) -> Interval | None:
    """Give the interval of a ratio as one of the change, in per cent."""
    if result.low is None or result.high is None:
        return None
    return Interval(low=100 * (result.low - 1), high=100 * (result.high - 1), level=level)
