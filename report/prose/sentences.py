"""Part a text into sentences, each with its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from report.prose.brackets import CITES

# Behind these a dot ends no sentence.
SHORT = frozenset(
    ("e.g", "i.e", "No", "Nos", "St", "Dr", "Mr", "Mrs", "Ms", "Rev", "cf", "approx", "Qtr")
)
# The mark of a list's item, behind which white space stands.
MARK = r"(?:[-*+•]|\d+[.)])"
END = re.compile(
    # a full stop and what begins anew, which a bracket with the source of what was said does not
    r"(?<=[.!?])[”’\"')*_]*"
    rf"(?=\s+(?!{CITES})[\"“‘'(*_\[]*[A-Z0-9\[])"
    rf"|\n\s*\n|\n(?=\s*{MARK}\s)"  # an empty line, a bullet
)

# A line end within a paragraph: neither an empty line nor a bullet comes behind it.
WRAPPED = re.compile(rf"(?<!\n)\n(?![ \t]*(?:\n|{MARK}\s|$))")
# Between two paragraphs, and before an item.
APART = re.compile(rf"\n\s*(?:\n|{MARK}\s)")


@dataclass(frozen=True)
class Sentence:
    """A sentence, a bullet or a line without a full stop; `line` is its first one, from 0."""

    start: int
    end: int
    text: str
    line: int


def sentences(text: str) -> Iterator[Sentence]:
    """Part Markdown or plain text; a bullet begins a new sentence, as an empty line does."""
    start = 0
    for end in [*_ends(text), len(text)]:
        part = text[start:end]
        kept = part.strip()
        if kept:
            at = start + part.index(kept)
            yield Sentence(at, at + len(kept), kept, text.count("\n", 0, at))
        start = end


def unwrapped(text: str) -> str:
    """Give a text with line ends within paragraphs as spaces; every letter keeps its place."""
    return WRAPPED.sub(" ", text)


def _ends(text: str) -> Iterator[int]:
    for match in END.finditer(text):
        if text[match.start() - 1] != "." or not _shortened(text[: match.start() - 1]):
            yield match.end()


def _shortened(before: str) -> bool:
    """Say whether a dot stands behind an abbreviation, or a name's first letter."""
    word = before.rsplit(maxsplit=1)[-1:]
    return bool(word) and (word[0].lstrip("(") in SHORT or len(word[0]) == 1)


def sentence_at(text: str, place: int) -> Sentence:
    """Give the sentence that a place of a text stands in, the whole text where it has none."""
    found = [s for s in sentences(text) if s.start <= place]
    return found[-1] if found else Sentence(0, len(text), text, 0)
