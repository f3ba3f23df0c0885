"""Type the files of a source: every cell by its column's type, every fault with its place."""

from collections.abc import Iterable, Mapping
from dataclasses import replace

import pandas as pd

from report.config.study import Study
from report.errors import InputError, Problem, Where, suggestion
from report.sources.csvs import Csv, read_csv
from report.sources.faults import Elsewhere, Unreadable
from report.sources.files import Hash, parts
from report.sources.headers import header_problems, wide_problems, width_problems
from report.sources.layouts import Layout
from report.sources.rows import readings
from report.sources.tables import COLUMNS
from report.sources.values import Names, Value, convert


def texts_of(study: Study, id_: str, layout: Layout) -> tuple[Hash, list[Csv]]:
    """Read every file of a source as text."""
    hashed, texts = Hash(), []
    for part in parts(study, id_, layout.files):
        hashed.add(part)
        text = read_csv(part, layout.encoding)
        texts.append(replace(text, header=layout.renamed(text.header)))
    return hashed, texts


def given_values(study: Study, id_: str, layout: Layout) -> dict[str, str]:
    """Give what the edition says of columns that the file does not have.

    Raises InputError where it says too little, or of a column that the layout has no place for.
    """
    given = {name: str(value) for name, value in study.edition.sources[id_].values.items()}
    where = study.where("sources", id_, "values")
    free = {n for n, c in layout.columns.items() if not c.header and not c.always}
    missing = sorted(layout.asked - set(given))
    problems = [
        Problem(where, f"the file has no column for '{n}'", f"add 'values: {{{n}: ...}}'")
        for n in missing
    ]
    for name in sorted(set(given) - free):
        advice = suggestion(name, free, "take it out")
        problems.append(Problem(where, f"the layout asks for no value of '{name}'", advice))
    refuse(problems)
    return given


def typed(text: Csv, layout: Layout, names: Names, given: Mapping[str, str]) -> pd.DataFrame:
    """Type a CSV by its layout into a canonical table with the columns `file` and `line`.

    Takes what the edition says of columns that the file does not have. Rows of areas elsewhere are
    left out.
    Raises InputError with every missing header and every cell that cannot be read.
    """
    refuse([*header_problems(text, layout), *width_problems(text)])
    refuse(wide_problems(text, layout))
    problems: list[Problem] = []
    records: list[dict[str, Value]] = []
    for line, cells, known in readings(text, layout, given):
        record: dict[str, Value] = {"file": text.file, "line": line, **known}
        faults: list[tuple[str, Unreadable]] = []
        for name, column in layout.columns.items():
            header, cell = cells[name]
            try:
                record[name] = convert(cell, column, names)
            except Unreadable as fault:
                faults.append((header, fault))
        if any(isinstance(fault, Elsewhere) for _, fault in faults):
            continue
        for header, one in [f for f in faults if f[1].whole] or faults:
            problems.append(Problem(Where(text.file, line), f"{header}: {one.what}", one.do))
        records.append(record)
    if problems:
        raise InputError(problems)
    return pd.DataFrame(records, columns=[*COLUMNS[layout.table], "file", "line"], dtype=object)


def refuse(problems: Iterable[Problem]) -> None:
    """Raise InputError where there are problems."""
    found = list(problems)
    if found:
        raise InputError(found)
