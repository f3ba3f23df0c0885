"""The rows that a number was made of: found again in the files, by the rules by which they counted.

Nothing is worked out anew here: a typed table has the lines of its rows, and files of single
offences are read once more by `counting`.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from report.assessment import Finding, SourceRecord, slug
from report.config.study import Study
from report.periods import Period
from report.sources.bridges import carried
from report.sources.choosing import CHOSEN, TIMELESS, Wanted
from report.sources.counting import tally
from report.sources.encodings import decoded
from report.sources.files import parts
from report.sources.layouts import Layout, read_layout
from report.sources.points import locator
from report.sources.sums import groupings, wider
from report.sources.tables import Tables
from report.sources.tallies import Fate, Tally
from report.sources.values import Names

# So many rows of a source are shown in full; of more, only how many there are.
SHOWN = 20

# Columns by which rows are chosen.
CHOOSING = ("first", "last", "area", "category", "code", "theme")

Place = tuple[str, int]


@dataclass(frozen=True)
class Traced:
    """The rows of a source for a category, in areas, over a period; None for rows of no period.

    number: of rows. total: what they add up to, None where no number is their sum. header: of the
    first file. rows: file, line and text, where there are few. parts: names of the files'
    categories that were added up. columns: headers of those by which the rows were chosen: of the
    dates, the area, the category, the code and the theme.
    """

    source: str
    period: Period | None
    number: int
    total: float | None
    parts: tuple[str, ...] = ()
    header: str = ""
    rows: tuple[tuple[str, int, str], ...] = ()
    columns: tuple[str, ...] = ()


@dataclass(frozen=True)
class Evidence:
    """The rows behind a finding: those of its period, then those of its comparison.

    changed: records, as they are now, of sources that are not the files that were read then.
    """

    rows: tuple[Traced, ...] = ()
    changed: tuple[SourceRecord, ...] = ()


def evidence(
    study: Study,
    tables: Tables,
    now: Iterable[SourceRecord],
    then: Iterable[SourceRecord],
    finding: Finding,
) -> Evidence:
    """Find the rows behind a number again.

    now, then: the records of the sources as they are read here, and as they were read for the
    finding. A file that is not the same any more has no rows here: they would be those of another
    number.
    Raises InputError where a source cannot be read.
    """
    known = {record.id: record.sha256 for record in then}
    mine = [record for record in now if record.id in finding.sources]
    changed = tuple(record for record in mine if record.sha256 != known.get(record.id))
    periods = [p for p in (finding.period, finding.previous_period) if p]
    theme, where = finding.id.rpartition(".")[2], _areas(study, finding)
    found = [
        traced(study, tables, record.id, Wanted(finding.category, where, period, theme))
        for period in periods
        for record in mine
        if record not in changed
    ]
    return Evidence(tuple(dict.fromkeys(one for one in found if one)), changed)


def _areas(study: Study, finding: Finding) -> tuple[str, ...]:
    """Give the codes of a finding's area: the own one, one of its name, or those of a set."""
    if not finding.area:
        return (study.partnership.area.code,)
    areas = study.areas()
    named = [code for code, area in areas.items() if area.name == finding.area]
    own = [code for code in named if slug(code) == finding.id.rpartition(".")[2]]
    if named:
        return tuple(own or named[:1])
    sets = [each for plan in study.walk() for each in getattr(plan, "sets", ())]
    names = {name for each in sets if each.name == finding.area for name in each.areas}
    return tuple(code for code, area in areas.items() if area.name in names)


def traced(study: Study, tables: Tables, id_: str, wanted: Wanted) -> Traced | None:
    """Find the rows of a source that make a count, or give a number; None where it has none.

    Raises InputError where a file cannot be read.
    """
    layout = read_layout(study.edition.sources[id_].layout, study.root)
    if layout.table == "counts" and layout.counted:
        return _counted(study, tables, id_, layout, wanted)
    if layout.table == "counts":
        return _typed(study, tables, id_, layout, wanted)
    return _given(study, tables, id_, layout, wanted)


def _given(study: Study, tables: Tables, id_: str, layout: Layout, wanted: Wanted) -> Traced | None:
    """Find the rows that a number rests on which is no count of a category."""
    if layout.table not in CHOSEN:
        return None
    choose, added = CHOSEN[layout.table]
    every = getattr(tables, layout.table)
    rows = choose(every[every["source"] == id_], wanted, study)
    places = list(zip(rows["file"], rows["line"], strict=True))
    if not places:
        return None
    shown = _shown(study, id_, layout, wanted, places, float(rows[added].sum()) if added else None)
    return replace(shown, period=None) if layout.table in TIMELESS else shown


def _typed(study: Study, tables: Tables, id_: str, layout: Layout, wanted: Wanted) -> Traced | None:
    """Find the rows of a table of counts: of the whole period, or of all its months."""
    rows = tables.counts
    rows = rows[(rows["source"] == id_) & (rows["category"] == wanted.category)]
    rows = rows[rows["area"].isin(wanted.areas)]
    for periods in ([wanted.period], wanted.period.months()):
        spans = {(p.first, p.last) for p in periods}
        held = [span in spans for span in zip(rows["first"], rows["last"], strict=True)]
        if any(held):
            found = rows[held]
            places = list(zip(found["file"], found["line"], strict=True))
            return _shown(study, id_, layout, wanted, places, float(found["count"].sum()))
    return None


@dataclass
class _Kept(Tally):
    """A tally that remembers which rows of a category it used, in a period.

    categories: those that add up to the one wanted, itself among them. kept: place and fate.
    """

    categories: frozenset[str] = frozenset()
    period: Period | None = None
    kept: list[tuple[Place, Fate]] = field(default_factory=list)

    def add(self, fate: Fate, number: str, place: Place) -> None:
        """Take one more row into account."""
        super().add(fate, number, place)
        assert self.period
        used = fate.day and not fate.reason and self.period.first <= fate.day <= self.period.last
        if used and self.categories.intersection(fate.categories):
            self.kept.append((place, fate))


def _counted(
    study: Study, tables: Tables, id_: str, layout: Layout, wanted: Wanted
) -> Traced | None:
    """Read files of single offences once more, and keep the rows that count."""
    names, sums = Names.of(study), groupings(study, layout)
    if layout.columns["area"].type == "point":
        names = replace(names, locate=locator(study, id_, layout, tables.boundaries))
    adding = frozenset(c for c, above in sums.items() if wanted.category in above)
    made = _Kept(categories=adding, period=wanted.period)
    tally(study, id_, layout, names, made)
    areas = wider(study, layout, carried(study, made))
    weights = [_weight(study, fate, areas, adding, wanted) for _, fate in made.kept]
    kept = [one for one, weight in zip(made.kept, weights, strict=True) if weight]
    if not kept:
        return None
    held = {c for _, fate in kept for c in fate.categories if c in adding} - {wanted.category}
    shown = _shown(study, id_, layout, wanted, [place for place, _ in kept], sum(weights))
    return replace(shown, parts=tuple(sorted(study.categories[c].label for c in held)))


def _weight(
    study: Study,
    fate: Fate,
    areas: dict[str, tuple[str, ...]],
    adding: frozenset[str],
    wanted: Wanted,
) -> float:
    """Give what a row counts for: its offences, or the part that falls to the areas."""
    takers = study.shares.get(fate.area, {fate.area: 1.0})
    own = sum(part for code, part in takers.items() if _reaches(areas, code, wanted))
    named = sum(_reaches(areas, code, wanted) for code in fate.apart)
    times = sum(category in adding for category in fate.categories)
    return fate.offences * times * (own + named)


def _reaches(areas: dict[str, tuple[str, ...]], code: str, wanted: Wanted) -> bool:
    return any(area in wanted.areas for area in areas.get(code, ()))


def _shown(
    study: Study,
    id_: str,
    layout: Layout,
    wanted: Wanted,
    places: Iterable[Place],
    total: float | None,
) -> Traced:
    """Tell how many rows there are, and show them where they are few."""
    every = list(dict.fromkeys((file, int(line)) for file, line in places))
    few = every if len(every) <= SHOWN else []
    texts = dict(_texts(study, id_, layout, {file for file, _ in few}))
    rows = tuple((file, line, texts[file][line - 1].strip()) for file, line in few)
    return Traced(
        source=id_,
        period=wanted.period,
        number=len(every),
        total=total,
        header=texts[few[0][0]][0].strip() if few else "",
        rows=rows,
        columns=tuple(dict.fromkeys(filter(None, (_header(layout, n) for n in CHOOSING)))),
    )


def _header(layout: Layout, name: str) -> str:
    return layout.columns[name].header if name in layout.columns else ""


def _texts(
    study: Study, id_: str, layout: Layout, files: set[str]
) -> Iterator[tuple[str, list[str]]]:
    """Give the lines of some files of a source."""
    for part in parts(study, id_, layout.files) if files else ():
        if part.file in files:
            yield part.file, decoded(part, layout.encoding).splitlines()
