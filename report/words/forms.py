"""Findings as text: by what they measure, and by the forms that an author names in brackets."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from report.assessment import Caution, Finding
from report.words import changes, directions, values
from report.words.known import UNAVAILABLE, known, unavailable
from report.words.numbers import NOUNS, as_published, noun, ordinal, plain

# First words of phrases that follow a name without a colon.
VERBS = ("rose", "fell", "was", "moved", "stayed", "is", "has")

# Measures that compare with an earlier figure in every form.
COMPARED = frozenset(("trend", "verdict", "areas risen", "stability", "lasting"))

# Measures whose value is no count: a direction, or how far one number is from another.
ALONE: Mapping[str, Callable[[Finding], str]] = {
    "trend": directions.directed,
    "verdict": directions.directed,
    "peer verdict": directions.directed,
    "peer rate": values.peer_rate,
    "peer median": values.peer_rate,
    "remainder": changes.difference,
    "gap": changes.difference,
    "peak": values.peak,
    "rate": values.rate,
    "score": values.score,
    "risk": values.risk,
    "firmness": values.firmness,
    "harm": values.harm,
    "harm rate": lambda finding: f"harm of {values.harm_rate(finding)}",
    "concentration": values.concentration,
    "stability": values.stability,
    "lasting": values.lasting,
    "control": values.noted,
    "season": values.noted,
    "growth": values.growth,
}

# Measures that are counts of a period, and are worded by their change where there is one.
COUNTED = ("count", "month", "rolling")


def headline(finding: Finding) -> str:
    """Word a finding on its own, by what it measures; a quoted one as it was published."""
    if finding.printed or unavailable(finding):
        return finding.printed or directions.NONE_TOLD.get(finding.measure, f"is {UNAVAILABLE}")
    if finding.measure == "position":
        return (
            values.position_change(finding)
            if finding.previous is not None
            else values.position(finding)
        )
    if finding.measure in ALONE:
        return ALONE[finding.measure](finding)
    if finding.measure in COUNTED and finding.previous is not None:
        return changes.change(finding)
    if finding.measure in ("share", "harm share") and finding.of_label:
        return f"{values.value(finding)} of {finding.of_label}"
    return values.count(finding)


def figure(finding: Finding) -> tuple[str, str]:
    """Part a finding into its figure and the words behind it: "9,568" and "offences"."""
    if unavailable(finding):
        return "", UNAVAILABLE
    if finding.measure == "rate":
        return as_published(known(finding)), finding.unit
    if finding.measure == "position":
        return ordinal(known(finding)), f"of {finding.of}"
    if finding.measure in ALONE:
        return "", headline(finding)
    if finding.unit in NOUNS:
        return plain(known(finding)), noun(known(finding), finding.unit)
    return values.value(finding), f"of {finding.of_label}" if finding.of_label else ""


def statement(finding: Finding) -> str:
    """State a finding with its name: "All Crime fell by …", "Hate Crime in Bardon: 68 offences"."""
    text = headline(finding)
    return f"{finding.label}{' ' if text.split()[0] in VERBS else ': '}{text}"


def cautions(finding: Finding, form: str = "") -> tuple[Caution, ...]:
    """Give what is to be said of a finding in a form; on its own, as its headline."""
    on_its_own = not form and finding.previous is not None
    compares = FORMS[form].compares if form else on_its_own
    compared = compares or finding.measure in COMPARED
    return tuple(c for c in finding.cautions if c.count or (compared and c.change))


class Form(NamedTuple):
    """A form in brackets: the measures it may speak of, the usual one first, and its words.

    compares: whether these compare with an earlier figure. method: what they say more than the
    finding's own method makes.
    """

    measures: tuple[str, ...]
    words: Callable[[Finding], str]
    compares: bool
    method: str = ""


# Form in brackets -> what it is.
FORMS: Mapping[str, Form] = {
    "count": Form(
        ("count", "month", "gap", "areas risen", "tracker"), values.count, compares=False
    ),
    "number": Form(
        ("count", "month", "gap", "areas risen", "tracker"), values.value, compares=False
    ),
    "change": Form(("count", "month"), changes.change, compares=True),
    "change in full": Form(("count", "month"), changes.full_change, compares=True),
    "from to": Form(("count", "month"), changes.from_to, compares=True),
    "short change": Form(("count", "month"), changes.short_change, compares=True),
    "change with interval": Form(("count",), changes.change_with_interval, compares=True),
    "difference": Form(("count", "month", "remainder", "gap"), changes.difference, compares=True),
    "share": Form(("share",), values.value, compares=False),
    "share with interval": Form(
        ("share",), values.with_interval, compares=False, method="interval"
    ),
    "rate": Form(("rate",), values.rate, compares=False),
    "rate ratio": Form(("rate",), values.ratio, compares=False),
    "position": Form(("position",), values.position, compares=False),
    "position change": Form(("position",), values.position_change, compares=True),
    "trend": Form(("trend",), directions.directed, compares=True),
    "verdict": Form(("verdict",), directions.directed, compares=True),
    "usual range": Form(("control",), values.noted, compares=False),
    "peer rate": Form(("peer rate",), values.peer_rate, compares=False),
    "peer rate with interval": Form(
        ("peer rate",), values.with_interval, compares=False, method="interval"
    ),
    "peer median": Form(("peer median",), values.peer_rate, compares=False),
    "peer verdict": Form(("peer verdict",), directions.directed, compares=False),
    "season": Form(("season",), values.noted, compares=False),
    "monthly trend": Form(("growth",), values.growth, compares=True),
    "peak": Form(("peak",), values.peak, compares=False),
    "peak count": Form(("peak",), values.count, compares=False),
    "peak month": Form(("peak",), values.peak_month, compares=False),
    "peak ratio": Form(("peak",), values.ratio, compares=False),
    "score": Form(("score", "risk"), values.score, compares=False),
    "risk": Form(("risk",), values.risk, compares=False),
    "firmness": Form(("firmness",), values.value, compares=False),
    "harm": Form(("harm",), values.value, compares=False),
    "harm change": Form(("harm",), changes.change, compares=True),
    "harm share": Form(("harm share",), values.value, compares=False),
    "harm rate": Form(("harm rate",), values.harm_rate, compares=False),
    "concentration": Form(("concentration",), values.concentration, compares=False),
    "stability": Form(("stability",), values.stability, compares=True),
    "lasting": Form(("lasting",), values.lasting, compares=True),
    "rolling total": Form(("rolling",), values.count, compares=False),
    "rolling change": Form(("rolling",), changes.change, compares=True),
}


def phrase(finding: Finding, form: str) -> str:
    """Word a finding in one of FORMS. Raises Unsayable where the finding does not hold it."""
    return FORMS[form].words(finding)
