"""The table and the chart of a category's rates in every member of the group, the lowest first."""

from report.assessment import Cell, Column, Exhibit, Row
from report.sections import members, similar
from report.sections.cells import row
from report.sections.desk import Desk, guarded
from report.sections.exhibits import exhibit, twins
from report.sections.facts import identity
from report.sections.members import Standing


def exhibits(desk: Desk, one: Standing) -> tuple[Exhibit, Exhibit]:
    """Make the table and the chart of a category's rates in all members, the lowest first."""
    label = desk.category(one.category).label
    small = guarded(desk, one.counts.values()) != desk.plan.audience
    more: dict[str, object] = {
        "measure": label,
        "period": one.period.label,
        "peers": similar.group(desk, [one]),
        "rates": similar.rates(one.period),
        "methods": ("peers", "interval"),
        "sources": members.sources(desk),
        "sensitive": small,
    }
    name = f"{label} among peers"
    columns = _columns(members.rule(desk).level)
    rows = tuple(_member(desk, one, member) for member in one.group.members)
    table = exhibit(desk, "peer group", name, columns, rows=rows, **more)
    return twins(table, _chart(desk, one, name, more))


def _columns(level: float) -> list[Column]:
    return [
        Column(key="rank", label="Position", unit="rank"),
        Column(key="row", label="Partnership"),
        Column(key="people", label="Residents", unit="number"),
        Column(key="rate", label="Rate", unit="per 1,000", decimals=1),
        Column(key="interval", label=f"{level:g}% interval", unit="limits", decimals=1),
        Column(key="verdict", label="Against the group", unit="peers"),
    ]


def _member(desk: Desk, one: Standing, name: str) -> Row:
    member, people = one.group.members[name], one.people[name]
    between = similar.interval(desk, one.counts[name], people)
    return row(
        identity("member", name),
        Cell(value=member.rank, tied=member.tied),
        name,
        people,
        member.rate,
        Cell(value=between.low, of=between.high),
        similar.verdict_cell(desk, one.category, member),
        role="total" if name == one.own else "row",
    )


def _chart(desk: Desk, one: Standing, name: str, more: dict[str, object]) -> Exhibit:
    """Draw all rates, with the median of the group and the limits for the partnership's size."""
    own = one.member
    rows = [row(identity("member", n), n, m.rate) for n, m in one.group.members.items()]
    rows += [
        row(identity("Median"), "Median", one.group.median, role="total"),
        row(identity("Lower limit"), "Lower limit", own.low, role="rest"),
        row(identity("Upper limit"), "Upper limit", own.high, role="rest"),
    ]
    return exhibit(
        desk,
        "peer group",
        name,
        [
            Column(key="row", label="Partnership"),
            Column(key="rate", label="Rate", unit="per 1,000", decimals=1),
        ],
        kind="ranked_bars",
        rows=tuple(rows),
        marks={
            "label": "row",
            "values": ["rate"],
            "strong": identity("member", one.own),
            "average": identity("Median"),
            "limits": [identity("Lower limit"), identity("Upper limit")],
        },
        **more,
    )
