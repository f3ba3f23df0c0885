"""The years of a finding, by the words for them, and the finding as it stood in one of them."""

import re
from typing import NamedTuple

from report.assessment import Caution, Finding, Number
from report.errors import one_of
from report.measures.change import change
from report.periods import MONTHS, Period, day
from report.words import Unsayable, from_word

# A year as an author writes it.
YEAR = (
    r"(?:\d{4}(?:[/–-]\d{2,4})?|(?:the )?year to \w+ \d{4}|(?:the )?first year(?: shown)?"
    r"|last year|(?:the )?(?:previous year|year before)|\w+ years? (?:ago|before))"
)


class Year(NamedTuple):
    """A count of one year; cautions: what is to be said of a change from it to the last one."""

    period: Period
    value: Number
    cautions: tuple[Caution, ...] = ()


def years(finding: Finding) -> tuple[Year, ...]:
    """Give the years a finding is known for, oldest first; none where it has no value."""
    if finding.value is None:
        return ()
    if finding.series:
        back = range(len(finding.series) - 1, -1, -1)
        return tuple(
            Year(finding.period.earlier(n), point.value, point.cautions)
            for n, point in zip(back, finding.series, strict=True)
        )
    now = Year(finding.period, finding.value)
    if finding.previous is None or finding.previous_period is None:
        return (now,)
    return (Year(finding.previous_period, finding.previous, finding.cautions), now)


def year(finding: Finding, text: str) -> Year:
    """Find the year that is meant. Raises Unsayable with those that are known."""
    known = years(finding)
    wanted = _plain(text)
    back = _years_ago(wanted)
    for each in known:
        if wanted in _names(each.period) or (back and each.period == finding.period.earlier(back)):
            return each
    if wanted in ("first year", "first year shown") and known:
        return known[0]
    if back == 1 and len(known) > 1:
        return known[-2]
    labels = [each.period.year_label for each in known]
    advice = one_of(labels) if labels else "take the sentence out"
    raise Unsayable(f"has no count of {text}", advice)


def before(finding: Finding, then: Year) -> Year:
    """Give the year before another one. Raises Unsayable for the first one known."""
    known = years(finding)
    at = known.index(then)
    if not at:
        raise Unsayable(f"has no count before {then.period.year_label}", "name a later year")
    return known[at - 1]


def between(finding: Finding, then: Year, now: Year, small_base: Number) -> Finding:
    """Give a finding as it changed between two of its years; its own change where that is it."""
    if (then.period, now.period) == (finding.previous_period, finding.period):
        return finding
    made = change(now.value, then.value, small_base)
    return finding.model_copy(
        update={
            "period": now.period,
            "previous_period": then.period,
            "value": now.value,
            "previous": then.value,
            "change": made.difference,
            "change_pct": made.percent,
            "small_base": made.small_base,
            "variation": None,
            "cautions": tuple(c for c in then.cautions if c.period.first <= now.period.last),
        }
    )


def alone(finding: Finding, now: Year) -> Finding:
    """Give a finding as it stood in one of its years, compared with nothing."""
    if now.period == finding.period:
        return finding
    nothing = dict.fromkeys(("previous", "previous_period", "change", "change_pct", "variation"))
    counted = tuple(caution for caution in now.cautions if caution.before)
    fresh = {"period": now.period, "value": now.value, "small_base": False, "cautions": counted}
    return finding.model_copy(update=nothing | fresh)


def during(period: Period) -> str:
    """Say when: "in 2019/20", "between 1 April and 5 December 2019"."""
    if period.basis == "day":
        return f"on {day(period.last)}"
    if period.basis == "rolling 12 months":
        return f"in the year to {MONTHS[period.last.month - 1]} {period.last.year}"
    if period.label == period.year_label:
        return f"in {period.label}"
    same = period.first.year == period.last.year
    return f"between {day(period.first, year=not same)} and {day(period.last)}"


def since(period: Period) -> str:
    """Say from when on: "since 2019/20"; "compared with 1 April to 5 December 2019"."""
    if period.basis == "rolling 12 months":
        return f"since the year to {MONTHS[period.last.month - 1]} {period.last.year}"
    part = period.label != period.year_label
    return f"{'compared with' if part else 'since'} {period.label}"


def dated(text: str, finding: Finding) -> str:
    """Say behind words about years which dates of each are counted, where it is a part of them."""
    if finding.period.basis != "year to date":
        return text
    dates = f"{finding.period.dates} of each year)"
    return f"{text[:-1]}; {dates}" if text.endswith(")") else f"{text} ({dates}"


def _names(period: Period) -> set[str]:
    """Give what a year is called: its labels, and the year alone where it is a calendar year."""
    return {_plain(period.year_label), _plain(period.label)}


def _plain(text: str) -> str:
    """Give a year's name in one spelling: "2019–2020" and "2019-20" are "2019/20"."""
    text = " ".join(text.casefold().split()).removeprefix("the ")
    return re.sub(r"^(\d{4})[/–-](?:\d{2})?(\d{2})$", r"\1/\2", text)


def _years_ago(text: str) -> int:
    """Read "last year", "two years ago" or "3 years before" as a number of years; 0 for others."""
    if text in ("last year", "previous year", "year before", "a year ago", "a year before"):
        return 1
    number = re.match(r"(\w+) years? (?:ago|before)$", text)
    return (from_word(number[1]) or 0) if number else 0
