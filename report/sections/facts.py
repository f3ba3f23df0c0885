"""Make findings that several section kinds share."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Any

from report.assessment import Caution, Finding, Interval, Marker, Number, Point, Variation, slug
from report.measures import intervals, rates
from report.measures.change import change
from report.periods import Period
from report.sections.desk import Desk, guarded

# Two years are a change, and no series.
SHORTEST_SERIES = 3


def count(desk: Desk, category: str, area: str | None = None) -> Finding:
    """Count a category in an area over the desk's period, with its change on the comparison.

    Without a value where the guard withholds it. Raises InputError where no source holds the count.
    """
    area = area or desk.own
    value, previous = (
        desk.tables.count(category, area, p.first, p.last) for p in (desk.period, desk.comparison)
    )
    if value is None and not desk.withheld(category):
        name = desk.area_name(area) or desk.study.partnership.area.name
        what = f"no source counts '{category}' in {name} for {desk.period.label}"
        raise desk.missing(what, "add rows for it to a source, or take it out of the section")
    return count_finding(desk, category, area, value, previous)


def count_finding(
    desk: Desk, category: str, area: str, value: float | None, previous: float | None
) -> Finding:
    """Make the finding of a count and its change; `previous` None where the data has none."""
    keys, name, cautions = desk.category(category), desk.area_name(area), desk.cautions(category)
    if value is None or any(caution.change == "withheld" for caution in cautions):
        previous = None
    return Finding(
        id=identity("count", category, "" if area == desk.own else area),
        label=keys.label + (f" in {name}" if name else ""),
        measure="count",
        category=category,
        area=name,
        unit=keys.unit,
        period=desk.period,
        polarity=keys.polarity,
        method="count",
        sources=desk.sources(category, areas=[area]),
        audience=guarded(desk, [value, previous], sensitive=keys.sensitive and area != desk.own),
        markers=change_markers(cautions),
        cautions=cautions,
        **moved(desk, value, previous, desk.variation(category, area)),
    )


# What a finding has only where it is compared with an earlier one.
ALONE = dict.fromkeys(("previous", "previous_period", "change", "change_pct", "variation"))


def moved(
    desk: Desk, value: Number | None, previous: Number | None, tested: Variation | None
) -> dict[str, Any]:
    """Give a finding's count and the change in it, with what the test says of that."""
    found = {"value": value, "previous": previous, "small_base": False}
    if value is None or previous is None:
        return ALONE | found
    small = desk.study.edition.comparison.small_base
    made = change(value, previous, small)
    return found | {
        "previous_period": desk.comparison,
        "change": made.difference,
        "change_pct": made.percent,
        "small_base": made.small_base,
        "variation": tested,
    }


def added(values: Iterable[Number | None]) -> Number | None:
    """Add counts up; None where one of them is not there."""
    known = list(values)
    return None if None in known else sum(value for value in known if value is not None)


def less(one: Number | None, other: Number | None) -> Number | None:
    """Take one count from another; None where one of them is not there."""
    return None if one is None or other is None else one - other


def change_markers(cautions: Iterable[Caution]) -> tuple[Marker, ...]:
    """Give what stands behind a change: "x" in its place, or a marker for each way of labelling."""
    cautions = [caution for caution in cautions if caution.change]
    if any(caution.change == "withheld" for caution in cautions):
        return ("x",)
    return tuple(dict.fromkeys(caution.marker for caution in cautions))


def cited(findings: Iterable[Finding]) -> tuple[str, ...]:
    """Give the sources of some findings, each once."""
    return tuple(dict.fromkeys(source for f in findings for source in f.sources))


def share(
    desk: Desk, part: Finding, whole: float, of_label: str, sources: Sequence[str] = ()
) -> Finding | None:
    """Make the finding of a part's share of a whole, which may rest on sources of its own.

    None where the whole is 0; without a value where that of the part is withheld.
    """
    value = rates.share_pct(part.value, whole) if part.value is not None else None
    if value is None and part.value is not None:
        return None
    return part.model_copy(
        update={
            "id": part.id.replace("count.", "share.", 1),
            "measure": "share",
            "unit": "%",
            "value": value,
            "of": whole,
            "of_label": of_label,
            "interval": _share_interval(desk, part.value, whole),
            "small_base": False,
            "method": "share",
            "sources": tuple(dict.fromkeys((*part.sources, *sources))),
            "cautions": of_counts(part.cautions),
            **ALONE,
        }
    )


def _share_interval(desk: Desk, part: Number | None, whole: Number) -> Interval | None:
    """Give the limits of a share in per cent; none of estimates, and of parts that overlap."""
    rule = desk.study.intervals
    if rule is None or part is None or part > whole or int(part) != part or int(whole) != whole:
        return None
    found = intervals.wilson(int(part), int(whole), rule.level / 100)
    return Interval(low=100 * found.low, high=100 * found.high, level=rule.level)


def remembered(
    desk: Desk, findings: Iterable[Finding], years: Mapping[str, Sequence[Number | None]]
) -> list[Finding]:
    """Give findings their series: the counts of the years that a table shows, oldest first.

    years: finding id -> counts of the table's years. A finding keeps none where one of them lacks.
    None keeps any where a small count holds the table back, since it could be worked out.
    """
    if guarded(desk, (v for values in years.values() for v in values)) != desk.plan.audience:
        return list(findings)
    return [
        f.model_copy(update={"series": _points(desk, f.category, years.get(f.id, ()))})
        for f in findings
    ]


def _points(desk: Desk, category: str, values: Sequence[Number | None]) -> tuple[Point, ...]:
    """Give a series; none where a count lacks, or is not safe as it stands."""
    known = [value for value in values if value is not None]
    if len(known) < max(len(values), SHORTEST_SERIES):
        return ()
    periods = desk.years(len(known) - 1)
    if any(desk.tables.guard.counted(category, period) for period in periods):
        return ()
    return tuple(
        Point(label=p.year_label, value=v, cautions=_since(desk, category, p))
        for p, v in zip(periods, known, strict=True)
    )


def _since(desk: Desk, category: str, then: Period) -> tuple[Caution, ...]:
    """Give what is to be said of a change from an earlier year to the desk's period."""
    if then == desk.period:
        return ()
    counted = desk.tables.counted_in(desk.own)
    cautions = desk.tables.guard.changed(category, desk.period, then, counted)
    return desk.told(cautions, *(counted(category, p) for p in (desk.period, then)))


def identity(measure: str, *names: str) -> str:
    """Give a finding's id: measure and slugs, dotted, lower case."""
    return ".".join([measure, *(slug(name) for name in names if name)])


def of_counts(cautions: Iterable[Caution]) -> tuple[Caution, ...]:
    """Give the cautions that concern counts of the period, and not only the change in them."""
    return tuple(caution for caution in cautions if caution.count)


def said_once(*cautions: Iterable[Caution]) -> tuple[Caution, ...]:
    """Give cautions of several findings, of each about one thing the first."""
    return tuple({(c.id, c.label): c for c in reversed(list(chain(*cautions)))}.values())[::-1]


def compared_by(findings: Iterable[Finding]) -> tuple[str, ...]:
    """Name the methods by which the counts of some findings are compared."""
    return ("change", "variation") if any(f.variation for f in findings) else ("change",)


def unit_of(findings: Iterable[Finding]) -> str:
    """Give what some counts count, "cases" where they are of several kinds."""
    units = {f.unit for f in findings}
    return units.pop() if len(units) == 1 else "cases"


def unique(findings: Iterable[Finding | None]) -> tuple[Finding, ...]:
    """Drop what is missing, and findings met twice under one id, keeping the first."""
    return tuple({f.id: f for f in findings if f}.values())
