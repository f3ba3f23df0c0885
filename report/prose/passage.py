"""A text that somebody wrote, with its place and what is needed to judge it."""

from dataclasses import dataclass
from typing import Literal

from report.assessment import Assessment, Audience, Section, slug
from report.errors import PROSE, Problem, Spot, Where
from report.prose.inference import Rule
from report.prose.vocabulary import Vocabulary

ID = 40  # letters of what is said that are enough to know its warning by

PassageKind = Literal["prose", "heading", "sentence", "title", "recommendation"]


@dataclass(frozen=True)
class Passage:
    """A text that somebody wrote for this edition, as it was written, brackets included.

    Attributes:
        kind: "prose" is Markdown of a chapter, of one paragraph or several; "sentence" a key
            finding, a chart's message or an entry's text; "title" one of the YAML or a caption.
        where: the file and the line of its first line.
        listed: how many items the list has that stands right behind it, placed by a bracket of
            its own; None where none does.
        rule: which words say more than counts do; None where the project has none.
        heading: the one that it stands under in its chapter; "" for none.
        quoted: whether it stands in a box whose title names its source: a quotation, a statute.
        audience: who may read it; chapters carry no marks and stay inside.
    """

    text: str
    kind: PassageKind
    section: Section
    where: Where
    assessment: Assessment
    vocabulary: Vocabulary
    listed: int | None = None
    rule: Rule | None = None
    heading: str = ""
    quoted: bool = False
    audience: Audience = "partner"

    def at(self, place: int) -> Where:
        """Give the line of one of its letters."""
        return Where(self.where.file, self.where.line + self.text.count("\n", 0, place))

    def says(self, what: str, do: str, id_: str, place: int, *, false: bool = False) -> Problem:
        """Tell of something in it; what is plainly false stops a final edition.

        id_: the warning's name without "prose.". place: of its first letter.
        """
        stops = false and self.assessment.document.status == "final"
        severity: Literal["error", "warning"] = "error" if stops else "warning"
        spot = Spot(self.text, place, noted=false)
        return Problem(self.at(place), what, do, severity, f"{PROSE}{id_}", spot)


def warning_name(kind: str, section: Section, said: str) -> str:
    """Name a warning, without "prose.", by its kind, what was said and the section, if in one."""
    return ".".join(filter(None, (kind, section.id, slug(said)[:ID].strip("-"))))
