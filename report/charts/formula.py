"""Formula: its terms in boxes with the signs between them, and in each what the term means.

The first row is the formula, the terms stand below it, and below each its meaning.
Columns: `level`, `label`. Marks: `parts`, the terms and signs in their order.
"""

from typing import TYPE_CHECKING

from report.assessment import Exhibit
from report.charts import boxes, frame
from report.charts.boxes import EDGE, GAP, Box
from report.charts.look import Look, applied

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

# Millimetres that a sign takes, with the space around it; the widest box of a term.
SIGN, WIDEST = 8.0, 52.0

# Points of the signs and of the terms' names.
SIGNS, NAMES = 14.0, 9.0


def height(exhibit: Exhibit) -> float:
    """Give the figure's height in millimetres."""
    wide = _wide(exhibit)
    return 2 * EDGE + max(_high(*_texts(exhibit, part, wide)) for part in _terms(exhibit))


def draw(exhibit: Exhibit, look: Look) -> "Figure":
    """Draw the formula from left to right."""
    wide, high = _wide(exhibit), height(exhibit)
    with applied(look):
        figure = frame.figure((frame.width(exhibit), high))
        axes = boxes.sheet(figure)
        terms, x = _terms(exhibit), EDGE
        for part in _parts(exhibit):
            if part in terms:
                box = Box(x, EDGE, wide, high - 2 * EDGE)
                _term(axes, box, _texts(exhibit, part, wide), look)
                x += wide
            else:
                axes.text(x + SIGN / 2, high / 2, part, size=SIGNS, ha="center", va="center")
                x += SIGN
    return figure


def describe(exhibit: Exhibit) -> str:
    """Say the formula, and what its terms mean."""
    said = [f"{name}: {meaning.rstrip('.')}." for name, meaning in _meanings(exhibit).items()]
    return " ".join([f"Formula: {exhibit.branches()[0].label}.", *said])


def _parts(exhibit: Exhibit) -> list[str]:
    return list(exhibit.marks["parts"])


def _terms(exhibit: Exhibit) -> list[str]:
    """List the parts that are no signs: those with a letter or a digit."""
    return [part for part in _parts(exhibit) if any(letter.isalnum() for letter in part)]


def _wide(exhibit: Exhibit) -> float:
    parts, terms = _parts(exhibit), _terms(exhibit)
    signs = (len(parts) - len(terms)) * SIGN
    return min((frame.width(exhibit) - 2 * EDGE - signs) / len(terms), WIDEST)


def _meanings(exhibit: Exhibit) -> dict[str, str]:
    return {
        term.label: "; ".join(b.label for b in term.below)
        for term in exhibit.branches()[0].below
        if term.below
    }


def _texts(exhibit: Exhibit, term: str, wide: float) -> tuple[list[str], list[str]]:
    """Give the lines of a term's name and of its meaning."""
    meanings = {name.casefold(): text for name, text in _meanings(exhibit).items()}
    meaning = meanings.get(term.casefold(), "")
    name = boxes.folded(term, wide, bold=True, points=NAMES)
    return name, boxes.folded(meaning, wide) if meaning else []


def _high(name: list[str], meaning: list[str]) -> float:
    return boxes.height(name, meaning) + len(name) * (NAMES / frame.TEXT - 1) * frame.LINE + GAP


def _term(axes: "Axes", box: Box, texts: tuple[list[str], list[str]], look: Look) -> None:
    name, meaning = texts
    boxes.draw(axes, box, look)
    head = len(name) * frame.LINE * NAMES / frame.TEXT
    top = Box(box.x, box.y + boxes.ABOVE, box.wide, head if meaning else box.high - 2 * boxes.ABOVE)
    boxes.write(axes, top, name, color=look.ink, weight="bold", size=NAMES)
    if meaning:
        y = top.y + head + GAP
        rest = Box(box.x, y, box.wide, len(meaning) * frame.LINE)
        boxes.write(axes, rest, meaning, color=look.ink)
