"""The tables of areas over several years: what lasts, who stayed among the first, concentration."""

from collections.abc import Iterable, Sequence

from report.assessment import Caution, Cell, Column, Exhibit, Row, Spread, slug
from report.measures import concentration
from report.sections import years
from report.sections.cells import count_cell, header, number_cell, row
from report.sections.exhibits import exhibit
from report.sections.facts import of_counts, said_once
from report.sections.over_time import AreasOverTime, Counts, Places

NUMBER, SHARE = "number", "%"


def lasting(made: AreasOverTime) -> list[Exhibit]:
    """Make the tables: the first one where some areas last and all windows may be compared."""
    hotspots = [_hotspots(made)] if made.often and made.steady else []
    shares = [_shares(made)] if made.keys.concentration else []
    return [*hotspots, _tops(made), *shares]


def _table(
    made: AreasOverTime, form: str, name: str, columns: Sequence[Column], **more: object
) -> Exhibit:
    keys = made.desk.category(made.category)
    return exhibit(
        made.desk,
        form,
        f"{keys.label} {name}",
        columns,
        measure=keys.label,
        period=years.span(made.periods),
        cautions=made.desk.told(said_once(*made.steps)),
        estimated=made.desk.estimated(made.own.windows[-1]),
        sources=made.sources,
        findings=made.findings(),
        **more,
    )


def _spread(made: AreasOverTime, place: Places, percent: float, often: int = 0) -> Spread:
    return Spread(
        where=place.name,
        percent=percent,
        areas=concentration.areas_in(place.number, percent),
        among=place.number,
        often=often,
        windows=made.keys.windows,
    )


def _hotspots(made: AreasOverTime) -> Exhibit:
    unit, number = made.desk.category(made.category).unit, len(made.periods)
    often = Column(key="often", label="Years among those with most", unit="years")
    area = Column(key="area", label=header(made.keys.areas))
    return _table(
        made,
        "hotspots",
        "hotspots",
        [area, *years.columns(made.desk, made.periods, unit), often],
        rows=tuple(_hotspot(made, code, n, number) for code, n in made.often.items()),
        spreads=(_spread(made, made.wide, made.keys.among, made.keys.often),),
        methods=("persistence", *made.desk.bridging(made.keys.areas)),
    )


def _hotspot(made: AreasOverTime, code: str, often: int, number: int) -> Row:
    name = made.desk.area_name(code)
    counts = years.cells(made.desk, made.category, code, made.periods)
    return row(slug(name), name, *counts, Cell(value=often, of=number))


def _tops(made: AreasOverTime) -> Exhibit:
    columns = [
        Column(key="year", label="Year"),
        Column(key="stayed", label="Stayed", unit=NUMBER),
        Column(key="new", label="New", unit=NUMBER),
        Column(key="left", label="Left", unit=NUMBER),
        Column(key="overlap", label="Overlap", unit=SHARE),
    ]
    pairs = zip(made.own.windows, made.own.windows[1:], made.steps[1:], strict=False)
    rows = [
        row(slug(period.year_label), period.year_label, *_step(made, *pair))
        for period, pair in zip(made.periods[1:], pairs, strict=True)
    ]
    spread = _spread(made, made.own, 100).model_copy(update={"areas": made.keys.top})
    return _table(
        made,
        "top over time",
        f"top {made.keys.top}",
        columns,
        rows=tuple(rows),
        spreads=(spread,),
        methods=("stability",),
    )


def _step(made: AreasOverTime, earlier: Counts, now: Counts, said: Iterable[Caution]) -> list[Cell]:
    if said:
        return [Cell(markers=("x",))] * 4
    found = concentration.stability(earlier, now, made.keys.top)
    numbers = (len(found.stayed), len(found.new), len(found.left), found.overlap_pct)
    return [number_cell(number) for number in numbers]


def _shares(made: AreasOverTime) -> Exhibit:
    columns = [Column(key="year", label="Year")]
    for at, place in enumerate(made.compared):
        share = Column(key=f"share{at}", label="Share", unit=SHARE, group=place.name)
        index = Column(
            key=f"index{at}", label="Unevenness", unit=NUMBER, decimals=2, group=place.name
        )
        columns += [share, index]
    return _table(
        made,
        "concentration",
        "concentration",
        columns,
        rows=tuple(
            row(slug(p.year_label), p.year_label, *_spreads_of(made, n))
            for n, p in enumerate(made.periods)
        ),
        spreads=tuple(_spread(made, place, made.keys.share_of) for place in made.compared),
        methods=("concentration",),
    )


def _spreads_of(made: AreasOverTime, window: int) -> list[Cell]:
    said = of_counts(made.steps[window])
    cells = []
    for place in made.compared:
        counts = [*place.windows[window].values()]
        share = concentration.top_share_pct(counts, made.keys.share_of)
        cells += [count_cell(each, said) for each in (share, concentration.gini(counts))]
    return cells
