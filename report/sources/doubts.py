"""Warn of rows that should count and do not, and of what is odd about rows that count."""

from collections.abc import Iterator
from datetime import timedelta

from report.config.study import Study
from report.errors import Problem, Where
from report.periods import day
from report.sources.layouts import Layout
from report.sources.tallies import NO_FLAG, REPEATED, REVERSED, Tally

# Those reasons that rows of a sound file do not have.
DOUBTFUL = ("unknown area code", "unknown category", "malformed")

# How many different texts a warning shows.
SHOWN = 5

# A file of every offence has none at an end of the period for this long only if it lacks some.
SILENCE = timedelta(days=7)


def doubts_of(study: Study, id_: str, layout: Layout, made: Tally) -> Iterator[Problem]:
    """Give the warnings about the rows of a source."""
    found = [reason for reason in DOUBTFUL if made.aside[reason]]
    if found:
        shown = ", ".join(_aside(made, reason) for reason in found)
        yield _doubt(made.places[found[0]], f"rows are set aside: {shown}", f"aside.{id_}")
    if made.odd[REPEATED]:
        twice = [n for n in made.repeated.values() if n > 1]
        what = f"'{layout.id}' that stands more than once: {len(twice):,}, in {sum(twice):,} rows"
        yield _doubt(made.places[REPEATED], f"{what}; all of them count", f"repeats.{id_}")
    if made.odd[REVERSED]:
        what = f"offences that ended before they began: {made.odd[REVERSED]:,}; all of them count"
        yield _doubt(made.places[REVERSED], what, f"reversed.{id_}")
    if made.odd[NO_FLAG]:
        what = f"rows with a flag that says neither yes nor no: {made.odd[NO_FLAG]:,}, taken as no"
        yield _doubt(made.places[NO_FLAG], what, f"flags.{id_}")
    yield from _silence(study, id_, layout, made)


def unlisted(study: Study, id_: str, made: Tally, most: float) -> Iterator[Problem]:
    """Refuse files whose area codes of the last month the lists of areas do not know.

    most: % of that month's rows that may carry such codes. Files that turn from one census to the
    other within are the guard's. Nothing is said where no list reaches beyond the partnership's
    areas, or where a list of changes tells of the codes of another census.
    """
    if not study.elsewhere or study.shares or not made.coverage.codes:
        return
    last = max(month for _, month in made.coverage.codes)
    codes = {code: n for (code, month), n in made.coverage.codes.items() if month == last}
    known = {*study.areas(), *study.elsewhere}
    strange = {code: n for code, n in codes.items() if code not in known}
    share = 100 * sum(strange.values()) / sum(codes.values())
    if share > most:
        code = max(strange, key=lambda each: (strange[each], each))
        what = f"{share:.0f}% of its rows carry area codes that no list of areas knows: '{code}', …"
        do = (
            "list the areas of the census that the files use, 2011 until 2023 and 2021 since, or "
            "add a list of the changes, of the layout ons-lsoa11-lsoa21"
        )
        yield Problem(study.where("sources", id_, "file"), what, do)


def _aside(made: Tally, reason: str) -> str:
    """Say how many rows are set aside for a reason, and which texts made it so."""
    common = [text for text, _ in made.values[reason].most_common() if text.strip()]
    texts = ", ".join(f"'{text}'" for text in common[:SHOWN])
    more = ", ..." if len(common) > SHOWN else ""
    return f"{made.aside[reason]:,} ({reason}{': ' if texts else ''}{texts}{more})"


def _silence(study: Study, id_: str, layout: Layout, made: Tally) -> Iterator[Problem]:
    """Warn where a file of days begins late in the period, or ends early."""
    if not layout.daily or not made.seen:
        return
    where = study.where("sources", id_)
    for period in (study.period, study.comparison):
        if period.first + SILENCE < made.first <= period.last:
            what = (
                f"its first row is of {day(made.first)}, the period begins on {day(period.first)}"
            )
            yield _doubt(where, what, f"part.{id_}")
        if period.first <= made.last < period.last - SILENCE:
            what = f"its last row is of {day(made.last)}, the period ends on {day(period.last)}"
            yield _doubt(where, what, f"part.{id_}")


def _doubt(where: Where, what: str, id_: str) -> Problem:
    do = f"look at them, or accept it with a reason under 'accept: {id_}'"
    return Problem(where, what, do, "warning", id_)
