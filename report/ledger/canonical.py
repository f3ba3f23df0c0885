"""Canonical words with numbers in them, each with its owner, found again in a text."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from report.ledger.pieces import numbers

# A part of a number by which a phrase is looked up.
KEY = re.compile(r"\d+|[a-z]+", re.IGNORECASE)
# Phrases, each lot with its owner.
Owned = Iterator[tuple[str, Iterable[str]]]


class Called(NamedTuple):
    """A phrase that was found in a text: as it is sought, its owner, and its first letter."""

    phrase: str = ""
    owner: str = ""
    start: int = 0


@dataclass
class Phrases:
    """Phrases by the first part of each number in them: the phrase as it is sought, its owner."""

    known: dict[str, dict[str, str]] = field(default_factory=dict)

    def add(self, phrase: str, owner: str) -> None:
        """Take a phrase, unless it has no number, or is nothing but one."""
        said = " ".join(phrase.split())
        words = said.casefold()
        for figure in numbers(said):
            if figure.kind in ("period", "date", "label", "telephone") or figure.text != said:
                for key in KEY.findall(figure.text.casefold()):
                    self.known.setdefault(key, {}).setdefault(words, owner)

    def around(self, text: str, start: int, end: int) -> Called:
        """Find the longest phrase around some letters of a text."""
        lowered = text.casefold()
        best = Called()
        if len(lowered) != len(text):
            return best
        for phrase, owner in self._candidates(lowered[start:end]):
            if len(phrase) > len(best.phrase):
                at = _around(lowered, phrase, start, end)
                best = Called(phrase, owner, at) if at is not None else best
        return best

    def worded(self, text: str, start: int, end: int) -> str:
        """Name the owner of a phrase that has a number with the word behind it: "four steps"."""
        behind = re.match(r"\s+[a-z]{3,}", text[end:].casefold())
        said = f"{text[start:end]}{behind[0]}".casefold() if behind else ""
        known = self._candidates(text[start:end].casefold()) if said else ()
        return next((owner for phrase, owner in known if said in phrase), "")

    def _candidates(self, number: str) -> Iterator[tuple[str, str]]:
        key = KEY.search(number)
        yield from self.known.get(key[0], {}).items() if key else ()


def _around(text: str, phrase: str, start: int, end: int) -> int | None:
    """Say where a phrase stands in a text, in whole words, and holds these letters."""
    at = text.find(phrase, max(0, end - len(phrase)), start + len(phrase))
    while at >= 0:
        stop = at + len(phrase)
        whole = not text[at - 1 : at].isalnum() and not text[stop : stop + 1].isalnum()
        if at <= start and end <= stop and whole:
            return at
        at = text.find(phrase, at + 1, start + len(phrase))
    return None


def collected(*owned: tuple[str, Iterable[str]]) -> Phrases:
    """Collect phrases; what comes first owns one."""
    found = Phrases()
    for owner, texts in owned:
        for text in texts:
            found.add(text, owner)
    return found
