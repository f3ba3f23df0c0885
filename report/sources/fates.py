"""Say what a row of one offence counts as, or why it is set aside."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cache, lru_cache
from typing import NamedTuple

from report.config.groupings import plain
from report.config.study import Study
from report.periods import Period
from report.sources.coverage import BEFORE_OR_AFTER, LEFT_OUT
from report.sources.faults import Unreadable
from report.sources.layouts import Layout
from report.sources.rows import cell
from report.sources.tallies import NO_FLAG, OUTSIDE, REVERSED, Fate
from report.sources.values import POINT, Names, Value, convert

Texts = tuple[str, ...]

# Rows that say the same stand near each other; of more, a file by day has few.
REMEMBERED = 20_000


class Row(NamedTuple):
    """The texts of a row that decide what becomes of it; at: header -> position."""

    texts: Texts
    at: Mapping[str, int]

    def cell(self, header: str) -> str:
        """Give the text of a column."""
        return self.texts[self.at[header]]


def deciding(layout: Layout) -> list[str]:
    """Give the headers of the columns that decide what becomes of a row."""
    return sorted(layout.headers - {layout.id})


def judged_by(
    study: Study,
    layout: Layout,
    names: Names,
    wanted: Iterable[Period],
    given: Mapping[str, str],
) -> Callable[[Texts], Fate]:
    """Make the function that says what becomes of a row, of the texts in its deciding columns.

    wanted: the periods that the edition counts. given: what it says of columns that the files do
    not have.
    """
    at = {header: number for number, header in enumerate(deciding(layout))}
    value, periods = _reader(layout, names, given), list(wanted)
    flags, areas, code = _flags(layout), _areas(study, layout), _code(layout, given)
    only = {header: {v.casefold() for v in values} for header, values in layout.only.items()}

    @cache
    def inside(first: date, last: date) -> bool:
        return any(p.first <= first and last <= p.last for p in periods)

    @lru_cache(maxsize=REMEMBERED)
    def judged(texts: Texts) -> Fate:
        row = Row(texts, at)
        force = row.cell(layout.force) if layout.force else ""
        return fate(row)._replace(place=_place(row, layout), force=force)

    def fate(row: Row) -> Fate:
        first, category = value("first", row), value("category", row)
        last = value("last", row) if "last" in layout.columns else first
        offences = value("count", row) if "count" in layout.columns else 1
        if not isinstance(first, date) or not isinstance(last, date):
            return Fate("malformed", row.cell(layout.columns["first"].header))
        if not isinstance(offences, int):
            return Fate("malformed", row.cell(layout.columns["count"].header), first)
        if any(row.cell(header).strip().casefold() not in v for header, v in only.items()):
            return Fate(LEFT_OUT, day=first)
        flagged, unclear = flags(row)
        categories = (str(category), *flagged) if category else ()
        area, elsewhere = "", BEFORE_OR_AFTER
        if inside(first, last):
            area, elsewhere = _area(row, layout, value)
        if elsewhere:
            where = cell(row.texts, row.at, layout.columns["area"])
            return Fate(elsewhere, where, first, categories)
        if not categories:
            return Fate("unknown category", row.cell(layout.columns["category"].header), first)
        odd = (*unclear, *_reversed(row, value))
        return Fate("", "", first, categories, area, areas(row), odd, offences, code=code(row))

    return judged


Reader = Callable[[str, Row], Value]


def _reader(layout: Layout, names: Names, given: Mapping[str, str]) -> Reader:
    """Make the function that reads a column of a row; None for what cannot be read."""

    @cache  # there are few values, and many rows
    def read(name: str, text: str) -> Value:
        try:
            return convert(text, layout.columns[name], names)
        except Unreadable:
            return None

    def value(name: str, row: Row) -> Value:
        column = layout.columns.get(name)
        text = cell(row.texts, row.at, column, given.get(name, "")) if column else ""
        return read(name, text) if column else None

    return value


def _code(layout: Layout, given: Mapping[str, str]) -> Callable[[Row], str]:
    """Make the function that gives the offence code of a row; "" where the file has none."""
    column = layout.columns["category"]
    coded = column.type == "offence code"

    @cache
    def spelt(text: str) -> str:
        return plain(column.always or column.meant.get(text.strip().casefold(), text))

    return lambda row: (
        spelt(cell(row.texts, row.at, column, given.get("category", ""))) if coded else ""
    )


def _place(row: Row, layout: Layout) -> str:
    """Give the code of a row's area, or of its district; "" where it has no location.

    Of a point it is the word "point", and "everywhere" where the edition names one area for all
    rows: these do not say when areas change.
    """
    columns = [layout.columns[name] for name in ("area", "district") if name in layout.columns]
    if not columns[0].header:
        return "everywhere"
    found = ((column, row.cell(column.header).strip()) for column in columns)
    return next(("point" if c.type == "point" else text for c, text in found if text), "")


def _area(row: Row, layout: Layout, value: Reader) -> tuple[str, str]:
    """Give the area of a row, or why it has none.

    A row without a known area of its own counts in its district, where it names one.
    """
    area = value("area", row) or value("district", row)
    if area:
        return str(area), ""
    column = layout.columns["area"]
    code = cell(row.texts, row.at, column).strip()
    wanted, fault = {
        "area code": (column.codes, "unknown area code"),
        "point": (POINT, "malformed"),
    }.get(column.type, (".*", ""))
    if code and not re.fullmatch(wanted, code):
        return "", fault
    district = layout.columns.get("district")
    named = code or (district and row.cell(district.header).strip())
    return "", OUTSIDE if named else "no location"


def _flags(layout: Layout) -> Callable[[Row], tuple[list[str], list[str]]]:
    """Make the function that gives the categories of a row's flags, and what is odd about them."""
    yes = {text.casefold() for text in layout.flag_yes}
    known = {"", *yes, *(text.casefold() for text in layout.flag_no)}

    @cache
    def said(texts: Texts) -> tuple[list[str], list[str]]:
        folded = [text.strip().casefold() for text in texts]
        pairs = zip(layout.flags.values(), folded, strict=True)
        odd = [] if known.issuperset(folded) else [NO_FLAG]
        return [category for category, text in pairs if text in yes], odd

    return lambda row: said(tuple([row.cell(header) for header in layout.flags]))


def _areas(study: Study, layout: Layout) -> Callable[[Row], tuple[str, ...]]:
    """Make the function that gives the areas of other kinds that a row names, by code or name."""
    named = {
        header: {
            name.strip().casefold(): code
            for code, area in study.areas().items()
            if area.kind == kind
            for name in (area.name, code)
        }
        for kind, header in layout.areas.items()
    }

    @cache
    def meant(texts: Texts) -> tuple[str, ...]:
        pairs = zip(named.values(), texts, strict=True)
        return tuple(c for codes, text in pairs if (c := codes.get(text.strip().casefold())))

    return lambda row: meant(tuple([row.cell(header) for header in named]))


def _reversed(row: Row, value: Reader) -> list[str]:
    """Say whether an offence was over before it began."""
    begun, over = value("committed_from", row), value("committed_to", row)
    if isinstance(begun, date) and isinstance(over, date) and begun > over:
        return [REVERSED]
    return []
