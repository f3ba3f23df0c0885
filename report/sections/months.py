"""Section kind "months": a category month by month, with its peak, its years and its usual year."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from report.assessment import Exhibit, Finding, NamedList, Section, Variation
from report.config.model import PeriodKeys, key
from report.config.plan import Plan
from report.config.series import BaselineKeys
from report.config.study import Study
from report.measures import months
from report.periods import Period
from report.sections import control
from report.sections.desk import Desk, strictest, together
from report.sections.facts import count_finding, identity, of_counts
from report.sections.monthly import Calendar, Count, by_month, over_a_year, totalled
from report.sections.seasons import growing, seasonal
from report.sections.series import series
from report.sections.usual import smoothed, usual_range
from report.sources.tables import Tables

# Of fewer earlier years there is no range that a month could lie outside of.
FEWEST_YEARS = 2


class Months(Plan):
    """Keys of a section of months."""

    category: str = key("the category")
    period: PeriodKeys | None = key(
        "another period than the edition's; whole months, twelve at most", default=None
    )
    chart_message: str = key("what the chart of months shows, in your words", default="")
    rolling: bool = key("totals of twelve months, as a table and a chart", default=False)
    rolling_message: str = key("what that chart shows, in your words", default="")
    profile: bool = key("set each month against the same month of earlier years", default=False)
    profile_message: str = key("what that chart shows, in your words", default="")
    control_chart: bool = key(
        "set each month against what is usual, and say which are outside it", default=False
    )
    control_message: str = key("what that chart shows, in your words", default="")
    baseline: BaselineKeys | None = key(
        "the months that what is usual is worked out from, the same in every edition; without it, "
        "those before the period, which move on with it",
        default=None,
    )
    smoothed: bool = key(
        "a chart of months averaged with those before, which shows small shifts", default=False
    )
    smoothed_message: str = key("what that chart shows, in your words", default="")
    season: bool = key(
        "say which months of a year have most and fewest, from three years or more", default=False
    )
    trend: bool = key("say how the months grew, from two years or more", default=False)


def assess(plan: Months, study: Study, tables: Tables) -> Section:
    """Assess the months of one category.

    A month that is held back holds back every other and all exhibits, by which it could be worked
    out; totals of twelve months differ by two months.
    """
    desk = Desk.of(plan, study, tables)
    found = _calendar(desk, plan)
    single, peak = _single(desk, found), _peak(desk, found)
    counted = together({**peak, **single}).values()
    exhibits = by_month(desk, found, plan.chart_message, plan.profile_message)
    total: list[Finding] = []
    if plan.rolling:
        totals = _totals(desk, found)
        total = [_rolling(desk, found, totals)]
        exhibits += over_a_year(desk, found, totals, plan.rolling_message)
    watched, drawn = _watched(desk, plan)
    exhibits += drawn
    audience = strictest([*counted, *exhibits])
    return Section(
        id=plan.id,
        kind=plan.kind,
        title=plan.title,
        audience=plan.audience,
        numbered=plan.numbered,
        findings=(*counted, *total, *watched),
        exhibits=tuple(e.model_copy(update={"audience": audience}) for e in exhibits),
        key_findings=desk.key_findings(),
        lists=_lists(found, single),
    )


def _watched(desk: Desk, plan: Months) -> tuple[list[Finding], list[Exhibit]]:
    """Set the months against what is usual, and find their season and trend, as the plan asks."""
    findings, exhibits = list[Finding](), list[Exhibit]()
    if plan.baseline and not (plan.control_chart or plan.smoothed or plan.season or plan.trend):
        what = "'baseline' is of the usual range"
        raise desk.missing(what, "add 'control_chart: yes', or take it out", "baseline")
    if plan.control_chart or plan.smoothed:
        judged = control.controlled(desk, plan.category, plan.baseline)
        findings += [control.finding(desk, judged)] if plan.control_chart else []
        exhibits += usual_range(desk, judged, plan.control_message) if plan.control_chart else []
        exhibits += smoothed(desk, judged, plan.smoothed_message) if plan.smoothed else []
    if plan.season or plan.trend:
        found = series(desk, plan.category, plan.baseline)
        seasons, tables = seasonal(desk, found) if plan.season else ([], [])
        findings += [*seasons, *(growing(desk, found) if plan.trend else [])]
        exhibits += tables
    return findings, exhibits


def _calendar(desk: Desk, plan: Months) -> Calendar:
    """Collect the months. Raises InputError where there are none, or too few for a profile."""
    if not desk.period.whole_months or len(desk.period.months()) > months.A_YEAR:
        what = f"{desk.period.label} is not made of whole months, twelve at most"
        raise desk.missing(what, "give the section a 'period:' of its own", "period")
    years = desk.years(desk.study.edition.history)
    counts = [tuple(_count(desk, plan.category, m) for m in year.months()) for year in years]
    if not _any(counts[-1]):
        what = f"no source counts '{plan.category}' by month for {desk.period.label}"
        raise desk.missing(what, "add rows for its months, or take the section out", "category")
    first = next(at for at, year in enumerate(counts) if _any(year))
    earlier = sum(_any(year) for year in counts[:-1])
    if plan.profile and earlier < FEWEST_YEARS:
        what = f"a profile needs months of {FEWEST_YEARS} earlier years, and the sources have"
        do = "add rows or a longer 'history:', or set 'profile: false'"
        raise desk.missing(f"{what} {earlier or 'none'}", do, "profile")
    usual = months.usual(counts[first:-1]) if plan.profile else ()
    return Calendar(plan.category, tuple(years[first:]), tuple(counts[first:]), tuple(usual))


def _any(counts: Sequence[Count]) -> bool:
    return any(count is not None for count in counts)


def _count(desk: Desk, category: str, month: Period) -> int | None:
    return desk.tables.count(category, desk.own, month.first, month.last)


def _peak(desk: Desk, found: Calendar) -> dict[str, Finding]:
    """Find the month with most, under its name "peak"; nothing where no month has fewer."""
    every, top = desk.period.months(), months.peak(found.counts[-1])
    if not top:
        return {}
    base = count_finding(desk, found.category, desk.own, top.count, None)
    made = base.model_copy(
        update={
            "id": identity("peak", found.category),
            "measure": "peak",
            "markers": (),
            "cautions": of_counts(base.cautions),
            "of": top.others,
            "ratio": top.ratio,
            "months": tuple(every[at] for at in top.places),
            "method": "peak",
        }
    )
    return {"peak": made}


def _single(desk: Desk, found: Calendar) -> dict[str, Finding]:
    """Find each month's count with its change on the year before, by the name of the month.

    Each is judged by itself; where the guard withholds a count, it has no value.
    """
    label, made = desk.category(found.category).label, dict[str, Finding]()
    every = zip(found.names, desk.period.months(), found.counts[-1], strict=True)
    for name, month, count in every:
        then = desk.over(month)
        if count is not None or then.withheld(found.category):
            previous = _count(desk, found.category, then.comparison)
            base = count_finding(then, found.category, desk.own, count, previous)
            made[name] = base.model_copy(
                update={
                    "id": identity("month", found.category, name),
                    "label": f"{label} in {month.label}",
                    "measure": "month",
                }
            )
    return made


def _totals(desk: Desk, found: Calendar) -> dict[Period, Count]:
    """Give every month from the first one counted to the last, with the total of its twelve."""
    every = Period(totalled(desk)[0].first, desk.period.last).months()
    counts = [_count(desk, found.category, month) for month in every]
    return dict(zip(every, months.rolling(counts), strict=True))


def _rolling(desk: Desk, found: Calendar, totals: Mapping[Period, Count]) -> Finding:
    """Find the total of the last twelve months, against that of a year before.

    Its value is None where one of its months was not counted.
    """
    last = desk.period.months()[-1]
    value, previous = totals[last], totals.get(last.earlier())
    year = totalled(desk)[-1]
    then = desk.over(replace(year, basis="rolling 12 months"))
    made = count_finding(then, found.category, desk.own, value, previous)
    # Where the twelve months are the period itself, its change has been tested.
    tested = _tested(desk, found.category, year) if made.previous is not None else None
    return made.model_copy(
        update={
            "id": identity("rolling", found.category),
            "measure": "rolling",
            "method": "rolling",
            "variation": tested,
            "markers": ("x",) if value is None else made.markers,
        }
    )


def _tested(desk: Desk, category: str, year: Period) -> Variation | None:
    """Give the test of the period's own change, where that is this year against the one before."""
    pairs = ((desk.period, year), (desk.comparison, year.earlier()))
    same = all((one.first, one.last) == (other.first, other.last) for one, other in pairs)
    return desk.variation(category, desk.own) if same else None


def _lists(found: Calendar, single: Mapping[str, Finding]) -> tuple[NamedList, ...]:
    """List the months that lie above and below all that they had in the years before."""
    if not found.usual:
        return ()
    above, below = list[str](), list[str]()
    for name, usual in zip(found.names, found.usual, strict=True):
        value = single[name].value if name in single else None
        if value is not None and usual.years >= FEWEST_YEARS:
            above += [single[name].id] if value > (usual.highest or 0) else []
            below += [single[name].id] if value < (usual.lowest or 0) else []
    return (
        NamedList(name="above the range", form="count", findings=tuple(above)),
        NamedList(name="below the range", form="count", findings=tuple(below)),
    )
