"""Check a number of things against the list or the table that it announces.

"Five areas:" stands above a list of five, and "[table: burglary] lists the ten areas" above ten.
"""

import re
from collections.abc import Iterator, Sequence

from report.assessment import Exhibit
from report.errors import Problem
from report.names import FAMILIES
from report.prose.brackets import BRACKET
from report.prose.figures import Figure
from report.prose.mentions import mentions
from report.prose.passage import Passage
from report.prose.sentences import MARK, Sentence, sentences
from report.prose.things import counts_things, not_so_many, typed
from report.words import as_word, plural

ITEM = re.compile(rf"^(?P<indent> *)(?P<mark>{MARK})\s+\S")
# A list behind these words need not be whole.
PARTIAL = re.compile(
    r"\b(?:includ\w+|such as|among\b|for example|e\.g|limited to|at least|some of)", re.IGNORECASE
)
# What announces a list: a number at the head of the sentence or behind these words, one whose thing
# ends it ("on three measures:"), or a sentence that ends so.
AHEAD = re.compile(r"(?:^\W*(?:these |only )?|\b(?:following|there (?:are|were)) )$", re.IGNORECASE)
TAIL = re.compile(r"\s+(?:[\w’'&-]+\s+){0,4}?[\w’'&-]*s\W*$")
BEING = re.compile(r"\b(?:are|were|being|namely|as follows)\W*$", re.IGNORECASE)
AREAS = ("areas", "places", "neighbourhoods")
# Before a number, these say that a table holds so many; and so does the beginning of a caption.
HOLDS = re.compile(
    r"\] (?:lists|shows|has|gives|names|covers|sets out) (?:the )?(?:top )?$"
    r"|^(?:the |top |the top )$",
    re.IGNORECASE,
)


def wrong_lists(passage: Passage) -> Iterator[Problem]:
    """Find numbers of things that are not the length of what they announce."""
    for sentence in sentences(passage.text):
        yield from _list_behind(passage, sentence)
        for exhibit in _named(passage, sentence):
            yield from _rows(passage, sentence.text, sentence.start, exhibit)
    for exhibit in passage.section.exhibits if passage.kind == "title" else ():
        if exhibit.title == passage.text:
            yield from _rows(passage, passage.text, 0, exhibit)


def _list_behind(passage: Passage, sentence: Sentence) -> Iterator[Problem]:
    text, items = sentence.text, _items_behind(passage, sentence.end)
    whole = not text.rstrip("*_ ").endswith((".", "!", "?")) and not PARTIAL.search(text)
    if items is None or not whole or len(items) in _bracketed(passage, text):
        return
    counted = [f for f in typed(passage, text) if counts_things(text, f)]
    if len(counted) != 1 or counted[0].value == len(items):
        return
    if _announces(text, counted[0]) or _both_areas(passage, counted[0], items):
        what = f"stands above a list of {len(items)}"
        do = f"write {as_word(len(items))}, or mend the list"
        yield not_so_many(passage, text, sentence.start, counted[0], what, do, false=True)


def _announces(text: str, figure: Figure) -> bool:
    """Say whether a number is that of the list, and not of those who use it or are asked to."""
    ahead, behind = text[: figure.start], text[figure.end :]
    return bool(AHEAD.search(ahead) or TAIL.fullmatch(behind) or BEING.search(behind))


def _both_areas(passage: Passage, figure: Figure, items: Sequence[str]) -> bool:
    """Say whether areas are counted, and each item of the list names one."""
    if not _areas(passage) & set(figure.after.split()[:2]):
        return False
    named = (mentions(item, passage.vocabulary) for item in items)
    return all(any(m.kind == "area" for m in each) for each in named)


def _items_behind(passage: Passage, end: int) -> Sequence[str] | None:
    """Give the items of the list right behind a sentence; None where none stands there."""
    rest = passage.text[end:].lstrip("*_ ")
    if not rest.strip():
        return None if passage.listed is None else [""] * passage.listed
    lines = rest.strip("\n").split("\n")
    first = ITEM.match(lines[0]) if rest.startswith("\n") else None
    return _items(lines, first) if first else None


def _items(lines: list[str], first: re.Match[str]) -> list[str]:
    """Give the items of the uppermost level, to the first line that belongs to no item."""
    found, blank = list[str](), False
    for line in lines:
        item = ITEM.match(line)
        if item and item["indent"] == first["indent"]:
            if item["mark"][0].isdigit() != first["mark"][0].isdigit():
                break
            found.append(line)
        elif line.strip() and blank and not line.startswith(" "):
            break
        blank = not line.strip()
    return found


def _bracketed(passage: Passage, text: str) -> set[int]:
    """Give the lengths that brackets of a sentence print, which are right."""
    named = {" ".join(m["inner"].split()).casefold() for m in BRACKET.finditer(text)}
    lists = {"priorities": passage.assessment.priorities} | passage.assessment.lists
    return {len(items) for name, items in lists.items() if f"number of {name}" in named}


def _named(passage: Passage, sentence: Sentence) -> list[Exhibit]:
    """Give the exhibits of the section that a sentence names."""
    inner = [m["inner"].partition(":") for m in BRACKET.finditer(sentence.text)]
    names = {name.strip().casefold() for word, _, name in inner if word.casefold() in FAMILIES}
    return [e for e in passage.section.exhibits if e.name.casefold() in names]


def _rows(passage: Passage, text: str, start: int, exhibit: Exhibit) -> Iterator[Problem]:
    """Check "the ten areas" against the rows of a table of areas."""
    if "area" not in {column.key for column in exhibit.columns}:
        return
    rows = sum(row.role == "row" for row in exhibit.printed())
    for figure in typed(passage, text):
        meant = _areas(passage) & set(figure.after.split()[:2]) and HOLDS.search(
            text[: figure.start]
        )
        if meant and figure.kind == "count" and figure.value != rows:
            what, do = f"is said of {rows}", f"write {as_word(rows)}, or mend the table"
            yield not_so_many(passage, text, start, figure, what, do, false=False)


def _areas(passage: Passage) -> set[str]:
    """Give the words for areas, in the plural."""
    return {*AREAS, *(plural(a.kind).casefold() for a in passage.assessment.gazetteer)}
