"""The page at a glance: which headlines make tiles, and which lists have room for how much.

The page is one sheet. Its text is measured in letters and lines before it is laid out, rather over
than under, so that a list which has no room is cut between two items and never within one.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil

from report import words
from report.assessment import (
    Assessment,
    Cell,
    Column,
    Exhibit,
    Finding,
    Marker,
    Point,
    Priority,
    Recommendation,
    Row,
)
from report.periods import Period, same_dates
from report.prose.sentences import sentences

# The most tiles, and how many stand in a row.
TILES, ACROSS = 6, 3

# The most and the fewest items of a list, of which three stand beside one another.
ITEMS, FEW = 8, 3

# Points of height: the sheet below its title and without the notes under the tiles, kept a little
# short; a line, and one of a recommendation; a heading; a tile's figure and the space around it, of
# which that below the last row is none; a trend line; the space around an item; all of the lists
# that stand beside one another.
SHEET, LINE, FINE, HEADING, TILE, GAP, TREND, ITEM, LISTS = 622, 14, 13, 34, 59, 11, 33, 5, 200

# Letters in a line of a tile, of one of three lists, and of a recommendation.
TILED, LISTED, TOLD = 26, 33, 98

# Lines of a tile that a caution takes.
SAID = 4


@dataclass(frozen=True)
class Tile:
    """One measure: its finding, its position in the peer group, its years as a small chart.

    period: its own, where it is not the page's. then: what it is compared with, likewise.
    """

    finding: Finding
    period: Period | None = None
    then: Period | None = None
    position: Finding | None = None
    trend: Exhibit | None = None

    @property
    def verdict(self) -> str:
        """Say "better" or "worse"; nothing of an ambiguous measure, a small base, a caution.

        Nor of a change within normal variation.
        """
        found = self.finding
        if _usual(found):
            return ""
        if found.measure != "count" or not found.change or found.small_base or found.cautions:
            return ""
        good = {"lower is better": -1, "higher is better": 1, "ambiguous": 0}[found.polarity]
        return "" if not good else "better" if found.change * good > 0 else "worse"


@dataclass(frozen=True)
class Moved:
    """A list of what fell or rose, as far as it has room; left: how many more there are.

    Changes within normal variation stand behind the others, the first of them behind `usual`.
    """

    name: str
    findings: tuple[Finding, ...]
    left: int

    @property
    def usual(self) -> Finding | None:
        """The first change within normal variation."""
        return next((f for f in self.findings if _usual(f)), None)


@dataclass(frozen=True)
class Glance:
    """What stands on the page.

    others: headlines that make no tile. more: priorities that are left out. told: recommendations
    with room, each with its first sentence. untold: how many there is no room for.
    """

    tiles: tuple[Tile, ...]
    others: tuple[Finding, ...]
    moved: tuple[Moved, ...]
    priorities: tuple[Priority, ...]
    more: int
    told: tuple[tuple[Recommendation, str], ...]
    untold: int

    @property
    def compared(self) -> bool:
        """Whether anything on the page has an earlier figure."""
        return bool(self.moved) or any(_compared(t.finding) for t in self.tiles)

    @property
    def positions(self) -> list[Finding]:
        """List the positions that tiles show."""
        own = [t.finding for t in self.tiles if t.finding.measure == "position"]
        return [*own, *(t.position for t in self.tiles if t.position)]

    @property
    def marked(self) -> list[Marker]:
        """List the markers of what fell and rose."""
        return sorted({m for each in self.moved for f in each.findings for m in f.markers})

    @property
    def trends(self) -> list[Exhibit]:
        """List the small charts that tiles show."""
        return [t.trend for t in self.tiles if t.trend]


def glance(assessment: Assessment) -> Glance:
    """Choose what stands on the page."""
    every = tiles(assessment)
    shown = every[:TILES]
    items = _items(assessment)
    moved, priorities = tuple(_moved(assessment, items)), assessment.priorities[:items]
    room = SHEET - _tiled(shown) - _listed(moved, priorities) - HEADING
    told = _told(assessment.recommendations, room)
    return Glance(
        tiles=tuple(shown),
        others=tuple(t.finding for t in every[TILES:]),
        moved=moved,
        priorities=priorities,
        more=len(assessment.priorities[items:]),
        told=told,
        untold=len(assessment.recommendations) - len(told),
    )


def _items(assessment: Assessment) -> int:
    """Give how many items of each list have room."""
    for items in range(ITEMS, FEW, -1):
        moved = list(_moved(assessment, items))
        if _listed(moved, assessment.priorities[:items]) <= LISTS:
            return items
    return FEW


def tiles(assessment: Assessment) -> list[Tile]:
    """Make a tile of each headline; a position stands in the tile of its category's count."""
    findings = assessment.findings()
    chosen = [findings[id_] for id_ in assessment.headlines if id_ in findings]
    counted = {f.category for f in chosen if _counts(f)}
    positions = {f.category: f for f in findings.values() if f.measure == "position"}
    return [
        Tile(
            f,
            *_dates(assessment, f),
            positions.get(f.category) if _counts(f) else None,
            trend(assessment, f),
        )
        for f in chosen
        if f.measure != "position" or f.category not in counted
    ]


def _dates(assessment: Assessment, finding: Finding) -> tuple[Period | None, Period | None]:
    """Give the two periods of a finding that is not of those the page names above its tiles.

    One that is a year before a period of its own goes without saying.
    """
    then, own = finding.previous_period, finding.period != assessment.period
    alike = finding.period.earlier() if own else assessment.comparison
    if finding.measure == "position" or not (then and not same_dates(then, alike)):
        return (finding.period if own else None), None
    return finding.period, then


def _counts(finding: Finding) -> bool:
    """Say whether a finding is the count of a category in the partnership's own area."""
    return finding.measure == "count" and bool(finding.category) and not finding.area


def trend(assessment: Assessment, finding: Finding) -> Exhibit | None:
    """Make the small chart of a count's years, where a section shows them; else None."""
    same = (f for s in assessment.walk() for f in s.findings if f.id == finding.id)
    series = next((f.series for f in same if f.series), ())
    return _spark(finding, series) if series and finding.measure == "count" else None


def _spark(finding: Finding, series: Sequence[Point]) -> Exhibit:
    years = [Column(key=f"y{n}", label=p.label, unit=finding.unit) for n, p in enumerate(series)]
    cells = (Cell(value=finding.label), *(Cell(value=p.value) for p in series))
    return Exhibit(
        id=f"spark.{finding.id}",
        name=finding.label,
        kind="spark",
        form="spark",
        measure=finding.label,
        columns=(Column(key="label", label="Measure"), *years),
        rows=(Row(key=finding.id, cells=cells),),
        marks={"label": "label", "values": [c.key for c in years]},
        sources=finding.sources,
        audience=finding.audience,
    )


def _moved(assessment: Assessment, items: int) -> Iterable[Moved]:
    """Give what fell and what rose in the first overview that has an earlier period."""
    findings = assessment.findings()
    overviews = (s for s in assessment.walk() if s.kind == "overview")
    compared = (
        s
        for s in overviews
        if any(_compared(f) and not any(_dates(assessment, f)) for f in s.findings)
    )
    for listed in next((s.lists for s in compared), ()):
        known = [findings[i] for i in listed.findings if i in findings]
        found = [f for usual in (False, True) for f in known if _usual(f) == usual]
        yield Moved(listed.name, tuple(found[:items]), len(found[items:]))


def _usual(finding: Finding) -> bool:
    return finding.variation is not None and not finding.variation.clear


def _compared(finding: Finding) -> bool:
    return finding.measure == "count" and finding.change is not None


def _told(every: Sequence[Recommendation], room: float) -> tuple[tuple[Recommendation, str], ...]:
    """Give the recommendations that have room, from the first on, each with its first sentence."""
    told = [(each, next(sentences(each.text)).text) for each in every]
    while told and _high([text for _, text in told], TOLD, FINE) > room:
        room -= LINE if len(told) == len(every) else 0  # for the sentence that says so
        told.pop()
    return tuple(told)


def _high(texts: Iterable[str], letters: int, line: int = LINE) -> float:
    """Give the height of a list whose lines hold so many letters."""
    return sum(ceil(len(text) / letters) * line + ITEM for text in texts)


def _tiled(shown: Sequence[Tile]) -> float:
    """Give the height of the tiles, row by row as high as the highest."""
    rows = [shown[at : at + ACROSS] for at in range(0, len(shown), ACROSS)]
    return sum(max(_tile(tile) for tile in row) for row in rows) - (GAP if rows else 0)


def _tile(tile: Tile) -> float:
    found = tile.finding
    lines = ceil(len(found.label) / TILED) + (2 if found.previous is not None else 0)
    lines += sum(2 for period in (tile.period, tile.then) if period)
    lines += 1 if tile.position or found.measure == "position" else 0
    lines += SAID * len(found.cautions)
    return TILE + lines * LINE + (TREND if tile.trend else 0)


def _listed(moved: Sequence[Moved], priorities: Sequence[Priority]) -> float:
    """Give the height of the lists, which stand beside one another."""
    lists = [[p.title for p in priorities]]
    for each in moved:
        lists.append([f"{f.label} {words.moved(f)}" for f in each.findings])
        lists[-1] += ["and more"] * bool(each.left) + ["within"] * bool(each.usual)
    highest = max(_high(items, LISTED) for items in lists)
    return highest + HEADING if highest else 0
