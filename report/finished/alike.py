"""A PDF says what its page (HTML) says, so that what holds of the one holds of the other."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from report.errors import Problem
from report.finished.alarms import alarm, quoted
from report.finished.document import Finished, Part
from report.finished.paper import Paper

WORD = re.compile(r"[\w%£/−+’](?:[\w%£/−+’.,–-]*[\w%£/−+’])?|[▲▼△▽↑↓↔≈●○]")
# What only a PDF has: the signs of items, heads and feet of pages.
PAPERS_OWN = ("label", "aside")
PAGE_NUMBER = re.compile(r"\s*\d+$")


def alike(document: Finished, paper: Paper) -> Iterator[Problem]:
    """Every word of a PDF stands in its page as often, and every word of the page in the PDF.

    So do the signs of changes, the words that stand for a drawing, and those drawn in it.
    """
    printed, written = list(_printed(paper)), list(_written(document))
    there = [Counter(word for _, words in texts for word in words) for texts in (printed, written)]
    for texts, more, file, other in (
        (printed, there[0] - there[1], paper.file, document.file),
        (written, there[1] - there[0], document.file, paper.file),
    ):
        for word in more:
            part = next(part for part, words in texts if word in words)
            place = f" on page {part.page}" if part.page else ""
            what = f"{quoted(word)} stands{place} in {file} and not in {other}: {quoted(part.text)}"
            yield alarm(document, "pdf", part, what, "build it again", f"{word} {part.text}")


def _printed(paper: Paper) -> Iterator[tuple[Part, list[str]]]:
    for passage in paper.passages:
        if passage.role not in PAPERS_OWN:
            entry = passage.role == "contents"
            text = PAGE_NUMBER.sub("", passage.text) if entry else passage.text
            yield Part(text=text, page=passage.page(0)), WORD.findall(text)


def _written(document: Finished) -> Iterator[tuple[Part, list[str]]]:
    for part in document.parts:
        if part.kind != "furniture":
            cells = part.table.cells() if part.table else ()
            drawn = (part.figure.alt, *part.figure.texts) if part.figure else ()
            texts: Iterable[str] = (part.text, *(cell.text for cell in cells), *drawn)
            yield from ((Part(text=text, path=part.path), WORD.findall(text)) for text in texts)
