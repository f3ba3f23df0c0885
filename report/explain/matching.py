"""What is meant by what was typed: a finding's id or name, a number or words as printed, a cell."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from report.assessment import Assessment, Exhibit, Finding, Row
from report.errors import InputError, Problem, Where, one_of, suggestion
from report.explain.cells import Behind, Labelled, behind, heads, labelled
from report.explain.notes import UNTOLD
from report.explain.places import Place
from report.names import FAMILIES, Index, Unknown
from report.phrases.grammar import say
from report.words import MINUS, Unsayable

# A number and what may belong to it; a sign and a unit may be left out.
NUMBER = re.compile(r"[−–+-]?\d[\d,]*(?:\.\d+)?\s?%?")
DIGIT = re.compile(r"\d")  # without one a text is a name, whatever words hold it
NUMBERED = re.compile(r"(?:table|figure) \d+\b", re.IGNORECASE)
ASKED = "write a finding's id, a name, a number as printed, or a cell"
COMMA = re.compile(r"(?<=\d),(?=\d)")


@dataclass(frozen=True)
class Question:
    """What is to be explained: a finding, or a cell of an exhibit, or both.

    places: where its numbers are printed.
    """

    finding: Finding | None = None
    exhibit: Exhibit | None = None
    row: Row | None = None
    at: int = 0
    places: tuple[Place, ...] = ()


@dataclass
class Matching:
    """Finds what is meant in one document.

    labels: exhibit id -> its number in it. places: where it prints what. numbers: each number by
    itself, where a ledger knows it.
    """

    index: Index
    labels: dict[str, str]
    places: Sequence[Place]
    numbers: Sequence[Place] = ()

    @property
    def assessment(self) -> Assessment:
        """The assessment that the document was made from."""
        return self.index.assessment

    def meant(self, what: str, where: Where) -> list[Question]:
        """Give what may be meant. where: what is named if nothing is. Raises InputError."""
        try:
            return self.subjects(what)
        except Unknown as fault:
            raise InputError([Problem(where, fault.what, fault.do)]) from None

    def subjects(self, what: str) -> list[Question]:
        """Give what may be meant; several for a number that stands for several things.

        Raises Unknown where nothing is.
        """
        what = " ".join(what.split())
        if not what:
            raise Unknown("nothing is asked for", ASKED)
        findings = self.assessment.findings()
        if what in findings:
            return [self._of_finding(findings[what])]
        exhibits, rest = self._exhibits(what)
        if exhibits:
            return self._cells(exhibits, rest, what)
        if NUMBER.fullmatch(what):
            return self._printed(what)
        if hits := [p for p in self.places if DIGIT.search(what) and what in p.text]:
            return self._standing(hits, what)
        return self._named(what)

    def _of_finding(self, finding: Finding) -> Question:
        mine = (p for p in self.places if self._finding_at(p) == finding.id)
        return Question(finding, places=tuple(mine))

    def _finding_at(self, place: Place) -> str:
        """Give the id of the finding whose number stands at a place, "" where none does."""
        if place.finding:
            return place.finding
        found = self._at(place)
        return found.finding.id if found else ""

    def _at(self, place: Place) -> Behind | None:
        cell = self._cell(place)
        return behind(self._by_label, *cell) if cell else None

    @cached_property
    def _by_label(self) -> Labelled:
        return labelled(self.assessment.findings().values())

    @cached_property
    def _every(self) -> dict[str, Exhibit]:
        return self.assessment.exhibits()

    def _cell(self, place: Place) -> tuple[Exhibit, Row, int] | None:
        exhibit = self._every.get(place.exhibit)
        keys = [column.key for column in exhibit.columns] if exhibit else []
        rows = exhibit.rows if exhibit else ()
        row = next((row for row in rows if row.key == place.row), None)
        if not exhibit or not row or place.column not in keys:
            return None
        return exhibit, row, keys.index(place.column)

    # cells

    def _exhibits(self, what: str) -> tuple[list[Exhibit], str]:
        """Give the exhibits that a text begins with, and what follows: "Robbery, change"."""
        first, _, rest = (part.strip() for part in what.partition(","))
        family, _, name = (part.strip().casefold() for part in first.partition(":"))
        called = (family, name) if family in FAMILIES and name else ("", first.casefold())
        found = [e for e in self.assessment.exhibits().values() if self._is_called(e, *called)]
        return found, rest

    def _is_called(self, exhibit: Exhibit, family: str, name: str) -> bool:
        names = {exhibit.name.casefold(), exhibit.id.split(".")[1]}
        if family:
            return exhibit.family == family and name in names
        return name in (exhibit.id, self.labels.get(exhibit.id, "").casefold())

    def _cells(self, exhibits: Sequence[Exhibit], rest: str, what: str) -> list[Question]:
        found = {
            (e.id, row.key, at): (e, row, at)
            for each in exhibits
            for names, (e, row, at) in _addresses(each)
            if rest.casefold() in map(str.casefold, names)
        }
        if not found:
            raise Unknown(f"'{what}' is no cell", self._nearest(exhibits, rest, what))
        return [self._of_cell(*cell) for cell in found.values()]

    def _nearest(self, exhibits: Sequence[Exhibit], rest: str, what: str) -> str:
        """Advise the same cell of another exhibit, or the cell that is spelt most like it."""
        others = (
            f"{self.labels[e.id]}, {names[0]}"
            for e in self._every.values()
            if e.id in self.labels
            for names, _ in _addresses(e)
            if rest.casefold() in map(str.casefold, names)
        )
        first = what.partition(",")[0]
        here = [f"{first}, {names[0]}" for e in exhibits for names, _ in _addresses(e)]
        same = next(others, "")
        return f"did you mean '{same}'?" if same else suggestion(what, here, "name row and column")

    def _of_cell(self, exhibit: Exhibit, row: Row, at: int) -> Question:
        found = behind(self._by_label, exhibit, row, at)
        key = (exhibit.id, row.key, exhibit.columns[at].key)
        mine = tuple(p for p in self.places if (p.exhibit, p.row, p.column) == key)
        return Question(found.finding if found else None, exhibit, row, at, mine)

    # numbers and names

    def _printed(self, what: str) -> list[Question]:
        """Give what stands where a number is printed, by itself where that is known."""
        pattern = _as_printed(what)
        hits = [p for p in self.places if pattern.search(COMMA.sub("", p.text))]
        if self.numbers:
            hits = [p for p in self.numbers if pattern.fullmatch(COMMA.sub("", p.text))]
        return self._standing(hits, what)

    def _standing(self, hits: Sequence[Place], what: str) -> list[Question]:
        """Give what stands at places, each once."""
        found: dict[object, Question] = {}
        for place in hits:
            subject = self._at_place(place)
            if subject:
                key = subject.finding or (place.exhibit, place.row, place.column)
                found.setdefault(getattr(key, "id", key), subject)
        if found:
            return list(found.values())
        if hits:
            where = "; ".join(dict.fromkeys(map(_told, hits)))
            raise Unknown(f"'{what}' belongs to no finding, and stands in {where}")
        raise Unknown(f"'{what}' is printed nowhere", "write the number as it is printed")

    def _at_place(self, place: Place) -> Question | None:
        id_ = self._finding_at(place)
        if id_ in self.assessment.findings():
            return self._of_finding(self.assessment.findings()[id_])
        cell = self._cell(place)
        if not cell or cell[0].columns[cell[2]].unit in UNTOLD:
            return None
        number = isinstance(cell[1].cells[cell[2]].value, int | float)
        return self._of_cell(*cell) if number else None

    def _named(self, what: str) -> list[Question]:
        """Give the findings of an everyday name, with or without a form."""
        findings = self.assessment.findings().values()
        same = [f for f in findings if f.label.casefold() == what.casefold()]
        if numbered := NUMBERED.match(what):
            raise Unknown(f"there is no '{numbered[0]}'", one_of(self.labels.values()))
        if same:
            return [self._of_finding(finding) for finding in same]
        try:
            return [self._of_finding(finding) for finding in say(self.index, what).findings]
        except Unsayable as fault:
            raise Unknown(f"'{what}' {fault.what}", fault.do) from None
        except Unknown as fault:
            said = [p for p in self.numbers if p.text.casefold() == what.casefold()]
            if said:
                return self._standing(said, what)
            names = [n for f in findings for n in (f.label, f.id)]
            advice = suggestion(what, [*names, *self.labels.values()], fault.do)
            raise Unknown(f"nothing is called '{what}'", advice) from None


def _told(place: Place) -> str:
    """Name a place, and what a number there is: "2 Scope, as a date"."""
    known = place.kind not in ("", "unknown")
    return f"{place}, as a {place.kind}" if known else str(place)


def _as_printed(what: str) -> re.Pattern[str]:
    """Give the pattern of a number in a text without commas; one typed without a sign has any."""
    digits = re.escape(COMMA.sub("", what.replace(" ", "").lstrip("+-–−")))
    sign = {"+": r"\+", "-": MINUS, "–": MINUS, MINUS: MINUS}.get(what[0], "")
    any_sign = sign or rf"[+{MINUS}]?"
    return re.compile(rf"(?<![\d.]){any_sign}{digits}%?(?!\d|\.\d)")


def _addresses(exhibit: Exhibit) -> Iterator[tuple[list[str], tuple[Exhibit, Row, int]]]:
    """Give each cell that holds anything with the names it goes by: "Beat 62, 2023/24".

    A number goes by the name of its row as well, as all of the row do.
    """
    for row in exhibit.rows:
        names = dict.fromkeys([*heads(exhibit, row), row.key])
        for at, column in enumerate(exhibit.columns):
            if row.cells[at].value is None and not row.cells[at].markers:
                continue
            labels = [column.label, f"{column.group} {column.label}".strip(), column.key]
            pairs = [f"{name}, {label}" for name in names for label in labels]
            number = isinstance(row.cells[at].value, int | float)
            yield [*pairs, *(names if number else ())], (exhibit, row, at)
