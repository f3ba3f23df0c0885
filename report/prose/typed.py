"""Find the numbers that an author typed, and say what each one is.

A number in a sentence counts something, or is a part of how things are called: a date, a label, a
name, an age, a length of time, the base of a rate. Only what counts something has to be known.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from report.prose.brackets import BRACKET, SOURCE
from report.prose.figures import COUNTED, Figure
from report.prose.mentions import Mention, figures_outside, mentions
from report.prose.sentences import MARK, sentences
from report.prose.vocabulary import Vocabulary
from report.words import NOUNS

# Kinds of numbers that count nothing, and ways of writing one that leave it open what is counted.
NAMING = frozenset(("date", "label", "telephone", "period"))
ROUGH = frozenset(("fraction", "times"))

# What is no prose: brackets (which are bound, or cite), addresses, the number of a list's item.
ASIDE = re.compile(
    r"\]\([^)\s]*\)|(?:https?://|www\.)\S+|\S+@\S+\.\S+|^\s*(?:[-*+•]\s+)?\d+[.)]\s"
    r"|\b\d{1,2}:\d\d\b|\b(?:dial|call|ring|phone|text)(?:ing)?\s+\d{3,6}\b|\bss?\.\s?\d+",
    re.MULTILINE | re.IGNORECASE,
)

ITEM = re.compile(rf"{MARK}\s")
PARAGRAPH = re.compile(r"\n\s*\n")

# Before a number: what makes it an age, the base of a rate, a number of the law or of a name.
BEFORE = re.compile(
    r"""
      \b(?:aged?|ages)\s+(?:(?:of|from|between|under|over|to)\s+)?(?:\d+\s*(?:to|and|or|instead\s+of|[-–])\s*)?$
    | \bage\s+of\s+(?:\d+\s*(?:to|and|or|instead\s+of|[-–])\s*)?$
    | \b(?:people|persons?|children|anyone|adults?|those|men|women|males?|females?|boys|girls
        |others|victims|offenders|residents|drivers)\s+(?:aged\s+)?(?:under|over|up\s+to|below)\s+
        (?:the\s+age\s+of\s+)?$
    | \b(?:per|every|each|top)\s+$
    | \d\($
    """,
    re.VERBOSE | re.IGNORECASE,
)
NAMED = re.compile(r"(?<![.:!?]\s)(?<!^)\b[A-Z][\w’'-]*\s$")
# Behind a number: what makes it a length of time or an age.
BEHIND = re.compile(
    r"(?:\s*(?:[-–]|to|or|and)\s*\d+)?\s*[-–]?\s*(?:calendar\s+|financial\s+|rolling\s+|whole\s+)*"
    r"(?:years?|months?|weeks?|days?|quarters?|year-olds?)\b|\s*[-–]\s*\d+\s+population",
    re.IGNORECASE,
)
NOUN = frozenset(COUNTED) | {noun for both in NOUNS.values() for noun in both}
TEN = 10  # numbers in words up to this one count the things of the text: "these three areas"


@dataclass(frozen=True)
class Typed:
    """A number typed by hand.

    figure: with its place in its sentence. place: in the text. near: the sentence, with what its
    paragraph says before it and the sentence that leads its list in.
    names: what the sentence names, and of a kind that it does not name what the others do.
    cited: whether a source stands behind the sentence, or in the one that leads its list in.
    itself: whether the sentence itself names a category. above: those of the nearest heading that
    names any.
    """

    figure: Figure
    place: int
    near: str
    names: tuple[Mention, ...]
    cited: bool
    itself: bool = False
    above: frozenset[str] = frozenset()


def typed(text: str, vocabulary: Vocabulary, headings: Sequence[str] = ()) -> Iterator[Typed]:
    """Find the numbers of a text that count something and are no part of a bracket.

    headings: those that it stands under, the nearest first.
    """
    above = next(filter(None, (_categories(h, vocabulary) for h in headings)), frozenset())
    for part in _parts(text):
        plain = blanked(part.text)
        found = mentions(plain, vocabulary)
        itself = any(m.kind == "category" for m in found)
        names = _near(found, [mentions(blanked(t), vocabulary) for t in (part.before, part.lead)])
        for figure in figures_outside(plain, found):
            if _counts(figure, plain, found) and not _area(figure, plain, vocabulary):
                near = f"{part.lead} {part.before} {part.text}"
                at = part.start + figure.start
                yield Typed(figure, at, near, names, part.cited, itself, above)


def _categories(heading: str, vocabulary: Vocabulary) -> frozenset[str]:
    return frozenset(m.id for m in mentions(heading, vocabulary) if m.kind == "category")


def _near(own: tuple[Mention, ...], around: Iterable[tuple[Mention, ...]]) -> tuple[Mention, ...]:
    """Give what a sentence names, and of a kind that it does not name what stands before it."""
    names = own
    for before in around:
        kinds = {m.kind for m in names}
        names = (*names, *(m for m in before if m.kind not in kinds))
    return names


@dataclass(frozen=True)
class _Part:
    """A sentence: what its paragraph or bullet says before it, and what leads the list in."""

    text: str
    start: int
    before: str
    lead: str
    cited: bool


def _parts(text: str) -> Iterator[_Part]:
    text = _joined(text)
    lead, before, end = "", "", 0
    for one in sentences(text):
        item = ITEM.match(one.text) is not None
        apart = item or PARAGRAPH.search(text[end : one.start]) is not None
        before = "" if apart else before
        lead = "" if apart and not item else lead
        cited = SOURCE.search(one.text) or SOURCE.search(lead)
        yield _Part(one.text, one.start, before, lead, cited is not None)
        before, end = f"{before} {one.text}", one.end
        if not item and SOURCE.sub("", one.text).rstrip(" *_").endswith(":"):
            lead = one.text


def _joined(text: str) -> str:
    """Put a source before the full stop of its sentence, so that it is a part of it."""
    return re.sub(
        rf"(?P<stop>[.!?][”’\"')*_]*)(?P<source>\s*{SOURCE.pattern})",
        lambda m: f"{m['source']}{m['stop']}",
        text,
    )


def blanked(text: str) -> str:
    """Blank out what is no prose, so that places stay."""
    for pattern in (BRACKET, ASIDE):
        text = pattern.sub(lambda m: re.sub(r"\S", " ", m[0]), text)
    return text


def _counts(figure: Figure, text: str, names: Iterable[Mention]) -> bool:
    """Say whether a number counts or measures something."""
    noun = figure.after.partition(" ")[0]
    if figure.kind in NAMING or (figure.kind in ROUGH and figure.word):
        return False
    if figure.word:
        return figure.kind == "count" and (figure.value or 0) > TEN and noun in NOUN
    if figure.kind in ("ordinal", "position"):
        of_list = any(m.kind == "list" and text[figure.end : m.start].isspace() for m in names)
        return figure.of is not None and (figure.value or 0) <= figure.of and not of_list
    return figure.kind != "count" or not _naming(figure, text, names, noun)


def _area(figure: Figure, text: str, vocabulary: Vocabulary) -> bool:
    """Say whether a number is that of an area, in "four beats, 62, 65, 61 and 64"."""
    plain = text.casefold()
    noun = figure.after.partition(" ")[0]
    return noun not in NOUN and any(
        re.search(rf"\b{re.escape(' '.join(plural))}\b", plain)
        and (*one, figure.text) in vocabulary.names
        for plural, one in vocabulary.numbered.items()
        if plural != one
    )


def _naming(figure: Figure, text: str, names: Iterable[Mention], noun: str) -> bool:
    """Say whether a plain number is an age, a time, a list's length, or part of another name."""
    before, behind = text[: figure.start], text[figure.end :]
    if BEFORE.search(before) or BEHIND.match(behind):
        return True
    if any(m.kind == "list" and text[figure.end : m.start].isspace() for m in names):
        return True
    called = NAMED.search(before) and len(before.rstrip()) not in {m.end for m in names}
    return bool(called) and figure.text.isdigit() and noun not in NOUN
