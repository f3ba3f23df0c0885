"""Names in words as people say and misspell them: "robberies", "shop lifting", "beat 62's"."""

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher, get_close_matches
from typing import NamedTuple

from report import words
from report.names import Index

WORD = re.compile(r"[\w&%]+(?:['’]s?\b)?")

ALIKE = 0.8  # how alike two names are that are one, misspelt

SHORTEST = 4  # letters of a word that may be misspelt; shorter ones are alike too easily


class HeardName(NamedTuple):
    """A name within a text: as the edition has it, and the words that stand for it."""

    name: str
    start: int
    end: int


def words_of(text: str) -> list[str]:
    """Give the words of a text in small letters, each as one of its kind."""
    return [in_one(word) for word in WORD.findall(text.casefold())]


def in_one(word: str) -> str:
    """Give a word as one of its kind, and without its possessive."""
    word = re.sub(r"['’]s?$", "", word)
    if len(word) < SHORTEST or word.endswith(("ss", "us", "is")):
        return word
    return words.singular(word)


def counted(index: Index, area: str = "") -> list[str]:
    """Give the labels of the categories that the edition has a number of; area: those in one."""
    every = index.assessment.findings().values()
    found = dict.fromkeys(f.category for f in every if not area or f.area == area)
    known = index.assessment.categories
    return [known[id_] for id_ in found if id_ in known]


def category_in(index: Index, said: Sequence[str]) -> HeardName | None:
    """Find the category that some words name: first as it is called, first of those counted."""
    known, here = index.assessment.categories, set(counted(index))
    every = {a: known[id_] for a, id_ in index.assessment.aliases.items() if id_ in known}
    every |= {label: label for label in known.values()}
    ours = {name: label for name, label in every.items() if label in here}
    tried = ((ours, True), (every, True), (ours, False), (every, False))
    return next((p for names, exact in tried if (p := name_in(said, names, exact=exact))), None)


def name_in(said: Sequence[str], names: dict[str, str], *, exact: bool = False) -> HeardName | None:
    """Find the longest name in some words, else the one that is spelt most like some of them."""
    plain = {" ".join(words_of(name)): name for name in names}
    spans = [(a, b) for a in range(len(said)) for b in range(a + 1, len(said) + 1)]
    spans.sort(key=lambda span: span[0] - span[1])
    for start, end in spans:
        if name := plain.get(" ".join(said[start:end])):
            return HeardName(names[name], start, end)
    near = [] if exact else list(_near(said, spans, plain))
    best = max(near, default=None)
    return HeardName(names[plain[best[1]]], best[2], best[3]) if best else None


def _near(
    said: Sequence[str], spans: Iterable[tuple[int, int]], plain: Iterable[str]
) -> Iterator[tuple[float, str, int, int]]:
    known = list(plain)
    for start, end in spans:
        text = " ".join(said[start:end])
        if len(text) >= SHORTEST:
            for name in get_close_matches(text, known, 1, ALIKE):
                yield SequenceMatcher(None, text, name).ratio(), name, start, end


def within(at: int, *parts: HeardName | None) -> bool:
    """Say whether a word, by its place, is one of those of some names."""
    return any(part is not None and part.start <= at < part.end for part in parts)
