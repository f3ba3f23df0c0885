"""Risk matrix: themes by two numbers whose product is their risk, and the lines between bands.

Marks: `label`; `values`, the column of the upward scale and that of the sideways one; `risk` and
`band`, the columns of the product and of its band's name.
Rows: of the role row the themes; group, a band each, highest first: its least risk, above which a
line curves through all points of that product.
"""

from typing import TYPE_CHECKING, Any

from report.assessment import Column, Exhibit, Row
from report.charts import alt, beside, frame, scale
from report.charts.data import Plot, marked, plot
from report.charts.look import Look, applied
from report.words import cell, number

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

# Millimetres: the drawing's height; above it for the head, below it for the scale, at its right for
# the names of the bands.
HIGH, HEAD, FOOT, RIGHT = 84.0, 5.0, 11.0, 26.0

# Steps of the scales, about; share of the height kept free at the top.
STEPS, FREE = 6, 0.08

# Points: size of a theme's mark; widths of the bands' lines and of a mark's edge.
MARK, THIN, EDGE = 5.4, 0.8, 0.6

# Steps along a curve.
FINE = 80

DASHES = (0, (5, 2))


def height(exhibit: Exhibit) -> float:
    """Give the figure's height in millimetres."""
    return HEAD + HIGH + FOOT


def draw(exhibit: Exhibit, look: Look) -> "Figure":
    """Draw the lines between bands, a mark for each theme, and its name."""
    upward, sideways = _scales(exhibit)
    shown = plot(exhibit.model_copy(update={"marks": {**exhibit.marks, "values": upward.key}}))
    with applied(look):
        figure = frame.figure((frame.width(exhibit), height(exhibit)))
        left = scale.room(shown)
        wide = frame.width(exhibit) - left - RIGHT
        axes = frame.axes(figure, left, FOOT, wide, HIGH)
        scale.upright(axes, shown, STEPS, FREE)
        scale.sideways(axes, [0.0, *_numbers(exhibit, sideways)], sideways.unit, STEPS)
        axes.set_xlabel(sideways.label, size=frame.SMALL)
        _bands(axes, exhibit, look)
        _themes(axes, exhibit, shown, wide, look)
        frame.head(figure, upward.label)
    return figure


def describe(exhibit: Exhibit) -> str:
    """Describe the matrix: what it shows, and the themes in each band with their risk."""
    upward, sideways = _scales(exhibit)
    rows = [row for row in exhibit.rows if row.role == "row"]
    risk, band = (_column(exhibit, marked(exhibit, name)) for name in ("risk", "band"))
    told = []
    for group in _groups(exhibit):
        name = _text(exhibit, group, band)
        own = [row for row in rows if _text(exhibit, row, band) == name]
        each = "; ".join(
            f"{_text(exhibit, r, exhibit.columns[0])} {_text(exhibit, r, risk)}" for r in own
        )
        told.append(f"{name}, from {_text(exhibit, group, risk)}: {each or 'none'}.")
    count = alt.counted(len(rows), exhibit.columns[0].label.lower())
    return (
        f"Risk matrix of {exhibit.measure}, {upward.label.lower()} by {sideways.label.lower()}: "
        f"{count}. {' '.join(told)}"
    )


def _scales(exhibit: Exhibit) -> tuple[Column, Column]:
    """Give the columns of the upward and of the sideways scale."""
    keys = list(exhibit.marks["values"])
    return _column(exhibit, keys[0]), _column(exhibit, keys[1])


def _column(exhibit: Exhibit, key: str) -> Column:
    return next(column for column in exhibit.columns if column.key == key)


def _text(exhibit: Exhibit, row: Row, column: Column) -> str:
    return cell(row.cells[exhibit.columns.index(column)], column)


def _groups(exhibit: Exhibit) -> list[Row]:
    return [row for row in exhibit.rows if row.role == "group"]


def _value(exhibit: Exhibit, row: Row, column: Column) -> float:
    value = row.cells[exhibit.columns.index(column)].value
    return float(value) if isinstance(value, int | float) else 0.0


def _numbers(exhibit: Exhibit, column: Column) -> list[float]:
    return [_value(exhibit, row, column) for row in exhibit.rows if row.role == "row"]


def _bands(axes: "Axes", exhibit: Exhibit, look: Look) -> None:
    """Draw the line at which each band begins, but the lowest, and name the bands at the right."""
    risk, band = (_column(exhibit, marked(exhibit, name)) for name in ("risk", "band"))
    right, top = axes.get_xlim()[1], axes.get_ylim()[1]
    ends = []
    for group in _groups(exhibit):
        least = _value(exhibit, group, risk)
        if 0 < least < right * top:
            begin, steps = least / top, range(FINE + 1)
            across = [begin + (right - begin) * step / FINE for step in steps]
            axes.plot(
                across, [least / x for x in across], color=look.ink, ls=DASHES, lw=THIN, zorder=1
            )
            places = 0 if least.is_integer() else risk.decimals
            text = f"{_text(exhibit, group, band)} from {number(least, risk.unit, places)}"
            ends.append((text, least / right))
    beside.name_lines(axes, ends, (RIGHT, HIGH))


def _themes(axes: "Axes", exhibit: Exhibit, shown: Plot, wide: float, look: Look) -> None:
    upward, sideways = _scales(exhibit)
    points = list(zip(_numbers(exhibit, sideways), _numbers(exhibit, upward), strict=True))
    names = [mark.label for mark in shown.marks]
    style: dict[str, Any] = {
        "marker": "o",
        "ms": MARK,
        "mfc": look.strong,
        "mec": look.paper,
        "mew": EDGE,
    }
    for name, (x, y) in zip(names, points, strict=True):
        axes.plot(x, y, label=name, ls="none", clip_on=False, **style)
    beside.name_marks(axes, list(zip(names, points, strict=True)), (wide, HIGH), look)
