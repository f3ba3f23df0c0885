"""Make the table of counts from counted rows: months, and the windows that the edition shows."""

import re
from collections.abc import Collection, Iterable, Iterator
from datetime import date, timedelta

import pandas as pd

from report.config.plan import Plan
from report.config.study import Study
from report.errors import InputError, Problem, Where, suggestion
from report.periods import Period
from report.sources.files import printed
from report.sources.layouts import Layout
from report.sources.steps import begin, end, steps, whole
from report.sources.sums import Window, groupings, summed, wider
from report.sources.tables import COLUMNS
from report.sources.tallies import OUTSIDE, Tally


def windows(study: Study) -> list[Period]:
    """Give every period that the edition may count, oldest first."""
    plans = list(study.walk())
    own = [keys.period for plan in plans if (keys := getattr(plan, "period", None))]
    others = [keys.period for plan in plans if (keys := getattr(plan, "comparison", None))]
    back = range(study.edition.history + 1)
    years = [period.earlier(n) for period in (study.period, *own) for n in {*back, 1}]
    totals = _added_up(study, plans)
    found = {(p.first, p.last): p for p in (*years, study.comparison, *others, *totals)}
    return [found[dates] for dates in sorted(found)]


def _added_up(study: Study, plans: Iterable[Plan]) -> Iterator[Period]:
    """Give all months that sections add up to totals of twelve, those between the periods too."""
    for plan in plans:
        if getattr(plan, "rolling", False):
            own = getattr(plan, "period", None)
            period = own.period if own else study.period
            before = period.earlier(max(study.edition.history, 1) + 1)
            yield Period(before.last + timedelta(days=1), period.last)


def tabled(
    study: Study, id_: str, layout: Layout, made: Tally, held: Collection[date]
) -> pd.DataFrame:
    """Give the counts of a source: each category in each area, by month (or quarter) and by window.

    A category has rows where the files count it; a 0 there was counted. A window has rows only
    where every month of it is held, or the edition accepts that it is not; months lie wholly
    within a window.
    Raises InputError where no area has a code of the publisher's, or a window cuts a month of a
    file that counts by month.
    """
    problems = list(_unfit(study, id_, layout, made))
    if problems:
        raise InputError(problems)
    sums, areas = groupings(study, layout), wider(study, layout, made)
    known = _known(layout, made, sums)
    shown, months = _spans(study, layout, held)
    counts = summed(made, {*shown, *months}, sums, areas)
    listed = sorted({each for around in areas.values() for each in around})
    near = _near(study)
    rows = [
        (category, area, *span, counts[category, area, span])
        for span in sorted({*shown, *months})
        for category, (first, last) in known.items()
        if first <= span[0].replace(day=1) and begin(span[1], layout.months) <= last
        for area in listed
        if span in shown or area in near
    ]
    return _of_source(study, id_, pd.DataFrame(rows, columns=COLUMNS["counts"], dtype=object))


def coded(
    study: Study, id_: str, layout: Layout, made: Tally, held: Collection[date]
) -> pd.DataFrame:
    """Give the counts of a source by offence code: in the partnership's own area, by window.

    made: the tally whose counts are by code. A code that was not counted in a window has no row.
    """
    shown, _ = _spans(study, layout, held)
    counts, own = summed(made, shown, {}, wider(study, layout, made)), study.partnership.area.code
    rows = [
        (code, area, *span, number)
        for (code, area, span), number in sorted(counts.items())
        if area == own and number
    ]
    return _of_source(study, id_, pd.DataFrame(rows, columns=COLUMNS["offences"], dtype=object))


def _of_source(study: Study, id_: str, table: pd.DataFrame) -> pd.DataFrame:
    """Give rows their place; a sum has no line of its own."""
    file = printed(study, study.edition.sources[id_].file)
    return table.assign(file=file, line=0, source=id_)


def _spans(study: Study, layout: Layout, held: Collection[date]) -> tuple[set[Window], set[Window]]:
    """Give the windows that have a count, and the months within any window."""
    number = layout.months
    wanted = [p for p in windows(study) if layout.daily or whole(p, number)]
    shown = {(p.first, p.last) for p in wanted if _counted(study, steps(p, number), held)}
    months = {(m, end(m, number)) for p in wanted for m in steps(p, number) if m in held}
    return shown, {
        (first, last)
        for first, last in months
        if any(p.first <= first and last <= p.last for p in wanted)
    }


def _counted(study: Study, months: Collection[date], held: Collection[date]) -> bool:
    """Say whether a window has a count: each month is held, or its absence is accepted."""
    lacking = [month for month in months if month not in held]
    accepted = [m for m in lacking if f"coverage.{m:%Y-%m}" in study.edition.accept]
    return len(accepted) == len(lacking) < len(months)


def _near(study: Study) -> set[str]:
    """Give the areas that are counted by month: the own one, all in it, and those around it."""
    own = study.partnership.area.code
    return {own, *study.within(own), *study.around(own)}


def _known(
    layout: Layout, made: Tally, sums: dict[str, tuple[str, ...]]
) -> dict[str, tuple[date, date]]:
    """Give the first and the last month in which the files count a category."""
    seen: dict[str, set[date]] = {}
    for category, month in made.seen:
        for each in sums.get(category, (category,)):
            seen.setdefault(each, set()).add(month)
    since = {month for _, month in made.seen if month >= layout.complete_from}
    months = {
        c: own | since if max(own) >= layout.complete_from else own for c, own in seen.items()
    }
    return {c: (min(months[c]), max(months[c])) for c in sorted(months)}


def _unfit(study: Study, id_: str, layout: Layout, made: Tally) -> Iterator[Problem]:
    where, name = study.where("sources", id_), study.edition.sources[id_].layout
    column, home = layout.columns["area"], Where("config/categories.yaml")
    if column.type != "area" and not any(re.fullmatch(column.codes, c) for c in study.areas()):
        what = f"no area of partnership.yaml has a code as this layout's, '{column.codes}'"
        yield Problem(where, what, "list all that the partnership's area is made of under 'areas'")
    if column.type == "area" and not made.counts and (texts := made.values.get(OUTSIDE)):
        what = f"none of the areas in its column '{column.header}' is known"
        known = f"name the {column.kind or 'area'} in partnership.yaml as the file does"
        yield Problem(where, what, suggestion(study.partnership.area.name, texts, known))
    for category in layout.sums:
        if category not in study.categories:
            what = f"the layout {name} adds up to '{category}'"
            yield Problem(home, what, "add that category with its parts")
    for header, category in layout.flags.items():
        if category not in study.categories:
            what = f"the layout {name} counts rows with the flag '{header}' in '{category}'"
            yield Problem(home, what, "add that category")
    if not layout.daily and not whole(study.period, layout.months):
        unit = {3: "quarter", 12: "financial year"}.get(layout.months, "month")
        what = f"the source counts whole {unit}s, the period begins or ends within one"
        yield Problem(where, what, f"choose a period of whole {unit}s")
