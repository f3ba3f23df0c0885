"""A passage parted into what is read at one go: a paragraph, a bullet, a key finding."""

from collections.abc import Iterator
from dataclasses import dataclass

from markdown_it import MarkdownIt

from report.assessment import Section
from report.errors import Where
from report.prose.passage import Passage

# As pages read it: headings are the chapter's, which knows them already.
MARKDOWN = MarkdownIt("commonmark", {"html": False}).disable(["heading", "lheading"])


@dataclass(frozen=True)
class Paragraph:
    """A paragraph or a bullet.

    text: as written, brackets included. section: where its names are looked up first. where: its
    first line. heading: the one that it stands under.
    """

    text: str
    section: Section
    where: Where
    heading: str = ""


def parted(passage: Passage) -> Iterator[Paragraph]:
    """Part the Markdown of a chapter into paragraphs and bullets; any other text is one."""
    if passage.kind != "prose":
        yield Paragraph(passage.text, passage.section, passage.where)
        return
    line = passage.where.line
    for token in MARKDOWN.parse(passage.text):
        line = passage.where.line + token.map[0] if token.map else line
        if token.type == "inline":
            where = Where(passage.where.file, line)
            yield Paragraph(token.content, passage.section, where, passage.heading)
