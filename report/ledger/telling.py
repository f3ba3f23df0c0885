"""Tell about a ledger: its coverage in two lines, and a warning for what belongs to nothing."""

from collections.abc import Iterable, Iterator

from report import words
from report.assessment import slug
from report.errors import PAGE, Problem, Where
from report.ledger.entries import BODY, Entry, Ledger, Tally


def coverage(ledger: Ledger) -> tuple[str, ...]:
    """Say how many numbers there are, and what part of those in sentences was computed."""
    file = next(f for f in ("report.pdf", BODY) if f in ledger.documents)
    report = ledger.documents[file]
    every = sum(tally.numbers for tally in ledger.documents.values())
    lost = sum(tally.shares["unknown"] for tally in ledger.documents.values())
    every_one = "every number accounted for"
    known = every_one if not lost else f"{lost} of {every:,} numbers belong to nothing known"
    body = ledger.body
    return (
        f"{known}: {report.numbers:,} in {file}, {_told(report, report.shares, report.numbers)}",
        f"in the sentences of the chapters: {body.numbers:,}, of which {body.amounts:,} say how "
        f"much or how many, {_told(body, ('computed', 'cited', 'unknown'), body.amounts)}",
    )


def _told(tally: Tally, names: Iterable[str], of: int) -> str:
    shares = {name: tally.shares[name] for name in names if tally.shares[name]}
    parts = (f"{words.number(100 * n / of, '%', 0)} {name}" for name, n in shares.items())
    return ", ".join(parts) or "none"


def problems(ledger: Ledger) -> Iterator[Problem]:
    """Warn of numbers outside an author's sentences that belong to nothing.

    Those in sentences are told where they were typed, before the pages are made, and what the
    margin of a draft says was told with it. What stands in several documents is told once, of the
    last of them, under an id of the first: a build without PDFs has the same.
    """
    lost = [e for e in ledger.entries if e.kind == "unknown" and not e.line and e.part != "margin"]
    first = {_spot(e): e for e in reversed(lost)}
    last = {_spot(e): e for e in lost}
    yield from (_problem(entry, first[spot]) for spot, entry in last.items())


def _spot(entry: Entry) -> tuple[str, str, str]:
    return entry.text, entry.part, entry.place.split(" > ")[-1]


def _problem(entry: Entry, first: Entry) -> Problem:
    page = f"page {entry.page}: " if entry.page else ""
    what = f"{page}'{entry.text}' in {entry.place or entry.part} belongs to nothing that is known"
    if entry.of:
        what += f" ({entry.of})"
    id_ = f"{PAGE}number.{first.page}.{first.at}.{slug(first.text)}"
    do = f"see the ledger, or accept it with a reason under 'accept: {id_}'"
    return Problem(Where(entry.document), what, do, "warning", id_)
