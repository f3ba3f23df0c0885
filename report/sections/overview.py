"""Section kind "overview": categories against the period before, with peer positions and history.

It makes the year-on-year table and its chart, the split into falls and rises, and, where asked, the
table and chart of several years.
"""

from report.assessment import Finding, NamedList, Number, Section
from report.config.study import Study
from report.sections import positions, variation, years
from report.sections.desk import Desk, strictest, together
from report.sections.facts import (
    added,
    cited,
    count,
    identity,
    moved,
    remembered,
    said_once,
    share,
    unique,
)
from report.sections.overview_keys import Overview
from report.sections.overview_tables import compared, over_years
from report.sources.tables import Tables


def assess(plan: Overview, study: Study, tables: Tables) -> Section:
    """Assess the categories of an overview."""
    desk = Desk.of(plan, study, tables)
    found = _told_together(plan, {c: count(desk, c) for c in plan.categories})
    placed = positions.latest(desk, plan.categories) if "position" in plan.show else {}
    totals = [_total(desk, list(found.values()))] if plan.total else []
    shares = _shares(desk, found)
    exhibits = [*compared(desk, found, placed, totals), *over_years(desk)]
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
