"""Section kind "places": one category by area and year, with shares, sets of areas and gaps."""

from report.assessment import Column, Exhibit, Finding, NamedList, Row, Section
from report.config.model import Strict, key
from report.config.plan import Plan
from report.config.study import Study
from report.errors import suggestion
from report.measures import places, shades
from report.periods import Period
from report.sections import variation, years
from report.sections.cells import change_cell, header, row
from report.sections.desk import Desk, together
from report.sections.exhibits import accepted, exhibit, of_windows, twins
from report.sections.facts import (
    ALONE,
    added,
    cited,
    compared_by,
    count,
    identity,
    less,
    moved,
    of_counts,
    remembered,
    share,
    unique,
)
from report.sources.tables import Tables


class AreaSet(Strict):
    """A named set of areas that is added up."""

    name: str = key("everyday name of the set")
    areas: tuple[str, ...] = key("display names of its areas")


class Places(Plan):
    """Keys of a table by area."""

    category: str = key("the category")
    areas: str = key("kind of area, such as beat")
    areas_plural: str = key("that kind in the plural, where it is not formed by s", default="")
    only: tuple[str, ...] = key(
        "display names, where figures are published for some of the areas only: no shares then",
        default=(),
    )
    years: bool = key("show the years before as well", default=True)
    name: str = key("everyday name of the table and chart", default="")
    change: bool = key("show the change on the comparison", default=True)
    shade: bool = key("shade the counts of each row from its lowest to its highest", default=False)
    chart: bool = key("draw small multiples", default=True)
    chart_message: str = key("what the chart shows, in your words", default="")
    sets: tuple[AreaSet, ...] = key("sets of areas to add up", default=())
    gaps: tuple[tuple[str, str], ...] = key("pairs of areas to compare", default=())
    note: str = key("printed under the table", default="")

    def compares(self) -> tuple[str, ...]:
        """Give the category."""
        return (self.category,)


def assess(plan: Places, study: Study, tables: Tables) -> Section:
    """Assess one category by area."""
    desk = Desk.of(plan, study, tables)
    areas = together({code: count(desk, plan.category, code) for code in _codes(desk)})
    total, whole = added(f.value for f in areas.values()), count(desk, plan.category)
    sets = [_set(desk, each, areas) for each in plan.sets]
    excess = (total or 0) > (whole.value or 0)
    base = (total if excess else whole.value) or 0
    wider = f"all {_plural(plan)}" if excess else study.partnership.area.name
    parts = () if plan.only else (*areas.values(), *sets)
    every = cited([*areas.values(), whole])
    shares = [share(desk, part, base, f"{whole.label} in {wider}", every) for part in parts]
    others = [None if plan.only else _remainder(desk, whole, total, every)]
    others += [_risen(desk, areas), *_gaps(desk, areas)]
    counted = remembered(desk, [*areas.values(), *sets], _by_year(desk, areas, sets))
    return Section(
        id=plan.id,
        kind=plan.kind,
        title=plan.title,
        audience=plan.audience,
        numbered=plan.numbered,
        findings=unique([whole, *counted, *shares, *others]),
        exhibits=_exhibits(desk, areas),
        key_findings=desk.key_findings(),
        lists=_lists(areas, {f.id for f in shares if f}),
    )


def _plan(desk: Desk) -> Places:
    assert isinstance(desk.plan, Places)
    return desk.plan


def _plural(plan: Places) -> str:
    return plan.areas_plural or f"{plan.areas}s"


def _codes(desk: Desk) -> list[str]:
    plan, areas = _plan(desk), desk.study.areas()
    inside = set(desk.study.within(desk.own, plan.areas))
    codes = [c for c in areas if c in inside]
    unknown = set(plan.only) - {areas[c].name for c in codes}
    if unknown:
        name = min(unknown)
        advice = suggestion(name, [areas[c].name for c in codes])
        raise desk.missing(f"unknown area '{name}'", advice, "only")
    if plan.only:
        return sorted((c for c in codes if areas[c].name in plan.only), key=codes.index)
    if not codes:
        kinds = {areas[code].kind for code in desk.study.within(desk.own)}
        what = f"the partnership has no areas of kind '{_plan(desk).areas}'"
        raise desk.missing(what, suggestion(_plan(desk).areas, kinds), "areas")
    return codes


def _code(desk: Desk, name: str, field: str) -> str:
    by_name = {desk.area_name(code): code for code in _codes(desk)}
    if name not in by_name:
        raise desk.missing(f"unknown area '{name}'", suggestion(name, by_name), field)
    return by_name[name]


def _set(desk: Desk, each: AreaSet, areas: dict[str, Finding]) -> Finding:
    """Add up a set of areas, with its change."""
    twice = [name for at, name in enumerate(each.areas) if name in each.areas[:at]]
    if twice:
        what = f"the set '{each.name}' names '{twice[0]}' twice"
        raise desk.missing(what, "take one out, or it counts twice", "sets")
    codes = [_code(desk, name, "sets") for name in each.areas]
    parts = [areas[code] for code in codes]
    value, previous = added(f.value for f in parts), added(f.previous for f in parts)
    tested = variation.of_sum(desk, [(_plan(desk).category, code) for code in codes])
    return parts[0].model_copy(
        update={
            "id": identity("count", _plan(desk).category, each.name),
            "label": f"{desk.category(_plan(desk).category).label} in {each.name}",
            "area": each.name,
            "sources": cited(parts),
            **moved(desk, value, previous, tested),
        }
    )


def _remainder(
    desk: Desk, whole: Finding, total: float | None, sources: tuple[str, ...]
) -> Finding:
    """Find how far the areas add up to the whole: above 0 they add up to more."""
    plan = _plan(desk)
    kind = _plural(plan)
    return whole.model_copy(
        update={
            "id": identity("remainder", plan.category, plan.areas),
            "label": f"{whole.label} in all {kind} against {desk.study.partnership.area.name}",
            "measure": "remainder",
            "value": less(total, whole.value),
            "of": total,
            "of_label": kind,
            **ALONE,
            "small_base": False,
            "method": "remainder",
            "sources": sources,
            "cautions": of_counts(whole.cautions),
        }
    )


def _risen(desk: Desk, areas: dict[str, Finding]) -> Finding | None:
    """Count the areas with a rise."""
    plan = _plan(desk)
    moved = [f for f in areas.values() if f.change is not None]
    withheld = any(c.change == "withheld" for c in desk.cautions(plan.category))
    if plan.only or not (moved or withheld):
        return None
    kind = _plural(plan)
    return Finding(
        id=identity("areas-risen", plan.category, plan.areas),
        label=f"{kind} with a rise in {desk.category(plan.category).label}",
        measure="areas risen",
        category=plan.category,
        unit="areas",
        period=desk.period,
        value=None if withheld else sum((f.change or 0) > 0 for f in moved),
        of=len(moved),
        of_label=kind,
        method="change",
        sources=cited(moved),
        audience=plan.audience,
        cautions=desk.cautions(plan.category),
    )


def _gaps(desk: Desk, areas: dict[str, Finding]) -> list[Finding]:
    """Find the difference between two areas, now and in the comparison."""
    found, label = [], desk.category(_plan(desk).category).label
    for first, second in _plan(desk).gaps:
        one, other = (areas[_code(desk, name, "gaps")] for name in (first, second))
        update = {
            "id": identity("gap", _plan(desk).category, first, second),
            "label": f"{label} gap between {first} and {second}",
            "measure": "gap",
            "area": "",
            "value": less(one.value, other.value),
            **ALONE,
            "small_base": False,
            "method": "count",
            "sources": cited([one, other]),
            "cautions": of_counts(one.cautions),
        }
        found.append(one.model_copy(update=update))
    return found


def _exhibits(desk: Desk, areas: dict[str, Finding]) -> tuple[Exhibit, ...]:
    plan, keys = _plan(desk), desk.category(_plan(desk).category)
    periods = _periods(desk)
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
        estimated=desk.estimated(_codes(desk)),
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
    plan, unit = _plan(desk), desk.category(_plan(desk).category).unit
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
    plan = _plan(desk)
    periods, columns = _columns(desk, _periods(desk), drawn=True)
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


def _by_year(
    desk: Desk, areas: dict[str, Finding], sets: list[Finding]
) -> dict[str, list[int | None]]:
    """Give finding id -> counts of the years shown, for areas and for sets of them."""
    plan, periods = _plan(desk), _periods(desk)
    found = {areas[c].id: years.counted(desk, plan.category, c, periods) for c in areas}
    for each, finding in zip(plan.sets, sets, strict=True):
        parts = [found[areas[_code(desk, name, "sets")].id] for name in each.areas]
        found[finding.id] = [
            sum(v for v in year if v is not None) if None not in year else None
            for year in zip(*parts, strict=True)
        ]
    return found


def _periods(desk: Desk) -> list[Period]:
    """Give the years shown, or the two periods that are compared."""
    return years.shown(desk) if _plan(desk).years else [desk.comparison, desk.period]


def _row(desk: Desk, code: str, finding: Finding, periods: list[Period]) -> Row:
    values = years.counted(desk, _plan(desk).category, code, periods)
    counts = years.cells(desk, _plan(desk).category, code, periods)
    if _plan(desk).shade:
        steps = shades.steps(values)
        counts = [c.model_copy(update={"shade": n}) for c, n in zip(counts, steps, strict=True)]
    cells = [change_cell(finding)] if _plan(desk).change else []
    return row(code, finding.area, *counts, *cells, polarity=finding.polarity)


def _lists(areas: dict[str, Finding], shares: set[str]) -> tuple[NamedList, ...]:
    """Rank the areas, and split them by the sign of their change, largest first."""
    ranked = places.ranked({code: f.value or 0 for code, f in areas.items()})
    by_share = [_share_id(areas[code]) for code, _, _ in ranked]
    moved = sorted((f for f in areas.values() if f.change), key=_size)
    return (
        NamedList(name="ranked", form="share", findings=tuple(i for i in by_share if i in shares)),
        NamedList(name="rises", form="change", findings=_ids(moved, 1)),
        NamedList(name="falls", form="change", findings=_ids(moved, -1)),
    )


def _size(finding: Finding) -> tuple[bool, float]:
    """Order changes: percentages, the largest first, and then counts on a small base."""
    size = finding.change if finding.change_pct is None else finding.change_pct
    return finding.change_pct is None, -abs(size or 0)


def _share_id(finding: Finding) -> str:
    return finding.id.replace("count.", "share.", 1)


def _ids(findings: list[Finding], sign: int) -> tuple[str, ...]:
    return tuple(f.id for f in findings if (f.change or 0) * sign > 0)
