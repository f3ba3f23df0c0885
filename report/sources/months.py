"""Make the table of counts from counted rows: months, and the windows that the edition shows."""

import re
from collections.abc import Iterator
from datetime import date

import pandas as pd

from report.config.study import Study
from report.errors import InputError, Problem, Where
from report.periods import Period
from report.sources.files import printed
from report.sources.layouts import Layout
from report.sources.sums import Window, groupings, summed, wider
from report.sources.tables import COLUMNS
from report.sources.tallies import Tally

Months = tuple[date, ...]


def windows(study: Study) -> list[Period]:
    """Give every period that the edition may count, oldest first."""
    plans = list(study.walk())
    own = [keys.period for plan in plans if (keys := getattr(plan, "period", None))]
    others = [keys.period for plan in plans if (keys := getattr(plan, "comparison", None))]
    back = range(study.edition.history + 1)
    years = [period.earlier(n) for period in (study.period, *own) for n in {*back, 1}]
    found = {(p.first, p.last): p for p in (*years, study.comparison, *others)}
    return [found[dates] for dates in sorted(found)]


def tabled(study: Study, id_: str, layout: Layout, made: Tally) -> pd.DataFrame:
    """Give the counts of a source: each category in each area, by month and by window.

    A category has rows where the files count it; a 0 there was counted. A window has rows only
    where the files hold every month of it; months lie wholly within a window.
    Raises InputError where no area has a code of the publisher's, or a window cuts a month of a
    file that counts by month.
    """
    problems = list(_unfit(study, id_, layout))
    if problems:
        raise InputError(problems)
    sums, areas = groupings(study, layout), wider(study, layout, made)
    known, held = _known(layout, made, sums), {month for _, month in made.seen}
    shown, months = _spans(study, layout, held)
    counts = summed(made, {*shown, *months}, sums, areas)
    listed = sorted({each for around in areas.values() for each in around})
    near = _near(study)
    rows = [
        (category, area, *span, counts[category, area, span])
        for span in sorted({*shown, *months})
        for category, (first, last) in known.items()
        if first <= span[0].replace(day=1) and span[1].replace(day=1) <= last
        for area in listed
        if span in shown or area in near
    ]
    table = pd.DataFrame(rows, columns=COLUMNS["counts"], dtype=object)
    file = printed(study, study.edition.sources[id_].file)
    return table.assign(file=file, line=0, source=id_)


def _spans(study: Study, layout: Layout, held: set[date]) -> tuple[set[Window], set[Window]]:
    """Give the windows of which the files hold every month, and the months within any window."""
    wanted = [p for p in windows(study) if p.whole_months or layout.daily]
    shown = {(p.first, p.last) for p in wanted if held.issuperset(_months(p))}
    months = {(m.first, m.last) for p in wanted for m in p.months() if m.first in held}
    return shown, {
        (first, last)
        for first, last in months
        if any(p.first <= first and last <= p.last for p in wanted)
    }


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


def _unfit(study: Study, id_: str, layout: Layout) -> Iterator[Problem]:
    where, name = study.where("sources", id_), study.edition.sources[id_].layout
    pattern, home = layout.columns["area"].codes, Where("config/categories.yaml")
    if not any(re.fullmatch(pattern, code) for code in study.areas()):
        what = f"no area of partnership.yaml has a code as this layout's, '{pattern}'"
        yield Problem(where, what, "list all that the partnership's area is made of under 'areas'")
    for category in layout.sums:
        if category not in study.categories:
            what = f"the layout {name} adds up to '{category}'"
            yield Problem(home, what, "add that category with its parts")
    for header, category in layout.flags.items():
        if category not in study.categories:
            what = f"the layout {name} counts rows with the flag '{header}' in '{category}'"
            yield Problem(home, what, "add that category")
    if not layout.daily and not study.period.whole_months:
        what = "the source counts whole months, the period begins or ends within one"
        yield Problem(where, what, "choose a period of whole months")


def _months(period: Period) -> Months:
    """Give the first day of every month that a period touches."""
    return tuple(month.first for month in period.months())
