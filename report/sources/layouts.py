"""A layout says how one publisher's CSV maps to a canonical table: it renames, types and maps.

It never computes. The file is `config/layouts/<name>.yaml`.
"""

from pathlib import Path
from typing import Literal, Self

from pydantic import model_validator

from report.config.complaints import validated
from report.config.model import Strict, key
from report.config.reading import read
from report.errors import InputError, one_of
from report.sources.tables import COLUMNS

Type = Literal["text", "category", "area", "date", "whole number", "number", "choice"]


class LayoutColumn(Strict):
    """One column of the publisher's file."""

    header: str = key("the column's header in the file")
    type: Type = key("how its cells are read", default="text")
    required: bool = key("false where the column, or a cell of it, may be empty", default=True)
    choices: tuple[str, ...] = key("allowed values of a choice", default=())
    values: dict[str, str] = key("value in the file: value in the table", default={})


class Layout(Strict):
    """How a publisher's CSV becomes a canonical table."""

    title: str = key("what a file of this layout holds, in words")
    table: str = key("the canonical table it maps to")
    columns: dict[str, LayoutColumn] = key("canonical column: the publisher's", default={})

    @model_validator(mode="after")
    def _covers_the_table(self) -> Self:
        if self.table not in COLUMNS:
            raise ValueError(f"'{self.table}' is not a canonical table, {one_of(COLUMNS)}")
        wanted, given = set(COLUMNS[self.table]), set(self.columns)
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
