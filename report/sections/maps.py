"""The maps of a category: small areas of the county or the partnership, districts of the county.

It chooses areas, polygons and classes; `mapped` makes the exhibit.
"""

from collections.abc import Mapping, Sequence
from typing import Literal

from report.assessment import Cell, Column, Exhibit, Number
from report.measures import classification, places, rates
from report.sections.cells import header
from report.sections.denominators import denominator
from report.sections.desk import SMALL_COUNT, Desk
from report.sections.mapped import Ground, Parts, Values, mapped, small
from report.sections.top import TopAreas
from report.sources.tables import Boundaries

Map = Literal["county", "district", "districts"]

# How many classes are told apart where none are declared (charts.look has as many shades), and how
# many areas there are for each.
CLASSES, EACH = 5, 3


def maps(desk: Desk, top: TopAreas | None, wanted: Sequence[Map]) -> list[Exhibit]:
    """Make the maps that a theme asks for. Raises InputError where it has no table of areas."""
    if top is None:
        raise desk.missing(
            "maps show the areas of a table", "add 'top:', or take 'maps:' out", "maps"
        )
    make = {"county": _county, "district": _district, "districts": _districts}
    return [make[each](desk, top) for each in wanted]


def _county(desk: Desk, top: TopAreas) -> Exhibit:
    """Map the small areas of the whole county, its districts outlined."""
    wide = _county_code(desk)
    ground = _ground(desk, wide, top.top.areas, desk.study.within(wide, "district"))
    name = f"{_label(desk, top)} by {top.top.areas} in {desk.study.areas()[wide].name}"
    return mapped(desk, top, ground, _counted(desk, top, ground), name)


def _district(desk: Desk, top: TopAreas) -> Exhibit:
    """Map the small areas of the partnership, the first of the table with their rank."""
    ground = _ground(desk, desk.own, top.top.areas, [desk.own])
    ranks = {code: Cell(value=rank, tied=tied) for code, rank, tied in top.ranks}
    first = {code: rank for code, rank in ranks.items() if code in top.found}
    name = f"{_label(desk, top)} by {top.top.areas}"
    return mapped(desk, top, ground, _counted(desk, top, ground), name, first)


def _districts(desk: Desk, top: TopAreas) -> Exhibit:
    """Map the county's districts by rate."""
    ground = _ground(desk, _county_code(desk), "district", [])
    counts = _counts(desk, top, ground)
    inside = {code: desk.study.within(code, top.top.areas) or [code] for code in counts}
    heads = denominator(desk, top.category, [c for codes in inside.values() for c in codes])
    people = {code: sum(heads.people[c] for c in codes) for code, codes in inside.items()}
    values = {code: rates.per_1000(number, people[code]) for code, number in counts.items()}
    column = Column(key="value", label=heads.header, unit="per 1,000", decimals=1)
    steps = classification.equal_counts(values, CLASSES, EACH)
    name = f"{_label(desk, top)} rate by district"
    ranks = {c: Cell(value=n, tied=tied) for c, n, tied in places.ranked(values)}
    shown = Values(column, values, counts, steps, spans=_spans(steps, values), heads=heads)
    return mapped(desk, top, ground, shown, name, ranks)


def _label(desk: Desk, top: TopAreas) -> str:
    return desk.category(top.category).label


def _county_code(desk: Desk) -> str:
    county = desk.study.partnership.county
    if county is None:
        advice = "add 'county:' to partnership.yaml, or take the map out"
        raise desk.missing("partnership.yaml names no county to map", advice, "maps")
    return county.code


def _ground(desk: Desk, wide: str, kind: str, around: Sequence[str]) -> Ground:
    """Find the polygons of the areas of a kind. Raises InputError where there are none."""
    areas = desk.study.within(wide, kind)
    for found in desk.tables.boundaries:
        parts = _parts(desk, areas, found)
        if parts:
            inside = {code: set(desk.study.within(code)) for code in around}
            wider = {code: [c for c in parts if c in inside[code]] for code in around}
            kept = {code: codes for code, codes in wider.items() if codes}
            return Ground(wide, kind, found, parts, kept)
    name = desk.study.areas()[wide].name
    what = f"no source holds the boundaries of any {kind} in {name}"
    raise desk.missing(what, "add a source of boundaries, or take the map out", "maps")


def _parts(desk: Desk, areas: Sequence[str], boundaries: Boundaries) -> Parts:
    """Give the polygons of areas: their own, or else those of the areas of one kind inside them."""
    own = {code: [code] for code in areas if code in boundaries.polygons}
    if own:
        return own
    inside = {
        code: [c for c in desk.study.within(code) if c in boundaries.polygons] for code in areas
    }
    kinds = [desk.study.areas()[c].kind for codes in inside.values() for c in codes]
    return {
        code: [c for c in codes if desk.study.areas()[c].kind == kinds[0]]
        for code, codes in inside.items()
        if codes
    }


def _counts(desk: Desk, top: TopAreas, ground: Ground) -> dict[str, int]:
    """Give the counts of the areas on a map. Raises InputError where one has no polygon."""
    counted = desk.tables.by_area(top.category, desk.period.first, desk.period.last)
    areas = desk.study.within(ground.wide, ground.kind)
    lost = [code for code in areas if counted.get(code) and code not in ground.parts]
    if lost:
        what = (
            f"{len(lost)} of {len(areas)} areas of kind '{ground.kind}' have a count and no"
            f" boundary, the first is {desk.area_name(lost[0])} ({lost[0]})"
        )
        raise desk.missing(what, "are the boundaries of another year than the counts?", "maps")
    return {code: counted[code] for code in ground.parts if code in counted}


def _counted(desk: Desk, top: TopAreas, ground: Ground) -> Values:
    """Class the counts: by the declared labels, or else into classes of as many areas each.

    Where a count is withheld, the ends of the classes are round numbers, or none beside a label: a
    class of one area would give its count away, and from all of them the one that is withheld.
    """
    counts = _counts(desk, top, ground)
    shown = {code: number for code, number in counts.items() if not small(desk, number)}
    unit = desk.category(top.category).unit
    column = Column(key="value", label=header(unit), unit=unit)
    grain = SMALL_COUNT if len(shown) < len(counts) else 1
    if not top.top.labels:
        coarse = {code: number // grain * grain for code, number in shown.items()}
        steps = classification.equal_counts(coarse, CLASSES, EACH)
        return Values(column, counts, counts, steps, spans=_spans(steps, coarse, grain - 1))
    cutoffs = [(label.label, label.from_count) for label in top.top.labels]
    if len(cutoffs) > CLASSES:
        what = f"a map tells {CLASSES} classes apart; 'top:' has {len(cutoffs)} labels"
        raise desk.missing(what, "declare fewer labels, or take the map out", "maps")
    floors = [floor for _, floor in cutoffs if floor > 1]
    steps = {c: 1 + sum(n >= floor for floor in floors) if n else 0 for c, n in shown.items()}
    labels = {
        step: classification.count_cutoffs(shown[code], cutoffs) or ""
        for code, step in steps.items()
        if step
    }
    spans = _spans(steps, shown)
    given = {step: ends for step, ends in spans.items() if grain == 1 or not step}
    return Values(column, counts, counts, steps, labels, given)


def _spans(
    steps: Mapping[str, int], values: Mapping[str, Number], more: int = 0
) -> dict[int, tuple[Number, Number]]:
    """Give the lowest and the highest value of each class, the highest with so much more."""
    found: dict[int, list[Number]] = {}
    for code, step in steps.items():
        found.setdefault(step, []).append(values[code])
    return {s: (min(each), max(each) + (more if s else 0)) for s, each in found.items()}
