"""Put the sections of an edition together into one Assessment."""

from collections import Counter
from collections.abc import Iterable

from report.assessment import (
    FORMAT,
    Accepted,
    Area,
    Assessment,
    Brand,
    Document,
    Entry,
    Finding,
    LeftOut,
    Partnership,
    Picture,
    Priority,
    Section,
    SeriesRule,
    SourceRecord,
    Wording,
)
from report.config.brand import BrandKeys, CoverKeys, LogoKeys
from report.config.partnership import PartnershipKeys
from report.config.series import SeriesKeys
from report.config.study import Study
from report.errors import InputError, Problem
from report.sections.facts import identity
from report.sections.recommendations import store
from report.sources.tables import Tables


def assemble(
    study: Study,
    tables: Tables,
    sources: tuple[SourceRecord, ...],
    sections: tuple[Section, ...],
    warnings: Iterable[Problem],
) -> Assessment:
    """Make the assessment of an edition.

    Headlines and evidence still carry everyday names; `document.resolving` turns them into ids.
    Raises InputError where two sections give different numbers for one finding.
    """
    problems = list(_contradictions(study, sections))
    if problems:
        raise InputError(problems)
    keys = study.edition
    return Assessment(
        format=FORMAT,
        edition=study.id,
        partnership=_partnership(study),
        document=_document(study),
        brand=_brand(study.brand),
        period=study.period,
        comparison=study.comparison,
        small_base=keys.comparison.small_base,
        series=_series(study.series) if study.series else None,
        wording=Wording(**study.wording.model_dump()) if study.wording else Wording(),
        sources=sources,
        sections=sections,
        headlines=keys.headlines,
        priorities=tuple(Priority(**p.model_dump()) for p in keys.priorities),
        recommendations=store(tables),
        quoted=tuple(_quoted(study)),
        glossary=study.partnership.glossary,
        lists=_lists(study.partnership),
        categories={id_: c.label for id_, c in study.categories.items()},
        aliases={a: id_ for id_, c in study.categories.items() for a in c.aliases},
        gazetteer=tuple(_gazetteer(study)),
        area_numbers=_numbers(study),
        disclosure=keys.document.disclosure,
        accepted=tuple(_accepted(study, warnings)),
    )


def _gazetteer(study: Study) -> Iterable[Area]:
    """Give the areas inside the partnership's own, itself, and those around it."""
    own = study.partnership.area.code
    wider = study.around(own)
    for code, area in study.areas().items():
        if code == own or code in wider or own in study.around(code):
            yield Area(code=code, name=area.name, kind=area.kind, covers=area.covers)


def _numbers(study: Study) -> dict[str, int]:
    """Give how many areas of each kind the partnership's own has."""
    areas = study.areas()
    return dict(Counter(areas[code].kind for code in study.within(study.partnership.area.code)))


def _contradictions(study: Study, sections: tuple[Section, ...]) -> Iterable[Problem]:
    seen: dict[str, Finding] = {}
    for section in (part for each in sections for part in each.walk()):
        for finding in section.findings:
            first = seen.setdefault(finding.id, finding)
            if (first.value, first.previous, first.period) != (
                finding.value,
                finding.previous,
                finding.period,
            ):
                what = f"two sections give different numbers for '{finding.label}' ({finding.id})"
                do = f"look at the period and categories of section '{section.id}'"
                yield Problem(study.where("sections"), what, do)


def _partnership(study: Study) -> Partnership:
    keys = study.partnership
    return Partnership(
        id=study.id.partition("/")[0],
        name=keys.name,
        short_name=keys.short_name,
        area_name=keys.area.name,
        area_kind=keys.area.kind,
        contacts=tuple(Entry(title=c.title, text=c.text, details=c.details) for c in keys.contacts),
    )


def _series(keys: SeriesKeys) -> SeriesRule:
    left_out = (LeftOut(period=each.period, what=each.what) for each in keys.season.leave_out)
    return SeriesRule(
        baseline=keys.baseline.months,
        centre=keys.centre,
        screened=keys.outlying == "leave out",
        equal_months=keys.equal_months,
        run=keys.run,
        direction=keys.direction,
        near=keys.near,
        among=keys.among,
        weight=keys.weight,
        season_months=keys.season.months,
        season_level=keys.season.level,
        left_out=tuple(left_out),
        trend_months=keys.trend.months,
    )


def _document(study: Study) -> Document:
    keys = study.edition
    return Document(
        title=keys.document.title,
        description=keys.document.description,
        version=keys.document.version,
        status=keys.status,
        published=keys.published.date,
        published_assumed=keys.published.assumed,
        marking=keys.marking,
        produced_by=keys.document.produced_by,
        copyright=keys.document.copyright,
        accessibility=keys.document.accessibility,
        details=keys.document.details,
    )


def _brand(keys: BrandKeys) -> Brand:
    return Brand(
        main=keys.main,
        accent=keys.accent,
        typeface=keys.typeface,
        logo=_picture(keys.logo) if keys.logo else None,
        partner_logos=tuple(map(_picture, keys.partner_logos)),
        cover=_picture(keys.cover) if keys.cover else None,
    )


def _picture(keys: LogoKeys) -> Picture:
    credit = keys.credit if isinstance(keys, CoverKeys) else ""
    return Picture(file=f"brand/{keys.file}", alt=keys.alt, credit=credit)


def _quoted(study: Study) -> Iterable[Finding]:
    for q in study.edition.quoted:
        yield Finding(
            id=identity("quoted", q.label),
            label=q.label,
            measure="quoted",
            unit=q.unit,
            period=q.period.period if q.period else study.period,
            value=q.value,
            printed=q.printed,
            origin="quoted",
            audience=q.audience,
            note=q.source,
        )


def _lists(keys: PartnershipKeys) -> dict[str, tuple[str, ...]]:
    lists = {name.casefold(): items for name, items in keys.lists.items()}
    lists["responsible authorities"] = keys.responsible_authorities
    lists["other partners"] = keys.other_partners
    for area in keys.areas:
        plural = f"{area.kind}s".casefold()
        lists[plural] = (*lists.get(plural, ()), area.name)
    if keys.peer_group:
        lists["peer group"] = keys.peer_group.members
    if keys.policing_body:
        lists["objectives"] = keys.policing_body.objectives
    return lists


def _accepted(study: Study, warnings: Iterable[Problem]) -> Iterable[Accepted]:
    for id_, because in study.edition.accept.items():
        found = [w.what for w in warnings if w.id == id_]
        if found:
            yield Accepted(id=id_, what="; ".join(dict.fromkeys(found)), because=because)
