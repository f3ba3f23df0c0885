"""Area map: areas filled by their class, the darker the higher, with legend, north and scale.

Marks: `label`; `values`, one column; `outline`; `class`, `from` and `to`: the step of an area's
class, the lowest and the highest value in it; `class label`, where classes have names; `rank`, of
areas that carry a number on the map and have their name in the legend; `strong`, the key of a row
to set apart by its line.
Rows of the role group are wider areas: a heavier line, and no class.
"""

from collections.abc import Mapping, Sequence
from math import dist
from typing import TYPE_CHECKING, Any

from report.assessment import Exhibit
from report.charts import alt, boxes, compass, frame, ground, labels, legend
from report.charts.boxes import Box
from report.charts.classes import Class, Looks, classes, looks
from report.charts.data import head, marked, marked_cells, plot
from report.charts.ground import Ground, Outline
from report.charts.look import Look, applied

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

# Millimetres: from map to legend; the map's greatest height, so that a page holds two maps;
# a number's disc, and the dot it belongs to.
BETWEEN, HIGHEST, DISC, DOT = 6.0, 80.0, 4.4, 0.7

# Points: the lines around areas, around wider ones and the one set apart, of hatching, of leaders.
BORDER, WIDER, STRONG, HATCH, LEADER = 0.25, 0.7, 1.8, 0.5, 0.6

# With more areas than this, lines between those of a class would hide what they part.
MANY = 150

# How many of the highest areas a description names.
TOP = 5


def height(exhibit: Exhibit) -> float:
    """Give the figure's height in millimetres."""
    keys = legend.height(head(plot(exhibit)), _entries(exhibit), _numbered(exhibit))
    return max(_place(exhibit).high + 2 * boxes.EDGE, keys + legend.PART + compass.HIGH)


def draw(exhibit: Exhibit, look: Look) -> "Figure":
    """Draw the areas class by class, then wider areas, labels and legend."""
    import matplotlib as mpl

    found = classes(exhibit)
    styles = looks(found, look)
    areas, wider = ground.read(exhibit, "row"), ground.read(exhibit, "group")
    place, strong = _place(exhibit), _strong(exhibit)
    with applied(look):
        mpl.rcParams["hatch.linewidth"] = HATCH
        figure = frame.figure((frame.width(exhibit), height(exhibit)))
        axes = boxes.sheet(figure)
        for each in reversed(found):
            looked = _looked(styles[each.text], len(areas), look)
            _fill(axes, [areas[key] for key in each.keys], place, looked)
        line = {"fill": False, "ec": look.ink, "lw": WIDER}
        _fill(axes, list(wider.values()), place, line)
        _fill(axes, [(areas | wider)[key] for key in strong], place, line | {"lw": STRONG})
        _label(axes, exhibit, areas, place, look)
        x, numbered = place.left + place.wide + BETWEEN, _numbered(exhibit)
        styles |= {name: Looks(look.paper, line=(look.ink, STRONG)) for name in strong.values()}
        legend.draw(axes, x, head(plot(exhibit)), _entries(exhibit), styles, numbered, look)
        compass.draw(axes, x, axes.get_ylim()[0] - compass.HIGH, place.scale, look)
    return figure


def describe(exhibit: Exhibit) -> str:
    """Describe the map: what it shows, the areas with most, how many areas are in each class."""
    shown, found = plot(exhibit), classes(exhibit)
    each = shown.each if shown.each.isupper() else shown.each.lower()
    of = f"{exhibit.measure} by {each}" + (f" in {exhibit.geography}" * bool(exhibit.geography))
    count = alt.counted(len(shown.marks), "area")
    counted = "; ".join(f"{each.text}: {alt.counted(len(each.keys), 'area')}" for each in found)
    value = head(shown)
    unit = value[:1].lower() + value[1:]
    return " ".join([f"Map of {of}, {unit}: {count}.", *_top(exhibit), f"Classes: {counted}."])


def _top(exhibit: Exhibit) -> list[str]:
    """Name the areas that carry a number, or else the first that have a value."""
    shown, numbers = plot(exhibit), _numbers(exhibit)
    known = [mark for _, mark, _ in shown.known()]
    first = [mark for mark in shown.marks if mark.key in numbers] or known[:TOP]
    values = {mark.key: shown.text(mark, 0) for mark in first if mark in known}
    names = (f"{numbers.get(m.key, '')} {m.label} {values.get(m.key, '')}".strip() for m in first)
    return [f"Areas with most: {'; '.join(names)}."] if first else []


def _place(exhibit: Exhibit) -> Ground:
    room = frame.width(exhibit) - legend.WIDE - BETWEEN - 2 * boxes.EDGE
    return Ground.of(ground.read(exhibit, "row").values(), (room, HIGHEST), boxes.EDGE)


def _strong(exhibit: Exhibit) -> dict[str, str]:
    """Give key and name of the row that is set apart, none where there is none."""
    strong = marked(exhibit, "strong")
    names = {mark.key: mark.label for mark in plot(exhibit, ("row", "group")).marks}
    return {strong: names[strong]} if strong else {}


def _entries(exhibit: Exhibit) -> list[Class]:
    """List what has a field in the legend: the classes, then the area that is set apart."""
    apart = [Class(None, "", name, (key,)) for key, name in _strong(exhibit).items()]
    return [*classes(exhibit), *apart]


def _numbered(exhibit: Exhibit) -> list[tuple[str, str]]:
    """List number and name of the areas that carry one, with the value where no table has it."""
    shown, numbers = plot(exhibit), _numbers(exhibit)
    found = [mark for mark in shown.marks if mark.key in numbers]
    values = {m.key: "" if exhibit.twin else f" {shown.text(m, 0)}" for m in found}
    return [(numbers[mark.key], mark.label + values[mark.key]) for mark in found]


def _looked(style: Looks, areas: int, look: Look) -> dict[str, Any]:
    """Say how a class is filled: where areas are many, those of one colour run together."""
    line = style.colour if areas > MANY and not style.hatch else look.earlier
    return {"facecolor": style.colour, "hatch": style.hatch, "lw": BORDER, "ec": line}


def _fill(
    axes: "Axes", outlines: Sequence[Outline], place: Ground, looked: Mapping[str, Any]
) -> None:
    from matplotlib.patches import PathPatch

    if outlines:
        shape = PathPatch(ground.path(outlines, place), joinstyle="round", **looked)
        axes.add_artist(shape)  # add_patch would measure it, at the cost of drawing it twice


def _label(
    axes: "Axes", exhibit: Exhibit, areas: Mapping[str, Outline], place: Ground, look: Look
) -> None:
    """Write numbers on discs where their areas are, over leaders to those that had to move."""
    from matplotlib.patches import Circle

    texts = _numbers(exhibit)
    points = [place.on_sheet(areas[key].middle) for key in texts]
    room = Box(place.left, place.top, place.wide, place.high)
    wanted = [labels.around(point, DISC, DISC) for point in points]
    moved = labels.apart(wanted, room)
    for point, box in zip(points, moved, strict=True):
        if not box.holds(*point):
            _lead(axes, point, box, look)
    for box, text in zip(moved, texts.values(), strict=True):
        axes.add_patch(Circle(box.middle, DISC / 2, fc=look.paper, ec=look.ink, lw=LEADER))
        boxes.write(axes, box, [text], color=look.ink, size=frame.SMALL)


def _lead(axes: "Axes", point: tuple[float, float], box: Box, look: Look) -> None:
    """Draw a dot and a leader from it to the rim of its disc; discs drawn later cover both."""
    from matplotlib.lines import Line2D
    from matplotlib.patches import Circle

    part = DISC / 2 / dist(point, box.middle)
    x, y = (m + (p - m) * part for p, m in zip(point, box.middle, strict=True))
    axes.add_artist(Line2D([point[0], x], [point[1], y], color=look.ink, lw=LEADER, zorder=1))
    axes.add_patch(Circle(point, DOT / 2, fc=look.ink, lw=0))


def _numbers(exhibit: Exhibit) -> dict[str, str]:
    """Number the areas that have a rank in the order of the list, so that no two share a number."""
    cells = marked_cells(exhibit, "rank")
    ranked = [key for key, item in cells.items() if item.value is not None]
    return {key: str(number) for number, key in enumerate(ranked, start=1)}
