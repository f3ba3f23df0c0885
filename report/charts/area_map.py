"""Area map: areas filled by their class, the darker the higher, with legend, north and scale.

Marks: `label`; `values`, one column; `outline`; `class`, `from` and `to`: the step of an area's
class, the lowest and the highest value in it; `class label`, where classes have names; `rank`, of
areas that carry theirs on the map and have their name in the legend.
Rows of the role group are wider areas: a heavier line, and no class.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from report.assessment import Exhibit
from report.charts import alt, boxes, compass, frame, ground, labels, legend
from report.charts.boxes import Box
from report.charts.classes import classes, looks
from report.charts.data import head, marked_cells, marked_text, plot
from report.charts.ground import Ground, Outline
from report.charts.look import Look, applied

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

# Millimetres: from map to legend; the map's greatest height, so that a page holds two maps;
# a rank's disc.
BETWEEN, HIGHEST, DISC = 6.0, 80.0, 4.4

# Points: the lines around areas and around wider ones, of hatching, of leaders.
BORDER, WIDER, HATCH, LEADER = 0.25, 0.9, 0.5, 0.6

# How many of the highest areas a description names.
TOP = 5


def height(exhibit: Exhibit) -> float:
    """Give the figure's height in millimetres."""
    keys = legend.height(head(plot(exhibit)), classes(exhibit), _ranked(exhibit))
    return max(_place(exhibit).high + 2 * boxes.EDGE, keys + legend.PART + compass.HIGH)


def draw(exhibit: Exhibit, look: Look) -> "Figure":
    """Draw the areas class by class, then wider areas, labels and legend."""
    import matplotlib as mpl

    found = classes(exhibit)
    styles = looks(found, look)
    areas, place = ground.read(exhibit, "row"), _place(exhibit)
    with applied(look):
        mpl.rcParams["hatch.linewidth"] = HATCH
        figure = frame.figure((frame.width(exhibit), height(exhibit)))
        axes = boxes.sheet(figure)
        for each in reversed(found):
            style = styles[each.text]
            looked = {"facecolor": style.colour, "hatch": style.hatch, "lw": BORDER}
            _fill(axes, [areas[key] for key in each.keys], place, looked | {"ec": look.earlier})
        line = {"fill": False, "ec": look.ink, "lw": WIDER}
        _fill(axes, list(ground.read(exhibit, "group").values()), place, line)
        _label(axes, exhibit, areas, place, look)
        x, ranked = place.left + place.wide + BETWEEN, _ranked(exhibit)
        legend.draw(axes, x, head(plot(exhibit)), found, styles, ranked, look)
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
    """Name the areas that carry a rank, or else the first that have a value."""
    shown, ranks = plot(exhibit), _ranks(exhibit)
    known = [mark for _, mark, _ in shown.known()]
    first = [mark for mark in shown.marks if mark.key in ranks] or known[:TOP]
    values = {mark.key: shown.text(mark, 0) for mark in first if mark in known}
    names = (f"{ranks.get(m.key, '')} {m.label} {values.get(m.key, '')}".strip() for m in first)
    return [f"Areas with most: {'; '.join(names)}."] if first else []


def _place(exhibit: Exhibit) -> Ground:
    room = frame.width(exhibit) - legend.WIDE - BETWEEN - 2 * boxes.EDGE
    return Ground.of(ground.read(exhibit, "row").values(), (room, HIGHEST), boxes.EDGE)


def _ranked(exhibit: Exhibit) -> list[tuple[str, str]]:
    """List rank and name of the areas that carry a rank, with the value where no table has it."""
    shown, ranks = plot(exhibit), _ranks(exhibit)
    found = [mark for mark in shown.marks if mark.key in ranks]
    values = {m.key: "" if exhibit.twin else f" {shown.text(m, 0)}" for m in found}
    return [(ranks[mark.key], mark.label + values[mark.key]) for mark in found]


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
    """Write ranks on discs where their areas are; a leader runs to those that had to move."""
    from matplotlib.patches import Circle

    texts = _ranks(exhibit)
    points = [place.on_sheet(areas[key].middle) for key in texts]
    room = Box(place.left, place.top, place.wide, place.high)
    wanted = [labels.around(point, DISC, DISC) for point in points]
    for point, box, text in zip(points, labels.apart(wanted, room), texts.values(), strict=True):
        if not box.holds(*point):
            axes.plot(*zip(point, box.middle, strict=True), color=look.ink, lw=LEADER)
            axes.plot(*point, "o", color=look.ink, markersize=2)
        axes.add_patch(Circle(box.middle, DISC / 2, fc=look.paper, ec=look.ink, lw=LEADER))
        boxes.write(axes, box, [text], color=look.ink, size=frame.SMALL)


def _ranks(exhibit: Exhibit) -> dict[str, str]:
    """Give the ranks of the areas that carry one, by their rows' keys."""
    cells = marked_cells(exhibit, "rank")
    ranked = [key for key, item in cells.items() if item.value is not None]
    return {key: marked_text(exhibit, "rank", key) for key in ranked}
