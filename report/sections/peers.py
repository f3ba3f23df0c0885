"""Section kind "peers": positions in the most similar group at two dates, and who moved."""

from datetime import date

from report.assessment import Cell, Column, Entry, Exhibit, Finding, NamedList, Section
from report.config.model import Plan, key
from report.config.study import Study
from report.periods import day
from report.sections import positions
from report.sections.facts import Desk, cited, exhibit, row
from report.sources.tables import Tables


class Peers(Plan):
    """Keys of the positions."""

    categories: tuple[str, ...] = key("categories of the table, in order")
    name: str = key("everyday name of the table", default="positions")
    stub: str = key("header of the first column", default="Crime type")
    note: str = key("printed under the table", default="")


def assess(plan: Peers, study: Study, tables: Tables) -> Section:
    """Assess the positions at every date that the sources hold up to the period's end."""
    desk = Desk.of(plan, study, tables)
    found = _positions(desk, plan.categories)
    group = study.partnership.peer_group
    return Section(
        id=plan.id,
        kind=plan.kind,
        title=plan.title,
        audience=plan.audience,
        numbered=plan.numbered,
        findings=tuple(found.values()),
        exhibits=(_table(desk, found),),
        key_findings=desk.key_findings(),
        lists=_lists(list(found.values()), _dates(desk, found)),
        entries=tuple(Entry(title=member) for member in group.members) if group else (),
    )


def _positions(desk: Desk, categories: tuple[str, ...]) -> dict[str, Finding]:
    found = positions.latest(desk, categories)
    lacking = [category for category in categories if category not in found]
    if lacking:
        what = f"no source gives the position of '{lacking[0]}' by {day(desk.period.last)}"
        raise desk.missing(what, "add it to a source of positions", "categories")
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
    return Cell(value=finding.change) if _at(finding) == dates[-2:] else Cell(markers=("x",))


def _at(finding: Finding) -> list[date]:
    periods = (finding.previous_period, finding.period)
    return [period.last for period in periods if period]


def _lists(found: list[Finding], dates: list[date]) -> tuple[NamedList, ...]:
    signs = {"moved up": 1, "moved down": -1, "unmoved": 0}
    moved = [f for f in found if f.change is not None and _at(f) == dates[-2:]]
    return tuple(
        NamedList(
            name=name,
            form="position change",
            findings=tuple(f.id for f in moved if (f.change > 0) - (f.change < 0) == sign),  # type: ignore[operator]
        )
        for name, sign in signs.items()
    )
