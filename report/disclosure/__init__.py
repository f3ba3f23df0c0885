"""The public part of an assessment: what may leave the partnership, made before anything is drawn.

Whatever is marked `public` leaves, and nothing else: an item's own mark counts, not its section's.
Findings, exhibits and sources, and what is said of their numbers, are made anew field by field, so
that a field added later stays inside until it is let out here. Withholding small counts is not done
here: sections do it, so that every reader agrees.
"""

from collections.abc import Iterable

from report.assessment import Accepted, Assessment, NamedList, Partnership, Recommendation, Section
from report.disclosure.leaving import Leaving, kept, marked
from report.disclosure.named import named
from report.disclosure.records import exhibits, findings, source


def public(assessment: Assessment) -> Assessment:
    """Give the assessment as anybody may read it.

    Takes: a complete assessment, or one that is public already, which comes back unchanged.
    Gives: only public findings, exhibits, key findings, recommendations and priorities, and the
    public sources that those use; no chapter of the author's, because prose carries no marks; no
    protective marking, because that is the whole document's. Lists, abbreviations and other names
    carry no marks either: those leave that the public part makes use of.
    A section that is not public stays only as the nameless place of the public items in it.
    """
    leaving = Leaving.of(assessment)
    bare = Assessment(
        format=assessment.format,
        edition=assessment.edition,
        public=True,
        partnership=_partnership(assessment),
        document=assessment.document.model_copy(update={"marking": "", "details": {}}),
        brand=assessment.brand,
        period=assessment.period,
        comparison=assessment.comparison,
        small_base=assessment.small_base,
        series=assessment.series,
        wording=assessment.wording,
        sources=tuple(source(s) for s in assessment.sources if s.id in leaving.sources),
        sections=_sections(assessment.sections, leaving),
        headlines=kept(assessment.headlines, leaving.findings),
        priorities=marked(assessment.priorities),
        recommendations=tuple(
            _recommendation(r, leaving) for r in marked(assessment.recommendations)
        ),
        quoted=findings(assessment.quoted, leaving),
        disclosure=assessment.disclosure,
        accepted=_accepted(assessment.accepted, leaving),
    )
    return bare.model_copy(update=named(assessment, bare))


def _partnership(assessment: Assessment) -> Partnership:
    """Let out the contacts where a section that prints them is public."""
    printed = any(s.kind == "contacts" and s.audience == "public" for s in assessment.walk())
    kept = assessment.partnership.contacts if printed or assessment.public else ()
    return assessment.partnership.model_copy(update={"contacts": kept})


def _sections(sections: Iterable[Section], leaving: Leaving) -> tuple[Section, ...]:
    made = (_section(section, leaving) for section in sections)
    return tuple(section for section in made if section)


def _section(section: Section, leaving: Leaving) -> Section | None:
    place = Section(
        id=section.id,
        kind=section.kind,
        title="",
        audience=section.audience,
        numbered=False,
        findings=findings(section.findings, leaving),
        exhibits=exhibits(section.exhibits, leaving),
        key_findings=marked(section.key_findings),
        parts=_sections(section.parts, leaving),
    )
    if section.audience == "public":
        return place.model_copy(update=_chapter(section, leaving))
    holds = place.findings or place.exhibits or place.key_findings or place.parts
    return place if holds else None


def _chapter(section: Section, leaving: Leaving) -> dict[str, object]:
    return {
        "title": section.title,
        "place": section.place,
        "numbered": section.numbered,
        "lists": _lists(section.lists, leaving),
        "entries": section.entries,
        "recommendations": kept(section.recommendations, leaving.recommendations),
    }


def _lists(lists: Iterable[NamedList], leaving: Leaving) -> tuple[NamedList, ...]:
    # A list emptied here goes: printed, it would say that nothing rose, or that nothing fell.
    made = (
        (named, named.model_copy(update={"findings": kept(named.findings, leaving.findings)}))
        for named in lists
    )
    return tuple(cut for named, cut in made if cut.findings or not named.findings)


def _recommendation(one: Recommendation, leaving: Leaving) -> Recommendation:
    # What it continues belongs to an earlier edition, where nobody here can see how it is marked.
    continues = one.continues if one.continues in leaving.recommendations else ""
    evidence = kept(one.evidence, leaving.findings)
    usual = kept(one.usual, leaving.findings)
    return one.model_copy(update={"evidence": evidence, "usual": usual, "continues": continues})


def _accepted(accepted: Iterable[Accepted], leaving: Leaving) -> tuple[Accepted, ...]:
    made = (
        one.model_copy(update={"exhibits": kept(one.exhibits, leaving.exhibits)})
        for one in accepted
    )
    return tuple(one for one in made if one.exhibits)
