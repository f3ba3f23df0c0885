"""What a sentence rests on: a finding by its values, an exhibit by its rows and columns."""

from collections.abc import Iterator

from report.assessment import Exhibit, Finding, Number, Row
from report.prose.dates import undated

FIRST = 3  # rows of a ranking that a sentence is likely to speak of


def values(finding: Finding) -> str:
    """Give a finding's id with all that its words may tell: "position.robbery: 2 from 4 of 15"."""
    parts = [
        *([finding.printed] if finding.printed else [_exact(finding.value)]),
        *([f"from {_exact(finding.previous)}"] if finding.previous is not None else []),
        *([f"of {_exact(finding.of)}"] if finding.of is not None else []),
        *(["tied"] if finding.tied else []),
        *(["clear"] if finding.variation and finding.variation.clear else []),
        *(month.label for month in finding.months),
        *(f"[{caution.id}]" for caution in finding.cautions),
    ]
    return f"{finding.id}: {' '.join(parts)}"


def _exact(value: Number | None) -> str:
    return "none" if value is None else f"{value:.10g}"


def shape(exhibit: Exhibit) -> str:
    """Give the rows and columns of an exhibit, whatever years it shows, and how a ranking begins.

    "10 rows; 3 columns: LSOA, Rank, Burglary; first Town End, Market Place, High Street".
    """
    rows = _listed(exhibit)
    labels = ", ".join(dict.fromkeys(undated(column.label) for column in exhibit.columns))
    parts = [f"{len(rows)} rows", f"{len(exhibit.columns)} columns: {labels}"]
    if any(column.unit == "rank" for column in exhibit.columns):
        parts.append(f"first {', '.join(_name(exhibit, row) for row in rows[:FIRST])}")
    return "; ".join(parts)


def leaders(exhibit: Exhibit) -> str:
    """Say which rows of a chart have most, in whatever column, and which one moved most.

    "most Beat 62; moved most Shoplifting"; only between two columns does a row move.
    """
    most, moved = sorted(set(_with_most(exhibit))), _moved_most(exhibit)
    told = [f"most {', '.join(most)}"] if most else []
    return "; ".join([*told, *([f"moved most {moved}"] if moved else ())])


def _listed(exhibit: Exhibit) -> list[Row]:
    return [row for row in exhibit.printed() if row.role == "row"]


def _name(exhibit: Exhibit, row: Row) -> str:
    """Give the area of a row, or else the first text that it holds."""
    shown = sorted(zip(exhibit.columns, row.cells, strict=True), key=lambda c: c[0].key != "area")
    return next((str(c.value) for column, c in shown if column.unit == "text"), row.key)


def _with_most(exhibit: Exhibit) -> Iterator[str]:
    for at in range(len(exhibit.columns)):
        held = [(_number(row, at), row) for row in _listed(exhibit)]
        known = [(n, row) for n, row in held if n is not None]
        top = max((n for n, _ in known), default=None)
        yield from (_name(exhibit, row) for n, row in known if n == top)


def _moved_most(exhibit: Exhibit) -> str:
    """Name the row whose two numbers are furthest apart; "" where it has not two of a kind."""
    if [column.unit for column in exhibit.columns[1:]] != [exhibit.columns[-1].unit] * 2:
        return ""
    pairs = [(_number(row, 1), _number(row, 2), row) for row in _listed(exhibit)]
    apart = [(abs(b - a), row) for a, b, row in pairs if a is not None and b is not None]
    return _name(exhibit, max(apart, key=lambda pair: pair[0])[1]) if apart else ""


def _number(row: Row, at: int) -> float | None:
    value = row.cells[at].value
    return value if isinstance(value, int | float) else None
