"""Scales of values: upright from zero, sideways over what there is; in few round steps."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from report.charts import frame
from report.charts.data import Plot
from report.words import number

if TYPE_CHECKING:
    from matplotlib.axes import Axes

# Millimetres beside the longest value, for a step that is a figure longer and for the gap.
BESIDE = 4.0

# Share of a sideways scale that is left free at each end.
SPARE = 0.04

# A step is printed with as many places as it needs, up to these.
MOST_PLACES = 3


def room(plot: Plot) -> float:
    """Give the millimetres that the printed steps need at the left, from the values alone."""
    texts = [plot.text(mark, at) for _, mark, at in plot.known()]
    return max((frame.breadth(text, frame.SMALL) for text in texts), default=0) + BESIDE


def upright(axes: "Axes", plot: Plot, count: int, free: float, low: float = 0) -> None:
    """Scale y to hold every value; the line they stand on is that of zero, or of a lowest step.

    count: how many steps, about. free: share of the height kept above the highest value. low: where
    the scale begins, if no value is lower.
    """
    values = [float(value) for value, _, _ in plot.known()]
    low, high = min([low, *values]), max([low, *values])
    top = ((high if high > low else 1) - free * low) / (1 - free)
    steps = [step for step in _steps(values, low, top, count) if low <= step <= top]
    places = _places(steps)
    axes.set_yticks(steps, [number(step, plot.columns[0].unit, places) for step in steps])
    axes.set_ylim(low, top)
    if low < 0:
        base = axes.spines.bottom
        axes.axhline(0, color=base.get_edgecolor(), linewidth=base.get_linewidth())
        base.set_visible(False)


def begin(plot: Plot, count: int) -> float:
    """Give the step that a scale of so many begins at where its values all lie high, else 0.

    High is a lowest value above half the highest: from zero, their differences would be flat.
    """
    values = [float(value) for value, _, _ in plot.known()]
    low, high = min(values, default=0), max(values, default=0)
    if low <= high / 2:
        return 0
    return max(step for step in _steps(values, low, high, count) if step <= low)


def sideways(axes: "Axes", values: Sequence[float], unit: str, count: int) -> None:
    """Scale x over some values, with a little room on both sides, in round steps."""
    low, high = min(values), max(values)
    free = SPARE * (high - low) or 1
    axes.set_xlim(max(0, low - free), high + free)
    steps = [step for step in _steps(values, low, high, count) if low - free <= step <= high + free]
    axes.set_xticks(steps, [number(step, unit, _places(steps)) for step in steps])


def _steps(values: Sequence[float], low: float, top: float, count: int) -> list[float]:
    """Choose round steps; whole ones where every value is whole."""
    from matplotlib.ticker import MaxNLocator

    whole = all(value.is_integer() for value in values)
    locator = MaxNLocator(nbins=count, steps=[1, 2, 2.5, 5, 10], integer=whole)
    return [float(step) for step in locator.tick_values(low, top)]


def _places(steps: Sequence[float]) -> int:
    """Give the decimal places that tell the steps apart."""
    enough = (p for p in range(MOST_PLACES) if all(round(step, p) == step for step in steps))
    return next(enough, MOST_PLACES)
