"""Falsehoods to plant: one thing of a true text turned so that it is false.

Each way of planting finds every place in a text where it could, and what would stand there then.
"""

import random
import re
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from report.prose.figures import figures

NUMBERS = ("count", "percent", "points", "rate", "position", "times", "money", "part")
NEXT = {
    **{"two": "three", "three": "four", "four": "five", "five": "six", "six": "seven"},
    **{"seven": "eight", "eight": "nine", "nine": "ten", "ten": "eleven", "eleven": "twelve"},
}
TURNED = {
    **{"rose": "fell", "fell": "rose", "rise": "fall", "fall": "rise", "fewer": "more"},
    **{"more": "fewer", "rises": "falls", "falls": "rises", "increase": "decrease"},
    **{"decrease": "increase", "reduction": "increase", "up": "down", "down": "up"},
    **{"above": "below", "below": "above", "better": "worse", "worse": "better"},
    **{"higher": "lower", "lower": "higher"},
}
RANKED = {
    **{"highest": "lowest", "lowest": "highest", "most": "fewest", "fewest": "most"},
    **{"largest": "smallest", "smallest": "largest", "1st": "2nd", "2nd": "3rd", "3rd": "4th"},
    **{"4th": "5th", "5th": "6th", "7th": "8th", "10th": "9th", "11th": "10th", "12th": "13th"},
    **{"13th": "14th", "14th": "13th", "15th": "14th", "second": "third"},
}
ARROWS = {
    **{"▲": "▼", "▼": "▲", "△": "▽", "▽": "△", "↑": "↓", "↓": "↑", "↔": "↑", "≈": "↑"},
    **{"●": "○"},
}
REFERENCE = re.compile(r"\b(?:Table|Figure|Recommendation|Chart|Map) (\d+)\b|\bAppendix ([A-F])\b")
YEARS = re.compile(r"\b(20\d\d)/(\d\d)\b|\b(20[0-2]\d)\b")


class Plant(NamedTuple):
    """A falsehood: the letters that it takes the place of, and what stands there then."""

    way: str
    start: int
    end: int
    words: str

    def into(self, text: str) -> str:
        """Plant it."""
        return text[: self.start] + self.words + text[self.end :]


def _digits(text: str) -> Iterator[Plant]:
    for found in figures(text):
        if found.kind not in NUMBERS or found.word:
            continue
        at = re.search(r"\d", found.text)
        assert at
        place = found.start + at.start()
        other = str(int(text[place]) % 9 + 1)  # never a 0 in front
        yield Plant("digit", place, place + 1, other)


def _words(way: str, known: Mapping[str, str]) -> Callable[[str], Iterator[Plant]]:
    pattern = re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, known))})(?![\w-])", re.IGNORECASE)

    def find(text: str) -> Iterator[Plant]:
        for match in pattern.finditer(text):
            other = known[match[0].casefold()]
            yield Plant(way, *match.span(), other.capitalize() if match[0][0].isupper() else other)

    return find


def _arrows(text: str) -> Iterator[Plant]:
    for at, letter in enumerate(text):
        if letter in ARROWS:
            yield Plant("arrow", at, at + 1, ARROWS[letter])


def _references(text: str) -> Iterator[Plant]:
    for match in REFERENCE.finditer(text):
        group = 1 if match[1] else 2
        other = str(int(match[1]) + 1) if match[1] else chr(ord(match[2]) + 1)
        yield Plant("reference", *match.span(group), other)


def _periods(text: str) -> Iterator[Plant]:
    for match in YEARS.finditer(text):
        if match[1]:
            other = f"{int(match[1]) - 1}/{int(match[2]) - 1:02}"
        else:
            other = str(int(match[0]) - 1)
        yield Plant("period", *match.span(), other)


WAYS: tuple[Callable[[str], Iterator[Plant]], ...] = (
    _digits,
    _words("direction", TURNED),
    _words("rank", RANKED),
    _words("count", NEXT),
    _references,
    _periods,
    _arrows,
)


def plants(text: str) -> list[Plant]:
    """Find everything that could be planted in a text."""
    return [plant for way in WAYS for plant in way(text)]


def drawn(found: list[Plant], number: int, seed: int) -> list[Plant]:
    """Draw so many, of every way as many as there are, up to its part."""
    chance = random.Random(seed)
    by_way: dict[str, list[Plant]] = {}
    for plant in found:
        by_way.setdefault(plant.way, []).append(plant)
    for own in by_way.values():
        chance.shuffle(own)
    taken: list[Plant] = []
    while len(taken) < number and any(by_way.values()):
        taken += [own.pop() for own in by_way.values() if own][: number - len(taken)]
    return taken
