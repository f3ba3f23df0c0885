"""The guard: is a count, or the change in it, safe as it stands? Asked before any is printed.

Its verdict is a Caution, which travels with the number. Each that is not declared is a warning too,
and an edition that accepts the warning has the number labelled where it would be withheld.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING

from report.assessment import Caution, Number
from report.config.groupings import Categories, below
from report.config.guard import GuardKeys
from report.config.partnership import BreakKeys
from report.config.study import Study
from report.errors import Problem
from report.measures.coverage import Short, shared_out
from report.periods import Period
from report.sources.coverage import ALL
from report.sources.steps import end, steps
from report.sources.watched import Watched

if TYPE_CHECKING:
    from report.sources.tables import Tables

COUNTS = ("count", "before")
EFFECTS = (*COUNTS, "change")

# Periods of whole months may differ by a leap day, which does not spoil a comparison.
LEAP_DAYS = 1

# Counts a category of the partnership's own area over a period; None where there is no count.
Counted = Callable[[str, Period], int | None]

# Kind of caution -> the problem, and what to do. Of the others, another check warns.
WARNED = {
    "missing month": ("{when} is missing: the files hold no row{of}", "get the file"),
    "partial month": ("{when} holds {rows} rows{of}, where {usual} are usual", "get the file anew"),
    "unlocated": (
        "rows without a location: {unlocated_before} of {rows_before} in {when}, "
        "{unlocated} of {rows} in {now}; changes by area are bent",
        "ask the force why",
    ),
    "vintage": (
        "from {when} on the files carry other area codes: {ended} rows have codes that end before "
        "it, {begun} rows codes that begin with it",
        "add the ONS lookup as a source",
    ),
    "break": ("the recording{of} changed on {when}: {what}", "compare later years only"),
}


@dataclass(frozen=True)
class Guard:
    """Judges counts by what the files hold, and by the breaks that the partnership declares.

    accept: the edition's. bridged: whether codes of another issue are carried over to those listed.
    """

    keys: GuardKeys | None = None
    files: tuple[Watched, ...] = ()
    categories: Categories = field(default_factory=dict)
    breaks: tuple[BreakKeys, ...] = ()
    accept: Mapping[str, str] = field(default_factory=dict)
    small_base: Number = 0
    bridged: bool = False

    @property
    def _rule(self) -> GuardKeys:
        assert self.keys, "files and breaks are judged by the thresholds of config/guard.yaml"
        return self.keys

    def lacking(self, category: str, period: Period) -> bool:
        """Say whether a source of a category lacks a month of a period and holds others."""
        return any(file.missing(period) for file in self._of(category))

    def counted(self, category: str, period: Period) -> tuple[Caution, ...]:
        """Give what is to be said of a count alone, such as that of an earlier year."""
        found = self.changed(category, period, None, lambda _category, _period: None)
        return tuple(caution for caution in found if caution.count)

    def changed(
        self, category: str, now: Period, then: Period | None, counted: Counted
    ) -> tuple[Caution, ...]:
        """Give what is to be said of a count and of its change since an earlier period."""
        found = [c for file in self._of(category) for c in self._months(file, category, now, then)]
        found += self._codes(category, now, then)
        if then:
            found += [*self._breaks(category, now, then), *self._length(now, then)]
            found += self._new(category, now, then, counted)
            if not any(caution.change == "withheld" for caution in found):
                found += self._unlocated(category, now, then, counted)
        return tuple(found)

    def _of(self, category: str) -> list[Watched]:
        return [file for file in self.files if file.parts(category)]

    def _caution(self, id_: str, **fields: object) -> Caution:
        """Make a caution; where its warning is accepted, nothing is withheld for it.

        But for the change where a month is missing: fewer months are not compared with more.
        """
        because = self.accept.get(id_, "")
        if because:
            eased = COUNTS if fields["kind"] == "missing month" else EFFECTS
            fields |= {each: "labelled" for each in eased if fields.get(each)}
        return Caution.model_validate({"id": id_, "because": because} | fields)

    def _months(
        self, file: Watched, category: str, now: Period, then: Period | None
    ) -> Iterator[Caution]:
        """Find months of either period that lack, or are partial."""
        for side, period in (("count", now), ("before", then)):
            for month in file.missing(period) if period else ():
                about = {"what": file.absent(month), side: "withheld"}
                yield self._caution(
                    f"coverage.{month:%Y-%m}",
                    change="withheld",
                    kind="missing month",
                    period=_month(month),
                    **about,
                )
            for short, force, alone in file.short(category) if period else ():
                label = self.categories[category].label if alone else ""
                if period and short.month in steps(period, 1):
                    yield self._partial(short, what=force, label=label, **{side: "labelled"})

    def _partial(self, short: Short, **about: str) -> Caution:
        return self._caution(
            f"partial.{short.month:%Y-%m}",
            change=self._rule.effects.partial,
            kind="partial month",
            period=_month(short.month),
            numbers={"rows": short.rows, "usual": short.usual},
            **about,
        )

    def _codes(self, category: str, now: Period, then: Period | None) -> Iterator[Caution]:
        """Find a month between the first and the last from which on other codes stand."""
        for file in () if self.bridged else self._of(category):
            turn, first = file.turnover, (then or now).first
            if turn and first < turn.month <= now.last:
                yield self._caution(
                    "vintage",
                    count="labelled",
                    before="labelled",
                    change=self._rule.effects.vintage,
                    kind="vintage",
                    period=_month(turn.month),
                    numbers={"ended": turn.ended, "begun": turn.begun},
                )

    def _breaks(self, category: str, now: Period, then: Period) -> Iterator[Caution]:
        for each in self.breaks:
            meant = not each.category or category in below(self.categories, each.category)
            if meant and then.first < each.date <= now.last:
                yield self._caution(
                    f"break.{each.category}" if each.category else "break",
                    count="labelled" if now.first < each.date else "",
                    before="labelled" if each.date <= then.last else "",
                    change=self._rule.effects.breaks,
                    kind="break",
                    label=self.categories[each.category].label if each.category else "",
                    period=Period(each.date, each.date),
                    what=each.what,
                )

    def _length(self, now: Period, then: Period) -> Iterator[Caution]:
        """Label a change between windows of unequal length; where accepted, a note says why."""
        if abs(now.days - then.days) > LEAP_DAYS and "window-length" not in self.accept:
            days = {"days": now.days, "days_before": then.days}
            yield self._caution(
                "window-length",
                change="labelled",
                kind="window length",
                period=then,
                numbers=days,
            )

    def _new(self, category: str, now: Period, then: Period, counted: Counted) -> Iterator[Caution]:
        """Find a category that the files hold only from some month after the earlier period's."""
        new = counted(category, now) is not None and counted(category, then) is None
        for file in self._of(category) if new else ():
            first = file.first(category)
            if file.holds(then) and not file.missing(then):
                yield self._caution(
                    f"gap.{category}",
                    change="withheld",
                    kind="category",
                    label=self.categories[category].label,
                    period=_month(first),
                )

    def _unlocated(
        self, category: str, now: Period, then: Period, counted: Counted
    ) -> Iterator[Caution]:
        """Set the change beside the one with rows shared out that have no location.

        A file that holds one of the periods alone says nothing of it: the other count has another
        source.
        """
        value, previous = counted(category, now), counted(category, then)
        if value is None or not previous:
            return
        for file in self._of(category):
            shared, before = (_shared_out(file, category, p, counted) for p in (now, then))
            held = before and file.holds(now) and file.holds(then)
            if held and self._matters(value, previous, shared, before):
                yield self._caution(
                    "unlocated",
                    change=self._rule.effects.unlocated,
                    kind="unlocated",
                    label=self.categories[category].label,
                    period=then,
                    what=now.label,
                    numbers=_rows(file, now, then) | self._shared(shared, before, previous),
                )

    def _matters(self, value: Number, previous: Number, shared: Number, before: Number) -> bool:
        points = abs(100 * shared / before - 100 * value / previous)
        difference = abs((shared - before) - (value - previous))
        return points > self._rule.points or 100 * difference > self._rule.difference * previous

    def _shared(self, shared: Number, before: Number, previous: Number) -> dict[str, Number]:
        """Give both counts with their part of those rows, and the change on a base not small."""
        found = {"shared": shared, "shared_before": before}
        if previous >= self.small_base:
            found["change_pct"] = 100 * (shared - before) / before
        return found


def _shared_out(file: Watched, category: str, period: Period, counted: Counted) -> float:
    """Add up the parts of a category, each with its share of those rows that have no location."""
    return sum(
        shared_out(
            counted(part, period) or 0,
            file.total((part,), period),
            file.total((part,), period, unlocated=True),
        )
        for part in file.parts(category)
    )


def _rows(file: Watched, now: Period, then: Period) -> dict[str, Number]:
    """Give all rows of the files in both periods, and those without a location."""
    found: dict[str, Number] = {}
    for name, period in (("", now), ("_before", then)):
        found[f"rows{name}"] = file.total((ALL,), period)
        found[f"unlocated{name}"] = file.total((ALL,), period, unlocated=True)
    return found


def _month(first: date) -> Period:
    return Period(first, end(first, 1))


def guarded(study: Study, tables: "Tables") -> Iterator[Problem]:
    """Warn of everything that makes a count, or its change, less than safe."""
    own, guard = study.partnership.area.code, tables.guard
    for now, then in sorted({study.compared(plan) for plan in study.walk()}):
        older = [now.earlier(years) for years in range(2, study.edition.history + 1)]
        for category in sorted(set(tables.counts["category"])):
            changed = guard.changed(category, now, then, tables.counted_in(own))
            for caution in chain(changed, *(guard.counted(category, year) for year in older)):
                if caution.kind in WARNED:
                    yield _problem(study, caution, now)


def _problem(study: Study, caution: Caution, now: Period) -> Problem:
    what, do = WARNED[caution.kind]
    shown = {name: f"{number:,.0f}" for name, number in caution.numbers.items()}
    about = {"when": caution.period.label, "now": now.label, "what": caution.what}
    about["of"] = f" of {caution.label or caution.what}" if caution.label or caution.what else ""
    advice = f"{do}, or accept it with a reason under 'accept: {caution.id}'"
    where = study.where("sources")
    return Problem(where, what.format(**shown, **about), advice, "warning", caution.id)
