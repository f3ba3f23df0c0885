"""Section kind "peers": positions in the most similar group at two dates, and who moved.

Positions are printed as a source gives them. Where none does, they are worked out from the counts
of the members, with rates, median, limits about the group's average and a verdict.
"""

from datetime import date

from report.assessment import Cell, Column, Entry, Exhibit, Finding, NamedList, Section
from report.config.model import key
from report.config.plan import Plan
from report.config.study import Study
from report.periods import day
from report.sections import members, positions, ranking, similar
from report.sections.cells import row
from report.sections.desk import Desk
from report.sections.exhibits import exhibit
from report.sections.facts import cited, said_once
from report.sections.members import Standing
from report.sources.tables import Tables


class Peers(Plan):
    """Keys of the positions."""

    categories: tuple[str, ...] = key("categories of the table, in order")
    name: str = key("everyday name of the table", default="positions")
    stub: str = key("header of the first column", default="Crime type")
    groups: tuple[str, ...] = key(
        "categories for which every member of the group is listed and drawn; only where a source "
        "holds the members' counts",
        default=(),
    )
    note: str = key("printed under the table", default="")


def assess(plan: Peers, study: Study, tables: Tables) -> Section:
    """Assess the positions at every date that the sources hold up to the period's end."""
    desk = Desk.of(plan, study, tables)
    if any(len(positions.given(desk, category)) for category in plan.categories):
        found, exhibits = _given(desk)
    else:
        found, exhibits = _computed(desk)
    placed = [f for f in found if f.measure == "position"]
    group = study.partnership.peer_group
    return Section(
        id=plan.id,
        kind=plan.kind,
        title=plan.title,
        audience=plan.audience,
        numbered=plan.numbered,
        findings=found,
        exhibits=exhibits,
        key_findings=desk.key_findings(),
        lists=_lists(placed),
        entries=tuple(Entry(title=member) for member in group.members) if group else (),
    )


def _given(desk: Desk) -> tuple[tuple[Finding, ...], tuple[Exhibit, ...]]:
    """Give the positions as sources have them."""
    plan = desk.plan
    assert isinstance(plan, Peers)
    for category in plan.categories:
        if not len(positions.given(desk, category)):
            what = f"no source gives the position of '{category}' by {day(desk.period.last)}"
            raise desk.missing(what, "add it to a source of positions", "categories")
    if plan.groups:
        what = "positions are given by a source, which does not hold the members' rates"
        raise desk.missing(what, "take 'groups' out, or that source", "groups")
    found = positions.latest(desk, plan.categories)
    return tuple(found.values()), (_table(desk, found),)


def _computed(desk: Desk) -> tuple[tuple[Finding, ...], tuple[Exhibit, ...]]:
    """Work the positions out from the members' counts."""
    plan = desk.plan
    assert isinstance(plan, Peers)
    every = {c: _standing(desk, c) for c in dict.fromkeys((*plan.categories, *plan.groups))}
    found = {c: similar.findings(desk, one) for c, one in every.items()}
    table = similar.overview(
        desk,
        [every[c] for c in plan.categories],
        [f for c in plan.categories for f in found[c]],
        name=plan.name,
        stub=plan.stub,
        notes=(plan.note,) if plan.note else (),
    )
    groups = [e for category in plan.groups for e in ranking.exhibits(desk, every[category])]
    return tuple(f for each in found.values() for f in each), (table, *groups)


def _standing(desk: Desk, category: str) -> Standing:
    found = members.standing(desk, category, desk.period)
    if found is None:
        what = f"no source gives the position of '{category}' by {day(desk.period.last)}"
        advice = f"add it to a source of positions, or the members' counts for {desk.period.label}"
        raise desk.missing(what, advice, "categories")
    return found


def _dates(desk: Desk, found: dict[str, Finding]) -> list[date]:
    rows = desk.tables.peers
    at = rows[rows["category"].isin(found) & (rows["as_at"] <= desk.period.last)]["as_at"]
    return sorted(set(at))


def _table(desk: Desk, found: dict[str, Finding]) -> Exhibit:
    plan, dates = desk.plan, _dates(desk, found)
    assert isinstance(plan, Peers)
    columns = [Column(key="category", label=plan.stub)]
    columns += [
        Column(key=f"d{n}", label=day(at), unit="position", origin="given")
        for n, at in enumerate(dates)
    ]
    if len(dates) > 1:
        columns.append(Column(key="movement", label="Movement", unit="movement"))
    rows = []
    for category, finding in found.items():
        cells = [_cell(desk, category, at) for at in dates]
        cells += [_movement(finding, dates)] if len(dates) > 1 else []
        rows.append(row(category, desk.category(category).label, *cells))
    return exhibit(
        desk,
        "positions",
        plan.name,
        columns,
        rows=tuple(rows),
        period=" and ".join(day(at) for at in dates),
        cautions=said_once(*(f.cautions for f in found.values())),
        notes=(plan.note,) if plan.note else (),
        methods=("position",),
        sources=cited(found.values()),
    )


def _cell(desk: Desk, category: str, at: date) -> Cell:
    rows = desk.tables.peers
    one = rows[(rows["category"] == category) & (rows["as_at"] == at)]
    if not len(one):
        return Cell(markers=("x",))
    return Cell(value=int(one.iloc[0]["position"]), of=int(one.iloc[0]["group_size"]))


def _movement(finding: Finding, dates: list[date]) -> Cell:
    """Give the places gained between the table's last two dates, where both have a position."""
    together = _at(finding) == dates[-2:]
    return positions.movement(finding) if together else Cell(markers=("x",))


def _at(finding: Finding) -> list[date]:
    periods = (finding.previous_period, finding.period)
    return [period.last for period in periods if period]


def _lists(found: list[Finding]) -> tuple[NamedList, ...]:
    """List who moved between the latest two dates of all."""
    signs = {"moved up": 1, "moved down": -1, "unmoved": 0}
    dates = sorted({date for f in found for date in _at(f)})
    moved = [f for f in found if f.change is not None and _at(f) == dates[-2:]]
    return tuple(
        NamedList(
            name=name,
            form="position change",
            findings=tuple(f.id for f in moved if (f.change > 0) - (f.change < 0) == sign),  # type: ignore[operator]
        )
        for name, sign in signs.items()
    )
