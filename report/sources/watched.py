"""One source of single offences, judged: which forces count, which months are whole."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import date
from functools import cache, cached_property

from report.config.groupings import Categories, below
from report.config.guard import GuardKeys
from report.measures import coverage as measures
from report.measures.coverage import Short, Turnover
from report.periods import Period
from report.sources.coverage import ALL, Coverage
from report.sources.steps import steps


@dataclass(frozen=True)
class Watched:
    """What the files of a source hold, and what is known to be wrong with it.

    flagged: the categories of its flags. own: the name of the partnership's own area. inside: the
    codes that count there. force: a row's force may be unknown, and is "" then.
    """

    made: Coverage = field(repr=False)
    keys: GuardKeys = field(repr=False)
    categories: Categories = field(repr=False)
    flagged: frozenset[str] = frozenset()
    own: str = ""
    inside: frozenset[str] = frozenset()

    @cached_property
    def forces(self) -> tuple[str, ...]:
        """The forces that recorded the rows of the area, or all where none counts."""
        used, least = self.made.used, self.keys.force * self.made.used.total() / 100
        every = sorted({force for force, _, _ in self.made.rows})
        return tuple(force for force in every if used[force] >= least)

    @cached_property
    def held(self) -> frozenset[date]:
        """The months in which each of these forces has a row."""
        found = (frozenset(self._by_month(force, (ALL,))) for force in self.forces)
        return frozenset.intersection(*found) if self.forces else frozenset()

    def missing(self, period: Period) -> tuple[date, ...]:
        """Give the months of a period that lack, where others of it are held.

        A single month lacks where one before and one behind it are held.
        """
        months = steps(period, 1)
        if len(months) == 1 and self.held and min(self.held) < months[0] < max(self.held):
            return () if months[0] in self.held else (months[0],)
        return measures.missing(months, self.held)

    def holds(self, period: Period) -> bool:
        """Say whether any month of a period is held."""
        return not self.held.isdisjoint(steps(period, 1))

    def absent(self, month: date) -> str:
        """Name the forces that have no row in a month, where the files name forces."""
        rows = self.made.rows
        return ", ".join(f for f in self.forces if f and not rows[f, ALL, month])

    @cached_property
    def known(self) -> frozenset[str]:
        """The categories that the files hold."""
        return frozenset(category for _, category, _ in self.made.rows if category)

    def parts(self, category: str) -> tuple[str, ...]:
        """Give the categories of the files that add up to one: no sum holds what is flagged."""
        parts = below(self.categories, category) - self.flagged | {category}
        return tuple(sorted(parts & self.known))

    def first(self, category: str) -> date:
        """Give the first month in which the files hold a category that they know."""
        parts = self.parts(category)
        return min(month for _, each, month in self.made.rows if each in parts)

    def total(self, rows: Collection[str], period: Period, *, unlocated: bool = False) -> int:
        """Add up the rows of some categories in a period, or those without a location."""
        counted = self.made.unlocated if unlocated else self.made.rows
        keys = ((f, c, m) for f in self.forces for c in rows for m in steps(period, 1))
        return sum(counted[key] for key in keys)

    def short(self, category: str) -> list[tuple[Short, str, bool]]:
        """Find partial months: each with its force or area, and whether of this category alone."""
        return self._found_short(category)

    @cached_property
    def _found_short(self) -> Callable[[str], list[tuple[Short, str, bool]]]:
        return cache(self._judged)

    def _judged(self, category: str) -> list[tuple[Short, str, bool]]:
        whole = [(each, force, False) for force in self.forces for each in self._cut[force]]
        cut = {(each.month, force) for each, force, _ in whole}
        told = {month for month, _ in cut}
        whole += [(each, self.own, False) for each in self._cut_here if each.month not in told]
        alone = [
            (each, force, True)
            for force in self.forces
            for each in self._short_of(force, category)
            if (each.month, force) not in cut
        ]
        return [*whole, *alone]

    @cached_property
    def _cut(self) -> dict[str, tuple[Short, ...]]:
        keys = self.keys
        return {
            force: measures.partial(self._by_month(force, (ALL,)), keys.month, keys.volume)
            for force in self.forces
        }

    @cached_property
    def _cut_here(self) -> tuple[Short, ...]:
        """Judge the own area, which a file in order of areas may lack where its total is usual."""
        keys, areas = self.keys, self.made.areas
        months = {month for _, month in areas} & self.held - self.made.outside
        series = {month: sum(areas[area, month] for area in self.inside) for month in months}
        return measures.partial(series, keys.month, keys.area_volume)

    def _short_of(self, force: str, category: str) -> tuple[Short, ...]:
        """Judge a category within the months in which it is known: others had another name."""
        parts = self.parts(category)
        found = self._by_month(force, parts)
        if not found:
            return ()
        inside = (m for m in self._by_month(force, (ALL,)) if min(found) <= m <= max(found))
        series = {month: found.get(month, 0) for month in inside}
        return measures.partial(series, self.keys.category, self.keys.volume)

    def _by_month(self, force: str, categories: Collection[str]) -> dict[date, int]:
        found: dict[date, int] = {}
        for category in categories:
            for month in self._months:
                rows = self.made.rows[force, category, month]
                if rows:
                    found[month] = found.get(month, 0) + rows
        return found

    @cached_property
    def _months(self) -> tuple[date, ...]:
        return tuple(sorted({month for _, _, month in self.made.rows}))

    @cached_property
    def turnover(self) -> Turnover | None:
        """Find the month in which area codes give way to others."""
        keys = self.keys
        return measures.turnover(self.made.codes, self._months, keys.expected, keys.turnover)
