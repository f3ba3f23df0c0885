"""What a section works with, and who may read what it makes."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cache, cached_property
from typing import get_args

from report.assessment import Audience, Caution, Exhibit, Finding, KeyFinding, Number
from report.config.categories import CategoryKeys
from report.config.plan import Plan
from report.config.study import Study
from report.errors import InputError, Problem
from report.periods import Period, same_dates
from report.sections import variation
from report.sources.tables import Tables

# Counts from 1 up to this one may point at a person (ONS, disclosure control for tables of counts;
# 10 for sensitive topics, taken for all until cells are suppressed one by one).
SMALL_COUNT = 10

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
    return closest(*(each.audience for each in told))


def closest(*audiences: Audience) -> Audience:
    """Give the strictest of some audiences."""
    return max(audiences, key=AUDIENCES.index)
