"""Make findings and parts of exhibits that several section kinds share."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property
from itertools import chain
from typing import Any, get_args

from report.assessment import (
    Audience,
    Caution,
    Cell,
    Column,
    Exhibit,
    Finding,
    Interval,
    KeyFinding,
    Marker,
    Number,
    Point,
    Polarity,
    Row,
    Variation,
    family,
    slug,
)
from report.config.model import CategoryKeys, Plan
from report.config.study import Study
from report.errors import InputError, Problem
from report.measures import intervals, rates
from report.measures.change import change
from report.periods import Period, same_dates
from report.sections import variation
from report.sources.tables import Tables

# Units of columns that hold no count of people or offences.
NOT_COUNTS = frozenset(
    (
        *("text", "difference", "change %", "%", "per 1,000", "rank", "position", "movement"),
        *("number", "label", "status", "mark", "supplied", "entry", "verdict", "years", "class"),
        *("outline", "score", "state", "follows", "age", "moves", "limits", "peers", "variation"),
        *("harm", "places"),
    )
)

# Counts from 1 up to this one may point at a person (ONS, disclosure control for tables of counts;
# 10 for sensitive topics, taken for all until cells are suppressed one by one).
SMALL_COUNT = 10

# Two years are a change, and no series.
SHORTEST_SERIES = 3


# Columns of a table that an upright page holds in letters of a readable size, and a landscape one.
UPRIGHT, LANDSCAPE = 8, 14


# From the widest to the strictest.
AUDIENCES: tuple[Audience, ...] = get_args(Audience)


@dataclass(frozen=True)
class Desk:
    """What a section works with: its plan, the study and the tables.

    period, comparison: the edition's, unless the plan names others.
    """

    plan: Plan
    study: Study
    tables: Tables
    period: Period
    comparison: Period

    @classmethod
    def of(cls, plan: Plan, study: Study, tables: Tables) -> "Desk":
        """Lay out a plan, with its own period and comparison where it names them."""
        return cls(plan, study, tables, *study.compared(plan))

    @property
    def yearly(self) -> "Desk":
        """The same against the year before, whatever the comparison, as years are shown."""
        return self if self.a_year_before else self.over(self.period)

    def over(self, period: Period) -> "Desk":
        """Lay out the same for another period, against the one a year before it."""
        return replace(self, period=period, comparison=period.earlier())

    def category(self, id_: str) -> CategoryKeys:
        """Give a category's keys."""
        return self.study.categories[id_]

    def years(self, number: int) -> list[Period]:
        """Give the period and the `number` like-for-like periods before it, oldest first."""
        return [self.period.earlier(back) for back in range(number, 0, -1)] + [self.period]

    @property
    def a_year_before(self) -> bool:
        """Whether the comparison is the same dates a year earlier."""
        return same_dates(self.comparison, self.period.earlier())

    def area_name(self, code: str) -> str:
        """Give an area's display name; the partnership's own has none in labels."""
        return "" if code == self.own else self.study.areas()[code].name

    @property
    def own(self) -> str:
        """Code of the partnership's own area."""
        return self.study.partnership.area.code

    def estimated(self, codes: Iterable[str]) -> tuple[str, ...]:
        """Name the areas to which cases of a wider one are shared out."""
        return tuple(self.area_name(code) for code in codes if code in self.tables.estimated)

    def bridging(self, kind: str) -> tuple[str, ...]:
        """Name the method that made areas of this kind out of two censuses' codes, if one did."""
        made = any(code in self.study.takers for code in self.study.within(self.own, kind))
        return (self.study.edition.geography.bridge.replace(" ", "_"),) if made else ()

    def sources(self, *categories: str, areas: Iterable[str] = ()) -> tuple[str, ...]:
        """Give the ids of the sources that count these categories, in order.

        areas: codes of the areas they are counted in, by default the partnership's own. A source
        of other areas is not named: who may read of a district need not know of its parts.
        """
        rows = self.tables.counts[self.tables.counts["category"].isin(categories)]
        rows = rows[rows["area"].isin(list(areas) or [self.own])]
        return tuple(dict.fromkeys(rows["source"]))

    def cautions(self, category: str) -> tuple[Caution, ...]:
        """Give what is to be said of a category's counts in the desk's period, and their change."""
        return self._said(category)

    @cached_property
    def _said(self) -> Callable[[str], tuple[Caution, ...]]:
        guard, counted = self.tables.guard, self.tables.counted_in(self.own)
        periods = (self.period, self.comparison)
        return cache(
            lambda c: self.told(
                guard.changed(c, *periods, counted), *(counted(c, p) for p in periods)
            )
        )

    @cached_property
    def variation(self) -> variation.Told:
        """The function that says whether a category's change in an area is normal variation."""
        return variation.told(self)

    def told(self, cautions: Iterable[Caution], *shared_out: Number | None) -> tuple[Caution, ...]:
        """Give cautions as the plan's readers may have them: to the public without small counts.

        shared_out: counts to which rows without a location are added, and which follow from those.
        A caution with a small count among its numbers, or behind them, goes without numbers.
        """
        if self.plan.audience != "public":
            return tuple(cautions)
        return tuple(
            c.model_copy(update={"numbers": {}})
            if _any_small((*c.counts, *(shared_out if c.kind == "unlocated" else ())))
            else c
            for c in cautions
        )

    def withheld(self, category: str) -> bool:
        """Say whether a category's counts in the desk's period are withheld."""
        return any(caution.count == "withheld" for caution in self.cautions(category))

    def missing(self, what: str, do: str, key: str = "") -> InputError:
        """Make the error for data that the plan asks for and no source holds."""
        path = (*self.plan.at, key) if key else self.plan.at
        return InputError([Problem(self.study.where(*path), what, do)])

    def key_findings(self) -> tuple[KeyFinding, ...]:
        """Give the plan's key findings with the places they were written at."""
        return tuple(
            KeyFinding(
                text=keys.text,
                audience=keys.audience,
                place=str(self.study.where(*self.plan.at, "key_findings", number)),
            )
            for number, keys in enumerate(self.plan.key_findings)
        )


def count(desk: Desk, category: str, area: str | None = None) -> Finding:
    """Count a category in an area over the desk's period, with its change on the comparison.

    Without a value where the guard withholds it. Raises InputError where no source holds the count.
    """
    area = area or desk.own
    value, previous = (
        desk.tables.count(category, area, p.first, p.last) for p in (desk.period, desk.comparison)
    )
    if value is None and not desk.withheld(category):
        name = desk.area_name(area) or desk.study.partnership.area.name
        what = f"no source counts '{category}' in {name} for {desk.period.label}"
        raise desk.missing(what, "add rows for it to a source, or take it out of the section")
    return count_finding(desk, category, area, value, previous)


def count_finding(
    desk: Desk, category: str, area: str, value: float | None, previous: float | None
) -> Finding:
    """Make the finding of a count and its change; `previous` None where the data has none."""
    keys, name, cautions = desk.category(category), desk.area_name(area), desk.cautions(category)
    if value is None or any(caution.change == "withheld" for caution in cautions):
        previous = None
    return Finding(
        id=identity("count", category, "" if area == desk.own else area),
        label=keys.label + (f" in {name}" if name else ""),
        measure="count",
        category=category,
        area=name,
        unit=keys.unit,
        period=desk.period,
        polarity=keys.polarity,
        method="count",
        sources=desk.sources(category, areas=[area]),
        audience=guarded(desk, [value, previous], sensitive=keys.sensitive and area != desk.own),
        markers=_change_markers(cautions),
        cautions=cautions,
        **moved(desk, value, previous, desk.variation(category, area)),
    )


# What a finding has only where it is compared with an earlier one.
ALONE = dict.fromkeys(("previous", "previous_period", "change", "change_pct", "variation"))


def moved(
    desk: Desk, value: Number | None, previous: Number | None, tested: Variation | None
) -> dict[str, Any]:
    """Give a finding's count and the change in it, with what the test says of that."""
    found = {"value": value, "previous": previous, "small_base": False}
    if value is None or previous is None:
        return ALONE | found
    small = desk.study.edition.comparison.small_base
    made = change(value, previous, small)
    return found | {
        "previous_period": desk.comparison,
        "change": made.difference,
        "change_pct": made.percent,
        "small_base": made.small_base,
        "variation": tested,
    }


def added(values: Iterable[Number | None]) -> Number | None:
    """Add counts up; None where one of them is not there."""
    known = list(values)
    return None if None in known else sum(value for value in known if value is not None)


def less(one: Number | None, other: Number | None) -> Number | None:
    """Take one count from another; None where one of them is not there."""
    return None if one is None or other is None else one - other


def _change_markers(cautions: Iterable[Caution]) -> tuple[Marker, ...]:
    """Give what stands behind a change: "x" in its place, or a marker for each way of labelling."""
    cautions = [caution for caution in cautions if caution.change]
    if any(caution.change == "withheld" for caution in cautions):
        return ("x",)
    return tuple(dict.fromkeys(caution.marker for caution in cautions))


def guarded(desk: Desk, values: Iterable[object], *, sensitive: bool = False) -> Audience:
    """Give the plan's audience, but never the public for a small count or a sensitive table."""
    public = desk.plan.audience == "public"
    return "partner" if public and (sensitive or _any_small(values)) else desk.plan.audience


def _any_small(values: Iterable[object]) -> bool:
    return any(isinstance(v, int | float) and 0 < v < SMALL_COUNT for v in values)


def together(findings: dict[str, Finding]) -> dict[str, Finding]:
    """Give findings that add up the strictest audience among them, so that none can be inferred."""
    audience = strictest(findings.values())
    return {k: f.model_copy(update={"audience": audience}) for k, f in findings.items()}


def strictest(told: Iterable[Finding | Exhibit]) -> Audience:
    """Give the strictest audience of some findings or exhibits."""
    return _closest(*(each.audience for each in told))


def _closest(*audiences: Audience) -> Audience:
    return max(audiences, key=AUDIENCES.index)


def cited(findings: Iterable[Finding]) -> tuple[str, ...]:
    """Give the sources of some findings, each once."""
    return tuple(dict.fromkeys(source for f in findings for source in f.sources))


def share(
    desk: Desk, part: Finding, whole: float, of_label: str, sources: Sequence[str] = ()
) -> Finding | None:
    """Make the finding of a part's share of a whole, which may rest on sources of its own.

    None where the whole is 0; without a value where that of the part is withheld.
    """
    value = rates.share_pct(part.value, whole) if part.value is not None else None
    if value is None and part.value is not None:
        return None
    return part.model_copy(
        update={
            "id": part.id.replace("count.", "share.", 1),
            "measure": "share",
            "unit": "%",
            "value": value,
            "of": whole,
            "of_label": of_label,
            "interval": _share_interval(desk, part.value, whole),
            "small_base": False,
            "method": "share",
            "sources": tuple(dict.fromkeys((*part.sources, *sources))),
            "cautions": of_counts(part.cautions),
            **ALONE,
        }
    )


def _share_interval(desk: Desk, part: Number | None, whole: Number) -> Interval | None:
    """Give the limits of a share in per cent; none of estimates, and of parts that overlap."""
    rule = desk.study.intervals
    if rule is None or part is None or part > whole or int(part) != part or int(whole) != whole:
        return None
    found = intervals.wilson(int(part), int(whole), rule.level / 100)
    return Interval(low=100 * found.low, high=100 * found.high, level=rule.level)


def remembered(
    desk: Desk, findings: Iterable[Finding], years: Mapping[str, Sequence[Number | None]]
) -> list[Finding]:
    """Give findings their series: the counts of the years that a table shows, oldest first.

    years: finding id -> counts of the table's years. A finding keeps none where one of them lacks.
    None keeps any where a small count holds the table back, since it could be worked out.
    """
    if guarded(desk, (v for values in years.values() for v in values)) != desk.plan.audience:
        return list(findings)
    return [
        f.model_copy(update={"series": _points(desk, f.category, years.get(f.id, ()))})
        for f in findings
    ]


def _points(desk: Desk, category: str, values: Sequence[Number | None]) -> tuple[Point, ...]:
    """Give a series; none where a count lacks, or is not safe as it stands."""
    known = [value for value in values if value is not None]
    if len(known) < max(len(values), SHORTEST_SERIES):
        return ()
    periods = desk.years(len(known) - 1)
    if any(desk.tables.guard.counted(category, period) for period in periods):
        return ()
    return tuple(
        Point(label=p.year_label, value=v, cautions=_since(desk, category, p))
        for p, v in zip(periods, known, strict=True)
    )


def _since(desk: Desk, category: str, then: Period) -> tuple[Caution, ...]:
    """Give what is to be said of a change from an earlier year to the desk's period."""
    if then == desk.period:
        return ()
    counted = desk.tables.counted_in(desk.own)
    cautions = desk.tables.guard.changed(category, desk.period, then, counted)
    return desk.told(cautions, *(counted(category, p) for p in (desk.period, then)))


def identity(measure: str, *names: str) -> str:
    """Give a finding's id: measure and slugs, dotted, lower case."""
    return ".".join([measure, *(slug(name) for name in names if name)])


def header(name: str) -> str:
    """Give a name as a column's header: "beat" is "Beat", "LSOA" stays."""
    return name[:1].upper() + name[1:]


def of_counts(cautions: Iterable[Caution]) -> tuple[Caution, ...]:
    """Give the cautions that concern counts of the period, and not only the change in them."""
    return tuple(caution for caution in cautions if caution.count)


def said_once(*cautions: Iterable[Caution]) -> tuple[Caution, ...]:
    """Give cautions of several findings, of each about one thing the first."""
    return tuple({(c.id, c.label): c for c in reversed(list(chain(*cautions)))}.values())[::-1]


def change_cell(finding: Finding) -> Cell:
    """Give the cell of a percentage change, with a marker where it must not be given."""
    if finding.previous is None:
        return Cell(markers=("x",))
    small: tuple[Marker, ...] = ("u",) if finding.small_base else ()
    tested = finding.variation
    return Cell(
        value=finding.change_pct,
        usual=bool(tested and not tested.clear),
        markers=(*small, *_change_markers(finding.cautions)),
    )


def variation_cell(finding: Finding) -> Cell:
    """Give the cell of the words for a change, with a marker where it is not tested."""
    if finding.variation:
        return Cell(value=finding.variation.words)
    return Cell(markers=_change_markers(finding.cautions) or ("x",))


def difference_cell(finding: Finding) -> Cell:
    """Give the cell of a difference, with a marker where a caution labels or withholds it."""
    if finding.change is None:
        return Cell(markers=("x",))
    return Cell(value=finding.change, markers=_change_markers(finding.cautions))


def count_cell(value: Number | None, cautions: Iterable[Caution]) -> Cell:
    """Give the cell of a count with the markers of what is to be said of it, or "not available"."""
    if value is None:
        return Cell(markers=("x",))
    return Cell(value=value, markers=tuple(dict.fromkeys(c.marker for c in cautions)))


def number_cell(value: Number | None) -> Cell:
    """Give the cell of a number, "not available" where there is none."""
    return count_cell(value, ())


def withheld_row(columns: Sequence[Column]) -> Row:
    """Make the one row of a table whose counts the guard withholds."""
    return row("withheld", *(Cell(markers=("x",)) for _ in columns))


def row(key: str, *values: object, role: str = "row", polarity: Polarity | None = None) -> Row:
    """Make a row from plain values and cells."""
    cells = tuple(v if isinstance(v, Cell) else Cell.model_validate({"value": v}) for v in values)
    return Row.model_validate({"key": key, "cells": cells, "role": role, "polarity": polarity})


def exhibit(desk: Desk, form: str, name: str, columns: Sequence[Column], **more: object) -> Exhibit:
    """Make an exhibit of the plan's section; id and everyday name follow from name and kind.

    findings: those that its rows print. The exhibit is kept as close as the closest of them, since
    a count and its change give away an earlier count that no column holds.
    Raises InputError where a table has more columns than any page holds.
    """
    kind = str(more.pop("kind", "table"))
    if kind == "table" and len(columns) > LANDSCAPE:
        what = f"the table '{name}' has {len(columns)} columns; a page holds {LANDSCAPE} at most"
        raise desk.missing(what, "show fewer years, or make two tables of it")
    sensitive = bool(more.pop("sensitive", False))
    findings: Iterable[Finding] = more.pop("findings", ())  # type: ignore[assignment]
    values = [
        r.cells[n].value
        for r in more["rows"]  # type: ignore[attr-defined]
        for n, c in enumerate(columns)
        if c.unit not in NOT_COUNTS
    ]
    fields: dict[str, object] = {
        "id": f"{family(kind)}.{desk.plan.id}.{slug(name)}",
        "name": name,
        "kind": kind,
        "form": form,
        "geography": desk.study.partnership.area.name,
        "period": desk.period.label,
        "audience": _closest(
            guarded(desk, values, sensitive=sensitive), *(f.audience for f in findings)
        ),
        "columns": tuple(columns),
        "wide": kind == "table" and len(columns) > UPRIGHT,
    }
    return Exhibit.model_validate(fields | more)


def twins(table: Exhibit, chart: Exhibit) -> tuple[Exhibit, Exhibit]:
    """Tie a chart to the table that prints its data."""
    return table, chart.model_copy(update={"twin": table.id})


def accepted(desk: Desk, *ids: str) -> tuple[str, ...]:
    """Give the reasons of accepted warnings, to be printed under a table."""
    return tuple(desk.study.edition.accept[i] for i in ids if i in desk.study.edition.accept)


def of_windows(desk: Desk) -> tuple[str, ...]:
    """Give the reason for accepting unequal windows, where the edition's own are compared."""
    own = (desk.period, desk.comparison) != (desk.study.period, desk.study.comparison)
    return () if own else accepted(desk, "window-length")


def compared_by(findings: Iterable[Finding]) -> tuple[str, ...]:
    """Name the methods by which the counts of some findings are compared."""
    return ("change", "variation") if any(f.variation for f in findings) else ("change",)


def unit_of(findings: Iterable[Finding]) -> str:
    """Give what some counts count, "cases" where they are of several kinds."""
    units = {f.unit for f in findings}
    return units.pop() if len(units) == 1 else "cases"


def count_columns(desk: Desk, unit: str) -> tuple[Column, Column]:
    """Make the columns of the comparison's and the period's counts, headed by their periods.

    Years that end in any month have their short name, for which a column has room.
    """
    rolling = desk.period.basis == desk.comparison.basis == "rolling 12 months"
    earlier, now = (
        period.year_label if rolling else period.label for period in (desk.comparison, desk.period)
    )
    earlier_column = Column(key="previous", label=earlier, unit=unit)
    return earlier_column, Column(key="count", label=now, unit=unit)


def earlier_rank(desk: Desk, key: str) -> Column:
    """Make the column of ranks in the comparison, named where it is no year ago."""
    when = "a year earlier" if desk.a_year_before else f"in {desk.comparison.label}"
    return Column(key=key, label=f"Rank {when}", unit="rank")


def unique(findings: Iterable[Finding | None]) -> tuple[Finding, ...]:
    """Drop what is missing, and findings met twice under one id, keeping the first."""
    return tuple({f.id: f for f in findings if f}.values())
