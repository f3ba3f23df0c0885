"""Put the parts of a comparison together, and write it."""

from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol, TypeVar, get_args

from report.assessment import Assessment, SourceRecord
from report.diff import changes
from report.diff.actions import priorities, recommendations
from report.diff.chapters import Plain, chapters
from report.diff.exhibits import exhibits
from report.diff.findings import DECIMALS, findings
from report.diff.matching import pairs


class Change(Protocol):
    """Any change: what all of them have in common."""

    @property
    def kind(self) -> str:
        """One of the closed list of its part."""


C = TypeVar("C", bound=Change)

KINDS: dict[str, tuple[str, ...]] = {
    "findings": get_args(changes.FindingKind),
    "exhibits": get_args(changes.ExhibitKind),
    "recommendations": get_args(changes.ActionKind),
    "priorities": get_args(changes.ActionKind),
    "text": get_args(changes.TextKind),
    "sources": get_args(changes.SourceKind),
}


def compare(
    old: Assessment, new: Assessment, plain: Plain, decimals: Mapping[str, int] = DECIMALS
) -> changes.AssessmentDiff:
    """Compare an earlier with a later assessment.

    plain: gives a section's commentary as paragraphs of plain text; asked only where there is one.
    decimals: printed decimals by measure or unit, 0 for any other: numbers that print the same are
    unchanged.
    """
    whole = changes.AssessmentDiff(
        format=changes.FORMAT,
        old=_edition(old),
        new=_edition(new),
        counts={},
        findings=findings(old, new, decimals),
        exhibits=exhibits(old, new),
        recommendations=recommendations(old.recommendations, new.recommendations),
        priorities=priorities(old.priorities, new.priorities),
        text=chapters(old, new, plain),
        sources=tuple(_source(*pair) for pair in pairs(old.sources, new.sources)),
    )
    parts = {part: getattr(whole, part) for part in KINDS}
    return whole.model_copy(
        update={
            "counts": {part: _counts(KINDS[part], made) for part, made in parts.items()},
            "headlines": _headlines(old, new, whole.findings),
            **{part: _changed(made) for part, made in parts.items()},
        }
    )


def save(diff: changes.AssessmentDiff, path: Path) -> None:
    """Write the comparison as JSON: same content, same bytes; defaults are left out."""
    text = diff.model_dump_json(indent=1, exclude_defaults=True)
    path.write_text(text + "\n", encoding="utf-8", newline="\n")


def _edition(assessment: Assessment) -> changes.Edition:
    return changes.Edition(
        edition=assessment.edition,
        partnership=assessment.partnership.name,
        title=assessment.document.title,
        version=assessment.document.version,
        status=assessment.document.status,
        published=assessment.document.published,
        period=assessment.period,
        public=assessment.public,
    )


def _counts(kinds: tuple[str, ...], made: tuple[Change, ...]) -> dict[str, int]:
    found = Counter(change.kind for change in made)
    return {kind: found[kind] for kind in kinds}


def _changed(made: tuple[C, ...]) -> tuple[C, ...]:
    return tuple(change for change in made if change.kind != "unchanged")


def _headlines(
    old: Assessment, new: Assessment, made: tuple[changes.FindingChange, ...]
) -> tuple[changes.FindingChange, ...]:
    heads = dict.fromkeys([*new.headlines, *old.headlines])
    return tuple(change for id_ in heads for change in made if change.id == id_)


def _source(was: SourceRecord | None, now: SourceRecord | None) -> changes.SourceChange:
    if was is None or now is None:
        source = now or was
        assert source
        return changes.SourceChange(kind="new" if now else "gone", id=source.id, old=was, new=now)
    other: list[changes.SourceField] = []
    other += ["publisher"] if was.publisher != now.publisher else []
    other += ["layout"] if was.layout != now.layout else []
    kind: changes.SourceKind = "changed" if other else "unchanged"
    kind = "re-issued" if was.sha256 != now.sha256 else kind
    return changes.SourceChange(kind=kind, id=now.id, old=was, new=now, changed=tuple(other))
