"""What is known of the subjects of a claim: the numbers of findings, now and before."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from report.assessment import Assessment, Finding
from report.phrases.sums import summed
from report.prose.subjects import Subject, Subjects
from report.words import Unsayable

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
        return self.summed([each[0] for each in parts])

    def summed(self, parts: Sequence[Finding]) -> tuple[Finding, ...]:
        """Add up counts as a bracket does; none where they are of several units or periods."""
        try:
            return (summed(parts, self.assessment.small_base),)
        except Unsayable:
            return ()

    def kind(self, area: str) -> str:
        """Give the kind of an area, by name: "beat"; "" where the gazetteer does not hold it."""
        return self._kinds.get(area, "")

    @cached_property
    def _kinds(self) -> dict[str, str]:
        return {area.name: area.kind for area in reversed(self.assessment.gazetteer)}

    def size(self, kind: str) -> int:
        """Count the areas of a kind."""
        return self._sizes[kind]

    @cached_property
    def _sizes(self) -> Counter[str]:
        return Counter(area.kind for area in self.assessment.gazetteer)

    def areas(self, measure: str, category: str, kind: str) -> tuple[Finding, ...]:
        """Give a number of every area of a kind that has it."""
        return tuple(
            found[0]
            for (own, of, area), found in self._by_subject.items()
            if (own, of) == (measure, category) and area and self.kind(area) == kind
        )

    @cached_property
    def wholes(self) -> tuple[Finding, ...]:
        """The counts that shares of the edition are of."""
        every = self.assessment.findings().values()
        labels = {f.of_label for f in every if f.measure == "share"}
        return tuple(f for f in every if f.measure == "count" and f.label in labels)

    def categories(self, finding: Finding) -> tuple[Finding, ...]:
        """Give the same number of the other categories of its overview, but for their whole."""
        wholes = {f.label for f in self.wholes}
        return tuple(
            f
            for section in self.assessment.walk()
            if any(own.id == finding.id for own in section.findings)
            for f in section.findings
            if (f.measure, f.area, f.period) == (finding.measure, finding.area, finding.period)
            and f.label not in wholes
        )
