"""Find what is said of areas that nothing is counted in: "robbery fell in six beats".

It may be right, but the edition's data does not carry it: somebody has to say where it is from.
"""

from collections.abc import Iterator

from report.errors import Problem
from report.prose.bracketed import LISTS, OwnWords
from report.prose.known import COUNTS, RATES, Known
from report.prose.nouns import LISTED
from report.prose.passage import warning_name
from report.prose.plain import Plain
from report.prose.subjects import Subject

MEASURES = (*COUNTS, *RATES, "share", "position", "peak", "trend", "verdict")
CITE = "write [source: …] behind the sentence, with who published it and when, or take it out"


def uncounted(each: Plain, own: OwnWords) -> Iterator[Problem]:
    """Tell of a claim that the edition's data does not carry; a final edition stops at it."""
    if each.verdict.truth == "unsaid" and each.asserts and not each.verdict.findings:
        for why in [*_of_kind(each, own.known), *_of_area(each, own.known)][:1]:
            id_ = warning_name("uncounted", each.passage.section, each.claim.text)
            said = f"'{each.claim.text}' is said of {why}"
            yield each.passage.says(said, CITE, id_, each.claim.start, false=True)


def _of_kind(each: Plain, known: Known) -> Iterator[str]:
    """Find a number of areas, or all of them, of a kind that the category is not counted by."""
    listed = [s.figure.after for s in each.claim.said if s.role in LISTS]
    category = each.spoken.readings[0][0].category
    for text in (*listed, each.claim.every):
        noun = LISTED.search(text)
        kind = next((k for k in _kinds(known) if noun and _same(k, noun["noun"])), "")
        if each.claim.direction and kind and not known.areas("count", category, kind):
            yield f"{_label(known, category)}, which is not counted by {kind}"


def _of_area(each: Plain, known: Known) -> Iterator[str]:
    """Find an area in which the category is not counted, of which it is said to have moved."""
    for subject in each.spoken.readings[0] if each.moved else ():
        known_whole = known.kind(subject.area) and known.of(Subject(subject.category), *MEASURES)
        if known_whole and not known.of(subject, *MEASURES):
            yield f"{_label(known, subject.category)}, which is not counted in {subject.area}"


def _kinds(known: Known) -> list[str]:
    return list(dict.fromkeys(area.kind for area in known.assessment.gazetteer))


def _same(kind: str, noun: str) -> bool:
    return kind.casefold()[:4] == noun.casefold()[:4]


def _label(known: Known, category: str) -> str:
    return known.assessment.categories.get(category, category)
