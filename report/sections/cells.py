"""Make the columns, cells and rows of exhibits that several section kinds share."""

from collections.abc import Iterable, Sequence

from report.assessment import Caution, Cell, Column, Finding, Marker, Number, Polarity, Row
from report.sections.desk import Desk
from report.sections.facts import change_markers


def header(name: str) -> str:
    """Give a name as a column's header: "beat" is "Beat", "LSOA" stays."""
    return name[:1].upper() + name[1:]


def change_cell(finding: Finding) -> Cell:
    """Give the cell of a percentage change, with a marker where it must not be given."""
    if finding.previous is None:
        return Cell(markers=("x",))
    small: tuple[Marker, ...] = ("u",) if finding.small_base else ()
    tested = finding.variation
    return Cell(
        value=finding.change_pct,
        usual=bool(tested and not tested.clear),
        markers=(*small, *change_markers(finding.cautions)),
    )


def variation_cell(finding: Finding) -> Cell:
    """Give the cell of the words for a change, with a marker where it is not tested."""
    if finding.variation:
        return Cell(value=finding.variation.words)
    return Cell(markers=change_markers(finding.cautions) or ("x",))


def difference_cell(finding: Finding) -> Cell:
    """Give the cell of a difference, with a marker where a caution labels or withholds it."""
    if finding.change is None:
        return Cell(markers=("x",))
    return Cell(value=finding.change, markers=change_markers(finding.cautions))


def count_cell(value: Number | None, cautions: Iterable[Caution]) -> Cell:
    """Give the cell of a count with the markers of what is to be said of it, or "not available"."""
    if value is None:
        return Cell(markers=("x",))
    return Cell(value=value, markers=tuple(dict.fromkeys(c.marker for c in cautions)))


def number_cell(value: Number | None) -> Cell:
    """Give the cell of a number, "not available" where there is none."""
    return count_cell(value, ())


def withheld_row(columns: Sequence[Column]) -> Row:
    """Make the one row of a table whose counts the guard withholds."""
    return row("withheld", *(Cell(markers=("x",)) for _ in columns))


def row(key: str, *values: object, role: str = "row", polarity: Polarity | None = None) -> Row:
    """Make a row from plain values and cells."""
    cells = tuple(v if isinstance(v, Cell) else Cell.model_validate({"value": v}) for v in values)
    return Row.model_validate({"key": key, "cells": cells, "role": role, "polarity": polarity})


def count_columns(desk: Desk, unit: str) -> tuple[Column, Column]:
    """Make the columns of the comparison's and the period's counts, headed by their periods.

    Years that end in any month have their short name, for which a column has room.
    """
    rolling = desk.period.basis == desk.comparison.basis == "rolling 12 months"
    earlier, now = (
        period.year_label if rolling else period.label for period in (desk.comparison, desk.period)
    )
    earlier_column = Column(key="previous", label=earlier, unit=unit)
    return earlier_column, Column(key="count", label=now, unit=unit)


def earlier_rank(desk: Desk, key: str) -> Column:
    """Make the column of ranks in the comparison, named where it is no year ago."""
    when = "a year earlier" if desk.a_year_before else f"in {desk.comparison.label}"
    return Column(key=key, label=f"Rank {when}", unit="rank")
