"""What is known of the partnership among its peers from the members' counts, and its table."""

from collections.abc import Sequence

from report.assessment import (
    Cell,
    Column,
    Exhibit,
    Finding,
    Interval,
    PeerGroup,
    Polarity,
    Rates,
    Row,
)
from report.measures import intervals, peers
from report.periods import Period
from report.sections import members, positions
from report.sections.cells import row
from report.sections.denominators import YEAR
from report.sections.desk import Desk, guarded
from report.sections.exhibits import exhibit
from report.sections.facts import cited, identity, said_once, unique
from report.sections.members import Standing

# How a rate above the limits is called; below them it is the other sign.
ABOVE: dict[Polarity, int] = {"lower is better": 1, "higher is better": -1, "ambiguous": 2}


def findings(desk: Desk, one: Standing) -> tuple[Finding, ...]:
    """Make what is known of a category: rate, median of the group, position and verdict."""
    own = one.counts[one.own]
    rate = _finding(
        desk,
        one,
        "peer rate",
        value=one.member.rate,
        interval=interval(desk, own, one.people[one.own]),
        audience=guarded(desk, [own]),
    )
    median = _finding(
        desk,
        one,
        "peer median",
        value=one.group.median,
        audience=guarded(desk, one.counts.values()),
        **_of(desk, one),
    )
    way = verdict(desk, one.category, one.member)
    judged = _finding(desk, one, "peer verdict", unit="direction", value=way, **_of(desk, one))
    found = (rate, median, positions.computed(desk, one), judged if way is not None else None)
    return unique(found)


def _of(desk: Desk, one: Standing) -> dict[str, object]:
    """Give the size and the version of the group, without which two years are not compared."""
    group = desk.study.partnership.peer_group
    return {"of": len(one.counts), "of_label": group.version if group else ""}


def _finding(desk: Desk, one: Standing, measure: str, **more: object) -> Finding:
    fields: dict[str, object] = {
        "id": identity(measure.replace(" ", "-"), one.category),
        "label": desk.category(one.category).label,
        "measure": measure,
        "category": one.category,
        "unit": "per 1,000",
        "period": one.period,
        "polarity": desk.category(one.category).polarity,
        "method": "peers",
        "sources": members.sources(desk),
        "audience": desk.plan.audience,
    }
    return Finding.model_validate(fields | more)


def verdict(desk: Desk, category: str, member: peers.Member) -> int | None:
    """Give what a member's rate is against the group, in the codes of the unit "peers"."""
    return None if member.way is None else member.way * ABOVE[desk.category(category).polarity]


def interval(desk: Desk, count: int, people: int) -> Interval:
    """Give the limits of a rate per 1,000 by the rule of the house."""
    level = members.rule(desk).level
    found = intervals.rate(count, people, level=level / 100)
    return Interval(low=found.low, high=found.high, level=level)


def overview(
    desk: Desk,
    every: Sequence[Standing],
    found: Sequence[Finding],
    *,
    name: str,
    stub: str,
    notes: tuple[str, ...],
) -> Exhibit:
    """Make the table of all categories: rate, median, limits, position, movement, verdict.

    found: the findings of these categories.
    """
    placed = [f for f in found if f.measure == "position"]
    head = positions.newest(placed)
    columns = [
        Column(key="category", label=stub),
        Column(key="rate", label="Rate", unit="per 1,000", decimals=1),
        Column(key="median", label="Median of the group", unit="per 1,000", decimals=1),
        Column(key="limits", label="Limits about its average", unit="limits", decimals=1),
        *positions.columns(desk, head),
        Column(key="verdict", label="Against its peers", unit="peers"),
    ]
    rows = [_row(desk, columns, one, place, head) for one, place in zip(every, placed, strict=True)]
    return exhibit(
        desk,
        "peers",
        name,
        columns,
        rows=tuple(rows),
        peers=group(desk, every),
        rates=rates(every[0].period),
        cautions=said_once(*(place.cautions for place in placed)),
        notes=notes,
        methods=("peers",),
        sources=cited(placed),
        findings=found,
    )


def _row(desk: Desk, columns: list[Column], one: Standing, place: Finding, head: Finding) -> Row:
    position, moved = positions.cells(place, head)
    values: dict[str, object] = {
        "category": desk.category(one.category).label,
        "rate": one.member.rate,
        "median": one.group.median,
        "limits": Cell(value=one.member.low, of=one.member.high),
        "position": position,
        "movement": moved,
        "verdict": verdict_cell(desk, one.category, one.member),
    }
    return row(one.category, *(values[column.key] for column in columns))


def verdict_cell(desk: Desk, category: str, member: peers.Member) -> Cell:
    """Give the cell of a verdict, marked where too few cases are expected for one."""
    way = verdict(desk, category, member)
    return Cell(markers=("u",)) if way is None else Cell(value=way)


def group(desk: Desk, every: Sequence[Standing]) -> PeerGroup:
    """Describe the group, and which members have no figures."""
    keys = desk.study.partnership.peer_group
    assert keys is not None
    return PeerGroup(
        name=keys.name,
        version=keys.version,
        size=keys.size,
        level=members.rule(desk).level,
        absent=tuple(dict.fromkeys(name for one in every for name in one.absent)),
    )


def rates(period: Period) -> Rates:
    """Say what the rates of a period are per 1,000 of."""
    return Rates(of="residents", part_year=period.days < YEAR)
