"""Tell of numbers in texts for the public that only partners may read."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from report import disclosure
from report.assessment import Assessment, Finding, slug
from report.errors import Problem
from report.prose.figures import Figure
from report.prose.passage import Passage
from report.prose.plain import PlainText
from report.prose.typed import typed

# A number that is typed: which of the passages, and where it begins in it.
Place = tuple[int, int]


def inside_numbers(passages: Sequence[Passage]) -> Iterator[Problem]:
    """Hold what is typed in texts for the public against what the public may read.

    An error in a draft too: a draft of the public summary leaves the partnership as well. What is
    cited was published by somebody else.
    """
    mine = [passage for passage in passages if passage.audience == "public"]
    if not mine:
        return
    whole = mine[0].assessment
    out = {at for at, _, _ in _known(mine, disclosure.public(whole))}
    told: set[Place] = set()
    for at, figure, finding in _known(mine, whole):
        if at not in out and at not in told:
            told.add(at)
            yield _told(mine[at[0]], at[1], figure, finding)


def _known(
    passages: Sequence[Passage], assessment: Assessment
) -> Iterator[tuple[Place, Figure, Finding]]:
    """Give the typed numbers that an assessment holds, each with the finding that holds it."""
    reading = PlainText.of(assessment)
    for n, passage in enumerate(passages):
        for each in typed(passage.text, passage.vocabulary):
            found = reading.facts.nearest(each)
            if found.finding and found.standing in ("equal", "quoted") and not each.cited:
                yield (n, each.place), each.figure, found.finding
        for one in reading.claims(passage) if passage.kind == "sentence" else ():
            for said in one.claim.said if one.verdict.findings else ():
                if said.figure.start in one.held:
                    yield (n, said.figure.start), said.figure, one.verdict.findings[0]


def _told(passage: Passage, place: int, figure: Figure, finding: Finding) -> Problem:
    what = f"{figure.text} is typed for the public, and only partners may read {finding.label}"
    do = "mark the finding as public, where it may be, or the text as partner, or take it out"
    found = passage.says(what, do, f"inside.{slug(figure.text)}", place)
    return replace(found, severity="error")
