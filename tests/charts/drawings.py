"""Exhibits written as they read on paper, and what can be measured on their drawings."""

from functools import lru_cache
from itertools import combinations
from pathlib import Path

import numpy as np
import yaml
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import to_hex
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from report.assessment import Cell, Column, Exhibit, Marker, Number, Row
from report.charts import CHARTS
from report.charts.look import read
from report.config.outlines import outline, parts

TOKENS = Path(__file__).parents[2] / "templates" / "style" / "tokens.css"
LOOK = read(TOKENS)

Value = Number | str | None
Rows = dict[str, list[Value]]


def exhibit(
    kind: str,
    labels: list[str],
    rows: Rows,
    *,
    unit: str = "offences",
    decimals: int | None = None,
    total: str = "",
    totals: bool = False,
    wide: bool = False,
    **marks: str,
) -> Exhibit:
    """Make an exhibit of rows by name; a row's key is its name, "[x]" for a value is a marker.

    total: the name of the row whose role that is. totals: whether the marks ask to draw it.
    """
    columns = [Column(key="name", label="Name")]
    columns += [
        Column(key=f"value{at}", label=label, unit=unit, decimals=decimals)
        for at, label in enumerate(labels)
    ]
    return Exhibit(
        id="made.up",
        name="all crime",
        kind=kind,
        form="overview",
        columns=tuple(columns),
        rows=tuple(
            Row(
                key=name,
                cells=(Cell(value=name), *map(cell, values)),
                role="total" if name == total else "row",
            )
            for name, values in rows.items()
        ),
        marks={
            "label": "name",
            "values": [column.key for column in columns[1:]],
            **({"total": "yes"} if totals else {}),
            **marks,
        },
        wide=wide,
    )


def diagram(kind: str, text: str, *, wide: bool = False, lines: bool = False) -> Exhibit:
    """Make a diagram of an indented list in YAML."""
    found = list(outline(yaml.safe_load(text)))
    marks: dict[str, str | list[str]] = {"lines": "yes"} if lines else {}
    if kind == "formula":
        marks = {"parts": parts(found[0][1])}
    return Exhibit(
        id="made.up",
        name="made up",
        kind=kind,
        form="diagram",
        columns=(Column(key="level", label="Level", unit="number"), Column(key="n", label="Item")),
        rows=tuple(
            Row(key=f"r{at}", cells=(Cell(value=level), Cell(value=title)))
            for at, (level, title) in enumerate(found)
        ),
        marks=marks,
        wide=wide,
    )


def cell(value: Value) -> Cell:
    """Make a cell of a number, or of a marker alone."""
    markers: dict[str, Marker] = {"[x]": "x", "[c]": "c"}
    if isinstance(value, str):
        return Cell(markers=(markers[value],))
    return Cell(value=value)


def drawn(exhibit: Exhibit) -> Figure:
    """Draw an exhibit in the project's own look."""
    return CHARTS[exhibit.kind][0](exhibit, LOOK)


def described(exhibit: Exhibit) -> str:
    """Describe an exhibit."""
    return CHARTS[exhibit.kind][1](exhibit)


def bars(axes: Axes) -> list[Rectangle]:
    """List the bars in the order in which they were drawn."""
    return [bar for group in axes.containers for bar in group if isinstance(bar, Rectangle)]


def lengths(axes: Axes) -> list[float]:
    """List how far the bars of horizontal axes reach, not a number where none is drawn."""
    return [bar.get_width() for bar in bars(axes)]


def colours(axes: Axes) -> list[str]:
    """List the bars' colours as #RRGGBB."""
    return [to_hex(bar.get_facecolor()).upper() for bar in bars(axes)]


def lines(axes: Axes) -> dict[str, list[float]]:
    """List the values of every line that has a name."""
    named = (line for line in axes.lines if not str(line.get_label()).startswith("_"))
    return {
        str(line.get_label()): [float(y) for y in np.asarray(line.get_ydata())] for line in named
    }


@lru_cache(maxsize=1)  # several questions about one figure: it is laid out for the first
def texts(figure: Figure) -> dict[str, Bbox]:
    """Give every text that can be read and the box it fills, in dots of 1/300 inch."""
    figure.set_dpi(300)
    FigureCanvasAgg(figure)
    figure.draw_without_rendering()
    found = (text for text in figure.findobj(Text) if text.get_visible() and text.get_text())
    return {
        f"{at} {text.get_text()}": Text.get_window_extent(text) for at, text in enumerate(found)
    }


def outside(figure: Figure) -> list[str]:
    """Name the texts that stand over the figure's edge, by a sixth of a millimetre or more."""
    found = texts(figure)
    page = figure.bbox.padded(2)
    return [
        text
        for text, box in found.items()
        if not (page.x0 <= box.x0 and page.y0 <= box.y0 and box.x1 <= page.x1 and box.y1 <= page.y1)
    ]


def collisions(figure: Figure) -> list[tuple[str, str]]:
    """Name the texts that stand on one another, by more than the space within a line."""
    boxes = {text: box.padded(-4) for text, box in texts(figure).items()}
    return [
        (a, b)
        for a, b in combinations(boxes, 2)
        if Bbox.intersection(boxes[a], boxes[b]) is not None
    ]


def struck(figure: Figure, value: float) -> list[str]:
    """Name the texts that an upright line at this value of the first axes would strike out."""
    boxes = texts(figure)
    at, _ = figure.axes[0].transData.transform((value, 0))
    inside = figure.axes[0].bbox
    return [
        text
        for text, box in boxes.items()
        if box.x0 <= at <= box.x1 and inside.y0 <= (box.y0 + box.y1) / 2 <= inside.y1
    ]


def words(figure: Figure) -> list[str]:
    """List every text that can be read, on one line each, in the order in which it was drawn."""
    return [" ".join(text.split()[1:]) for text in texts(figure)]
