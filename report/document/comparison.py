"""The comparison of two editions as plain rows of text, for the terminal and the page's tables."""

from collections.abc import Iterable
from itertools import groupby

from report import words
from report.assessment import Finding, Number
from report.diff.changes import AssessmentDiff, FindingChange, Reason, RecommendationChange
from report.diff.redline import Paragraph

Row = tuple[str, str, str, str, str]

MEASURES = {
    "share": "share",
    "position": "position",
    "trend": "direction over the years",
    "verdict": "verdict",
    "peer rate": "rate among peers",
    "peer median": "median of peers",
    "peer verdict": "verdict against peers",
    "rate": "rate",
    "remainder": "difference",
    "peak": "highest month",
    "control": "usual range",
    "harm": "harm",
    "harm share": "share of all harm",
    "harm rate": "harm per 1,000 residents",
    "concentration": "share in the areas with most",
    "stability": "areas that stayed among those with most",
    "lasting": "lasting hotspots",
    "season": "highest month of a year",
    "growth": "trend by the year",
    "rolling": "total of twelve months",
    "score": "score",
    "risk": "risk",
    "firmness": "firmness among the first",
}


def rows(found: AssessmentDiff) -> list[Row]:
    """Give what / before / now / difference / kind for every changed finding and action.

    Where two numbers must not be compared, the reason stands in place of their difference.
    """
    actions = [_action(r) for r in found.recommendations]
    return [_reasoned(change) for change in found.findings] + actions


def _reasoned(change: FindingChange) -> Row:
    what, before, now, difference, kind = finding_row(change)
    why = "; ".join(map(reason, change.reasons))
    return what, before, now, why or difference, kind


def _action(change: RecommendationChange) -> Row:
    one = change.new or change.old
    number = one.number if one else 0
    which = "" if change.new is not None else " of the earlier edition"
    return (f"Recommendation {number}{which}", "", "", "", change.kind)


def finding_row(change: FindingChange) -> Row:
    """Word one change of a finding."""
    one = change.new or change.old
    assert one is not None
    return (
        name(one),
        _value(change.before, change.old),
        _value(change.after, change.new),
        _difference(change, one),
        change.kind,
    )


def stretches(paragraphs: Iterable[Paragraph]) -> list[tuple[str, list[Paragraph]]]:
    """Put neighbouring paragraphs of one kind of change together."""
    kinds = groupby(paragraphs, key=lambda paragraph: paragraph.kind)
    return [(kind, list(group)) for kind, group in kinds]


def name(finding: Finding) -> str:
    """Name a finding with what it measures, where that is not a count."""
    measure = MEASURES.get(finding.measure, "")
    label = finding.label[0].upper() + finding.label[1:]
    return f"{label}, {measure}" if measure else label


def _value(value: Number | None, finding: Finding | None) -> str:
    if finding and finding.printed:
        return finding.printed
    if value is None or finding is None:
        return ""
    if finding.measure == "position":
        return f"{words.ordinal(value)} of {finding.of}"
    if finding.unit == "direction":
        return words.told(finding, value)
    return words.number(value, finding.unit, words.FINER.get(finding.measure))


def _difference(change: FindingChange, finding: Finding) -> str:
    if change.kind == "not comparable":
        return change.kind
    if change.difference is None or finding.unit == "direction":
        return ""
    if finding.measure == "position":
        return words.movement(-change.difference)
    tenths = finding.unit in ("%", "score") or finding.measure in words.FINER
    text = words.plain(change.difference, 1 if tenths else 0, signed=True)
    if finding.unit == "%":
        return f"{text} percentage points"
    percent = f" ({words.number(change.pct, 'change %')})" if change.pct is not None else ""
    return text + percent


def reason(why: Reason) -> str:
    """Say what differs between two numbers that must not be compared."""
    if why.old is None and why.new is None:
        return why.code
    was, now = ("none" if value in (None, "") else value for value in (why.old, why.new))
    return f"{why.code}: {was} before, {now} now"
