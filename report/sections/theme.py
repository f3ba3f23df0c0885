"""Section kind "theme": one category with its change, its years, and the areas with most of it."""

from collections.abc import Iterable, Sequence

from report.assessment import Cell, Column, Exhibit, Finding, NamedList, Row, Section
from report.config.model import PeriodKeys, Plan, Strict, key
from report.config.study import Study
from report.measures import classification, places, rates
from report.sections import years
from report.sections.facts import (
    Desk,
    accepted,
    count,
    exhibit,
    header,
    remembered,
    row,
    slug,
    together,
    unique,
)
from report.sources.tables import Tables


class Label(Strict):
    """A label and the smallest count that carries it."""

    label: str = key("the label as printed")
    from_count: int = key("smallest count with this label", ge=0)


class Top(Strict):
    """The table of the areas with most."""

    areas: str = key("kind of area, such as LSOA or beat")
    number: int = key("how many areas", default=10, ge=1)
    name: str = key("everyday name of the table", default="")
    caption: str = key("caption, instead of the usual one", default="")
    rate: bool = key("a rate per 1,000 residents as well", default=True)
    district: str = key("header and text of a district column are added when given", default="")
    labels: tuple[Label, ...] = key("declared count cut-offs (method count_cutoffs)", default=())
    labels_header: str = key("header of the label column", default="Comparison")
    note: str = key("printed under the table", default="")


class Theme(Plan):
    """Keys of a theme."""

    category: str = key("the category")
    period: PeriodKeys | None = key("another period than the edition's", default=None)
    comparison: PeriodKeys | None = key("another comparison than the year before", default=None)
    change: bool = key("find the district's count and its change", default=True)
    trend: bool = key("draw the district's years as a line", default=False)
    trend_message: str = key("what that chart shows, in your words", default="")
    top: Top | None = key("the table of the areas with most", default=None)


def assess(plan: Theme, study: Study, tables: Tables) -> Section:
    """Assess one category."""
    desk = Desk.of(plan, study, tables)
    found = [count(desk, plan.category)] if plan.change else []
    series = years.complete(desk, plan.category, "trend", "'trend: false'") if plan.trend else []
    trends = [years.trend(desk, plan.category, series)] if plan.trend else []
    found = remembered(desk, found, {f.id: series for f in found})
    areas = _top_findings(desk, plan.top) if plan.top else {}
    exhibits = [_line(desk, series)] if plan.trend else []
    exhibits += [_top_table(desk, plan.top, areas)] if plan.top else []
    return Section(
        id=plan.id,
        kind=plan.kind,
        title=plan.title,
        audience=plan.audience,
        numbered=plan.numbered,
        findings=unique([*found, *trends, *areas.values()]),
        exhibits=tuple(exhibits),
        key_findings=desk.key_findings(),
        lists=_lists(plan.top, areas) if plan.top else (),
    )


def _plan(desk: Desk) -> Theme:
    assert isinstance(desk.plan, Theme)
    return desk.plan


def _line(desk: Desk, series: Sequence[int]) -> Exhibit:
    plan, periods = _plan(desk), years.shown(desk)
    keys = desk.category(plan.category)
    columns = [Column(key="category", label="Category"), *years.columns(periods, keys.unit)]
    return exhibit(
        desk,
        "trend",
        keys.label,
        columns,
        kind="lines",
        measure=keys.label,
        message=plan.trend_message,
        period=years.span(periods),
        rows=(row(plan.category, keys.label, *series),),
        marks={"label": "category", "values": [c.key for c in columns[1:]]},
        sources=desk.sources(plan.category),
    )


def _top_ranked(desk: Desk, top: Top) -> list[tuple[str, int, bool]]:
    """Rank all areas of the kind by count, and give the first of them: code, rank, whether tied."""
    category, period = _plan(desk).category, desk.period
    inside = set(desk.study.within(desk.own, top.areas))
    values = desk.tables.by_area(category, period.first, period.last)
    values = {code: v for code, v in values.items() if code in inside}
    if not values:
        what = f"no source counts '{category}' by {top.areas} for {period.label}"
        raise desk.missing(what, "add rows for it, or take 'top:' out", "top")
    by_name = {code: values[code] for code in sorted(values, key=desk.area_name)}
    return places.top(by_name, top.number)


def _top_findings(desk: Desk, top: Top) -> dict[str, Finding]:
    """Find the counts of the areas with most, by code, highest first."""
    category = _plan(desk).category
    return together({code: count(desk, category, code) for code, _, _ in _top_ranked(desk, top)})


def _top_table(desk: Desk, top: Top, areas: dict[str, Finding]) -> Exhibit:
    keys = desk.category(_plan(desk).category)
    ranked = _top_ranked(desk, top)
    rows = [_top_row(desk, top, areas[code], code, rank, tied=tied) for code, rank, tied in ranked]
    excess = f"excess.{_plan(desk).category}.{top.areas.lower()}"
    return exhibit(
        desk,
        "top areas",
        top.name or f"{keys.label} by {top.areas}",
        _top_columns(top, keys.label, keys.unit),
        title=top.caption,
        measure=keys.label,
        rows=tuple(rows),
        notes=tuple(n for n in (top.note, *accepted(desk, excess)) if n),
        methods=_top_methods(top),
        sources=_top_sources(desk, top, areas),
        sensitive=keys.sensitive,
    )


def _top_methods(top: Top) -> tuple[str, ...]:
    return ("rank", *(("rate",) if top.rate else ()), *(("count_cutoffs",) if top.labels else ()))


def _top_sources(desk: Desk, top: Top, areas: Iterable[str]) -> tuple[str, ...]:
    populations = tuple(dict.fromkeys(desk.tables.population["source"])) if top.rate else ()
    return (*desk.sources(_plan(desk).category, areas=areas), *populations)


def _top_columns(top: Top, label: str, unit: str) -> list[Column]:
    columns = [Column(key="rank", label="Rank", unit="rank")]
    if top.district:
        columns.append(Column(key="district", label="District"))
    columns += [
        Column(key="area", label=header(top.areas)),
        Column(key="count", label=label, unit=unit),
    ]
    if top.rate:
        columns.append(Column(key="rate", label="Rate per 1,000 residents", unit="per 1,000"))
    if top.labels:
        columns.append(Column(key="label", label=top.labels_header, unit="label"))
    return columns


def _top_row(desk: Desk, top: Top, finding: Finding, code: str, rank: int, *, tied: bool) -> Row:
    cells: list[object] = [Cell(value=rank, tied=tied)]
    cells += [top.district] if top.district else []
    cells += [finding.area, finding.value]
    cells += [_rate(desk, code, finding.value or 0)] if top.rate else []
    cells += [_label(finding.value or 0, top.labels)] if top.labels else []
    return row(slug(finding.area), *cells)


def _rate(desk: Desk, code: str, value: float) -> Cell:
    rows, last = desk.tables.population, desk.period.last.year
    rows = rows[(rows["area"] == code) & (rows["year"] <= last)]
    if not len(rows):
        what = f"no population for {desk.area_name(code)} up to {last}"
        raise desk.missing(what, "add it to a source of populations, or set 'rate: false'", "top")
    return Cell(value=rates.per_1000(value, rows.sort_values("year").iloc[-1]["population"]))


def _label(value: float, labels: Sequence[Label]) -> str | None:
    return classification.count_cutoffs(value, [(each.label, each.from_count) for each in labels])


def _lists(top: Top, areas: dict[str, Finding]) -> tuple[NamedList, ...]:
    """List the areas by label, highest label first, and the areas with most."""
    found = [NamedList(name="areas with most", form="count", findings=_ids(areas.values()))]
    for each in sorted(top.labels, key=lambda label: -label.from_count):
        carried = [f for f in areas.values() if _label(f.value or 0, top.labels) == each.label]
        if carried:
            found.append(NamedList(name=each.label, form="count", findings=_ids(carried)))
    return tuple(found)


def _ids(findings: Iterable[Finding]) -> tuple[str, ...]:
    return tuple(f.id for f in findings)
