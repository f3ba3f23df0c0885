"""Positions in the most similar group: the latest of each category, and their cells and columns.

They are those that a source gives; where none does, those that follow from the members' counts.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from report.assessment import Caution, Cell, Column, Finding
from report.measures import peers
from report.periods import Period, snapshot
from report.sections import members
from report.sections.desk import Desk
from report.sections.facts import identity
from report.sections.members import Standing

if TYPE_CHECKING:
    import pandas as pd


def latest(desk: Desk, categories: Iterable[str]) -> dict[str, Finding]:
    """Find each category's latest position by the end of the period, and the one before it."""
    found = {}
    for category in categories:
        rows = given(desk, category)
        if len(rows):
            found[category] = _given(desk, category, rows)
        elif standing := members.standing(desk, category, desk.period):
            found[category] = computed(desk, standing)
    return found


def given(desk: Desk, category: str) -> "pd.DataFrame":
    """Give the positions of a category that sources hold, in order of their dates."""
    rows = desk.tables.peers[desk.tables.peers["category"] == category].sort_values("as_at")
    return rows[rows["as_at"] <= desk.period.last]


def _given(desk: Desk, category: str, rows: "pd.DataFrame") -> Finding:
    """Make the finding of a position from a category's rows of `peers`, in order of date."""
    now = rows.iloc[-1]
    then = rows.iloc[-2] if len(rows) > 1 else None
    made = _finding(desk, category, snapshot(now["as_at"]), now["position"], now["group_size"])
    made = made.model_copy(
        update={
            "of_label": now["version"] or "",
            "origin": "given",
            "method": "position",
            "sources": tuple(dict.fromkeys(rows["source"])),
        }
    )
    if then is None:
        return made
    same = [now[key] == then[key] for key in ("group_size", "version")]
    return _moved(desk, made, snapshot(then["as_at"]), then["position"], same=all(same))


def computed(desk: Desk, now: Standing) -> Finding:
    """Make the finding of a position that follows from the members' counts."""
    then = members.standing(desk, now.category, desk.comparison)
    group = desk.study.partnership.peer_group
    made = _finding(desk, now.category, now.period, now.member.rank, len(now.counts))
    made = made.model_copy(
        update={
            "tied": now.member.tied,
            "of_label": group.version if group else "",
            "method": "peers",
            "sources": members.sources(desk),
        }
    )
    if then is None:
        return made
    same = set(now.counts) == set(then.counts)
    return _moved(desk, made, then.period, then.member.rank, same=same)


def _finding(desk: Desk, category: str, period: Period, position: int, size: int) -> Finding:
    return Finding(
        id=identity("position", category),
        label=desk.category(category).label,
        measure="position",
        category=category,
        unit="position",
        period=period,
        value=position,
        of=size,
        audience=desk.plan.audience,
    )


def _moved(desk: Desk, made: Finding, when: Period, previous: int, *, same: bool) -> Finding:
    """Add the position before; of a group of other members its date alone, and why."""
    if same:
        gained = peers.places_gained(int(made.value or 0), previous)
        update = {"previous": previous, "previous_period": when, "change": gained}
        return made.model_copy(update=update)
    group = desk.study.partnership.peer_group
    other = Caution(
        kind="membership",
        id="membership",
        change="withheld",
        period=when,
        what=group.name if group else "",
    )
    update = {"previous_period": when, "markers": (other.marker,), "cautions": (other,)}
    return made.model_copy(update=update)


def newest(positions: Iterable[Finding]) -> Finding:
    """Give the position with the latest date, and of those the one with the latest before it."""
    return max(positions, key=lambda f: [p.last for p in (f.period, f.previous_period) if p])


def cells(place: Finding | None, head: Finding) -> tuple[Cell, Cell]:
    """Give the cells of a position and its movement under the dates of another one."""
    missing = Cell(markers=("x",))
    if not place or place.period != head.period:
        return missing, missing
    same = place.previous_period == head.previous_period
    position = Cell(value=place.value, of=place.of, tied=place.tied)
    return position, movement(place) if same else missing


def movement(place: Finding) -> Cell:
    """Give the cell of the places gained, or of why none are given."""
    if place.change is None:
        return Cell(markers=place.markers or ("x",))
    return Cell(value=place.change)


def columns(desk: Desk, head: Finding | None) -> list[Column]:
    """Make the columns of the positions and their movement, headed by the dates of head."""
    if not head:
        return []
    group = desk.study.partnership.peer_group
    label = f"{group.name if group else 'Peer'} position, {head.period.label}"
    made = [Column(key="position", label=label, unit="position", origin=head.origin)]
    if head.previous_period:
        since = f"Since {head.previous_period.label}"
        made.append(Column(key="movement", label=since, unit="movement"))
    return made
