"""What is known of the subjects of a claim: the numbers of findings, now and before."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from report.assessment import Assessment, Finding, Number
from report.prose.subjects import Subject, Subjects

# Measures that are counts, and those that are rates, in the order in which a claim means them.
COUNTS = ("count", "month", "rolling", "harm")
RATES = ("rate", "peer rate", "harm rate")


@dataclass(frozen=True)
class Known:
    """The findings of an edition by what they are of."""

    assessment: Assessment

    @cached_property
    def _by_subject(self) -> dict[tuple[str, str, str], list[Finding]]:
        found: dict[tuple[str, str, str], list[Finding]] = {}
        for finding in self.assessment.findings().values():
            area = "" if finding.area == self.assessment.partnership.area_name else finding.area
            found.setdefault((finding.measure, finding.category, area), []).append(finding)
        return found

    def of(self, subject: Subject, *measures: str) -> tuple[Finding, ...]:
        """Give the findings of a subject, of some measures."""
        keys = [(measure, subject.category, subject.area) for measure in measures]
        return tuple(f for key in keys for f in self._by_subject.get(key, ()))

    def about(self, subject: Subject) -> tuple[Finding, ...]:
        """Give every finding of a subject, whatever it measures."""
        return tuple(
            f
            for (_, category, area), found in self._by_subject.items()
            if (category, area) == (subject.category, subject.area)
            for f in found
        )

    def together(self, subjects: Subjects, *measures: str) -> tuple[Finding, ...]:
        """Give the findings of one subject; of several, the sum of their counts as one finding."""
        if len(subjects) == 1:
            return self.of(subjects[0], *measures)
        if not set(measures) & set(COUNTS):
            return ()
        parts = [self.of(subject, "count") for subject in subjects]
        if not all(parts):
            return ()
        return (summed([each[0] for each in parts]),)

    def kind(self, area: str) -> str:
        """Give the kind of an area, by name: "beat"; "" where the gazetteer does not hold it."""
        return next((a.kind for a in self.assessment.gazetteer if a.name == area), "")

    def size(self, kind: str) -> int:
        """Count the areas of a kind."""
        return sum(area.kind == kind for area in self.assessment.gazetteer)

    def areas(self, measure: str, category: str, kind: str) -> tuple[Finding, ...]:
        """Give a number of every area of a kind that has it."""
        return tuple(
            found[0]
            for (own, of, area), found in self._by_subject.items()
            if (own, of) == (measure, category) and area and self.kind(area) == kind
        )

    def wholes(self) -> tuple[Finding, ...]:
        """Give the counts that shares of the edition are of."""
        every = self.assessment.findings().values()
        labels = {f.of_label for f in every if f.measure == "share"}
        return tuple(f for f in every if f.measure == "count" and f.label in labels)

    def categories(self, finding: Finding) -> tuple[Finding, ...]:
        """Give the same number of the other categories of its overview, but for their whole."""
        wholes = {f.label for f in self.wholes()}
        return tuple(
            f
            for section in self.assessment.walk()
            if any(own.id == finding.id for own in section.findings)
            for f in section.findings
            if (f.measure, f.area, f.period) == (finding.measure, finding.area, finding.period)
            and f.label not in wholes
        )


def summed(parts: Sequence[Finding]) -> Finding:
    """Add up counts to a finding of their sum; what one lacks the sum lacks too."""
    value, previous = _sum(p.value for p in parts), _sum(p.previous for p in parts)
    change = None if value is None or previous is None else value - previous
    return parts[0].model_copy(
        update={
            "label": " and ".join(p.label for p in parts),
            "value": value,
            "previous": previous,
            "change": change,
            "change_pct": change and previous and 100 * change / previous,
            "variation": None,
            "cautions": tuple(c for p in parts for c in p.cautions),
            "series": (),
        }
    )


def _sum(numbers: Iterable[Number | None]) -> Number | None:
    found = list(numbers)
    return None if None in found else sum(n for n in found if n is not None)
