"""Marks, signs and abbreviations: each is explained, and each explanation is needed."""

import re
from collections.abc import Iterator

from report.errors import Problem
from report.finished.alarms import alarm, quoted
from report.finished.document import Finished, Table
from report.finished.exhibits import ShownTable, tables
from report.finished.wording import texts

MARKER = re.compile(r"\[([a-z])\]")
# A sign alone before a number is explained below; one before words is explained by them.
SIGN = re.compile(r"^([▽△▲▼↓↑≈])\s?[−+\d]")
# The two signs of one kind of change, for a fall and a rise, as they are explained together.
TWO = re.compile(r"(?<!\S)(?P<one>[▽△▲▼↓↑])(?:\sand)?\s(?P<other>[▽△▲▼↓↑])(?!\S)")
TWINS = ({"▽", "△"}, {"▲", "▼"}, {"↓", "↑"})
# A sign whose word is the other's: more of a thing is high, whether or not that is good.
MISNAMED = re.compile(r"▲ significantly low|▼ significantly high")
# The word at the end of a tile's line of change, which is a class of it, too.
VERDICT = re.compile(r" (?P<word>Better|Worse)$")
STARRED = re.compile(r"\w(?P<mark>\*+|[†‡])(?=[\s.,;:)]|$)")
NOTED = re.compile(r"^(?P<mark>\*+|[†‡])\s?\w")
INTRODUCED = re.compile(r"(?P<long>(?:\w+[ -]){2,6})\((?P<short>[A-Z]{2,6})\)")
NOTHING = ("–", "[x]", "[z]")
MEANINGS = ("Abbreviation", "Meaning")


def explained(document: Finished) -> Iterator[Problem]:
    """Each marker and sign of a table is explained under it."""
    for table in tables(document):
        notes = " ".join(note.text for note in table.notes)
        lost: dict[str, str] = {}
        for cell in table.table.cells():
            for marker in MARKER.findall(cell.text):
                if f"[{marker}]" not in notes:
                    lost.setdefault(f"[{marker}]", cell.text)
            sign = SIGN.match(cell.text)
            if sign and sign[1] not in notes:
                lost.setdefault(sign[1], cell.text)
        for mark, text in lost.items() if table.part.exhibit else ():
            what = f"{table.label}: {mark} in {quoted(text)} is not explained under it"
            name = f"{table.part.exhibit} {mark}"
            yield alarm(document, "mark", table.part, what, "say what it means", name)


def paired(document: Finished) -> Iterator[Problem]:
    """Signs that are explained together are one for a fall and one for a rise, of one kind."""
    for part in document.of("note", "paragraph"):
        for found in TWO.finditer(part.text):
            if {found["one"], found["other"]} not in TWINS:
                what = f"{quoted(found[0])} are not the two signs of one kind: {quoted(part.text)}"
                yield alarm(document, "mark", part, what, "build it again", f"signs {part.at}")


def named(document: Finished) -> Iterator[Problem]:
    """A sign of significance has its own word, and a tile the word of its colour."""
    for part, text in texts(document):
        if found := MISNAMED.search(text):
            what = f"the sign and the word differ: {quoted(text, found.start())}"
            yield alarm(document, "mark", part, what, "build it again", f"named {text}")
    for part in document.parts:
        word = VERDICT.search(part.text)
        if word and "tile-change" in part.styles and word["word"].casefold() not in part.styles:
            what = f"{quoted(part.text)} is not {' '.join(sorted(part.styles))}"
            yield alarm(document, "mark", part, what, "build it again", f"tile {part.text}")


def noted(document: Finished) -> Iterator[Problem]:
    """An asterisk has its note, and a note that begins with one is called for."""
    marked = {
        found["mark"]: part for part, text in texts(document) for found in STARRED.finditer(text)
    }
    notes = {found["mark"]: part for part, text in texts(document) if (found := NOTED.match(text))}
    for mark, part in marked.items():
        if mark not in notes:
            what = f"{quoted(mark)} has no note: {quoted(part.text)}"
            yield alarm(document, "mark", part, what, "write the note", f"note {mark}")
    for mark, part in notes.items():
        if mark not in marked:
            what = f"nothing is marked {quoted(mark)}: {quoted(part.text)}"
            yield alarm(
                document, "mark", part, what, "mark it, or take the note away", f"note {mark}"
            )


def empty(document: Finished) -> Iterator[Problem]:
    """No sign of significance stands beside a number that there is not."""
    for table in tables(document):
        for row in table.table.rows:
            held = [cell.text for cell in row.cells]
            sign = next((text for text in held if re.match(r"[▲▼] significantly", text)), "")
            none = next((text for text in held if text in NOTHING), "")
            if sign and none and not _given(table):
                what = f"{table.label}: {quoted(sign)} stands beside {quoted(none)}"
                name = f"{table.part.exhibit or table.label} {row.key}"
                yield alarm(document, "empty", table.part, what, "look it up", name)


def _given(table: ShownTable) -> bool:
    """Say whether the notes own up to signs that are given as published."""
    return any("as published" in note.text for note in table.notes)


def abbreviations(document: Finished) -> Iterator[Problem]:
    """The list of abbreviations holds those that are used, each once, and those alone."""
    listed = next((p for p in document.of("table") if p.table and _is_list(p.table)), None)
    if listed is None or listed.table is None:
        return
    known: set[str] = set()
    for short in (row.cells[0].text for row in listed.table.rows):
        word = re.compile(rf"(?<!\w){re.escape(short)}s?(?!\w)")
        used = any(word.search(text) for part, text in texts(document) if part is not listed)
        if short in known or not used:
            why = "listed twice" if short in known else "used nowhere"
            what = f"{quoted(short)} is listed as an abbreviation and {why}"
            yield alarm(document, "abbreviation", listed, what, "take it out", short)
        known.add(short)
    yield from _unlisted(document, known)


def _is_list(table: Table) -> bool:
    return any(tuple(cell.text for cell in row.cells) == MEANINGS for row in table.head)


def _unlisted(document: Finished, known: set[str]) -> Iterator[Problem]:
    """Find abbreviations that a sentence introduces in brackets and the list does not hold."""
    for part in document.of("paragraph", "item", "note"):
        for found in INTRODUCED.finditer(part.text):
            letters = "".join(word[0] for word in re.findall(r"\w+", found["long"])).upper()
            if letters.endswith(found["short"]) and found["short"] not in known:
                what = f"{quoted(found['short'])} is not in the list of abbreviations"
                yield alarm(document, "abbreviation", part, what, "list it", found["short"])


RULES = (explained, paired, named, noted, empty, abbreviations)
