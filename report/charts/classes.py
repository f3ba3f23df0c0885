"""Classes of a map: which areas belong to each, what stands for it in the legend, its looks.

They are told apart by lightness, and what has no class by hatching, so that grey print shows all.
"""

from dataclasses import dataclass

from report.assessment import Cell, Exhibit
from report.charts.data import marked_cells, marked_text
from report.charts.look import Look
from report.words import withheld

# Hatching of areas without a value, by the marker that says why, as Matplotlib names it.
HATCHES = {"c": "xxxxx", "x": "/////"}


@dataclass(frozen=True)
class Class:
    """Areas of one look: keys of their rows, and the text of the legend.

    step: 0 where nothing was counted, from 1 the lowest class; None where there is no value.
    """

    step: int | None
    marker: str
    text: str
    keys: tuple[str, ...]


@dataclass(frozen=True)
class Looks:
    """How a field is filled: a colour, or hatching on paper; and the line it is set apart by.

    line: its colour, and its width in points.
    """

    colour: str
    hatch: str = ""
    line: tuple[str, float] | None = None


def classes(exhibit: Exhibit) -> list[Class]:
    """List the classes in use, the highest first, those without a value last."""
    steps = marked_cells(exhibit, "class")
    found: dict[tuple[int, str], list[str]] = {}
    for row in exhibit.rows:
        if row.role == "row":
            found.setdefault(_order(steps[row.key]), []).append(row.key)
    return [_class(exhibit, steps[found[at][0]], tuple(found[at])) for at in sorted(found)]


def looks(found: list[Class], look: Look) -> dict[str, Looks]:
    """Give the looks of every class by its text: steps spread over the lightness there is."""
    most = max((each.step or 0 for each in found), default=0)
    last = len(look.classes) - 1
    return {each.text: _looks(each, most, last, look) for each in found}


def _looks(each: Class, most: int, last: int, look: Look) -> Looks:
    if each.step is None:
        return Looks(look.paper, HATCHES[each.marker])
    if each.step == 0:
        return Looks(look.paper)
    at = last if most == 1 else round((each.step - 1) * last / (most - 1))
    return Looks(look.classes[at])


def _order(item: Cell) -> tuple[int, str]:
    if item.value is None:
        return 1, "".join(item.markers)
    return -int(item.value), ""


def _class(exhibit: Exhibit, item: Cell, keys: tuple[str, ...]) -> Class:
    if item.value is None:
        return Class(None, item.markers[0], withheld(item.markers[0]), keys)
    return Class(int(item.value), "", _text(exhibit, keys[0]), keys)


def _text(exhibit: Exhibit, key: str) -> str:
    """Give "120 to 310", behind the class's own label where it has one, or the label alone."""
    first, last = (marked_text(exhibit, mark, key) for mark in ("from", "to"))
    span = first if first == last else f"{first} to {last}"
    label = marked_text(exhibit, "class label", key)
    return ": ".join(filter(None, (label, span)))
