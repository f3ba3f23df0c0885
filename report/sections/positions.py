"""Positions in the most similar group: the latest of each category, and their cells and columns."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from report.assessment import Cell, Column, Finding
from report.measures import peers
from report.periods import day, snapshot
from report.sections.facts import Desk, identity

if TYPE_CHECKING:
    import pandas as pd


def latest(desk: Desk, categories: Iterable[str]) -> dict[str, Finding]:
    """Find each category's latest position by the end of the period, and the one before it."""
    found = {}
    for category in categories:
        rows = desk.tables.peers[desk.tables.peers["category"] == category].sort_values("as_at")
        rows = rows[rows["as_at"] <= desk.period.last]
        if len(rows):
            found[category] = _position(desk, category, rows)
    return found


def _position(desk: Desk, category: str, rows: "pd.DataFrame") -> Finding:
    """Make the finding of a position from a category's rows of `peers`, in order of date."""
    now = rows.iloc[-1]
    then = rows.iloc[-2] if len(rows) > 1 else None
    gained = peers.places_gained(now["position"], then["position"]) if then is not None else None
    return Finding(
        id=identity("position", category),
        label=desk.category(category).label,
        measure="position",
        category=category,
        unit="position",
        period=snapshot(now["as_at"]),
        value=now["position"],
        of=now["group_size"],
        previous=then["position"] if then is not None else None,
        previous_period=snapshot(then["as_at"]) if then is not None else None,
        change=gained,
        origin="given",
        method="position",
        sources=tuple(dict.fromkeys(rows["source"])),
        audience=desk.plan.audience,
    )


def newest(positions: Iterable[Finding]) -> Finding:
    """Give the position with the latest date, and of those the one with the latest before it."""
    return max(positions, key=lambda f: [p.last for p in (f.period, f.previous_period) if p])


def cells(place: Finding | None, head: Finding) -> tuple[Cell, Cell]:
    """Give the cells of a position and its movement under the dates of another one."""
    missing = Cell(markers=("x",))
    if not place or place.period != head.period:
        return missing, missing
    same = place.previous_period == head.previous_period
    return Cell(value=place.value, of=place.of), Cell(value=place.change) if same else missing


def columns(desk: Desk, head: Finding | None) -> list[Column]:
    """Make the columns of the positions and their movement, headed by the dates of head."""
    if not head:
        return []
    group = desk.study.partnership.peer_group
    label = f"{group.name if group else 'Peer'} position, {day(head.period.last)}"
    made = [Column(key="position", label=label, unit="position", origin="given")]
    if head.previous_period:
        since = f"Since {day(head.previous_period.last)}"
        made.append(Column(key="movement", label=since, unit="movement"))
    return made
