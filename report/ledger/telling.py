"""Tell about a ledger: its coverage, and a warning for what belongs to nothing."""

from collections.abc import Iterator
from typing import Any

from report.assessment import slug
from report.errors import PAGE, Problem, Where
from report.ledger.entries import BODY, Entry, Ledger

# How many numbers that belong to nothing are named at the end of a build.
FEW = 3


def coverage(ledger: Ledger) -> dict[str, Any]:
    """Count the numbers of the documents, by the names of templates/accounted.txt.

    lost: how many belong to nothing known, of every one; first: some of these, each once. report:
    those of the printed file, which is named; body: those in the sentences of the chapters.
    """
    file = next(f for f in ("report.pdf", BODY) if f in ledger.documents)
    every = sum(tally.numbers for tally in ledger.documents.values())
    lost = sum(tally.shares["unknown"] for tally in ledger.documents.values())
    report, body = ledger.documents[file], ledger.body
    unknown = {_spot(e): e for e in reversed(ledger.entries) if e.kind == "unknown"}
    first = [*reversed(unknown.values())][:FEW]
    told = {"every": every, "lost": lost, "first": first}
    return told | {"file": file, "report": report, "body": body}


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
