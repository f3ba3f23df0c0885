"""What a finding measures as text, without its change: a share, a position, a peak, a score."""

from datetime import date

from report.assessment import Finding
from report.periods import MONTHS, day
from report.words.changes import change
from report.words.known import UNAVAILABLE, Unsayable, known, pair, unavailable
from report.words.numbers import (
    NOUNS,
    as_published,
    as_word,
    counted,
    listed,
    number,
    ordinal,
    plain,
)


def position(finding: Finding) -> str:
    """Word a position: "12th of 15", "joint 12th of 15"."""
    return f"{'joint ' if finding.tied else ''}{ordinal(known(finding))} of {finding.of}"


def position_change(finding: Finding) -> str:
    """Word a movement: "moved up from 14th to 13th of 15", "stayed 12th of 15".

    Between two groups of other members nothing moves: "is 12th of 15".
    """
    if any(caution.kind == "membership" for caution in finding.cautions):
        return f"is {position(finding)}"
    previous, value = pair(finding)
    if value == previous:
        return f"stayed {position(finding)}"
    way = "up" if value < previous else "down"
    return f"moved {way} from {ordinal(previous)} to {position(finding)}"


def peak(finding: Finding) -> str:
    """Word a peak: "78 offences in April 2012, 2.0 times the mean of the other months"."""
    each = "each in" if len(finding.months) > 1 else "in"
    text = f"{count(finding)} {each} {peak_month(finding)}"
    if finding.ratio is None:
        return f"{text} and none in the other months"
    return f"{text}, {ratio(finding)} the mean of the other months"


def peak_month(finding: Finding) -> str:
    """Name the month of a peak, or the months that share it: "April 2012 and June 2012"."""
    return listed(month.label for month in finding.months)


def ratio(finding: Finding) -> str:
    """Word how high a peak or an area's rate is: "2.0 times". Raises Unsayable over a mean of 0."""
    if finding.ratio is None:
        form = finding.measure
        raise Unsayable("is set against nothing, or against 0", f"use the form '{form}'")
    return f"{plain(finding.ratio, 1)} times"


def concentration(finding: Finding) -> str:
    """Word a concentration: "31.2% in the 5% of LSOAs with most"."""
    if unavailable(finding):
        return UNAVAILABLE
    return f"{value(finding)} in the {finding.of:g}% of {finding.of_label} with most"


def stability(finding: Finding) -> str:
    """Word how many areas stayed: "8 of the 10 LSOAs with most were among those …"."""
    if unavailable(finding):
        return UNAVAILABLE
    kept = f"{plain(known(finding))} of the {finding.of} {finding.of_label} with most"
    return f"{kept} were among those with most a year earlier"


def lasting(finding: Finding) -> str:
    """Word how many areas last: "9 of 51 LSOAs had much of it year after year"."""
    if unavailable(finding):
        return UNAVAILABLE
    part = f"{plain(known(finding))} of {finding.of} {finding.of_label}"
    return f"{part} had much of it year after year"


def noted(finding: Finding) -> str:
    """Say of a finding what its own note does: the house's words for what it found."""
    return f"is {UNAVAILABLE}" if unavailable(finding) else finding.note


def harm(finding: Finding) -> str:
    """Word a harm: "harm rose by 3.2%, from 1,550 to 1,600"; without an earlier one its size."""
    if unavailable(finding):
        return UNAVAILABLE
    return (
        f"harm {change(finding)}" if finding.previous is not None else f"harm of {value(finding)}"
    )


def harm_rate(finding: Finding) -> str:
    """Word all harm by its residents: "1,234 per 1,000 residents"."""
    return UNAVAILABLE if unavailable(finding) else f"{value(finding)} {finding.unit} residents"


def growth(finding: Finding) -> str:
    """Word a trend of months: "has a clear upward trend, 12.3% a year"; no number where none is."""
    between = finding.interval
    if between is None or between.low <= 0 <= between.high:
        return finding.note
    return f"{finding.note}, {number(abs(known(finding)), '%')} a year"


def value(finding: Finding) -> str:
    """Show a finding's value in its unit, without a noun."""
    return UNAVAILABLE if unavailable(finding) else number(known(finding), finding.unit)


def rate(finding: Finding) -> str:
    """Show a rate with what it is of: "102 per 1,000", with the decimals of a published one."""
    published = finding.origin == "given"
    text = as_published(known(finding)) if published else number(known(finding), finding.unit)
    return f"{text} {finding.unit}"


def with_interval(finding: Finding) -> str:
    """Show a share or a rate with its interval: "20.4% (95% interval 18.1% to 22.9%)".

    Raises Unsayable where it has none.
    """
    if unavailable(finding):
        return UNAVAILABLE
    if finding.interval is None:
        raise Unsayable("has no interval", "use a form without 'with interval'")
    between = finding.interval
    low, high = (number(limit, finding.unit, 1) for limit in (between.low, between.high))
    plain_value = count(finding) if finding.measure == "share" else peer_rate(finding)
    return f"{plain_value} ({between.level:g}% interval {low} to {high})"


def peer_rate(finding: Finding) -> str:
    """Show a rate beside those of peers, with what it is of: "88.0 per 1,000"."""
    return f"{number(known(finding), finding.unit, 1)} {finding.unit}"


def count(finding: Finding) -> str:
    """Show a finding's value with its noun, where it is a count."""
    if finding.unit in NOUNS and finding.value is not None:
        return counted(abs(finding.value), finding.unit)
    return value(finding)


def score(finding: Finding) -> str:
    """Show a score, with a decimal where it is not whole: "16", "13.4"."""
    value = known(finding)
    return plain(value, 0 if float(value).is_integer() else 1)


def risk(finding: Finding) -> str:
    """Word a risk by its score and the name of its band: "176 (High)"."""
    return f"{score(finding)} ({finding.band})" if finding.band else score(finding)


def firmness(finding: Finding) -> str:
    """Word how often a theme stays among the first: "among the first three in 79.0% of cases"."""
    number = int(finding.of or 1)
    first = "the first" if number == 1 else f"among the first {as_word(number)}"
    return f"{first} in {value(finding)} of cases"


def when(finding: Finding) -> str:
    """Give the period of a finding, a day for a position."""
    period = finding.period
    return day(period.last) if period.basis == "day" else period.label


def month(value: date) -> str:
    """Give the month of a day: "October 2022"."""
    return f"{MONTHS[value.month - 1]} {value.year}"
