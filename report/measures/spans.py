"""Change over several years, by the year, and how often something happens.

Source: the compound rate is that of steady growth, last = first x (1 + rate) ** years; the simple
one divides the whole change by the years, and does not lead from the first number to the last.
"""

SECONDS_A_DAY = 24 * 60 * 60


def compound_pct(first: float, last: float, years: int) -> float | None:
    """Give the steady growth a year, in per cent, that leads from the first number to the last.

    None from a first number of 0, and over no year.
    """
    return 100 * ((last / first) ** (1 / years) - 1) if first > 0 and years > 0 else None


def simple_pct(first: float, last: float, years: int) -> float | None:
    """Give the change by the year as per cent of the first number; None where there is none."""
    return 100 * (last - first) / first / years if first > 0 and years > 0 else None


def a_year(first: float, last: float, years: int) -> float | None:
    """Give the change by the year in its own unit; None over no year."""
    return (last - first) / years if years > 0 else None


def a_day(count: float, days: int) -> float:
    """Give how many there were a day."""
    return count / days


def seconds_between(count: float, days: int) -> float | None:
    """Give the seconds from one to the next, if all had been equally far apart; None of none."""
    return days * SECONDS_A_DAY / count if count else None
