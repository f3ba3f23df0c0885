"""Marks of a table of shares: which differ from others by more than chance."""

from typing import TYPE_CHECKING

from report.assessment import Cell, Compared
from report.config.intervals import IntervalKeys
from report.measures.marks import Part, against_counts, against_share
from report.sections.desk import Desk

if TYPE_CHECKING:
    import pandas as pd


# Per cent.
WHOLE = 100


def keys(desk: Desk, asks: str = "against", under: str = "columns") -> IntervalKeys:
    """Give the rule of marks and intervals. Raises InputError where the project has none.

    asks, under: the key that asks for it, and the one that it stands under.
    """
    if desk.study.intervals is None:
        what = "config/intervals.yaml is missing, which says how sure a mark or an interval is"
        raise desk.missing(what, f"copy it into the project, or take out '{asks}'", under)
    return desk.study.intervals


def compared(desk: Desk, *, inside: bool) -> Compared:
    """Say how the marks of a table were made."""
    rule = keys(desk)
    return Compared(level=rule.level, cell=rule.cell, rest=inside)


def cell(desk: Desk, own: "pd.Series", other: "pd.Series | None", *, inside: bool) -> Cell:
    """Mark a row of `profile` against another: empty where it does not differ, or is too small.

    inside: whether the first are among the others. Where a row has no counts the mark is "x".
    """
    rule, mine = keys(desk), _part(own)
    if mine is None or other is None:
        return Cell(markers=("x",))
    theirs, share = _part(other), other["pct"]
    if theirs and inside:
        theirs = mine.rest(theirs)
    possible = theirs.sound if theirs else share is None or 0 <= share <= WHOLE
    if not (mine.sound and possible):
        raise desk.missing(*_unsound(own, inside=inside), "source")
    if mine.small(rule.cell):
        return Cell()
    if theirs:
        return Cell(value=against_counts(mine, theirs, rule.level) or None)
    if share is None:
        return Cell(markers=("x",))
    return Cell(value=against_share(mine, float(share), rule.level) or None)


def _unsound(own: "pd.Series", *, inside: bool) -> tuple[str, str]:
    """Say that a row has more in a part than in its whole, or is compared with such."""
    what = f"in the row '{own['row']}' more people are counted than there are to compare with"
    do = "correct the source's 'count', 'base' or 'pct'"
    return what, f"{do}, or set 'inside: false'" if inside else do


def _part(record: "pd.Series") -> Part | None:
    if record["count"] is None or record["base"] is None:
        return None
    return Part(int(record["count"]), int(record["base"]))
