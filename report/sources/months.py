"""Make the table of counts from rows counted by month: months, and the windows they add up to.

The partnership's own area is the sum of its areas in the files.
"""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pandas as pd

from report.config.study import Study
from report.errors import InputError, Problem, Where
from report.periods import Period
from report.sources.files import printed
from report.sources.layouts import Layout
from report.sources.tables import COLUMNS

if TYPE_CHECKING:
    from report.sources.counting import Tally

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


def tabled(study: Study, id_: str, layout: Layout, made: "Tally") -> pd.DataFrame:
    """Give the counts of a source: each category in each area, by month and by window.

    A category has rows where the files count it; a 0 there was counted. A window has rows only
    where the files hold every month of it.
    Raises InputError where no area has a code of the publisher's, or a window cuts a month.
    """
    codes = [c for c in study.areas() if re.fullmatch(layout.columns["area"].codes, c)]
    problems = list(_unfit(study, id_, layout, codes))
    if problems:
        raise InputError(problems)
    seen = made.seen | {(name, month) for name in layout.sums for _, month in made.seen}
    known, counts = _known(layout, seen), _with_sums(study, layout, made.counts)
    held = {month for _, month in seen}
    wanted = [(p.first, p.last, _months(p)) for p in windows(study) if p.whole_months]
    inside = {month for _, _, months in wanted for month in months} & held
    spans: dict[tuple[date, date], Months] = {(m, _end(m)): (m,) for m in inside}
    spans |= {(first, last): months for first, last, months in wanted if held.issuperset(months)}
    members, near = _members(study, codes), _near(study)
    rows = [
        row
        for span in sorted(spans)
        for row in _rows(
            span,
            spans[span],
            known,
            counts,
            {a: m for a, m in members.items() if len(spans[span]) > 1 or a in near},
        )
    ]
    table = pd.DataFrame(rows, columns=COLUMNS["counts"], dtype=object)
    file = printed(study, study.edition.sources[id_].file)
    return table.assign(file=file, line=0, source=id_)


def _members(study: Study, codes: list[str]) -> dict[str, list[str]]:
    """Give every area that the publisher's areas make up, with their codes."""
    own = set(codes)
    made = {c: [c] if c in own else [m for m in study.within(c) if m in own] for c in study.areas()}
    return {code: parts for code, parts in made.items() if parts}


def _near(study: Study) -> set[str]:
    """Give the areas that are counted by month: the own one, all in it, and those around it."""
    own = study.partnership.area.code
    return {own, *study.within(own), *study.around(own)}


def _known(layout: Layout, seen: set[tuple[str, date]]) -> dict[str, Months]:
    """Give the first and the last month in which the files count a category."""
    found: dict[str, Months] = {}
    for category in sorted({category for category, _ in seen}):
        own = {month for each, month in seen if each == category}
        if max(own) >= layout.complete_from:
            own |= {month for _, month in seen if month >= layout.complete_from}
        found[category] = (min(own), max(own))
    return found


def _rows(
    span: tuple[date, date],
    months: Months,
    known: dict[str, Months],
    counts: Counter[tuple[str, str, date]],
    members: dict[str, list[str]],
) -> Iterator[tuple[object, ...]]:
    for category, (first, last) in known.items():
        if first <= months[0] and months[-1] <= last:
            for area, codes in members.items():
                number = sum(counts.get((category, c, m), 0) for c in codes for m in months)
                yield category, area, *span, number


def _with_sums(
    study: Study, layout: Layout, counts: Counter[tuple[str, str, date]]
) -> Counter[tuple[str, str, date]]:
    """Add the categories that are the sum of their parts."""
    found = Counter(counts)
    for name in layout.sums:
        parts = study.categories[name].parts
        for (category, area, month), number in counts.items():
            if category in parts:
                found[name, area, month] += number
    return found


def _unfit(study: Study, id_: str, layout: Layout, codes: list[str]) -> Iterator[Problem]:
    where = study.where("sources", id_)
    if not codes:
        what = f"no area of partnership.yaml has a code as this layout's, {_pattern(layout)}"
        yield Problem(where, what, "list all that the partnership's area is made of under 'areas'")
    for name in layout.sums:
        if name not in study.categories:
            what = f"the layout {study.edition.sources[id_].layout} adds up to '{name}'"
            yield Problem(Where("config/categories.yaml"), what, "add that category with its parts")
    if not study.period.whole_months:
        what = "the source counts whole months, the period begins or ends within one"
        yield Problem(where, what, "choose a period of whole months")


def _pattern(layout: Layout) -> str:
    return f"'{layout.columns['area'].codes}'"


def _months(period: Period) -> Months:
    """Give the first day of every month of a period of whole months."""
    first, found = period.first, list[date]()
    while first <= period.last:
        found.append(first)
        first = _end(first) + timedelta(days=1)
    return tuple(found)


def _end(month: date) -> date:
    after = (month.replace(day=1) + timedelta(days=31)).replace(day=1)
    return after - timedelta(days=1)
