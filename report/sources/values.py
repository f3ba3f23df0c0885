"""Turn one cell of a CSV into a typed value, or say what is wrong with it."""

import re
from calendar import monthrange
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from report.config.study import Study
from report.errors import one_of, suggestion
from report.sources.layouts import LayoutColumn

Value = str | int | float | date | None

# What publishers write where they give no figure.
NOT_GIVEN = frozenset(("-", "–", "..", "...", ":", "*", "#", "n/a", "na", "nil", "null", "unknown"))

# What stands in the place of a category or an area at the foot of a table.
TOTALS = frozenset(("total", "totals", "grand total", "sum", "overall"))


@dataclass(frozen=True)
class Names:
    """Every name a file may use for a category or an area, folded, to its id or code.

    spelt: each folded name as the YAML spells it. codes: the areas' codes alone.
    """

    categories: Mapping[str, str]
    areas: Mapping[str, str]
    spelt: Mapping[str, str]
    codes: frozenset[str]

    @classmethod
    def of(cls, study: Study) -> "Names":
        """Collect ids, labels and aliases of categories, and codes and names of areas."""
        categories = {
            name: id_
            for id_, keys in study.categories.items()
            for name in (id_, keys.label, *keys.aliases)
        }
        areas = {a.name: code for code, a in reversed(study.areas().items())}
        areas |= {code: code for code in study.areas()}
        spelt = {name.casefold(): name for name in (*categories, *areas)}
        return cls(_folded(categories), _folded(areas), spelt, frozenset(study.areas()))


def _folded(names: Mapping[str, str]) -> dict[str, str]:
    return {name.casefold(): meant for name, meant in names.items()}


class Unreadable(Exception):
    """A cell that does not fit its column: what is wrong, and what to do.

    whole: the row as a whole does not belong there; its other cells need no mending.
    """

    def __init__(self, what: str, do: str = "", *, whole: bool = False) -> None:
        super().__init__(what)
        self.what, self.do, self.whole = what, do, whole


class Elsewhere(Unreadable):
    """A sound code of an area that is none of the partnership's: its row is set aside."""


def convert(text: str, column: LayoutColumn, names: Names) -> Value:
    """Read a cell by its column's type; None for an empty cell that may be empty.

    Raises Unreadable.
    """
    text = column.always or column.meant.get(text.strip().casefold(), text.strip())
    if not text:
        if column.required:
            raise Unreadable("is empty", "fill it in")
        return None
    return _READERS[column.type](text, column, names)


def _text(text: str, column: LayoutColumn, names: Names) -> Value:
    return text


def _category(text: str, column: LayoutColumn, names: Names) -> Value:
    return _named(text, names.categories, names, "category", "config/categories.yaml")


def _area(text: str, column: LayoutColumn, names: Names) -> Value:
    return _named(text, names.areas, names, "area", "the areas of partnership.yaml")


def _area_code(text: str, column: LayoutColumn, names: Names) -> Value:
    """Take an area by its code alone: two places may share a name."""
    if text not in names.codes:
        if column.codes and re.fullmatch(column.codes, text):
            raise Elsewhere(f"'{text}' is no area of the partnership")
        raise Unreadable(f"unknown area code '{text}'", "add it to the areas of partnership.yaml")
    return text


def _named(text: str, known: Mapping[str, str], names: Names, what: str, home: str) -> str:
    if text.casefold() not in known:
        if text.casefold() in TOTALS:
            raise Unreadable(f"'{text}' is no {what}", "take rows of totals out", whole=True)
        advice = f"add it to {home}, or take the row out"
        spelt = [names.spelt[name] for name in known]
        raise Unreadable(f"unknown {what} '{text}'", suggestion(text, spelt, advice))
    return known[text.casefold()]


def _date(text: str, column: LayoutColumn, names: Names) -> Value:
    try:
        return date.fromisoformat(text)
    except ValueError:
        advice = "write dates as 2023-12-05; in Excel, give the column the format yyyy-mm-dd"
        raise Unreadable(f"'{text}' is not a date", advice) from None


def _first_of_month(text: str, column: LayoutColumn, names: Names) -> Value:
    if not re.fullmatch(r"[0-9]{4}-(0[1-9]|1[0-2])", text):
        raise Unreadable(f"'{text}' is not a month", "write months as 2023-12")
    return date.fromisoformat(f"{text}-01")


def _last_of_month(text: str, column: LayoutColumn, names: Names) -> Value:
    first = _first_of_month(text, column, names)
    assert isinstance(first, date)
    return first.replace(day=monthrange(first.year, first.month)[1])


def _whole(text: str, column: LayoutColumn, names: Names) -> Value:
    if not re.fullmatch(r"[0-9]+", text):
        advice = "write it with digits only, such as 10195; in Excel, give the column the format 0"
        raise _no_number(text, column, "a whole number", advice)
    return int(text)


def _number(text: str, column: LayoutColumn, names: Names) -> Value:
    if not re.fullmatch(r"[0-9]+(\.[0-9]+)?", text):
        raise _no_number(text, column, "a number", "write it with digits and a point, such as 6.2")
    return float(text)


def _no_number(text: str, column: LayoutColumn, wanted: str, advice: str) -> Unreadable:
    """Say why a text is no number of 0 or more."""
    if text.casefold() in NOT_GIVEN or re.fullmatch(r"\[\w+\]", text):
        advice = "take the row out" if column.required else "leave the cell empty"
        return Unreadable(f"'{text}' stands where no figure is given", advice)
    if re.fullmatch(r"-[0-9]+(\.[0-9]+)?", text):
        return Unreadable(f"'{text}' is less than 0", "ask the publisher for the right figure")
    return Unreadable(f"'{text}' is not {wanted}", advice)


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
    "area code": _area_code,
    "first of month": _first_of_month,
    "last of month": _last_of_month,
    "date": _date,
    "whole number": _whole,
    "number": _number,
    "choice": _choice,
}
