"""The table of the areas with most of a category: ranks, shares, rates, and what is left.

The whole list is in the data, so far as all of it may be read by the same readers; the page shows
its first areas.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from report.assessment import Cell, Column, Exhibit, Finding, NamedList, Row, slug
from report.config.top import Top
from report.measures import intervals, peers, places, rates
from report.sections.cells import count_cell, earlier_rank, header, row, withheld_row
from report.sections.classes import Labelled, labelled
from report.sections.denominators import Denominator, denominator
from report.sections.desk import Desk, together
from report.sections.exhibits import accepted, exhibit
from report.sections.facts import cited, count, of_counts, share
from report.sections.labelling import chosen
from report.sections.marks import keys as intervals_of

Ranked = tuple[str, int, bool]

# Per cent.
WHOLE = 100


@dataclass(frozen=True)
class TopAreas:
    """What a table of the areas with most needs.

    whole: the category in the partnership's area, where the table needs it. ranks: code, rank and
    whether it is tied, of all areas, highest first. before: the same a year earlier, by code.
    found: code -> finding, of the first areas. heads: what rates are per 1,000 of, where the table
    has rates. labelled: the labels of areas, where it has them.
    """

    desk: Desk
    top: Top
    category: str
    whole: Finding | None
    ranks: list[Ranked]
    before: dict[str, Ranked]
    found: dict[str, Finding]
    heads: Denominator | None
    labelled: Labelled | None

    @classmethod
    def of(cls, desk: Desk, top: Top, category: str) -> "TopAreas":
        """Rank the areas. Raises InputError where no source counts them."""
        ranks, before = (
            _ranked(desk, top, category, p.first, p.last) for p in (desk.period, desk.comparison)
        )
        if not ranks and not desk.withheld(category):
            what = f"no source counts '{category}' by {top.areas} for {desk.period.label}"
            raise desk.missing(what, "add rows for it, or take 'top:' out", "top")
        now = desk.tables.by_area(category, desk.period.first, desk.period.last)
        first = [code for code, _, _ in ranks[: top.number] if now[code]]
        if not ranks:  # withheld, each for itself
            first = desk.study.within(desk.own, top.areas)
        found = together({code: count(desk, category, code) for code in first})
        earlier = {one[0]: one for one in before}
        whole = count(desk, category) if top.share or top.rest else None
        listed = first if desk.plan.audience == "public" else [code for code, _, _ in ranks]
        heads = denominator(desk, category, listed) if top.rate else None
        method = chosen(desk, top.named, top.labels) if ranks else None
        labels = labelled(desk, category, top.areas, method, first) if method else None
        return cls(desk, top, category, whole, ranks, earlier, found, heads, labels)

    def findings(self) -> list[Finding | None]:
        """Give the counts of the first areas, and their shares where the table has them."""
        counted: list[Finding | None] = [*self.found.values()]
        if not (self.whole and self.top.share):
            return counted
        of = f"{self.whole.label} in {self.desk.study.partnership.area.name}"
        whole, sources = self.whole.value or 0, self.whole.sources
        return [*counted, *(share(self.desk, f, whole, of, sources) for f in self.found.values())]

    @property
    def total(self) -> float:
        """The count of the partnership's area."""
        return (self.whole.value if self.whole else 0) or 0

    @property
    def listed(self) -> list[Ranked]:
        """The areas whose rows the data holds: all, where all of it is for the same readers."""
        public = self.desk.plan.audience == "public"
        return self.ranks[: len(self.found)] if public else self.ranks

    def counted(self, code: str) -> int | None:
        """Give the count of an area."""
        period = self.desk.period
        return self.desk.tables.count(self.category, code, period.first, period.last)

    def lists(self) -> tuple[NamedList, ...]:
        """List the areas by label, highest label first, and the areas with most."""
        most = self.found.values() if self.ranks else ()
        found = [NamedList(name="areas with most", form="count", findings=_ids(most))]
        for name in self.labelled.names if self.labelled else ():
            carried = (f for code, f in self.found.items() if _label(self, code) == name)
            found.append(NamedList(name=name, form="count", findings=_ids(carried)))
        return tuple(found)

    def table(self) -> Exhibit:
        """Make the table."""
        desk, top, keys = self.desk, self.top, self.desk.category(self.category)
        cautions = desk.cautions(self.category)
        excess = f"excess.{self.category}.{top.areas.lower()}"
        return exhibit(
            desk,
            "top areas",
            top.name or f"{keys.label} by {top.areas}",
            _columns(self),
            title=top.caption,
            measure=keys.label,
            comparison=desk.comparison.label if top.earlier and self.before else "",
            rows=(*(_row(self, one) for one in self.listed), *_rest(self))
            if self.ranks
            else (withheld_row(_columns(self)),),
            cautions=cautions if _compares(self) else of_counts(cautions),
            shown=len(self.found),
            unlisted=_unlisted(self.ranks, len(self.found)),
            rates=self.heads.facts(desk, self.found) if self.heads else None,
            classified=(self.labelled.facts,) if self.labelled else (),
            estimated=desk.estimated(self.found),
            notes=tuple(n for n in (top.note, *accepted(desk, excess)) if n),
            methods=(*_methods(self), *desk.bridging(top.areas)),
            sources=self._sources(),
            findings=self.found.values(),
            sensitive=keys.sensitive,
        )

    def _sources(self) -> tuple[str, ...]:
        residents = self.heads.sources if self.heads else ()
        own = self.whole.sources if self.whole else ()
        around = self.labelled.sources if self.labelled else ()
        return tuple(dict.fromkeys((*cited(self.found.values()), *own, *residents, *around)))


def _ranked(desk: Desk, top: Top, category: str, *dates: object) -> list[Ranked]:
    """Rank all areas of the kind by count; equal ones stand in the order of their names."""
    counted = desk.tables.by_area(category, *dates)  # type: ignore[arg-type]
    inside = [c for c in desk.study.within(desk.own, top.areas) if c in counted]
    return places.ranked({code: counted[code] for code in inside})


def _unlisted(ranks: Sequence[Ranked], number: int) -> int:
    """Count the areas behind the first ones that share the last one's rank."""
    last = ranks[number - 1][1] if number and ranks else 0
    return sum(rank == last for _, rank, _ in ranks[number:])


def _columns(made: TopAreas) -> list[Column]:
    top, keys = made.top, made.desk.category(made.category)
    columns = [Column(key="rank", label="Rank", unit="rank")]
    columns += [Column(key="district", label="District")] if top.district else []
    columns.append(Column(key="area", label=header(top.areas)))
    columns.append(Column(key="count", label=keys.label, unit=keys.unit))
    if top.share:
        columns.append(Column(key="share", label="Share", unit="%"))
    if made.heads:
        columns.append(Column(key="rate", label=made.heads.header, unit="per 1,000"))
        columns += _interval(made) if top.interval else []
    if _compares(made):
        columns.append(earlier_rank(made.desk, "earlier"))
        columns.append(Column(key="entry", label="Places", unit="entry"))
    if top.labels or made.labelled:
        columns.append(Column(key="label", label=top.labels_header, unit="label"))
    return columns


def _interval(made: TopAreas) -> list[Column]:
    return [Column(key="interval", label=f"{_level(made):g}% interval", unit="limits")]


def _limits(made: TopAreas, code: str, value: float) -> dict[str, object]:
    """Give the limits of an area's rate, where the table has them."""
    if not (made.top.interval and made.heads):
        return {}
    found = intervals.rate(value, made.heads.people[code], level=_level(made) / WHOLE)
    return {"interval": Cell(value=found.low, of=found.high)}


def _level(made: TopAreas) -> float:
    return intervals_of(made.desk, "interval", "top").level


def _compares(made: TopAreas) -> bool:
    return made.top.earlier and bool(made.before)


def _row(made: TopAreas, one: Ranked) -> Row:
    code, rank, tied = one
    name = made.desk.area_name(code)
    value = made.counted(code)
    cells: dict[str, object] = {
        "rank": Cell(value=rank, tied=tied),
        "district": made.top.district,
        "area": name,
        "count": count_cell(value, of_counts(made.desk.cautions(made.category))),
        "share": rates.share_pct(value or 0, made.total),
        "label": _label(made, code),
    }
    keys = [column.key for column in _columns(made)]
    if made.heads:
        cells |= {"rate": made.heads.cell(code, value or 0), **_limits(made, code, value or 0)}
    cells |= _movement(made, code, rank) if "entry" in keys else {}
    return row(slug(name), *(cells[each] for each in keys))


def _movement(made: TopAreas, code: str, rank: int) -> dict[str, object]:
    """Give an area's rank a year earlier and the places gained since; "new" among the first."""
    if code not in made.before:
        return {"earlier": Cell(markers=("x",)), "entry": Cell(markers=("x",))}
    _, earlier, tied = made.before[code]
    number = made.top.number
    entered = rank <= number < earlier
    gained = peers.places_gained(rank, earlier)
    return {"earlier": Cell(value=earlier, tied=tied), "entry": "new" if entered else gained}


def _rest(made: TopAreas) -> list[Row]:
    """Make the rows of all other areas, of what belongs to no area, and of the whole."""
    if not made.top.rest:
        return []
    counted = {code: made.counted(code) or 0 for code, _, _ in made.ranks}
    shown = sum(counted[code] for code in made.found)
    others, nowhere = sum(counted.values()) - shown, made.total - sum(counted.values())
    left = len(counted) - len(made.found)
    kind = made.top.areas
    found: list[tuple[str, str, float]]
    found = (
        [("others", f"The other {left} {kind}s" if left > 1 else f"The other {kind}", others)]
        if left
        else []
    )
    found += [("nowhere", f"In no {kind} that is known", nowhere)] if nowhere > 0 else []
    rows = [_sum(made, name, label, value, "rest") for name, label, value in found]
    area = made.desk.study.partnership.area.name
    return [*rows, _sum(made, "total", area, made.total, "total")]


def _sum(made: TopAreas, name: str, label: str, value: float, role: str) -> Row:
    cells: dict[str, object] = {
        "area": label,
        "count": count_cell(value, of_counts(made.desk.cautions(made.category))),
        "share": rates.share_pct(value, made.total),
    }
    keys = (column.key for column in _columns(made))
    return row(name, *(cells.get(each) for each in keys), role=role)


def _methods(made: TopAreas) -> tuple[str, ...]:
    chosen = {"share": made.top.share, "rate": made.top.rate, "interval": made.top.interval}
    labels = (made.labelled.facts.method,) if made.labelled else ()
    return ("rank", *(name for name, wanted in chosen.items() if wanted), *labels)


def _label(made: TopAreas, code: str) -> str | None:
    return made.labelled.labels.get(code) if made.labelled else None


def _ids(findings: Iterable[Finding]) -> tuple[str, ...]:
    return tuple(f.id for f in findings)
