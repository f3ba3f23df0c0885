"""The table and chart of one category by area and year."""

from report.assessment import Column, Exhibit, Finding, Row
from report.measures import shades
from report.periods import Period
from report.sections import years
from report.sections.cells import change_cell, header, row
from report.sections.desk import Desk
from report.sections.exhibits import accepted, exhibit, of_windows, twins
from report.sections.facts import compared_by
from report.sections.places_keys import codes_of, plan_of


def by_area(desk: Desk, areas: dict[str, Finding]) -> tuple[Exhibit, ...]:
    """Make the table, and its chart where the plan asks for one."""
    plan, keys = plan_of(desk), desk.category(plan_of(desk).category)
    periods = years_of(desk)
    name = plan.name or f"{keys.label} by {plan.areas}"
    common = {
        "measure": keys.label,
        "period": years.span(periods) if plan.years or desk.a_year_before else desk.period.label,
        "comparison": _same_dates(desk),
        "sources": desk.sources(plan.category, areas=areas),
        "findings": areas.values(),
        "sensitive": keys.sensitive,
    }
    shown, columns = _columns(desk, periods, drawn=False)
    excess = accepted(desk, f"excess.{plan.category}.{plan.areas.lower()}")
    notes = (*excess, *(of_windows(desk) if plan.change else ()), plan.note)
    table = exhibit(
        desk,
        "areas by year",
        name,
        columns,
        rows=tuple(_row(desk, code, areas[code], shown) for code in areas),
        cautions=years.cautions(desk, plan.category, shown),
        notes=tuple(n for n in notes if n),
        methods=(*compared_by(areas.values()), *desk.bridging(plan.areas)),
        estimated=desk.estimated(codes_of(desk)),
        **common,
    )
    if not plan.chart:
        return (table,)
    return twins(table, _chart(desk, name, areas, common))


def _columns(
    desk: Desk, periods: list[Period], *, drawn: bool
) -> tuple[list[Period], list[Column]]:
    """Give the periods shown and their columns: of a table, where it has it, the change as well.

    A comparison on other dates is no bar among those of like years.
    """
    plan, unit = plan_of(desk), desk.category(plan_of(desk).category).unit
    stub = Column(key="area", label=header(plan.areas))
    if plan.years and (drawn or not plan.change):
        return periods, [stub, *years.columns(desk, periods, unit)]
    *counts, change = years.compared_columns(desk, periods, unit)
    more = [change] if plan.change and not drawn else []
    return years.compared(desk, periods), [stub, *counts, *more]


def _same_dates(desk: Desk) -> str:
    """Say of a part-year table which dates every column covers."""
    part_year = desk.period.basis == "year to date"
    return desk.period.dates if part_year else ""


def _chart(desk: Desk, name: str, areas: dict[str, Finding], common: dict[str, object]) -> Exhibit:
    plan = plan_of(desk)
    periods, columns = _columns(desk, years_of(desk), drawn=True)
    counted = {code: years.cells(desk, plan.category, code, periods) for code in areas}
    return exhibit(
        desk,
        "areas by year",
        name,
        columns,
        kind="area_bars",
        message=plan.chart_message,
        rows=tuple(
            row(code, found.area, *counted[code], polarity=found.polarity)
            for code, found in areas.items()
        ),
        cautions=years.cautions(desk.yearly if plan.years else desk, plan.category, periods),
        marks={"label": "area", "values": [c.key for c in columns[1:]]},
        **common,
    )


def years_of(desk: Desk) -> list[Period]:
    """Give the years shown, or the two periods that are compared."""
    return years.shown(desk) if plan_of(desk).years else [desk.comparison, desk.period]


def _row(desk: Desk, code: str, finding: Finding, periods: list[Period]) -> Row:
    values = years.counted(desk, plan_of(desk).category, code, periods)
    counts = years.cells(desk, plan_of(desk).category, code, periods)
    if plan_of(desk).shade:
        steps = shades.steps(values)
        counts = [c.model_copy(update={"shade": n}) for c, n in zip(counts, steps, strict=True)]
    cells = [change_cell(finding)] if plan_of(desk).change else []
    return row(code, finding.area, *counts, *cells, polarity=finding.polarity)
