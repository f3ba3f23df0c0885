"""What became of the recommendations and priorities: carried on, changed, closed or new.

Only an action's words decide whether it changed: an action carried on word for word may well have
another owner, date or status, which stand in both records.
"""

from collections.abc import Sequence

from report.assessment import Priority, Recommendation
from report.diff.changes import ActionKind, PriorityChange, RecommendationChange
from report.diff.matching import partners
from report.diff.redline import fold, redline, shorten


def recommendations(
    old: Sequence[Recommendation], new: Sequence[Recommendation]
) -> tuple[RecommendationChange, ...]:
    """Compare recommendations: by id and text, then by `continues`, then by id, then by text.

    One that was split may be continued by several. Gives: in the newer order, closed ones last.
    """
    rules = (_same, _continued, _same_id, _same_text)
    return tuple(_recommendation(*pair) for pair in partners(old, new, rules, link=_continued))


def _same(was: Recommendation, now: Recommendation) -> bool:
    return _same_id(was, now) and _same_text(was, now)


def _continued(was: Recommendation, now: Recommendation) -> bool:
    return was.id == now.continues


def _same_id(was: Recommendation | Priority, now: Recommendation | Priority) -> bool:
    return was.id == now.id


def _same_text(was: Recommendation, now: Recommendation) -> bool:
    return fold(was.text) == fold(now.text)


def _recommendation(was: Recommendation | None, now: Recommendation | None) -> RecommendationChange:
    if was is None or now is None:
        return RecommendationChange(kind="new" if now else "closed", old=was, new=now)
    if _same_text(was, now):
        return RecommendationChange(kind="carried", old=was, new=now)
    text = shorten(redline(was.text, now.text))
    return RecommendationChange(kind="changed", old=was, new=now, text=text)


def priorities(old: Sequence[Priority], new: Sequence[Priority]) -> tuple[PriorityChange, ...]:
    """Compare priorities: by id, then by title. Gives: in the newer order, closed ones last."""
    return tuple(_priority(*pair) for pair in partners(old, new, (_same_id, _same_title)))


def _same_title(was: Priority, now: Priority) -> bool:
    return fold(was.title) == fold(now.title)


def _priority(was: Priority | None, now: Priority | None) -> PriorityChange:
    if was is None or now is None:
        return PriorityChange(kind="new" if now else "closed", old=was, new=now)
    same = _same_title(was, now) and fold(was.text) == fold(now.text)
    kind: ActionKind = "carried" if same else "changed"
    if same:
        return PriorityChange(kind=kind, old=was, new=now)
    return PriorityChange(
        kind=kind,
        old=was,
        new=now,
        title=redline(was.title, now.title),
        text=shorten(redline(was.text, now.text)),
    )
