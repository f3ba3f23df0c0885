"""Stages: a ring of stages round a centre that every one of them looks to.

The first row is the centre; the stages stand below it, and below each what it holds.
Columns: `level`, `label`.
"""

from typing import TYPE_CHECKING

from report.assessment import Exhibit
from report.charts import alt, boxes, frame, ring
from report.charts.look import Look, applied

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def height(exhibit: Exhibit) -> float:
    """Give the figure's height in millimetres."""
    centre = exhibit.branches()[0]
    return ring.height(centre.below, centre, frame.width(exhibit))


def draw(exhibit: Exhibit, look: Look) -> "Figure":
    """Draw the stages clockwise from the top, and the centre."""
    centre = exhibit.branches()[0]
    with applied(look):
        figure = frame.figure((frame.width(exhibit), height(exhibit)))
        axes = boxes.sheet(figure)
        ring.draw(axes, centre.below, centre, frame.width(exhibit), look)
    return figure


def describe(exhibit: Exhibit) -> str:
    """Name the centre, and the stages in their order."""
    centre = exhibit.branches()[0]
    names = alt.in_order([stage.label for stage in centre.below])
    rest = " The list below says what each holds." if any(b.below for b in centre.below) else ""
    count = alt.counted(len(centre.below), "stage")
    return (
        f"{count[:1].upper()}{count[1:]} in a ring round a centre, {centre.label}: {names}; "
        f"the last leads back to the first.{rest}"
    )
