"""Say whether a claim is true: direction, figures, place and number of areas, against findings.

A claim is false where one of its parts is; it is true where a part holds and none is false. Nothing
can be said where no finding tells, where the guard withholds the number, and of percentages on a
small base. Figures are held against findings by `report.prose.fits`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from report import words
from report.assessment import Finding
from report.prose import orders
from report.prose.claims import WAYS, Claim, Said
from report.prose.fits import FALSE, TRUE, Grade, grade
from report.prose.known import COUNTS, RATES, Known
from report.prose.rewording import reworded
from report.prose.subjects import Spoken
from report.prose.truths import Case, Value, computed, values

Truth = Literal["true", "false", "unsaid"]

ALMOST = ("almost", "nearly", "virtually", "largely", "broadly", "little")
WITHHELD, SMALL, NOTHING = "withheld", "small base", "no finding"


@dataclass(frozen=True)
class Fault:
    """A part of a claim that is false: as it is said, and what is true instead."""

    said: str
    holds: str
    grade: Grade | Literal[""] = "wrong"


@dataclass(frozen=True)
class Verdict:
    """What became of a claim.

    Attributes:
        grade: the worst of its parts, "little" where none says more; "" where nothing can be said.
        findings: those that tell. faults: what is false. instead: the words that would be true.
        why: where nothing can be said, "withheld", "small base" or what else is in the way.
    """

    claim: Claim
    truth: Truth
    grade: Grade | Literal[""] = ""
    findings: tuple[Finding, ...] = ()
    faults: tuple[Fault, ...] = ()
    instead: str = ""
    why: str = ""

    @property
    def stops(self) -> bool:
        """Whether a final edition may not say so."""
        return self.truth == "false" or self.why == WITHHELD


@dataclass(frozen=True)
class Part:
    """What was found of one part of a claim; holds: what is true, in words."""

    said: str
    grade: Grade | Literal[""]
    holds: str = ""
    why: str = ""
    findings: tuple[Finding, ...] = ()


def check(claim: Claim, spoken: Spoken, known: Known, *, asserted: bool = True) -> Verdict:
    """Hold a claim against the findings; of several readings the first that is true counts.

    asserted: whether the author has put it in brackets; else a share of something that is not named
    may be of anything.
    """
    cases = [Case(known, claim, spoken, subjects) for subjects in spoken.readings]
    verdicts = [_verdict(case, asserted=asserted) for case in cases]
    likely = [v for v in verdicts if v.findings] if asserted else []
    true = (v for v in verdicts if v.truth == "true")
    return next(true, (likely or verdicts)[0])


def _verdict(case: Case, *, asserted: bool) -> Verdict:
    parts = list(_parts(case, asserted=asserted))
    findings = tuple({f.id: f for p in parts for f in p.findings}.values())
    faults = tuple(Fault(p.said, p.holds, p.grade) for p in parts if p.grade in FALSE)
    if faults:
        worst: Grade = "wrong" if any(f.grade == "wrong" for f in faults) else "rounding"
        made = reworded(case.claim, findings, faults[0].holds)
        return Verdict(case.claim, "false", worst, findings, faults, made)
    graded = [p for p in parts if p.grade]
    why = next((p.why for p in parts if p.why in (WITHHELD, SMALL)), "")
    if why or not graded:
        told = why or next((p.why for p in parts if p.why), NOTHING)
        grades: Grade | Literal[""] = "holds" if graded else ""
        made = reworded(case.claim, findings, "") if findings else ""
        return Verdict(case.claim, "unsaid", grades, findings, (), made, told)
    little = all(p.grade == "little" for p in graded)
    return Verdict(case.claim, "true", "little" if little else "holds", findings)


def _parts(case: Case, *, asserted: bool) -> Iterator[Part]:
    withheld = [f for f in case.findings(*COUNTS, *RATES, "position") if words.unavailable(f)]
    if withheld:
        yield Part(case.claim.text, "", why=WITHHELD, findings=tuple(withheld))
        return
    if case.spoken.leads and not (asserted or case.claim.said):
        yield Part(case.claim.text, "", why="it speaks of the list behind it")
        return
    if case.spoken.denied:
        told = case.findings(*COUNTS, *RATES, "share", "position")[:1]
        yield Part(case.claim.text, "", why="the sentence denies it", findings=told)
        return
    misplaced = _misplaced(case)
    if misplaced:
        yield misplaced
        return
    if _elsewhen(case):
        yield Part(case.claim.text, "", why="the time it names is not the finding's")
        return
    if case.claim.rank:
        yield _of(case.claim.rank.text, orders.held(case, case.claim.rank))
    alone = orders.alone(case) if case.claim.only else None
    if alone:
        yield _of(f"only … {case.claim.text}", alone)
    listed = [s for s in case.claim.said if s.role in ("part", "areas")]
    everywhere = orders.everywhere(case) if case.claim.every else None
    if everywhere:
        yield _of(f"{case.claim.text} {case.claim.every}", everywhere)
    for said in listed:
        yield _of(said.figure.text, orders.counted(case, said, case.claim.direction))
    if case.claim.direction and not listed and not everywhere:
        yield from _direction(case)
    for said in case.claim.said:
        if said not in listed:
            yield _figure(case, said, asserted=asserted)


def _of(text: str, held: orders.Held) -> Part:
    if held.right is None:
        return Part(text, "", why=held.why, findings=held.findings)
    return Part(text, "holds" if held.right else "wrong", held.holds, findings=held.findings)


def _elsewhen(case: Case) -> bool:
    """Say whether the sentence names a time of which nothing is known."""
    found = case.findings(*COUNTS, *RATES, "share", "position")
    moved = bool(case.claim.direction or case.claim.rank)
    if found and moved and all(case.looks_back(f) for f in found if f.measure != "position"):
        return True
    own = [s.period for s in case.claim.said if s.period and s.role not in ("change", "difference")]
    years = [y for y in case.years if y not in own]
    return bool(found) and any(all(case.elsewhen(f, year) for f in found) for year in years)


def _misplaced(case: Case) -> Part | None:
    """Find the count of now where it is given for a time of which nothing is known."""
    many = case.known.assessment.wording.distinct_years
    for said in case.claim.said:
        when = said.period or case.spoken.leading
        if said.role != "count" or said.before or not when or said.figure.hedge:
            continue
        for finding in case.findings("count"):
            value = finding.value
            if value is None or not 0 < many <= value or value != said.figure.value:
                continue
            if all(case.elsewhen(finding, year) for year in (when, *case.years)):
                text, holds = f"{said.figure.text} in {when}", finding.period.label
                return Part(text, "wrong", f"in {holds}", findings=(finding,))
    return None


def _direction(case: Case) -> Iterator[Part]:
    """Hold the direction against the counts, or what else the claim gives both numbers of."""
    claim = case.claim
    if claim.contrary:
        signs = [s.figure.text for s in claim.said if s.figure.sign]
        yield Part(f"{claim.direction} … {signs[0]}", "wrong", "one direction, not two")
    ways = list(_ways(case))
    if not ways:
        return
    finding, way = ways[0]
    right = any(WAYS[way] == claim.direction for _, way in ways) or _steady(case, finding)
    yield Part(claim.direction, "holds" if right else "wrong", WAYS[way], findings=(finding,))
    if claim.tested:
        yield from _tested(case, finding)


def _ways(case: Case) -> Iterator[tuple[Finding, int]]:
    roles = {said.role for said in case.claim.said}
    if roles == {"position"} and {said.before for said in case.claim.said} == {True, False}:
        yield from _moved(case)
        return
    if roles == {"position"} and case.claim.direction == "unchanged" and _behind(case.claim):
        yield from _moved(case)
        return
    for kinds in _kinds(case.claim):
        found = [(f, (n > b) - (n < b)) for f, n, b in case.pairs(*kinds) if b is not None]
        if found:
            yield from found
            break
    if case.claim.direction == "unchanged" and not roles:
        positions = (f for f in case.findings("position") if f.change == 0)
        yield from ((finding, 0) for finding in positions)


def _moved(case: Case) -> Iterator[tuple[Finding, int]]:
    for finding in case.findings("position"):
        if finding.change is not None:
            yield finding, (finding.change > 0) - (finding.change < 0)


def _behind(claim: Claim) -> bool:
    """Say whether a claim ends with its direction: "12th of 15, unchanged"."""
    return claim.said[-1].figure.end < claim.end


def _kinds(claim: Claim) -> tuple[tuple[str, ...], ...]:
    """Give the measures that the direction of a claim may be of, the likeliest first."""
    roles = {said.role for said in claim.said}
    if "rate" in roles:
        return RATES, COUNTS
    both = any(said.role == "share" and said.before for said in claim.said)
    return (("share",),) if both or "points" in roles else (COUNTS, RATES, ("share",))


def _steady(case: Case, finding: Finding) -> bool:
    """Take "remained stable" for normal variation, "almost unchanged" for a small change too."""
    said, about = case.claim.text.casefold(), case.known.assessment.wording.about / 100
    small = abs(finding.change or 0) <= about * abs(finding.previous or 0)
    if small and any(word in said for word in ALMOST):
        return True
    stable = any(word in said for word in ("stable", "static", "level"))
    return stable and finding.variation is not None and not finding.variation.clear


def _tested(case: Case, finding: Finding) -> Iterator[Part]:
    if finding.variation is None or case.claim.than:
        yield Part(case.claim.text, "", why="the change is not tested", findings=(finding,))
        return
    right = finding.variation.clear == (case.claim.tested == "clear")
    said = "clear" if case.claim.tested == "clear" else "not clear"
    yield Part(said, "holds" if right else "wrong", finding.variation.words, findings=(finding,))


def _figure(case: Case, said: Said, *, asserted: bool) -> Part:
    text, wording = said.figure.text, case.known.assessment.wording
    if said.role == "share" and not _whole_told(case, said, asserted=asserted):
        return Part(text, "", why="it is not said what it is a share of")
    misdated = _misdated(case, said)
    if misdated:
        return misdated
    may_be = values(case, said)
    if not may_be:
        extra = computed(case, said)
        best = grade(said.figure, [v.value for v in extra], wording)
        return Part(text, best if best in TRUE else "", why=NOTHING)
    found = grade(said.figure, [v.value for v in may_be], wording)
    told = may_be[0]
    if said.role == "position" and said.figure.of not in (None, told.finding.of):
        found = "wrong"
    if found != "holds":
        extra = computed(case, said)
        best = grade(said.figure, [v.value for v in extra], wording)
        found = best if best in TRUE and found != "little" else found
    percentage = said.role == "change" and said.figure.kind == "percent"
    small = percentage and told.finding.small_base and found in TRUE
    return Part(text, found, _shown(said, told), SMALL if small else "", (told.finding,))


def _misdated(case: Case, said: Said) -> Part | None:
    """Find the count before where it is given for another year, of which nothing is known.

    A small number may well be the same in two years: of it nothing is said.
    """
    many = case.known.assessment.wording.distinct_years
    for finding in case.findings("count") if said.role == "count" and said.period else ():
        before, when = finding.previous, finding.previous_period
        if before is None or when is None or not 0 < many <= before:
            continue
        if said.figure.value == before and case.elsewhen(finding, said.period):
            text = f"{said.figure.text} in {said.period}"
            return Part(
                text, "wrong", f"{words.plain(before)} in {when.label}", findings=(finding,)
            )
    return None


def _whole_told(case: Case, said: Said, *, asserted: bool) -> bool:
    """Say whether it is plain what a share is of."""
    after = said.figure.after
    if after.startswith("of "):
        return bool(case.spoken.whole) or after.split()[1] in ("all", "the", "total", "crime")
    with_count = any(s.role == "count" for s in case.claim.said)
    return asserted or with_count or (said.figure.kind == "percent" and bool(case.subjects[0].area))


def _shown(said: Said, value: Value) -> str:
    """Word what a figure should be, by its role."""
    number = abs(value.value)
    match said.role:
        case "change" | "share":
            return words.number(number, "%")
        case "points":
            return f"{words.plain(number, 1)} percentage points"
        case "ratio":
            return f"{words.plain(number, 1)} times"
        case "rate":
            return f"{words.plain(number, 1)} {value.unit}"
        case "position":
            return f"{words.ordinal(value.value)} of {value.finding.of}"
    return words.plain(number)
