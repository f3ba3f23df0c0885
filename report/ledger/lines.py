"""Find in what the authors wrote where a page has a number: file and line.

A number is theirs where the two words before it and the two behind it are, an end of a paragraph
being a word too. What a page puts for a bracket, or in a link, may be any words.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from html import unescape
from itertools import chain, takewhile

from report.assessment import Assessment, Section
from report.ledger.pieces import Piece
from report.prose.figures import Figure, figures

# Parts of a page that have an author's words.
TYPED = ("paragraph", "item", "heading", "contents", "caption", "note")
# The word of the house before a reason.
HEAD = re.compile(r"[A-Z][a-z]+: ")
# Words beside a number by which it is found again.
BESIDE = 2
# An end of a paragraph, and what stands for a bracket.
END, BRACKET = "¶", "["
WORD = re.compile(r"\d(?:[\d.,/]*\d)?|[^\W\d_]+|[%£+−]")
# What an author writes: an end of a paragraph, a bullet or a box's title, a bracket, a word.
WRITTEN = re.compile(
    r"(?P<end>\[/?box\b(?:[^:\[\]]*:|\])(?:\s*\w+\s*:)?|\](?=\s*\n)"
    r"|\n\s*\n|^[ \t>]*(?:[-*+#>|]+|\d{1,2}[.)])\s)"
    rf"|(?P<bracket>\[(?!\s*source\s*:)[^\[\]]*\])|(?P<word>{WORD.pattern})",
    re.IGNORECASE | re.MULTILINE,
)
# A link of Markdown, whose words the page has.
LINK = re.compile(r"\[([^\[\]]*)\]\(\S*?\)")
DIGIT = re.compile(r"\d")
OWN = re.compile(r"\[(?!\s*(?:source|box)\s*:)([^\[\]]*)\]", re.IGNORECASE)
LENGTH = re.compile(r"\[number of (?P<name>[^\[\]]+)\]", re.IGNORECASE)


@dataclass(frozen=True)
class Window:
    """A number with the words beside it, nearest first; fewer where a bracket cuts them off."""

    words: tuple[str, ...]
    before: tuple[str, ...]
    after: tuple[str, ...]


@dataclass(frozen=True)
class Written:
    """What an author wrote in one place: its words in a row, each with its place.

    short: short forms, which a page may write out.
    """

    chapter: str
    words: tuple[str, ...]
    places: tuple[str, ...]
    short: frozenset[str] = frozenset()

    @cached_property
    def at(self) -> dict[str, list[int]]:
        """Where each word stands."""
        found: dict[str, list[int]] = {}
        for n, word in enumerate(self.words):
            found.setdefault(word, []).append(n)
        return found

    def holds(self, window: Window) -> str:
        """Give the place of a number with its words beside it; "" for none."""
        size = len(window.words)
        for n in self.at.get(window.words[0], ()):
            if self.words[n : n + size] == window.words and self.beside(n, n + size, window):
                return self.places[n]
        return ""

    def beside(self, start: int, end: int, window: Window) -> bool:
        """Say whether the words beside some others are those of a window.

        At least one has to be: behind a bracket, or a short form, the page may have any words.
        """
        before = self.words[max(0, start - BESIDE) : start][::-1]
        after = self.words[end : end + BESIDE]
        alike = (self._alike(before, window.before), self._alike(after, window.after))
        return None not in alike and any(alike)

    def _alike(self, own: Sequence[str], printed: Sequence[str]) -> int | None:
        """Count the words that are the same up to a bracket; None where one is another."""
        for n, (mine, other) in enumerate(zip(own, printed, strict=False)):
            if mine[0] == BRACKET or mine in self.short:
                return n
            if mine != other:
                return None
        return len(printed) if len(own) >= len(printed) else None


@dataclass(frozen=True)
class Lines:
    """What the authors of an edition wrote, by file and line."""

    assessment: Assessment

    def typed(self, piece: Piece, figure: Figure) -> str:
        """Give file and line of a number in a sentence; "" where nobody typed it.

        Its own chapter is looked through first.
        """
        if piece.part not in TYPED:
            return ""
        window = _window(piece, figure)
        if not window.words:
            return ""
        mine = [w for w in self._written if w.chapter == piece.within.chapter]
        places = (w.holds(window) for w in (*mine, *self._written))
        return next(filter(None, places), "")

    def length(self, piece: Piece, figure: Figure) -> str:
        """Name the list whose length is asked for between the words around a number."""
        first = re.match(r"\S+", figure.text)  # "four" of "four of the five"
        end = figure.start + (first.end() if first else 0)
        window = _window(piece, replace(figure, end=end))
        for name, written, at in self._lengths:
            if any(written.beside(n, n + 1, window) for n in at):
                return name
        return ""

    @cached_property
    def _lengths(self) -> tuple[tuple[str, Written, Sequence[int]], ...]:
        """Find the brackets that ask for a length: the list, what was written, the places in it."""
        return tuple(
            (name["name"], written, at)
            for written in self._written
            for word, at in written.at.items()
            if (name := LENGTH.fullmatch(word))
        )

    @cached_property
    def _written(self) -> tuple[Written, ...]:
        short = frozenset(short.casefold() for short in self.assessment.glossary)
        return tuple(replace(w, short=short) for w in _everything(self.assessment))


def _window(piece: Piece, figure: Figure) -> Window:
    """Cut a number out of a page with the words beside it."""
    own = len(piece.words.number) if piece.text.startswith(piece.words.number) else 0
    if "recommendation" in piece.within.within and (head := HEAD.match(piece.text)):
        own = head.end()
    found = [m for m in WORD.finditer(piece.text.casefold()) if m.start() >= own]
    inside = tuple(m[0] for m in found if m.start() < figure.end and m.end() > figure.start)
    before = (m for m in reversed(found) if m.end() <= figure.start)
    after = (m for m in found if m.start() >= figure.end)
    spans = [(b.start, b.end) for b in piece.words.bound]
    spans += [(link.start, link.end) for link in piece.words.links]
    others = [(a, b) for a, b in spans if not a <= figure.start < b]
    return Window(inside, _beside(before, others), _beside(after, others))


def _beside(words: Iterator[re.Match[str]], bound: list[tuple[int, int]]) -> tuple[str, ...]:
    """Give the next words up to a bracket's, with the end of the text for one."""
    every = [*words]
    own = [*takewhile(lambda m: not any(a <= m.start() < b for a, b in bound), every)]
    return (*(m[0] for m in own), *([END] if len(own) == len(every) else []))[:BESIDE]


def _everything(a: Assessment) -> Iterator[Written]:
    for top in a.sections:
        for section in top.walk():
            yield from _of_section(section, f"section-{top.id}")
    for source in a.sources:
        yield _written(f"{source.title}: {source.note}", f"source {source.id}")
    for one in a.recommendations:
        for text in (one.text, one.because, one.owner):
            yield _written(text, f"recommendation {one.number}")
    for at, priority in enumerate(a.priorities, 1):
        for text in (priority.title, priority.text, f"{priority.title}. {priority.text}"):
            yield _written(text, f"priority {at}")


def _of_section(section: Section, chapter: str) -> Iterator[Written]:
    own = section.commentary
    if own:
        for text in (own.text, _opened(own.text)):
            yield _written(text, own.file, chapter, lines=True)
    for key in section.key_findings:
        for text in (key.text, _opened(key.text)):
            yield _written(text, key.place or f"section {section.id}", chapter)
    titles = ((e.title, e.message, *e.notes) for e in section.exhibits)
    entries = (entry.text for entry in section.entries)
    for text in (section.title, *entries, *chain.from_iterable(titles)):
        yield _written(text, section.place or f"section {section.id}", chapter)


def _opened(text: str) -> str:
    """Open brackets with a number in them, which may be the author's own wording, as printed."""
    return OWN.sub(lambda own: f" {own[1]} " if _has_number(own[1]) else own[0], text)


def _has_number(text: str) -> bool:
    return bool(DIGIT.search(text) or figures(text))


def _written(text: str, place: str, chapter: str = "", *, lines: bool = False) -> Written:
    """Part what an author wrote into words; lines: whether its own lines belong to the place."""
    text = LINK.sub(r"\1", unescape(text))
    words, places, line, last = [END], [place], 1, 0
    for match in WRITTEN.finditer(text):
        at = match.start(match.lastgroup or 0)
        line, last = line + text.count("\n", last, at), at
        word = END if match["end"] else match[0].casefold()
        if word != END or words[-1] != END:
            words.append(word)
            places.append(f"{place}:{line}" if lines else place)
    return Written(chapter, (*words, END), (*places, place))
