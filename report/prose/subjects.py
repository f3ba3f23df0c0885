"""Find what a claim speaks of: the categories and areas that its sentence names, or those before.

The nearest name before a claim is its subject, or one that follows with "in" or "of": "a fall of
8% in robbery". Where the sentence names no category, the sentence before, the heading above or the
section tells it.
"""

from dataclasses import dataclass

from report.assessment import Assessment, Section
from report.prose.around import Surroundings
from report.prose.claims import Claim
from report.prose.mentions import Mention, mentions
from report.prose.spoken import Spoken, Subject, Subjects
from report.prose.vocabulary import Vocabulary, form, own_area

__all__ = ["Reader", "Spoken", "Subject", "Subjects"]


@dataclass(frozen=True)
class Reader:
    """Finds subjects in the texts of one edition.

    own: the code of the partnership's own area. whole: the category that shares are of.
    """

    vocabulary: Vocabulary
    own: str
    whole: str = ""

    @classmethod
    def of(cls, assessment: Assessment, vocabulary: Vocabulary | None = None) -> "Reader":
        """Make the reader of an edition."""
        every = assessment.findings().values()
        labels = {f.of_label for f in every if f.measure == "share"}
        wholes = (f.category for f in every if f.measure == "count" and f.label in labels)
        known = vocabulary or Vocabulary.of(assessment)
        return cls(known, own_area(assessment), next(wholes, ""))

    def names(self, text: str) -> tuple[Mention, ...]:
        """Find the categories, areas and periods that a text names.

        "Violence with injury offences" names the category, even where a list is called so.
        """
        wanted = ("category", "area", "period")
        found = (self._of_list(m) for m in mentions(text, self.vocabulary))
        return tuple(m for m in found if m.kind in wanted)

    def _of_list(self, mention: Mention) -> Mention:
        """Give the category that the name of a list begins with; another name as it is."""
        name = self.vocabulary.names.get(form(mention.text)[:-1])
        if mention.kind != "list" or name is None or name.kind != "category":
            return mention
        shorter = mention.text.rpartition(" ")[0]
        end = mention.start + len(shorter)
        return Mention(mention.start, end, shorter, name.kind, name.id, name.name)

    def spoken(
        self, text: str, claim: Claim, section: Section, heading: str = "", offset: int = 0
    ) -> Spoken | None:
        """Find what a claim of a text speaks of; None where nothing tells a category.

        offset: where in the text the piece begins that the claim was read from.
        """
        return Surroundings(self, text, claim, section, heading, offset).spoken()
