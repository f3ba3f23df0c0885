"""Control charts of single months (XmR): which months lie outside limits that were set beforehand.

Months stand in a row, oldest first; one that was not counted is None, and never 0. Limits come from
a baseline and stay; each stretch between two breaks in recording has its own.
Source: D. J. Wheeler, Understanding Variation (1993); the rules and the screening of moving ranges
as in "Making Data Count" (NHS England) and the R package NHSRplotthedots.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import fmean, median
from typing import Literal, NamedTuple

Count = float | None
Centre = Literal["mean", "median"]
Rule = Literal["beyond", "run", "direction", "near"]
State = Literal["reducing", "controlled", "uncontrolled"]

# Limits in mean moving ranges: of a month 3 / 1.128, of a moving range itself (both for ranges of
# two; 1.128 is how many standard deviations apart two months are on average).
MONTH, MOVING = 2.66, 3.268

# From the strongest signal to the weakest.
RULES: tuple[Rule, ...] = ("beyond", "run", "direction", "near")

STATES: dict[int, State] = {-1: "reducing", 0: "controlled", 1: "uncontrolled"}


@dataclass(frozen=True)
class Limits:
    """What is usual, in counts: centre, lower (which may lie below 0) and upper limit.

    moving, moving_upper: the mean moving range, and the limit of a single one.
    """

    centre: float
    lower: float
    upper: float
    moving: float
    moving_upper: float


@dataclass(frozen=True)
class Lengths:
    """Months that make a signal: in a run, in one direction, and `near` of `among` near a limit.

    zone: share of the way from the centre to a limit beyond which a month is near that limit.
    """

    run: int
    direction: int
    near: int
    among: int
    zone: float


class Signal(NamedTuple):
    """A rule that a month meets; side: 1 above or rising, -1 below or falling."""

    rule: Rule
    side: int


def limits(
    baseline: Sequence[Count], centre: Centre = "mean", *, screened: bool = False
) -> Limits | None:
    """Give the limits of a baseline: centre ± 2.66 mean moving ranges.

    A moving range is how far two neighbouring months lie apart; beside a month that was not counted
    there is none. screened: leave out moving ranges beyond their own limit of 3.268 means, once, as
    the R package does and the Excel tool of the same programme does not: limits become narrower.
    Gives: the limits; None where no two neighbouring months were counted.
    """
    known = [count for count in baseline if count is not None]
    ranges = [abs(b - a) for a, b in pairwise(baseline) if a is not None and b is not None]
    if not ranges:
        return None
    if screened:
        most = MOVING * fmean(ranges)
        ranges = [each for each in ranges if each <= most]
    middle = median(known) if centre == "median" else fmean(known)
    moving = fmean(ranges)
    return Limits(middle, middle - MONTH * moving, middle + MONTH * moving, moving, MOVING * moving)


def signals(counts: Sequence[Count], usual: Limits, lengths: Lengths) -> list[tuple[Signal, ...]]:
    """Say of each month which rules it meets, the strongest first.

    "beyond": outside the limits. "run": one of so many months in a row on one side of the centre.
    "direction": one of so many in a row, each above the one before, or each below. "near": near a
    limit and not beyond it, with so many like it among neighbours on the same side of the centre.
    A month that was not counted meets none, and ends every run.
    """
    side = [_side(count, usual.centre, usual.centre) for count in counts]
    beyond = [_side(count, usual.lower, usual.upper) for count in counts]
    met: dict[Rule, list[int]] = {
        "beyond": beyond,
        "run": _marked(side, lengths.run, _alike),
        "direction": _moving(counts, lengths.direction),
        "near": _near(counts, usual, lengths, side, beyond),
    }
    return [
        tuple(Signal(rule, met[rule][at]) for rule in RULES if met[rule][at])
        for at in range(len(counts))
    ]


def _side(count: Count, low: float, high: float) -> int:
    return 0 if count is None else (count > high) - (count < low)


def _alike(window: Sequence[int]) -> list[int]:
    return list(window) if abs(sum(window)) == len(window) else [0] * len(window)


def _marked(
    sides: Sequence[int], length: int, judge: Callable[[Sequence[int]], list[int]]
) -> list[int]:
    """Mark every month that a window of so many marks."""
    found = [0] * len(sides)
    for first in range(len(sides) - length + 1):
        for at, side in enumerate(judge(sides[first : first + length]), start=first):
            found[at] = side or found[at]
    return found


def _moving(counts: Sequence[Count], length: int) -> list[int]:
    """Mark months in a row that all rise or all fall: so many months have one step fewer."""
    steps = [0 if a is None or b is None else (b > a) - (b < a) for a, b in pairwise(counts)]
    found = _marked(steps, length - 1, _alike)
    before, after = [0, *found], [*found, 0]
    return [b or a for a, b in zip(before, after, strict=True)][: len(counts)]


def _near(
    counts: Sequence[Count],
    usual: Limits,
    lengths: Lengths,
    side: Sequence[int],
    beyond: Sequence[int],
) -> list[int]:
    reach = lengths.zone * (usual.upper - usual.centre)
    zone = [_side(count, usual.centre - reach, usual.centre + reach) for count in counts]
    close = [0 if out else at for at, out in zip(zone, beyond, strict=True)]
    found = [0] * len(close)
    for first in range(len(close) - lengths.among + 1):
        window = range(first, first + lengths.among)
        alike = abs(sum(side[at] for at in window)) == lengths.among
        if alike and sum(close[at] != 0 for at in window) >= lengths.near:
            for at in window:
                found[at] = close[at] or found[at]
    return found


def state(found: Sequence[Iterable[Signal]], recent: int) -> State:
    """Give the state of a series from the signals of its months, as a risk assessment asks for it.

    The newest of the last `recent` months with a signal decides, by its strongest one: above or
    rising is "uncontrolled", below or falling "reducing"; without a signal it is "controlled".
    The name of each state is that of ACPO's 3-PLEM (Leicester 2010/11), whose own rule for telling
    them apart is not published to us: this rule is the house's.
    """
    newest = next((tuple(month) for month in reversed(found[-recent:]) if month), ())
    return STATES[newest[0].side if newest else 0]
