"""Read every source of a study into canonical tables, with a record of each file.

Second of the three passes: it finds every cell that cannot be read. Whether the figures agree with
each other is for `checks`.
"""

from collections import Counter
from dataclasses import dataclass, field, replace

import pandas as pd

from report.assessment import FileRecord, SourceRecord
from report.config.edition_keys import SourceKeys
from report.config.guard import read_guard
from report.config.study import Study
from report.errors import InputError, Problem, Where
from report.sources.boundaries import read_boundaries
from report.sources.bridges import carried, estimated, recounted, resettled
from report.sources.counting import tally
from report.sources.csvs import Csv
from report.sources.doubts import doubts_of, unlisted
from report.sources.files import Hash, printed
from report.sources.gazetteer import relevant
from report.sources.guard import Guard
from report.sources.headers import width_problems
from report.sources.layouts import Layout, read_layout
from report.sources.months import coded, tabled
from report.sources.points import locator
from report.sources.tables import COLUMNS, Boundaries, Supplied, Tables, empty
from report.sources.tallies import REASONS, Tally
from report.sources.typed import given_values, refuse, texts_of, typed
from report.sources.values import Names
from report.sources.watched import Watched

# What stays as it is instead of becoming rows of a canonical table.
APART = ("table", "boundaries")


@dataclass
class _Gathered:
    """What the sources read so far hold.

    frames: canonical table -> rows of its sources. codes: of the areas that single offences were
    counted in.
    """

    study: Study
    names: Names
    frames: dict[str, list[pd.DataFrame]] = field(
        default_factory=lambda: {name: [] for name in COLUMNS}
    )
    supplied: dict[str, Supplied] = field(default_factory=dict)
    boundaries: list[Boundaries] = field(default_factory=list)
    records: list[SourceRecord] = field(default_factory=list)
    doubts: list[Problem] = field(default_factory=list)
    codes: set[str] = field(default_factory=set)
    watched: list[Watched] = field(default_factory=list)

    def add(self, id_: str, layout: Layout) -> None:
        """Read one more source. Raises InputError with every problem of its files."""
        if layout.counted:
            table, made = self._counted(id_, layout)
        elif layout.table == "boundaries":
            polygons, made = read_boundaries(self.study, id_, layout)
            table = empty(layout.table)
            self.boundaries.append(polygons)
            self.doubts.extend(doubts_of(self.study, id_, layout, made))
        else:
            table, made = self._typed(id_, layout)
        self.frames[layout.table].append(table)
        self.records.append(_record(self.study, id_, layout, made, table))

    def _counted(self, id_: str, layout: Layout) -> tuple[pd.DataFrame, Tally]:
        """Count files of single offences."""
        study, names = self.study, self.names
        if layout.columns["area"].type == "point":
            names = replace(names, locate=locator(study, id_, layout, self.boundaries))
        made = tally(study, id_, layout, names)
        if layout.single and layout.columns["area"].type == "area code":
            refuse(unlisted(study, id_, made, read_guard(study.root).unlisted))
        self.watched += _watched(study, layout, made)
        whole = self.watched[-1].held if layout.single else {month for _, month in made.seen}
        self.codes.update(area for _, area, _ in made.counts)
        self.doubts.extend(doubts_of(study, id_, layout, made))
        if made.codes:
            by_code = carried(study, replace(made, counts=made.codes, apart=Counter()))
            self.frames["offences"].append(coded(study, id_, layout, by_code, whole))
        return tabled(study, id_, layout, carried(study, made), whole), made

    def _typed(self, id_: str, layout: Layout) -> tuple[pd.DataFrame, Tally]:
        """Type a table, or take a partner's as it is."""
        hashed, texts = texts_of(self.study, id_, layout)
        table = _table(self.study, id_, (layout, self.names), texts)
        if layout.table == "table":
            self.supplied[id_] = _supplied(self.study.edition.sources[id_], texts)
        return table, _fate(hashed, texts, table)

    def tables(self) -> Tables:
        """Join the tables, carried to the areas of one census."""
        study = self.study
        joined = {n: _joined(n, found) for n, found in self.frames.items() if n not in APART}
        shared_out = estimated(study, {*self.codes, *joined["counts"]["area"]})
        joined["counts"] = recounted(study, joined["counts"])
        joined["population"] = resettled(study, joined["population"], joined["bridge"])
        return Tables(
            **joined,
            boundaries=tuple(self.boundaries),
            supplied=self.supplied,
            estimated=shared_out,
            doubts=tuple(self.doubts),
            guard=_guard(study, self.watched, bridged=len(joined["bridge"]) > 0),
        )


def read_sources(study: Study) -> tuple[Tables, tuple[SourceRecord, ...]]:
    """Read all sources.

    Gives the canonical tables and one record per source, in the order of the edition's YAML.
    Raises InputError with every problem of every file.
    """
    layouts, problems = _layouts(study)
    gathered = _Gathered(study, Names.of(study))
    for id_, layout in layouts.items():
        try:
            gathered.add(id_, layout)
        except InputError as error:
            problems.extend(error.problems)
    if problems:
        raise InputError(problems)
    order = list(study.edition.sources)
    records = sorted(gathered.records, key=lambda record: order.index(record.id))
    return gathered.tables(), tuple(records)


def _layouts(study: Study) -> tuple[dict[str, Layout], list[Problem]]:
    """Read the layouts of all sources; boundaries come first, because points are placed by them."""
    found: dict[str, Layout] = {}
    problems: list[Problem] = []
    for id_, keys in study.edition.sources.items():
        try:
            found[id_] = read_layout(keys.layout, study.root)
        except InputError as error:
            problems.extend(error.problems)
    first = sorted(found, key=lambda id_: found[id_].table != "boundaries")
    return {id_: found[id_] for id_ in first}, problems


def _watched(study: Study, layout: Layout, made: Tally) -> list[Watched]:
    """Put a source of single offences under the guard."""
    if not layout.single:
        return []
    flagged = frozenset(layout.flags.values())
    keys, own = read_guard(study.root), study.partnership.area.name
    inside = _inside(study, {area for area, _ in made.coverage.areas if area})
    return [Watched(made.coverage, keys, study.categories, flagged, own, inside)]


def _inside(study: Study, codes: set[str]) -> frozenset[str]:
    """Give those codes of files that count in the own area, if only by a part."""
    own = study.partnership.area.code
    return frozenset(
        code
        for code in codes
        if any(own in {each, *study.around(each)} for each in study.shares.get(code, (code,)))
    )


def _guard(study: Study, watched: list[Watched], *, bridged: bool) -> Guard:
    breaks = study.partnership.breaks
    return Guard(
        keys=read_guard(study.root) if watched or breaks else None,
        files=tuple(watched),
        categories=study.categories,
        breaks=breaks,
        accept=study.edition.accept,
        small_base=study.edition.comparison.small_base,
        bridged=bridged,
    )


def _table(study: Study, id_: str, means: tuple[Layout, Names], texts: list[Csv]) -> pd.DataFrame:
    """Type a source's files, without the rows of areas elsewhere."""
    layout, names = means
    if layout.table == "table":
        return pd.DataFrame(index=range(sum(len(text.rows) for text in texts)))
    given = given_values(study, id_, layout)
    found = pd.concat([typed(text, layout, names, given) for text in texts])
    return relevant(layout.table, found, names.codes).assign(source=id_)


def _fate(hashed: Hash, texts: list[Csv], table: pd.DataFrame) -> Tally:
    """Tell of every row whether it is used, or of an area elsewhere."""
    read, used = sum(len(text.rows) for text in texts), len(table)
    if "line" in table:  # a row of a wide table holds several figures
        used = len(table.drop_duplicates(["file", "line"]))
    return Tally(hashed, read, used, Counter({"outside the area": read - used}))


def _supplied(keys: SourceKeys, texts: list[Csv]) -> Supplied:
    """Take a partner's table as it is. Raises InputError where rows and header differ."""
    first = texts[0].header
    for text in texts:
        if text.header != first:
            what = f"its header is another than that of {texts[0].file}"
            raise InputError([Problem(Where(text.file, 1), what, "give them the same columns")])
        refuse(width_problems(text))
    rows = tuple(tuple(cells) for text in texts for _, cells in text.rows)
    return Supplied(keys.title, keys.file, tuple(first), rows)


def _joined(name: str, frames: list[pd.DataFrame]) -> pd.DataFrame:
    return pd.concat(frames, ignore_index=True) if frames else empty(name)


def _by_reason(aside: Counter[str]) -> dict[str, int]:
    return {reason: aside[reason] for reason in REASONS if aside[reason]}


def _file(study: Study, source: str, name: str, fates: Counter[str]) -> FileRecord:
    """Account for the rows of one of several files; its name is that within the source."""
    within = name.removeprefix(f"{printed(study, source)}/")
    return FileRecord(
        file=within, rows_read=fates.total(), rows_used=fates[""], set_aside=_by_reason(fates)
    )


def _record(
    study: Study, id_: str, layout: Layout, made: Tally, table: pd.DataFrame
) -> SourceRecord:
    keys = study.edition.sources[id_]
    dated = {"first", "last"} <= set(table.columns) and len(table) > 0
    assert made.read == made.used + made.aside.total(), f"{id_}: rows are not accounted for"
    return SourceRecord(
        id=id_,
        title=keys.title,
        file=printed(study, keys.file),
        files=made.hashed.files,
        layout=keys.layout,
        publisher=keys.publisher,
        licence=keys.licence,
        retrieved=keys.retrieved,
        sha256=made.hashed.sha256,
        origin=keys.origin,
        rows_read=made.read,
        rows_used=made.used,
        set_aside=_by_reason(made.aside),
        by_file=tuple(_file(study, keys.file, name, fates) for name, fates in made.files.items())
        if made.hashed.files > 1
        else (),
        first=min(table["first"]) if dated else None,
        last=max(table["last"]) if dated else None,
        single=layout.single,
        counted_by=layout.columns["first"].header if layout.daily else "",
        note=" ".join(filter(None, (keys.note, layout.note))),
        audience=keys.audience,
    )
