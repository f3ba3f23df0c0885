"""The chart of a category's months against what is usual, with all its figures."""

from collections.abc import Iterator, Mapping, Sequence

from report.assessment import Cell, Column, Exhibit, Number, Row, slug
from report.config.series import SeriesKeys
from report.measures.control import RULES, Signal
from report.measures.smoothing import ewma
from report.sections.cells import number_cell, row
from report.sections.control import Controlled, unjudged, words
from report.sections.desk import Desk
from report.sections.exhibits import exhibit
from report.sections.series import cautions, rule

# Decimals of a level and its limits, which are means of whole numbers; and what they are, since the
# lower end of many cases may be a small number, and no small count.
MEAN, NUMBER = 1, "number"

# What is drawn of a month: a value, and the level and limits that it is judged by.
Drawn = tuple[Number | None, Number | None, Number | None, Number | None]


def usual_range(desk: Desk, found: Controlled, message: str) -> list[Exhibit]:
    """Make the chart of months over their usual range; none where a category has no such range."""
    keys = rule(desk)
    if unjudged(keys, found):
        return []
    told = ["; ".join(words(keys, one).name for one in month) for month in found.signals]
    label = "Equal months" if keys.equal_months else "Count"
    return [_chart(desk, found, "usual range", label, _usual(found), told, message)]


def smoothed(desk: Desk, found: Controlled, message: str) -> list[Exhibit]:
    """Make the chart of the months averaged with those before them, which shows small shifts."""
    keys = rule(desk)
    if unjudged(keys, found):
        return []
    drawn = list(_averaged(keys, found))
    told = [_outside(keys, one) for one in drawn]
    return [_chart(desk, found, "smoothed months", "Smoothed", drawn, told, message)]


def _usual(found: Controlled) -> list[Drawn]:
    every: list[Drawn] = []
    for stretch in found.stretches:
        at = stretch.limits
        bounds = (at.centre, max(0, at.lower), at.upper) if at else (None, None, None)
        every += [(found.judged[place], *bounds) for place in stretch.months]
    return every


def _averaged(keys: SeriesKeys, found: Controlled) -> Iterator[Drawn]:
    for stretch in found.stretches:
        counts = [found.judged[place] for place in stretch.months]
        if stretch.limits is None:
            yield from ((None, None, None, None) for _ in counts)
            continue
        for one in ewma(counts, stretch.limits, keys.weight):
            low = None if one.lower is None else max(0, one.lower)
            yield one.value, stretch.limits.centre, low, one.upper


def _outside(keys: SeriesKeys, drawn: Drawn) -> str:
    value, _, low, high = drawn
    if value is None or low is None or high is None or low <= value <= high:
        return ""
    return words(keys, Signal("beyond", 1 if value > high else -1)).name


def _chart(
    desk: Desk,
    found: Controlled,
    form: str,
    label: str,
    drawn: Sequence[Drawn],
    told: Sequence[str],
    message: str,
) -> Exhibit:
    keys, series = rule(desk), found.series
    category = desk.category(series.category)
    unit = category.unit
    plain = form == "usual range" and not keys.equal_months
    own = [] if plain else [Column(key="value", label=label, unit=NUMBER, decimals=MEAN)]
    columns = [
        Column(key="month", label="Month"),
        Column(key="count", label="Count", unit=unit),
        *own,
        Column(key="centre", label="Usual level", unit=NUMBER, decimals=MEAN),
        Column(key="lower", label="Lower end", unit=NUMBER, decimals=MEAN),
        Column(key="upper", label="Upper end", unit=NUMBER, decimals=MEAN),
        Column(key="signal", label="What it signals"),
        *([Column(key="changed", label="Recording changed")] if series.breaks else []),
    ]
    names = [words(keys, Signal(name, side)).name for name in RULES for side in (1, -1)]
    return exhibit(
        desk,
        form,
        f"{category.label} {form}",
        columns,
        kind="control_chart",
        measure=category.label,
        period=series.whole.label,
        comparison=found.baseline,
        rows=tuple(_rows(found, drawn, told, plain=plain)),
        marks=_marks(found, names, plain=plain),
        message=message,
        methods=("control_chart" if form == "usual range" else "smoothed",),
        cautions=cautions(desk, series),
        sources=desk.sources(series.category),
    )


def _rows(
    found: Controlled, drawn: Sequence[Drawn], told: Sequence[str], *, plain: bool
) -> Iterator[Row]:
    for at, (month, one, said) in enumerate(zip(found.series.months, drawn, told, strict=True)):
        values = one[1:] if plain else one
        changed = [Cell(value=found.series.breaks.get(at, ""))] if found.series.breaks else []
        cells = map(number_cell, (found.series.counts[at], *values))
        yield row(slug(month.label), month.label, *cells, Cell(value=said), *changed)


def _marks(found: Controlled, names: Sequence[str], *, plain: bool) -> Mapping[str, object]:
    """Say which columns are drawn, and from where to where each baseline goes, row by row."""
    ends = [
        slug(found.series.months[at].label)
        for stretch in found.stretches
        if stretch.baseline
        for at in (stretch.baseline[0], stretch.baseline[-1])
    ]
    return {
        **{"label": "month", "values": ["count" if plain else "value"]},
        **{name: name for name in ("centre", "lower", "upper", "signal")},
        **{"signals": list(names), "baseline": ends},
        **({"changed": "changed"} if found.series.breaks else {}),
    }
