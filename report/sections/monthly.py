"""The months of a category beside those of the years before: their counts, tables and charts.

Every table runs over the calendar months from the period's first one. A month that no source counts
stays empty, and is never nought.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from report.assessment import Caution, Column, Exhibit, Number, Row, slug
from report.measures.months import A_YEAR, Usual
from report.periods import MONTHS, Period
from report.sections import years
from report.sections.cells import number_cell, row
from report.sections.desk import Desk
from report.sections.exhibits import exhibit, twins

Count = Number | None

# Letters of a month's name on a chart.
SHORT = 3

# Decimals of a mean of whole numbers.
MEAN = 1


@dataclass(frozen=True)
class Calendar:
    """A category's counts by month, in its period and on the same dates of the years before.

    years: oldest first, the period last. counts: of each year, month by month; None where no source
    has one. usual: what each month had in the years before; empty where it is not asked for.
    """

    category: str
    years: tuple[Period, ...]
    counts: tuple[tuple[int | None, ...], ...]
    usual: tuple[Usual, ...] = ()

    @property
    def before(self) -> str:
        """Name the years before the period: "April 2020 to March 2023"."""
        return Period(self.years[0].first, self.years[-2].last).label

    @property
    def names(self) -> list[str]:
        """Name the months, from the period's first one."""
        return [_name(month) for month in self.years[-1].months()]


def totalled(desk: Desk) -> list[Period]:
    """Give the years that totals of twelve months are shown for, oldest first.

    Each ends with the period or the same dates before it: the years that the edition shows, and at
    least the one before, which the last is compared with.
    """
    years = desk.years(max(desk.study.edition.history, 1))
    if len(desk.period.months()) == A_YEAR:
        return years
    return [Period(_start(year), year.last, "rolling 12 months") for year in years]


def by_month(desk: Desk, found: Calendar, message: str, profile: str) -> list[Exhibit]:
    """Make the years as lines over the months, their table, and the chart of the usual year.

    message, profile: what the two charts show, in the author's words.
    """
    keys = desk.category(found.category)
    name, whole = f"{keys.label} by month", Period(found.years[0].first, desk.period.last)
    columns = [Column(key="month", label="Month"), *_years(found.years, keys.unit)]
    values = [*found.counts]
    if found.usual:
        columns += _usual_columns(found, keys.unit)
        values += zip(*((u.mean, u.highest, u.lowest) for u in found.usual), strict=True)
    rows = _rows(desk.period, values)
    table = _exhibit(desk, found, "months", name, columns, rows, period=whole.label)
    years = dict(zip((year.year_label for year in found.years), found.counts, strict=True))
    more = {"message": message, "period": whole.label}
    chart = _lines(desk, found, "months", name, _short(found.names), years, **more)
    usual = [twins(table, _profile(desk, found, profile))[1]] if found.usual else []
    return [*reversed(twins(table, chart)), *usual]


def over_a_year(
    desk: Desk, found: Calendar, totals: Mapping[Period, Count], message: str
) -> list[Exhibit]:
    """Make the chart and the table of totals of twelve months; none where there is no total.

    totals: every month, in order -> the sum of the twelve months that end with it.
    """
    first = next((month for month, total in totals.items() if total is not None), None)
    if first is None:
        return []
    keys = desk.category(found.category)
    shown = {month: total for month, total in totals.items() if month >= first}
    years = [year for year in totalled(desk) if year.last >= first.last]
    columns = [Column(key="month", label="Twelve months to the end of"), *_years(years, keys.unit)]
    rows = _rows(years[-1], [[shown.get(month) for month in year.months()] for year in years])
    name = f"{keys.label} over twelve months"
    more: dict[str, Any] = {
        "period": Period(first.first, desk.period.last).label,
        "methods": ("rolling",),
        "cautions": _of_totals(desk, found.category, shown),
    }
    table = _exhibit(desk, found, "rolling", name, columns, rows, **more)
    labels = [f"{_short([_name(month)])[0]} {month.first.year}" for month in shown]
    line = {keys.label: list(shown.values())}
    chart = _lines(desk, found, "rolling", name, labels, line, message=message, **more)
    return list(reversed(twins(table, chart)))


def _of_totals(desk: Desk, category: str, months: Iterable[Period]) -> tuple[Caution, ...]:
    """Give what is to be said of the totals of twelve months that end with some months."""
    windows = [Period(_start(month), month.last) for month in months]
    return years.cautions(desk.over(windows[-1]), category, windows)


def _start(month: Period) -> date:
    return month.earlier().last + timedelta(days=1)


def _profile(desk: Desk, found: Calendar, message: str) -> Exhibit:
    """Make the chart of the period's months over the range and the mean of the years before."""
    values: dict[str, Sequence[Count]] = {
        "Highest": [u.highest for u in found.usual],
        desk.period.year_label: found.counts[-1],
        "Mean": [u.mean for u in found.usual],
        "Lowest": [u.lowest for u in found.usual],
    }
    return _lines(
        desk,
        found,
        "month profile",
        f"{desk.category(found.category).label} month profile",
        _short(found.names),
        values,
        message=message,
        comparison=found.before,
        methods=("month_profile",),
        span=["highest", "lowest"],
    )


def _name(month: Period) -> str:
    return MONTHS[month.first.month - 1]


def _short(names: Iterable[str]) -> list[str]:
    """Name months in brief, as a chart has room for them."""
    return [name[:SHORT] for name in names]


def _years(years: Iterable[Period], unit: str) -> list[Column]:
    return [Column(key=f"y{year.first.year}", label=year.year_label, unit=unit) for year in years]


def _usual_columns(found: Calendar, unit: str) -> list[Column]:
    mean = Column(key="mean", label="Mean", unit=unit, decimals=MEAN, group=found.before)
    ends = (("highest", "Highest"), ("lowest", "Lowest"))
    more = (Column(key=k, label=label, unit=unit, group=found.before) for k, label in ends)
    return [mean, *more]


def _rows(year: Period, columns: Iterable[Iterable[Count]]) -> list[Row]:
    """Make a row of each month of a year from columns of numbers."""
    named = zip(map(_name, year.months()), zip(*columns, strict=True), strict=True)
    return [row(slug(name), name, *map(number_cell, numbers)) for name, numbers in named]


def _lines(
    desk: Desk,
    found: Calendar,
    form: str,
    name: str,
    labels: Sequence[str],
    values: Mapping[str, Sequence[Count]],
    span: Sequence[str] = (),
    **more: object,
) -> Exhibit:
    """Make a chart of lines over months, the period's year among them set apart.

    labels: the months. values: each line's name and numbers. span: keys of the lines that bound a
    range, if two do.
    """
    unit = desk.category(found.category).unit
    months = [Column(key=f"m{at}", label=label, unit=unit) for at, label in enumerate(labels)]
    columns = [Column(key="year", label="Year"), *months]
    rows = [row(slug(line), line, *map(number_cell, numbers)) for line, numbers in values.items()]
    own = desk.period.year_label
    marks: dict[str, object] = {
        "label": "year",
        "values": [month.key for month in months],
        **({"strong": slug(own)} if own in values else {}),
        **({"range": list(span)} if span else {}),
    }
    return _exhibit(desk, found, form, name, columns, rows, kind="lines", marks=marks, **more)


def _exhibit(
    desk: Desk,
    found: Calendar,
    form: str,
    name: str,
    columns: Sequence[Column],
    rows: Sequence[Row],
    **more: object,
) -> Exhibit:
    fields: dict[str, object] = {
        "measure": desk.category(found.category).label,
        "rows": tuple(rows),
        "cautions": years.cautions(desk.yearly, found.category, found.years),
        "sources": desk.sources(found.category),
    }
    return exhibit(desk, form, name, columns, **(fields | more))
