"""The ledger: every number that was printed, where, and to what it belongs."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Literal

from report.assessment import Record

# The document whose sentences are the body.
BODY = "report.html"

# What a number belongs to. finding: one of a finding's numbers. cell: one of an exhibit's, or its
# own words. quoted: a figure under `quoted:`. cited: a figure with a source behind it. list: the
# length of a list. record: of a file that was read. constant: stands in a method or in another
# sentence of the house. structure: page, section, exhibit, recommendation, item, tick of an axis,
# unit. name: a part of a canonical name. date: a day or a period. span: a length of time or an age,
# which no source counts. aim: what a recommendation asks for, or why. unknown: none of these.
Kind = Literal[
    "finding",
    "cell",
    "list",
    "quoted",
    "cited",
    "structure",
    "record",
    "constant",
    "name",
    "date",
    "span",
    "aim",
    "unknown",
]

# A share of the summary -> the kinds that it counts.
SHARES: dict[str, tuple[Kind, ...]] = {
    "computed": ("finding", "cell", "list"),
    "cited": ("quoted", "cited"),
    "structural": ("structure", "record", "constant"),
    "name": ("name",),
    "date": ("date",),
    "span": ("span",),
    "aim": ("aim",),
    "unknown": ("unknown",),
}


class Entry(Record):
    """A number as it was printed.

    document: the file; page: in a PDF, from 1, else 0. place: the headings above it and the thing
    that it stands in, with row and column. part: what that is: "paragraph", "item", "cell",
    "caption", "alt", "drawn", … text: as printed. at: its first letter in that text, from 0.
    of: the finding, the exhibit, the source and so on. which: of their numbers. body: whether it
    stands in a sentence of a chapter. line: where the author typed it, "file:line", if known.
    """

    document: str
    page: int = 0
    place: str
    part: str
    text: str
    at: int
    kind: Kind
    of: str = ""
    which: str = ""
    body: bool = False
    line: str = ""


class Tally(Record):
    """How many numbers there are, and how many of each share."""

    numbers: int
    shares: dict[str, int]

    @property
    def amounts(self) -> int:
        """How many say how much or how many: no names, dates, references and so on."""
        return sum(self.shares[name] for name in ("computed", "cited", "unknown"))

    @property
    def computed(self) -> float:
        """The share of the amounts that were computed here, in per cent."""
        return 100 * self.shares["computed"] / self.amounts if self.amounts else 0.0


class Ledger(Record):
    """The ledger of an edition: shares by document, those in sentences of chapters, entries."""

    format: int = 1
    edition: str
    documents: dict[str, Tally]
    body: Tally
    entries: tuple[Entry, ...]


def ledger(edition: str, entries: Iterable[Entry]) -> Ledger:
    """Count the entries of an edition. The body is that of the report as a page (HTML)."""
    every = tuple(entries)
    files = dict.fromkeys(entry.document for entry in every)
    documents = {file: tally(e for e in every if e.document == file) for file in files}
    body = tally(e for e in every if e.body and e.document == BODY)
    return Ledger(edition=edition, documents=documents, body=body, entries=every)


def tally(entries: Iterable[Entry]) -> Tally:
    """Count entries by the share that they are of."""
    kinds = Counter(entry.kind for entry in entries)
    shares = {name: sum(kinds[kind] for kind in SHARES[name]) for name in SHARES}
    return Tally(numbers=sum(kinds.values()), shares=shares)


def save(found: Ledger, path: Path) -> None:
    """Write a ledger as JSON, an entry a line: same content, same bytes."""
    head = found.model_copy(update={"entries": ()}).model_dump_json()
    lines = ",\n".join(entry.model_dump_json(exclude_defaults=True) for entry in found.entries)
    text = f"{head.removesuffix('[]}')}[\n{lines}\n]}}\n"
    path.write_text(text, encoding="utf-8", newline="\n")


def load(path: Path) -> Ledger:
    """Read `ledger.json`."""
    return Ledger.model_validate_json(path.read_bytes())
