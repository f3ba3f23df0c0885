"""The funnel of a table's areas: all areas of the county by size and rate, with the limits.

Areas of which too few are expected for a label have no limits and no place in it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from report.assessment import Column, Exhibit, Row, slug
from report.config.classification import FUNNELS, MethodKeys
from report.measures import funnel, rates
from report.sections.cells import header, row
from report.sections.classes import Around, Labelled
from report.sections.denominators import WORDS
from report.sections.exhibits import exhibit
from report.sections.facts import of_counts
from report.sections.top import TopAreas

# Points of which the limits are drawn.
POINTS = 80

# Per cent.
WHOLE = 100

# Grades of areas beyond the limits.
BEYOND = ("very high", "high", "low")

INNER, OUTER = ("low", "high"), ("lowest", "highest")


@dataclass(frozen=True)
class Walls:
    """The limits of a funnel as rates per 1,000, for any number of people.

    spread: how much more than by chance areas differ; None where chance alone is allowed for.
    """

    keys: MethodKeys
    rate: float
    spread: funnel.Spread | None

    @classmethod
    def of(cls, around: Around, keys: MethodKeys) -> "Walls":
        """Find them as the labels do."""
        people = around.heads.people
        wide = funnel.spread(around.counts, funnel.expected(around.counts, people), keys.trim)
        chance = keys.method == "poisson_funnel"
        return cls(keys, around.rate, None if chance else wide)

    @property
    def cuts(self) -> tuple[float, ...]:
        """From where an area is high, and very high where that is told apart."""
        return tuple(cut for cut in (self.keys.high, self.keys.very_high) if cut is not None)

    def name(self, cut: float) -> str:
        """Name a pair of limits: by chance alone so many per cent lie within, else a deviation."""
        return f"{cut:g}% limits" if self.spread is None else f"limits at {cut:g}"

    def beside(self, people: Sequence[float]) -> list[list[float | None]]:
        """Give the limits for each number of people: lower and upper of each cut.

        None where too few are expected for a label.
        """
        wanted = [self.rate * number / 1000 for number in people]
        told = sorted({each for each in wanted if 0 < each >= self.keys.least})
        limits = {each: list[float]() for each in told}
        for cut in self.cuts:
            for each, pair in zip(told, self._counts(told, cut), strict=True):
                limits[each] += pair
        nothing = [None] * 2 * len(self.cuts)
        return [
            [rates.per_1000(end, number) for end in limits[each]] if each in limits else [*nothing]
            for each, number in zip(wanted, people, strict=True)
        ]

    def _counts(self, wanted: list[float], cut: float) -> list[funnel.Limits]:
        if self.spread is None:
            return funnel.chance_limits(wanted, cut / WHOLE)
        return [self.spread.limits(each, cut) for each in wanted]


def funnels(top: TopAreas) -> list[Exhibit]:
    """Make the chart where it is asked for. Raises InputError where the labels have no funnel."""
    found = top.labelled
    if not top.top.funnel or not top.ranks:
        return []
    keys = found.method.keys if found else None
    if found is None or found.around is None or keys is None or keys.method not in FUNNELS:
        name = found.facts.name or "declared counts" if found else top.top.named
        what = f"labels by '{name}' have no funnel to draw"
        raise top.desk.missing(what, "write 'labels: default', or take 'funnel' out", "top")
    return [_chart(top, found, found.around, Walls.of(found.around, keys))]


def _chart(top: TopAreas, found: Labelled, around: Around, walls: Walls) -> Exhibit:
    desk, keys = top.desk, top.desk.category(top.category)
    county = desk.study.areas()[around.wide].name
    columns = _columns(top, around, walls)
    inside = desk.study.within(desk.own, top.top.areas)
    placed = [code for code in around.counts if found.grades[code] != "too few"]
    if not placed:
        what = f"too few are expected of every {top.top.areas} to draw a funnel"
        raise desk.missing(what, "take 'funnel' out", "top")
    own = _furthest(found, around, walls, [code for code in placed if code in inside])
    beyond = [code for code in own if found.grades[code] in BEYOND]
    left = tuple(desk.area_name(code) for code in inside if code not in own)
    return exhibit(
        desk,
        "funnel",
        f"{keys.label} funnel by {top.top.areas}",
        columns,
        kind="funnel",
        measure=keys.label,
        rows=(
            *_areas(around, found, walls, own, "row"),
            _whole(around, county, len(columns)),
            *_areas(around, found, walls, [code for code in placed if code not in own], "rest"),
            *_walls(around, walls),
        ),
        marks={
            "label": "area",
            "size": "people",
            "values": [column.key for column in columns if column.unit == "per 1,000"],
            "inner": [*INNER],
            "outer": [*OUTER] if len(walls.cuts) > 1 else [],
            "own": desk.study.partnership.area.name,
        },
        shown=len(beyond),
        rates=around.heads.facts(desk, beyond),
        classified=(found.facts.model_copy(update={"left_out": left}),),
        cautions=of_counts(desk.cautions(top.category)),
        methods=(found.facts.method, "rate"),
        sources=found.sources,
        sensitive=keys.sensitive,
    )


def _columns(top: TopAreas, around: Around, walls: Walls) -> list[Column]:
    keys, of = top.desk.category(top.category), WORDS[around.heads.of]
    columns = [
        Column(key="area", label=header(top.top.areas)),
        Column(key="count", label=keys.label, unit=keys.unit),
        Column(key="people", label=header(of), unit="number"),
        Column(key="rate", label=around.heads.header, unit="per 1,000", decimals=1),
    ]
    for pair, cut in zip((INNER, OUTER), walls.cuts, strict=False):
        group = walls.name(cut)
        columns += [
            Column(key=k, label=text, unit="per 1,000", decimals=1, group=group)
            for k, text in zip(pair, ("from", "to"), strict=True)
        ]
    return [*columns, Column(key="label", label="Label", unit="label")]


def _furthest(found: Labelled, around: Around, walls: Walls, codes: Sequence[str]) -> list[str]:
    """Order areas: those beyond the limits before the others, the furthest out at the head."""
    people = around.heads.people
    limits = dict(zip(codes, walls.beside([people[code] for code in codes]), strict=True))

    def away(code: str) -> float:
        rate = rates.per_1000(around.counts[code], people[code])
        end = limits[code][1 if rate > walls.rate else 0]
        return abs(rate - walls.rate) / abs(end - walls.rate) if end is not None else 0.0

    return sorted(codes, key=lambda code: (found.grades[code] not in BEYOND, -away(code)))


def _areas(
    around: Around, found: Labelled, walls: Walls, codes: Sequence[str], role: str
) -> Iterator[Row]:
    people = around.heads.people
    every = walls.beside([people[code] for code in codes])
    for code, limits in zip(codes, every, strict=True):
        name = around.desk.area_name(code)
        rate = around.heads.cell(code, around.counts[code])
        key = slug(name) if role == "row" else code
        cells = (name, around.counts[code], people[code], rate, *limits, found.labels.get(code))
        yield row(key, *cells, role=role)


def _whole(around: Around, county: str, width: int) -> Row:
    """Make the row of the county, which no limits are for."""
    cells = (county, sum(around.counts.values()), sum(around.heads.people.values()), around.rate)
    return row("county", *cells, *[None] * (width - len(cells)), role="total")


def _walls(around: Around, walls: Walls) -> Iterator[Row]:
    """Make the rows of the points that the limits are drawn through."""
    most, least = max(around.heads.people.values()), min(around.heads.people.values())
    first = max(least, 1000 * walls.keys.least / walls.rate if walls.rate else most)
    people = [first + (most - first) * at / POINTS for at in range(POINTS + 1)]
    for at, limits in enumerate(walls.beside(people) if first < most else ()):
        cells = ("", None, people[at], None, *limits, None)
        yield row(f"limits-{at}", *cells, role="group")
