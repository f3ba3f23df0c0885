"""The exhibit of a map: a row for each area with its value, its class and its outline.

Where readers are the public, an area with a small count is not shown, and no area's number is
given, since one that is missing could be worked out from the others. A map of rates is then for
partners: rate and population would give the count.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from report.assessment import Cell, Column, Exhibit, Number, Row
from report.sections.cells import header, row
from report.sections.denominators import Denominator
from report.sections.desk import SMALL_COUNT, Desk
from report.sections.exhibits import exhibit
from report.sections.facts import of_counts
from report.sections.top import TopAreas
from report.sources.tables import Boundaries

Parts = dict[str, list[str]]


@dataclass(frozen=True)
class Ground:
    """Where a map is: the area it is of, the areas it shows, and the wider ones it outlines.

    parts: code of each area -> codes of the polygons that make it. around: code of each wider area
    -> codes of the areas inside it.
    """

    wide: str
    kind: str
    boundaries: Boundaries
    parts: Parts
    around: Parts


@dataclass(frozen=True)
class Values:
    """What a map shows: a column, its values by code, and the counts that they rest on.

    steps: code -> class, 0 where nothing was counted. labels: step -> the class's name, if any.
    spans: step -> the lowest and the highest value in it, where they may be given. heads: what
    rates are per 1,000 of, where the values are rates.
    """

    column: Column
    values: Mapping[str, Number]
    counts: Mapping[str, int]
    steps: Mapping[str, int]
    labels: Mapping[int, str] = field(default_factory=dict)
    spans: Mapping[int, tuple[Number, Number]] = field(default_factory=dict)
    heads: Denominator | None = None


def small(desk: Desk, number: float) -> bool:
    """Say whether a count points at people, and the readers are the public."""
    return desk.plan.audience == "public" and 0 < number < SMALL_COUNT


def mapped(
    desk: Desk,
    top: TopAreas,
    ground: Ground,
    values: Values,
    name: str,
    ranks: Mapping[str, Cell] | None = None,
) -> Exhibit:
    """Make a map. ranks: code -> rank, of the areas that carry theirs."""
    outlines, decimals = ground.boundaries.outlines(ground.parts, ground.around)
    keys, heads = desk.category(top.category), values.heads
    columns = _columns(ground.kind, values, decimals, ranked=ranks is not None)
    sources = [*desk.sources(top.category, areas=ground.parts), ground.boundaries.source]
    sources += heads.sources if heads else ()
    return exhibit(
        desk,
        "map",
        name,
        columns,
        kind="area_map",
        measure=keys.label,
        geography=desk.study.areas()[ground.wide].name,
        rows=tuple(_rows(desk, columns, values, ground, outlines, ranks or {})),
        marks=_marks(columns) | _home(desk, ground),
        twin="" if heads or ranks is None else top.table().id,
        rates=heads.facts(desk, ()) if heads else None,
        cautions=of_counts(desk.cautions(top.category)),
        notes=(ground.boundaries.credit,) if ground.boundaries.credit else (),
        methods=(*(("rate",) if heads else ()), *(() if values.labels else ("equal_counts",))),
        sources=tuple(dict.fromkeys(sources)),
        sensitive=keys.sensitive or (bool(heads) and bool(_held(desk, values))),
    )


def _columns(kind: str, values: Values, decimals: int, *, ranked: bool) -> list[Column]:
    shown = values.column
    ends = {"from": "Lowest of the class", "to": "Highest of the class"}
    return [
        Column(key="area", label=header(kind)),
        shown,
        *([Column(key="rank", label="Rank", unit="rank")] if ranked else []),
        Column(key="class", label="Class", unit="class"),
        *([Column(key="label", label="Label", unit="label")] if values.labels else []),
        *(shown.model_copy(update={"key": key, "label": label}) for key, label in ends.items()),
        Column(key="outline", label="Outline", unit="outline", decimals=decimals),
    ]


def _marks(columns: Sequence[Column]) -> dict[str, str]:
    marks = {"label": "area", "values": "value", "class label": "label"}
    marks |= {name: name for name in ("class", "from", "to", "rank", "outline")}
    keys = {column.key for column in columns}
    return {mark: key for mark, key in marks.items() if key in keys}


def _home(desk: Desk, ground: Ground) -> dict[str, str]:
    """Set the partnership's own area apart, where there are others to part it from."""
    among = [code for codes in (ground.parts, ground.around) if len(codes) > 1 for code in codes]
    return {"strong": desk.own} if desk.own in among else {}


def _rows(
    desk: Desk,
    columns: Sequence[Column],
    values: Values,
    ground: Ground,
    outlines: Mapping[str, str],
    ranks: Mapping[str, Cell],
) -> list[Row]:
    """Make the rows of the areas, the highest first, then those of the wider areas."""
    made: dict[str, dict[str, object]] = {}
    held = _held(desk, values)
    for code in sorted(ground.parts, key=lambda code: _order(desk, values, code, held, ranks)):
        step = values.steps.get(code)
        made[code] = {
            "value": _value(values, code, held),
            "rank": ranks.get(code) if step else None,
            "class": _absent(code, held) if step is None else step,
            "label": values.labels.get(step or 0),
            **_span(values, step),
        }
    keys = [column.key for column in columns]

    def line(code: str, cells: dict[str, object], role: str) -> Row:
        cells |= {"area": desk.study.areas()[code].name, "outline": outlines[code]}
        return row(code, *(cells.get(key) for key in keys), role=role)

    areas = [line(code, cells, "row") for code, cells in made.items()]
    return [*areas, *(line(code, {}, "group") for code in ground.around)]


def _held(desk: Desk, values: Values) -> frozenset[str]:
    """Give the areas whose count is withheld."""
    return frozenset(code for code, number in values.counts.items() if small(desk, number))


def _span(values: Values, step: int | None) -> dict[str, object]:
    """Give the lowest and the highest value of a class."""
    ends = values.spans.get(step) if step is not None else None
    return {"from": ends[0], "to": ends[1]} if ends else {}


def _order(
    desk: Desk, values: Values, code: str, held: frozenset[str], ranks: Mapping[str, Cell]
) -> tuple[object, ...]:
    """Order areas by class, then by value where all are given, then as ranked and by name."""
    value = values.values.get(code, 0) if not held else 0
    place = [*ranks].index(code) if code in ranks else len(ranks)
    return -values.steps.get(code, -1), -value, place, desk.study.areas()[code].name


def _value(values: Values, code: str, held: frozenset[str]) -> object:
    """Give an area's value, a marker where it has none, or where any is withheld."""
    if code not in values.values:
        return Cell(markers=("x",))
    return Cell(markers=("c",)) if held else values.values[code]


def _absent(code: str, held: frozenset[str]) -> Cell:
    return Cell(markers=("c",) if code in held else ("x",))
