"""The years of a category: its counts, their direction, and the columns that they stand in."""

from collections.abc import Sequence

from report.assessment import Column, Finding
from report.measures import series
from report.periods import Period
from report.sections.facts import Desk, identity

WAYS = {"up": 1, "down": -1, "mixed": 0}


def shown(desk: Desk) -> list[Period]:
    """Give the period and the years of the edition's history before it, oldest first."""
    return desk.years(desk.study.edition.history)


def columns(periods: Sequence[Period], unit: str) -> list[Column]:
    """Make a column of counts for each year."""
    return [Column(key=f"y{n}", label=p.year_label, unit=unit) for n, p in enumerate(periods)]


def span(periods: Sequence[Period]) -> str:
    """Name the first and the last of some years: "2018/19 to 2023/24"."""
    return f"{periods[0].year_label} to {periods[-1].year_label}"


def counted(desk: Desk, category: str, area: str, periods: Sequence[Period]) -> list[int | None]:
    """Give a category's count in each year, None where no source has one."""
    return [desk.tables.count(category, area, p.first, p.last) for p in periods]


def complete(desk: Desk, category: str, key: str, otherwise: str) -> list[int]:
    """Give a category's counts in all years shown.

    Raises InputError where one is missing, with the key of the plan that asks for it.
    """
    values = []
    for period, value in zip(
        shown(desk), counted(desk, category, desk.own, shown(desk)), strict=True
    ):
        if value is None:
            what = f"no source counts '{category}' for {period.label}"
            raise desk.missing(what, f"add rows for it, or set {otherwise}", key)
        values.append(value)
    return values


def trend(desk: Desk, category: str, values: Sequence[int]) -> Finding:
    """Make the finding of a series' direction: 1 always up, -1 always down, 0 neither."""
    keys = desk.category(category)
    return Finding(
        id=identity("trend", category),
        label=keys.label,
        measure="trend",
        category=category,
        unit="direction",
        period=desk.period,
        value=WAYS[series.direction(values)],
        of=len(values),
        polarity=keys.polarity,
        method="trend",
        sources=desk.sources(category),
        audience=desk.plan.audience,
    )
