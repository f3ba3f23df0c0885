"""Find the counts that a sentence judges without a figure: "robbery is rare in Beat 62".

Nothing can say whether such words are right. Of an area they rest on its place among its like, of
the partnership's own area on which way the count went, and whether clearly; they have to be read
again when that turns. Directions and superlatives are claims, which are checked at every build.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from report import words
from report.assessment import Assessment, Finding
from report.prose.known import Known
from report.prose.mentions import mentions
from report.prose.sentences import sentences
from report.prose.subjects import Reader, Subject

JUDGEMENT = re.compile(
    r"\b(?<!most )(?:rare(?:ly)?|common(?:ly|place)?|frequent(?:ly)?|seldom|problems?|problematic"
    r"|concerns?|concerning|worr(?:y|ies|ied|ying)|success(?:es|ful)?|improv(?:ed|ing|ement)"
    r"|persistent(?:ly)?|stubborn(?:ly)?|hot\s?spots?|prevalent|pressing|stands?\s+out|challenges?"
    r"|challenging)\b",
    re.IGNORECASE,
)
# What only an area's place tells: "more crime than any other".
PLACED = re.compile(r"\bthan\s+(?:any|most|all|elsewhere)\b", re.IGNORECASE)
CRIME = re.compile(r"\b(?:crimes?|offences|offending)\b", re.IGNORECASE)
LISTED = 3  # a sentence with more names than these lists them and judges none


@dataclass(frozen=True)
class Judge:
    """Finds what the sentences of one edition judge."""

    known: Known
    reader: Reader

    @classmethod
    def of(cls, assessment: Assessment) -> "Judge":
        """Make the judge of an edition."""
        return cls(Known(assessment), Reader.of(assessment))

    def judged(self, text: str) -> Iterator[Finding]:
        """Find the counts that sentences without a bracket judge."""
        for sentence in sentences(text):
            judged, placed = (form.search(sentence.text) for form in (JUDGEMENT, PLACED))
            if "[" not in sentence.text and (judged or placed):
                for subject in self._subjects(sentence.text):
                    if judged or subject.area:
                        yield from self.known.of(subject, "count")[:1]

    def standing(self, finding: Finding) -> str:
        """Say what a judgement of a count rests on: "rose clear", or "1 from the top"."""
        place = self._place(finding)
        if place is not None:
            return f"{finding.id}: {place}"
        told = words.direction(finding) or words.DIRECTIONS["count"][0]
        clear = bool(finding.variation and finding.variation.clear)
        return f"{finding.id}: {told}{' clear' * clear}"

    def _subjects(self, text: str) -> list[Subject]:
        named = mentions(text, self.reader.vocabulary)
        categories = list(dict.fromkeys(m.id for m in named if m.kind == "category"))
        own = self.known.assessment.partnership.area_name
        areas = list(dict.fromkeys(m.name for m in named if m.kind == "area" and m.name != own))
        if not categories and areas and CRIME.search(text):
            categories = [self.reader.whole]
        if max(len(categories), len(areas)) > LISTED:
            return []
        return [Subject(category, area) for category in categories for area in areas or [""]]

    def _place(self, finding: Finding) -> str | None:
        """Give the place of an area among its like, from the nearer end; None where it has none."""
        kind = self.known.kind(finding.area)
        like = self.known.areas(finding.measure, finding.category, kind) if kind else ()
        counts = [f.value for f in like if f.value is not None]
        if finding.value is None or not counts:
            return None
        above = sum(count > finding.value for count in counts)
        below = sum(count < finding.value for count in counts)
        if min(above, below) >= self.known.assessment.wording.ends:
            return "in the middle"
        return f"{above + 1} from the top" if above <= below else f"{below + 1} from the bottom"
