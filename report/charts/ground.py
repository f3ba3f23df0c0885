"""The ground of a map: outlines read from an exhibit and brought to millimetres on its sheet."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from report.assessment import Exhibit, Row
from report.charts import frame
from report.charts.data import marked

if TYPE_CHECKING:
    from matplotlib.path import Path

Point = tuple[float, float]

# Millimetres to which points are rounded, a tenth of a typographer's point: a printer's dot is no
# smaller, and the file has short numbers.
EXACT = frame.MM_PER_POINT / 10


@dataclass(frozen=True)
class Outline:
    """An area's place in metres of the National Grid: where it is named, and its rings."""

    middle: Point
    rings: tuple[tuple[Point, ...], ...]


@dataclass(frozen=True)
class Ground:
    """The part of the country that a map shows, and how it lies on the sheet.

    west, north: its corner in metres; wide, high: its size in millimetres; scale: millimetres to a
    metre; left, top: where its corner lies on the sheet.
    """

    west: float
    north: float
    wide: float
    high: float
    scale: float
    left: float
    top: float

    @classmethod
    def of(cls, outlines: Iterable[Outline], room: tuple[float, float], edge: float) -> "Ground":
        """Fit outlines into a room in millimetres, this far from the sheet's upper left corner."""
        rings = [ring for outline in outlines for ring in outline.rings]
        east = [x for ring in rings for x, _ in ring]
        north = [y for ring in rings for _, y in ring]
        across, up = max(east) - min(east), max(north) - min(north)
        scale = min(room[0] / across, room[1] / up)
        return cls(min(east), max(north), across * scale, up * scale, scale, edge, edge)

    def on_sheet(self, point: Point) -> Point:
        """Give a point's place on the sheet, in millimetres to the right and down."""
        x = self.left + (point[0] - self.west) * self.scale
        y = self.top + (self.north - point[1]) * self.scale
        return round(x / EXACT) * EXACT, round(y / EXACT) * EXACT


def read(exhibit: Exhibit, role: str) -> dict[str, Outline]:
    """Read the outlines of an exhibit's rows of a role, by the rows' keys."""
    at = [column.key for column in exhibit.columns].index(marked(exhibit, "outline"))
    metres = 10.0 ** -(exhibit.columns[at].decimals or 0)
    return {row.key: _outline(row, at, metres) for row in exhibit.rows if row.role == role}


def _outline(row: Row, at: int, metres: float) -> Outline:
    """Read a text as `assessment.Column` says that outlines are written."""
    lines = [
        [int(n) * metres for n in line.split()] for line in str(row.cells[at].value).split(";")
    ]
    middle, *rings = ([*zip(line[::2], line[1::2], strict=True)] for line in lines)
    return Outline(middle[0], tuple(tuple(accumulate(ring, _moved)) for ring in rings))


def _moved(point: Point, move: Point) -> Point:
    return point[0] + move[0], point[1] + move[1]


def path(outlines: Sequence[Outline], ground: Ground) -> "Path":
    """Make one path of the rings of some areas: one path is drawn faster than one for each."""
    from matplotlib.path import Path

    points: list[Point] = []
    codes: list[Any] = []
    for ring in (ring for outline in outlines for ring in outline.rings):
        placed = [ground.on_sheet(point) for point in ring]
        points += [*placed, placed[0]]
        codes += [Path.MOVETO, *[Path.LINETO] * (len(ring) - 1), Path.CLOSEPOLY]
    return Path(points, codes)
