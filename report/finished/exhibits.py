"""The tables and figures of a finished document, each with what stands above and below it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from report.finished.document import Finished, Part, Table


@dataclass(frozen=True)
class Shown:
    """A table or a figure.

    captions: the lines of its caption, the title first. notes: what is said below it.
    """

    part: Part
    captions: tuple[Part, ...]
    notes: tuple[Part, ...]

    @property
    def label(self) -> str:
        """Its number: "Table 3"; else its title."""
        return next((c.number or c.text for c in self.captions), "a table without a caption")

    @property
    def title(self) -> str:
        """Its title without its number."""
        first = self.captions[0] if self.captions else Part()
        return first.text.removeprefix(f"{first.number}:").strip()

    def key(self, *more: str) -> str:
        """Give what the ids of its warnings end with."""
        return " ".join((self.part.exhibit or self.label, *more))

    @property
    def under(self) -> str:
        """What its caption says below the title."""
        return " ".join(caption.text for caption in self.captions[1:])


@dataclass(frozen=True)
class ShownTable(Shown):
    """A table with its captions and notes."""

    table: Table


def shown(document: Finished) -> Iterator[Shown]:
    """Give each table and figure that has a caption, in reading order."""
    for part in document.of("table", "figure"):
        captions, notes = _captions(document, part), _notes(document, part)
        if captions and part.table:
            yield ShownTable(part, captions, notes, part.table)
        elif captions:
            yield Shown(part, captions, notes)


def tables(document: Finished) -> Iterator[ShownTable]:
    """Give each table that has a caption."""
    return (each for each in shown(document) if isinstance(each, ShownTable))


def _captions(document: Finished, part: Part) -> tuple[Part, ...]:
    before = reversed(document.parts[: part.at])
    return tuple(takewhile(lambda each: each.kind == "caption", before))[::-1]


def _notes(document: Finished, part: Part) -> tuple[Part, ...]:
    below = takewhile(lambda each: _is_below(each, part), document.parts[part.at + 1 :])
    return tuple(each for each in below if each.kind in ("note", "source"))


def _is_below(part: Part, exhibit: Part) -> bool:
    if part.exhibit or exhibit.exhibit:
        return part.exhibit == exhibit.exhibit and part.kind != "figure"
    return part.kind in ("note", "source")
