"""The season of a category's months and their trend, each with what may be said of it."""

from collections.abc import Collection

from report.assessment import Column, Exhibit, Finding, Interval, slug
from report.measures import stretches
from report.periods import MONTHS
from report.sections.cells import row
from report.sections.desk import Desk, guarded
from report.sections.exhibits import exhibit
from report.sections.facts import identity
from report.sections.series import Series, cautions, rule

# Cautions that move a trend; at a break, and where area codes give way, it begins anew.
MOVING = ("missing month", "partial month", "unlocated")


def seasonal(desk: Desk, found: Series) -> tuple[list[Finding], list[Exhibit]]:
    """Find the months of a year that have most and fewest, and their table where a season shows.

    Nothing where there are too few months that were recorded alike.
    """
    from report.measures.season import season  # its libraries are for this alone

    keys, own = rule(desk), [found.months[at] for at in found.alike]
    counts = [found.counts[at] for at in found.alike]
    alike = stretches.alike(counts, [month.days for month in own])
    made = season(alike, keys.season.months, _left_out(desk, found))
    if made is None:
        return [], []
    first = own[0].first.month - 1
    names = [MONTHS[(first + at) % len(MONTHS)] for at in range(len(MONTHS))]
    ratios = dict(zip(names, made.ratios, strict=True))
    shows = 100 * made.p < 100 - keys.season.level
    most, fewest = max(ratios, key=ratios.__getitem__), min(ratios, key=ratios.__getitem__)
    note = keys.words.season.format(most=most, fewest=fewest) if shows else keys.words.no_season
    value = 100 * (ratios[most] - 1)
    finding = _finding(desk, found, "season", value=value, unit="%", note=note)
    return [finding], [_table(desk, found, ratios)] if shows else []


def _left_out(desk: Desk, found: Series) -> Collection[int]:
    """Give the places, among the months recorded alike, of those that the house leaves out."""
    spans = [each.period for each in rule(desk).season.leave_out]
    return {
        place
        for place, at in enumerate(found.alike)
        if any(span.first <= found.months[at].first <= span.last for span in spans)
    }


def growing(desk: Desk, found: Series) -> list[Finding]:
    """Find how much the months grew by the year; nothing where too few were recorded alike."""
    from report.measures.growth import trend  # its libraries are for this alone

    keys, counts = rule(desk), [found.counts[at] for at in found.alike]
    days = [found.months[at].days for at in found.alike]
    level = keys.trend.level
    made = trend(counts, days, keys.trend.months, seasons=True, level=level / 100)
    if made is None:
        return []
    note = keys.words.level
    if made.lower > 0 or made.upper < 0:
        note = keys.words.rising if made.yearly > 0 else keys.words.falling
    between = Interval(low=made.lower, high=made.upper, level=level)
    said = tuple(caution for caution in cautions(desk, found) if caution.kind in MOVING)
    more: dict[str, object] = {"value": made.yearly, "unit": "change %", "interval": between}
    more |= {"cautions": said}
    return [_finding(desk, found, "growth", note=note, **more)]


def _finding(desk: Desk, found: Series, measure: str, **more: object) -> Finding:
    category = desk.category(found.category)
    fields: dict[str, object] = {
        "id": identity(measure, found.category),
        "label": category.label,
        "measure": measure,
        "category": found.category,
        "period": found.span(found.alike),
        "polarity": category.polarity,
        "method": measure,
        "sources": desk.sources(found.category),
        "audience": guarded(desk, found.counts),
    }
    return Finding.model_validate(fields | more)


def _table(desk: Desk, found: Series, ratios: dict[str, float]) -> Exhibit:
    """Make the table of the months of a year, each in per cent of an average one."""
    category = desk.category(found.category)
    columns = [
        Column(key="month", label="Month"),
        Column(key="ratio", label="Of an average month", unit="%", decimals=0),
    ]
    return exhibit(
        desk,
        "season",
        f"{category.label} season",
        columns,
        measure=category.label,
        period=found.span(found.alike).label,
        rows=tuple(row(slug(name), name, 100 * ratio) for name, ratio in ratios.items()),
        cautions=cautions(desk, found),
        sources=desk.sources(found.category),
    )
