"""Say to what a number belongs: the first of the ways in which it can that holds by value."""

import calendar
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import NamedTuple

from report.assessment import Assessment, Exhibit, Finding, SourceRecord
from report.finished.document import Finished, Part, Text
from report.ledger import counted, exhibited
from report.ledger.canonical import Phrases, phrases
from report.ledger.entries import Kind
from report.ledger.holdings import fits, of_exhibit, of_finding, sizes
from report.ledger.house import House
from report.ledger.lines import Lines
from report.ledger.pieces import Piece, numbers
from report.ledger.typed import Typed, sentence
from report.periods import MONTHS
from report.prose.figures import Figure

ACT = re.compile(r"[A-Z][\w,’' -]*?(?:Act|Regulations|Order|Rules|Directive)(?: of)? (?:19|20)\d\d")
PROVISION = re.compile(r"\b(?:section|regulation|article|schedule|part)s? \d[\d()]*", re.IGNORECASE)
UNIT = re.compile(r"(?:per|for every|in every) (1,000|10,000|100,000)\b")
ROAD = re.compile(r"[ABM]\d{1,4}")
SOURCE = re.compile(r"\(source: ([^()]*(?:\([^()]*\)[^()]*)*)\)")
# Dates that no period and no source of the assessment has.
OWN = ("a day in the author's words", "a year in the author's words")
# Words before a number that say that a small base is meant.
BELOW = ("below", "under", "fewer than", "less than")


class Belonging(NamedTuple):
    """What a number belongs to: a kind of the ledger's, the thing, and which of its numbers."""

    kind: Kind
    of: str
    which: str = ""


@dataclass(frozen=True)
class Setting:
    """What is known about a document that is accounted for."""

    assessment: Assessment
    document: Finished
    house: House
    items: dict[int, int] = field(default_factory=dict)

    @cached_property
    def findings(self) -> dict[str, Finding]:
        """Every finding by its id."""
        return self.assessment.findings()

    @cached_property
    def exhibits(self) -> dict[str, Exhibit]:
        """Every exhibit by its id."""
        return self.assessment.exhibits()

    @cached_property
    def phrases(self) -> Phrases:
        """Canonical words with numbers in them."""
        return phrases(self.assessment)

    @cached_property
    def places(self) -> Mapping[str, Part]:
        """The part that each id of the page leads to."""
        return self.document.places()

    @cached_property
    def typed(self) -> Typed:
        """What an author may have typed a number of."""
        return Typed(self.assessment)

    @cached_property
    def lines(self) -> Lines:
        """What the authors wrote."""
        return Lines(self.assessment)

    @cached_property
    def lists(self) -> counted.Lists:
        """What the assessment holds several of."""
        return counted.Lists(self.assessment)

    def source(self, title: str) -> SourceRecord | None:
        """Find the source whose title a text begins with."""
        found = (s for s in self.assessment.sources if title.startswith(s.title))
        return max(found, key=lambda s: len(s.title), default=None)


Way = Callable[[Setting, Piece, Figure], Belonging | None]


def belongs(setting: Setting, piece: Piece, figure: Figure) -> Belonging:
    """Say to what a number of a page belongs; "unknown" with the reason where nothing holds."""
    explains = "explained" in piece.within.within
    for way in EXPLAINED if explains else (*WAYS.get(piece.part, ()), *EVERYWHERE):
        if found := way(setting, piece, figure):
            return found
    return Belonging("unknown", _reason(piece, figure))


def _reason(piece: Piece, figure: Figure) -> str:
    bound = _span(piece, figure)
    return f"not a number of {bound}" if bound else ""


def _own_number(s: Setting, piece: Piece, figure: Figure) -> Belonging | None:
    """A number that its text goes by: of a section, a table, a recommendation."""
    number = piece.words.number
    if not number or not piece.text.startswith(number) or figure.start >= len(number):
        return None
    if piece.part == "contents":
        link = next(iter(piece.words.links), None)
        target = s.places.get(link.target.removeprefix("#")) if link else None
        return Belonging("structure", number) if target and target.number == number else None
    return Belonging("structure", number)


def _span(piece: Piece, figure: Figure) -> str:
    spans = piece.words.bound
    return next((b.finding for b in spans if b.start <= figure.start < b.end), "")


def _bound(s: Setting, piece: Piece, figure: Figure) -> Belonging | None:
    """A number in the words of a finding."""
    finding = s.findings.get(_span(piece, figure))
    if finding is None:
        return None
    if finding.printed:
        known = [n.value for n in numbers(finding.printed)]
        stands = figure.text in finding.printed or figure.value in known
        return Belonging("quoted", finding.id, "printed") if stands else None
    return _of_finding(finding, figure)


def _of_finding(finding: Finding, figure: Figure) -> Belonging | None:
    held = next((h.name for h in of_finding(finding) if fits(figure, h)), "")
    if not held and figure.text in finding.note:
        held = "note"
    return Belonging("finding", finding.id, held) if held else None


def _behind_bound(s: Setting, piece: Piece, figure: Figure) -> Belonging | None:
    """A number of a caution, in the brackets behind a finding's words."""
    before = [b for b in piece.words.bound if b.end <= figure.start]
    if not before or piece.text[before[-1].end :][:2] != " (":
        return None
    if ")" in piece.text[before[-1].end : figure.start]:
        return None
    finding = s.findings.get(before[-1].finding)
    return _of_finding(finding, figure) if finding and finding.cautions else None


def _linked(s: Setting, piece: Piece, figure: Figure) -> Belonging | None:
    """A number in a link: that of what the link leads to."""
    for link in piece.words.links:
        if link.start <= figure.start and figure.end <= link.end:
            target = s.places.get(link.target.removeprefix("#"))
            said = piece.text[link.start : link.end]
            if target and (target.number == said or said in target.text):
                return Belonging("structure", target.number or target.text)
    return None


def _referred(s: Setting, piece: Piece, figure: Figure) -> Belonging | None:
    """A number behind "Table", "Recommendation" and so on: there is one that has it."""
    words = figure.text.split()
    if words[0].casefold() == "recommendation" and words[-1].isdigit():
        known = {r.number for r in s.assessment.recommendations}
        return Belonging("structure", figure.text) if int(words[-1]) in known else None
    known_numbers = {part.number for part in s.document.parts}
    return Belonging("structure", figure.text) if figure.text in known_numbers else None


def _in_cell(s: Setting, piece: Piece, figure: Figure) -> Belonging | None:
    """A number in a cell of an exhibit's table."""
    exhibit = s.exhibits.get(piece.within.exhibit)
    place = exhibited.in_cell(exhibit, piece, figure) if exhibit else None
    return Belonging("cell", exhibit.id, str(place)) if exhibit and place else None


def _of_record(s: Setting, piece: Piece, figure: Figure) -> Belonging | None:
    """A number in the table of the sources, or in a sentence about one of them."""
    source = s.source(piece.heads[0] if piece.part == "cell" and piece.heads[0] else piece.text)
    if source is None:
        return None
    held = {"rows_read": source.rows_read, "rows_used": source.rows_used, "files": source.files}
    held |= {f"set aside: {reason}": rows for reason, rows in source.set_aside.items()}
    if piece.part == "cell" or not _within(piece.text, figure, source.note):
        name = next((n for n, v in held.items() if figure.may_be(v)), "")
        return Belonging("record", source.id, name) if name else None
    found = s.typed.finding(piece.text, figure)
    return Belonging("finding", *found) if found else Belonging("cited", source.id, "note")


def _of_file(s: Setting, piece: Piece, figure: Figure) -> Belonging | None:
    """A number in the table of a source's files."""
    for source in s.assessment.sources:
        for file in source.by_file:
            if piece.part == "cell" and piece.heads[0] == file.file:
                held = {"rows_read": file.rows_read, "rows_used": file.rows_used}
                held |= {reason: file.set_aside.get(reason, 0) for reason in source.set_aside}
                name = next((n for n, v in held.items() if figure.may_be(v)), "")
                return Belonging("record", f"{source.id}: {file.file}", name) if name else None
    return None


def _within(text: str, figure: Figure, whole: str) -> bool:
    """Say whether a number stands in a text with the words around it."""
    around = text[max(0, figure.start - 12) : figure.end + 12].strip()
    return bool(whole) and any(
        part in " ".join(whole.split())
        for part in (
            around,
            text[figure.start : figure.end + 12],
            text[max(0, figure.start - 12) : figure.end],
        )
    )


def _of_quoted(s: Setting, piece: Piece, figure: Figure) -> Belonging | None:
    """A number in the table of quoted figures."""
    label = piece.heads[0].casefold()
    for finding in s.assessment.quoted if "quoted" in piece.within.styles else ():
        if finding.label.casefold() == label and piece.text in (finding.printed, finding.note):
            which = "printed" if piece.text == finding.printed else "note"
            return Belonging("quoted", finding.id, which)
    return None


def _accepted(s: Setting, piece: Piece, figure: Figure) -> Belonging | None:
    """A number in a warning that was accepted."""
    for one in s.assessment.accepted:
        if piece.text.startswith(one.what) and figure.end <= len(one.what):
            return Belonging("record", f"accepted warning {one.id}", "what")
    return None


def _drawn(s: Setting, piece: Piece, figure: Figure) -> Belonging | None:
    """A number in a drawing: an axis, a cell of its exhibit, or one that its exhibit holds."""
    exhibit = s.exhibits.get(piece.within.exhibit)
    if exhibit is None:
        return _of_trend(s, piece, figure)
    texts = piece.within.figure.texts if piece.within.figure else ()
    if piece.part == "drawn" and (run := exhibited.tick(texts, piece.order)):
        return Belonging("structure", f"axis of {exhibit.id}", run)
    if place := exhibited.drawn(exhibit, piece.text, figure):
        return Belonging("cell", exhibit.id, str(place))
    held = next((h.name for h in (*of_exhibit(exhibit), *sizes(exhibit)) if fits(figure, h)), "")
    return Belonging("cell", exhibit.id, held) if held else None


def _at(piece: Piece) -> int:
    return piece.order


def _of_trend(s: Setting, piece: Piece, figure: Figure) -> Belonging | None:
    """A number in a small chart of a finding's years, which its file is named by."""
    file = piece.within.figure.file if piece.within.figure else ""
    finding = s.findings.get(file.removeprefix("exhibits/spark.").removesuffix(".svg"))
    if finding is None:
        return None
    if figure.after.startswith("line"):
        return (
            Belonging("structure", f"number of lines of {finding.id}")
            if figure.value == 1
            else None
        )
    return _of_finding(finding, figure)


def _of_words(s: Setting, piece: Piece, figure: Figure) -> Belonging | None:
    """A number in a word of an exhibit's own: of a diagram, of a long cell."""
    exhibit = s.exhibits.get(piece.within.exhibit)
    for row in exhibit.rows if exhibit else ():
        for cell in row.cells:
            if isinstance(cell.value, str) and _within(piece.text, figure, cell.value):
                return Belonging("cell", exhibit.id, row.key) if exhibit else None
    return None


def _noted(s: Setting, piece: Piece, figure: Figure) -> Belonging | None:
    """A number in a sentence of the house under an exhibit, which the exhibit holds."""
    exhibit = s.exhibits.get(piece.within.exhibit)
    if exhibit is None or piece.text in exhibit.notes:
        return None
    held = next((h.name for h in of_exhibit(exhibit) if fits(figure, h)), "")
    return Belonging("cell", exhibit.id, held) if held else None


def _difference(s: Setting, piece: Piece, figure: Figure) -> Belonging | None:
    """A number of an author's note: by how much the parts of its section differ from the whole."""
    exhibits = (
        [piece.within.exhibit]
        if piece.within.exhibit
        else [
            id_
            for a in s.assessment.accepted
            if piece.text.startswith(a.what)
            for id_ in a.exhibits
        ]
    )
    for section in s.assessment.walk():
        if {e.id for e in section.exhibits} & set(exhibits):
            for finding in section.findings:
                if finding.measure == "remainder" and (found := _of_finding(finding, figure)):
                    return found
    return None


def _canonical(s: Setting, piece: Piece, figure: Figure) -> Belonging | None:
    """A number in a canonical name, or in the label of a period that the assessment has."""
    phrase, owner = s.phrases.owner(piece.text, figure.start, figure.end)
    if not phrase:
        return None
    kind: Kind = "date" if figure.kind in ("date", "period") else "name"
    return Belonging(kind, owner, phrase)


def by_name(s: Setting, text: str, figure: Figure) -> Belonging | None:
    """A number by itself: in a canonical name, or in the label of a period."""
    return _canonical(s, Piece("text", Text(text), Part()), figure)


def _law(s: Setting, piece: Piece, figure: Figure) -> Belonging | None:
    """A number in the citation of a law, with its section where an Act is named."""
    acts = list(ACT.finditer(piece.text))
    inside = [m for m in acts if m.start() <= figure.start and figure.end <= m.end()]
    if inside:
        return Belonging("name", f"law: {inside[0][0].strip()}")
    for match in PROVISION.finditer(piece.text):
        if acts and match.start() <= figure.start and figure.end <= match.end():
            return Belonging("name", f"law: {acts[0][0].strip()}", match[0])
    return None


def _dated(s: Setting, piece: Piece, figure: Figure) -> Belonging | None:
    """A day, a month or a year of the author's own, where there is such a day."""
    if figure.kind == "period":
        return Belonging("date", OWN[1], figure.text)
    if figure.kind == "date" and _is_a_day(figure.text):
        return Belonging("date", OWN[0], figure.text)
    return None


def _is_a_day(text: str) -> bool:
    words = text.replace("of ", "").split()
    month = next((n for n, m in enumerate(MONTHS, 1) for w in words if m.startswith(w[:3])), 0)
    day = re.match(r"\d{1,2}", words[0])
    year = int(words[-1]) if words[-1].isdigit() and len(words[-1]) == 4 else 2024  # noqa: PLR2004
    return bool(month) and (not day or int(day[0]) <= calendar.monthrange(year, month)[1])


def _counted(s: Setting, piece: Piece, figure: Figure) -> Belonging | None:
    """A number that is how many things there are: of a list behind it, or of names beside it."""
    if figure.kind not in ("count", "part"):
        return None
    part, lists = piece.within, s.lists
    found = lists.of(s.lines.length(piece, figure), figure)
    if not found and piece.words is part:
        found = counted.behind(s.document.parts, part, s.items, figure)
    if (
        found
        and figure.of is not None
        and not lists.named(piece.text, replace(figure, value=figure.of))
    ):
        return None
    found = found or _of_linked(s, piece, figure)
    for way in (lists.enumerated, lists.spelled, lists.named, lists.listed):
        found = found or way(piece.text, figure)
    found = found or lists.together(figure)
    return Belonging("list", found) if found else None


def _of_linked(s: Setting, piece: Piece, figure: Figure) -> str:
    """Say what an exhibit has so many of, that the text leads to."""
    for link in piece.words.links:
        exhibit = s.exhibits.get(link.target.removeprefix("#"))
        for held in sizes(exhibit) if exhibit else ():
            if figure.may_be(held.value):
                return f"{held.name} of {exhibit.id}" if exhibit else ""
    return ""


def _placed(s: Setting, piece: Piece, figure: Figure) -> Belonging | None:
    """A place in a list: of a priority, or of the item in which it stands."""
    if figure.kind not in ("ordinal", "part", "count"):
        return None
    if figure.kind == "ordinal" and (found := s.lists.placed(figure)):
        return Belonging("structure", found)
    part = piece.within
    length = s.items.get(part.listed, 0) if part.kind == "item" else 0
    if figure.kind == "ordinal" and length and figure.value == part.entry:
        return Belonging("structure", f"item {part.entry} of its list")
    if figure.kind == "part" and figure.of == length and figure.value == 1:
        return Belonging("structure", f"one of the {length} items of its list")
    return None


def _bare(s: Setting, piece: Piece, figure: Figure) -> Belonging | None:
    """The number of an area that is named with others: "Beats 62 and 65"."""
    name = s.lists.one_of_kind(piece.text, figure)
    return Belonging("name", f"the area {name}") if name else None


def _glance(s: Setting, piece: Piece, figure: Figure) -> Belonging | None:
    """How many more there are than a list of the page at a glance shows."""
    if "more" not in figure.after.split()[:1] or not {"glance"} & piece.within.within:
        return None
    mine = [
        p for p in s.document.parts if p.listed == piece.within.listed and p is not piece.within
    ]
    if piece.part == "paragraph":
        told = [p for p in s.document.parts if "glance-actions" in p.within]
        rest = len(s.assessment.recommendations) - len(told)
        return (
            Belonging("list", "recommendations less those told") if figure.value == rest else None
        )
    lists = {n.name: len(n.findings) for section in s.assessment.walk() for n in section.lists}
    for name, length in (lists | {"priorities": len(s.assessment.priorities)}).items():
        shown = sum(not p.text.endswith(":") for p in mine)
        if figure.value == length - shown:
            return Belonging("list", f"{name} less those shown")
    return None


def _road(s: Setting, piece: Piece, figure: Figure) -> Belonging | None:
    """The name of a road."""
    return Belonging("name", f"road {figure.text}") if ROAD.fullmatch(figure.text) else None


def _disclosed(s: Setting, piece: Piece, figure: Figure) -> Belonging | None:
    """A number in the edition's own rule of disclosure."""
    rule = " ".join(s.assessment.disclosure.split())
    return Belonging("constant", "disclosure of this edition") if rule == piece.text else None


def _base(s: Setting, piece: Piece, figure: Figure) -> Belonging | None:
    """The small base, below which no percentage is given."""
    small = figure.value == s.assessment.small_base and figure.kind == "count"
    return Belonging("constant", "small base") if small and figure.hedge in BELOW else None


def _labelled(s: Setting, piece: Piece, figure: Figure) -> Belonging | None:
    """A number that is a word of a quoted figure's label, beside that figure."""
    around = piece.text[: figure.end].split()[-2:]
    for bound in piece.words.bound:
        finding = s.findings[bound.finding]
        if len(around) > 1 and " ".join(around).casefold() in finding.label.casefold():
            return Belonging("name", f"the label of {finding.id}")
    return None


def _scale(s: Setting, piece: Piece, figure: Figure) -> Belonging | None:
    """Where the axis of a drawing begins, which its title says."""
    figured = piece.within.figure
    if figured is None or not piece.text[: figure.start].endswith("begins at "):
        return None
    ticks = [text for n, text in enumerate(figured.texts) if exhibited.tick(figured.texts, n)]
    return (
        Belonging("structure", f"axis of {piece.within.exhibit}") if figure.text in ticks else None
    )


def _cited(s: Setting, piece: Piece, figure: Figure) -> Belonging | None:
    """A number that an author typed with its source behind the sentence."""
    source = SOURCE.search(sentence(piece.text, figure))
    return Belonging("cited", source[1]) if source else None


def _unit(s: Setting, piece: Piece, figure: Figure) -> Belonging | None:
    """The base of a rate, in its unit."""
    for match in UNIT.finditer(piece.text):
        if match.start(1) <= figure.start and figure.end <= match.end(1):
            return Belonging("structure", "unit", match[0])
    return None


def _typed(s: Setting, piece: Piece, figure: Figure) -> Belonging | None:
    """A number that an author typed, of a finding or of a quoted figure that its sentence names."""
    if found := s.typed.finding(piece.text, figure):
        return Belonging("finding", *found)
    if found := s.typed.quoted(piece.text, figure):
        return Belonging("quoted", *found)
    return None


def _house(s: Setting, piece: Piece, figure: Figure) -> Belonging | None:
    """A number in a sentence of the house."""
    if file := s.house.template(piece.text, figure, strict=piece.body):
        return Belonging("constant", f"templates/{file}")
    file, rule = s.house.rule(piece.text, figure, strict=piece.body)
    return Belonging("constant", f"templates/{file}", rule) if rule else None


TEXTS: tuple[Way, ...] = (_own_number, _bound, _behind_bound, _linked, _accepted)
WAYS: Mapping[str, tuple[Way, ...]] = {
    "cell": (_in_cell, _of_file, _of_record, _of_quoted, _canonical, *TEXTS),
    "head": (_canonical, _in_cell),
    "alt": (_canonical, _drawn, _of_words),
    "drawn": (_canonical, _scale, _drawn, _of_words),
    "note": (*TEXTS, _noted, _of_record, _canonical, _law, _house, _difference),
    "caption": (*TEXTS, _canonical, _noted, _house),
    **dict.fromkeys(("heading", "paragraph", "item", "contents", "source"), TEXTS),
}
# Ways of the paragraphs on methods.
EXPLAINED: tuple[Way, ...] = (_house, _law, _disclosed, _canonical, _referred, _unit)
EVERYWHERE: tuple[Way, ...] = (
    *(_canonical, _law, _referred, _bare, _of_words, _labelled, _typed, _placed, _counted, _glance),
    *(_unit, _base, _disclosed, _house, _cited, _dated, _road, _difference),
)
