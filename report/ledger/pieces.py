"""A finished page cut into the texts that hold its numbers, each with its place in words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from report.finished.document import Cell, Finished, Part, Row, Text
from report.prose.figures import Figure, figures
from report.prose.numerals import CARDINALS

# Kinds of parts that say sentences of a chapter.
SENTENCES = ("paragraph", "item")
# Letters on either side of a number by which it is found in a longer text.
AROUND = 12
# Where no author wrote the sentences, or they are printed again: in boxes that the program makes,
# on the page at a glance, on the cover, in what explains the methods.
NOT_BODY = {
    *("box-title", "evidence", "glance", "glance-note", "tiles", "cover", "colophon", "explained"),
    *(
        "sources",
        "methods",
        "contact",
        "contacts",
        "glossary",
        "recommendation",
        "front",
        "chart-data",
    ),
}


@dataclass(frozen=True)
class Piece:
    """A text with numbers.

    part: what it is, "cell" or "head" of a table, "alt" or "drawn" of a figure, or a part's kind.
    words: the text with its links and findings. within: the part that it belongs to.
    caption: the label of the exhibit that it stands in, as "Table 1". row, column: of a cell, the
    names in the data, and in words the texts that head it. figures: the numbers in it.
    """

    part: str
    words: Text
    within: Part
    caption: str = ""
    row: str = ""
    column: str = ""
    heads: tuple[str, ...] = ("", "")
    order: int = 0
    figures: tuple[Figure, ...] = ()

    @property
    def text(self) -> str:
        """The text."""
        return self.words.text

    @property
    def place(self) -> str:
        """Its place in words, from the headings down."""
        inside = (self.caption, *self.heads) if self.within.exhibit else self.heads
        return " > ".join(filter(None, (*self.within.path, *inside)))

    @property
    def body(self) -> bool:
        """Whether it is a sentence of a chapter."""
        styles = self.within.styles | self.within.within
        return self.part in SENTENCES and not self.within.exhibit and not styles & NOT_BODY


def pieces(document: Finished) -> Iterator[Piece]:
    """Cut a finished page, in reading order; texts without numbers are kept, to be paired."""
    yield _piece("title", Text(document.title), Part())
    caption = ""
    for part in document.parts:
        if part.kind == "caption" and part.number:
            caption = part.number
        for piece in _of(part):
            yield replace(piece, caption=caption, figures=numbers(piece.text))


def _piece(kind: str, words: Text, part: Part) -> Piece:
    return Piece(kind, words, part, figures=numbers(words.text))


def _of(part: Part) -> Iterator[Piece]:
    if part.figure:
        yield Piece("alt", Text(part.figure.alt), part)
        for at, text in enumerate(part.figure.texts):
            yield Piece("drawn", Text(text), part, order=at)
    elif part.table:
        rows = dict(enumerate((*part.table.head, *part.table.rows)))
        for cell in part.table.cells():
            yield _cell(part, cell, rows[cell.row], head=cell.row < len(part.table.head))
    else:
        yield Piece(part.kind, part, part)


def _cell(part: Part, cell: Cell, row: Row, *, head: bool) -> Piece:
    heads = (" ".join(cell.beside), " ".join(cell.above))
    return Piece("head" if head else "cell", cell, part, "", row.key, cell.key, heads)


# A name in front of a number with decimals that is no label: "usual level 265.8".
LEVEL = re.compile(r"[a-z]+ (?=\d+\.\d)")
# Words that count in some places and in others only stand for a thing, or for an order.
DOUBTFUL = ("one", "first", "second", "once", "twice")
# Behind and before these they count nothing.
STANDS_IN = {
    *("no", "each", "every", "any", "this", "that", "which", "another", "the", "have", "has"),
    *("is", "its", "only", "some", "such", "not"),
}
AFTER_A_STAND_IN = {
    *("", "of", "yet", "is", "has", "that", "which", "who", "another", "in", "on", "by", "or"),
    *("and", "to", "less", "alike", "may", "can", "does", "at", "will", "was", "for", "with"),
    *("the", "after", "before", "cannot", "made", "listed", "overlaps", *CARDINALS),
}


@lru_cache(maxsize=20_000)  # names, cells and labels of charts come back again and again
def numbers(text: str) -> tuple[Figure, ...]:
    """Find the numbers of a text; "one" and "first" only where they count."""
    return tuple(_numbers(text))


def _numbers(text: str) -> Iterator[Figure]:
    for figure in figures(text):
        word = figure.text.casefold()
        if figure.kind == "label" and (label := LEVEL.match(figure.text)):
            start = figure.start + label.end()
            inner = next(iter(figures(text[start : figure.end])))
            yield replace(inner, start=start, end=figure.end)
        elif word not in DOUBTFUL or _counts(text, figure):
            yield figure


def is_number(figure: Figure) -> bool:
    """Say whether a word counts for certain: "one" may not, "one fewer" does."""
    compared = figure.after.partition(" ")[0] in ("fewer", "more")
    return figure.text.casefold() not in DOUBTFUL or compared


def _counts(text: str, figure: Figure) -> bool:
    before = text[: figure.start].split()[-1:] or [""]
    follows = text[figure.end :]
    after = figure.after.split()[0] if figure.after and follows[:1] == " " else ""
    stands = figure.text.casefold() == "one" and before[0].casefold() in STANDS_IN
    return not stands and after not in AFTER_A_STAND_IN


def holds(text: str, figure: Figure) -> bool:
    """Say whether a text has a number as it is printed, and not as a part of another one."""
    return _holds(text, "", figure, "")


def _holds(text: str, before: str, figure: Figure, behind: str) -> bool:
    number = rf"(?<!\w)(?<!\d[.,]){re.escape(figure.text)}(?![\w%]|[.,]\d)"
    return re.search(f"{re.escape(before)}{number}{re.escape(behind)}", text) is not None


def stands_in(text: str, figure: Figure, whole: str) -> bool:
    """Say whether a number stands in a text with the words around it."""
    before = text[max(0, figure.start - AROUND) : figure.start]
    behind = text[figure.end : figure.end + AROUND]
    both = (before.lstrip(), behind.rstrip())
    said = " ".join(whole.split())
    return any(_holds(said, a, figure, b) for a, b in (both, ("", behind), (before, "")))
