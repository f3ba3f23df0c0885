"""Turn one cell of a CSV into a typed value, or say what is wrong with it."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from report.config.study import Study
from report.errors import one_of, suggestion
from report.sources.layouts import LayoutColumn

Value = str | int | float | date | None


@dataclass(frozen=True)
class Names:
    """Every name a file may use for a category or an area, folded, to its id or code."""

    categories: Mapping[str, str]
    areas: Mapping[str, str]

    @classmethod
    def of(cls, study: Study) -> "Names":
        """Collect ids, labels and aliases of categories, and codes and names of areas."""
        categories = {
            name.casefold(): id_
            for id_, keys in study.categories.items()
            for name in (id_, keys.label, *keys.aliases)
        }
        areas = {
            name.casefold(): code
            for code, area in study.areas().items()
            for name in (code, area.name)
        }
        return cls(categories, areas)


class Unreadable(Exception):
    """A cell that does not fit its column: what is wrong, and what to do."""

    def __init__(self, what: str, do: str = "") -> None:
        super().__init__(what)
        self.what, self.do = what, do


def convert(text: str, column: LayoutColumn, names: Names) -> Value:
    """Read a cell by its column's type; None for an empty cell that may be empty.

    Raises Unreadable.
    """
    text = column.values.get(text.strip(), text.strip())
    if not text:
        if column.required:
            raise Unreadable("is empty", "fill it in")
        return None
    return _READERS[column.type](text, column, names)


def _text(text: str, column: LayoutColumn, names: Names) -> Value:
    return text


def _category(text: str, column: LayoutColumn, names: Names) -> Value:
    return _named(text, names.categories, "category", "config/categories.yaml")


def _area(text: str, column: LayoutColumn, names: Names) -> Value:
    return _named(text, names.areas, "area", "the areas of partnership.yaml")


def _named(text: str, known: Mapping[str, str], what: str, home: str) -> str:
    if text.casefold() not in known:
        raise Unreadable(f"unknown {what} '{text}'", suggestion(text, known, f"add it to {home}"))
    return known[text.casefold()]


def _date(text: str, column: LayoutColumn, names: Names) -> Value:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Unreadable(f"'{text}' is not a date", "write dates as 2023-12-05") from None


def _whole(text: str, column: LayoutColumn, names: Names) -> Value:
    if not re.fullmatch(r"-?\d+", text):
        raise Unreadable(
            f"'{text}' is not a whole number", "write it with digits only, such as 10195"
        )
    return int(text)


def _number(text: str, column: LayoutColumn, names: Names) -> Value:
    if not re.fullmatch(r"-?\d+(\.\d+)?", text):
        raise Unreadable(
            f"'{text}' is not a number", "write it with digits and a point, such as 6.2"
        )
    return float(text)


def _choice(text: str, column: LayoutColumn, names: Names) -> Value:
    if text not in column.choices:
        raise Unreadable(
            f"'{text}' is not known", suggestion(text, column.choices, one_of(column.choices))
        )
    return text


_READERS: dict[str, Callable[[str, LayoutColumn, Names], Value]] = {
    "text": _text,
    "category": _category,
    "area": _area,
    "date": _date,
    "whole number": _whole,
    "number": _number,
    "choice": _choice,
}
