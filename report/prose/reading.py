"""The texts of an edition that people wrote, and the one place where they are checked.

Add a check by writing a function of a passage, or of all passages where one alone cannot tell, and
naming it in CHECKS or WHOLE. Every id begins with "prose.", so that `accept` may take it.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from report.assessment import Assessment, Section
from report.errors import Problem, Where
from report.prose.vocabulary import Vocabulary


@dataclass(frozen=True)
class Passage:
    """A text that somebody wrote for this edition, as it was written, brackets included.

    Attributes:
        kind: "prose" is Markdown of a chapter, of one paragraph or several.
        where: the file and the line of its first line.
        listed: how many items the list has that stands right behind it, placed by a bracket of
            its own; None where none does.
    """

    text: str
    kind: Literal["prose", "heading", "title", "key finding", "entry", "message", "recommendation"]
    section: Section
    where: Where
    assessment: Assessment
    vocabulary: Vocabulary
    listed: int | None = None

    def at(self, place: int) -> Where:
        """Give the line of one of its letters."""
        return Where(self.where.file, self.where.line + self.text.count("\n", 0, place))


Check = Callable[[Passage], Iterable[Problem]]
WholeCheck = Callable[[Sequence[Passage]], Iterable[Problem]]

CHECKS: tuple[Check, ...] = ()
WHOLE: tuple[WholeCheck, ...] = ()


def read(passages: Sequence[Passage]) -> list[Problem]:
    """Run every check over every passage; gives errors and warnings in the order of the pages."""
    each = [problem for passage in passages for check in CHECKS for problem in check(passage)]
    return [*each, *(problem for check in WHOLE for problem in check(passages))]
