"""Read every source of a study into canonical tables, with a record of each file.

Second of the three passes: it finds every cell that cannot be read. Whether the figures agree with
each other is for `checks`.
"""

from collections.abc import Iterable

import pandas as pd

from report.assessment import SourceRecord
from report.config.model import SourceKeys
from report.config.study import Study
from report.errors import InputError, Problem, Where, nearest, suggestion
from report.sources.csvs import Csv, read_csv
from report.sources.files import Hash, parts, printed
from report.sources.layouts import Layout, read_layout
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
    for id_, keys in study.edition.sources.items():
        try:
            layout, (texts, hashed) = read_layout(keys.layout, study.root), _texts(study, id_)
            if layout.table == "table":
                supplied[id_] = _supplied(keys, texts)
                table = pd.DataFrame(index=range(len(supplied[id_].rows)))
            else:
                table = pd.concat([typed(text, layout, names) for text in texts]).assign(source=id_)
                frames[layout.table].append(table)
            read = sum(len(text.rows) for text in texts)
            records.append(_record(study, id_, hashed, read, table))
        except InputError as error:
            problems.extend(error.problems)
    if problems:
        raise InputError(problems)
    joined = {name: _joined(name, found) for name, found in frames.items() if name != "table"}
    return Tables(**joined, supplied=supplied), tuple(records)


def _texts(study: Study, id_: str) -> tuple[list[Csv], Hash]:
    """Read every file of a source as text, with the hash over all."""
    hashed, texts = Hash(), []
    for part in parts(study, id_):
        hashed.add(part)
        texts.append(read_csv(part))
    return texts, hashed


def _supplied(keys: SourceKeys, texts: list[Csv]) -> Supplied:
    """Take a partner's table as it is. Raises InputError where rows and header differ."""
    first = texts[0].header
    for text in texts:
        if text.header != first:
            what = f"its header is another than that of {texts[0].file}"
            raise InputError([Problem(Where(text.file, 1), what, "give them the same columns")])
        _refuse(_width_problems(text))
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
    _refuse([*_header_problems(text, layout), *_width_problems(text)])
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


def _header_problems(text: Csv, layout: Layout) -> Iterable[Problem]:
    wanted = {c.header for c in layout.columns.values()}
    needed = {c.header for c in layout.columns.values() if c.required}
    named = [h for h in text.header if h]
    if not wanted & {*named, *(nearest(h, wanted) for h in named)}:
        what = f"none of the layout's columns is there: {', '.join(sorted(wanted))}"
        advice = "put the headers into the first line, or use another layout"
        yield Problem(Where(text.file, 1), what, advice)
        return
    for number, header in enumerate(text.header, start=1):
        if not header:
            what = f"column {number} has no header"
            yield Problem(Where(text.file, 1), what, "write it, or delete the column")
    unknown = [h for h in named if h not in wanted]
    for header in sorted({h for h in named if named.count(h) > 1}):
        yield Problem(Where(text.file, 1), f"the column '{header}' stands twice", "remove one")
    for header in sorted(needed - set(text.header)):
        near = nearest(header, unknown)
        advice = f"rename '{near}' to '{header}'" if near else "add it"
        unknown = [h for h in unknown if h != near]
        yield Problem(Where(text.file, 1), f"the column '{header}' is missing", advice)
    for header in unknown:
        advice = suggestion(header, wanted, "remove it, or use another layout")
        yield Problem(Where(text.file, 1), f"unknown column '{header}'", advice)


def _width_problems(text: Csv) -> Iterable[Problem]:
    for line, cells in text.rows:
        if len(cells) != len(text.header):
            what = f"the row has {len(cells)} cells, the header {len(text.header)}"
            yield Problem(Where(text.file, line), what, "put text that holds commas in quotes")


def _record(study: Study, id_: str, hashed: Hash, read: int, table: pd.DataFrame) -> SourceRecord:
    keys = study.edition.sources[id_]
    dated = {"first", "last"} <= set(table.columns) and len(table) > 0
    return SourceRecord(
        id=id_,
        title=keys.title,
        file=printed(study, keys.file),
        files=hashed.files,
        layout=keys.layout,
        publisher=keys.publisher,
        licence=keys.licence,
        retrieved=keys.retrieved,
        sha256=hashed.sha256,
        origin=keys.origin,
        rows_read=read,
        rows_used=len(table),
        first=min(table["first"]) if dated else None,
        last=max(table["last"]) if dated else None,
        note=keys.note,
        audience=keys.audience,
    )
