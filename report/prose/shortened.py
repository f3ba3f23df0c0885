"""Find abbreviations that the glossary lacks, or that a text writes out in other words.

An abbreviation has two capital letters or more, and no fewer of them than small ones.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from report.assessment import Assessment
from report.errors import Problem
from report.prose.mentions import mentions
from report.prose.passage import Passage
from report.prose.things import without_brackets
from report.prose.vocabulary import SMALL, form
from report.words import singular

SHORT = re.compile(
    r"(?<![\w@./&-])(?P<short>[A-Z][A-Za-z]*?[A-Z][A-Za-z]*?)(?:['’]s|s)?(?![\w@&-])"
)
# Words in capitals that are no abbreviations: long ones, and those in a row.
SHOUTED = re.compile(r"\b[A-Z]{7,}\b|\b[A-Z]{4,}(?: [A-Z]{4,})+\b|\b[A-Z]{2,}(?: [A-Z]{2,}){2,}\b")
ROMAN = re.compile(r"[IVXLC]+")
EXPLAINED = re.compile(
    r"(?P<before>[^().;:!?\[\]]+)\((?P<short>[A-Za-z]*[A-Z][A-Za-z]*[A-Z])(?P<many>s?)\)"
)
POINTS = frozenset(("NE", "NW", "SE", "SW"))
# Within a longer name of these kinds, capital letters are a part of the name.
NAMES = ("partner", "peer", "area", "priority")


@dataclass(frozen=True)
class Meanings:
    """What needs no explanation: the glossary, what every reader knows, words and names."""

    glossary: dict[str, str]
    common: frozenset[str]
    ordinary: frozenset[str]


def unexplained(texts: Sequence[Passage], common: Collection[str]) -> Iterator[Problem]:
    """Find each abbreviation once that the glossary lacks, or gives another meaning.

    common: abbreviations that every reader knows.
    """
    if not texts:
        return
    assessment = texts[0].assessment
    written = [(text, *found) for text in texts for found in _written_out(text.text)]
    out = {short: long for _, _, short, long in reversed(written)}
    known = Meanings(assessment.glossary, frozenset(common), _ordinary(texts))
    seen = set[str]()
    for text in texts:
        for start, short in _shorts(text, known):
            if short not in seen:
                seen.add(short)
                what = f"the abbreviation '{short}' is not in the glossary"
                do = _advice(short, out.get(short, ""), seen - {short}, assessment)
                yield text.says(what, do, f"abbreviation.{short}", start)
    yield from _other_meanings(written, assessment.glossary)


def _ordinary(texts: Sequence[Passage]) -> frozenset[str]:
    return frozenset(w for text in texts for w in re.findall(r"\b[a-z]{2,}\b", text.text))


def _shorts(text: Passage, known: Meanings) -> Iterator[tuple[int, str]]:
    """Give the abbreviations of a text that nothing explains, each with its place."""
    bare = without_brackets(text.text)
    names = [(m.start, m.end) for m in mentions(bare, text.vocabulary) if m.kind in NAMES]
    loud = [match.span() for match in SHOUTED.finditer(bare)]
    for match in SHORT.finditer(bare):
        short, start = match["short"], match.start("short")
        listed = {short, match[0]} & (known.glossary.keys() | known.common | POINTS)
        named = any(
            s <= start and match.end("short") <= e for s, e in names if (s, e) != match.span()
        )
        shouted = short.casefold() in known.ordinary or any(s <= start < e for s, e in loud)
        if not (listed or named or shouted or ROMAN.fullmatch(short)) and _is_short(short):
            yield start, short


def _is_short(word: str) -> bool:
    return 2 * sum(letter.isupper() for letter in word) >= len(word)


def _advice(short: str, long: str, others: Collection[str], assessment: Assessment) -> str:
    every = (*assessment.glossary, *sorted(others))
    alike = next((each for each in every if each.casefold() == short.casefold()), "")
    if alike:
        return f"did you mean '{alike}'?"
    named = (
        *assessment.categories.values(),
        *(each for items in assessment.lists.values() for each in items),
    )
    long = long or next((name for name in named if _initials(name) == short.casefold()), "")
    said = f"'{short}: {long}'" if long else f"'{short}: …' with what it means"
    return f"add {said} under 'glossary:' in partnership.yaml, or to 'well_known:' there"


def _initials(name: str) -> str:
    return "".join(word[0] for word in form(name) if word not in SMALL)


def _written_out(text: str) -> Iterator[tuple[int, str, str]]:
    """Find "Public Space Protection Order (PSPO)": the words whose first letters are the short."""
    for match in EXPLAINED.finditer(text):
        long = _spelt(match["before"].split(), match["short"])
        if long:
            yield match.start("short"), match["short"], singular(long) if match["many"] else long


def _spelt(words: list[str], short: str) -> str:
    """Give the last words of a text that an abbreviation is made of, small ones left out."""
    letters = short.casefold()
    for count in range(len(letters), min(len(words), 2 * len(letters)) + 1):
        last = words[-count:]
        parts = [p for word in last for p in re.split(r"[-/]", word) if p]
        first = "".join(p[0] for p in parts if p.casefold() not in SMALL).casefold()
        every = "".join(p[0] for p in parts).casefold()
        if letters in (first, every) and last[0].casefold() not in SMALL:
            return " ".join(last).strip("*_“”‘’\"',")
    return ""


def _other_meanings(
    written: Sequence[tuple[Passage, int, str, str]], glossary: dict[str, str]
) -> Iterator[Problem]:
    for text, start, short, long in written:
        meaning = glossary.get(short, long)
        if form(singular(long)) != form(singular(meaning)):
            what = f"'{short}' is written out as '{long}', and '{meaning}' in the glossary"
            yield text.says(what, "write one of the two", f"abbreviation.{short}", start)
