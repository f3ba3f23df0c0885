"""Section kind "places": one category by area and year, with shares, sets of areas and gaps."""

from report.assessment import Finding, NamedList, Section
from report.config.study import Study
from report.measures import places
from report.sections import variation, years
from report.sections.desk import Desk, together
from report.sections.facts import (
    ALONE,
    added,
    cited,
    count,
    identity,
    less,
    moved,
    of_counts,
    remembered,
    share,
    unique,
)
from report.sections.places_keys import AreaSet, Places, code_of, codes_of, plan_of, plural
from report.sections.places_tables import by_area, years_of
from report.sources.tables import Tables


def assess(plan: Places, study: Study, tables: Tables) -> Section:
    """Assess one category by area."""
    desk = Desk.of(plan, study, tables)
    areas = together({code: count(desk, plan.category, code) for code in codes_of(desk)})
    total, whole = added(f.value for f in areas.values()), count(desk, plan.category)
    sets = [_set(desk, each, areas) for each in plan.sets]
    excess = (total or 0) > (whole.value or 0)
    base = (total if excess else whole.value) or 0
    wider = f"all {plural(plan)}" if excess else study.partnership.area.name
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
        exhibits=by_area(desk, areas),
        key_findings=desk.key_findings(),
        lists=_lists(areas, {f.id for f in shares if f}),
    )


def _set(desk: Desk, each: AreaSet, areas: dict[str, Finding]) -> Finding:
    """Add up a set of areas, with its change."""
    twice = [name for at, name in enumerate(each.areas) if name in each.areas[:at]]
    if twice:
        what = f"the set '{each.name}' names '{twice[0]}' twice"
        raise desk.missing(what, "take one out, or it counts twice", "sets")
    codes = [code_of(desk, name, "sets") for name in each.areas]
    parts = [areas[code] for code in codes]
    value, previous = added(f.value for f in parts), added(f.previous for f in parts)
    tested = variation.of_sum(desk, [(plan_of(desk).category, code) for code in codes])
    return parts[0].model_copy(
        update={
            "id": identity("count", plan_of(desk).category, each.name),
            "label": f"{desk.category(plan_of(desk).category).label} in {each.name}",
            "area": each.name,
            "sources": cited(parts),
            **moved(desk, value, previous, tested),
        }
    )


def _remainder(
    desk: Desk, whole: Finding, total: float | None, sources: tuple[str, ...]
) -> Finding:
    """Find how far the areas add up to the whole: above 0 they add up to more."""
    plan = plan_of(desk)
    kind = plural(plan)
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
    plan = plan_of(desk)
    moved = [f for f in areas.values() if f.change is not None]
    withheld = any(c.change == "withheld" for c in desk.cautions(plan.category))
    if plan.only or not (moved or withheld):
        return None
    kind = plural(plan)
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
    found, label = [], desk.category(plan_of(desk).category).label
    for first, second in plan_of(desk).gaps:
        one, other = (areas[code_of(desk, name, "gaps")] for name in (first, second))
        update = {
            "id": identity("gap", plan_of(desk).category, first, second),
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


def _by_year(
    desk: Desk, areas: dict[str, Finding], sets: list[Finding]
) -> dict[str, list[int | None]]:
    """Give finding id -> counts of the years shown, for areas and for sets of them."""
    plan, periods = plan_of(desk), years_of(desk)
    found = {areas[c].id: years.counted(desk, plan.category, c, periods) for c in areas}
    for each, finding in zip(plan.sets, sets, strict=True):
        parts = [found[areas[code_of(desk, name, "sets")].id] for name in each.areas]
        found[finding.id] = [
            sum(v for v in year if v is not None) if None not in year else None
            for year in zip(*parts, strict=True)
        ]
    return found


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
