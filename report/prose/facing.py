"""Hold the words around a bracket to what the bracket names.

"Shoplifting rose by [quote: shoplifting fall]" names a fall, and "the five beats recorded
[All Crime count in Beats 61 and 62]" two beats.
"""

import re
from collections.abc import Iterator

from report.errors import Problem
from report.prose.brackets import BRACKET, SOURCE
from report.prose.directions import COMPARED, turns
from report.prose.mentions import mentions
from report.prose.nouns import LISTED
from report.prose.passage import Passage, warning_name
from report.prose.sentences import Sentence, sentences
from report.prose.things import not_so_many, typed
from report.words import as_word

# What may stand between a word for a direction and the bracket that says how far, or where.
JOINS = re.compile(
    r"(?:\s+(?:by|of|in|are|is|was|were|to|about|around|nearly|almost|over|just|under))*\s*[(*_]*$",
    re.IGNORECASE,
)
NEXT = re.compile(rf"[)*_]*\s+(?P<word>{'|'.join(COMPARED)})\b", re.IGNORECASE)


def facing(passage: Passage) -> Iterator[Problem]:
    """Tell of words around a bracket that say the other direction, or another number of areas."""
    if passage.quoted or passage.kind not in ("prose", "sentence"):
        return
    for sentence in sentences(passage.text):
        yield from _turned(passage, sentence)
        yield from _numbered(passage, sentence)


def _turned(passage: Passage, sentence: Sentence) -> Iterator[Problem]:
    text, end = sentence.text, 0
    for bracket in BRACKET.finditer(text):
        ways = {turn.way for turn in turns(bracket["inner"])}
        said = _said(text, end, bracket)
        end = bracket.end()
        if said and ways == {-said[1]} and not SOURCE.match(bracket[0]):
            what = f"'{said[0]}' stands beside '{bracket[0]}', which names the other direction"
            id_ = warning_name("facing", passage.section, bracket["inner"])
            yield passage.says(
                what, "mend one of the two", id_, sentence.start + bracket.start(), false=True
            )


def _said(text: str, start: int, bracket: re.Match[str]) -> tuple[str, int] | None:
    """Give the word for a direction that goes with a bracket, and its way; None without one."""
    behind = NEXT.match(text, bracket.end())
    if behind:
        return behind["word"], COMPARED[behind["word"].casefold()]
    before = [turn for turn in turns(text[: bracket.start()]) if turn.start >= start and turn.way]
    if before and JOINS.fullmatch(text[before[-1].end : bracket.start()]):
        return before[-1].text, before[-1].way
    return None


def _numbered(passage: Passage, sentence: Sentence) -> Iterator[Problem]:
    """Find "five beats" before brackets that all name the same four."""
    text = sentence.text
    named = {size for b in BRACKET.finditer(text) if (size := _areas(passage, b["inner"])) > 1}
    outside = any(m.kind == "area" for m in mentions(BRACKET.sub("", text), passage.vocabulary))
    counted = [f for f in typed(passage, text) if LISTED.match(text, f.end)]
    if len(named) != 1 or outside or len(counted) != 1 or counted[0].kind != "count":
        return
    (size,) = named
    if counted[0].value != size and _of_these(passage, text[counted[0].end :]):
        what = f"stands before a bracket that names {as_word(size)}"
        do = f"write {as_word(size)}, or mend the bracket"
        yield not_so_many(passage, text, sentence.start, counted[0], what, do, false=True)


def _areas(passage: Passage, inner: str) -> int:
    """Count the areas that a bracket names."""
    return len({m.id for m in mentions(inner, passage.vocabulary) if m.kind == "area"})


def _of_these(passage: Passage, behind: str) -> bool:
    """Say whether a number is that of areas of a kind that the gazetteer holds: "beats"."""
    noun = LISTED.match(behind)
    kinds = {area.kind.casefold() for area in passage.assessment.gazetteer}
    return noun is not None and noun["noun"].casefold().removesuffix("s") in kinds
