"""The data of an exhibit: columns, rows and cells."""

from typing import Literal, NamedTuple

from report.assessment.records import Marker, Number, Origin, Polarity, Record


class Column(Record):
    """A column of an exhibit.

    unit: "text", "offences" and other counts, "difference", "change %", "%", "per 1,000", "rank",
        "position" (value of `of`), "movement" (places gained in the group, negative for lost),
        "entry" (places gained in a ranking of areas, or "new" among those shown), "places" (places
        higher in one ranking than in another), "harm" (in the unit of its weights), "label",
        "status", "variation" (words for a change), "years" (value of `of` years), "verdict" (1
        challenge, -1 improving, 0 watch), "moves" (1 where a label is another one than by last
        year's method, else 0), "limits" (a rate per 1,000 and, as `of`, the upper one), "peers"
        (against peers: 1 worse, -1 better, 0 in line; 2 higher and -2 lower where neither is good
        or bad in itself),
        "mark" (1 significantly high, -1 significantly low), "class" (of a map: 0 where nothing was
        counted, else a step from 1, the lowest), "outline" (of an area: see below), "score" (of a
        scheme, or what scores come to), "state" (of a control chart: "reducing", "controlled" or
        "uncontrolled"), "follows" (from a band: "priority", "discuss", "none", or "kept" for a
        reason), "age" (of a score: "fresh" or "stale").
    decimals: places shown; None for the unit's own.
    group: a header that spans this and its neighbours of the same group.
    bar: for a share drawn as an inline bar, the value at the bar's full length; None for no bar.

    An outline is a text of whole numbers, "450500 310500;450000 310000 0 1000 1000 0 0 -1000". They
    are metres of the National Grid (EPSG:27700) to so many `decimals`: -1 for tens of metres. First
    comes the point at which the area is named, then, behind semicolons, its rings: each begins with
    a point, east and north, goes on with the moves from there to the next ones, and is closed.
    """

    key: str
    label: str
    unit: str = "text"
    decimals: int | None = None
    group: str = ""
    bar: Number | None = None
    origin: Origin = "computed"


class Cell(Record):
    """A cell: text or a number in its column's unit; None where empty, with a marker that says why.

    tied: for a rank or a position, whether another row shares it. usual: of a change, whether it is
        within normal variation. of: for a position, the size of the group; for limits, the upper
        one.
    origin: only where it differs from the column's. shade: of a count that is shaded within its
        row, the step from 1, the row's lowest, to 5, its highest; 0 for none.
    """

    value: str | Number | None = None
    of: Number | None = None
    tied: bool = False
    usual: bool = False
    shade: int = 0
    origin: Origin | None = None
    markers: tuple[Marker, ...] = ()


class Row(Record):
    """A row of an exhibit; `role` sets apart a total or the district's own row, and the rest of it.

    polarity: of the finding whose change stands in it; None where none does, or it is not known.
    """

    key: str
    cells: tuple[Cell, ...]
    role: Literal["row", "rest", "total", "group"] = "row"
    polarity: Polarity | None = None


class Branch(NamedTuple):
    """A line of an indented list, and what stands below it."""

    label: str
    below: tuple["Branch", ...]
