"""The partnership among its peers, from the counts and residents of every member of the group."""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from report.config.intervals import IntervalKeys
from report.errors import InputError, Problem, suggestion
from report.measures import peers
from report.periods import Period
from report.sections import marks
from report.sections.desk import Desk
from report.sources.tables import PeerCount


@dataclass(frozen=True)
class Standing:
    """A category's rates in the group over a period.

    own: the partnership's name among the members. counts, people: of the members that have figures
    for the whole of the period; absent: those that have none.
    """

    category: str
    period: Period
    own: str
    group: peers.Group
    counts: Mapping[str, int]
    people: Mapping[str, int]
    absent: tuple[str, ...]

    @property
    def member(self) -> peers.Member:
        """The partnership itself."""
        return self.group.members[self.own]


def rule(desk: Desk) -> IntervalKeys:
    """Give the rule for limits. Raises InputError where the project has none."""
    return marks.keys(desk, "categories", "categories")


def standing(desk: Desk, category: str, period: Period) -> Standing | None:
    """Compare a category's rates over a period; None where it is not counted for the partnership.

    Raises InputError where the source lacks a member that partnership.yaml names.
    """
    leaves, group = _leaves(desk, category), desk.study.partnership.peer_group
    if group is None or not group.members or not leaves:
        return None
    own, *others = _names(desk)
    rows = {name: _over(desk.tables.peers_by_name[name], period) for name in (own, *others)}
    known = {name: mine for name, mine in rows.items() if mine}
    if own not in known or len(known) == 1:
        return None
    counts = {n: sum(r.cases for r in mine if r.category in leaves) for n, mine in known.items()}
    people = {name: mine[-1].residents for name, mine in known.items()}
    keys = rule(desk)
    return Standing(
        category=category,
        period=period,
        own=own,
        group=peers.grouped(
            counts,
            people,
            level=keys.level,
            trim=keys.peers.drawn_in,
            least=keys.peers.expected,
        ),
        counts=counts,
        people=people,
        absent=tuple(name for name in others if name not in known),
    )


def sources(desk: Desk) -> tuple[str, ...]:
    """Give the ids of the sources of peers' counts."""
    return tuple(dict.fromkeys(desk.tables.peer_counts["source"]))


def _leaves(desk: Desk, category: str) -> set[str]:
    """Give the category, or the categories that add up to it, as the source counts them.

    Empty where it lacks a part that the edition's own sources count: the sum would fall short.
    """
    held = {row.category for rows in desk.tables.peers_by_name.values() for row in rows}
    leaves = set(_parts(desk, category, held))
    return set() if leaves & set(desk.tables.counts["category"]) - held else leaves & held


def _parts(desk: Desk, category: str, held: Set[str]) -> Iterator[str]:
    """Give a category that is held, or what it comes down to."""
    parts = desk.category(category).parts
    if category in held or not parts:
        yield category
        return
    for part in parts:
        yield from _parts(desk, part, held)


def _over(rows: Sequence[PeerCount], period: Period) -> list[PeerCount]:
    """Give the rows within a period; none unless, of any category, they cover the whole of it."""
    found = [row for row in rows if period.first <= row.first and row.last <= period.last]
    days = sum((last - first).days + 1 for first, last in {(r.first, r.last) for r in found})
    people = all(row.residents > 0 for row in found)
    return found if days == period.days and people else []


def _names(desk: Desk) -> list[str]:
    """Name the partnership and the other members as the source does."""
    group, known = desk.study.partnership.peer_group, set(desk.tables.peers_by_name)
    assert group is not None
    wanted = [group.own or desk.study.partnership.area.name, *group.members]
    return [_named(desk, name, known) for name in wanted]


def _named(desk: Desk, name: str, known: set[str]) -> str:
    """Find a member: "York (North Yorkshire)" is "York" where the source leaves the force out."""
    found = name if name in known else name.partition(" (")[0]
    if found not in known:
        what = f"the source of peers' counts has no partnership '{name}'"
        advice = suggestion(name, known, "write it under 'peer_group:' as the source does")
        raise InputError([Problem(desk.study.holding(name), what, advice)])
    return found
