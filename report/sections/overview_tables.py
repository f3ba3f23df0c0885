"""The tables and charts of an overview: the comparison, and the years."""

from report.assessment import Cell, Column, Exhibit, Finding, Row
from report.sections import positions, years
from report.sections.cells import (
    change_cell,
    count_cell,
    count_columns,
    difference_cell,
    row,
    variation_cell,
)
from report.sections.desk import Desk
from report.sections.exhibits import accepted, exhibit, of_windows, twins
from report.sections.facts import cited, compared_by, of_counts, said_once, unit_of
from report.sections.overview_keys import Overview


def compared(
    desk: Desk, found: dict[str, Finding], placed: dict[str, Finding], totals: list[Finding]
) -> list[Exhibit]:
    """Make the table of the comparison, and its chart where the plan asks for one."""
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


def over_years(desk: Desk) -> list[Exhibit]:
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
