"""The page's side of a drawing: millimetres, text widths, plain axes.

Widths of text are estimated from its letters, never measured from a drawing: a figure's size is
then known before it is drawn, and is the same on every machine.
"""

from textwrap import wrap
from typing import TYPE_CHECKING

from report.assessment import Exhibit

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

# The text width of an upright and of a landscape page, in millimetres.
UPRIGHT, LANDSCAPE = 170.0, 247.0

MM_PER_INCH = 25.4
MM_PER_POINT = MM_PER_INCH / 72

# Text sizes in points: names and values; scales, notes, values that stand close together.
TEXT, SMALL = 9.0, 8.0

# How much longer bold text is than regular.
BOLD = 1.06

# A line of text with its leading, in millimetres.
LINE = 3.8

# Advance widths of the widest typeface carried, in ems, rounded up, for three sorts of letters;
# digits are ordinary.
NARROW, NARROW_EM = frozenset(" fijlrtIJ.,:;'’|!()[]-/"), 0.36
BROAD, BROAD_EM = frozenset("mwMWOQGHNU%@—…&"), 0.9
CAPITAL_EM, ORDINARY_EM = 0.7, 0.58


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
    """Fold a text into lines of at most so many millimetres; break a word only at need."""
    for letters in range(len(text), 0, -1):
        lines = wrap(text, letters)
        if max(breadth(line, points) for line in lines) <= room:
            return lines
    return [text]


def figure(size: tuple[float, float]) -> "Figure":
    """Make an empty figure of a size in millimetres."""
    from matplotlib.figure import Figure

    return Figure(figsize=(size[0] / MM_PER_INCH, size[1] / MM_PER_INCH))


def size(figure: "Figure") -> tuple[float, float]:
    """Give a figure's width and height in millimetres."""
    across, up = figure.get_size_inches()
    return float(across) * MM_PER_INCH, float(up) * MM_PER_INCH


def axes(figure: "Figure", left: float, bottom: float, wide: float, high: float) -> "Axes":
    """Add axes at a place in millimetres from the figure's lower left corner."""
    across, up = size(figure)
    return figure.add_axes((left / across, bottom / up, wide / across, high / up))


def head(figure: "Figure", *texts: str) -> None:
    """Write small print in the figure's upper left corner."""
    text = ", ".join(text for text in texts if text)
    figure.text(0, 1, text, size=SMALL, va="top")


def backing(axes: "Axes") -> dict[str, object]:
    """Give the box of paper under a value that keeps lines from striking it out."""
    return {"facecolor": axes.get_facecolor(), "edgecolor": "none", "pad": 0.6}
