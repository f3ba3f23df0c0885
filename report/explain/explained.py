"""What is told of a number, in a note of a page as by `psa explain`: the words are templates'."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import get_args

from report.assessment import Assessment, Audience, Column, Exhibit, Finding, SourceRecord
from report.explain.formulas import Sum, sums
from report.words import COUNTED

# Measures that rows of a category in an area are counted for.
OF_ROWS = (*COUNTED, "share")
# Those, and measures that a row gives: its rows add up to the number.
ADDED = (*OF_ROWS, "position", "rate")
# Those, and measures that rest on rows in another way.
TRACED = (
    *(*ADDED, "peer rate", "peer median", "peer verdict", "harm", "harm share", "harm rate"),
    *("score", "risk", "firmness"),
)

# What a method's paragraph says of its formula.
FORMULA = re.compile(r"\bFormula: (.+?)(?:\. |\.?$)")

# From the widest to the strictest.
AUDIENCES: tuple[Audience, ...] = get_args(Audience)


@dataclass(frozen=True)
class Explained:
    """What stands behind a finding, or behind the numbers of an exhibit's column.

    among: findings that words speak of together. label: what the document calls the exhibit. sums:
    with the number's own figures put in; formula: that of its method, where no sum makes it.
    methods: titles of their paragraphs. counted: whether the finding is counted from rows, of a
    category in an area, both by name. inside: whether its reader may know where files lie.
    """

    finding: Finding | None = None
    among: tuple[Finding, ...] = ()
    exhibit: Exhibit | None = None
    column: Column | None = None
    label: str = ""
    sums: tuple[Sum, ...] = ()
    formula: str = ""
    sources: tuple[SourceRecord, ...] = ()
    methods: tuple[str, ...] = ()
    counted: bool = False
    category: str = ""
    area: str = ""
    inside: bool = False

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of what it tells of."""
        one = self.finding or self.exhibit
        return (one.id,) if one else tuple(finding.id for finding in self.among)


@dataclass(frozen=True)
class Explainer:
    """Tells what stands behind the numbers of one document.

    labels: exhibit id -> its number in the document. paragraphs: method -> its paragraph.
    """

    assessment: Assessment
    labels: Mapping[str, str]
    paragraphs: Mapping[str, str]

    def finding(self, finding: Finding) -> Explained:
        """Tell of a finding."""
        made = sums(finding, self.assessment.findings())
        own = any(one.result == finding.value for one in made)
        return Explained(
            finding=finding,
            sums=made,
            formula="" if own or finding.measure in OF_ROWS else self._formula(finding.method),
            sources=self._sources(finding.sources),
            methods=self._titles(methods(finding)),
            counted=finding.measure in OF_ROWS and bool(finding.category),
            category=self.assessment.categories.get(finding.category, finding.category),
            area=finding.area or self.assessment.partnership.area_name,
            inside=not self.assessment.public,
        )

    def column(self, exhibit: Exhibit, column: Column) -> Explained:
        """Tell of the numbers of a column that no finding stands behind."""
        return Explained(
            exhibit=exhibit,
            column=column,
            label=self.labels.get(exhibit.id, exhibit.name),
            formula=next(filter(None, map(self._formula, exhibit.methods)), ""),
            sources=self._sources(exhibit.sources),
            methods=self._titles(exhibit.methods),
            inside=not self.assessment.public,
        )

    def audience(self, finding: Finding) -> Audience:
        """Give who may read a finding: of sections that make the same one, the widest."""
        found = (
            f.audience for s in self.assessment.walk() for f in s.findings if f.id == finding.id
        )
        return min(found, key=AUDIENCES.index, default=finding.audience)

    def _sources(self, ids: Iterable[str]) -> tuple[SourceRecord, ...]:
        return tuple(source for source in self.assessment.sources if source.id in set(ids))

    def _formula(self, method: str) -> str:
        """Give the formula that a method's paragraph names, "" where it names none."""
        found = FORMULA.search(self.paragraphs.get(method, ""))
        return found[1] if found else ""

    def _titles(self, names: Iterable[str]) -> tuple[str, ...]:
        """Give the first words of the methods' paragraphs, up to their full stop."""
        return tuple(self.paragraphs[n].partition(".")[0] for n in names if n in self.paragraphs)


def methods(finding: Finding) -> tuple[str, ...]:
    """Name the methods of a finding, in the order in which it was made."""
    compared = finding.measure in COUNTED and finding.previous is not None
    tested = ("variation",) if finding.variation else ()
    named = (finding.method, *(("change",) if compared else ()), *tested)
    return tuple(dict.fromkeys(name for name in named if name))
