"""A layout says how one publisher's CSV maps to a canonical table: it renames, types and maps.

It never computes. The file is `config/layouts/<name>.yaml`.
"""

from collections.abc import Iterable
from datetime import date, datetime
from functools import cached_property
from pathlib import Path
from typing import Literal, Self

from pydantic import field_validator, model_validator

from report.config.complaints import validated
from report.config.model import Strict, key
from report.config.reading import read
from report.errors import InputError, one_of
from report.sources.spans import Span
from report.sources.tables import COLUMNS

Type = Literal[
    "text",
    "category",
    "offence code",
    "area",
    "area code",
    "point",
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

# Columns that files of single offences may have. A row without an area of its own counts in its
# district; an offence that ended before it began is told of.
OPTIONAL = {"district", "committed_from", "committed_to"}


class LayoutColumn(Strict):
    """One column of the publisher's file."""

    header: str = key("the column's header in the file", default="")
    also: tuple[str, ...] = key("what other files of this layout call it", default=())
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
    kind: str = key(
        "kind of the areas that are meant, where a county and a police force share a name",
        default="",
    )
    format: str = key(
        "how its dates are written, where not as 2023-12-05: %d/%m/%Y is 05/12/2023", default=""
    )

    @field_validator("format")
    @classmethod
    def _holds_a_day(cls, value: str) -> str:
        day = datetime(2023, 12, 5)  # noqa: DTZ001  any day
        if value and datetime.strptime(day.strftime(value), value) != day:  # noqa: DTZ007
            raise ValueError(f"'{value}' gives no day, month and year; write such as %d/%m/%Y")
        return value

    @cached_property
    def meant(self) -> dict[str, str]:
        """Each value in the file, folded, to the value in the table."""
        return {value.casefold(): meant for value, meant in self.values.items()}


class Layout(Strict):
    """How a publisher's CSV becomes a canonical table."""

    title: str = key("what a file of this layout holds, in words")
    table: str = key("the canonical table it maps to")
    columns: dict[str, LayoutColumn] = key("canonical column: the publisher's", default={})
    ignored: tuple[str, ...] = key(
        "headers of columns that are not wanted; '*' for all others", default=()
    )
    only: dict[str, tuple[str, ...]] = key(
        "header: the values that are wanted; other rows are set aside", default={}
    )
    files: str = key("which files of a folder or a zip are read", default="*.csv")
    counted: bool = key(
        "true where rows are added up, and those that do not count are set aside by reason. Where "
        "each row is one offence or incident, the column count is not listed. Where `first` is a "
        "date, it is the day on which an offence counts, and there is no `last`",
        default=False,
    )
    id: str = key("header of the offence's number, to find numbers that stand twice", default="")
    force: str = key("header of the force that recorded the offence", default="")
    sums: tuple[str, ...] = key(
        "categories that are the sum of their parts, besides those whose every part is a category "
        "with offence codes, or one of `values`",
        default=(),
    )
    flags: dict[str, str] = key(
        "header of a flag: the category in which a row with it counts as well; no part of a sum",
        default={},
    )
    flag_yes: tuple[str, ...] = key("what stands in a flag that is set", default=())
    flag_no: tuple[str, ...] = key("what stands in one that is not, besides nothing", default=())
    areas: dict[str, str] = key(
        "kind of area: header of the column that names, by code or name, the area of this kind in "
        "which a row counts as well",
        default={},
    )
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
        return self._named(self.columns.values()) | self._besides

    @property
    def needed(self) -> set[str]:
        """The headers that a file must have."""
        return self._named(c for c in self.columns.values() if c.required) | self._besides

    @staticmethod
    def _named(columns: Iterable[LayoutColumn]) -> set[str]:
        return {header for c in columns for header in (c.header, c.followed_by)} - {""}

    @property
    def _besides(self) -> set[str]:
        return {*self.only, *self.flags, *self.areas.values(), self.id, self.force} - {""}

    def renamed(self, header: Iterable[str]) -> list[str]:
        """Give a file's header as the layout calls its columns."""
        known = {other: c.header for c in self.columns.values() for other in c.also}
        return [known.get(name.strip(), name.strip()) for name in header]

    @property
    def daily(self) -> bool:
        """Whether rows count on a day; otherwise in a month, or in so many `months`."""
        return self.counted and self.columns["first"].type == "date"

    @property
    def months(self) -> int:
        """How many months a row that is counted stands for."""
        kind = self.columns["first"].type.partition(" of ")[2]
        return {"quarter": 3, "financial year": 12}.get(kind, 1)

    @property
    def single(self) -> bool:
        """Whether a row is one offence, of a day or a month."""
        return self.counted and self.months == 1 and "count" not in self.columns

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
        if not self.counted and (self.only or self.id or self.sums or self.flags or self.areas):
            raise ValueError("'only', 'id', 'sums', 'flags' and 'areas' need 'counted: true'")
        if self.flags and not self.flag_yes:
            raise ValueError("'flags' need 'flag_yes', what stands in a flag that is set")
        wanted, given = set(COLUMNS[self.table]), set(self.columns)
        if self.counted:
            wanted -= {"count"} - given
            given -= OPTIONAL
            wanted -= {"last"} if "first" in given and self.daily else set()
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
