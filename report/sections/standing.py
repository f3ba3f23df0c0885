"""Where areas stand in each category: the areas with most, their change, and their rank before."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from report.assessment import Cell, Column, Exhibit, Finding, Row, slug
from report.errors import suggestion
from report.measures import persistence, places
from report.periods import Period
from report.sections import years
from report.sections.cells import (
    change_cell,
    count_cell,
    earlier_rank,
    header,
    row,
    withheld_row,
)
from report.sections.desk import Desk, together
from report.sections.exhibits import exhibit, of_windows
from report.sections.facts import (
    SHORTEST_SERIES,
    cited,
    count,
    of_counts,
    said_once,
    unit_of,
)

Ranks = dict[str, Cell]


@dataclass(frozen=True)
class Stand:
    """The areas with most of one category.

    found: code -> count, highest first. now, before: ranks of all areas with a count above 0,
    `before` empty where the comparison was not counted. often: in how many of `windows` years an
    area was among the first; `windows` is 0 where a year is missing or unsafe, or they are few.
    """

    found: dict[str, Finding]
    now: Ranks
    before: Ranks
    often: dict[str, int]
    windows: int


@dataclass(frozen=True)
class Standing:
    """A table of areas: their kind, how many of each category, with how much at least.

    chosen: whether its categories are others than those of the section's table of categories.
    """

    desk: Desk
    kind: str
    number: int
    least: int
    chosen: bool = False

    def table(self, categories: Sequence[str], name: str) -> tuple[Exhibit, list[Finding]]:
        """Make the table of the areas with most of each category, and the findings in it.

        Raises InputError where no area is of this kind or has enough, or a category is not counted
        by it.
        """
        codes = self._codes()
        every = {c: self._stand(c, codes) for c in categories}
        found = [f for each in every.values() for f in each.found.values()]
        cautions = said_once(*(self.desk.cautions(c) for c in categories))
        if not found and not any(caution.count == "withheld" for caution in cautions):
            what = f"no {self.kind} counts {self.least} or more of any category"
            raise self.desk.missing(what, "take 'areas:' out, or set a lower 'least:'", "areas")
        unit = unit_of(found) if found else self.desk.category(categories[0]).unit
        columns = self._columns(every.values(), unit)
        rows = tuple(r for c, each in every.items() for r in _rows(self.desk, columns, c, each))
        table = exhibit(
            self.desk,
            "evidence by area",
            name,
            columns,
            measure=self.kind,
            chosen=self.chosen,
            least=self.least,
            comparison=self.desk.comparison.label,
            rows=rows or (withheld_row(columns),),
            cautions=said_once(
                *(years.cautions(self.desk, c, years.shown(self.desk)) for c in every)
            ),
            notes=of_windows(self.desk),
            methods=("change", "rank", "verdict"),
            sources=cited(found),
            findings=found,
        )
        return table, found

    def _codes(self) -> list[str]:
        """Give the partnership's areas of the kind, by name."""
        study = self.desk.study
        codes = study.within(self.desk.own, self.kind)
        if not codes:
            what = f"the partnership has no areas of kind '{self.kind}'"
            kinds = {area.kind for area in study.areas().values()}
            raise self.desk.missing(what, suggestion(self.kind, kinds), "areas")
        return codes

    def _stand(self, category: str, codes: list[str]) -> Stand:
        desk = self.desk
        current = _counted(desk, category, codes, desk.period)
        if not current and not desk.withheld(category):
            what = f"no source counts '{category}' by {self.kind} for {desk.period.label}"
            do = "add rows for it, or leave it out of 'area_categories'"
            raise desk.missing(what, do, "areas")
        periods = years.shown(desk)
        shown = [_counted(desk, category, codes, period) for period in periods]
        told = len(shown) >= SHORTEST_SERIES and years.safe(desk, category, periods)
        first = [c for c, _, _ in places.top(current, self.number) if current[c] >= self.least]
        return Stand(
            found=together({code: count(desk, category, code) for code in first}) if first else {},
            now=_ranks(current),
            before=_ranks(_counted(desk, category, codes, desk.comparison)),
            often=persistence.stood(shown, self.number),
            windows=len(shown) if all(shown) and told else 0,
        )

    def _columns(self, every: Iterable[Stand], unit: str) -> list[Column]:
        often = Column(key="often", label=f"Years in the first {self.number}", unit="years")
        return [
            Column(key="group", label="Category"),
            Column(key="area", label=header(self.kind)),
            Column(key="count", label="Count", unit=unit),
            Column(key="change", label="Change", unit="change %"),
            Column(key="rank", label="Rank", unit="rank"),
            earlier_rank(self.desk, "before"),
            *([often] if any(each.windows for each in every) else ()),
        ]


def _counted(desk: Desk, category: str, codes: list[str], period: Period) -> dict[str, int]:
    """Give the counts of the areas that have one, in the order of the areas."""
    found = desk.tables.by_area(category, period.first, period.last)
    return {code: found[code] for code in codes if code in found}


def _ranks(values: dict[str, int]) -> Ranks:
    """Give the rank of each area with a count above 0."""
    return {
        code: Cell(value=rank, tied=tied)
        for code, rank, tied in places.ranked(values)
        if values[code]
    }


def _rows(desk: Desk, columns: list[Column], category: str, stand: Stand) -> list[Row]:
    rows = []
    for code, finding in stand.found.items():
        values = {
            "group": desk.category(category).label,
            "area": finding.area,
            "count": count_cell(finding.value, of_counts(finding.cautions)),
            "change": change_cell(finding),
            "rank": stand.now[code],
            "before": _before(stand, code),
            "often": _often(stand, code),
        }
        cells = (values[column.key] for column in columns)
        key = f"{category}.{slug(finding.area)}"
        rows.append(row(key, *cells, polarity=finding.polarity))
    return rows


def _before(stand: Stand, code: str) -> Cell:
    """Give the rank a year earlier: not available without counts, none where nothing happened."""
    return stand.before.get(code, Cell(markers=("z",) if stand.before else ("x",)))


def _often(stand: Stand, code: str) -> Cell:
    if not stand.windows:
        return Cell(markers=("x",))
    return Cell(value=stand.often.get(code, 0), of=stand.windows)
