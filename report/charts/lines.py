"""Lines: a line for each category over the years, named at its end; many are small panels.

Marks: `label`; `values`, the columns from the first to the last; `strong`, the key of a row to set
apart from the others; `total`, "yes" to draw the rows of role total as well; `range`, the keys of
two rows that bound one, which is tinted.
"""

from typing import TYPE_CHECKING

from report.assessment import Exhibit
from report.charts import alt, frame, panels, timeline
from report.charts.data import Plot, marked, plot
from report.charts.look import Look, applied

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

# More lines than this are not told apart in one drawing.
MOST_LINES = 6

# Dashes and the shape of the points, so that lines part without colour.
STROKES = (
    ("-", "o"),
    ((0, (4, 1.5)), "s"),
    ((0, (1, 1)), "^"),
    ((0, (6, 1.5, 1, 1.5)), "D"),
    ((0, (2, 1)), "v"),
    ((0, (8, 2)), "P"),
)
THIN, THICK = 0.8, 2.4

# How much of its colour the tint of a range has.
TINT = 0.5

Pen = dict[str, object]


def height(exhibit: Exhibit) -> float:
    """Give the figure's height in millimetres."""
    shown = _shown(exhibit)
    if len(shown.marks) > MOST_LINES:
        return panels.height(exhibit, shown)
    return timeline.height(exhibit, shown)


def draw(exhibit: Exhibit, look: Look) -> "Figure":
    """Draw the lines in one frame where they are few, else a panel for each."""
    shown = _shown(exhibit)
    with applied(look):
        figure = frame.figure((frame.width(exhibit), height(exhibit)))
        if len(shown.marks) > MOST_LINES:
            _panels(figure, shown, look)
        else:
            axes = timeline.draw(figure, shown, _pens(exhibit, shown, look))
            _tint(axes, shown, _bounds(exhibit), look)
    return figure


def describe(exhibit: Exhibit) -> str:
    """Describe the chart: what it shows, its extremes, its first and last values."""
    shown = _shown(exhibit)
    opening = alt.opening(exhibit, shown, "Line chart", alt.counted(len(shown.marks), "line"))
    return f"{opening} {alt.story(shown, _about(exhibit, shown))}"


def _shown(exhibit: Exhibit) -> Plot:
    return plot(exhibit, ("row", "total") if marked(exhibit, "total") == "yes" else ("row",))


def _pens(exhibit: Exhibit, shown: Plot, look: Look) -> list[Pen]:
    """Give each line its colour, dashes and points: one is strong, or they are equals."""
    strong = marked(exhibit, "strong") or (shown.marks[0].key if len(shown.marks) == 1 else "")
    totals = {row.key for row in exhibit.rows if row.role == "total"}
    pens: list[Pen] = []
    for at, mark in enumerate(shown.marks):
        dashes, marker = STROKES[at % len(STROKES)]
        colour = look.earlier if strong else look.series[at % len(look.series)]
        pens.append({"color": colour, "linestyle": dashes, "marker": marker})
        if mark.key in {strong, *totals}:
            colour = look.strong if mark.key == strong else look.ink
            pens[-1] |= {"color": colour, "linestyle": "-", "linewidth": THICK}
        if mark.key in _bounds(exhibit):
            pens[-1] |= {"linestyle": "-", "linewidth": THIN, "marker": ""}
    return pens


def _bounds(exhibit: Exhibit) -> list[str]:
    """Give the keys of the rows that bound a range, none where there is no range."""
    found = exhibit.marks.get("range", [])
    return [found] if isinstance(found, str) else found


def _about(exhibit: Exhibit, shown: Plot) -> list[str]:
    """Give the rows whose extremes are told: over a range the strong one, or those within it."""
    strong, bounds = marked(exhibit, "strong"), _bounds(exhibit)
    if bounds and strong:
        return [strong]
    return [mark.key for mark in shown.marks if mark.key not in bounds]


def _tint(axes: "Axes", shown: Plot, bounds: list[str], look: Look) -> None:
    """Tint what lies between two lines, behind everything that is drawn."""
    if bounds:
        one, other = (next(m.points for m in shown.marks if m.key == key) for key in bounds)
        axes.fill_between(range(len(one)), one, other, color=look.rule, alpha=TINT, linewidth=0)


def _panels(figure: "Figure", shown: Plot, look: Look) -> None:
    """Draw each line strong in its own panel, over the others thin."""
    for mark, axes in zip(shown.marks, panels.draw(figure, shown, 0), strict=True):
        for other in shown.marks:
            axes.plot(other.points, color=look.rule, linewidth=THIN)
        axes.plot(mark.points, color=look.strong, marker=".", label=mark.label)
