"""The claims of a published assessment, each checked by hand, against what the program says."""

import csv
import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

import pytest

from report.prose.checking import Verdict, check
from report.prose.claims import claims
from report.prose.figures import figures
from report.prose.known import Known
from report.prose.subjects import Reader
from tests.made_up import ROOT
from tests.pages import assessed
from tests.small import section

SEEDS = ROOT.parent / "shared" / "seeds"
DOCUMENT = SEEDS / "001_b6edfc5da68eec74.txt"
CHECKED = SEEDS / "claims-001-004.csv"

# Kind of a claim in the list -> the role that a figure of it has. Counts there are of lists.
ROLES = {"pct_change": "change", "difference": "difference", "share": "share", "rank": "position"}
ARROW = re.compile("[↑↓↔]")


class Row(NamedTuple):
    """A claim of the document, and what it was found to be by hand."""

    id: str
    line: int
    quote: str
    kind: str
    verdict: str


@cache
def lines() -> list[str]:
    return DOCUMENT.read_text(encoding="utf-8").splitlines()


def rows() -> list[Row]:
    """Give the claims of the kinds that findings can decide; arrows are no words."""
    with CHECKED.open(encoding="utf-8") as file:
        found = [
            Row(r["claim_id"], int(r["line_no"]), r["quote"], r["kind"], r["verdict"])
            for r in csv.DictReader(file)
            if r["doc"] == "001"
        ]
    return [r for r in found if r.kind in (*ROLES, "direction") and not ARROW.search(r.quote)]


def context(line: int) -> tuple[str, str]:
    """Give what stands above a line: for a bullet the lines that lead to it, and the heading."""
    text = lines()[line - 1]
    if "\t" in text:
        return "", "All Crime"
    above = [t for t in lines()[max(0, line - 12) : line - 1] if t.strip() and "\t" not in t]
    short = (t.strip() for t in reversed(lines()[: line - 1]) if "\t" not in t)
    heading = next(t for t in short if t and len(t) < 60 and t[-1] not in ".:;" and t[0] != "-")
    return ("\n\n".join(above[-6:]) + "\n\n" if text.startswith("-") else ""), heading


@cache
def charnwood() -> tuple[Reader, Known]:
    made = assessed(ROOT / "config" / "charnwood" / "2023-24.yaml")
    return Reader.of(made), Known(made)


@cache
def verdicts(line: int) -> tuple[Verdict, ...]:
    """Check every claim of a line, as of a plain sentence; a table's cells as a list of words."""
    reader, known = charnwood()
    above, heading = context(line)
    text = above + lines()[line - 1].replace("\t", ", ")
    names = [(m.start, m.end) for m in reader.names(text) if m.kind != "period"]
    found = [c for c in claims(text, names) if c.start >= len(above)]
    spoken = [reader.spoken(text, c, section("none", title=""), heading) for c in found]
    pairs = zip(found, spoken, strict=True)
    return tuple(check(c, s, known, asserted=False) for c, s in pairs if s)


def grades(row: Row) -> Iterator[str]:
    """Give what the program says of a row: "holds", "rounding", "wrong"; nothing where unsaid."""
    quoted = {f.value for f in figures(row.quote)}
    for verdict in verdicts(row.line):
        faults = {f.said: str(f.grade) for f in verdict.faults}
        if not verdict.grade:
            continue
        own = {said.figure.value for said in verdict.claim.said} & quoted
        told = verdict.claim.direction and (own or verdict.claim.text in row.quote)
        if row.kind == "direction" and told:
            yield faults.get(verdict.claim.direction, "holds")
        if row.kind == "rank" and verdict.claim.rank and verdict.claim.rank.text in row.quote:
            yield faults.get(verdict.claim.rank.text, "holds")
        for said in verdict.claim.said:
            if said.role == ROLES.get(row.kind) and said.figure.value in quoted:
                yield faults.get(said.figure.text, "holds")


@pytest.fixture(scope="module")
def decided() -> list[tuple[Row, list[str]]]:
    """Give the rows of which something is said."""
    if not CHECKED.is_file():
        pytest.skip("../shared is not there")
    known = [(r, list(grades(r))) for r in rows() if r.verdict != "uncheckable"]
    return [(row, said) for row, said in known if said]


def test_what_holds_is_never_called_wrong(decided: list[tuple[Row, list[str]]]) -> None:
    """A false alarm turns a check off; a share may hold by one whole and be rounded by another."""
    wrong = [(row, said) for row, said in decided if row.verdict == "holds" and "wrong" in said]
    assert wrong == []


def test_verdicts_agree_with_those_by_hand(decided: list[tuple[Row, list[str]]]) -> None:
    """At least 95 % of those that are decided, and no few of them."""
    agree = [row for row, said in decided if row.verdict in said]
    assert len(decided) >= 100
    assert len(agree) >= 0.95 * len(decided)


def test_nothing_uncheckable_is_called_wrong() -> None:
    """What the document gives no data for is not judged."""
    if not CHECKED.is_file():
        pytest.skip("../shared is not there")
    open_ = [row for row in rows() if row.verdict == "uncheckable"]
    assert [row for row in open_ if set(grades(row)) - {"holds"}] == []
