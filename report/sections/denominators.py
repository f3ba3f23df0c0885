"""The populations that rates are per 1,000 of: which one, of which year, and what it can carry."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from report.assessment import Cell, Rates
from report.config.model import Heads
from report.measures import rates
from report.periods import Period
from report.sections.desk import Desk

# A year has as many days, or one more.
YEAR = 365

WORDS: dict[Heads, str] = {
    "residents": "residents",
    "households": "households",
    "workday": "people there by day",
}


@dataclass(frozen=True)
class Denominator:
    """One kind of population of some areas.

    people: code -> number. year: None where the areas have different ones, or where published
    figures imply it. few, visited: codes of areas whose rates are marked.
    """

    of: Heads
    people: Mapping[str, int]
    year: int | None
    sources: tuple[str, ...]
    few: frozenset[str]
    visited: frozenset[str]

    @property
    def header(self) -> str:
        """The header of a column of rates."""
        year = f" ({self.year})" if self.year else ""
        return f"Rate per 1,000 {WORDS[self.of]}{year}"

    def cell(self, code: str, count: float) -> Cell:
        """Give an area's rate, marked where its population cannot carry it."""
        marked = code in self.few | self.visited
        value = rates.per_1000(count, self.people[code])
        return Cell(value=value, markers=("u",) if marked else ())

    def facts(self, desk: Desk, shown: Collection[str]) -> Rates:
        """Say what the rates of an exhibit are, with the names of the marked areas it shows."""
        few, visited = (
            tuple(desk.area_name(code) for code in shown if code in marked)
            for marked in (self.few - self.visited, self.visited)
        )
        part = _part_year(desk.period)
        return Rates(of=self.of, year=self.year, part_year=part, few=few, visited=visited)


def denominator(
    desk: Desk, category: str, codes: Collection[str], otherwise: str = "set 'rate: false'"
) -> Denominator:
    """Choose the population of a category: its own kind where every area has one, or residents.

    Taken is the latest up to the year in which the period ends.
    Raises InputError where an area has none; otherwise: what to do where no source can have it.
    """
    wanted = desk.category(category).denominator
    of = wanted if set(codes) <= set(_latest(desk, wanted)) else "residents"
    return _taken(desk, of, codes, otherwise)


def _taken(desk: Desk, of: Heads, codes: Collection[str], otherwise: str = "") -> Denominator:
    found = {code: one for code, one in _latest(desk, of).items() if code in codes}
    missing = [code for code in codes if code not in found]
    if missing:
        last = desk.period.last.year
        what = f"no population for {desk.area_name(missing[0])} up to {last}"
        raise desk.missing(what, f"add it to a source of populations, or {otherwise}", "top")
    people = {code: number for code, (_, number, _) in found.items()}
    sources = tuple(dict.fromkeys(source for _, _, source in found.values()))
    years = {year for year, _, _ in found.values()}
    implied = any(desk.study.edition.sources[s].origin == "reconstructed" for s in sources)
    year = years.pop() if len(years) == 1 and not implied else None
    return Denominator(of, people, year, sources, _few(desk, of, people), _visited(desk, codes))


def residents(desk: Desk) -> Denominator | None:
    """Give the residents of the partnership's own area: its own figure, or the sum of its parts.

    None where neither is known: of areas of one kind every one has to have residents.
    """
    known, own = _latest(desk, "residents"), desk.own
    kinds = {desk.study.areas()[code].kind for code in desk.study.within(own)}
    parts = (desk.study.within(own, kind) for kind in sorted(kinds))
    for codes in ([own], *parts):
        if codes and set(codes) <= set(known):
            found = _taken(desk, "residents", codes)
            people = {own: sum(found.people.values())}
            return replace(found, people=people, few=frozenset(), visited=frozenset())
    return None


def _latest(desk: Desk, of: Heads) -> dict[str, tuple[int, int, str]]:
    """Give each area's latest population of a kind: year, number, source."""
    rows, last = desk.tables.population, desk.period.last.year
    rows = rows[(rows["of"] == of) & (rows["year"] <= last)].sort_values("year", kind="stable")
    columns = zip(rows["year"], rows["population"], rows["source"], strict=True)
    return dict(zip(rows["area"], columns, strict=True))


def _few(desk: Desk, of: Heads, people: Mapping[str, int]) -> frozenset[str]:
    keys = desk.study.edition.rates
    least = keys.households if of == "households" else keys.residents
    return frozenset(code for code, number in people.items() if number < least)


def _visited(desk: Desk, codes: Collection[str]) -> frozenset[str]:
    """Give the areas that the partnership declares, and those that fill up by day."""
    declared = set(desk.study.partnership.visitor_driven)
    by_day, by_night = _latest(desk, "workday"), _latest(desk, "residents")
    ratio = desk.study.edition.rates.workday
    full = {c for c in by_day if c in by_night and by_day[c][1] >= ratio * by_night[c][1]}
    return frozenset(code for code in codes if code in declared | full)


def _part_year(period: Period) -> bool:
    return period.days < YEAR
