"""The everyday names of headlines and evidence, turned into ids of findings."""

from collections.abc import Callable, Iterable, Mapping
from functools import partial

from report import words
from report.assessment import Assessment, Finding, Recommendation
from report.document.citing import Turned, cited, usual
from report.document.manuscript import index_of
from report.errors import Problem, Where
from report.names import Unknown


def resolved(
    assessment: Assessment, headlines: Where, evidence: Mapping[int, Where]
) -> tuple[Assessment, list[Problem]]:
    """Turn the everyday names of headlines and evidence into finding ids.

    headlines: the place of the YAML's key. evidence: recommendation number -> its place.
    Gives the assessment with ids, and a problem for every name that means nothing, and for evidence
    that points another way than it is cited for; a warning for a recommendation that rests on
    changes within normal variation alone, and gives no other reason.
    """
    index, problems = index_of(assessment), list[Problem]()

    def find(
        names: tuple[str, ...], where: Where, one: Callable[[str], tuple[Finding, str]]
    ) -> list[tuple[Finding, str]]:
        found = []
        for each in names:
            try:
                found.append(one(each))
            except (Unknown, Turned) as fault:
                problems.append(Problem(where, fault.what, fault.do))
        return found

    def settled(r: Recommendation) -> Recommendation:
        cites = find(r.evidence, evidence[r.number], partial(cited, index=index))
        within = usual(cites)
        if within and not r.because:
            problems.append(_resting(r, [f for f, _ in cites], evidence[r.number]))
        return r.model_copy(update={"evidence": _ids(cites), "usual": within})

    update = {
        "headlines": _ids(find(assessment.headlines, headlines, index.finding)),
        "recommendations": tuple(map(settled, assessment.recommendations)),
    }
    return assessment.model_copy(update=update), problems


def _ids(found: Iterable[tuple[Finding, str]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(finding.id for finding, _ in found))


def _resting(r: Recommendation, on: Iterable[Finding], where: Where) -> Problem:
    """Warn of a recommendation that rests on changes within normal variation alone."""
    told = "; ".join(dict.fromkeys(map(words.statement, on)))
    what = f"recommendation {r.number} rests on changes within normal variation alone: {told}"
    do = "cite what shows a need, or give the reason under 'because', which is printed with it"
    return Problem(where, what, do, severity="warning")
