"""The years of a category: its counts, their direction, and the columns that they stand in."""

from collections.abc import Sequence
from itertools import chain

from report.assessment import Caution, Cell, Column, Finding
from report.measures import series
from report.periods import Period, same_dates
from report.sections.cells import count_cell
from report.sections.desk import Desk
from report.sections.facts import identity, said_once

WAYS = {"up": 1, "down": -1, "mixed": 0}

# The columns that a change is taken between.
PAIR = 2


def shown(desk: Desk) -> list[Period]:
    """Give the period and the years of the edition's history before it, oldest first."""
    return desk.years(desk.study.edition.history)


def columns(desk: Desk, periods: Sequence[Period], unit: str) -> list[Column]:
    """Make a column of counts for each year."""
    return [Column(key=f"y{n}", label=_head(desk, p), unit=unit) for n, p in enumerate(periods)]


def compared(desk: Desk, periods: Sequence[Period]) -> list[Period]:
    """Give some years with the comparison among them, where it is none of them, by their dates."""
    then = [] if any(same_dates(desk.comparison, p) for p in periods) else [desk.comparison]
    return sorted([*periods, *then])


def compared_columns(desk: Desk, periods: Sequence[Period], unit: str) -> list[Column]:
    """Make the columns of years, of the comparison among them, and of the change on that.

    Where the comparison is not the year before, its key is "previous", and the change names it.
    """
    every, then = compared(desk, periods), _head(desk, desk.comparison)
    shown = [
        column.model_copy(update={"key": "previous"}) if column.label == then else column
        for column in columns(desk, every, unit)
    ]
    plain = desk.a_year_before or len(every) == PAIR
    change = Column(key="change", label="Change" if plain else f"Change on {then}", unit="change %")
    return [*(columns(desk, every, unit) if desk.a_year_before else shown), change]


def _head(desk: Desk, period: Period) -> str:
    """Head a column: a year on the period's own dates, or a comparison on others, named in full."""
    alike = desk.period.earlier(desk.period.last.year - period.last.year)
    if same_dates(alike, period):
        return alike.year_label
    return period.span if desk.period.basis == "year to date" else period.label


def span(periods: Sequence[Period]) -> str:
    """Name the first and the last of some years: "2018/19 to 2023/24"."""
    return f"{periods[0].year_label} to {periods[-1].year_label}"


def counted(desk: Desk, category: str, area: str, periods: Sequence[Period]) -> list[int | None]:
    """Give a category's count in each year, None where no source has one."""
    return [desk.tables.count(category, area, p.first, p.last) for p in periods]


def cells(desk: Desk, category: str, area: str, periods: Sequence[Period]) -> list[Cell]:
    """Give a category's count in each year as cells, marked where it is not safe as it stands."""
    values = counted(desk, category, area, periods)
    said = [desk.tables.guard.counted(category, period) for period in periods]
    return [count_cell(value, of) for value, of in zip(values, said, strict=True)]


def cautions(desk: Desk, category: str, periods: Sequence[Period]) -> tuple[Caution, ...]:
    """Give what is to be said of a category's counts in some years, and of the last change."""
    said = (desk.tables.guard.counted(category, period) for period in periods)
    return said_once(desk.told(chain(*said)), desk.cautions(category))


def safe(desk: Desk, category: str, periods: Sequence[Period]) -> bool:
    """Say whether there is nothing to be said of a category's counts in some years."""
    return not any(desk.tables.guard.counted(category, period) for period in periods)


def complete(desk: Desk, category: str, key: str, otherwise: str) -> list[int | None]:
    """Give a category's counts in all years shown, None where the guard withholds one.

    Raises InputError where one is missing, with the key of the plan that asks for it.
    """
    periods = shown(desk)
    values = counted(desk, category, desk.own, periods)
    for period, value in zip(periods, values, strict=True):
        if value is None and not desk.tables.guard.lacking(category, period):
            what = f"no source counts '{category}' for {period.label}"
            raise desk.missing(what, f"add rows for it, or set {otherwise}", key)
    return values


def trend(desk: Desk, category: str, values: Sequence[int | None]) -> Finding:
    """Make the finding of a series' direction: 1 always up, -1 always down, 0 neither.

    Without a value where a year has none, or one that is not safe as it stands.
    """
    keys, known = desk.category(category), [value for value in values if value is not None]
    said = cautions(desk.yearly, category, shown(desk))
    unsafe = len(known) < len(values) or any(c.change == "withheld" for c in said)
    return Finding(
        id=identity("trend", category),
        label=keys.label,
        measure="trend",
        category=category,
        unit="direction",
        period=desk.period,
        value=None if unsafe else WAYS[series.direction(known)],
        of=len(values),
        polarity=keys.polarity,
        method="trend",
        sources=desk.sources(category),
        audience=desk.plan.audience,
        cautions=said,
    )
