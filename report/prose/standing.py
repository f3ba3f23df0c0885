"""Say what a typed number is: equal to a finding, close to one, quoted, or unknown.

Equal is a number of the same kind whose finding the sentence names, category and area; a number of
many digits is so rarely a coincidence that it needs no name.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from report.assessment import Assessment, Finding
from report.prose.figures import Figure, Kind, figures
from report.prose.typed import Typed
from report.words import NOUNS

Standing = Literal["equal", "close", "quoted", "chosen", "unknown"]

MANY = 1000  # a number from here on that ends in no two noughts is no coincidence
TEN = 10  # counts above it are close where they differ by one
STEM = 5  # letters of a word that say which word it is, whatever its ending
NEAR = {"count": 0.05, "rate": 0.05, "percent": 1.0, "points": 1.0}  # counts and rates: a share
BELOW = ("below", "under", "fewer than", "less than", "at least")
# Words of a label that say nothing of its subject.
PLAIN = frozenset(
    (
        *(
            "a",
            "an",
            "and",
            "at",
            "by",
            "for",
            "from",
            "in",
            "is",
            "its",
            "of",
            "on",
            "or",
            "since",
        ),
        *("that", "the", "their", "to", "was", "were", "who", "with", "change", "count", "fall"),
        *("difference", "earlier", "latest", "less", "more", "rate", "rise", "share", "year"),
        "years",
    )
)


class Value(NamedTuple):
    """A number that a finding holds: its kind, what it is beside the finding's label, its form."""

    kind: Kind
    value: float
    said: str
    form: str
    of: float | None = None


@dataclass(frozen=True)
class Nearest:
    """What a typed number is; finding and value: what it is equal or close to."""

    standing: Standing
    finding: Finding | None = None
    value: Value | None = None


class _Quoted(NamedTuple):
    """A quoted figure: what is printed of it, and the words and areas of its label."""

    finding: Finding
    printed: tuple[Figure, ...]
    stems: frozenset[str]
    areas: frozenset[str]


@dataclass(frozen=True)
class Facts:
    """What numbers are set against: every finding with its numbers, and the choices of the edition.

    own: the name of the partnership's own area. areas: every name of the gazetteer.
    """

    values: tuple[tuple[Finding, Value], ...]
    quoted: tuple[_Quoted, ...]
    small_base: float
    own: str
    areas: tuple[str, ...]

    @classmethod
    def of(cls, assessment: Assessment) -> "Facts":
        """Gather the numbers of an assessment."""
        areas = tuple(a.name for a in assessment.gazetteer)
        computed = [f for f in assessment.findings().values() if f.measure != "quoted"]
        return cls(
            tuple((f, value) for f in computed for value in values(f)),
            tuple(_said(f, areas) for f in assessment.quoted),
            float(assessment.small_base),
            assessment.partnership.area_name,
            areas,
        )

    def nearest(self, typed: Typed) -> Nearest:
        """Find what a typed number is."""
        figure = typed.figure
        alike = [(f, v) for f, v in self.values if _alike(figure, v)]
        equal = [(f, v) for f, v in alike if _equal(figure, v)]
        named = [(f, v) for f, v in equal if self._names(typed, f)]
        if named or (equal and _rare(figure)):
            return Nearest("equal", *(named or equal)[0])
        quoted = next((q for q in self.quoted if _quotes(typed, q)), None)
        if quoted:
            return Nearest("quoted", quoted.finding)
        if figure.value == self.small_base and figure.hedge in BELOW:
            return Nearest("chosen")
        close = [(f, v) for f, v in alike if _close(figure, v) and self._names(typed, f)]
        return Nearest("close", *close[0]) if close else Nearest("unknown")

    def _names(self, typed: Typed, finding: Finding) -> bool:
        """Say whether the sentence names what a finding is about, and no other area."""
        said = {(m.kind, m.id if m.kind == "category" else m.name) for m in typed.names}
        inside = {name for kind, name in said if kind == "area" and name != self.own}
        wanted = {a for a in self.areas if a != self.own and _within(a, finding.area)}
        return ("category", finding.category) in said and (
            wanted == inside if not finding.area or len(wanted) > 1 else bool(wanted & inside)
        )


def values(finding: Finding) -> Iterator[Value]:
    """Give every number that a finding holds, by the kind of figure that says it."""
    kind = _kind(finding.unit)
    of = float(finding.of) if finding.of is not None and kind == "position" else None
    if kind is None:
        return
    if finding.value is not None:
        yield Value(kind, float(finding.value), "", _form(finding), of)
    if finding.previous is not None:
        yield Value(kind, float(finding.previous), " a year earlier", _changing(finding), of)
    if finding.change and kind == "count":
        yield Value(kind, float(finding.change), ", the difference", "difference")
    if finding.change_pct is not None:
        yield Value("percent", float(finding.change_pct), ", the change", "change")
    for point in finding.series[:-1]:
        yield Value(kind, float(point.value), f" in {point.label}", "")


KINDS: Mapping[str, Kind] = {"%": "percent", "position": "position", "per 1,000": "rate"}


def _kind(unit: str) -> Kind | None:
    return "count" if unit in NOUNS else KINDS.get(unit)


def _form(finding: Finding) -> str:
    return finding.measure if finding.measure in ("share", "rate", "position") else "count"


def _changing(finding: Finding) -> str:
    return "position change" if finding.measure == "position" else "change"


def _alike(figure: Figure, value: Value) -> bool:
    """Say whether a figure is of a value's kind; a rate may be written without what it is per."""
    if value.kind == "position":
        return figure.kind in ("position", "ordinal") and figure.of == value.of
    return figure.kind == value.kind or (value.kind, figure.kind) == ("rate", "count")


def _equal(figure: Figure, value: Value) -> bool:
    signed = value.value if figure.sign else abs(value.value)
    return figure.may_be(signed)


def _rare(figure: Figure) -> bool:
    size = abs(figure.value or 0)
    return figure.kind == "count" and size >= MANY and size % 100 != 0 and not figure.hedge


def _close(figure: Figure, value: Value) -> bool:
    typed, held = abs(figure.value or 0), abs(value.value)
    if value.kind not in NEAR or not held:
        return False
    far = NEAR[value.kind] * (held if value.kind in ("count", "rate") else 1)
    return abs(typed - held) <= max(far, 1.0 if value.kind == "count" and held > TEN else 0)


def _within(area: str, label: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(area)}(?!\w)", label) is not None


def _said(finding: Finding, areas: Iterable[str]) -> _Quoted:
    label = finding.label
    inside = frozenset(area for area in areas if _within(area, label))
    for area in inside:
        label = label.replace(area, " ")
    return _Quoted(finding, figures(finding.printed), _stems(label), inside)


def _quotes(typed: Typed, quoted: _Quoted) -> bool:
    """Say whether a quoted figure is printed so, and half of its label's words stand near."""
    figure = typed.figure
    if not any(p.kind == figure.kind and p.value == figure.value for p in quoted.printed):
        return False
    near = _stems(typed.near)
    areas = {m.name for m in typed.names if m.kind == "area"}
    return quoted.areas <= areas and 2 * len(quoted.stems & near) >= len(quoted.stems)


def _stems(text: str) -> frozenset[str]:
    """Give the first letters of the words that say what a text is about."""
    found = re.findall(r"[^\W\d_]+|\d+", text.casefold())
    return frozenset(word[:STEM] for word in found if word not in PLAIN)
