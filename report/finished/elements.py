"""The elements of a finished page, and a text as it grows while they are read."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from report.finished.document import Bound, Kind, Link, Text

EMPTY = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source"}
UNREAD = {"head", "script", "style", "template"}
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}

# What ends one text and begins another.
BLOCKS = HEADINGS | {
    *("address", "aside", "blockquote", "body", "caption", "dd", "div", "dl", "dt", "figcaption"),
    *("figure", "footer", "header", "li", "main", "nav", "ol", "p", "pre", "section", "table"),
    *("tbody", "tfoot", "thead", "tr", "ul"),
}

# A note beside a text: it is read after the text, which goes on behind it.
ASIDE = "margin-note"

# Lines of a caption: spans that the style sheet sets on lines of their own.
LINES = {"caption-under", "message"}

# Spans that hold the number of what they stand in.
NUMBERS = {"number", "action-number"}

# What a text is, by the tags and the classes around it: the first that is found.
KINDS: tuple[tuple[Kind, set[str]], ...] = (
    ("furniture", {"furniture"}),
    ("margin", {"aside", ASIDE}),
    ("heading", HEADINGS),
    ("caption", {"caption", "figcaption"}),
    ("contents", {"nav"}),
    ("note", {"note"}),
    ("source", {"source"}),
    ("item", {"li"}),
)


@dataclass
class Opened:
    """An element that is begun and not ended, and the number of its list, its item, its box."""

    tag: str
    attributes: Mapping[str, str]
    styles: frozenset[str]
    hidden: bool = False
    listed: int = 0
    entry: int = 0
    box: int = 0
    entries: int = 0


@dataclass
class Growing:
    """A text as it grows: single spaces, and where spans of it begin and end."""

    text: str = ""
    number: str = ""
    links: list[Link] = field(default_factory=list)
    bound: list[Bound] = field(default_factory=list)

    def add(self, data: str) -> None:
        """Add characters; a space at the front or after another one is none."""
        joined = re.sub(r"\s+", " ", data.replace("\u00ad", "").replace("\u2060", ""))
        if not self.text or self.text.endswith(" "):
            joined = joined.lstrip()
        self.text += joined

    def made(self) -> Text:
        """Give the text, its end without a space."""
        return Text(self.text.rstrip(), self.number, tuple(self.links), tuple(self.bound))


def is_hidden(tag: str, attributes: Mapping[str, str]) -> bool:
    """Say whether readers do not meet an element."""
    told = attributes.get("aria-hidden") == "true" or attributes.get("role") == "tooltip"
    return tag in UNREAD or "hidden" in attributes or told


def parts_text(one: Opened) -> bool:
    """Say whether an element ends one text and begins another."""
    return one.tag in BLOCKS or bool(one.styles & LINES)
