"""Period bars: for each area or category the earlier period beside the current one.

Marks: `label`; `values`, the columns from the earlier to the current.
"""

from typing import TYPE_CHECKING

from report.assessment import Exhibit
from report.charts import alt, bars, frame
from report.charts.data import plot
from report.charts.look import Look, applied

if TYPE_CHECKING:
    from matplotlib.figure import Figure


def height(exhibit: Exhibit) -> float:
    """Give the figure's height in millimetres."""
    return bars.height(plot(exhibit))


def draw(exhibit: Exhibit, look: Look) -> "Figure":
    """Draw a group of bars for each row from the top down, the current period strong and last."""
    shown = plot(exhibit)
    colours = [*[look.earlier] * (len(shown.columns) - 1), look.strong]
    with applied(look):
        figure = frame.figure((frame.width(exhibit), height(exhibit)))
        bars.draw(figure, shown, [colours] * len(shown.marks))
    return figure


def describe(exhibit: Exhibit) -> str:
    """Describe the chart: what it shows, its extremes, its first and last values."""
    shown = plot(exhibit)
    groups = alt.counted(len(shown.marks), "group of bars", "groups of bars")
    return f"{alt.opening(exhibit, shown, 'Bar chart', groups)} {alt.story(shown)}"
