"""Carry what is known of a page's numbers over to the PDF, and account for what it alone has."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from typing import NamedTuple

from report.finished.paper import Paper, PaperText
from report.ledger.entries import Entry
from report.ledger.pieces import is_number, numbers
from report.ledger.setting import Accounted, Belonging, Setting
from report.ledger.worded import by_name
from report.prose.figures import Figure

PLAIN = re.compile(r"[^\w%£.,/−+]|_")
ENTRY = re.compile(r"^(?P<said>.*?)\s*(?P<page>\d+)$")
PAGE = re.compile(r"\bPage (?P<page>\d+) of (?P<pages>\d+)\b")


class Printed(NamedTuple):
    """A number of the PDF: the text it stands in, and which one it is there."""

    passage: PaperText
    figure: Figure


def of_paper(setting: Setting, paper: Paper, page: Sequence[Accounted]) -> Iterator[Entry]:
    """Account for every number of a PDF, in its own order."""
    inside = [p for p in paper.passages if p.role not in ("label", "aside")]
    found: dict[int, list[Entry]] = {id(p): [] for p in paper.passages}
    for passages, accounted in _paired(inside, page):
        for passage, entry in _twins(setting, paper, passages, accounted):
            found[id(passage)].append(entry)
    last = 0
    heads = [(piece, es) for piece, es in page if piece.part in ("heading", "head") and es]
    for passage in paper.passages:
        if passage.role == "label":
            entries, last = _label(paper, passage, last)
            found[id(passage)] = entries
        elif passage.role == "aside":
            found[id(passage)] = list(_aside(setting, paper, passage, heads))
        yield from found[id(passage)]


def _key(text: str) -> str:
    return PLAIN.sub("", text).casefold()


def _paired(
    inside: Sequence[PaperText], page: Sequence[Accounted]
) -> Iterator[tuple[Sequence[PaperText], Sequence[Accounted]]]:
    """Pair the texts of both: the same ones, in order or moved, and else stretch with stretch."""
    printed = [_key(_said(p)) for p in inside]
    written = [_key(piece.text) for piece, _ in page]
    matcher = SequenceMatcher(None, printed, written, autojunk=False)
    others = [codes[1:] for codes in matcher.get_opcodes() if codes[0] != "equal"]
    for a, b, size in matcher.get_matching_blocks():
        yield from (([inside[a + n]], [page[b + n]]) for n in range(size))
    moved: dict[str, list[int]] = {}
    for _, _, c, d in others:
        for n in range(c, d):
            moved.setdefault(written[n], []).append(n)
    for a, b, c, d in others:
        taken = {n: moved[printed[n]].pop(0) for n in range(a, b) if moved.get(printed[n])}
        yield from (([inside[n]], [page[at]]) for n, at in taken.items())
        rest = [inside[n] for n in range(a, b) if n not in taken]
        if rest:
            yield rest, page[c:d]


def _said(passage: PaperText) -> str:
    """Give a text without the number of the page that an entry of the contents leads to."""
    match = ENTRY.match(passage.text) if passage.role == "contents" else None
    return match["said"] if match else passage.text


def _twins(
    setting: Setting, paper: Paper, passages: Sequence[PaperText], accounted: Sequence[Accounted]
) -> Iterator[tuple[PaperText, Entry]]:
    """Give each number of some texts what its twin on the page belongs to."""
    printed = [Printed(p, f) for p in passages for f in numbers(_said(p))]
    twins = [entry for _, entries in accounted for entry in entries]
    matcher = SequenceMatcher(
        None, [_key(f.text) for _, f in printed], [_key(e.text) for e in twins], autojunk=False
    )
    pairs = {
        a + n: twins[b + n] for a, b, size in matcher.get_matching_blocks() for n in range(size)
    }
    for at, one in enumerate(printed):
        entry = pairs.get(at) or _alone(setting, one)
        if entry.kind != "unknown" or is_number(one.figure):
            yield one.passage, _at(paper, one, entry)
    for passage in passages:
        if passage.role == "contents" and (match := ENTRY.match(passage.text)):
            yield passage, _leads(paper, passage, match)


def _at(paper: Paper, one: Printed, entry: Entry) -> Entry:
    """Put what is known of a number where the PDF has it."""
    return entry.model_copy(
        update={
            "document": paper.file,
            "page": one.passage.page(one.figure.start),
            "text": one.figure.text,
            "at": one.figure.start,
        }
    )


def _alone(setting: Setting, one: Printed) -> Entry:
    """Account for a number that stands in the PDF alone."""
    return _entry(one, by_name(setting, one.passage.text, one.figure))


def _entry(one: Printed, found: Belonging | None) -> Entry:
    known = found or Belonging("unknown", "stands in the PDF alone")
    return Entry(
        document="",
        place="",
        part=one.passage.role,
        text=one.figure.text,
        at=one.figure.start,
        kind=known.kind,
        of=known.of,
        which=known.which,
    )


def _leads(paper: Paper, passage: PaperText, match: re.Match[str]) -> Entry:
    """Account for the number of a page in the contents: where the entry's words are a heading."""
    said, number = _key(match["said"]), int(match["page"])
    pages = {
        p.page(0)
        for p in paper.passages
        if p.role in ("heading", "caption") and _key(p.text).startswith(said)
    }
    holds = Belonging("structure", f"page of '{match['said']}'") if number in pages else None
    figure = replace(numbers("1")[0], start=match.start("page"), text=match["page"])
    one = Printed(passage, figure)
    return _at(paper, one, _entry(one, holds))


def _label(paper: Paper, passage: PaperText, last: int) -> tuple[list[Entry], int]:
    """Account for the number of a list's item: the one after the item before, or the first."""
    found = []
    for figure in numbers(passage.text):
        value = int(figure.value or 0)
        holds = value in (1, last + 1)
        last = value
        one = Printed(passage, figure)
        known = Belonging("structure", f"item {value} of its list") if holds else None
        found.append(_at(paper, one, _entry(one, known)))
    return found, last


def _aside(
    setting: Setting, paper: Paper, passage: PaperText, heads: Sequence[Accounted]
) -> Iterator[Entry]:
    """Account for what stands beside the content: page numbers, running heads, heads of tables."""
    number = PAGE.search(passage.text)
    end = number.start() if number else len(passage.text)
    printed = [Printed(passage, f) for f in numbers(passage.text) if f.end <= end]
    again = _again(printed, heads)
    for at, one in enumerate(printed):
        entry = again.get(at) or _alone(setting, one)
        yield _at(paper, one, entry)
    if number:
        page, pages = int(number["page"]), int(number["pages"])
        own = {"page": page == passage.page(0), "pages": pages == paper.pages}
        for name, holds in own.items():
            figure = replace(numbers("1")[0], start=number.start(name), text=number[name])
            one = Printed(passage, figure)
            known = Belonging("structure", "page" if name == "page" else "number of pages")
            yield _at(paper, one, _entry(one, known if holds else None))


def _again(printed: Sequence[Printed], heads: Sequence[Accounted]) -> dict[int, Entry]:
    """Find the headings, and the heads of tables, that are printed again on a page."""
    found: dict[int, Entry] = {}
    if not printed:
        return found
    text = printed[0].passage.text
    for piece, entries in heads:
        at = _key(text).find(_key(piece.text))
        if at < 0:
            continue
        for entry in entries:
            for n, one in enumerate(printed):
                before = len(_key(text[: one.figure.start]))
                own = len(_key(piece.text[: entry.at]))
                if n not in found and before == at + own and one.figure.text == entry.text:
                    found[n] = entry
    return found
