"""The author's own wording in brackets: bind it to findings, and say whether it is true.

`Robbery [fell by 30%, from 57 to 40]` is printed as written. What it speaks of is found in the
sentence around it; a bracket that reads as no claim is none of ours.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from report.assessment import Assessment, Section, slug
from report.errors import PROSE, Problem, Where
from report.names import Unknown
from report.prose.checking import Verdict, check
from report.prose.claims import claims, speaks
from report.prose.known import Known
from report.prose.sentences import unwrapped
from report.prose.subjects import Reader

UNBOUND = "write the category and the area before the bracket, as in 'Robbery [fell by 30%]'"
ID = 40  # letters of a claim that are enough to know its warning by


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
        if not speaks(inner):
            return ()
        inner = unwrapped(inner)
        text = unwrapped(around.text).replace("[", " ").replace("]", " ")
        names = [(m.start, m.end) for m in self.reader.names(inner) if m.kind != "period"]
        found = []
        for claim in claims(inner, names):
            spoken = self.reader.spoken(text, claim, around.section, around.heading, around.start)
            if spoken is None:
                raise Unknown(f"it is not said what '[{inner}]' speaks of", UNBOUND)
            verdict = check(claim, spoken, self.known)
            if not verdict.findings:
                raise Unknown(f"no finding tells what '[{inner}]' claims: {verdict.why}", UNBOUND)
            found.append(verdict)
        return tuple(found)

    def problem(self, verdict: Verdict, where: Where, section: Section) -> Problem | None:
        """Tell of a claim that may not stand; what is false stops a final edition."""
        if verdict.truth == "true":
            return None
        final = self.assessment.document.status == "final"
        severity: Literal["error", "warning"] = "error" if verdict.stops and final else "warning"
        said = "; ".join(f"'{f.said}' where it is '{f.holds}'" for f in verdict.faults)
        label = verdict.findings[0].label
        what = (
            f"'{verdict.claim.text}' is false of {label}: {said}"
            if verdict.faults
            else f"'{verdict.claim.text}' cannot be said of {label}: {verdict.why}"
        )
        do = f"write '{verdict.instead}'" if verdict.instead else "take it out, or name the finding"
        id_ = f"{PROSE}claim.{section.id}.{slug(verdict.claim.text)[:ID].strip('-')}"
        return Problem(where, what, do, severity, id_)
