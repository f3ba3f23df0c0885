"""Section kind "profile": a table of shares by characteristic, for one or several populations."""

from typing import TYPE_CHECKING, Literal

from report.assessment import Cell, Column, Exhibit, Row, Section, slug
from report.config.model import Strict, key
from report.config.plan import Plan
from report.config.study import Study
from report.errors import InputError, Problem, one_of, suggestion
from report.measures import rates
from report.sections import marks
from report.sections.cells import row
from report.sections.desk import Desk
from report.sections.exhibits import exhibit
from report.sources.tables import Tables

if TYPE_CHECKING:
    import pandas as pd

MARKS = {"high": 1, "low": -1}


class ProfileColumn(Strict):
    """One printed column of a profile table."""

    of: str = key("value of 'column' in the source")
    show: Literal["count", "base", "share", "mark"] = key("count, base, share or mark")
    label: str = key("header")
    against: str = key(
        "with 'show: mark': whom to compare with, a value of 'column' in the source or the row "
        "of 'total_row'; as in the source's column 'mark' where empty",
        default="",
    )
    group: str = key("header that spans neighbouring columns", default="")
    bar: float | None = key(
        "draw the share as an inline bar, this many per cent long", default=None
    )


class Profile(Plan):
    """Keys of a profile."""

    source: str = key("id of a source with the layout 'profile'")
    name: str = key("everyday name of the table")
    caption: str = key("caption, instead of the usual one", default="")
    stub: str = key("header of the first column", default="Characteristic")
    group_stub: str = key("header of a column for the groups of rows; none when empty", default="")
    columns: tuple[ProfileColumn, ...] = key("printed columns, in order")
    decimals: int = key("decimal places of shares", default=0, ge=0)
    unit: str = key("what the counts count", default="offenders")
    geography: str = key("geography for the caption, if not the partnership's", default="")
    as_at: str = key("period for the caption, if not the edition's", default="")
    inside: bool = key(
        "with 'against': whether those compared are among the others, as a district's people are "
        "among its county's; they are then compared with the rest",
        default=False,
    )
    total_row: str = key("row that is set apart, such as the county", default="")
    chart: bool = key("draw the first share column as ranked bars", default=False)
    chart_message: str = key("what the chart shows, in your words", default="")
    note: str = key("printed under the table", default="")


def assess(plan: Profile, study: Study, tables: Tables) -> Section:
    """Assess one profile table."""
    if plan.audience == "public":
        raise InputError([_never_public(plan, study)])
    desk = Desk.of(plan, study, tables)
    rows = _rows(desk)
    table = _table(desk, rows)
    exhibits = (table, _chart(desk, table)) if plan.chart else (table,)
    return Section(
        id=plan.id,
        kind=plan.kind,
        title=plan.title,
        audience=plan.audience,
        numbered=plan.numbered,
        exhibits=exhibits,
        key_findings=desk.key_findings(),
    )


def _never_public(plan: Profile, study: Study) -> Problem:
    where = study.where(*plan.at, "audience")
    return Problem(where, "a profile of people is never public", "write 'partner' or 'restricted'")


def _plan(desk: Desk) -> Profile:
    assert isinstance(desk.plan, Profile)
    return desk.plan


def _rows(desk: Desk) -> "pd.DataFrame":
    plan, rows = _plan(desk), desk.tables.profile
    known = set(rows["source"])
    if plan.source not in known:
        what = f"'{plan.source}' is not a source with the layout 'profile'"
        raise desk.missing(what, suggestion(plan.source, known, one_of(known)), "source")
    rows = rows[rows["source"] == plan.source]
    names = set(rows["column"])
    for column in plan.columns:
        if column.against and column.show != "mark":
            what = f"a {column.show} is not compared, and 'against' says with whom"
            raise desk.missing(what, "write 'show: mark', or take 'against' out", "columns")
        others = {column.against} - {plan.total_row}
        for name in {column.of, *filter(None, others)} - names:
            what = f"the source has no column '{name}'"
            raise desk.missing(what, suggestion(name, names, one_of(names)), "columns")
    return rows


def _table(desk: Desk, rows: "pd.DataFrame") -> Exhibit:
    plan = _plan(desk)
    keys = list(dict.fromkeys(zip(rows["group"].fillna(""), rows["row"], strict=True)))
    marked = [column for column in plan.columns if column.against]
    return exhibit(
        desk,
        "profile",
        plan.name,
        _columns(plan),
        title=plan.caption,
        rows=tuple(_row(desk, rows, group, name) for group, name in keys),
        geography=plan.geography or desk.study.partnership.area.name,
        period=plan.as_at or desk.period.label,
        notes=(plan.note,) if plan.note else (),
        compared=marks.compared(desk, inside=plan.inside) if marked else None,
        methods=("share", *(("mark",) if marked else ())),
        sources=(plan.source,),
    )


def _columns(plan: Profile) -> list[Column]:
    units = {"count": plan.unit, "base": plan.unit, "share": "%", "mark": "mark"}
    columns = [Column(key="group", label=plan.group_stub)] if plan.group_stub else []
    columns.append(Column(key="row", label=plan.stub))
    for number, each in enumerate(plan.columns):
        columns.append(
            Column(
                key=f"c{number}",
                label=each.label,
                unit=units[each.show],
                decimals=plan.decimals if each.show == "share" else None,
                group=each.group,
                bar=each.bar,
                origin="given" if each.show == "mark" and not each.against else "computed",
            )
        )
    return columns


def _row(desk: Desk, rows: "pd.DataFrame", group: str, name: str) -> Row:
    plan = _plan(desk)
    mine = rows[(rows["group"].fillna("") == group) & (rows["row"] == name)]
    cells: list[object] = [group, name] if plan.group_stub else [name]
    for column in plan.columns:
        found = _first(mine, column.of)
        if found is None:
            cells.append(Cell(markers=("x",)))
        elif column.against:
            cells.append(_mark(desk, rows, mine, column, found))
        else:
            cells.append(_cell(found, column.show))
    role = "total" if name == plan.total_row else "row"
    return row(slug(f"{group} {name}"), *cells, role=role)


def _first(rows: "pd.DataFrame", column: str) -> "pd.Series | None":
    found = rows[rows["column"] == column]
    return found.iloc[0] if len(found) else None


def _mark(
    desk: Desk,
    rows: "pd.DataFrame",
    mine: "pd.DataFrame",
    column: ProfileColumn,
    own: "pd.Series",
) -> Cell:
    """Mark a row against the same row of another column, or against the row that is set apart."""
    plan = _plan(desk)
    if column.against != plan.total_row:
        return marks.cell(desk, own, _first(mine, column.against), inside=plan.inside)
    if own["row"] == plan.total_row:
        return Cell()
    other = _first(rows[rows["row"] == plan.total_row], column.of)
    return marks.cell(desk, own, other, inside=plan.inside)


def _cell(record: "pd.Series", show: str) -> Cell:
    if record["mark"] == "not applicable":
        return Cell(markers=("z",))
    if show == "mark":
        return Cell(value=MARKS.get(record["mark"]))
    if show == "share" and record["pct"] is not None:
        return Cell(value=record["pct"], origin="given")
    count, base = record["count"], record["base"]
    if None in ((count, base) if show == "share" else (record[show],)):
        return Cell(markers=("x",))
    if show != "share":
        return Cell(value=record[show])
    share = rates.share_pct(count, base)
    return Cell(value=share, markers=() if share is not None else ("z",))


def _chart(desk: Desk, table: Exhibit) -> Exhibit:
    """Draw the first share column as bars, highest first, a row set apart as the reference line."""
    plan = _plan(desk)
    shares = [n for n, c in enumerate(table.columns) if c.unit == "%"]
    if not shares:
        what = "the chart draws a share, and no column shows one"
        raise desk.missing(what, "add a column with 'show: share', or set 'chart: false'", "chart")
    at = shares[0]
    label = next(n for n, c in enumerate(table.columns) if c.key == "row")
    ordered = sorted(table.rows, key=lambda r: -float(r.cells[at].value or 0))
    rows = [r.model_copy(update={"cells": (r.cells[label], r.cells[at])}) for r in ordered]
    apart = [r.key for r in rows if r.role == "total"]
    marks: dict[str, object] = {"label": "row", "values": [table.columns[at].key]}
    marks |= {"average": apart[0]} if apart else {}
    return exhibit(
        desk,
        "profile",
        plan.name,
        [table.columns[label], table.columns[at].model_copy(update={"bar": None})],
        kind="ranked_bars",
        title=plan.caption,
        message=plan.chart_message,
        rows=tuple(rows),
        marks=marks,
        twin=table.id,
        geography=table.geography,
        period=table.period,
        sources=table.sources,
    )
