"""Saving a drawing as SVG: the one place where a figure becomes bytes.

Text stays text, so that it can be selected and searched in the PDF, which draws it with the page's
font of the same name.
"""

from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from matplotlib.figure import Figure

# Matplotlib names clips and markers by a hash with this salt; without one it draws lots.
SALT = "psa"

# What Matplotlib would write of itself and of the clock.
NOTHING = dict.fromkeys(("Creator", "Date", "Format", "Type"))


def svg(figure: "Figure") -> bytes:
    """Give a figure as an SVG file: same figure, same bytes."""
    import matplotlib as mpl

    buffer = BytesIO()
    with mpl.rc_context():
        mpl.rcdefaults()
        mpl.rcParams.update({"svg.fonttype": "none", "svg.hashsalt": SALT})
        figure.savefig(buffer, format="svg", metadata=NOTHING)
    return buffer.getvalue()
