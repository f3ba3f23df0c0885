"""Chapters: the author's Markdown, or a kind's default flow, cut into the blocks that are printed.

The default flow of a section kind is written in the same language (`templates/sections/<kind>.md`),
so there is one way from a flow to the page. A line that holds only a bracket places something;
brackets inside a sentence are bound when the page is composed (`binding`).
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from report.assessment import Assessment, Exhibit, NamedList, Section
from report.errors import Problem, Where, one_of, suggestion
from report.names import FAMILIES, Index, Unknown, called
from report.phrases.grammar import say
from report.prose.claims import speaks
from report.words import Unsayable

PLACED = re.compile(r"^\[(?P<inner>[^\[\]]+)\]\s*$")
HEADING = re.compile(r"^ {0,3}(?P<marks>#{1,6})\s+(?P<title>.+?)\s*#*$")
LEVELS = 3  # 3, 3.1, 3.1.1

# What a line with one bracket and no name may place.
WHOLES = (
    "at a glance",
    *("key findings", "all key findings", "headlines", "priorities", "recommendations", "parts"),
    *("page break", "glossary", "contacts", "sources", "methods", "threats"),
    *("cover", "contents", "about this document"),
)
NAMED = (*FAMILIES, "list", "part", "box", "recommendation")

# Kinds of boxes that a title may begin with, and what must be named behind the colon.
BOXES = {
    "what we did": "",
    "case study": "",
    "quotation": "its source",
    "definition": "",
    "caution": "",
    "statute": "its Act and section",
}
YEAR = re.compile(r"\b\d{4}\b")
PROVISION = re.compile(r"\b(?:section|regulation|article|schedule|part)s? \d", re.IGNORECASE)


@dataclass(frozen=True)
class Block:
    """One thing on the page, in flow order.

    kind: "heading", "prose", "exhibit", "list", "items", "box", "recommendation" or one of WHOLES.
    text: a heading's or box's title, or Markdown. level: of a heading, 1 for a chapter.
    box: of a box, its kind, one of BOXES; empty for a box with a title alone.
    heading: of prose, the heading that it stands under in its chapter; "" for none.
    """

    kind: str
    section: Section
    where: Where
    text: str = ""
    box: str = ""
    level: int = 0
    numbered: bool = True
    exhibit: Exhibit | None = None
    listed: NamedList | None = None
    items: tuple[str, ...] = ()
    number: int = 0
    heading: str = ""
    blocks: tuple["Block", ...] = ()


@dataclass(frozen=True)
class Chapter:
    """A section and everything that stands in it."""

    section: Section
    blocks: tuple[Block, ...]

    def walk(self) -> Iterator[Block]:
        """Give every block, those inside boxes too."""
        for block in self.blocks:
            yield block
            yield from block.blocks

    @cached_property
    def quoted(self) -> frozenset[Where]:
        """Where texts begin that stand in a box whose title names their source."""
        boxes = (block for block in self.blocks if BOXES.get(block.box))
        return frozenset(inside.where for box in boxes for inside in box.blocks)


Flow = Callable[[Section], str]


@dataclass
class Setting:
    """What turning flows into blocks needs, and the problems it finds."""

    assessment: Assessment
    index: Index
    default: Flow
    problems: list[Problem] = field(default_factory=list)
    parts: dict[str, Where] = field(default_factory=dict)  # id of a part: where it is placed


def chapters(setting: Setting) -> tuple[Chapter, ...]:
    """Cut every section into blocks, each chapter beginning with its heading."""
    return tuple(_chapter(section, setting) for section in setting.assessment.sections)


def _chapter(section: Section, setting: Setting) -> Chapter:
    found = Chapter(section, tuple(_section(section, setting, 1)))
    setting.problems.extend(_skipped_levels(found))
    return found


def _skipped_levels(chapter: Chapter) -> Iterator[Problem]:
    """Find headings that stand two levels below the heading before them."""
    above = 0
    for block in (b for b in chapter.blocks if b.kind == "heading"):
        if block.level > above + 1:
            what = f"the heading '{block.text}' skips a level"
            yield Problem(block.where, what, "take one # away, or put a heading above it")
        above = block.level


def _section(section: Section, setting: Setting, level: int) -> Iterator[Block]:
    own = section.commentary
    where = Where(own.file, 1) if own else Where(f"templates/sections/{section.kind}.md", 1)
    if section.title:
        numbered = section.numbered
        yield Block("heading", section, where, section.title, level=level, numbered=numbered)
    text = own.text if own else setting.default(section)
    base = level if section.title else level - 1
    yield from _Cutter(section, where.file, setting, base).cut(text.splitlines(), 1)


@dataclass
class _Cutter:
    """Cuts one flow; base: the level of the heading it stands under; heading: the last one."""

    section: Section
    file: str
    setting: Setting
    base: int
    heading: str = ""

    def cut(self, lines: list[str], first: int) -> Iterator[Block]:
        prose: list[str] = []
        start, number = first, 0
        while number < len(lines):
            line = lines[number]
            placed, heading = PLACED.match(line), HEADING.match(line)
            if not (placed or heading):
                start = first + number if not prose else start
                prose.append(line)
                number += 1
                continue
            yield from self._prose(prose, start)
            prose = []
            where = Where(self.file, first + number)
            if heading:
                yield self._heading(heading, where)
            elif placed and placed["inner"].casefold().startswith("box:"):
                end = self._end_of_box(lines, number, where)
                inner = tuple(self.cut(lines[number + 1 : end], first + number + 1))
                kind, title = self._box(placed["inner"][4:].strip(), where)
                yield Block("box", self.section, where, title, kind, blocks=inner)
                number = end
            elif placed:
                yield from self._placed(placed["inner"].strip(), where)
            number += 1
        yield from self._prose(prose, start)

    def _prose(self, lines: list[str], start: int) -> Iterator[Block]:
        if any(line.strip() for line in lines):
            text, heading = "\n".join(lines), self.heading
            yield Block("prose", self.section, Where(self.file, start), text, heading=heading)

    def _heading(self, match: re.Match[str], where: Where) -> Block:
        level, title = max(len(match["marks"]), self.base + 1), match["title"]
        self.heading = title
        if len(match["marks"]) > LEVELS:
            self._problem(where, f"'{title}' is a heading of level {level}", "use ### at most")
        if "[" in title:
            advice = "write the words themselves"
            self._problem(where, f"the heading '{title}' holds a bracket", advice)
        return Block("heading", self.section, where, title, level=level, numbered=level <= LEVELS)

    def _box(self, title: str, where: Where) -> tuple[str, str]:
        """Part a box's kind from its own title; a title of another beginning has no kind."""
        word, _, name = (part.strip() for part in title.partition(":"))
        kind = word.casefold()
        if kind not in BOXES:
            return "", title
        if BOXES[kind] and not name:
            what = f"the {kind} does not name {BOXES[kind]}"
            self._problem(where, what, f"write [box: {kind}: …], and {BOXES[kind]} for the dots")
        elif kind == "statute" and not (YEAR.search(name) and PROVISION.search(name)):
            what = f"'{name}' does not name {BOXES[kind]}"
            advice = "write them as in 'Crime and Disorder Act 1998, section 6'"
            self._problem(where, what, advice)
        return kind, name

    def _end_of_box(self, lines: list[str], number: int, where: Where) -> int:
        for at in range(number + 1, len(lines)):
            if lines[at].strip().casefold() == "[/box]":
                return at
        self._problem(where, "the box is not closed", "write [/box] on a line of its own behind it")
        return len(lines)

    def _problem(self, where: Where, what: str, do: str = "") -> None:
        self.setting.problems.append(Problem(where, what, do))

    def _placed(self, inner: str, where: Where) -> Iterator[Block]:
        word, colon, name = (part.strip() for part in inner.partition(":"))
        if inner.casefold().startswith("recommendation ") and not colon:
            word, name = "recommendation", inner[len("recommendation ") :].strip()
        try:
            if word.casefold() in NAMED and name:
                yield from self._named(word.casefold(), name, where)
            elif inner.casefold() == "parts":
                for part in self.section.parts:
                    yield from self._part(part, where)
            elif inner.casefold() in WHOLES:
                yield Block(inner.casefold(), self.section, where)
            elif word.casefold() == "source":
                what = f"the source '{name}' stands on a line of its own"
                self._problem(where, what, "write it on the line of the sentence, behind it")
            elif _is_phrase(inner, self.setting.index) or speaks(inner):
                own = f"[{inner}]"
                yield Block("prose", self.section, where, own, heading=self.heading)
            else:
                what = f"'[{inner}]' places nothing that is known"
                self._problem(where, what, _advice(inner, self.setting.index))
        except Unknown as fault:
            self._problem(where, fault.what, fault.do)

    def _named(self, word: str, name: str, where: Where) -> Iterator[Block]:
        index, section = self.setting.index, self.section
        if word in FAMILIES:
            found = index.exhibit(word, name, section)
            yield Block("exhibit", section, where, exhibit=found)
        elif word == "part":
            yield from self._part(index.part(name, section), where)
        elif word == "recommendation":
            yield Block("recommendation", section, where, number=self._number(name))
        elif name.casefold() in self.setting.assessment.lists:
            items = self.setting.assessment.lists[name.casefold()]
            yield Block("items", section, where, items=items)
        else:
            yield Block("list", section, where, listed=index.named_list(name, section))

    def _part(self, part: Section, where: Where) -> Iterator[Block]:
        first = self.setting.parts.setdefault(part.id, where)
        if first != where:
            what = f"the part '{part.id}' stands twice, first in {first}"
            self._problem(where, what, "take one of the two out")
        yield from _section(part, self.setting, self.base + 1)

    def _number(self, name: str) -> int:
        known = [str(r.number) for r in self.setting.assessment.recommendations]
        if name not in known:
            raise Unknown(f"there is no recommendation {name}", one_of(known))
        return int(name)


def _is_phrase(inner: str, index: Index) -> bool:
    try:
        say(index, " ".join(inner.split()))
    except Unknown as fault:
        return fault.shaped
    except Unsayable:
        pass
    return True


def _advice(inner: str, index: Index) -> str:
    """Advise what a line's bracket may have been: something to be placed, or words."""
    near = called(inner) or suggestion(inner, WHOLES)
    if near:
        return near
    try:
        say(index, inner)
    except Unknown as fault:
        if fault.near:
            return fault.do
    return f"{one_of(WHOLES)}, or write \\[{inner}\\] for a bracket that is only text"


def placed(found: tuple[Chapter, ...]) -> list[Exhibit]:
    """List the exhibits that are printed, in order, each once."""
    exhibits = [b.exhibit for chapter in found for b in chapter.walk() if b.exhibit]
    return list({e.id: e for e in exhibits}.values())
