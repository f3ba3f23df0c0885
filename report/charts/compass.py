"""What tells direction and distance on a map: an arrow to the north, and a bar of round lengths."""

from typing import TYPE_CHECKING

from report.charts import frame
from report.charts.look import Look
from report.words import plain

if TYPE_CHECKING:
    from matplotlib.axes import Axes

# Millimetres: the height of all, the longest bar, the arrow, the ends of a bar, from bar to text.
HIGH, LONGEST, ARROW, END, PAD = 15.0, 26.0, 9.0, 1.2, 0.8

# Points.
LINE = 1.0

METRES = {"km": 1000.0, "miles": 1609.344}

# Round lengths from far beyond any map down to a hundredth.
ROUND = [step * 10.0**power for power in (2, 1, 0, -1, -2) for step in (5, 2, 1)]


def draw(axes: "Axes", x: float, y: float, scale: float, look: Look) -> None:
    """Draw arrow and bar with their upper left corner here; scale: millimetres to a metre."""
    axes.annotate(
        "",
        (x + 2, y),
        (x + 2, y + ARROW),
        arrowprops={"arrowstyle": "-|>", "color": look.ink, "shrinkA": 0, "shrinkB": 0},
    )
    axes.text(x + 2, y + ARROW + PAD, "N", size=frame.SMALL, ha="center", va="top", weight="bold")
    left, middle = x + 8, y + HIGH / 2 - 2
    for unit, side in (("km", -1), ("miles", 1)):
        length, text = bar(unit, scale)
        end, tick = left + length, middle + side * END
        axes.plot([left, left, end, end], [tick, middle, middle, tick], color=look.ink, lw=LINE)
        va = "bottom" if side < 0 else "top"
        axes.text(end, tick + side * PAD, text, size=frame.SMALL, ha="right", va=va)


def bar(unit: str, scale: float) -> tuple[float, str]:
    """Give the longest round length that has room, in millimetres and in words: "5 km"."""
    found = next(n for n in ROUND if n * METRES[unit] * scale <= LONGEST)
    places = 0 if found >= 1 else 1 if found >= ROUND[-4] else 2
    name = "mile" if unit == "miles" and found == 1 else unit
    return found * METRES[unit] * scale, f"{plain(found, places)} {name}"
