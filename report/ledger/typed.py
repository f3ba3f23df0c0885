"""Find what a number that an author typed is equal to, by the names in its sentence."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from report.assessment import Assessment, Finding
from report.ledger.holdings import fits, of_finding
from report.prose.figures import Figure
from report.prose.sentences import sentences

# Whole numbers up to this are bound only where what is counted stands behind them.
SMALL = 12


@dataclass(frozen=True)
class Typed:
    """The findings of an assessment by the names that a sentence may call them by."""

    assessment: Assessment

    def finding(self, text: str, figure: Figure) -> tuple[str, str] | None:
        """Give the id and the name of the number, where a finding that is named has it."""
        for finding in self._named(sentence(text, figure)):
            for held in of_finding(finding):
                if fits(figure, held) and _is_meant(finding, figure, held.name):
                    return finding.id, held.name
        return None

    def quoted(self, text: str, figure: Figure) -> tuple[str, str] | None:
        """Give the quoted figure that is printed so, where its label's words stand near."""
        said = sentence(text, figure).casefold()
        for finding in self.assessment.quoted:
            words = re.findall(r"[a-z]{4,}", finding.label.casefold())
            near = sum(word in said for word in words)
            if figure.text in finding.printed and words and near == len(words):
                return finding.id, "printed"
        return None

    def _named(self, said: str) -> list[Finding]:
        """List the findings that a sentence names, the most exact names first."""
        lowered = said.casefold()
        found = [
            (len(name) + len(finding.area), finding)
            for finding, names in self._names
            for name in names
            if name in lowered and finding.area.casefold() in lowered
        ]
        return [finding for _, finding in sorted(found, key=lambda each: -each[0])]

    @cached_property
    def _names(self) -> list[tuple[Finding, list[str]]]:
        return [
            (f, list(self._of(f))) for f in self.assessment.findings().values() if not f.printed
        ]

    def _of(self, finding: Finding) -> Iterator[str]:
        yield finding.label.casefold()
        if finding.area:
            yield finding.label.casefold().removesuffix(f" in {finding.area.casefold()}")
        aliases = self.assessment.aliases.items()
        yield from (alias.casefold() for alias, id_ in aliases if id_ == finding.category)


def sentence(text: str, figure: Figure) -> str:
    """Give the sentence of a text in which a number stands."""
    spans = (s.text for s in sentences(text) if s.start <= figure.start < s.end)
    return next(spans, text)


def _is_meant(finding: Finding, figure: Figure, held: str) -> bool:
    if figure.kind == "percent":
        return held == "change_pct" or finding.unit in ("%", "change %")
    if figure.kind not in ("count", "ordinal", "position", "part", "rate", "times"):
        return False
    if figure.kind == "count" and (figure.value or 0) <= SMALL:
        return finding.unit.rstrip("s") in figure.after
    return True
