"""Falsehoods planted into a finished page are told; the page as it is tells none."""

import random
import re
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from report.assessment import Assessment, load
from report.finished import check, page
from report.finished.document import Finished
from report.ledger import account, lists
from report.ledger.entries import Entry
from report.ledger.pieces import Piece, pieces
from report.ledger.setting import Setting
from report.prose.sentences import sentences
from tests.made_up import ROOT
from tests.planting import Plant, plants

TEMPLATES = ROOT / "templates"
SEED, NUMBER = 20231205, 100
# Elements whose text is not read, and those that have no end.
UNREAD, EMPTY = ("head", "style", "script"), ("meta", "link", "br", "img", "hr", "col")
# What an entry of the ledger is that the edition, or what its author typed, can tell to be false.
STATED = ("finding", "cell", "list", "quoted", "structure", "record", "date", "cited", "span")

Numbers = list[tuple[Piece, tuple[Entry, ...]]]


class Texts(HTMLParser):
    """The texts of a page with their first letter in the file; hidden ones left out."""

    def __init__(self, raw: str) -> None:
        super().__init__(convert_charrefs=False)
        lines = [len(line) for line in raw.splitlines(keepends=True)]
        self.starts = [sum(lines[:at]) for at in range(len(lines))]
        self.open: list[tuple[str, bool]] = []
        self.found: list[tuple[int, str]] = []
        self.feed(raw)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in EMPTY:
            self.open.append((tag, tag in UNREAD or dict(attrs).get("class") == "told"))

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if data.strip() and not any(unread for _, unread in self.open):
            line, column = self.getpos()
            self.found.append((self.starts[line - 1] + column, data))


@dataclass(frozen=True)
class Page:
    """A finished page in a folder of its own, to be spoilt and read again."""

    folder: Path
    assessment: Assessment
    raw: str

    def read(self, raw: str) -> Finished:
        """Write the page with these words, and read it again."""
        file = self.folder / "report.html"
        file.write_text(raw, encoding="utf-8")
        return page.read(file)

    def known(self, document: Finished) -> Setting:
        """Put together what is known about a page."""
        return account.setting(self.assessment, document, TEMPLATES)


def lost(entries: Iterable[Entry]) -> list[Entry]:
    """Give the numbers that belong to nothing."""
    return [entry for entry in entries if entry.kind == "unknown"]


def is_told(known: Setting, true: Numbers, spoilt: Finished) -> bool:
    """Say whether the ledger or a rule tells a falsehood of a spoilt page.

    The ledger is asked for the texts that are others now: what else a plant does does not count.
    """
    setting = _of_another(known, spoilt)
    pairs = zip(true, pieces(spoilt), strict=True)
    others = (now for (was, _), now in pairs if was.text != now.text)
    return any(lost(account.of_piece(setting, now)) for now in others) or bool(check(spoilt))


def _of_another(known: Setting, page: Finished) -> Setting:
    """Know of another page what is known of the true one; of its own are its places alone."""
    fresh = replace(known, document=page, items=lists.lengths(page.parts))
    own = {*vars(fresh), "places"}
    vars(fresh).update({name: held for name, held in vars(known).items() if name not in own})
    return fresh


def eligible(plant: Plant, true: Numbers, spoilt: Finished, glossary: Iterable[str]) -> bool:
    """Say whether a plant turns what the edition's data decides, or a number that was typed.

    A direction or a rank is decided beside a finding; a word of a name ("most similar group") is no
    statement.
    """
    after = list(pieces(spoilt))
    if len(after) != len(true):
        return False
    pairs = ((was, now, own) for (was, own), now in zip(true, after, strict=True))
    was, now, entries = next((p for p in pairs if p[0].text != p[1].text), (None, None, ()))
    if was is None or now is None:
        return False
    at = next((n for n, (a, b) in enumerate(zip(was.text, now.text, strict=False)) if a != b), 0)
    if plant.way in ("direction", "rank", "arrow"):
        return not _named(was.text, at, glossary) and (
            was.part == "cell" or _beside_a_finding(was, at)
        )
    mine = [e for e in entries if e.at <= at < e.at + len(e.text)]
    return any(e.kind in STATED for e in mine)


def _named(text: str, at: int, glossary: Iterable[str]) -> bool:
    found = (m for name in glossary for m in re.finditer(re.escape(name), text, re.IGNORECASE))
    return any(m.start() <= at < m.end() for m in found)


def _beside_a_finding(piece: Piece, at: int) -> bool:
    own = next((s for s in sentences(piece.text) if s.start <= at < s.end), None)
    return own is not None and any(own.start <= b.start < own.end for b in piece.words.bound)


def drawn(raw: str) -> Iterator[tuple[Plant, str]]:
    """Give plants in the order of chance, one of each way after the other, with the spoilt page."""
    chance = random.Random(SEED)
    by_way: dict[str, list[tuple[Plant, str]]] = {}
    for start, text in Texts(raw).found:
        for plant in plants(text):
            spoilt = raw[:start] + plant.into(text) + raw[start + len(text) :]
            by_way.setdefault(plant.way, []).append((plant, spoilt))
    for own in by_way.values():
        chance.shuffle(own)
    while any(by_way.values()):
        yield from (own.pop() for own in by_way.values() if own)


@pytest.fixture
def finished(editions: Path, tmp_path: Path) -> Page:
    """Copy a finished page of Charnwood with the pictures that it shows."""
    built = editions / "charnwood" / "2023-24"
    shutil.copytree(built / "exhibits", tmp_path / "exhibits")
    raw = (built / "report.html").read_text(encoding="utf-8")
    return Page(tmp_path, load(built / "assessment.json"), raw)


def test_falsehoods_in_a_finished_page_are_told(finished: Page) -> None:
    """A digit, a direction, a rank, a count, a reference, a period, an arrow: 95 of 100."""
    clean = finished.read(finished.raw)
    known = finished.known(clean)
    true = list(account.of_page(known))
    assert not [entry for _, own in true for entry in lost(own)] + check(clean)

    names = finished.assessment.glossary.values()
    caught: list[bool] = []
    missed: list[str] = []
    for plant, spoilt in drawn(finished.raw):
        document = finished.read(spoilt)
        if not eligible(plant, true, document, names):
            continue
        caught.append(is_told(known, true, document))
        if not caught[-1]:
            missed.append(f"{plant.way}: {_around(finished.raw, spoilt)}")
        if len(caught) == NUMBER:
            break

    assert len(caught) == NUMBER
    assert sum(caught) >= 95, missed


def _around(raw: str, spoilt: str) -> str:
    at = next(n for n, (a, b) in enumerate(zip(raw, spoilt, strict=False)) if a != b)
    return f"{raw[at - 60 : at + 40]!r} -> {spoilt[at : at + 8]!r}"
