"""Find names that are nearly, but not quite, those of the canonical lists.

"Castle Donnington" is no area, "Violence with injuries" no category and "Beat 66" no beat. Only
words with a capital letter are looked at, and none that the texts write in lower case as well.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from report.assessment import Assessment, slug
from report.errors import Problem
from report.prose.mentions import mentions
from report.prose.passage import Passage
from report.prose.things import without_brackets
from report.prose.vocabulary import ARTICLES, Form, Name, Vocabulary, Word, words
from report.words import singular

SHORTEST = 5
PROPER = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True)
class Spelling:
    """What is spelt right.

    places: word of an area's name -> where it stands. known: words, in lower case, of all that the
    lists hold. ordinary: those that the texts write in lower case -> how often they do. alike: how
    alike a word and the name are that it is misspelt for; 1 where no letter differs.
    """

    places: Mapping[str, str]
    known: frozenset[str]
    ordinary: Counter[str]
    alike: float


def misspelt(passages: Sequence[Passage]) -> Iterator[Problem]:
    """Find each misspelt name once, where it stands first; one of nothing is plainly false."""
    seen = set[str]()
    if not passages:
        return
    spelling = _spelling(passages)
    for passage in (p for p in passages if not p.quoted):
        nothing = list(numberless(without_brackets(passage.text), passage.vocabulary))
        for start, written, what, do in (*_found(passage, spelling), *nothing):
            if slug(written) not in seen:
                seen.add(slug(written))
                false = any(written == each for _, each, *_ in nothing)
                yield passage.says(what, do, f"name.{slug(written)}", start, false=false)


Found = tuple[int, str, str, str]
Taken = Sequence[tuple[int, int]]


def _found(passage: Passage, spelling: Spelling) -> Iterator[Found]:
    text = without_brackets(passage.text)
    taken = [(m.start, m.end) for m in mentions(text, passage.vocabulary)]
    yield from _words(text, taken, spelling)
    yield from _names(text, taken, passage.vocabulary, spelling)


def _spelling(passages: Sequence[Passage]) -> Spelling:
    """Learn from the lists what is a name, and from the texts what is not."""
    assessment = passages[0].assessment
    every = (word for p in passages for word in PROPER.findall(p.text))
    ordinary = Counter(word for word in every if word[0].islower())
    places: dict[str, str] = {}
    for where, text in _texts_of_places(assessment):
        for word in PROPER.findall(text):
            if word[0].isupper() and len(word) >= SHORTEST:
                places.setdefault(word, where)
    alike = assessment.wording.alike / 100
    kept = {w: n for w, n in places.items() if w.casefold() not in ordinary}
    alone = {c: "a category" for c in assessment.categories.values() if PROPER.fullmatch(c)}
    return Spelling(alone | kept, frozenset(_known(passages[0])), ordinary, alike)


def _texts_of_places(assessment: Assessment) -> Iterator[tuple[str, str]]:
    own = assessment.partnership.area_name
    yield f"as in '{own}'", own
    for area in assessment.gazetteer:
        yield f"as in '{area.name}'", area.name
        yield f"which {area.name} covers", area.covers


def _known(passage: Passage) -> Iterator[str]:
    """Give the words, in lower case, of all that the edition's lists hold."""
    a = passage.assessment
    texts = [name.name for name in passage.vocabulary.names.values()]
    texts += [item for items in a.lists.values() for item in items]
    texts += [*a.glossary.values(), *(text for _, text in _texts_of_places(a))]
    texts += [text for s in a.sources for text in (s.title, s.publisher)]
    for text in texts:
        yield from (word.casefold() for word in PROPER.findall(text))


def _words(text: str, taken: Taken, spelling: Spelling) -> Iterator[Found]:
    """Find "Donnington", where an area is "Castle Donington South"."""
    for word in words(text):
        written = text[word.start : word.end]
        free = not any(start <= word.start < end for start, end in taken)
        if word.capital and free and _nobodys(word, spelling):
            near = _near(written, spelling.places)
            for right in get_close_matches(written, near, 1, spelling.alike):
                what = f"'{written}' is nearly '{right}', {spelling.places[right]}"
                yield word.start, written, what, f"write '{right}', if it is meant"


def _nobodys(word: Word, spelling: Spelling) -> bool:
    """Say whether a word is nowhere else written in lower case, and in no list."""
    elsewhere = spelling.ordinary[word.plain] - (not word.capital)
    return len(word.plain) >= SHORTEST and word.plain not in spelling.known and elsewhere <= 0


def _near(written: str, known: Iterable[str]) -> list[str]:
    """Give the words that begin and end as this one does, as most misspelt ones do."""
    ends = (written[0], written[-1])
    return [each for each in known if (each[0], each[-1]) == ends and not _same(each, written)]


def _same(one: str, other: str) -> bool:
    return singular(one.casefold()) == singular(other.casefold())


def _names(text: str, taken: Taken, vocabulary: Vocabulary, spelling: Spelling) -> Iterator[Found]:
    """Find "Violence with injuries": one word of a longer name is another form, or misspelt."""
    parts = [w for w in words(text) if w.plain not in ARTICLES]
    for at, first in enumerate(parts):
        for said, word, right, name in (
            _off(parts[at : at + vocabulary.longest], vocabulary) if first.capital else ()
        ):
            start, end = said[0].start, said[-1].end
            free = not any(s <= start < e and (s < start or end <= e) for s, e in taken)
            if free and _misses(word, right, spelling):
                written = text[start:end]
                what = f"'{written}' is nearly the name '{name.name}'"
                yield start, written, what, f"write '{name.name}', if it is meant"
                break


def _off(
    parts: Sequence[Word], vocabulary: Vocabulary
) -> Iterator[tuple[Sequence[Word], Word, str, Name]]:
    """Find names that words begin with but for one of these, as said and as it should be."""
    for length in range(2, min(vocabulary.longest, len(parts)) + 1):
        said = parts[:length]
        plain = tuple(word.plain for word in said)
        for at, word in enumerate(said):
            rest = (*plain[:at], *plain[at + 1 :])
            for right, name in vocabulary.but_one.get((at, rest), ()):
                if right != word.plain and len(right) >= SHORTEST:
                    yield said, word, right, name


def _misses(word: Word, right: str, spelling: Spelling) -> bool:
    """Say whether a word is another form of the right one, or that misspelt."""
    alike = get_close_matches(word.plain, _near(word.plain, [right]), 1, spelling.alike)
    return _same(word.plain, right) or bool(alike and _nobodys(word, spelling))


def numberless(text: str, vocabulary: Vocabulary) -> Iterator[Found]:
    """Find "Beat 66", where there is none of that number."""
    for head in set(vocabulary.numbered.values()):
        for match in re.finditer(
            rf"\b{re.escape(' '.join(head))} (\d{{1,3}})\b", text, re.IGNORECASE
        ):
            if (*head, match[1]) not in vocabulary.names:
                written = match[0]
                near = get_close_matches(written.title(), _numbered(vocabulary, head), 1)
                do = f"did you mean '{near[0]}'?" if near else ""
                yield match.start(), written, f"there is no '{written}'", do


def _numbered(vocabulary: Vocabulary, head: Form) -> list[str]:
    return [n.name for shape, n in vocabulary.names.items() if shape[: len(head)] == head]
