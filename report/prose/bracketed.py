"""The author's own wording in brackets: bind it to findings, and say whether it is true.

`Robbery [fell by 30%, from 57 to 40]` is printed as written. What it speaks of is found in the
sentence around it; a bracket that reads as no claim is none of ours.
"""

from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Literal

from report.assessment import Assessment, Section
from report.errors import PROSE, Problem, Spot, Where
from report.names import Unknown
from report.prose.checking import NOTHING, Verdict, check
from report.prose.claims import claims, speaks
from report.prose.clauses import BREAK
from report.prose.directions import last_way
from report.prose.known import Known
from report.prose.passage import warning_name
from report.prose.sentences import sentences, unwrapped
from report.prose.spelling import numberless
from report.prose.subjects import Reader

UNBOUND = "write the category and the area before the bracket, as in 'Robbery [fell by 30%]'"
NO_NAME = "it names what there is not"
UNSAID: dict[str, Any] = {
    "truth": "unsaid",
    "grade": "",
    "faults": (),
    "instead": "",
    "why": NO_NAME,
}
LISTS = ("part", "areas")


@dataclass(frozen=True)
class Around:
    """What stands around a bracket: the whole text, where in it the words begin, and above it."""

    text: str
    start: int
    section: Section
    heading: str = ""


@dataclass(frozen=True)
class OwnWords:
    """Reads the brackets of an edition that hold the author's own wording."""

    assessment: Assessment

    @cached_property
    def reader(self) -> Reader:
        """What finds subjects."""
        return Reader.of(self.assessment)

    @cached_property
    def known(self) -> Known:
        """What is known of them."""
        return Known(self.assessment)

    def verdicts(self, inner: str, around: Around) -> tuple[Verdict, ...]:
        """Check each claim of a bracket; none where it reads as no claim.

        Raises Unknown where it speaks of nothing, or of what no finding tells.
        """
        text = unwrapped(around.text).replace("[", " ").replace("]", " ")
        way = _way(text[: around.start])
        inner = unwrapped(inner)
        names = [(m.start, m.end) for m in self.reader.names(inner) if m.kind != "period"]
        if not speaks(inner, names, way):
            return ()
        nothing = self.names_nothing(text, around.start)
        found = []
        for claim in claims(inner, names, way):
            spoken = self.reader.spoken(text, claim, around.section, around.heading, around.start)
            if spoken is None:
                raise Unknown(f"it is not said what '[{inner}]' speaks of", UNBOUND)
            verdict = check(claim, spoken, self.known)
            if not verdict.findings:
                why = f": {verdict.why}" if verdict.why not in ("", NOTHING) else ""
                raise Unknown(f"no finding tells what '[{inner}]' claims{why}", UNBOUND)
            found.append(replace(verdict, **UNSAID) if nothing else verdict)
        return tuple(found)

    def names_nothing(self, text: str, place: int) -> bool:
        """Say whether the sentence of a place has a name that is nothing: "Beat 66"."""
        found = [s for s in sentences(text) if s.start <= place]
        return bool(found) and any(numberless(found[-1].text, self.reader.vocabulary))

    def _label(self, verdict: Verdict) -> str:
        """Name what a claim is false of; without an area where it counts areas."""
        found = verdict.findings[0]
        listed = verdict.claim.every or any(s.role in LISTS for s in verdict.claim.said)
        return (
            self.assessment.categories.get(found.category, found.label) if listed else found.label
        )

    def problem(
        self, verdict: Verdict, where: Where, section: Section, text: str, place: int
    ) -> Problem | None:
        """Tell of a claim that may not stand; what is false stops a final edition.

        text: that it stands in; place: of its first letter there.
        """
        if verdict.truth == "true" or verdict.why == NO_NAME:
            return None
        final = self.assessment.document.status == "final"
        severity: Literal["error", "warning"] = "error" if verdict.stops and final else "warning"
        said = "; ".join(f"'{f.said}' where it is '{f.holds}'" for f in verdict.faults)
        label = self._label(verdict)
        what = (
            f"'{verdict.claim.text}' is false of {label}: {said}"
            if verdict.faults
            else f"'{verdict.claim.text}' cannot be said of {label}: {verdict.why}"
        )
        do = f"write '{verdict.instead}'" if verdict.instead else "take it out, or name the finding"
        id_ = PROSE + warning_name("claim", section, verdict.claim.text)
        ids = tuple(finding.id for finding in verdict.findings)
        spot = Spot(text, place, noted=True, findings=ids if verdict.faults else ())
        return Problem(where, what, do, severity, id_, spot)


def _way(before: str) -> int:
    """Give the direction that the sentence told last before a bracket; 0 where it told none."""
    begun = max((m.end() for m in BREAK.finditer(before)), default=0)
    return last_way(before[begun:])
