"""Say what a typed number is: equal to a finding, close to one, quoted, or unknown.

Equal is a number of the same kind whose finding the sentence names, category and area, or which
follows from those that it names; a number of many digits is so rarely a coincidence that it needs
no name.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from report.assessment import Assessment, Finding, Slips, Wording
from report.prose.arithmetic import made, sums
from report.prose.figures import Figure, Kind, figures
from report.prose.naming import Naming, stands_in, stems
from report.prose.typed import Typed
from report.words import NOUNS

Standing = Literal["equal", "close", "quoted", "chosen", "unknown"]

BELOW = ("below", "under", "fewer than", "less than", "at least")


class KnownNumber(NamedTuple):
    """A number that a finding holds: its kind, what it is beside the finding's label, its form."""

    kind: Kind
    value: float
    said: str
    form: str
    of: float | None = None


@dataclass(frozen=True)
class Nearest:
    """What a typed number is; finding and value: what it is equal or close to.

    An unknown number may be equal to a finding that its sentence does not name.
    """

    standing: Standing
    finding: Finding | None = None
    value: KnownNumber | None = None


class _Quoted(NamedTuple):
    """A quoted figure: what is printed of it, and the words and areas of its label."""

    finding: Finding
    printed: tuple[Figure, ...]
    stems: frozenset[str]
    areas: frozenset[str]


@dataclass(frozen=True)
class Facts:
    """What numbers are set against: every finding with its numbers, and the choices of the edition.

    naming: what sentences name. wording: when a number is close, and when it is no coincidence.
    """

    values: tuple[tuple[Finding, KnownNumber], ...]
    quoted: tuple[_Quoted, ...]
    small_base: float
    naming: Naming
    wording: Wording

    @classmethod
    def of(cls, assessment: Assessment) -> "Facts":
        """Gather the numbers of an assessment."""
        naming = Naming.of(assessment)
        computed = [f for f in assessment.findings().values() if f.measure != "quoted"]
        return cls(
            tuple((f, value) for f in computed for value in values(f)),
            tuple(_said(f, naming.areas) for f in assessment.quoted),
            float(assessment.small_base),
            naming,
            assessment.wording,
        )

    def nearest(self, typed: Typed) -> Nearest:
        """Find what a typed number is."""
        figure = typed.figure
        alike = [(f, v) for f, v in self.values if _alike(figure, v)]
        equal = [(f, v) for f, v in alike if _equal(figure, v)]
        named = [(f, v) for f, v in equal if self.naming.names(typed, f)]
        if named or (equal and _rare(figure, self.wording)):
            return Nearest("equal", *(named or equal)[0])
        quoted = next((q for q in self.quoted if _quotes(typed, q)), None)
        if quoted:
            return Nearest("quoted", quoted.finding)
        if figure.value == self.small_base and figure.hedge in BELOW:
            return Nearest("chosen")
        meant = [(f, v) for f, v in equal if self.naming.means(typed, f)]
        for each in (*meant, *self._computed(typed)):
            return Nearest("equal", *each)
        close = [
            (f, v)
            for f, v in alike
            if _close(figure, v, self.wording.slips) and self.naming.means(typed, f)
        ]
        return Nearest("close", *close[0]) if close else self._elsewhere(typed, equal)

    def _computed(self, typed: Typed) -> Iterator[tuple[Finding, KnownNumber]]:
        """Give the equal numbers that follow from the findings that a sentence names."""
        summed = ((f, v) for f in sums(self.naming, typed) for v in values(f))
        others = ((f, KnownNumber(kind, n, "", "")) for f, kind, n in made(self.naming, typed))
        for finding, value in (*summed, *others):
            if _alike(typed.figure, value) and _equal(typed.figure, value):
                yield finding, value

    def _elsewhere(self, typed: Typed, equal: Iterable[tuple[Finding, KnownNumber]]) -> Nearest:
        """Give an unknown number with what it is equal to of another subject, the nearest first."""
        categories, areas = self.naming.categories(typed), self.naming.inside(typed)
        found = sorted(
            equal, key=lambda e: (e[0].category not in categories, e[0].area not in areas)
        )
        printed = (q.finding for q in self.quoted if _printed(typed.figure, q))
        return Nearest("unknown", *found[0]) if found else Nearest("unknown", next(printed, None))


def values(finding: Finding) -> Iterator[KnownNumber]:
    """Give every number that a finding holds, by the kind of figure that says it."""
    kind = _kind(finding.unit)
    of = float(finding.of) if finding.of is not None and kind == "position" else None
    if kind is None:
        return
    if finding.value is not None:
        yield KnownNumber(kind, float(finding.value), "", _form(finding), of)
    if finding.previous is not None:
        yield KnownNumber(kind, float(finding.previous), " a year earlier", _changing(finding), of)
    if finding.change and kind == "count":
        yield KnownNumber(kind, float(finding.change), ", the difference", "difference")
    if finding.change_pct is not None:
        yield KnownNumber("percent", float(finding.change_pct), ", the change", "change")
    for point in finding.series[:-1]:
        yield KnownNumber(kind, float(point.value), f" in {point.label}", "")


KINDS: Mapping[str, Kind] = {"%": "percent", "position": "position", "per 1,000": "rate"}


def _kind(unit: str) -> Kind | None:
    return "count" if unit in NOUNS else KINDS.get(unit)


def _form(finding: Finding) -> str:
    return finding.measure if finding.measure in ("share", "rate", "position") else "count"


def _changing(finding: Finding) -> str:
    return "position change" if finding.measure == "position" else "change"


def _alike(figure: Figure, value: KnownNumber) -> bool:
    """Say whether a figure is of a value's kind; a rate may be written without what it is per."""
    if value.kind == "position":
        return figure.kind in ("position", "ordinal") and figure.of == value.of
    return figure.kind == value.kind or (value.kind, figure.kind) == ("rate", "count")


def _equal(figure: Figure, value: KnownNumber) -> bool:
    signed = value.value if figure.sign else abs(value.value)
    return figure.may_be(signed)


def _rare(figure: Figure, wording: Wording) -> bool:
    """Say whether a count is no coincidence: it is high, and ends in no two noughts."""
    size = abs(figure.value or 0)
    high = 0 < wording.distinct <= size
    return figure.kind == "count" and high and size % 100 != 0 and not figure.hedge


def _close(figure: Figure, value: KnownNumber, slips: Slips) -> bool:
    """Say whether a number is so near a value that it is probably a slip for it."""
    typed, held = abs(figure.value or 0), abs(value.value)
    part = slips.per_cent / 100 * held
    one = float(0 < slips.one_off < held)
    far = {"count": max(part, one), "rate": part, "percent": slips.points, "points": slips.points}
    return bool(held) and value.kind in far and abs(typed - held) <= far[value.kind]


def _said(finding: Finding, areas: Iterable[str]) -> _Quoted:
    label = finding.label
    inside = frozenset(area for area in areas if stands_in(area, label))
    for area in inside:
        label = label.replace(area, " ")
    return _Quoted(finding, figures(finding.printed), stems(label), inside)


def _quotes(typed: Typed, quoted: _Quoted) -> bool:
    """Say whether a quoted figure is printed so, and half of its label's words stand near."""
    if not _printed(typed.figure, quoted):
        return False
    near = stems(typed.near)
    areas = {m.name for m in typed.names if m.kind == "area"}
    return quoted.areas <= areas and 2 * len(quoted.stems & near) >= len(quoted.stems)


def _printed(figure: Figure, quoted: _Quoted) -> bool:
    return any(p.kind == figure.kind and p.value == figure.value for p in quoted.printed)
