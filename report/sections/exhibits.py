"""Make exhibits of rows, with who may read them and what accepted warnings say under them."""

from collections.abc import Iterable, Sequence

from report.assessment import Column, Exhibit, Finding, family, slug
from report.sections.desk import Desk, closest, guarded

# Units of columns that hold no count of people or offences.
NOT_COUNTS = frozenset(
    (
        *("text", "difference", "change %", "%", "per 1,000", "rank", "position", "movement"),
        *("number", "label", "status", "mark", "supplied", "entry", "verdict", "years", "class"),
        *("outline", "score", "state", "follows", "age", "moves", "limits", "peers", "variation"),
        *("harm", "places"),
    )
)

# Columns of a table that an upright page holds in letters of a readable size, and a landscape one.
UPRIGHT = 8
LANDSCAPE = 14


def exhibit(desk: Desk, form: str, name: str, columns: Sequence[Column], **more: object) -> Exhibit:
    """Make an exhibit of the plan's section; id and everyday name follow from name and kind.

    findings: those that its rows print. The exhibit is kept as close as the closest of them, since
    a count and its change give away an earlier count that no column holds.
    Raises InputError where a table has more columns than any page holds.
    """
    kind = str(more.pop("kind", "table"))
    if kind == "table" and len(columns) > LANDSCAPE:
        what = f"the table '{name}' has {len(columns)} columns; a page holds {LANDSCAPE} at most"
        raise desk.missing(what, "show fewer years, or make two tables of it")
    sensitive = bool(more.pop("sensitive", False))
    findings: Iterable[Finding] = more.pop("findings", ())  # type: ignore[assignment]
    values = [
        r.cells[n].value
        for r in more["rows"]  # type: ignore[attr-defined]
        for n, c in enumerate(columns)
        if c.unit not in NOT_COUNTS
    ]
    fields: dict[str, object] = {
        "id": f"{family(kind)}.{desk.plan.id}.{slug(name)}",
        "name": name,
        "kind": kind,
        "form": form,
        "geography": desk.study.partnership.area.name,
        "period": desk.period.label,
        "audience": closest(
            guarded(desk, values, sensitive=sensitive), *(f.audience for f in findings)
        ),
        "columns": tuple(columns),
        "wide": kind == "table" and len(columns) > UPRIGHT,
    }
    return Exhibit.model_validate(fields | more)


def twins(table: Exhibit, chart: Exhibit) -> tuple[Exhibit, Exhibit]:
    """Tie a chart to the table that prints its data."""
    return table, chart.model_copy(update={"twin": table.id})


def accepted(desk: Desk, *ids: str) -> tuple[str, ...]:
    """Give the reasons of accepted warnings, to be printed under a table."""
    return tuple(desk.study.edition.accept[i] for i in ids if i in desk.study.edition.accept)


def of_windows(desk: Desk) -> tuple[str, ...]:
    """Give the reason for accepting unequal windows, where the edition's own are compared."""
    own = (desk.period, desk.comparison) != (desk.study.period, desk.study.comparison)
    return () if own else accepted(desk, "window-length")
