"""The public part of an assessment: what may leave the partnership, made before anything is drawn.

Whatever is marked `public` leaves, and nothing else: an item's own mark counts, not its section's.
Findings, exhibits and sources, and what is said of their numbers, are made anew field by field, so
that a field added later stays inside until it is let out here. Withholding small counts is not done
here: sections do it, so that every reader agrees.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol, TypeVar

from report.assessment import (
    Accepted,
    Area,
    Assessment,
    Audience,
    Caution,
    Classified,
    Compared,
    Exhibit,
    Finding,
    Grade,
    Interval,
    NamedList,
    Partnership,
    PeerGroup,
    Point,
    Rates,
    Recommendation,
    Section,
    SourceRecord,
    Spread,
    Variation,
    Weighting,
)


class Marked(Protocol):
    """Anything that says who may read it."""

    @property
    def audience(self) -> Audience:
        """Who may read it."""


M = TypeVar("M", bound=Marked)


@dataclass(frozen=True)
class Leaving:
    """Ids of what leaves, so that no reference to what stays is left behind."""

    findings: frozenset[str]
    exhibits: frozenset[str]
    recommendations: frozenset[str]
    sources: frozenset[str]


def public(assessment: Assessment) -> Assessment:
    """Give the assessment as anybody may read it.

    Takes: a complete assessment, or one that is public already, which comes back unchanged.
    Gives: only public findings, exhibits, key findings, recommendations and priorities, and the
    public sources that those use; no chapter of the author's, because prose carries no marks; no
    protective marking, because that is the whole document's. Lists, abbreviations and other names
    carry no marks either: those leave that the public part makes use of.
    A section that is not public stays only as the nameless place of the public items in it.
    """
    leaving = _leaving(assessment)
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
        sources=tuple(_source(s) for s in assessment.sources if s.id in leaving.sources),
        sections=_sections(assessment.sections, leaving),
        headlines=_kept(assessment.headlines, leaving.findings),
        priorities=_marked(assessment.priorities),
        recommendations=tuple(
            _recommendation(r, leaving) for r in _marked(assessment.recommendations)
        ),
        quoted=_findings(assessment.quoted, leaving),
        disclosure=assessment.disclosure,
        accepted=_accepted(assessment.accepted, leaving),
    )
    update = {
        "glossary": _glossary(assessment.glossary, bare),
        "lists": _asked_for(assessment.lists, bare),
        "categories": _categories(assessment.categories, bare),
        "aliases": _aliases(assessment.aliases, bare),
        "gazetteer": (areas := _gazetteer(assessment.gazetteer, bare)),
        "area_numbers": _of_kinds(assessment.area_numbers, {area.kind for area in areas}),
    }
    return bare.model_copy(update=update)


def _partnership(assessment: Assessment) -> Partnership:
    """Let out the contacts where a section that prints them is public."""
    printed = any(s.kind == "contacts" and s.audience == "public" for s in assessment.walk())
    kept = assessment.partnership.contacts if printed or assessment.public else ()
    return assessment.partnership.model_copy(update={"contacts": kept})


def _leaving(assessment: Assessment) -> Leaving:
    sections = list(assessment.walk())
    findings = _marked(f for s in sections for f in s.findings) + _marked(assessment.quoted)
    exhibits = _marked(e for s in sections for e in s.exhibits)
    used = {i for f in findings for i in f.sources} | {i for e in exhibits for i in e.sources}
    return Leaving(
        findings=frozenset(f.id for f in findings),
        exhibits=frozenset(e.id for e in exhibits),
        recommendations=frozenset(r.id for r in _marked(assessment.recommendations)),
        sources=frozenset(s.id for s in _marked(assessment.sources) if s.id in used),
    )


def _marked(items: Iterable[M]) -> tuple[M, ...]:
    return tuple(item for item in items if item.audience == "public")


def _kept(ids: Iterable[str], leaving: frozenset[str]) -> tuple[str, ...]:
    return tuple(i for i in ids if i in leaving)


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
        findings=_findings(section.findings, leaving),
        exhibits=_exhibits(section.exhibits, leaving),
        key_findings=_marked(section.key_findings),
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
        "recommendations": _kept(section.recommendations, leaving.recommendations),
    }


def _findings(findings: Iterable[Finding], leaving: Leaving) -> tuple[Finding, ...]:
    return tuple(
        Finding(
            id=finding.id,
            label=finding.label,
            measure=finding.measure,
            category=finding.category,
            area=finding.area,
            unit=finding.unit,
            period=finding.period,
            value=finding.value,
            previous=finding.previous,
            previous_period=finding.previous_period,
            change=finding.change,
            change_pct=finding.change_pct,
            variation=_variation(finding.variation) if finding.variation else None,
            small_base=finding.small_base,
            tied=finding.tied,
            of=finding.of,
            of_label=finding.of_label,
            ratio=finding.ratio,
            months=finding.months,
            # Number and interval together give the count behind them away, as number and base do.
            interval=_interval(finding.interval),
            polarity=finding.polarity,
            origin=finding.origin,
            printed=finding.printed,
            series=tuple(_point(point) for point in finding.series),
            method=finding.method,
            sources=_kept(finding.sources, leaving.sources),
            audience=finding.audience,
            markers=finding.markers,
            cautions=_cautions(finding.cautions),
            note=finding.note,
            band=finding.band,
        )
        for finding in _marked(findings)
    )


def _exhibits(exhibits: Iterable[Exhibit], leaving: Leaving) -> tuple[Exhibit, ...]:
    return tuple(
        Exhibit(
            id=exhibit.id,
            name=exhibit.name,
            file=exhibit.file,
            kind=exhibit.kind,
            form=exhibit.form,
            title=exhibit.title,
            message=exhibit.message,
            measure=exhibit.measure,
            geography=exhibit.geography,
            period=exhibit.period,
            comparison=exhibit.comparison,
            columns=exhibit.columns,
            rows=exhibit.rows,
            marks=exhibit.marks,
            picture=exhibit.picture,
            twin=exhibit.twin if exhibit.twin in leaving.exhibits else "",
            wide=exhibit.wide,
            shown=exhibit.shown,
            unlisted=exhibit.unlisted,
            chosen=exhibit.chosen,
            least=exhibit.least,
            rates=_rates(exhibit.rates) if exhibit.rates else None,
            spreads=tuple(_spread(spread) for spread in exhibit.spreads),
            classified=tuple(_classified(each) for each in exhibit.classified),
            weighting=_weighting(exhibit.weighting) if exhibit.weighting else None,
            estimated=exhibit.estimated,
            compared=_compared(exhibit.compared) if exhibit.compared else None,
            peers=_peers(exhibit.peers) if exhibit.peers else None,
            cautions=_cautions(exhibit.cautions),
            notes=exhibit.notes,
            methods=exhibit.methods,
            sources=_kept(exhibit.sources, leaving.sources),
            audience=exhibit.audience,
        )
        for exhibit in _marked(exhibits)
    )


def _point(point: Point) -> Point:
    return Point(label=point.label, value=point.value, cautions=_cautions(point.cautions))


def _cautions(cautions: Iterable[Caution]) -> tuple[Caution, ...]:
    return tuple(
        Caution(
            kind=one.kind,
            id=one.id,
            count=one.count,
            before=one.before,
            change=one.change,
            label=one.label,
            period=one.period,
            what=one.what,
            numbers=one.numbers,
            because=one.because,
        )
        for one in cautions
    )


def _interval(one: Interval | None) -> Interval | None:
    return Interval(low=one.low, high=one.high, level=one.level) if one else None


def _variation(one: Variation) -> Variation:
    return Variation(
        clear=one.clear,
        words=one.words,
        among=one.among,
        interval=_interval(one.interval),
        level=one.level,
        dispersion=one.dispersion,
        months=one.months,
    )


def _rates(rates: Rates) -> Rates:
    return Rates(
        of=rates.of,
        year=rates.year,
        part_year=rates.part_year,
        few=rates.few,
        visited=rates.visited,
    )


def _spread(spread: Spread) -> Spread:
    return Spread(
        where=spread.where,
        percent=spread.percent,
        areas=spread.areas,
        among=spread.among,
        often=spread.often,
        windows=spread.windows,
    )


def _classified(one: Classified) -> Classified:
    return Classified(
        method=one.method,
        name=one.name,
        edition=one.edition,
        by=one.by,
        kind=one.kind,
        areas=one.areas,
        within=one.within,
        middle=one.middle,
        of=one.of,
        year=one.year,
        spread=one.spread,
        grades=tuple(
            Grade(label=each.label, grade=each.grade, cut=each.cut, value=each.value)
            for each in one.grades
        ),
        moved=one.moved,
        left_out=one.left_out,
    )


def _weighting(weighting: Weighting) -> Weighting:
    return Weighting(
        scheme=weighting.scheme,
        version=weighting.version,
        unweighted_pct=weighting.unweighted_pct,
        unweighted=weighting.unweighted,
        rate=weighting.rate,
        year=weighting.year,
    )


def _compared(compared: Compared) -> Compared:
    return Compared(level=compared.level, cell=compared.cell, rest=compared.rest)


def _peers(peers: PeerGroup) -> PeerGroup:
    return PeerGroup(
        name=peers.name,
        version=peers.version,
        size=peers.size,
        level=peers.level,
        absent=peers.absent,
    )


def _lists(lists: Iterable[NamedList], leaving: Leaving) -> tuple[NamedList, ...]:
    # A list emptied here goes: printed, it would say that nothing rose, or that nothing fell.
    made = (
        (named, named.model_copy(update={"findings": _kept(named.findings, leaving.findings)}))
        for named in lists
    )
    return tuple(cut for named, cut in made if cut.findings or not named.findings)


def _recommendation(one: Recommendation, leaving: Leaving) -> Recommendation:
    # What it continues belongs to an earlier edition, where nobody here can see how it is marked.
    continues = one.continues if one.continues in leaving.recommendations else ""
    evidence = _kept(one.evidence, leaving.findings)
    usual = _kept(one.usual, leaving.findings)
    return one.model_copy(update={"evidence": evidence, "usual": usual, "continues": continues})


def _source(source: SourceRecord) -> SourceRecord:
    return SourceRecord(
        id=source.id,
        title=source.title,
        file=source.file,
        files=source.files,
        layout=source.layout,
        publisher=source.publisher,
        licence=source.licence,
        retrieved=source.retrieved,
        sha256=source.sha256,
        origin=source.origin,
        rows_read=source.rows_read,
        rows_used=source.rows_used,
        first=source.first,
        last=source.last,
        single=source.single,
        counted_by=source.counted_by,
        audience=source.audience,
    )


def _accepted(accepted: Iterable[Accepted], leaving: Leaving) -> tuple[Accepted, ...]:
    made = (
        one.model_copy(update={"exhibits": _kept(one.exhibits, leaving.exhibits)})
        for one in accepted
    )
    return tuple(one for one in made if one.exhibits)


def _glossary(glossary: dict[str, str], bare: Assessment) -> dict[str, str]:
    found = _named(glossary, bare)
    return {short: meaning for short, meaning in glossary.items() if short in found}


def _asked_for(lists: dict[str, tuple[str, ...]], bare: Assessment) -> dict[str, tuple[str, ...]]:
    sentences = " ".join(key.text for section in bare.walk() for key in section.key_findings)
    asked = re.findall(r"\[\s*list\s*:\s*([^\],]+)", sentences.casefold())
    names = {name.strip() for name in asked}
    return {name: items for name, items in lists.items() if name.casefold() in names}


def _categories(labels: dict[str, str], bare: Assessment) -> dict[str, str]:
    used = _used(bare)
    return {category: label for category, label in labels.items() if category in used}


def _aliases(aliases: dict[str, str], bare: Assessment) -> dict[str, str]:
    used = _used(bare)
    return {alias: category for alias, category in aliases.items() if category in used}


def _used(bare: Assessment) -> set[str]:
    return {finding.category for finding in bare.findings().values()}


def _gazetteer(areas: tuple[Area, ...], bare: Assessment) -> tuple[Area, ...]:
    found = _named((area.name for area in areas), bare)
    return tuple(area for area in areas if area.name in found)


def _of_kinds(numbers: dict[str, int], kinds: set[str]) -> dict[str, int]:
    return {kind: number for kind, number in numbers.items() if kind in kinds}


def _named(names: Iterable[str], bare: Assessment) -> set[str]:
    """Give the names that the texts of the public part hold as whole words, the longest first."""
    longest = sorted(filter(None, names), key=len, reverse=True)
    either = "|".join(map(re.escape, longest))
    text = "\n".join(_texts(bare.model_dump()))
    return set(re.findall(rf"(?<!\w)(?:{either})(?!\w)", text)) if longest else set()


def _texts(item: object) -> Iterator[str]:
    """Give every text of a record, and every name of what it holds by name."""
    if isinstance(item, str):
        yield item
    elif isinstance(item, dict):
        for key, value in item.items():
            yield from (*_texts(key), *_texts(value))
    elif isinstance(item, (list, tuple)):
        for value in item:
            yield from _texts(value)
