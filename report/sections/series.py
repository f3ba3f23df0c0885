"""The months of a category in a row, and where their recording changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from report.assessment import Caution
from report.config.series import BaselineKeys, SeriesKeys
from report.periods import Period
from report.sections import years
from report.sections.desk import Desk


@dataclass(frozen=True)
class Series:
    """A category's months up to the end of the period, oldest first, from the first one counted on.

    counts: None where no source has one that is safe as it stands. breaks: place of the first month
    recorded in a new way -> what changed.
    """

    category: str
    months: tuple[Period, ...]
    counts: tuple[int | None, ...]
    breaks: Mapping[int, str]

    def span(self, places: Sequence[int]) -> Period:
        """Give the period of some months in a row."""
        return Period(self.months[places[0]].first, self.months[places[-1]].last)

    @property
    def whole(self) -> Period:
        """The period of all months."""
        return self.span(range(len(self.months)))

    @property
    def alike(self) -> range:
        """The places of the newest months that were recorded alike."""
        return range(max(self.breaks, default=0), len(self.months))


def rule(desk: Desk) -> SeriesKeys:
    """Give the house's rule for series. Raises InputError where the project has none."""
    if desk.study.series is None:
        what = "there is no rule for what is usual in a series of months"
        raise desk.missing(what, "copy config/series.yaml into the project")
    return desk.study.series


def series(desk: Desk, category: str, declared: BaselineKeys | None = None) -> Series:
    """Collect a category's months: of the years shown, and of the baseline before the period.

    Raises InputError where none is counted.
    """
    first = desk.years(desk.study.edition.history)[0].first
    before = _back(desk.period.first, rule(desk).baseline.months)
    begin = min(first, declared.period.first if declared else before)
    every = Period(begin, desk.period.last).months()
    counts = [_count(desk, category, month) for month in every]
    start = next((at for at, count in enumerate(counts) if count is not None), None)
    if start is None:
        what = f"no source counts '{category}' by month up to {desk.period.label}"
        raise desk.missing(what, "add rows for its months, or take it out of the section")
    months = every[start:]
    return Series(category, months, tuple(counts[start:]), _breaks(desk, category, months))


def _back(day: date, months: int) -> date:
    """Give the first day of the month so many months before a day's."""
    years_, month = divmod(day.year * 12 + day.month - 1 - months, 12)
    return date(years_, month + 1, 1)


def _count(desk: Desk, category: str, month: Period) -> int | None:
    """Count a month; None also where it is not safe as it stands and nobody accepted that."""
    said = desk.tables.guard.counted(category, month)
    if any(caution.count and not caution.because for caution in said):
        return None
    return desk.tables.count(category, desk.own, month.first, month.last)


def _breaks(desk: Desk, category: str, months: Sequence[Period]) -> dict[int, str]:
    """Find the months in which recording changed, or area codes gave way to others."""
    said = desk.tables.guard.changed(category, months[-1], months[0], lambda _c, _p: None)
    vintage = rule(desk).words.vintage
    return {
        at: caution.what or vintage
        for caution in said
        if caution.kind in ("break", "vintage")
        for at, month in enumerate(months)
        if month.first <= caution.period.first <= month.last
    }


def cautions(desk: Desk, found: Series) -> tuple[Caution, ...]:
    """Give what is to be said of the months, those before the period too."""
    return years.cautions(desk.yearly, found.category, [found.whole])
