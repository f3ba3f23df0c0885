"""What is known about a document whose numbers are accounted for."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from report.assessment import Assessment, Exhibit, Finding, SourceRecord
from report.finished.document import Finished, Part
from report.ledger.called import names, of_exhibit, of_finding, of_source, phrases
from report.ledger.canonical import Called, Phrases
from report.ledger.entries import Entry, Kind
from report.ledger.house import House
from report.ledger.lines import Lines
from report.ledger.lists import Lists
from report.ledger.pieces import Piece
from report.ledger.written import Written, written
from report.names import Index, Unknown
from report.phrases.grammar import say
from report.prose.figures import Figure
from report.prose.standing import Facts
from report.prose.vocabulary import Vocabulary
from report.words import FORMS, Unsayable

# Kinds of a number in a text that are days, months or years.
DATES = ("date", "period")


class Belonging(NamedTuple):
    """What a number belongs to: a kind of the ledger's, the thing, and which of its numbers."""

    kind: Kind
    of: str
    which: str = ""


@dataclass(frozen=True)
class Setting:
    """What is known about a document that is accounted for.

    items: how many items each list of the document has, by its number.
    """

    assessment: Assessment
    document: Finished
    house: House
    items: dict[int, int] = field(default_factory=dict)

    @cached_property
    def findings(self) -> dict[str, Finding]:
        """Every finding by its id."""
        return self.assessment.findings()

    @cached_property
    def exhibits(self) -> dict[str, Exhibit]:
        """Every exhibit by its id."""
        return self.assessment.exhibits()

    @cached_property
    def phrases(self) -> Phrases:
        """Canonical words with numbers in them."""
        return phrases(self.assessment)

    @cached_property
    def names(self) -> Phrases:
        """Those of them that are names."""
        return names(self.assessment)

    @cached_property
    def own_phrases(self) -> dict[str, Phrases]:
        """Those of each exhibit, each finding and each source, by its id."""
        own = {id_: of_finding(finding) for id_, finding in self.findings.items()}
        own |= {source.id: of_source(source) for source in self.assessment.sources}
        return own | {id_: of_exhibit(e, self.assessment) for id_, e in self.exhibits.items()}

    @cached_property
    def places(self) -> Mapping[str, Part]:
        """The part that each id of the page leads to."""
        return self.document.places()

    @cached_property
    def vocabulary(self) -> Vocabulary:
        """Every name of the edition."""
        return Vocabulary.of(self.assessment)

    @cached_property
    def facts(self) -> Facts:
        """What a typed number may be equal to."""
        return Facts.of(self.assessment)

    @cached_property
    def lines(self) -> Lines:
        """What the authors wrote."""
        return Lines(self.assessment)

    @cached_property
    def written(self) -> Written:
        """What was written, word by word."""
        return written(self.assessment, self.house)

    @cached_property
    def lists(self) -> Lists:
        """What the assessment holds several of."""
        return Lists(self.assessment, self.vocabulary)

    @cached_property
    def index(self) -> Index:
        """Every name of the assessment, as brackets use them."""
        return Index(self.assessment, {name: form.measures for name, form in FORMS.items()})

    def says(self, phrase: str) -> str:
        """Say a phrase anew, from the findings alone; "" where they hold none."""
        try:
            return say(self.index, phrase).text
        except (Unknown, Unsayable):
            return ""

    def source(self, title: str) -> SourceRecord | None:
        """Find the source whose title a text begins with."""
        found = (s for s in self.assessment.sources if title.startswith(s.title))
        return max(found, key=lambda s: len(s.title), default=None)


def owned(found: Called, figure: Figure) -> Belonging:
    """Give what a number in a phrase that was found belongs to: a date, or a name."""
    kind: Kind = "date" if figure.kind in DATES else "name"
    return Belonging(kind, found.owner, found.phrase)


# A text of a page, and what its numbers belong to.
Accounted = tuple[Piece, tuple[Entry, ...]]

# A way in which a number may belong to something.
Way = Callable[[Setting, Piece, Figure], Belonging | None]
