"""Turn one cell of a CSV into a typed value, or say what is wrong with it."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from report.config.categories import CategoryKeys
from report.config.groupings import by_code, plain
from report.config.study import Study
from report.errors import one_of, suggestion
from report.periods import Period
from report.sources.faults import Elsewhere, Unreadable
from report.sources.layouts import LayoutColumn
from report.sources.numbers import declared, number, whole
from report.sources.spans import EXAMPLES, Span, iso_month, local_day, span

Value = str | int | float | date | None

# Longitude and latitude.
POINT = r"-?[0-9]+(\.[0-9]+)? -?[0-9]+(\.[0-9]+)?"

# What stands in the place of a category or an area at the foot of a table.
TOTALS = frozenset(("total", "totals", "grand total", "sum", "overall"))


@dataclass(frozen=True)
class Names:
    """Every name a file may use for a category or an area, folded, to its id or code.

    spelt: each folded name as the YAML spells it. codes: the areas' codes alone, and those of
    another census whose counts they take. offences: the Home Office's codes to categories. kinds:
    kind of area -> the names of those. locate: gives the code of the area at a point.
    """

    categories: Mapping[str, str]
    areas: Mapping[str, str]
    spelt: Mapping[str, str]
    codes: frozenset[str]
    offences: Mapping[str, str]
    kinds: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    locate: Callable[[float, float], str] = lambda longitude, latitude: ""

    @classmethod
    def of(cls, study: Study) -> "Names":
        """Collect ids, labels and aliases of categories, and codes and names of areas."""
        categories = called(study.categories)
        areas = {a.name: code for code, a in reversed(study.areas().items())}
        areas |= {code: code for code in (*study.areas(), *study.shares)}
        spelt = {name.casefold(): name for name in (*categories, *areas)}
        codes, offences = frozenset((*study.areas(), *study.shares)), by_code(study.categories)
        kinds: dict[str, dict[str, str]] = {}
        for code, area in study.areas().items():
            kinds.setdefault(area.kind, {}).update(_folded({area.name: code, code: code}))
        return cls(_folded(categories), _folded(areas), spelt, codes, offences, kinds)


def called(categories: Mapping[str, CategoryKeys]) -> dict[str, str]:
    """Give every name of every category with its id."""
    return {
        name: id_ for id_, keys in categories.items() for name in (id_, keys.label, *keys.aliases)
    }


def _folded(names: Mapping[str, str]) -> dict[str, str]:
    return {name.casefold(): meant for name, meant in names.items()}


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


def _offence_code(text: str, column: LayoutColumn, names: Names) -> Value:
    if plain(text) not in names.offences:
        advice = "add it to the 'codes' of a category, or translate it under 'values' of the layout"
        raise Unreadable(f"unknown offence code '{text}'", advice)
    return names.offences[plain(text)]


def _area(text: str, column: LayoutColumn, names: Names) -> Value:
    known = names.kinds.get(column.kind, {}) if column.kind else names.areas
    return _named(text, known, names, column.kind or "area", "the areas of partnership.yaml")


def _area_code(text: str, column: LayoutColumn, names: Names) -> Value:
    """Take an area by its code alone: two places may share a name."""
    if text not in names.codes:
        if column.codes and re.fullmatch(column.codes, text):
            raise Elsewhere(f"'{text}' is no area of the partnership")
        raise Unreadable(f"unknown area code '{text}'", "add it to the areas of partnership.yaml")
    return text


def _point(text: str, column: LayoutColumn, names: Names) -> Value:
    """Take the area that a point lies in: longitude and latitude, in degrees."""
    if not re.fullmatch(POINT, text):
        raise Unreadable(
            f"'{text}' is no longitude and latitude", "write it as -1.131592 52.629729"
        )
    longitude, latitude = map(float, text.split())
    code = names.locate(longitude, latitude)
    if not code:
        raise Elsewhere(f"'{text}' lies in no area of the partnership")
    return code


def _named(text: str, known: Mapping[str, str], names: Names, what: str, home: str) -> str:
    if text.casefold() not in known:
        if text.casefold() in TOTALS:
            raise Unreadable(f"'{text}' is no {what}", "take rows of totals out", whole=True)
        advice = f"add it to {home}, or take the row out"
        spelt = [names.spelt[name] for name in known]
        raise Unreadable(f"unknown {what} '{text}'", suggestion(text, spelt, advice))
    return known[text.casefold()]


def _date(text: str, column: LayoutColumn, names: Names) -> Value:
    if "time of day" in column.tolerates:
        text = local_day(text)
    if column.format:
        return _formatted(text, column.format)
    try:
        return date.fromisoformat(text)
    except ValueError:
        advice = "write dates as 2023-12-05; in Excel, give the column the format yyyy-mm-dd"
        raise Unreadable(f"'{text}' is not a date", advice) from None


def _formatted(text: str, format_: str) -> date:
    try:
        return datetime.strptime(text, format_).date()  # noqa: DTZ007  a day has no time zone
    except ValueError:
        advice = f"write it as '{format_}' says, or correct the layout's 'format'"
        raise Unreadable(f"'{text}' is not a date", advice) from None


def _end_of_span(text: str, column: LayoutColumn, names: Names) -> Value:
    """Take the first or the last day of a period that is named."""
    end, _, kind = column.type.partition(" of ")
    assert kind in EXAMPLES
    period = _span(text, column, kind)
    if not period:
        named = span(text, kind)
        advice = f"write {kind}s as {EXAMPLES[kind]}"
        if named:
            advice = f"write it as {named.first:%Y-%m}, {declared('months by name')}"
        raise Unreadable(f"'{text}' is not a {kind}", advice)
    return period.first if end == "first" else period.last


def _span(text: str, column: LayoutColumn, kind: Span) -> Period | None:
    if kind != "month":
        return span(text, kind)
    if "time of day" in column.tolerates:
        text = local_day(text)[: len("2023-12")]
    return span(text, kind) if "months by name" in column.tolerates else iso_month(text)


def _whole(text: str, column: LayoutColumn, names: Names) -> Value:
    return whole(text, column)


def _number(text: str, column: LayoutColumn, names: Names) -> Value:
    return number(text, column)


def _choice(text: str, column: LayoutColumn, names: Names) -> Value:
    if text not in column.choices:
        raise Unreadable(
            f"'{text}' is not known", suggestion(text, column.choices, one_of(column.choices))
        )
    return text


_READERS: dict[str, Callable[[str, LayoutColumn, Names], Value]] = {
    "text": _text,
    "category": _category,
    "offence code": _offence_code,
    "area": _area,
    "area code": _area_code,
    "point": _point,
    **{
        f"{end} of {kind}": _end_of_span
        for end in ("first", "last")
        for kind in ("month", "quarter", "financial year")
    },
    "date": _date,
    "whole number": _whole,
    "number": _number,
    "choice": _choice,
}
