"""What a copy of last year's edition has kept of it: its period, its day of publication."""

from collections.abc import Iterable

from report.config.earlier import dated_alike
from report.config.study import Study
from report.errors import Problem
from report.periods import day
from report.sources.tables import Tables


def kept_period(study: Study, tables: Tables) -> Iterable[Problem]:
    """Another edition of the partnership with the same period, of which this is likely a copy."""
    for name in dated_alike(study.path, study.period, study.root):
        what = f"{name} has the same period, {study.period.label}"
        do = "change it, where this is a copy for another year"
        yield _warning(study, "period", what, do, "same-period")


def kept_date(study: Study, tables: Tables) -> Iterable[Problem]:
    """A day of publication before the period has ended."""
    published = study.edition.published.date
    if published < study.period.last:
        what = f"published on {day(published)}, before the period ends on {day(study.period.last)}"
        yield _warning(study, "published", what, "correct one of the two", "published")


def _warning(study: Study, key: str, what: str, do: str, id_: str) -> Problem:
    advice = f"{do}, or accept it with a reason under 'accept: {id_}'"
    return Problem(study.where(key), what, advice, "warning", id_)
