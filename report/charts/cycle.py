"""Cycle: stages on a ring, each with an arrow to the next, the last with one to the first.

Columns: `level`, `label`; what stands below a stage is written small under its name.
"""

from typing import TYPE_CHECKING

from report.assessment import Exhibit
from report.charts import alt, boxes, frame, ring
from report.charts.look import Look, applied

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def height(exhibit: Exhibit) -> float:
    """Give the figure's height in millimetres."""
    return ring.height(exhibit.branches(), None, frame.width(exhibit))


def draw(exhibit: Exhibit, look: Look) -> "Figure":
    """Draw the stages clockwise from the top."""
    with applied(look):
        figure = frame.figure((frame.width(exhibit), height(exhibit)))
        axes = boxes.sheet(figure)
        ring.draw(axes, exhibit.branches(), None, frame.width(exhibit), look)
    return figure


def describe(exhibit: Exhibit) -> str:
    """Name the stages in their order."""
    found = exhibit.branches()
    names = alt.in_order([stage.label for stage in found])
    rest = " The list below says what each holds." if any(b.below for b in found) else ""
    count = alt.counted(len(found), "stage")
    return f"Cycle of {count}: {names}; the last leads back to the first.{rest}"
