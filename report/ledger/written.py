"""Words of a finished page that nobody wrote: no author, no template, no text of the assessment.

A word was written where it stands between the same two words. Beside a number, a bracket, what a
template fills in, or an end of a text, one of the two is enough: anything may stand there. A word
between two of these is enough by itself, unless it says which way, which place or how many. What
shows a finding is held against the finding, and is not looked at here.
"""

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import groupby, product
from typing import NamedTuple

from report.assessment import Assessment
from report.ledger.house import House
from report.ledger.pieces import Piece
from report.periods import MONTHS
from report.prose.directions import COMPARED, WAYS
from report.prose.numerals import CARDINALS, ORDINALS
from report.prose.ranks import HIGH, LOW

# Parts whose words are made in no text: those of drawings, and what a check says in the margin.
UNWRITTEN = ("alt", "drawn", "margin", "furniture")
# Cells of fewer words say how a number is to be read: "to be discussed".
CELL = 5
# What may be any words, and where a text ends.
ANY, END = "#", ""
OPEN = (ANY, END)
TOKEN = re.compile(
    r"(?P<any>\[[^\[\]]*\](?:\([^)\s]*\))?|\d[\d.,/]*|[\ue000▲▼△▽↑↓↔≈])|(?P<end>\n\s*\n|[|#]+)"
    r"|(?P<word>[^\W\d_]+)"
)
STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
EMPHASIS = re.compile(r"[*`]")
# What an author asks for in brackets, some of which is printed.
INSIDE = re.compile(r"\[([^\[\]]*)\]")
NUMBERS = frozenset(CARDINALS)
# Words that say which way, which place, how many or none, so that one for another is false.
SAYING = frozenset(
    (
        *(word for words in (*WAYS, *COMPARED) for word in words.split()),
        *(*HIGH, *LOW, *ORDINALS, "most", "fewest", "least", "best", "worst", "better", "worse"),
        *("above", "below", "over", "under", "before", "after", "earlier", "later", "last", "top"),
        *("no", "not", "never", "every", "all", "none", "only", "both", "neither"),
    )
)
DATED = frozenset(month.casefold() for month in MONTHS)


class Word(NamedTuple):
    """A word in small letters, ANY or END, and where it stands in its text."""

    text: str
    at: int = 0


@dataclass(frozen=True)
class Written:
    """Every word that was written, with those beside it.

    long: the long forms before abbreviations, which a page puts there. between: a word with the one
    before it and the one behind it; for each of them END stands for an opening, ANY for any.
    """

    long: re.Pattern[str] | None
    between: set[tuple[str, str, str]] = field(default_factory=set)

    def add(self, text: str) -> None:
        """Take a text: each word between its neighbours, each of them also as anything."""
        for inside in INSIDE.findall(text):
            self.add(inside.replace(":", "|"))
        words = [Word(END), *self.words(EMPHASIS.sub("", text)), Word(END)]
        for before, word, after in zip(words, words[1:], words[2:], strict=False):
            if word.text not in OPEN:
                sides = [(END if w.text in OPEN else w.text, ANY) for w in (before, after)]
                self.between.update((a, word.text, b) for a, b in product(*sides))

    def words(self, text: str, hidden: Iterable[tuple[int, int]] = ()) -> Iterator[Word]:
        """Part a text into words; hidden: letters that show something else, each one ANY."""
        skipped = [m.span("long") for m in self.long.finditer(text)] if self.long else []
        covered = tuple(hidden)
        for match in TOKEN.finditer(text):
            at, word = match.start(), (match["word"] or "").casefold()
            if skipped and _is_in(skipped, at):
                continue
            if match["any"] or word in NUMBERS or (covered and _is_in(covered, at)):
                yield Word(ANY, at)
            else:
                yield Word(word, at)

    def lost(self, piece: Piece) -> Iterator[Word]:
        """Give the words of a piece that nobody wrote there; of several in a row the middle one."""
        hidden = [(b.start, b.end) for b in piece.words.bound]
        hidden += [(link.start, link.end) for link in piece.words.links]
        words = [Word(END), *self.words(piece.text, hidden), Word(END)]
        if piece.part in UNWRITTEN or (piece.part == "cell" and len(words) < CELL + 2):
            return
        around = zip(words, words[1:], words[2:], strict=False)
        for alone, group in groupby(around, key=lambda three: not self._holds(*three)):
            if alone:
                found = [word for _, word, _ in group]
                yield found[len(found) // 2]

    def _holds(self, before: Word, word: Word, after: Word) -> bool:
        if word.text in OPEN:
            return True
        left, right = ((ANY,) if w.text in OPEN else (w.text, END) for w in (before, after))
        if word.text in DATED and (ANY,) in (left, right):
            return True
        sides = product(left, right)
        said = (
            (a, word.text, b) for a, b in sides if (a, b) != (END, END) or word.text not in SAYING
        )
        return any(three in self.between for three in said)


def _is_in(spans: Iterable[tuple[int, int]], at: int) -> bool:
    return any(start <= at < end for start, end in spans)


def written(assessment: Assessment, house: House) -> Written:
    """Take what stands in an assessment and in the templates."""
    names = "|".join(
        rf"{re.escape(long)}s?\s\((?={re.escape(short)})"
        for short, long in assessment.glossary.items()
    )
    found = Written(re.compile(rf"(?P<long>{names})", re.IGNORECASE) if names else None)
    found.between.update(_by_house(house.words))
    for text in _texts(assessment):
        found.add(text)
    return found


@lru_cache(maxsize=1)  # every page of an edition has the same templates
def _by_house(texts: tuple[str, ...]) -> frozenset[tuple[str, str, str]]:
    found = Written(None)
    for text in texts:
        found.add(text)
    return frozenset(found.between)


def _texts(assessment: Assessment) -> Iterator[str]:
    """Give every text of an assessment once, names of its fields too: some are printed."""
    for text in dict.fromkeys(STRING.findall(assessment.model_dump_json())):
        yield json.loads(text)
