"""Words of a finished page that nobody wrote: no author, no template, no text of the assessment.

A word was written where it stands between the same two words. Beside a number, a bracket, what a
template fills in, or an end of a text, one of the two is enough: anything may stand there. A word
between two of these is enough by itself, unless it says which way, which place or how many. What
says which way or which place has two words on each side, as "fewer" in "further, in fewer than".
What shows a finding is held against the finding, and is not looked at here.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from report.assessment import Assessment
from report.ledger.house import House
from report.ledger.pieces import SENTENCES, Piece
from report.periods import MONTHS
from report.prose.directions import COMPARED, WAYS
from report.prose.numerals import CARDINALS, ORDINALS
from report.prose.ranks import HIGH, LOW

# Parts whose words are made in no text: those of drawings, and what a check says in the margin.
UNWRITTEN = ("alt", "drawn", "margin", "furniture")
# Cells of fewer words say how a number is to be read: "to be discussed".
CELL = 5
# How far a word sees: to the second word beside it.
SEEN = 2
# What may be any words, and where a text ends.
ANY, END = "#", ""
OPEN = (ANY, END)
TOKEN = re.compile(
    r"(?P<any>\[[^\[\]]*\](?:\([^)\s]*\))?|(?P<number>\d(?:[\d.,/]*\d)?)|\ue000(?:s\b)?|[▲▼△▽↑↓↔≈])|(?P<end>\n\s*\n|[|#]+"
    r"|[.:;!?](?=\s|$))"
    r"|(?P<word>[^\W\d_]+)"
)
STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
EMPHASIS = re.compile(r"[*`]")
# What an author asks for in brackets, some of which is printed.
INSIDE = re.compile(r"\[([^\[\]]*)\]")
NUMBERS = frozenset(CARDINALS)
# Words that say which way or which place, and those that say how many or none, too: one for
# another is false.
TURNING = frozenset(
    (
        *(word for words in (*WAYS, *COMPARED) for word in words.split()),
        *(*HIGH, *LOW, *ORDINALS, "most", "fewest", "least", "best", "worst", "better", "worse"),
        *("above", "below", "over", "under", "before", "after", "earlier", "later", "last", "top"),
    )
)
SAYING = TURNING | {"no", "not", "never", "every", "all", "none", "only", "both", "neither"}
# Words that no bracket and no place of a template is filled with.
BETWEEN = frozenset(
    (
        *("a", "an", "and", "as", "at", "by", "for", "from", "in", "is", "of", "on", "or", "than"),
        *("that", "the", "to", "was", "were", "with"),
    )
)
DATED = frozenset(month.casefold() for month in MONTHS)


class Word(NamedTuple):
    """A word in small letters, ANY or END, and where it stands; of a typed number what it is."""

    text: str
    at: int = 0
    number: str = ""


@dataclass(frozen=True)
class Written:
    """Every word that was written, with those beside it.

    long: the long forms before abbreviations, which a page puts there. between: a word with the one
    before it and the one behind it; for each of them END stands for an opening, ANY for any.
    typed: the numbers among some words, "" among them where something is filled in there.
    """

    long: re.Pattern[str] | None
    between: set[tuple[str, str, str]] = field(default_factory=set)
    typed: dict[tuple[str, ...], set[str]] = field(default_factory=dict)

    def add(self, text: str) -> None:
        """Take a text: each word between its neighbours, each of them also as anything."""
        for inside in INSIDE.findall(text):
            self.add(inside.replace(":", "|"))
        words = [Word(END), *self.words(EMPHASIS.sub("", text)), Word(END)]
        for at, word in enumerate(words):
            if word.text not in OPEN:
                sides = (_written_beside(side, word) for side in _beside(words, at))
                self.between.update((a, word.text, b) for a, b in product(*sides))
        for at, word in enumerate(words):
            if word.text == ANY:
                self.typed.setdefault(_around(words, at), set()).add(word.number)

    def words(self, text: str, hidden: Iterable[tuple[int, int]] = ()) -> Iterator[Word]:
        """Part a text into words; hidden: letters that show something else, each one ANY."""
        skipped = [m.span("long") for m in self.long.finditer(text)] if self.long else []
        covered = tuple(hidden)
        for match in TOKEN.finditer(text):
            at, word = match.start(), (match["word"] or "").casefold()
            if skipped and _is_in(skipped, at):
                continue
            if covered and _is_in(covered, at):
                yield Word(ANY, at)
            elif match["any"] or word in NUMBERS:
                yield Word(ANY, at, match["number"] or word)
            else:
                yield Word(word, at)

    def lost(self, piece: Piece) -> Iterator[Word]:
        """Give the words of a piece that nobody wrote there; of several in a row the middle one."""
        hidden = [(b.start, b.end) for b in piece.words.bound]
        hidden += [(link.start, link.end) for link in piece.words.links]
        if piece.text.startswith(piece.words.number):
            hidden.append((0, len(piece.words.number)))
        words = [Word(END), *self.words(piece.text, hidden), Word(END)]
        if piece.part in UNWRITTEN or (piece.part == "cell" and len(words) < CELL + 2):
            return
        lost = [at for at in range(1, len(words) - 1) if not self._holds(words, at)]
        for group in _groups(lost):
            yield words[group[len(group) // 2]]
        if piece.part in SENTENCES and not piece.within.exhibit:
            yield from (word for at, word in enumerate(words) if not self._is_typed(words, at))

    def _holds(self, words: Sequence[Word], at: int) -> bool:
        word = words[at]
        if word.text in OPEN:
            return True
        left, right = (_may_be(side, word) for side in _beside(words, at))
        if word.text in DATED and (ANY,) in (left, right):
            return True
        sides = product(left, right)
        said = (
            (a, word.text, b) for a, b in sides if (a, b) != (END, END) or word.text not in SAYING
        )
        return any(three in self.between for three in said)

    def _is_typed(self, words: Sequence[Word], at: int) -> bool:
        """Say whether a number is one of those typed among some words, where any was."""
        around = _around(words, at)
        known = self.typed.get(around, set()) if words[at].number else set()
        return not known or bool(known & {"", words[at].number}) or around.count(END) > 1


def _beside(words: Sequence[Word], at: int) -> tuple[tuple[str, str], tuple[str, str]]:
    """Give the two words before a word and the two behind it, the nearest first."""
    around = (at - 1, at - 2, at + 1, at + 2)
    a, b, c, d = (words[n].text if 0 <= n < len(words) else END for n in around)
    return (a, b), (c, d)


def _written_beside(side: tuple[str, str], word: Word) -> Iterator[str]:
    """Give what a written word is found by on one side: its neighbour, or anything.

    What says which way or which place has the neighbour's neighbour, too.
    """
    near, far = (END if text in OPEN else text for text in side)
    yield from (near, ANY)
    if word.text in TURNING and near != END:
        yield from (f"{near} {far}", f"{near} {ANY}")


def _may_be(side: tuple[str, str], word: Word) -> tuple[str, ...]:
    """Give what may have been written where a page has two words beside another one."""
    near, far = side
    if near in OPEN:
        return (ANY,)
    said: tuple[str, ...] = (near,)
    if word.text in TURNING:
        said = (f"{near} {ANY}",) if far in OPEN else (f"{near} {far}", f"{near} {END}")
    return said if word.text in SAYING and near in BETWEEN else (*said, END)


def _groups(places: Iterable[int]) -> list[list[int]]:
    """Put places together that see each other; of others' words one is told."""
    groups: list[list[int]] = []
    for at in places:
        if groups and at - groups[-1][-1] <= SEEN:
            groups[-1].append(at)
        else:
            groups.append([at])
    return groups


def _around(words: Sequence[Word], at: int) -> tuple[str, ...]:
    """Give two words before a number and two behind it, END for an opening."""
    places = (at - 2, at - 1, at + 1, at + 2)
    found = (words[n].text if 0 <= n < len(words) else END for n in places)
    return tuple(END if text in OPEN else text for text in found)


def _is_in(spans: Iterable[tuple[int, int]], at: int) -> bool:
    return any(start <= at < end for start, end in spans)


def written(assessment: Assessment, house: House) -> Written:
    """Take what stands in an assessment and in the templates."""
    names = "|".join(
        rf"{re.escape(long)}s?\s\((?={re.escape(short)})"
        for short, long in assessment.glossary.items()
    )
    found = Written(re.compile(rf"(?P<long>{names})", re.IGNORECASE) if names else None)
    by_house = _by_house(house.words)
    found.between.update(by_house.between)
    found.typed.update({around: {*known} for around, known in by_house.typed.items()})
    for text in _texts(assessment):
        found.add(text)
    return found


@lru_cache(maxsize=1)  # every page of an edition has the same templates
def _by_house(texts: tuple[str, ...]) -> Written:
    found = Written(None)
    for text in texts:
        found.add(text)
    return found


def _texts(assessment: Assessment) -> Iterator[str]:
    """Give every text of an assessment once, names of its fields too: some are printed."""
    for text in dict.fromkeys(STRING.findall(assessment.model_dump_json())):
        yield json.loads(text)
