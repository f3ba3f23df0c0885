"""A table worked out again from what is printed in it: changes, shares, sums, means, ranks."""

import re
from collections.abc import Callable, Iterator
from functools import reduce
from itertools import permutations
from operator import add
from statistics import median

from report.errors import Problem
from report.finished import spans
from report.finished.document import Finished
from report.finished.sheets import CHANGE, Column, Sheet, odd, sheets
from report.finished.spans import Span

# A rule that looks at one table.
TableRule = Callable[[Finished, Sheet], Iterator[Problem]]
# So many rows show what their rule is.
FEWEST = 4
# A column that sums up others is not one of them.
DERIVED = (
    r"mean|median|range|highest|lowest|as published|change|difference|share|rate.*|rank.*|position"
)


def worked_out(document: Finished) -> Iterator[Problem]:
    """Every number of a table that follows from others of it is what they come to."""
    for sheet in sheets(document):
        for rule in TABLE_RULES:
            yield from rule(document, sheet)


def _wrong(
    document: Finished, sheet: Sheet, column: Column, row: int, true: Span | None, of: str
) -> Iterator[Problem]:
    printed, figure = column.span(row), column.numbers[row]
    if not (printed and true and figure):
        return
    how = spans.grade(printed, true)
    if how != "holds":
        unit = "%" if figure.kind == "percent" else ""
        said = f"{column.header} of {sheet.named(row)} is {figure.text}"
        what = f"{said}, and {of} give {spans.spelt(true)}{unit}"
        rule = "change" if how == "wrong" else "rounding"
        yield odd(document, sheet, rule, what, sheet.named(row), column.header)


def _changes(document: Finished, sheet: Sheet) -> Iterator[Problem]:
    """Changes and differences, of the last two periods or from the one that a header names."""
    for pattern, work in ((CHANGE, spans.change), ("difference", _difference)):
        for column, old, new in sheet.changes(pattern):
            of = f"{old.header} and {new.header}"
            for row in range(len(sheet.rows)):
                before, after = old.span(row), new.span(row)
                if before and after:
                    true = work(before, after)
                    yield from _wrong(document, sheet, column, row, true, of)


def _difference(before: Span, after: Span) -> Span:
    return after - before


def _shares(document: Finished, sheet: Sheet) -> Iterator[Problem]:
    """Shares of the row of the whole, in the column of counts to the left."""
    total = sheet.total
    for column in sheet.headed("share") if total is not None else ():
        left = [c for c in sheet.columns[: column.at] if c.of("count") and c.header != "Rank"]
        whole = left[-1].span(total or 0) if left else None
        for row in range(len(sheet.rows)) if whole else ():
            part = left[-1].span(row)
            if part and whole:
                true = spans.share(part, whole)
                yield from _wrong(document, sheet, column, row, true, left[-1].header)


def _sums(document: Finished, sheet: Sheet) -> Iterator[Problem]:
    """The row of the whole: no part is more, and where parts add up in one column, in all."""
    counts = [c for c in sheet.columns if c.of("count") and not _is_derived(c)]
    if sheet.total is None or not _is_whole(sheet, sheet.total, counts):
        return
    rests: list[tuple[Column, Span]] = []
    for column in counts:
        whole, parts = column.span(sheet.total), _parts(sheet, column, sheet.total)
        if whole is None or not parts:
            continue
        for part in (p for p in parts if p.low > whole.high):
            said = f"{spans.spelt(part)} in {column.header}"
            what = f"{said} is more than the whole, {spans.spelt(whole)}"
            yield odd(document, sheet, "whole", what, column.header)
        rests.append((column, reduce(add, parts) - whole))
    off = [(column, rest) for column, rest in rests if not rest.meets(Span(0, 0))]
    if 2 * len(off) <= len(rests):
        for column, rest in off:
            what = f"the rows of {column.header} come to {spans.spelt(rest)} more than their whole"
            yield odd(document, sheet, "sum", what, column.header)


def _parts(sheet: Sheet, column: Column, total: int) -> list[Span]:
    """Give the numbers of the rows that are parts; none where one of them is not known."""
    parts = [column.span(row) for row in range(len(sheet.rows)) if row != total]
    known = [part for part in parts if part]
    return known if len(known) == len(parts) else []


def _is_whole(sheet: Sheet, total: int, counts: list[Column]) -> bool:
    """Say whether a row is a whole of the others, and not one like them that stands out."""
    most = [c for c in counts if (f := c.numbers[total]) and f.value == _most(c)]
    return total in (0, len(sheet.rows) - 1) and bool(most) and 2 * len(most) >= len(counts)


def _most(column: Column) -> float:
    return max((figure.value or 0 for figure in column.numbers if figure), default=0)


def _is_derived(column: Column) -> bool:
    return bool(re.fullmatch(DERIVED, column.header, re.IGNORECASE))


def _summaries(document: Finished, sheet: Sheet) -> Iterator[Problem]:
    """Means, medians, ranges, the highest and the lowest of the columns to the left."""
    for pattern, work in SUMMARIES.items():
        for column in sheet.headed(pattern):
            inputs = _inputs(sheet, column)
            for row in range(len(sheet.rows)) if len(inputs) > 1 else ():
                values = [span for c in inputs if (span := c.span(row))]
                if len(values) > 1:
                    of = f"the {len(values)} columns before it"
                    yield from _wrong(document, sheet, column, row, work(values), of)


def _inputs(sheet: Sheet, column: Column) -> list[Column]:
    """List the columns that another one sums up: of the years above it, where it names any."""
    left = [c for c in sheet.columns[: column.at] if c.of("count") and not _is_derived(c)]
    years = column.years
    if years is None:
        return left
    return [c for c in left if c.years and years[0] <= c.years[0] and c.years[1] <= years[1]]


def _over(work: Callable[[list[float]], float]) -> Callable[[list[Span]], Span]:
    return lambda values: Span(work([v.low for v in values]), work([v.high for v in values]))


def _mean(values: list[float]) -> float:
    return sum(values) / len(values)


def _range(values: list[Span]) -> Span:
    return Span(
        max(v.low for v in values) - min(v.high for v in values),
        max(v.high for v in values) - min(v.low for v in values),
    )


SUMMARIES: dict[str, Callable[[list[Span]], Span]] = {
    "mean": _over(_mean),
    "median": _over(median),
    "highest": _over(max),
    "lowest": _over(min),
    "range": _range,
}


def _based(document: Finished, sheet: Sheet) -> Iterator[Problem]:
    """A change is the difference over the count before, where that is not printed."""
    counts, by = sheet.headed("count"), sheet.headed("difference")
    for row in range(len(sheet.rows)) if counts and by and len(sheet.periods()) < 2 else ():  # noqa: PLR2004
        now, difference = counts[0].span(row), by[0].span(row)
        for column in sheet.headed(CHANGE) if now and difference else ():
            if now and difference:
                true = spans.change(now - difference, now)
                yield from _wrong(
                    document, sheet, column, row, true, "the count and the difference"
                )


def _ratios(document: Finished, sheet: Sheet) -> Iterator[Problem]:
    """A column of percentages that is one column over another in nearly all rows is so in all."""
    for column in sheet.columns:
        if not column.of("percent") or re.fullmatch(
            f"{CHANGE}|share", column.header, re.IGNORECASE
        ):
            continue
        counts = [c for c in sheet.columns[: column.at] if c.of("count")]
        for part, whole in permutations(counts, 2):
            rows = [row for row in range(len(sheet.rows)) if column.span(row)]
            off = [row for row in rows if not _is_share(part, whole, column, row)]
            if len(rows) > FEWEST and len(off) == 1:
                said = f"{column.header} of {sheet.named(off[0])}"
                what = f"{said} is not {part.header} over {whole.header}"
                yield odd(document, sheet, "share", what, sheet.named(off[0]))


def _is_share(part: Column, whole: Column, column: Column, row: int) -> bool:
    some, of, printed = part.span(row), whole.span(row), column.span(row)
    true = spans.share(some, of) if some and of else None
    return bool(printed and true and printed.meets(true))


def _rows_read(document: Finished, sheet: Sheet) -> Iterator[Problem]:
    """Rows read are rows used, and those set aside for a reason each."""
    read, used = sheet.headed("rows read"), sheet.headed("rows used")
    others = sheet.columns[used[0].at + 1 :] if used else ()
    for row in range(len(sheet.rows)) if read and others else ():
        parts = [span for c in (used[0], *others) if (span := c.span(row))]
        if not parts:
            continue
        yield from _wrong(document, sheet, read[0], row, reduce(add, parts), "its parts")


TABLE_RULES: tuple[TableRule, ...] = (
    *(_changes, _based, _shares, _ratios, _sums, _summaries, _rows_read),
)
RULES = (worked_out,)
