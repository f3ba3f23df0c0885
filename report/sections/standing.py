"""Where areas stand in each category: the areas with most, their change, and their rank before."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from report.assessment import Cell, Column, Exhibit, Finding, Row
from report.errors import suggestion
from report.measures import persistence, places
from report.periods import Period
from report.sections import years
from report.sections.facts import (
    SHORTEST_SERIES,
    Desk,
    change_cell,
    cited,
    count,
    exhibit,
    header,
    row,
    slug,
    together,
)

Ranks = dict[str, Cell]


@dataclass(frozen=True)
class Stand:
    """The areas with most of one category.

    found: their counts, highest first. now, before: ranks of all areas, `before` empty where
    the comparison was not counted. often: in how many of `windows` years an area was in the top.
    """

    found: dict[str, Finding]
    now: Ranks
    before: Ranks
    often: dict[str, int]
    windows: int


def standing(
    desk: Desk, categories: Sequence[str], kind: str, number: int, name: str
) -> tuple[Exhibit, list[Finding]]:
    """Make the table of the areas with most of each category, and the findings of their counts.

    Raises InputError where no area is of this kind, or a category is not counted by it.
    """
    codes = _codes(desk, kind)
    every = {c: _stand(desk, c, codes, number, kind) for c in categories}
    columns = _columns(desk, every.values(), categories, kind, number)
    found = [f for each in every.values() for f in each.found.values()]
    table = exhibit(
        desk,
        "evidence by area",
        name,
        columns,
        measure=kind,
        comparison=desk.comparison.label,
        rows=tuple(r for c, each in every.items() for r in _rows(desk, columns, c, each)),
        methods=("change", "rank", "verdict"),
        sources=cited(found),
        sensitive=any(desk.category(c).sensitive for c in categories),
    )
    return table, found


def _codes(desk: Desk, kind: str) -> list[str]:
    """Give the partnership's areas of a kind, by name."""
    codes = desk.study.within(desk.own, kind)
    if not codes:
        what = f"the partnership has no areas of kind '{kind}'"
        kinds = {a.kind for a in desk.study.areas().values()}
        raise desk.missing(what, suggestion(kind, kinds), "areas")
    return codes


def _stand(desk: Desk, category: str, codes: list[str], number: int, kind: str) -> Stand:
    current = _counted(desk, category, codes, desk.period)
    if not current:
        what = f"no source counts '{category}' by {kind} for {desk.period.label}"
        raise desk.missing(what, "add rows for it, or leave it out of 'area_categories'", "areas")
    shown = [_counted(desk, category, codes, period) for period in years.shown(desk)]
    first = [code for code, _, _ in places.top(current, number) if current[code]]
    return Stand(
        found=together({code: count(desk, category, code) for code in first}) if first else {},
        now=_ranks(current),
        before=_ranks(_counted(desk, category, codes, desk.comparison)),
        often=persistence.stood(shown, number),
        windows=len(shown) if all(shown) and len(shown) >= SHORTEST_SERIES else 0,
    )


def _counted(desk: Desk, category: str, codes: list[str], period: Period) -> dict[str, int]:
    """Give the counts of the areas that have one, in the order of the areas."""
    found = desk.tables.by_area(category, period.first, period.last)
    return {code: found[code] for code in codes if code in found}


def _ranks(values: dict[str, int]) -> Ranks:
    """Give the rank of each area with a count above 0."""
    return {
        code: Cell(value=rank, tied=tied)
        for code, rank, tied in places.ranked(values)
        if values[code]
    }


def _columns(
    desk: Desk, every: Iterable[Stand], categories: Sequence[str], kind: str, number: int
) -> list[Column]:
    columns = [
        Column(key="group", label="Category"),
        Column(key="area", label=header(kind)),
        Column(key="count", label=desk.period.label, unit=desk.category(categories[0]).unit),
        Column(key="change", label="Change", unit="change %"),
        Column(key="rank", label="Rank", unit="rank"),
        Column(key="before", label="Rank a year earlier", unit="rank"),
    ]
    if any(each.windows for each in every):
        columns.append(Column(key="often", label=f"Years in the first {number}", unit="years"))
    return columns


def _rows(desk: Desk, columns: list[Column], category: str, stand: Stand) -> list[Row]:
    rows = []
    for code, finding in stand.found.items():
        values = {
            "group": desk.category(category).label,
            "area": finding.area,
            "count": finding.value,
            "change": change_cell(finding),
            "rank": stand.now[code],
            "before": _before(stand, code),
            "often": _often(stand, code),
        }
        cells = (values[column.key] for column in columns)
        key = f"{category}.{slug(finding.area)}"
        rows.append(row(key, *cells, polarity=finding.polarity))
    return rows


def _before(stand: Stand, code: str) -> Cell:
    """Give the rank a year earlier: not available without counts, none where nothing happened."""
    return stand.before.get(code, Cell(markers=("z",) if stand.before else ("x",)))


def _often(stand: Stand, code: str) -> Cell:
    if not stand.windows:
        return Cell(markers=("x",))
    return Cell(value=stand.often.get(code, 0), of=stand.windows)
