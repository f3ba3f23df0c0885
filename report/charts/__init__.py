"""Charts: an exhibit becomes a drawing, and a sentence or two for those who do not see it.

- `look`, `svg`: the looks read, the drawing saved.
- `data`, `frame`, `scale`, `alt`: what kinds share: values, millimetres, steps, sentences.
- `bars`, `panels`, `timeline`, `endings`, `beside`: drawings that several kinds are made of.
- `boxes`, `tree`, `ring`: drawings that diagrams are made of.
- `signs`: what the months of a control chart signal.
- `ground`, `classes`, `legend`, `labels`, `compass`: what a map is made of.
- One module per kind: `lines`, `area_bars`, `area_map`, `control_chart`, `funnel`, `period_bars`,
  `ranked_bars`, `risk_matrix`, `spark`; of diagrams `structure`, `cycle`, `stages`, `formula`.

A kind reads its exhibit by `marks` and names them in its docstring. Nothing here loads Matplotlib
before it draws.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING

from report.assessment import Exhibit
from report.charts import (
    area_bars,
    area_map,
    control_chart,
    cycle,
    formula,
    frame,
    funnel,
    lines,
    period_bars,
    ranked_bars,
    risk_matrix,
    spark,
    stages,
    structure,
)
from report.charts.look import Look

if TYPE_CHECKING:
    from matplotlib.figure import Figure

Draw = Callable[[Exhibit, Look], "Figure"]
Describe = Callable[[Exhibit], str]

CHARTS: dict[str, tuple[Draw, Describe]] = {
    "lines": (lines.draw, lines.describe),
    "funnel": (funnel.draw, funnel.describe),
    "area_bars": (area_bars.draw, area_bars.describe),
    "area_map": (area_map.draw, area_map.describe),
    "control_chart": (control_chart.draw, control_chart.describe),
    "period_bars": (period_bars.draw, period_bars.describe),
    "ranked_bars": (ranked_bars.draw, ranked_bars.describe),
    "risk_matrix": (risk_matrix.draw, risk_matrix.describe),
    "spark": (spark.draw, spark.describe),
    "structure": (structure.draw, structure.describe),
    "cycle": (cycle.draw, cycle.describe),
    "stages": (stages.draw, stages.describe),
    "formula": (formula.draw, formula.describe),
}

HEIGHTS: dict[str, Callable[[Exhibit], float]] = {
    "lines": lines.height,
    "funnel": funnel.height,
    "area_bars": area_bars.height,
    "area_map": area_map.height,
    "control_chart": control_chart.height,
    "period_bars": period_bars.height,
    "ranked_bars": ranked_bars.height,
    "risk_matrix": risk_matrix.height,
    "spark": spark.height,
    "structure": structure.height,
    "cycle": cycle.height,
    "stages": stages.height,
    "formula": formula.height,
}

# The kinds that are not as wide as the page's text.
WIDTHS: dict[str, Callable[[Exhibit], float]] = {"spark": spark.width}


def size(exhibit: Exhibit) -> tuple[float, float]:
    """Give a chart's width and height in millimetres, from its data and kind alone."""
    width = WIDTHS.get(exhibit.kind, frame.width)
    return width(exhibit), HEIGHTS[exhibit.kind](exhibit)
