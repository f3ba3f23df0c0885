"""Read every source of a study into canonical tables, with a record of each file.

Second of the three passes: it finds every cell that cannot be read. Whether the figures agree with
each other is for `checks`.
"""

import csv
import hashlib
import io
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from report.assessment import SourceRecord
from report.config.model import SourceKeys
from report.config.reading import relative
from report.config.study import Study
from report.errors import InputError, Problem, Where, nearest, suggestion
from report.sources.layouts import Layout, read_layout
from report.sources.tables import COLUMNS, Supplied, Tables, empty
from report.sources.values import Names, Unreadable, Value, convert

Line = tuple[int, list[str]]


@dataclass(frozen=True)
class Csv:
    """A CSV as read: header, and each row with the line it starts on."""

    file: str
    sha256: str
    header: list[str]
    rows: list[Line]


def read_sources(study: Study) -> tuple[Tables, tuple[SourceRecord, ...]]:
    """Read all sources.

    Gives the canonical tables and one record per source, in the order of the edition's YAML.
    Raises InputError with every problem of every file.
    """
    names = Names.of(study)
    parts: dict[str, list[pd.DataFrame]] = {name: [] for name in COLUMNS}
    supplied: dict[str, Supplied] = {}
    records: list[SourceRecord] = []
    problems: list[Problem] = []
    for id_, keys in study.edition.sources.items():
        try:
            layout, text = read_layout(keys.layout, study.root), read_csv(study, id_, keys)
            if layout.table == "table":
                _refuse(_width_problems(text))
                table = pd.DataFrame(index=range(len(text.rows)))
                rows = tuple(tuple(cells) for _, cells in text.rows)
                supplied[id_] = Supplied(keys.title, keys.file, tuple(text.header), rows)
            else:
                table = typed(text, layout, names).assign(source=id_)
                parts[layout.table].append(table)
            records.append(_record(id_, keys, text, table))
        except InputError as error:
            problems.extend(error.problems)
    if problems:
        raise InputError(problems)
    joined = {name: _joined(name, frames) for name, frames in parts.items() if name != "table"}
    return Tables(**joined, supplied=supplied), tuple(records)


def _joined(name: str, frames: list[pd.DataFrame]) -> pd.DataFrame:
    return pd.concat(frames, ignore_index=True) if frames else empty(name)


def read_csv(study: Study, id_: str, keys: SourceKeys) -> Csv:
    """Read a source's file as text. Raises InputError naming the file, or the YAML's line."""
    path = locate(study, keys.file)
    _refuse(_no_file(study, id_, path))
    file, raw = relative(path, study.root), path.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        advice = "save it as 'CSV UTF-8' in Excel"
        raise InputError([Problem(Where(file, line), "is not UTF-8 text", advice)]) from None
    return _split(file, hashlib.sha256(raw).hexdigest(), text)


def _refuse(problems: Iterable[Problem]) -> None:
    found = list(problems)
    if found:
        raise InputError(found)


def _no_file(study: Study, id_: str, path: Path) -> Iterable[Problem]:
    """Say why a source's path leads to no file of the project."""
    where = study.where("sources", id_, "file")
    if not path.resolve().is_relative_to(study.root):
        what = f"'{study.edition.sources[id_].file}' lies outside the project"
        yield Problem(where, what, "copy the file into data/")
    elif not path.parent.is_dir():
        yield _no_folder(study, path.parent)
    elif not path.is_file():
        taken = {keys.file for keys in study.edition.sources.values()}
        beside = sorted({p.name for p in path.parent.glob("*.csv")} - taken)
        what = f"no file '{path.name}' in {relative(path.parent, study.root)}"
        yield Problem(where, what, suggestion(path.name, beside, "put it there"))


def _no_folder(study: Study, folder: Path) -> Problem:
    beside = sorted(p.name for p in folder.parent.glob("*/"))
    near = nearest(folder.name, beside)
    advice = "make it, and put the files of the sources there"
    if near:
        advice = f"did you mean '{relative(folder.with_name(near), study.root)}'?"
    return Problem(study.where("sources"), f"no folder {relative(folder, study.root)}", advice)


def locate(study: Study, file: str) -> Path:
    """Give a source's path: in the edition's data folder, or from the root if it has folders."""
    if "/" in file:
        return study.root / file
    return study.root / "data" / study.id / file


def _split(file: str, sha256: str, text: str) -> Csv:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows: list[Line] = []
    start = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                rows.append((start, cells))
            start = reader.line_num + 1
    except csv.Error as error:
        advice = "look for a quotation mark that is not closed"
        raise InputError(
            [Problem(Where(file, start), f"not a readable CSV ({error})", advice)]
        ) from None
    if not rows:
        raise InputError([Problem(Where(file), "is empty")])
    rows = _without_empty_columns(rows)
    header = [cell.strip() for cell in rows[0][1]]
    if len(rows) == 1:
        advice = "take the source out, or get the file again"
        raise InputError([Problem(Where(file, 1), "holds a header and no rows", advice)])
    if len(header) == 1 and (found := {";", "\t"} & set(header[0])):
        parted = "tabs" if found == {"\t"} else "semicolons"
        what, advice = f"has {parted} between its columns", "save it as CSV with commas"
        raise InputError([Problem(Where(file, 1), what, advice)])
    return Csv(file, sha256, header, rows[1:])


def _without_empty_columns(rows: list[Line]) -> list[Line]:
    """Leave out columns at the right that hold nothing, as Excel leaves them behind."""
    header = [cell.strip() for cell in rows[0][1]]
    width = len(header)
    while width and not header[width - 1]:
        width -= 1
    empty = all(
        len(cells) == len(header) and not any(map(str.strip, cells[width:])) for _, cells in rows
    )
    return [(line, cells[:width]) for line, cells in rows] if width and empty else rows


def typed(text: Csv, layout: Layout, names: Names) -> pd.DataFrame:
    """Type a CSV by its layout into a canonical table with the column `line`.

    Raises InputError with every missing header and every cell that cannot be read.
    """
    _refuse([*_header_problems(text, layout), *_width_problems(text)])
    problems: list[Problem] = []
    at = {name: _position(text, column.header) for name, column in layout.columns.items()}
    records: list[dict[str, Value]] = []
    for line, cells in text.rows:
        record: dict[str, Value] = {"line": line}
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
    return pd.DataFrame(records, columns=[*layout.columns, "line"], dtype=object)


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


def _record(id_: str, keys: SourceKeys, text: Csv, table: pd.DataFrame) -> SourceRecord:
    dated = {"first", "last"} <= set(table.columns) and len(table) > 0
    return SourceRecord(
        id=id_,
        title=keys.title,
        file=text.file,
        layout=keys.layout,
        publisher=keys.publisher,
        licence=keys.licence,
        retrieved=keys.retrieved,
        sha256=text.sha256,
        origin=keys.origin,
        rows_read=len(text.rows),
        rows_used=len(table),
        first=min(table["first"]) if dated else None,
        last=max(table["last"]) if dated else None,
        note=keys.note,
        audience=keys.audience,
    )
