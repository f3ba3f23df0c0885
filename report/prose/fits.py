"""Whether a printed figure may stand for a value: by its printed precision, and by its hedge.

What is written without a hedge has to round to the figure. With one:
- "about", "around", "some" and the like: near the figure (`about`);
- "nearly", "almost", "just under": up to it, from not far below it on (`nearly`); "just over" and
  "just above" the other way round;
- "more than", "over", "at least": above it; "less than", "under", "up to": below it. "At least",
  "no fewer than" and "at most", "up to", "no more than" take in the figure itself. Far above the
  figure, and far below it (`little`), the words are true but say little.

How near and how far is a choice: see `Wording`.
"""

from collections.abc import Iterable
from typing import Literal

from report.assessment import Wording
from report.prose.figures import Figure
from report.prose.hedges import ABOVE, AT_LEAST, AT_MOST, BELOW, JUST_ABOVE, JUST_BELOW, side

Grade = Literal["holds", "little", "rounding", "wrong"]

SLACK = 1e-9

TRUE: tuple[Grade, ...] = ("holds", "little")
FALSE: tuple[Grade, ...] = ("rounding", "wrong")
WORST_LAST = (*TRUE, *FALSE)


def grade(figure: Figure, values: Iterable[float], wording: Wording) -> Grade:
    """Hold a figure against what it may mean: the best grade of any value.

    "little": it is true, as "fewer than 500" is of 2, and tells next to nothing. "rounding": it is
    off by less than one of its last digit, as a number is that was cut off.
    """
    return min((_grade(figure, v, wording) for v in values), key=WORST_LAST.index, default="wrong")


def _grade(figure: Figure, value: float, wording: Wording) -> Grade:
    stated = figure.value or 0.0
    size = value if figure.sign else abs(value)
    if _hedged(figure, stated, size, wording):
        return "holds"
    if way := side(figure.hedge):
        return "little" if (size - stated) * way > 0 else "wrong"
    if figure.may_be(value):
        return "holds"
    unit = (figure.high or 0.0) - (figure.low or 0.0)
    return "rounding" if abs(size - stated) < unit - SLACK else "wrong"


def _hedged(figure: Figure, stated: float, size: float, wording: Wording) -> bool:
    """Say whether a size fits a figure by its hedge; "a third" is rough by itself."""
    rough = figure.kind == "fraction" and figure.low is not None
    hedge, least = figure.hedge, (figure.low or 0) if rough else stated
    near, far = wording.nearly / 100, wording.little
    low, high = sorted((least * (1 - near), stated * (1 + near)))
    if hedge in JUST_BELOW:
        return low <= size <= stated
    if hedge in JUST_ABOVE:
        return stated <= size <= high
    if hedge in (*BELOW, *AT_MOST):
        return stated / far <= size < stated or (hedge in AT_MOST and size == stated)
    if hedge in (*ABOVE, *AT_LEAST):
        return stated < size <= stated * far or (hedge in AT_LEAST and size == stated)
    return bool(hedge) and abs(size - stated) <= wording.about / 100 * abs(stated) + SLACK
