"""What became of every number: moved, restated, not comparable, new or gone.

Numbers are compared as they are printed; differences are given at full precision.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import get_args

from report.assessment import Assessment, Finding, Number
from report.diff.changes import FindingChange, FindingKind, Reason
from report.diff.comparable import (
    PLACES,
    POINTS,
    missing,
    other_period,
    other_statement,
)
from report.diff.matching import pairs
from report.periods import Period, same_dates

# Decimals that are printed, by unit; every other unit is printed whole. Numbers that print the same
# are no change to a reader, who could not find the difference in either document.
DECIMALS: Mapping[str, int] = {"%": 1, "change %": 1, "per 1,000": 0, "position": 0, "score": 1}

COUNTS = 0  # the family of all other units, which comes first
ORDER = get_args(FindingKind)


def findings(
    old: Assessment, new: Assessment, decimals: Mapping[str, int]
) -> tuple[FindingChange, ...]:
    """Compare all findings of two assessments, unchanged ones included.

    Gives: by kind; counts before rates, shares and places; the largest difference first. What is
    reconstructed is never printed, and so counts as absent.
    """
    found = [
        change
        for was, now in pairs(_printed(old), _printed(new))
        for change in _changes(was, now, decimals, new.small_base)
    ]
    return tuple(sorted(found, key=_order))


def _printed(assessment: Assessment) -> list[Finding]:
    return [f for f in assessment.findings().values() if f.origin != "reconstructed"]


def _order(change: FindingChange) -> tuple[int, int, Number]:
    finding = change.new or change.old
    unit = finding.unit if finding else ""
    return ORDER.index(change.kind), _family(unit), -abs(change.difference or 0)


def _family(unit: str) -> int:
    """Sort units: counts, then rates, percentages and places."""
    if unit.startswith("per "):
        return 1
    return 2 if unit in POINTS else 3 if unit in PLACES else COUNTS


def _changes(
    was: Finding | None, now: Finding | None, decimals: Mapping[str, int], small_base: Number
) -> list[FindingChange]:
    """Give all changes of one finding: one "unchanged" where there is none."""
    if was is None or now is None:
        return [_single(was, now)]
    if was.origin == now.origin == "quoted":
        return [_quoted(was, now)]
    other = other_statement(was, now)
    reasons = [*other, *other_period(was, now), *missing(was, now)]
    apart = [_values("not comparable", was, now, reasons)] if reasons else []
    moved = [] if reasons or same_dates(was.period, now.period) else [_values("moved", was, now)]
    restated = [] if other else _restated(was, now)
    measured = [
        _measured(change, small_base)
        for change in moved + restated
        if not _prints_same(change, decimals.get(now.measure, decimals.get(now.unit, 0)))
    ]
    return apart + measured or [_values("unchanged", was, now)]


def _single(was: Finding | None, now: Finding | None) -> FindingChange:
    """Say that a finding is in one edition only."""
    if now:
        return FindingChange(
            kind="new", id=now.id, new=now, after=now.value, after_period=now.period
        )
    assert was
    return FindingChange(
        kind="gone", id=was.id, old=was, before=was.value, before_period=was.period
    )


def _quoted(was: Finding, now: Finding) -> FindingChange:
    """Compare two quoted figures by their printed text alone."""
    if was.printed == now.printed:
        return _values("unchanged", was, now)
    return _values("revised" if same_dates(was.period, now.period) else "moved", was, now)


def _values(
    kind: FindingKind, was: Finding, now: Finding, reasons: Sequence[Reason] = ()
) -> FindingChange:
    """Set the values of the two editions side by side."""
    return FindingChange(
        kind=kind,
        id=now.id,
        old=was,
        new=now,
        before=was.value,
        after=now.value,
        before_period=was.period,
        after_period=now.period,
        reasons=tuple(reasons),
    )


def _restated(was: Finding, now: Finding) -> list[FindingChange]:
    """Set side by side what the editions give for the periods that both have a number for."""
    before, after = _series(was), _series(now)
    return [
        _values("revised", was, now).model_copy(
            update={
                "before": before[dates][1],
                "after": after[dates][1],
                "before_period": before[dates][0],
                "after_period": after[dates][0],
            }
        )
        for dates in after
        if dates in before
    ]


def _series(finding: Finding) -> dict[tuple[date, date], tuple[Period, Number]]:
    """Give a finding's numbers by the dates they are for."""
    known = ((finding.period, finding.value), (finding.previous_period, finding.previous))
    return {(p.first, p.last): (p, v) for p, v in known if p is not None and v is not None}


def _prints_same(change: FindingChange, places: int) -> bool:
    if change.before is None or change.after is None:
        return change.before is change.after
    return _rounded(change.before, places) == _rounded(change.after, places)


def _rounded(value: Number, places: int) -> Decimal:
    """Round half away from zero, as the words do, to see whether two numbers print the same."""
    return Decimal(repr(value)).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)


def _measured(change: FindingChange, small_base: Number) -> FindingChange:
    """Add the difference, and the percentage where there may be one."""
    before, after = change.before, change.after
    if before is None or after is None or change.new is None:
        return change
    unit = change.new.unit
    small = _family(unit) == COUNTS and before < small_base
    bare = unit in (*POINTS, *PLACES) or small or before <= 0
    pct = None if bare else 100 * (after - before) / before
    return change.model_copy(update={"difference": after - before, "pct": pct})
