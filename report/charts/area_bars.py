"""Area bars: the years of every area, the last year strong and the earlier ones grey.

Few bars stand in groups with their values; many are small panels, one for each area, on one scale.
Marks: `label`; `values`, the columns from the first year to the last.
"""

from typing import TYPE_CHECKING

from report.assessment import Exhibit
from report.charts import alt, frame, panels, period_bars
from report.charts.data import Mark, Plot, plot
from report.charts.look import Look, applied

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

# More series than this are not told apart in a group; more bars than this are taller than a page.
MOST_YEARS, MOST_BARS = 4, 40

# Half a bar's width, of the distance from one year to the next.
HALF = 0.4


def height(exhibit: Exhibit) -> float:
    """Give the figure's height in millimetres."""
    shown = plot(exhibit)
    return period_bars.height(exhibit) if _grouped(shown) else panels.height(exhibit, shown)


def draw(exhibit: Exhibit, look: Look) -> "Figure":
    """Draw groups of bars where they are few, else a panel for each area."""
    shown = plot(exhibit)
    if _grouped(shown):
        return period_bars.draw(exhibit, look)
    with applied(look):
        figure = frame.figure((frame.width(exhibit), height(exhibit)))
        for mark, axes in zip(shown.marks, panels.draw(figure, shown, HALF), strict=True):
            _bars(axes, shown, mark, look)
    return figure


def describe(exhibit: Exhibit) -> str:
    """Describe the chart: what it shows, its extremes, its first and last values."""
    shown = plot(exhibit)
    if _grouped(shown):
        return period_bars.describe(exhibit)
    count = alt.counted(len(shown.marks), "panel of bars", "panels of bars")
    return f"{alt.opening(exhibit, shown, 'Bar charts', count)} {alt.story(shown)}"


def _grouped(shown: Plot) -> bool:
    years = len(shown.columns)
    return years <= MOST_YEARS and years * len(shown.marks) <= MOST_BARS


def _bars(axes: "Axes", shown: Plot, mark: Mark, look: Look) -> None:
    """Draw the years of one area; a marker stands upright where a gap of missing ones begins."""
    last = len(mark.values) - 1
    axes.bar(range(last + 1), mark.points, 2 * HALF, color=[look.earlier] * last + [look.strong])
    for at in range(1, last):
        if mark.values[at] is None and mark.values[at - 1] is not None:
            panels.write(axes, shown.text(mark, at), (at, 0), ha="center", rotation=90)
