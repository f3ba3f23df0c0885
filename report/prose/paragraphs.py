"""A passage parted into what is read at one go: a paragraph, a bullet, a key finding."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from markdown_it import MarkdownIt

from report.assessment import Section
from report.errors import Problem, Spot, Where
from report.prose.passage import Passage

# As pages read it: headings are the chapter's, which knows them already.
LINE_END = re.compile("\n")
MARKDOWN = MarkdownIt("commonmark", {"html": False}).disable(["heading", "lheading"])


@dataclass(frozen=True)
class Paragraph:
    """A paragraph or a bullet.

    text: as written, brackets included. section: where its names are looked up first. where: its
    first line. spot: where it begins in its passage. heading: the one that it stands under.
    """

    text: str
    section: Section
    where: Where
    spot: Spot
    heading: str = ""

    def holds(self, problem: Problem) -> bool:
        """Say whether a problem is of these words."""
        spot, lines = problem.spot, self.text.count("\n")
        same = spot is not None and spot.text == self.spot.text
        first, last = self.where.line, self.where.line + lines
        return (
            same and problem.where.file == self.where.file and first <= problem.where.line <= last
        )


def texts(markdown: str) -> list[str]:
    """Give the paragraphs and bullets of a chapter's file."""
    return [token.content for token in MARKDOWN.parse(markdown) if token.type == "inline"]


def parted(passage: Passage) -> Iterator[Paragraph]:
    """Part the Markdown of a chapter into paragraphs and bullets; any other text is one."""
    if passage.kind != "prose":
        whole = Spot(passage.text, noted=True)
        yield Paragraph(passage.text, passage.section, passage.where, whole)
        return
    starts = [0, *(match.end() for match in LINE_END.finditer(passage.text))]
    line = 0
    for token in MARKDOWN.parse(passage.text):
        line = token.map[0] if token.map else line
        if token.type == "inline":
            where = Where(passage.where.file, passage.where.line + line)
            spot = Spot(passage.text, starts[line], noted=True)
            yield Paragraph(token.content, passage.section, where, spot, passage.heading)
