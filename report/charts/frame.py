"""The page's side of a drawing: millimetres, text widths, plain axes.

Widths of text are estimated from its letters, never measured from a drawing: a figure's size is then
known before it is drawn, and is the same on every machine.
"""

from collections.abc import Sequence
from textwrap import wrap
from typing import TYPE_CHECKING

from report.assessment import Exhibit
from report.charts.look import Look

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

# The text width of an upright and of a landscape page, in millimetres.
UPRIGHT, LANDSCAPE = 170.0, 247.0

MM_PER_INCH = 25.4
MM_PER_POINT = MM_PER_INCH / 72

# A line of small print with its leading, in millimetres.
LINE = 3.4

# Advance widths of DejaVu Sans in ems, rounded up, for three sorts of letters; digits are ordinary.
NARROW, NARROW_EM = frozenset(" fijlrtI.,:;'’|!()[]-/"), 0.4
BROAD, BROAD_EM = frozenset("mwMW%@—&"), 0.96
CAPITAL_EM, ORDINARY_EM = 0.7, 0.63


def width(exhibit: Exhibit) -> float:
    """Give a figure's width in millimetres: that of the page's text."""
    return LANDSCAPE if exhibit.wide else UPRIGHT


def breadth(text: str, points: float) -> float:
    """Estimate a line's length in millimetres, rather over than under."""
    return sum(map(_em, text)) * points * MM_PER_POINT


def _em(letter: str) -> float:
    if letter in NARROW:
        return NARROW_EM
    if letter in BROAD:
        return BROAD_EM
    return CAPITAL_EM if letter.isupper() else ORDINARY_EM


def folded(text: str, room: float, points: float) -> list[str]:
    """Fold a text into lines of at most so many millimetres; a word is broken only where it must be."""
    for letters in range(len(text), 0, -1):
        lines = wrap(text, letters)
        if max(breadth(line, points) for line in lines) <= room:
            return lines
    return [text]


def figure(size: tuple[float, float]) -> "Figure":
    """Make an empty figure of a size in millimetres."""
    from matplotlib.figure import Figure

    return Figure(figsize=(size[0] / MM_PER_INCH, size[1] / MM_PER_INCH))


def axes(figure: "Figure", left: float, bottom: float, wide: float, high: float) -> "Axes":
    """Add axes at a place in millimetres from the figure's lower left corner."""
    across, up = (MM_PER_INCH * inches for inches in figure.get_size_inches())
    return figure.add_axes((left / across, bottom / up, wide / across, high / up))


def note(figure: "Figure", left: float, bottom: float, text: str, look: Look) -> None:
    """Write a line of small print at a place in millimetres from the lower left corner."""
    across, up = (MM_PER_INCH * inches for inches in figure.get_size_inches())
    figure.text(left / across, bottom / up, text, size=look.small, color=look.muted)


def steps(values: Sequence[float], count: int) -> list[float]:
    """Choose about so many round numbers for a scale from zero that holds every value."""
    from matplotlib.ticker import MaxNLocator

    whole = all(float(value).is_integer() for value in values)
    locator = MaxNLocator(nbins=count, steps=[1, 2, 2.5, 5, 10], integer=whole)
    low, high = min([0, *values]), max([0, *values])
    return [float(step) for step in locator.tick_values(low, high if high > low else 1)]
