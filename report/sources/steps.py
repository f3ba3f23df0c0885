"""The steps in which files count: months, or so many months together, counted from April."""

from datetime import date, timedelta

from report.periods import Period


def whole(period: Period, number: int) -> bool:
    """Whether a period consists of whole steps of so many months."""
    last = begin(period.last, number)
    return period.first == begin(period.first, number) and period.last == end(last, number)


def steps(period: Period, number: int) -> tuple[date, ...]:
    """Give the first day of every step that a period touches."""
    return tuple(dict.fromkeys(begin(month.first, number) for month in period.months()))


def begin(day: date, number: int) -> date:
    """Give the first day of the step that a day lies in."""
    return _month(day, -((day.month - 4) % number))


def end(first: date, number: int) -> date:
    """Give the last day of the step that begins on a day."""
    return _month(first, number) - timedelta(days=1)


def _month(day: date, later: int) -> date:
    """Give the first day of the month so many months after a day's."""
    years, month = divmod(day.month - 1 + later, 12)
    return date(day.year + years, month + 1, 1)
