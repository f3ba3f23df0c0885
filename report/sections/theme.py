"""Section kind "theme": one category with its change, its years, and the areas with most of it."""

from report.assessment import Column, Exhibit, Section
from report.config.model import PeriodKeys, key
from report.config.plan import Plan
from report.config.study import Study
from report.config.top import Top
from report.sections import years
from report.sections.cells import row
from report.sections.desk import Desk
from report.sections.exhibits import exhibit
from report.sections.facts import count, remembered, unique
from report.sections.funnels import funnels
from report.sections.lasting import lasting
from report.sections.maps import Map, maps
from report.sections.over_time import AreasOverTime, OverTime
from report.sections.side_by_side import side_by_side
from report.sections.top import TopAreas
from report.sources.tables import Tables


class Theme(Plan):
    """Keys of a theme."""

    category: str = key("the category")
    period: PeriodKeys | None = key("another period than the edition's", default=None)
    comparison: PeriodKeys | None = key("another comparison than the year before", default=None)
    change: bool = key("find the district's count and its change", default=True)
    trend: bool = key("draw the district's years as a line", default=False)
    trend_message: str = key("what that chart shows, in your words", default="")
    top: Top | None = key("the table of the areas with most", default=None)
    maps: tuple[Map, ...] = key(
        "maps of that table's areas: those of the whole county, those of the district with the "
        "ranks of the first; districts: the county's districts by rate",
        default=(),
    )
    over_time: OverTime | None = key(
        "its areas over several years: lasting hotspots, the areas that stayed among those with "
        "most, and how much these have of all",
        default=None,
    )

    def compares(self) -> tuple[str, ...]:
        """Give the category, where its change is found."""
        return (self.category,) if self.change else ()


def assess(plan: Theme, study: Study, tables: Tables) -> Section:
    """Assess one category."""
    desk = Desk.of(plan, study, tables)
    found = [count(desk, plan.category)] if plan.change else []
    series = years.complete(desk, plan.category, "trend", "'trend: false'") if plan.trend else []
    trends = [years.trend(desk, plan.category, series)] if plan.trend else []
    found = remembered(desk, found, {f.id: series for f in found})
    top = TopAreas.of(desk, plan.top, plan.category) if plan.top else None
    over = AreasOverTime.of(desk, plan.over_time, plan.category) if plan.over_time else None
    exhibits = [_line(desk)] if plan.trend else []
    exhibits += [top.table(), *side_by_side(top)] if top else []
    exhibits += maps(desk, top, plan.maps) if plan.maps else []
    exhibits += funnels(top) if top else []
    exhibits += lasting(over) if over else []
    places = [*(top.findings() if top else ()), *(over.findings() if over else ())]
    return Section(
        id=plan.id,
        kind=plan.kind,
        title=plan.title,
        audience=plan.audience,
        numbered=plan.numbered,
        findings=unique([*found, *trends, *places]),
        exhibits=tuple(exhibits),
        key_findings=desk.key_findings(),
        lists=top.lists() if top else (),
    )


def _plan(desk: Desk) -> Theme:
    assert isinstance(desk.plan, Theme)
    return desk.plan


def _line(desk: Desk) -> Exhibit:
    plan, periods = _plan(desk), years.shown(desk)
    cells = years.cells(desk, plan.category, desk.own, periods)
    keys = desk.category(plan.category)
    columns = [Column(key="category", label="Category"), *years.columns(desk, periods, keys.unit)]
    return exhibit(
        desk,
        "trend",
        keys.label,
        columns,
        kind="lines",
        measure=keys.label,
        message=plan.trend_message,
        period=years.span(periods),
        rows=(row(plan.category, keys.label, *cells),),
        marks={"label": "category", "values": [c.key for c in columns[1:]]},
        cautions=years.cautions(desk.yearly, plan.category, periods),
        sources=desk.sources(plan.category),
    )
