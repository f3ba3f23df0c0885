"""Funnel: areas by size and rate, with the limits that widen where an area is small.

Marks: `label`; `size`, the column of the sideways scale; `values`, the rate first and then its
limits; `inner` and `outer`, the columns of the lower and the upper limit, `outer` empty where there
is one pair; `own`, the name of the place whose areas are set apart.
Rows: of the role row that place's areas, those that are printed beyond the limits, furthest out
first; total, what areas are compared with; rest, the other areas; group, points of the limits.
"""

from math import nan
from typing import TYPE_CHECKING, Any

from report.assessment import Column, Exhibit, Row
from report.charts import alt, beside, boxes, frame, scale
from report.charts.data import marked, plot
from report.charts.look import Look, applied
from report.words import cell

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

# Millimetres: the drawing's height; above it for head and legend, below it for the scale, at its
# right for the names of the lines.
HIGH, HEAD, FOOT, RIGHT = 84.0, 13.0, 11.0, 30.0

# Steps of the scales, about; share of the height kept free at the top.
STEPS, FREE = 6, 0.06

# Points: sizes of the marks of other areas, of own ones, and of those beyond the limits.
OTHER, OWN, OUT = 2.6, 4.2, 6.4

# Points: of the line in the middle, of the limits, of edges.
MIDDLE, THIN, EDGE = 1.4, 0.8, 0.6

# Millimetres: from the sheet's top to the middle of the legend; from a mark in it to its text.
LEGEND, OFF = 8.5, 1.8

# More names than this would hide the marks; the others stand in the table.
NAMED = 8

DASHES = (0, (5, 2))

# The roles of rows that are areas, own ones first.
ROLES = ("row", "rest")


def height(exhibit: Exhibit) -> float:
    """Give the figure's height in millimetres."""
    return HEAD + HIGH + FOOT


def draw(exhibit: Exhibit, look: Look) -> "Figure":
    """Draw the limits, then the marks of other areas and of own ones, and the names of some."""
    every = plot(exhibit, ("row", "total", "rest", "group"))
    with applied(look):
        figure = frame.figure((frame.width(exhibit), height(exhibit)))
        left = scale.room(every)
        wide = frame.width(exhibit) - left - RIGHT
        axes = frame.axes(figure, left, FOOT, wide, HIGH)
        size = _column(exhibit, marked(exhibit, "size"))
        scale.upright(axes, every, STEPS, FREE)
        sizes = [x for role in ROLES for x in _numbers(exhibit, size.key, role)]
        scale.sideways(axes, sizes, size.unit, STEPS)
        axes.set_xlabel(size.label, size=frame.SMALL)
        _limits(axes, exhibit, look)
        _marks(axes, exhibit, look)
        _names(axes, exhibit, wide, look)
        _legend(boxes.sheet(figure), exhibit, look)
        frame.head(figure, every.columns[0].label)
    return figure


def describe(exhibit: Exhibit) -> str:
    """Describe the funnel: what it shows, what areas are held against, which are beyond it."""
    rows = [_rows(exhibit, role) for role in ROLES]
    own, whole, beyond = rows[0], _rows(exhibit, "total")[0], _beyond(exhibit)
    each = exhibit.columns[0].label
    each = each if each.isupper() else each.lower()
    number = alt.counted(sum(map(len, rows)), "area")
    place, rate = marked(exhibit, "own"), marked(exhibit, "values")
    told = (f"{_text(exhibit, r, 'area')} {_text(exhibit, r, rate)}" for r in beyond)
    named = f"; {'; '.join(told)}" if beyond else ""
    return (
        f"Funnel chart of {exhibit.measure} by {each}, rate per 1,000 by "
        f"{_column(exhibit, marked(exhibit, 'size')).label.lower()}: {number}, {len(own)} of them "
        f"in {place}. {_text(exhibit, whole, 'area')} as a whole: {_text(exhibit, whole, rate)}. "
        f"Beyond the limits in {place}: {alt.counted(len(beyond), 'area')}{named}."
    )


def _rows(exhibit: Exhibit, role: str) -> list[Row]:
    return [row for row in exhibit.rows if row.role == role]


def _beyond(exhibit: Exhibit) -> list[Row]:
    """Give the own areas beyond the limits, which are those that a page prints."""
    return _rows(exhibit, "row")[: exhibit.shown]


def _column(exhibit: Exhibit, key: str) -> Column:
    return next(column for column in exhibit.columns if column.key == key)


def _text(exhibit: Exhibit, row: Row, key: str) -> str:
    column = _column(exhibit, key)
    return cell(row.cells[exhibit.columns.index(column)], column)


def _value(exhibit: Exhibit, row: Row, key: str) -> float:
    value = row.cells[exhibit.columns.index(_column(exhibit, key))].value
    return float(value) if isinstance(value, int | float) else nan


def _numbers(exhibit: Exhibit, key: str, role: str) -> list[float]:
    return [_value(exhibit, row, key) for row in _rows(exhibit, role)]


def _points(exhibit: Exhibit, rows: list[Row]) -> list[tuple[float, float]]:
    keys = [marked(exhibit, name) for name in ("size", "values")]
    return [tuple(_value(exhibit, row, key) for key in keys) for row in rows]  # type: ignore[misc]


def _limits(axes: "Axes", exhibit: Exhibit, look: Look) -> None:
    """Draw what areas are held against, and the limits; name each at its right end."""
    whole = _rows(exhibit, "total")[0]
    middle = _value(exhibit, whole, marked(exhibit, "values"))
    axes.axhline(middle, color=look.ink, linewidth=MIDDLE, zorder=1)
    sizes = _numbers(exhibit, marked(exhibit, "size"), "group")
    ends = [(_text(exhibit, whole, "area"), middle)]
    for name, dashes in (("inner", DASHES), ("outer", "-")):
        for key in exhibit.marks.get(name, ()):
            line = _numbers(exhibit, key, "group")
            axes.plot(sizes, line, color=look.ink, linestyle=dashes, linewidth=THIN, zorder=1)
            ends += [(_column(exhibit, key).group, line[-1])] if line else []
    beside.name_lines(axes, ends, (RIGHT, HIGH))


def _marks(axes: "Axes", exhibit: Exhibit, look: Look) -> None:
    """Draw a mark for each area, own ones over the others."""
    beyond = _beyond(exhibit)
    within = _rows(exhibit, "row")[len(beyond) :]
    for rows, style in zip((_rows(exhibit, "rest"), within, beyond), _styles(look), strict=True):
        for at, (x, y) in enumerate(_points(exhibit, rows)):
            axes.plot(x, y, label=rows[at].key, clip_on=False, **style)


def _styles(look: Look) -> tuple[dict[str, Any], ...]:
    """Give the marks of other areas, of own ones, and of those beyond: apart by shape and fill."""
    other = {"marker": "o", "ms": OTHER, "mfc": look.paper, "mec": look.earlier, "mew": THIN}
    own = {"marker": "o", "ms": OWN, "mfc": look.strong, "mec": look.paper, "mew": EDGE}
    return tuple({"ls": "none", **each} for each in (other, own, own | {"marker": "D", "ms": OUT}))


def _legend(sheet: "Axes", exhibit: Exhibit, look: Look) -> None:
    """Say above the drawing what the marks are."""
    place, whole = marked(exhibit, "own"), _text(exhibit, _rows(exhibit, "total")[0], "area")
    texts = (f"others in {whole}", f"in {place}", f"in {place}, beyond the limits")
    x = OFF
    for text, style in zip(texts, _styles(look), strict=True):
        sheet.plot(x, LEGEND, clip_on=False, **style)
        sheet.text(x + OFF, LEGEND, text, size=frame.SMALL, va="center_baseline")
        x += OFF + frame.breadth(text, frame.SMALL) + 2 * OFF


def _names(axes: "Axes", exhibit: Exhibit, wide: float, look: Look) -> None:
    """Name the areas furthest out beside their marks, apart from one another, over the limits."""
    rows = _beyond(exhibit)[:NAMED]
    texts = [_text(exhibit, row, "area") for row in rows]
    named = list(zip(texts, _points(exhibit, rows), strict=True))
    beside.name_marks(axes, named, (wide, HIGH), look)
