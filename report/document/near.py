"""Find exhibits that are split, or stand far from what belongs to them: checks of `flow`."""

import re
from collections.abc import Iterator
from itertools import groupby

from report.document.printed import Printed
from report.errors import Problem


def split(printed: Printed) -> Iterator[Problem]:
    """A row of a table, or an image and its caption, on two pages."""
    rows = [s for s in printed.spots if s.role in ("row", "head")]
    for _, found in groupby(rows, key=lambda s: s.element):
        first, *others = found
        if others:
            what = f"the row '{first.text[:40]}' of {printed.name(first)} goes on on the next page"
            yield printed.problem("split", first, what, "shorten its text, or make two rows of it")
    images = [s for s in printed.spots if s.role == "figure" and s.exhibit >= 0]
    captions = {s.exhibit: s for s in printed.spots if s.role == "caption"}
    for image in images:
        caption = captions.get(image.exhibit, image)
        if caption.page != image.page:
            what = f"{printed.name(image)} and its caption stand on two pages"
            yield printed.problem("split", caption, what, "make the figure lower")


def parted_twins(printed: Printed) -> Iterator[Problem]:
    """A table and its chart that cannot be seen at once: neither on one page nor on neighbours."""
    for one, other in printed.meant.twins:
        pages, others = printed.pages_of.get(one, []), printed.pages_of.get(other, [])
        if pages and others and _apart(pages, others) > 1:
            what = f"{one}, and the same figures on page {others[0] + 1}, {other}"
            do = f"put the lines of both next to each other, {one} first"
            yield printed.problem("apart", printed.first(one), what, do)


def late_exhibits(printed: Printed) -> Iterator[Problem]:
    """An exhibit more than a page away from where its chapter's text first names it."""
    for label, pages in printed.pages_of.items():
        first = printed.first(label)
        named = re.compile(rf"\b{label}\b(?!:)")
        mentions = [s for s in printed.text(first.chapter) if named.search(s.text)]
        if mentions and _apart(pages, [mentions[0].page]) > 1:
            what = f"{label} is named on page {mentions[0].page + 1} first"
            do = f"move the line of {label} towards the paragraph that names it"
            yield printed.problem("far", first, what, do)


def _apart(pages: list[int], others: list[int]) -> int:
    return min(abs(page - other) for page in pages for other in others)
