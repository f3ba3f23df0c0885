"""Findings, exhibits, sources and what is said of their numbers, let out field by field."""

from collections.abc import Iterable

from report.assessment import (
    Caution,
    Classified,
    Compared,
    Exhibit,
    Finding,
    Grade,
    Interval,
    PeerGroup,
    Point,
    Rates,
    SourceRecord,
    Spread,
    Variation,
    Weighting,
)
from report.disclosure.leaving import Leaving, kept, marked


def findings(findings: Iterable[Finding], leaving: Leaving) -> tuple[Finding, ...]:
    """Let out the public findings."""
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
            sources=kept(finding.sources, leaving.sources),
            audience=finding.audience,
            markers=finding.markers,
            cautions=_cautions(finding.cautions),
            note=finding.note,
            band=finding.band,
        )
        for finding in marked(findings)
    )


def exhibits(exhibits: Iterable[Exhibit], leaving: Leaving) -> tuple[Exhibit, ...]:
    """Let out the public exhibits."""
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
            sources=kept(exhibit.sources, leaving.sources),
            audience=exhibit.audience,
        )
        for exhibit in marked(exhibits)
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


def source(source: SourceRecord) -> SourceRecord:
    """Let out the record of a source, without what was set aside in it."""
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
