"""Section kind "overview": categories against the period before, with peer positions and history.

It makes the year-on-year table and its chart, the split into falls and rises, and, where asked, the
table and chart of several years.
"""

from typing import Literal

from report.assessment import Cell, Column, Exhibit, Finding, NamedList, Number, Row, Section
from report.config.model import PeriodKeys, key
from report.config.plan import Plan
from report.config.study import Study
from report.sections import positions, variation, years
from report.sections.cells import (
    change_cell,
    count_cell,
    count_columns,
    difference_cell,
    row,
    variation_cell,
)
from report.sections.desk import Desk, strictest, together
from report.sections.exhibits import accepted, exhibit, of_windows, twins
from report.sections.facts import (
    added,
    cited,
    compared_by,
    count,
    identity,
    moved,
    of_counts,
    remembered,
    said_once,
    share,
    unique,
    unit_of,
)
from report.sources.tables import Tables

Part = Literal["change", "previous", "count", "difference", "variation", "position"]


class Overview(Plan):
    """Keys of an overview."""

    categories: tuple[str, ...] = key("categories of the table, in order")
    whole: str = key("the category that the others are parts of", default="")
    name: str = key("everyday name of the table and chart", default="overview")
    caption: str = key("caption of the table, instead of the usual one", default="")
    stub: str = key("header of the first column", default="Crime type")
    show: tuple[Part, ...] = key(
        "columns, in order",
        default=("change", "previous", "count", "difference", "variation", "position"),
    )
    period: PeriodKeys | None = key("another period than the edition's", default=None)
    comparison: PeriodKeys | None = key("another comparison than the year before", default=None)
    total: str = key("label of a row that adds the categories up", default="")
    chart: bool = key("draw the two periods as bars", default=False)
    chart_message: str = key("what the chart shows, in your words", default="")
    years: bool = key("a table and chart of the years before as well", default=False)
    years_name: str = key("everyday name of the table and chart of years", default="by year")
    years_message: str = key("what the chart of years shows, in your words", default="")
    note: str = key("printed under the table", default="")

    def compares(self) -> tuple[str, ...]:
        """Give the categories of the table."""
        return self.categories


def assess(plan: Overview, study: Study, tables: Tables) -> Section:
    """Assess the categories of an overview."""
    desk = Desk.of(plan, study, tables)
    found = _told_together(plan, {c: count(desk, c) for c in plan.categories})
    placed = positions.latest(desk, plan.categories) if "position" in plan.show else {}
    totals = [_total(desk, list(found.values()))] if plan.total else []
    shares = _shares(desk, found)
    exhibits = [*_tables(desk, found, placed, totals), *_years(desk)]
    counted = remembered(desk, found.values(), _by_year(desk, found))
    return Section(
        id=plan.id,
        kind=plan.kind,
        title=plan.title,
        audience=plan.audience,
        numbered=plan.numbered,
        findings=unique([*counted, *shares, *totals, *placed.values(), *_trend(desk)]),
        exhibits=tuple(exhibits),
        key_findings=desk.key_findings(),
        lists=_lists(plan, found),
    )


def _told_together(plan: Overview, found: dict[str, Finding]) -> dict[str, Finding]:
    """Give parts that add up to the whole one audience: a single one could be worked out."""
    parts = [f.value or 0 for c, f in found.items() if c != plan.whole]
    whole = found.get(plan.whole)
    return together(found) if whole and sum(parts) == whole.value else found


def _shares(desk: Desk, found: dict[str, Finding]) -> list[Finding | None]:
    """Find each category's share of the whole, where one is named and counted in the same unit.

    None where a part is larger than the whole: one of the two counts is something else.
    """
    assert isinstance(desk.plan, Overview)
    whole = found.get(desk.plan.whole)
    if not whole:
        return []
    parts = [f for f in found.values() if f is not whole and f.unit == whole.unit]
    if any((f.value or 0) > (whole.value or 0) for f in parts):
        return []
    return [share(desk, f, whole.value or 0, whole.label, whole.sources) for f in parts]


def _total(desk: Desk, found: list[Finding]) -> Finding:
    """Add the categories up, as one finding with its own change."""
    assert isinstance(desk.plan, Overview)
    units = list(dict.fromkeys(f.unit for f in found))
    if len(units) > 1:
        what = f"the total would add up {' and '.join(units)}"
        raise desk.missing(what, "take 'total:' out, or the categories of another unit", "total")
    value, previous = added(f.value for f in found), added(f.previous for f in found)
    tested = variation.of_sum(desk, [(f.category, desk.own) for f in found])
    return found[0].model_copy(
        update={
            "id": identity("count", desk.plan.id, "total"),
            "label": f"{desk.plan.total} of {desk.plan.name}",
            "category": "",
            "polarity": found[0].polarity if len({f.polarity for f in found}) == 1 else "ambiguous",
            "sources": cited(found),
            "audience": strictest(found),
            "cautions": said_once(*(f.cautions for f in found)),
            **moved(desk, value, previous, tested),
        }
    )


def _tables(
    desk: Desk, found: dict[str, Finding], placed: dict[str, Finding], totals: list[Finding]
) -> list[Exhibit]:
    plan = desk.plan
    assert isinstance(plan, Overview)
    head = positions.newest(placed.values()) if placed else None
    columns = [Column(key="category", label=plan.stub), *_columns(desk, found, head)]
    rows = [
        _row(desk, columns, f, desk.category(c).label, positions.cells(placed.get(c), head))
        if head
        else _row(desk, columns, f, desk.category(c).label)
        for c, f in found.items()
    ]
    rows += [_row(desk, columns, f, plan.total, role="total") for f in totals]
    table = exhibit(
        desk,
        "overview",
        plan.name,
        columns,
        title=plan.caption,
        comparison=desk.comparison.label if "previous" in plan.show else "",
        rows=tuple(rows),
        cautions=said_once(*(f.cautions for f in (*found.values(), *placed.values()))),
        notes=tuple(n for n in (plan.note, *of_windows(desk), *_excesses(desk)) if n),
        methods=(*compared_by([*found.values(), *totals]), *((head.method,) if head else ())),
        sources=cited([*found.values(), *placed.values()]),
        findings=[*found.values(), *totals, *placed.values()],
    )
    if not plan.chart:
        return [table]
    return list(twins(table, _bars(desk, table, found)))


def _excesses(desk: Desk) -> tuple[str, ...]:
    """Give the reasons for accepting parts that are larger than a whole of this table."""
    assert isinstance(desk.plan, Overview)
    return accepted(desk, *(f"excess.{category}" for category in desk.plan.categories))


def _columns(desk: Desk, found: dict[str, Finding], head: Finding | None) -> list[Column]:
    plan = desk.plan
    assert isinstance(plan, Overview)
    previous, current = count_columns(desk, unit_of(found.values()))
    all_columns = {
        "change": [Column(key="change", label="Change", unit="change %")],
        "previous": [previous],
        "count": [current],
        "difference": [Column(key="difference", label="Difference", unit="difference")],
        "variation": [Column(key="variation", label="In words", unit="variation")],
        "position": positions.columns(desk, head),
    }
    return [column for part in plan.show for column in all_columns[part]]


def _earlier(desk: Desk, f: Finding) -> Cell:
    """Give the cell of the earlier count, which may be known where the change is withheld."""
    then = desk.comparison
    known = desk.tables.count(f.category, desk.own, then.first, then.last)
    return count_cell(known if f.category else f.previous, [c for c in f.cautions if c.before])


def _row(
    desk: Desk,
    columns: list[Column],
    f: Finding,
    label: str,
    place: tuple[Cell, Cell] = (Cell(), Cell()),
    role: str = "row",
) -> Row:
    values = {
        "category": label,
        "change": change_cell(f),
        "previous": _earlier(desk, f),
        "count": count_cell(f.value, of_counts(f.cautions)),
        "difference": difference_cell(f),
        "variation": variation_cell(f),
        "position": place[0],
        "movement": place[1],
    }
    cells = (values[c.key] for c in columns)
    return row(f.category or "total", *cells, role=role, polarity=f.polarity)


def _bars(desk: Desk, table: Exhibit, found: dict[str, Finding]) -> Exhibit:
    assert isinstance(desk.plan, Overview)
    keys = [c.key for c in table.columns]
    at = [keys.index(name) for name in ("category", "previous", "count")]
    rows = [r.model_copy(update={"cells": tuple(r.cells[i] for i in at)}) for r in table.rows]
    return exhibit(
        desk,
        "overview",
        desk.plan.name,
        [table.columns[i] for i in at],
        kind="period_bars",
        title=desk.plan.caption,
        comparison=table.comparison,
        message=desk.plan.chart_message,
        rows=tuple(r for r in rows if r.key not in (desk.plan.whole, "total")),
        marks={"label": "category", "values": ["previous", "count"]},
        cautions=table.cautions,
        sources=table.sources,
        findings=found.values(),
    )


def _years(desk: Desk) -> list[Exhibit]:
    """Make the table and chart of categories by year, the whole's own counts in the last row."""
    plan = desk.plan
    assert isinstance(plan, Overview)
    if not plan.years:
        return []
    periods, otherwise = years.shown(desk), "a shorter 'history:'"
    parts = [c for c in plan.categories if c != plan.whole]
    unit = desk.category(parts[0]).unit
    columns = [Column(key="category", label="Category"), *years.columns(desk, periods, unit)]
    for category in parts:
        years.complete(desk, category, "years", otherwise)
    rows = [row(c, desk.category(c).label, *years.cells(desk, c, desk.own, periods)) for c in parts]
    common = {
        "cautions": said_once(*(years.cautions(desk.yearly, c, periods) for c in plan.categories)),
        "rows": (*rows, *_whole_row(desk)),
        "period": years.span(periods),
        "sources": desk.sources(*parts, plan.whole),
    }
    table = exhibit(desk, "by year", plan.years_name, columns, **common)
    values = [c.key for c in columns[1:]]
    chart = exhibit(
        desk,
        "by year",
        plan.years_name,
        columns,
        kind="lines",
        message=plan.years_message,
        marks={"label": "category", "values": values},
        **common,
    )
    return list(twins(table, chart))


def _whole_row(desk: Desk) -> list[Row]:
    """Make the row of the whole from its own counts: a sum of the listed parts may lack some."""
    plan = desk.plan
    assert isinstance(plan, Overview)
    if not plan.whole:
        return []
    cells = years.cells(desk, plan.whole, desk.own, years.shown(desk))
    return [row("total", desk.category(plan.whole).label, *cells, role="total")]


def _by_year(desk: Desk, found: dict[str, Finding]) -> dict[str, list[int | None]]:
    """Give finding id -> counts of the years shown."""
    assert isinstance(desk.plan, Overview)
    periods = years.shown(desk) if desk.plan.years else []
    return {f.id: years.counted(desk, c, desk.own, periods) for c, f in found.items()}


def _trend(desk: Desk) -> list[Finding]:
    """Find the direction of the whole's series, where years are shown and each has its count."""
    plan = desk.plan
    assert isinstance(plan, Overview)
    if not (plan.years and plan.whole):
        return []
    values = years.counted(desk, plan.whole, desk.own, years.shown(desk))
    lacking = [p for p in years.shown(desk) if desk.tables.guard.lacking(plan.whole, p)]
    unknown = values.count(None) > len(lacking)
    return [] if unknown else [years.trend(desk, plan.whole, values)]


def _lists(plan: Overview, found: dict[str, Finding]) -> tuple[NamedList, ...]:
    """Split the categories, without their whole, by the sign of their change.

    One that rows without a location would turn round is in neither list.
    """
    parts = [
        f
        for c, f in found.items()
        if c != plan.whole and f.change is not None and not _turned(f, f.change)
    ]
    falls = tuple(f.id for f in parts if (f.change or 0) < 0)
    rises = tuple(f.id for f in parts if (f.change or 0) > 0)
    return (
        NamedList(name="reductions", form="change", findings=falls),
        NamedList(name="challenges", form="change", findings=rises),
    )


def _turned(f: Finding, change: Number) -> bool:
    """Whether a change has the other sign once rows without a location are shared out."""
    shared = (c.numbers for c in f.cautions if c.kind == "unlocated")
    return any(change * (each["shared"] - each["shared_before"]) < 0 for each in shared)
