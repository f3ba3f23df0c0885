"""What became of the tables and charts, row by row for the tables of top areas."""

from collections.abc import Iterator

from report.assessment import Assessment, Cell, Exhibit, Number, Row
from report.diff.changes import ExhibitChange, ExhibitKind, Reason, RowChange, RowKind
from report.diff.matching import pairs

# The form whose rows are areas in order of rank, with columns "rank", "area" and "count".
RANKED = "top areas"

Cells = dict[str, Cell]


def exhibits(old: Assessment, new: Assessment) -> tuple[ExhibitChange, ...]:
    """Compare all tables and charts of two assessments, unchanged ones included."""
    both = pairs(old.exhibits().values(), new.exhibits().values())
    return tuple(_exhibit(was, now) for was, now in both)


def _exhibit(was: Exhibit | None, now: Exhibit | None) -> ExhibitChange:
    if was is None or now is None:
        exhibit = now or was
        assert exhibit
        return _named("new" if now else "gone", exhibit)
    if was.kind != "table" or now.kind != "table":
        return _named(_drawn(was, now), now)
    ranked = was.form == now.form == RANKED
    reasons = _reasons(was, now) if ranked else ()
    if reasons:
        return _named("not comparable", now).model_copy(update={"reasons": reasons})
    return _table(was, now, tuple(_ranked(was, now)) if ranked else ())


def _drawn(was: Exhibit, now: Exhibit) -> ExhibitKind:
    """Say whether a drawing shows something else; what a chart shows, its table is compared for."""
    if now.family in ("chart", "map"):
        return "unchanged"
    same = (was.kind, was.title, was.rows, was.picture) == (
        now.kind,
        now.title,
        now.rows,
        now.picture,
    )
    return "unchanged" if same else "changed"


def _named(kind: ExhibitKind, exhibit: Exhibit) -> ExhibitChange:
    return ExhibitChange(
        kind=kind, id=exhibit.id, name=exhibit.name, form=exhibit.form, chart=exhibit.kind
    )


def _reasons(was: Exhibit, now: Exhibit) -> tuple[Reason, ...]:
    """Say why ranks and counts must not be compared."""
    area = Reason(code="area", old=was.geography, new=now.geography)
    unit = Reason(code="unit", old=_unit(was), new=_unit(now))
    return tuple(reason for reason in (area, unit) if reason.old != reason.new)


def _unit(exhibit: Exhibit) -> str:
    return next((column.unit for column in exhibit.columns if column.key == "count"), "")


def _table(was: Exhibit, now: Exhibit, rows: tuple[RowChange, ...]) -> ExhibitChange:
    before, after = _keys(was), _keys(now)
    update = {"added": len(after - before), "removed": len(before - after), "rows": rows}
    kind: ExhibitKind = "changed" if rows or before != after else "unchanged"
    return _named(kind, now).model_copy(update=update)


def _keys(exhibit: Exhibit) -> set[str]:
    return {row.key for row in exhibit.rows if row.role == "row"}


def _ranked(was: Exhibit, now: Exhibit) -> Iterator[RowChange]:
    """Compare two tables of top areas, in order of the new rank, those that left last."""
    before, after = _rows(was), _rows(now)
    for key in dict.fromkeys([*after, *before]):
        change = _row(key, before.get(key, {}), after.get(key, {}))
        if change.kind != "held" or change.difference:
            yield change


def _rows(exhibit: Exhibit) -> dict[str, Cells]:
    keys = [column.key for column in exhibit.columns]
    rows: list[Row] = [row for row in exhibit.rows if row.role == "row"]
    return {row.key: dict(zip(keys, row.cells, strict=True)) for row in rows}


def _row(key: str, was: Cells, now: Cells) -> RowChange:
    gained = _less(was.get("rank"), now.get("rank"))
    kept: RowKind = "moved" if gained else "held"
    return RowChange(
        kind=kept if was and now else "entered" if now else "left",
        key=key,
        label=str((now or was)["area"].value),
        old_rank=was.get("rank"),
        new_rank=now.get("rank"),
        old_count=was.get("count"),
        new_count=now.get("count"),
        places=gained,
        difference=_less(now.get("count"), was.get("count")),
    )


def _less(one: Cell | None, other: Cell | None) -> Number | None:
    """Take one cell from another, where both hold numbers."""
    left, right = (cell.value if cell else None for cell in (one, other))
    if left is None or right is None or isinstance(left, str) or isinstance(right, str):
        return None
    return left - right
