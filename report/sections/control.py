"""The months of a category against what is usual: their signals, and what is said of them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from report.assessment import Finding
from report.config.series import BaselineKeys, SeriesKeys, SignalKeys
from report.measures import control, stretches
from report.measures.control import Lengths, Signal, State
from report.measures.stretches import Asked, Stretch
from report.periods import Period
from report.sections.desk import Desk, guarded
from report.sections.facts import identity
from report.sections.series import Series, rule, series
from report.sections.years import cautions

# Where a state points, as a finding's value.
WAYS: Mapping[State, int] = {"uncontrolled": 1, "controlled": 0, "reducing": -1}


@dataclass(frozen=True)
class Controlled:
    """A category's months and what is usual in each stretch between two breaks.

    judged: the counts, as of months of one length where the house's rule asks for it. signals: of
    each month, the strongest first.
    """

    series: Series
    judged: tuple[float | None, ...]
    stretches: tuple[Stretch, ...]
    signals: tuple[tuple[Signal, ...], ...]

    @property
    def newest(self) -> Stretch:
        """The stretch of the newest month."""
        return self.stretches[-1]

    @property
    def baseline(self) -> str:
        """The baseline of the newest stretch, in words; "" where it has none."""
        return self.series.span(self.newest.baseline).label if self.newest.baseline else ""


def state(desk: Desk, category: str, declared: BaselineKeys | None = None) -> State | None:
    """Say where a category stands in its newest months, for a risk assessment.

    "reducing", "controlled" or "uncontrolled", as `measures.control.state` derives them; None where
    its cases are too few, or the months recorded alike. Raises InputError as `controlled` does.
    """
    keys, found = rule(desk), controlled(desk, category, declared)
    if unjudged(keys, found):
        return None
    return control.state(found.signals, keys.newest)


def unjudged(keys: SeriesKeys, found: Controlled) -> str:
    """Give the words for why a category has no usual range now; "" where it has one."""
    if found.newest.limits is None:
        return keys.words.short
    return keys.words.few if found.newest.limits.centre < keys.cases else ""


def controlled(desk: Desk, category: str, declared: BaselineKeys | None = None) -> Controlled:
    """Judge a category's months up to the end of the period by those of a baseline before it.

    declared: the baseline, the same in every edition; without, the months before the period.
    Raises InputError where a declared baseline reaches into the period, or has too few months.
    """
    keys = rule(desk)
    if declared and declared.period.last >= desk.period.first:
        what = f"the baseline ends in {declared.last}, within the period that it is to judge"
        raise desk.missing(what, f"let it end before {desk.period.label}", "baseline")
    found = series(desk, category, declared)
    days = [month.days for month in found.months]
    judged = stretches.alike(found.counts, days) if keys.equal_months else found.counts
    asked = _asked(desk, keys, found.months, declared)
    parts = stretches.stretches(judged, found.breaks, asked)
    _refuse(desk, parts, declared, asked)
    _begins(desk, found.months[0], declared)
    lengths = Lengths(keys.run, keys.direction, keys.near, keys.among, keys.edge)
    signals = stretches.judged(judged, parts, lengths)
    return Controlled(found, tuple(judged), tuple(parts), tuple(signals))


def _asked(
    desk: Desk, keys: SeriesKeys, months: Sequence[Period], declared: BaselineKeys | None
) -> Asked:
    until = sum(month.last < desk.period.first for month in months)
    wanted = range(max(0, until - keys.baseline.months), until)
    if declared:
        period = declared.period
        inside = [at for at, m in enumerate(months) if period.first <= m.first <= period.last]
        wanted = range(inside[0], inside[-1] + 1) if inside else range(0)
    return Asked(
        declared=wanted,
        most=keys.baseline.months,
        least=keys.baseline.fewest,
        until=until,
        centre=keys.centre,
        screened=keys.outlying == "leave out",
    )


def _refuse(
    desk: Desk, found: Sequence[Stretch], declared: BaselineKeys | None, asked: Asked
) -> None:
    """Refuse a baseline without enough counted months, where no break is the cause."""
    if found[-1].limits is None and len(found) == 1:
        span = f"from {declared.first} to {declared.last}" if declared else "before the period"
        what = f"a usual range needs {asked.least} counted months {span}"
        do = "add rows for them, declare another 'baseline:', or take the chart out"
        raise desk.missing(what, do, "baseline" if declared else "control_chart")


def _begins(desk: Desk, counted: Period, declared: BaselineKeys | None) -> None:
    """Refuse a baseline that begins before its months are counted: it would be another one."""
    if declared and declared.period.first < counted.first:
        what = f"the baseline begins in {declared.first}, but months are counted from"
        do = f"let it begin in {counted.first:%Y-%m}, or add rows for the months before"
        raise desk.missing(f"{what} {counted.label} on", do, "baseline")


def finding(desk: Desk, found: Controlled) -> Finding:
    """Make the finding of where a category stands: 1 above what is usual, -1 below, 0 within.

    The value is that of its newest months, the note says it of the whole period in words. Without a
    value where it has no usual range.
    """
    keys, of = rule(desk), found.series.category
    category = desk.category(of)
    why = unjudged(keys, found)
    way = WAYS[control.state(found.signals, keys.newest)]
    return Finding(
        id=identity("control", of),
        label=category.label,
        measure="control",
        category=of,
        unit="direction",
        period=desk.period,
        value=None if why else way,
        of_label=found.baseline,
        polarity=category.polarity,
        method="control_chart",
        sources=desk.sources(of),
        audience=guarded(desk, found.series.counts),
        cautions=() if why else cautions(desk, of, [desk.period]),
        note=why or _said(desk, keys, found),
    )


def _said(desk: Desk, keys: SeriesKeys, found: Controlled) -> str:
    """Say which months of the period were outside what is usual, and how."""
    told = [words.said.format(months=joined(when)) for words, when in _spans(desk, keys, found)]
    if not told:
        gaps = None in found.series.counts[-len(desk.period.months()) :]
        said = keys.words.gaps if gaps else keys.words.usual
        return said.format(period=desk.period.label)
    return keys.words.outside.format(signals=joined(told))


def _spans(
    desk: Desk, keys: SeriesKeys, found: Controlled
) -> Iterable[tuple[SignalKeys, list[str]]]:
    """Give each signal of the period with its months in words, the strongest first.

    A weaker signal is not told where stronger ones on its side tell of all its months.
    """
    until, told = len(found.series.months) - len(desk.period.months()), set[tuple[int, int]]()
    for one in (Signal(name, side) for name in control.RULES for side in (1, -1)):
        places = [at for at, signals in enumerate(found.signals) if one in signals]
        runs = [
            [at for _, at in run] for _, run in groupby(enumerate(places), lambda p: p[1] - p[0])
        ]
        runs = [run for run in runs if run[-1] >= until]
        new = {(at, one.side) for run in runs for at in run if at >= until} - told
        if new:
            told |= new
            yield (
                words(keys, one),
                [found.series.span(range(run[0], run[-1] + 1)).label for run in runs],
            )


def words(keys: SeriesKeys, one: Signal) -> SignalKeys:
    """Give the house's words for a signal."""
    sides = getattr(keys.signals, one.rule)
    chosen: SignalKeys = sides.high if one.side > 0 else sides.low
    return chosen


def joined(texts: Sequence[str]) -> str:
    """Put texts in a row: "a, b and c"."""
    *before, last = texts
    return f"{', '.join(before)} and {last}" if before else last
