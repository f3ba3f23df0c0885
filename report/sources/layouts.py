"""A layout says how one publisher's CSV maps to a canonical table: it renames, types and maps.

It never computes. The file is `config/layouts/<name>.yaml`.
"""

from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Literal, Self

from pydantic import model_validator

from report.config.complaints import validated
from report.config.model import Strict, key
from report.config.reading import read
from report.errors import InputError, one_of
from report.sources.spans import Span
from report.sources.tables import COLUMNS

Type = Literal[
    "text",
    "category",
    "area",
    "area code",
    "date",
    "first of month",
    "last of month",
    "first of quarter",
    "last of quarter",
    "first of financial year",
    "last of financial year",
    "whole number",
    "number",
    "choice",
]

# Ways of writing a cell that a layout has to allow.
Tolerated = Literal[
    "thousands commas",
    "-00 for 0",
    "point and 0",
    "less than 0",
    "months by name",
    "time of day",
]


class LayoutColumn(Strict):
    """One column of the publisher's file."""

    header: str = key("the column's header in the file", default="")
    always: str = key("value of every row, where the file has no such column", default="")
    type: Type = key("how its cells are read", default="text")
    required: bool = key("false where the column, or a cell of it, may be empty", default=True)
    choices: tuple[str, ...] = key("allowed values of a choice", default=())
    values: dict[str, str] = key(
        "value in the file, in capital or small letters: value in the table", default={}
    )
    codes: str = key("pattern that a publisher's area codes fit", default="")
    followed_by: str = key(
        "header of a second column, whose cell is read behind this one's with a space between",
        default="",
    )
    tolerates: tuple[Tolerated, ...] = key(
        "ways of writing that are allowed here: 1,234; -00; 9.0; -5; Apr-21; a time of day",
        default=(),
    )

    @cached_property
    def meant(self) -> dict[str, str]:
        """Each value in the file, folded, to the value in the table."""
        return {value.casefold(): meant for value, meant in self.values.items()}


class Layout(Strict):
    """How a publisher's CSV becomes a canonical table."""

    title: str = key("what a file of this layout holds, in words")
    table: str = key("the canonical table it maps to")
    columns: dict[str, LayoutColumn] = key("canonical column: the publisher's", default={})
    ignored: tuple[str, ...] = key("headers of columns that are not wanted", default=())
    only: dict[str, tuple[str, ...]] = key(
        "header: the values that are wanted; other rows are set aside", default={}
    )
    files: str = key("which files of a folder or a zip are read", default="*.csv")
    counted: bool = key(
        "true where each row is one offence or incident: rows are counted by month, the table's "
        "column count has no header, and rows that do not count are set aside by reason",
        default=False,
    )
    id: str = key("header of the offence's number, to find numbers that stand twice", default="")
    sums: tuple[str, ...] = key("categories that are the sum of their parts", default=())
    complete_from: date = key(
        "month from which on a category that the files hold, and one of their months does not, was "
        "counted as 0 in that month",
        default=date.max,
    )
    wide: tuple[Span, ...] = key(
        "kinds of period that head columns, each with the counts of one period; the table's "
        "columns first and last are not listed then, and count has no header",
        default=(),
    )
    encoding: Literal["utf-8", "cp1252", "utf-16"] = key(
        "how the files' letters are written; cp1252 is what Windows calls ANSI", default="utf-8"
    )
    note: str = key("printed with every source of this layout", default="")

    @property
    def headers(self) -> set[str]:
        """The headers of a file that are read."""
        named = {h for c in self.columns.values() for h in (c.header, c.followed_by)}
        return (named | set(self.only) | {self.id}) - {""}

    @property
    def asked(self) -> set[str]:
        """The columns that a source of this layout gives under `values`."""
        free = {n for n, c in self.columns.items() if not c.header and not c.always and c.required}
        return free - ({"count"} if self.wide else set())

    @model_validator(mode="after")
    def _covers_the_table(self) -> Self:
        if self.table not in COLUMNS:
            raise ValueError(f"'{self.table}' is not a canonical table, {one_of(COLUMNS)}")
        if self.counted and self.table != "counts":
            raise ValueError("only rows of the table 'counts' can be counted")
        if self.wide and (self.counted or self.table != "counts"):
            raise ValueError("'wide' is for the table 'counts', without 'counted: true'")
        if not self.counted and (self.only or self.id or self.sums):
            raise ValueError("'only', 'id' and 'sums' need 'counted: true'")
        wanted, given = set(COLUMNS[self.table]), set(self.columns)
        wanted -= {"count"} if self.counted else set()
        wanted -= {"first", "last"} if self.wide else set()
        if wanted != given:
            missing, extra = ", ".join(sorted(wanted - given)), ", ".join(sorted(given - wanted))
            raise ValueError(
                f"columns missing: {missing or 'none'}; columns unknown: {extra or 'none'}"
            )
        return self


def read_layout(name: str, root: Path) -> Layout:
    """Read one layout. Raises InputError with every problem of the file."""
    text = read(root / "config" / "layouts" / f"{name}.yaml", root)
    layout, problems = validated(Layout, text.data, text)
    if problems or layout is None:
        raise InputError(problems)
    return layout
