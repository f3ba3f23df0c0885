"""The table and the chart of harm: the ranking by harm beside the ranking by count."""

from collections.abc import Callable, Sequence

from report.assessment import Cell, Column, Exhibit, Finding, Row, Weighting
from report.measures import peers, places, rates
from report.measures.harm import Harm
from report.sections.cells import row
from report.sections.denominators import Denominator
from report.sections.exhibits import exhibit
from report.sections.facts import of_counts, said_once
from report.sections.weighed import Weighed

# Where a category has no offence with a weight.
NONE = Cell(markers=("z",))

SHARE = "%"


def harm_table(
    made: Weighed, found: Sequence[Finding], stub: str, heads: Denominator | None, **more: object
) -> Exhibit:
    """Make the table.

    heads: the residents that all harm is given per 1,000 of, where they are known.
    """
    unit = made.desk.category(next(iter(made.now))).unit
    count, by_harm = "By count", "By harm"
    columns = [
        Column(key="category", label=stub),
        Column(key="count", label="Count", unit=unit, group=count),
        Column(key="count_share", label="Share", unit=SHARE, group=count),
        Column(key="count_rank", label="Rank", unit="rank", group=count),
        Column(key="harm", label="Harm", unit="harm", group=by_harm),
        Column(key="harm_share", label="Share", unit=SHARE, group=by_harm),
        Column(key="harm_rank", label="Rank", unit="rank", group=by_harm),
        Column(key="places", label="Places", unit="places", group=by_harm),
    ]
    weighting, sources = _weighting(made, heads), heads.sources if heads else ()
    table = _exhibit(made, found, columns, _rows(made), weighting=weighting, wide=False, **more)
    return table.model_copy(update={"sources": tuple(dict.fromkeys((*table.sources, *sources)))})


def harm_chart(made: Weighed, found: Sequence[Finding], stub: str, **more: object) -> Exhibit:
    """Draw each category's share of the count beside its share of the harm."""
    columns = [
        Column(key="category", label=stub),
        Column(key="count", label="Offences", unit=SHARE),
        Column(key="harm", label="Harm", unit=SHARE),
    ]
    rows = [
        row(
            c,
            made.label(c),
            made.count_share(c),
            made.harm_share(c),
        )
        for c in made.ranked
    ]
    marks = {"label": "category", "values": ["count", "harm"]}
    return _exhibit(made, found, columns, rows, kind="period_bars", marks=marks, **more)


def _exhibit(
    made: Weighed,
    found: Sequence[Finding],
    columns: list[Column],
    rows: list[Row],
    **more: object,
) -> Exhibit:
    name = str(more.pop("name"))
    return exhibit(
        made.desk,
        "harm",
        name,
        columns,
        rows=tuple(rows),
        cautions=said_once(*(of_counts(made.desk.cautions(c)) for c in made.now)),
        methods=("harm",),
        sources=made.sources(*made.now),
        findings=found,
        **more,
    )


def _rows(made: Weighed) -> list[Row]:
    ranked = made.ranked
    by_count = _ranks(made, lambda each: each.counted)
    by_harm = _ranks(made, lambda each: each.total)
    others = [c for c in made.now if c not in ranked]
    rows = [
        row(
            category,
            made.label(category),
            made.now[category].counted,
            made.count_share(category),
            by_count[category],
            made.now[category].total,
            made.harm_share(category),
            by_harm[category],
            _places(by_harm[category], by_count[category]),
        )
        for category in ranked
    ]
    rows += [
        row(c, made.label(c), made.now[c].counted, made.count_share(c), *[NONE] * 5) for c in others
    ]
    return [*rows, *_total(made)]


def _ranks(made: Weighed, of: Callable[[Harm], float]) -> dict[str, Cell]:
    """Rank the categories that have a weight."""
    values = {c: of(made.now[c]) for c in made.ranked}
    return {c: Cell(value=rank, tied=tied) for c, rank, tied in places.ranked(values)}


def _places(one: Cell, other: Cell) -> int:
    assert isinstance(one.value, int)
    assert isinstance(other.value, int)
    return peers.places_gained(one.value, other.value)


def _total(made: Weighed) -> list[Row]:
    if not made.whole:
        return []
    whole = made.total
    share = rates.share_pct(whole.total, whole.total)
    cells = (whole.counted, 100.0, None, whole.total, share, None, None)
    return [row("total", made.label(made.whole), *cells, role="total")]


def _weighting(made: Weighed, heads: Denominator | None) -> Weighting:
    every = {made.label(c): each.unweighted_pct for c, each in made.now.items()}
    people = heads.people[made.desk.own] if heads else 0
    return Weighting(
        scheme=made.weights.scheme,
        version=made.weights.version,
        unweighted_pct=made.total.unweighted_pct or 0,
        unweighted={label: pct for label, pct in every.items() if pct},
        rate=rates.per_1000(made.total.total, people) if people else None,
        year=heads.year if heads else None,
    )
