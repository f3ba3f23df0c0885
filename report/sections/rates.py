"""Section kind "rates": areas' rates as published without counts, set against the district's."""

from typing import TYPE_CHECKING

from report.assessment import Cell, Column, Exhibit, Finding, Section, slug
from report.config.model import key
from report.config.plan import Plan
from report.config.study import Study
from report.measures import places, rates
from report.sections.cells import header, row
from report.sections.desk import Desk, guarded
from report.sections.exhibits import exhibit, twins
from report.sections.facts import cited, identity
from report.sources.tables import Tables

if TYPE_CHECKING:
    import pandas as pd


class Rates(Plan):
    """Keys of published rates."""

    category: str = key("the category")
    areas: str = key("kind of area, such as LSOA or ward")
    name: str = key("everyday name of the table and chart", default="")
    caption: str = key("caption, instead of the usual one", default="")
    chart: bool = key("draw the rates as bars, the district's as a line", default=False)
    chart_message: str = key("what the chart shows, in your words", default="")
    note: str = key("printed under the table", default="")


def assess(plan: Rates, study: Study, tables: Tables) -> Section:
    """Rank the published rates of areas and set each against the district's."""
    desk = Desk.of(plan, study, tables)
    given = _given(desk)
    own = _finding(desk, given, desk.own)
    by_area = {c: _finding(desk, given, c) for c in given if c != desk.own}
    table = _table(desk, own, by_area)
    return Section(
        id=plan.id,
        kind=plan.kind,
        title=plan.title,
        audience=plan.audience,
        numbered=plan.numbered,
        findings=(own, *by_area.values()),
        exhibits=twins(table, _chart(desk, table)) if plan.chart else (table,),
        key_findings=desk.key_findings(),
    )


def _plan(desk: Desk) -> Rates:
    assert isinstance(desk.plan, Rates)
    return desk.plan


def _given(desk: Desk) -> "dict[str, pd.Series]":
    """Give the rows of the district and of its areas of the kind, by code, in order of names.

    Raises InputError where the sources lack the one or the others.
    """
    plan, rows = _plan(desk), desk.tables.rates
    rows = rows[(rows["category"] == plan.category) & (rows["first"] == desk.period.first)]
    rows = rows[rows["last"] == desk.period.last]
    found = {str(one["area"]): one for _, one in rows.iterrows()}
    kept = [c for c in (desk.own, *desk.study.within(desk.own, plan.areas)) if c in found]
    if desk.own not in kept or len(kept) == 1:
        whose = f"any {plan.areas}" if desk.own in kept else desk.study.partnership.area.name
        what = f"no source gives the rate of '{plan.category}' in {whose} for {desk.period.label}"
        raise desk.missing(what, "add a row to a source with the layout 'rates'", "category")
    return {code: found[code] for code in kept}


def _finding(desk: Desk, given: "dict[str, pd.Series]", code: str) -> Finding:
    """Make the finding of a rate. An area's stays inside: the count behind it may be small."""
    keys, name, own = desk.category(_plan(desk).category), desk.area_name(code), code == desk.own
    average, value = (float(given[c]["rate"]) for c in (desk.own, code))
    return Finding(
        id=identity("rate", _plan(desk).category, "" if own else code),
        label=keys.label + (f" in {name}" if name else ""),
        measure="rate",
        category=_plan(desk).category,
        area=name,
        unit="per 1,000",
        period=desk.period,
        value=value,
        of=None if own else average,
        ratio=None if own else rates.times(value, average),
        polarity=keys.polarity,
        origin="given",
        method="published_rate",
        sources=(str(given[code]["source"]),),
        audience=guarded(desk, (), sensitive=not own),
    )


def _table(desk: Desk, own: Finding, by_area: dict[str, Finding]) -> Exhibit:
    plan, label = _plan(desk), desk.category(_plan(desk).category).label
    rows = [
        row(slug(f.area), Cell(value=rank, tied=tied), f.area, f.value, f.ratio)
        for code, rank, tied in places.ranked({c: f.value or 0 for c, f in by_area.items()})
        for f in [by_area[code]]
    ]
    district = row("average", None, desk.study.partnership.area.name, own.value, None, role="total")
    decimals = max(rates.decimals(f.value or 0) for f in (own, *by_area.values()))
    columns = [
        Column(key="rank", label="Rank", unit="rank"),
        Column(key="area", label=header(plan.areas)),
        Column(
            key="rate", label="Rate per 1,000", unit="per 1,000", decimals=decimals, origin="given"
        ),
        Column(key="ratio", label="Times the district's rate", unit="number", decimals=1),
    ]
    return exhibit(
        desk,
        "published rates",
        plan.name or f"{label} rate by {plan.areas}",
        columns,
        title=plan.caption,
        measure=label,
        rows=(*rows, district),
        notes=(plan.note,) if plan.note else (),
        methods=("published_rate",),
        sources=cited((own, *by_area.values())),
        findings=by_area.values(),
    )


def _chart(desk: Desk, table: Exhibit) -> Exhibit:
    """Draw the rates as bars, highest first, and the district's as the line across them."""
    shown = [n for n, c in enumerate(table.columns) if c.key in ("area", "rate")]
    rows = [r.model_copy(update={"cells": tuple(r.cells[n] for n in shown)}) for r in table.rows]
    chart = exhibit(
        desk,
        table.form,
        table.name,
        [table.columns[n] for n in shown],
        kind="ranked_bars",
        title=table.title,
        measure=table.measure,
        message=_plan(desk).chart_message,
        rows=tuple(rows),
        marks={"label": "area", "values": ["rate"], "average": "average"},
        sources=table.sources,
    )
    return chart.model_copy(update={"audience": table.audience})
