"""Numbers of chapters, tables and figures, each in a sequence of its own, in print order."""

from dataclasses import dataclass, field

from report.assessment import Exhibit
from report.document.chapters import Block, Chapter

# Document details and the like are tables to a reader's eye but carry no number.
UNNUMBERED = frozenset(("details",))


@dataclass
class Numbering:
    """The printed number of every heading and exhibit.

    headings: (chapter, block), both counted from 0 -> "3.1".
    exhibits: id -> "Table 4" or "Figure 2".
    """

    headings: dict[tuple[int, int], str] = field(default_factory=dict)
    exhibits: dict[str, str] = field(default_factory=dict)

    def add(self, exhibit: Exhibit) -> None:
        """Number an exhibit, unless it has a number or carries none."""
        if exhibit.id in self.exhibits or exhibit.form in UNNUMBERED:
            return
        word = "Table" if exhibit.kind == "table" else "Figure"
        self.exhibits[exhibit.id] = f"{word} {len(self.of_kind(word)) + 1}"

    def of_kind(self, word: str) -> list[tuple[str, str]]:
        """List (exhibit id, label) of all tables or all figures."""
        return [(i, label) for i, label in self.exhibits.items() if label.startswith(word)]


def numbered(chapters: tuple[Chapter, ...]) -> Numbering:
    """Number everything that the chapters print."""
    numbering = Numbering()
    counters = [0, 0, 0]
    for at, chapter in enumerate(chapters):
        for n, block in enumerate(chapter.blocks):
            if block.kind == "heading":
                label = _heading(block, counters, numbered=chapter.section.numbered)
                if label:
                    numbering.headings[at, n] = label
        for block in chapter.walk():
            if block.exhibit:
                numbering.add(block.exhibit)
    return numbering


def _heading(block: Block, counters: list[int], *, numbered: bool) -> str:
    depth = block.level - 1
    if not (numbered and block.numbered) or depth >= len(counters):
        return ""
    counters[depth] += 1
    counters[depth + 1 :] = [0] * (len(counters) - depth - 1)
    return ".".join(str(n) for n in counters[: depth + 1])
