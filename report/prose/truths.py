"""What the figures of a claim may be: the values of the findings that it speaks of, by role.

Arithmetic is never refused: what can be computed from the findings that a sentence names is as good
as a finding of its own.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import permutations

from report.assessment import Finding
from report.prose.claims import Claim, Said
from report.prose.known import COUNTS, RATES, Known
from report.prose.roles import Role
from report.prose.subjects import Spoken, Subject, Subjects
from report.prose.when import Relation, point, relation, spanned


@dataclass(frozen=True)
class Value:
    """What a figure should say, and the finding that tells; unit: as findings have it."""

    value: float
    finding: Finding
    unit: str = ""


@dataclass(frozen=True)
class Case:
    """A claim under one reading of what it speaks of."""

    known: Known
    claim: Claim
    spoken: Spoken
    subjects: Subjects

    def findings(self, *measures: str) -> tuple[Finding, ...]:
        """Give the findings of its subjects, summed where they are several.

        Where the sentence names a month that has findings, these alone.
        """
        found = self.known.together(self.subjects, *measures)
        months = tuple(f for f in found if f.measure == "month" and self._names(f))
        return months or tuple(f for f in found if f.measure != "month")

    def _names(self, month: Finding) -> bool:
        own = (month.period.first, month.period.last)  # a year that the month lies in names none
        return any(spanned(date) == own for date in self.spoken.dates)

    def others(self, *measures: str) -> tuple[Finding, ...]:
        """Give the findings of what it is set against."""
        return self.known.together(self.spoken.others, *measures) if self.spoken.others else ()

    @property
    def years(self) -> tuple[str, ...]:
        """The years and dates that its sentence names, as written; a span counts as one."""
        spans = [m.text for m in self.spoken.periods]
        alone = (p for p in self.claim.periods if not any(p in span for span in spans))
        return tuple(dict.fromkeys((*alone, *spans)))

    def looks_back(self, finding: Finding) -> bool:
        """Say whether its sentence begins with the year before a finding's."""
        return (
            bool(self.spoken.leading) and self._relation(finding, self.spoken.leading) == "before"
        )

    def elsewhen(self, finding: Finding, year: str) -> bool:
        """Say whether a year is none of a finding's own, and none that it shows."""
        return self._relation(finding, year) == "other" and point(finding, year) is None

    def _relation(self, finding: Finding, year: str) -> Relation:
        spans = {m.text: m.id for m in self.spoken.periods}
        return relation(finding, spans.get(year, year))

    def pairs(self, *measures: str) -> Iterator[tuple[Finding, float, float | None]]:
        """Give each finding with its number now and the one before, then with those of years named.

        Behind "than", the number before is that of what it is set against.
        """
        for finding in self.findings(*measures):
            if finding.value is None:
                continue
            if self.claim.than:
                others = self.others(finding.measure)
                yield from (
                    (finding, finding.value, o.value) for o in others if o.value is not None
                )
                continue
            yield finding, finding.value, finding.previous
            for year in self.years:
                known = point(finding, year)
                if known is not None:
                    yield finding, finding.value, known


def values(case: Case, said: Said) -> list[Value]:
    """Give what a figure of a claim may be, the likeliest first; none where nothing tells."""
    tell = TELLERS.get(said.role)
    return list(tell(case, said)) if tell else []


def computed(case: Case, said: Said) -> list[Value]:
    """Give what can be computed from the counts of all the subjects that the sentence names."""
    named = [f for s in case.spoken.named for f in case.known.of(s, "count")[:1]]
    return list(_arithmetic(named, said.role)) if len(named) > 1 else []


def _arithmetic(named: Sequence[Finding], role: Role) -> Iterator[Value]:
    counts = [(f, float(f.value)) for f in named if f.value is not None]
    if role == "count":
        yield Value(sum(n for _, n in counts), counts[0][0])
    for (one, a), (_, b) in permutations(counts, 2):
        if role in ("difference", "count"):
            yield Value(a - b, one)
        if b and role == "share":
            yield Value(100 * a / b, one, "%")
        if b and role == "change":
            yield Value(100 * (a - b) / b, one, "%")
        if b and role == "ratio":
            yield Value(a / b, one)


def _change(case: Case, said: Said) -> Iterator[Value]:
    for finding, now, before in case.pairs(*COUNTS, *RATES):
        if before:
            yield Value(100 * (now - before) / before, finding, "%")


def _difference(case: Case, said: Said) -> Iterator[Value]:
    for finding, now, before in case.pairs(*COUNTS):
        if before is not None:
            yield Value(now - before, finding)


def _points(case: Case, said: Said) -> Iterator[Value]:
    for finding, now, before in case.pairs("share"):
        if before is not None:
            yield Value(now - before, finding)
    was = list(_divided(case, replace(said, before=True)))
    for each, earlier in zip(_divided(case, said), was, strict=False):
        yield Value(each.value - earlier.value, each.finding, "%")


def _ratio(case: Case, said: Said) -> Iterator[Value]:
    for finding, now, before in case.pairs(*COUNTS, *RATES):
        if before:
            yield Value(now / before, finding)
    for finding in case.findings("rate", "peak"):
        if finding.ratio is not None and not case.claim.than:
            yield Value(float(finding.ratio), finding)


def _plain(*measures: str) -> Callable[[Case, Said], Iterator[Value]]:
    """Tell a number as it is, now or before, or in the year written behind it."""

    def tell(case: Case, said: Said) -> Iterator[Value]:
        for finding in case.findings(*measures):
            back = case.looks_back(finding) and not said.period
            value = finding.previous if back else _at(finding, said)
            if value is not None:
                yield Value(float(value), finding, finding.unit)
            shown = (point(finding, year) for year in case.years if said.before)
            yield from (Value(each, finding, finding.unit) for each in shown if each is not None)

    return tell


def _at(finding: Finding, said: Said) -> float | None:
    when = relation(finding, said.period) if said.period else ""
    if when == "other":
        return point(finding, said.period)
    earlier = when == "before" or (said.before and when != "now")
    return finding.previous if earlier else finding.value


def _rate(case: Case, said: Said) -> Iterator[Value]:
    """Tell a rate, by as many as the figure says."""
    by = (said.figure.of or 1000) / 1000
    for each in _plain(*RATES)(case, said):
        yield Value(each.value * by, each.finding, each.unit)


def _share(case: Case, said: Said) -> Iterator[Value]:
    """Tell shares: those that are findings, then those that counts make."""
    if len(case.subjects) == 1:
        yield from _plain("share", "harm share")(case, said)
    yield from _divided(case, said)


def _divided(case: Case, said: Said) -> Iterator[Value]:
    """Divide counts by those that may be their whole."""
    for part in case.findings("count"):
        for whole in _wholes(case, part):
            of, number = _at(whole, said), _at(part, said)
            if of and number is not None:
                yield Value(100 * float(number) / float(of), part, "%")


def _wholes(case: Case, part: Finding) -> Iterator[Finding]:
    """Give what a count may be a part of: the category named, the same one in the whole area."""
    first = case.subjects[0]
    if case.spoken.whole and case.spoken.whole != first.category:
        yield from case.known.of(Subject(case.spoken.whole, first.area), "count")
    if first.area:
        yield from case.known.of(Subject(first.category), "count")
        every = case.known.areas("count", first.category, case.known.kind(first.area))
        if len(every) == case.known.size(case.known.kind(first.area)):
            yield from case.known.summed(every)
    elif not case.spoken.whole:
        yield from case.known.wholes


def _position(case: Case, said: Said) -> Iterator[Value]:
    for finding in case.findings("position"):
        value = _at(finding, said)
        if value is not None:
            yield Value(float(value), finding, "position")


TELLERS: Mapping[Role, Callable[[Case, Said], Iterator[Value]]] = {
    "change": _change,
    "difference": _difference,
    "points": _points,
    "ratio": _ratio,
    "count": _plain(*COUNTS),
    "share": _share,
    "rate": _rate,
    "position": _position,
}
