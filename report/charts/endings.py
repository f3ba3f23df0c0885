"""Names at the ends of lines, with the last value, moved apart where lines end close by."""

from collections.abc import Sequence
from itertools import accumulate, pairwise
from statistics import fmean
from typing import TYPE_CHECKING

from report.charts import frame
from report.charts.data import Mark, Plot

if TYPE_CHECKING:
    from matplotlib.axes import Axes

# Millimetres at the right of the drawing for the names; of it, before a name; around its text.
ROOM, BEFORE, PAD = 46.0, 3.0, 0.8


def draw(axes: "Axes", plot: Plot, colours: Sequence[str], size: tuple[float, float]) -> None:
    """Name each line beside axes of this size in mm; a thin line leads from its end to the name."""
    texts = [_text(plot, mark) for mark in plot.marks]
    ends = [_end(mark) for mark in plot.marks]
    low, high = axes.get_ylim()
    wanted = [(value - low) / (high - low) * size[1] for _, value in ends]
    heights = [len(text) * frame.LINE + PAD for text in texts]
    places = spread(wanted, heights, size[1])
    for text, end, colour, place in zip(texts, ends, colours, places, strict=True):
        axes.annotate(
            "\n".join(text),
            end,
            ((size[0] + BEFORE) / frame.MM_PER_POINT, place / frame.MM_PER_POINT),
            textcoords="axes points",
            va="center",
            arrowprops=_leader(colour),
        )


def spread(wanted: Sequence[float], heights: Sequence[float], limit: float) -> list[float]:
    """Move middles apart until things of these heights do not overlap, each as little as can be.

    They keep their order and stay between 0 and the limit. Middles that would overlap are moved
    together to the mean of where they want to be (isotonic regression, pool adjacent violators).
    """
    order = sorted(range(len(wanted)), key=lambda at: (wanted[at], -at))
    apart = [(heights[a] + heights[b]) / 2 for a, b in pairwise(order)]
    stacked = list(accumulate(apart, initial=0.0))
    pools: list[list[float]] = []
    for at, height in zip(order, stacked, strict=True):
        pools.append([wanted[at] - height])
        while len(pools) > 1 and fmean(pools[-2]) > fmean(pools[-1]):
            pools[-2:] = [pools[-2] + pools[-1]]
    moved = [fmean(pool) for pool in pools for _ in pool]
    lowest = heights[order[0]] / 2
    highest = limit - heights[order[-1]] / 2 - stacked[-1]
    placed = {
        at: max(min(place, highest), lowest) + height
        for at, place, height in zip(order, moved, stacked, strict=True)
    }
    return [placed[at] for at in range(len(wanted))]


def _text(plot: Plot, mark: Mark) -> list[str]:
    """Fold a line's name and its last value."""
    return frame.folded(f"{mark.label} {plot.text(mark, -1)}", ROOM - BEFORE - PAD, frame.TEXT)


def _end(mark: Mark) -> tuple[int, float]:
    """Give a line's last point: its column and value."""
    found = [(at, float(value)) for at, value in enumerate(mark.values) if value is not None]
    return found[-1] if found else (len(mark.values) - 1, 0.0)


def _leader(colour: str) -> dict[str, object]:
    """Give the style of the line from a line's end to its name."""
    return {
        "arrowstyle": "-",
        "color": colour,
        "linewidth": 0.8,
        "shrinkA": 1,
        "shrinkB": 4,
        "relpos": (0, 0.5),
    }
