"""Find in the chapters what an author wrote where a page has a number."""

import re
from dataclasses import dataclass
from functools import cached_property

from report.assessment import Assessment
from report.ledger.pieces import Piece
from report.prose.figures import Figure

# Words beside a number by which it is found again.
BESIDE = 2
WORD = re.compile(r"[\w’'£%,.–-]+")
LENGTH = re.compile(r"\[number of (?P<name>[^\[\]]+)\]", re.IGNORECASE)


@dataclass(frozen=True)
class Lines:
    """What the authors of an edition wrote, by file and line."""

    assessment: Assessment

    def typed(self, piece: Piece, figure: Figure) -> str:
        """Give file and line of a number in a sentence; "" where nobody typed it."""
        if piece.part not in ("paragraph", "item", "heading", "caption", "note"):
            return ""
        before = WORD.findall(piece.text[: figure.start])[-BESIDE:]
        after = WORD.findall(piece.text[figure.end :])[:BESIDE]
        for words in (
            [*before, figure.text, *after],
            [*before, figure.text],
            [figure.text, *after],
        ):
            if len(words) > BESIDE and (line := self._holding(" ".join(words))):
                return line
        return ""

    def length(self, piece: Piece, figure: Figure) -> str:
        """Name the list whose length is asked for between the words around a number."""
        before = WORD.findall(piece.text[: figure.start])[-BESIDE:]
        after = WORD.findall(piece.text[figure.end :])[:BESIDE]
        for name, left, right in self._lengths:
            if right == after and (left == before or left[-1:] == before[-1:]):
                return name
        return ""

    @cached_property
    def _lengths(self) -> list[tuple[str, list[str], list[str]]]:
        """Give each list whose length is asked for, and the words before and behind it."""
        texts = [s.commentary.text for s in self.assessment.walk() if s.commentary]
        texts += [key.text for s in self.assessment.walk() for key in s.key_findings]
        return [
            (m["name"], WORD.findall(t[: m.start()])[-BESIDE:], WORD.findall(t[m.end() :])[:BESIDE])
            for t in texts
            for m in LENGTH.finditer(t)
        ]

    def _holding(self, said: str) -> str:
        for place, text in self._texts:
            if said in text:
                return place
        return ""

    @cached_property
    def _texts(self) -> list[tuple[str, str]]:
        """Every two lines of the chapters as one text, and what else they wrote, with its place."""
        found = []
        for section in self.assessment.walk():
            own = section.commentary
            lines = own.text.splitlines() if own else []
            for n, line in enumerate(lines):
                both = f"{line} {lines[n + 1] if n + 1 < len(lines) else ''}"
                found.append((f"{own.file if own else ''}:{n + 1}", both))
            found += [(key.place, key.text) for key in section.key_findings]
            found += [(section.place, entry.text) for entry in section.entries]
            found += [(section.place, section.title)]
            found += [(section.place, f"{e.title} {e.message}") for e in section.exhibits]
        for one in self.assessment.recommendations:
            found += [(f"recommendation {one.number}", f"{one.text} {one.because}")]
        for at, priority in enumerate(self.assessment.priorities, 1):
            found += [(f"priority {at}", text) for text in (priority.title, priority.text)]
        return [(place, " ".join(WORD.findall(text))) for place, text in found]
