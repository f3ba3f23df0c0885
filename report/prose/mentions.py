"""Find the canonical names in a text: categories, areas, partners, periods and the rest."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from report.periods import Period, one_year
from report.prose.figures import Figure, figures
from report.prose.vocabulary import ARTICLES, Form, Kind, Name, Vocabulary, Word, form, span, words
from report.prose.when import RANGE, TWO_YEARS

LIST_GOES_ON = frozenset((",", "and", "or"))
YEARS = re.compile(rf"(?<![\d/]){TWO_YEARS}(?![\d/])")


@dataclass(frozen=True)
class Mention:
    """A name that stands in a text.

    Attributes:
        start, end: its letters in the text. text: as written.
        kind, id, name: what it means, as a `Name` has them.
    """

    start: int
    end: int
    text: str
    kind: Kind
    id: str
    name: str


@lru_cache(maxsize=1 << 13)  # several checks read the same text
def mentions(text: str, vocabulary: Vocabulary) -> tuple[Mention, ...]:
    """Find every name in a text, in order; the longest wins, and none overlaps another."""
    found = list(_named(text, vocabulary))
    for more in (_ranges(text), _years(text, vocabulary)):
        taken = [(m.start, m.end) for m in found]
        found += [m for m in more if not any(s < m.end and m.start < e for s, e in taken)]
    return tuple(sorted(found, key=lambda m: m.start))


def figures_outside(text: str, found: Iterable[Mention]) -> tuple[Figure, ...]:
    """Give the figures of a text that are no part of a name, as 62 is of "Beat 62"."""
    names = [(m.start, m.end) for m in found]
    return tuple(f for f in figures(text) if not any(s <= f.start < e for s, e in names))


def _named(text: str, vocabulary: Vocabulary) -> Iterator[Mention]:
    parts, at = words(text), 0
    while at < len(parts):
        several = list(_several(parts, at, vocabulary))
        name, after = _longest(parts, at, vocabulary)
        if at and parts[at - 1].plain == "non":  # "non-domestic burglary" is another one
            name = None
        if name and not (several and parts[several[-1][0] - 1].plain in ("and", "or")):
            several = []  # "In Beat 62, 65 offences" has one beat
        for start, end, each in several or ([(at, after, name)] if name else []):
            yield _mention(text, parts[start:end], each)
        at = several[-1][1] if several else max(after, at + 1)


def _mention(text: str, parts: Sequence[Word], name: Name) -> Mention:
    start, end = parts[0].start, parts[-1].end
    return Mention(start, end, text[start:end], name.kind, name.id, name.name)


def _longest(parts: Sequence[Word], at: int, vocabulary: Vocabulary) -> tuple[Name | None, int]:
    """Give the longest name that begins at a word, and the place behind it."""
    found, after = None, at
    said: Form = ()
    for place in range(at, len(parts)):
        if parts[place].plain in ARTICLES and (place > at or parts[place].plain != "the"):
            if place == at:
                break
            continue
        said = (*said, parts[place].plain)
        if len(said) > vocabulary.longest:
            break
        name = vocabulary.names.get(said)
        if name and (parts[at].capital or not name.capital):
            found, after = name, place + 1
    return found, after


def _several(
    parts: Sequence[Word], at: int, vocabulary: Vocabulary
) -> Iterator[tuple[int, int, Name]]:
    """Read "Beats 61, 62 and 65", or "Beat 62 and 65": the first number with the word before."""
    head = next((h for h in vocabulary.numbered if _says(parts, at, h)), None)
    if not head:
        return
    start, place, last = at, at + len(head), False
    while place < len(parts):
        name = vocabulary.names.get((*vocabulary.numbered[head], parts[place].plain))
        if not name:
            return
        yield start, place + 1, name
        if last:
            return
        start = place + 1
        while start < len(parts) and parts[start].plain in LIST_GOES_ON:
            last = last or parts[start].plain != ","
            start += 1
        if start == place + 1:
            return
        place = start


def _says(parts: Sequence[Word], at: int, head: Form) -> bool:
    return tuple(p.plain for p in parts[at : at + len(head)]) == head


def _ranges(text: str) -> Iterator[Mention]:
    """Find "April 2022 to March 2023"; its id is what is written."""
    for match in RANGE.finditer(text):
        yield Mention(match.start(), match.end(), match[0], "period", match[0], match[0])


def _years(text: str, vocabulary: Vocabulary) -> Iterator[Mention]:
    """Find years: "2011/2012" is the year from 1 April, or what the edition calls 2011/12."""
    for match in YEARS.finditer(text):
        first, last = int(match["first"]), int(match["last"])
        if one_year(first, last):
            year = Period(date(first, 4, 1), date(first + 1, 3, 31), "financial year")
            name = vocabulary.names.get(form(year.label), Name("period", span(year), year.label))
            yield Mention(match.start(), match.end(), match[0], name.kind, name.id, name.name)
