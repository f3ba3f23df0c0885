"""Rows of a table against those around them: their order, their level, what is beyond limits."""

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import pairwise

from report.errors import Problem
from report.finished.document import Finished
from report.finished.sheets import Sheet, odd, sheets

# Headers of the number of a row in its list.
RANKED = ("Rank", "No.", "Position")
# So many rows show what their rule is; and of two neighbours either may be the one that is wrong.
FEWEST, TWINS = 4, 2


def ranks(document: Finished, sheet: Sheet) -> Iterator[Problem]:
    """Ranks are places in the list, or the place of the row above; the rows are in their order."""
    first = sheet.columns[0] if sheet.columns else None
    if first is None or first.header not in RANKED:
        return
    rows = [row for row in range(len(sheet.rows)) if first.numbers[row]]
    values = [figure.value or 0 for row in rows if (figure := first.numbers[row])]
    for at, value in enumerate(values):
        if value != at + 1 and (at == 0 or value != values[at - 1]):
            what = f"{sheet.named(rows[at])} is number {value:g} and stands {at + 1} from the top"
            yield odd(document, sheet, "rank", what, sheet.named(rows[at]))
            return
    yield from _order(document, sheet, rows)


def _order(document: Finished, sheet: Sheet, rows: list[int]) -> Iterator[Problem]:
    """Find the one row that is out of the order that all the others of a ranked list are in."""
    for column in sheet.columns[1:]:
        values = [figure.value or 0 for row in rows if (figure := column.numbers[row])]
        if len(values) < FEWEST or len(values) != len(rows) or column.header in RANKED:
            continue
        off = [at for at in range(len(values)) if _is_down([*values[:at], *values[at + 1 :]])]
        if off and not _is_down(values) and len(off) <= TWINS:
            what = f"{sheet.named(rows[off[0]])} is out of order in {column.header}"
            yield odd(document, sheet, "rank", what, column.header)
        return


def _is_down(values: list[float]) -> bool:
    return all(before >= after for before, after in pairwise(values))


def steady(document: Finished, sheet: Sheet) -> Iterator[Problem]:
    """A level that is one number in all rows but one is that number there as well."""
    for column in sheet.headed("usual level|lower end|upper end"):
        values = Counter(figure.text for figure in column.numbers if figure)
        if len(values) == 2 and min(values.values()) == 1 and sum(values.values()) > FEWEST:  # noqa: PLR2004
            (usual, _), (other, _) = values.most_common()
            what = f"{column.header} is {usual} in all rows but one, where it is {other}"
            yield odd(document, sheet, "level", what, column.header)


def signals(document: Finished, sheet: Sheet) -> Iterator[Problem]:
    """A month is said to be beyond the usual range where its number is, and nowhere else."""
    low, high, said = (sheet.headed(name) for name in ("lower end", "upper end", "what it signals"))
    held = sheet.headed("smoothed") or sheet.headed("count")
    for row in range(len(sheet.rows)) if low and high and said and held else ():
        value, floor, roof = (c.numbers[row] for c in (held[0], low[0], high[0]))
        text = sheet.rows[row].cells[said[0].at].text
        if value and floor and roof:
            beyond = {
                "Above": (value.low or 0) > (roof.high or 0),
                "Below": (value.high or 0) < (floor.low or 0),
            }
            for way, is_so in beyond.items():
                if is_so and not text.startswith(way):
                    what = (
                        f"{sheet.named(row)} is {way.lower()} the usual range, and it is not said"
                    )
                    yield odd(document, sheet, "limits", what, sheet.named(row))


def in_order(document: Finished) -> Iterator[Problem]:
    """Every table's rows are in their order, at their level, and told where they are beyond it."""
    rules: tuple[Callable[[Finished, Sheet], Iterator[Problem]], ...] = (ranks, steady, signals)
    for sheet in sheets(document):
        for rule in rules:
            yield from rule(document, sheet)


RULES = (in_order,)
