"""What leaves: the items that are marked public, and nothing that refers to others."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from report.assessment import Assessment, Audience


class Marked(Protocol):
    """Anything that says who may read it."""

    @property
    def audience(self) -> Audience:
        """Who may read it."""


M = TypeVar("M", bound=Marked)


@dataclass(frozen=True)
class Leaving:
    """Ids of what leaves, so that no reference to what stays is left behind."""

    findings: frozenset[str]
    exhibits: frozenset[str]
    recommendations: frozenset[str]
    sources: frozenset[str]

    @classmethod
    def of(cls, assessment: Assessment) -> "Leaving":
        """Find what leaves."""
        sections = list(assessment.walk())
        findings = marked(f for s in sections for f in s.findings) + marked(assessment.quoted)
        exhibits = marked(e for s in sections for e in s.exhibits)
        used = {i for f in findings for i in f.sources} | {i for e in exhibits for i in e.sources}
        return cls(
            findings=frozenset(f.id for f in findings),
            exhibits=frozenset(e.id for e in exhibits),
            recommendations=frozenset(r.id for r in marked(assessment.recommendations)),
            sources=frozenset(s.id for s in marked(assessment.sources) if s.id in used),
        )


def marked(items: Iterable[M]) -> tuple[M, ...]:
    """Give the items that are marked public."""
    return tuple(item for item in items if item.audience == "public")


def kept(ids: Iterable[str], leaving: frozenset[str]) -> tuple[str, ...]:
    """Give the ids among those that leave."""
    return tuple(i for i in ids if i in leaving)
