"""Numbers of chapters, tables and figures, each in a sequence of its own, in print order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from report.assessment import Exhibit, Recommendation
from report.document.chapters import Block, Chapter

# Document details and the like are tables to a reader's eye but carry no number.
UNNUMBERED = frozenset(("details",))


@dataclass
class Numbering:
    """The printed number of every heading and exhibit.

    headings: (chapter, block), both counted from 0 -> "3.1".
    exhibits: id -> "Table 4" or "Figure 2".
    recommendations: ids of those that are printed; their numbers are the edition's own.
    """

    headings: dict[tuple[int, int], str] = field(default_factory=dict)
    exhibits: dict[str, str] = field(default_factory=dict)
    recommendations: set[str] = field(default_factory=set)

    def add(self, exhibit: Exhibit) -> None:
        """Number an exhibit, unless it has a number or carries none."""
        if exhibit.id in self.exhibits or exhibit.form in UNNUMBERED:
            return
        word = "Table" if exhibit.kind == "table" else "Figure"
        self.exhibits[exhibit.id] = f"{word} {len(self.of_kind(word)) + 1}"

    def of_kind(self, word: str) -> list[tuple[str, str]]:
        """List (exhibit id, label) of all tables or all figures."""
        return [(i, label) for i, label in self.exhibits.items() if label.startswith(word)]


def numbered(chapters: tuple[Chapter, ...], recommendations: Sequence[Recommendation]) -> Numbering:
    """Number everything that the chapters print, and note which recommendations they do."""
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
            numbering.recommendations.update(_recommended(block, recommendations))
    return numbering


def _recommended(block: Block, every: Sequence[Recommendation]) -> Iterator[str]:
    chosen = block.section.recommendations
    for one in every:
        all_of_them = block.kind == "recommendations" and (not chosen or one.id in chosen)
        if all_of_them or (block.kind == "recommendation" and one.number == block.number):
            yield one.id


def _heading(block: Block, counters: list[int], *, numbered: bool) -> str:
    depth = block.level - 1
    if not (numbered and block.numbered) or depth >= len(counters):
        return ""
    counters[depth] += 1
    counters[depth + 1 :] = [0] * (len(counters) - depth - 1)
    return ".".join(str(n) for n in counters[: depth + 1])
