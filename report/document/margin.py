"""Notes in the margin of a draft: what would stop a final edition, beside the words that it is of.

Only a draft's report has them; the public part never does, since its manuscript is given none.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from report.errors import Problem, in_order


class Note(NamedTuple):
    """A note as it stands on the page; place: of its words in their text, from 0."""

    id: str
    place: int
    html: str


@dataclass
class Margin:
    """The notes of a document by the text that they stand beside, and how many were given out.

    render: words a problem as HTML, with an id.
    """

    told: Iterable[Problem]
    render: Callable[[Problem, str], str]
    _given: int = 0
    _by_text: dict[str, list[Problem]] = field(init=False)

    def __post_init__(self) -> None:
        self._by_text = defaultdict(list)
        for problem in in_order(self.told):
            if problem.spot and problem.spot.noted:
                self._by_text[problem.spot.text].append(problem)

    def of(self, text: str) -> tuple[Note, ...]:
        """Give the notes of a text, in the order of its words, each time with ids of their own."""
        return tuple(map(self._note, self._by_text.get(text, ())))

    def _note(self, problem: Problem) -> Note:
        self._given += 1
        id_ = f"note-{self._given}"
        return Note(id_, problem.spot.place if problem.spot else 0, self.render(problem, id_))
