"""A PDF says what its page (HTML) says, so that what holds of the one holds of the other.

Its words are counted, and so are its pairs of words: two that have changed places are seen, too.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from report.errors import Problem
from report.finished.alarms import alarm, quoted
from report.finished.document import Finished, Part
from report.finished.paper import Paper

WORD = re.compile(r"[\w%£/−+’](?:[\w%£/−+’.,–-]*[\w%£/−+’])?|[▲▼△▽↑↓↔≈●○]")
# What only a PDF has: the signs of items, heads and feet of pages.
PAPERS_OWN = ("label", "aside")
PAGE_NUMBER = re.compile(r"\s*\d+$")

# A text, as a part of its document, with its words.
Words = tuple[Part, list[str]]


def alike(document: Finished, paper: Paper) -> Iterator[Problem]:
    """Every word of a PDF stands in its page as often, and every word of the page in the PDF.

    So do the signs of changes, the words that stand for a drawing, and those drawn in it. Where all
    words do, each of the page has the same word behind it in the PDF.
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
    if there[0] == there[1]:
        yield from _parted(document, paper, written, printed)


def _parted(
    document: Finished, paper: Paper, written: list[Words], printed: list[Words]
) -> Iterator[Problem]:
    """Find texts of a page whose words stand in another order in the PDF.

    A text of the PDF may hold several of the page's, such as the lines of a caption, so that it has
    pairs which the page has not.
    """
    behind = [
        Counter(pair for _, w in texts for pair in pairwise(w)) for texts in (written, printed)
    ]
    lost = behind[0] - behind[1]
    for part, words in written:
        gone = next((pair for pair in pairwise(words) if pair in lost), None)
        if gone:
            what = f"{quoted(' '.join(gone))} does not stand in {paper.file}: {quoted(part.text)}"
            yield alarm(document, "pdf", part, what, "build it again", f"order {part.text}")


def _printed(paper: Paper) -> Iterator[Words]:
    for passage in paper.passages:
        if passage.role not in PAPERS_OWN:
            entry = passage.role == "contents"
            text = PAGE_NUMBER.sub("", passage.text) if entry else passage.text
            yield Part(text=text, page=passage.page(0)), WORD.findall(text)


def _written(document: Finished) -> Iterator[Words]:
    for part in document.parts:
        if part.kind != "furniture":
            cells = part.table.cells() if part.table else ()
            drawn = (part.figure.alt, *part.figure.texts) if part.figure else ()
            texts: Iterable[str] = (part.text, *(cell.text for cell in cells), *drawn)
            yield from ((Part(text=text, path=part.path), WORD.findall(text)) for text in texts)
