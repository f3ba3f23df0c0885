"""The finding behind a cell of an exhibit: one of its row that holds the cell's very number."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from report.assessment import Assessment, Column, Exhibit, Finding, Number, Row, slug
from report.words import NOUNS

# Which of a finding's numbers is meant.
Role = Literal["value", "previous", "change", "change_pct", "ratio", "series"]

# Unit of a column -> the numbers of a finding that may stand in it; any other takes its value.
ROLES: Mapping[str, tuple[Role, ...]] = {
    "change %": ("change_pct",),
    "difference": ("change", "value"),
    "movement": ("change",),
    "number": ("ratio",),
    "position": ("value", "previous"),
    **dict.fromkeys(NOUNS, ("value", "previous", "series")),
}
# Units of a column in which another unit's finding may stand.
OTHER_UNITS = ("change %", "difference", "movement", "number")


class Behind(NamedTuple):
    """A finding, and which of its numbers a cell holds."""

    finding: Finding
    role: Role


# Years back in which the count of a column without a finding is looked for.
LOOKED_BACK = 20

Labelled = Mapping[str, Sequence[Finding]]


def labelled(findings: Iterable[Finding]) -> Labelled:
    """Give findings by their label, in small letters."""
    found: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        found[finding.label.casefold()].append(finding)
    return found


def behind(by_label: Labelled, exhibit: Exhibit, row: Row, at: int) -> Behind | None:
    """Find the finding behind a cell; None where no finding of its row holds its number."""
    value, column = row.cells[at].value, exhibit.columns[at]
    if not isinstance(value, int | float):
        return None
    found = [
        Behind(f, role)
        for name in sorted(named(exhibit, row))
        for f in by_label.get(name, ())
        if f.unit == column.unit or column.unit in OTHER_UNITS
        for role in ROLES.get(column.unit, ("value",))
        if value in numbers(f, role)
    ]
    return min(found, key=lambda one: _far(one, column), default=None)


def named(exhibit: Exhibit, row: Row) -> set[str]:
    """Give the labels, in small letters, that findings of a row may have."""
    said = [str(cell.value) for cell in row.cells if isinstance(cell.value, str)]
    texts = {*said, *(f"{exhibit.measure} in {text}" for text in said)}
    if row.role == "total" or not exhibit.columns[0].key.startswith(("area", "rank")):
        texts.add(exhibit.measure)
    return {text.casefold() for text in texts if text}


def heads(exhibit: Exhibit, row: Row) -> Iterator[str]:
    """Give the texts that head a row."""
    for cell, column in zip(row.cells, exhibit.columns, strict=True):
        if isinstance(cell.value, str) and column.unit == "text":
            yield cell.value


def named_cell(exhibit: Exhibit, row: Row, column: Column) -> str:
    """Name a cell within its exhibit: "Robbery, Change"."""
    label = f"{column.group} {column.label}".strip()
    return ", ".join((*list(heads(exhibit, row))[-1:], label))


def numbers(finding: Finding, role: Role) -> Iterator[Number]:
    """Give the numbers of a finding in a role."""
    if role == "series":
        yield from (point.value for point in finding.series)
        return
    value = getattr(finding, role)
    if value is not None:
        yield value


def _far(one: Behind, column: Column) -> tuple[bool, bool]:
    """Put first what the column's own header names: two years may have the same count."""
    f, period = one.finding, one.finding.period
    if one.role == "previous":
        period = f.previous_period or period
    heads = {period.label, period.year_label}
    if one.role == "series":
        heads = {point.label for point in f.series}
    return column.label not in heads, one.role != "value"


def counted(
    assessment: Assessment, exhibit: Exhibit, row: Row, column: Column, value: Number
) -> Finding | None:
    """Give the finding that a count of an earlier year would be; None where it is not plain.

    The category is the row's or the one that the exhibit counts, the area the row's or the whole,
    and the period the one whose label heads the column.
    """
    years = (assessment.period.earlier(back) for back in range(LOOKED_BACK))
    period = next((p for p in years if column.label in (p.label, p.year_label)), None)
    labels = {label.casefold(): id_ for id_, label in assessment.categories.items()}
    said = [text.casefold() for text in heads(exhibit, row)]
    category = next((labels[text] for text in said if text in labels), "")
    areas = [area for area in assessment.gazetteer if area.name.casefold() in said]
    category = category or labels.get(exhibit.measure.casefold(), "")
    if column.unit not in NOUNS or not period or not category or len(areas) > 1:
        return None
    area = areas[0] if areas else None
    if not area and category not in (row.key, labels.get(said[-1] if said else "")):
        return None
    return Finding(
        id=".".join(["count", category, *([slug(area.code)] if area else [])]),
        label=", ".join([*heads(exhibit, row), column.label]),
        measure="count",
        category=category,
        area=area.name if area else "",
        unit=column.unit,
        period=period,
        value=value,
        sources=exhibit.sources,
        audience=exhibit.audience,
    )
