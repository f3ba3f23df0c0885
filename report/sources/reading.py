"""Read every source of a study into canonical tables, with a record of each file.

Second of the three passes: it finds every cell that cannot be read. Whether the figures agree with
each other is for `checks`.
"""

from collections.abc import Iterable

import pandas as pd

from report.assessment import SourceRecord
from report.config.model import SourceKeys
from report.config.study import Study
from report.errors import InputError, Problem, Where
from report.sources.counting import REASONS, Tally, tally
from report.sources.csvs import Csv, read_csv
from report.sources.files import Hash, parts, printed
from report.sources.headers import header_problems, width_problems
from report.sources.layouts import Layout, read_layout
from report.sources.months import tabled
from report.sources.tables import COLUMNS, Supplied, Tables, empty
from report.sources.values import Names, Unreadable, Value, convert


def read_sources(study: Study) -> tuple[Tables, tuple[SourceRecord, ...]]:
    """Read all sources.

    Gives the canonical tables and one record per source, in the order of the edition's YAML.
    Raises InputError with every problem of every file.
    """
    names = Names.of(study)
    frames: dict[str, list[pd.DataFrame]] = {name: [] for name in COLUMNS}
    supplied: dict[str, Supplied] = {}
    records: list[SourceRecord] = []
    problems: list[Problem] = []
    doubts: list[Problem] = []
    for id_, keys in study.edition.sources.items():
        try:
            layout = read_layout(keys.layout, study.root)
            if layout.counted:
                made = tally(study, id_, layout, names)
                table = tabled(study, id_, layout, made)
                doubts.extend(made.doubts(id_, layout))
            else:
                texts, made = _texts(study, id_, layout)
                table = _table(id_, texts, layout, names)
            if layout.table == "table":
                supplied[id_] = _supplied(keys, texts)
            else:
                frames[layout.table].append(table)
            records.append(_record(study, id_, layout, made, table))
        except InputError as error:
            problems.extend(error.problems)
    if problems:
        raise InputError(problems)
    joined = {name: _joined(name, found) for name, found in frames.items() if name != "table"}
    return Tables(**joined, supplied=supplied, doubts=tuple(doubts)), tuple(records)


def _table(id_: str, texts: list[Csv], layout: Layout, names: Names) -> pd.DataFrame:
    if layout.table == "table":
        return pd.DataFrame()
    return pd.concat([typed(text, layout, names) for text in texts]).assign(source=id_)


def _texts(study: Study, id_: str, layout: Layout) -> tuple[list[Csv], Tally]:
    """Read every file of a source as text; every row of it is used, or a problem."""
    hashed, texts = Hash(), []
    for part in parts(study, id_, layout.files):
        hashed.add(part)
        texts.append(read_csv(part))
    rows = sum(len(text.rows) for text in texts)
    return texts, Tally(hashed, read=rows, used=rows)


def _supplied(keys: SourceKeys, texts: list[Csv]) -> Supplied:
    """Take a partner's table as it is. Raises InputError where rows and header differ."""
    first = texts[0].header
    for text in texts:
        if text.header != first:
            what = f"its header is another than that of {texts[0].file}"
            raise InputError([Problem(Where(text.file, 1), what, "give them the same columns")])
        _refuse(width_problems(text))
    rows = tuple(tuple(cells) for text in texts for _, cells in text.rows)
    return Supplied(keys.title, keys.file, tuple(first), rows)


def _joined(name: str, frames: list[pd.DataFrame]) -> pd.DataFrame:
    return pd.concat(frames, ignore_index=True) if frames else empty(name)


def _refuse(problems: Iterable[Problem]) -> None:
    found = list(problems)
    if found:
        raise InputError(found)


def typed(text: Csv, layout: Layout, names: Names) -> pd.DataFrame:
    """Type a CSV by its layout into a canonical table with the columns `file` and `line`.

    Raises InputError with every missing header and every cell that cannot be read.
    """
    _refuse([*header_problems(text, layout), *width_problems(text)])
    problems: list[Problem] = []
    at = {name: _position(text, column.header) for name, column in layout.columns.items()}
    records: list[dict[str, Value]] = []
    for line, cells in text.rows:
        record: dict[str, Value] = {"file": text.file, "line": line}
        faults: list[tuple[str, Unreadable]] = []
        for name, column in layout.columns.items():
            index = at[name]
            try:
                record[name] = convert(cells[index] if index >= 0 else "", column, names)
            except Unreadable as fault:
                faults.append((column.header, fault))
        for header, one in [f for f in faults if f[1].whole] or faults:
            problems.append(Problem(Where(text.file, line), f"{header}: {one.what}", one.do))
        records.append(record)
    if problems:
        raise InputError(problems)
    return pd.DataFrame(records, columns=[*layout.columns, "file", "line"], dtype=object)


def _position(text: Csv, header: str) -> int:
    return text.header.index(header) if header in text.header else -1


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
        set_aside={reason: made.aside[reason] for reason in REASONS if made.aside[reason]},
        first=min(table["first"]) if dated else None,
        last=max(table["last"]) if dated else None,
        note=" ".join(filter(None, (keys.note, layout.note))),
        audience=keys.audience,
    )
