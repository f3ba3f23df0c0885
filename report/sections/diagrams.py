"""Diagrams of indented lists, for any section that holds some."""

from collections.abc import Sequence
from itertools import pairwise

from report.assessment import Audience, Column, Exhibit, Row, slug
from report.config.outlines import Line, outline, parts
from report.config.plan import DiagramKeys, Plan
from report.config.study import Study
from report.sections.cells import row
from report.sections.desk import Desk
from report.sections.exhibits import exhibit
from report.sources.tables import Tables

COLUMNS = (
    Column(key="level", label="Level", unit="number"),
    Column(key="label", label="Item"),
)

# With more groups than this side by side that hold others, a structure needs a landscape page.
UPRIGHT = 4


def diagrams(plan: Plan, study: Study, tables: Tables) -> tuple[Exhibit, ...]:
    """Make an exhibit of every diagram that the plan holds: one row for each line of its list."""
    desk = Desk.of(plan, study, tables)
    return tuple(diagram(desk, keys, keys.audience) for keys in plan.diagrams)


def diagram(desk: Desk, keys: DiagramKeys, audience: Audience) -> Exhibit:
    """Make the exhibit of one diagram."""
    lines = list(outline(keys.items))
    marks: dict[str, str | list[str]] = {"label": "label"}
    if keys.lines:
        marks["lines"] = "yes"
    if keys.kind == "formula":
        marks["parts"] = parts(lines[0][1])
    return exhibit(
        desk,
        "diagram",
        keys.name,
        COLUMNS,
        kind=keys.kind,
        rows=_rows(lines),
        title=keys.caption,
        marks=marks,
        notes=(keys.note,) if keys.note else (),
        wide=keys.kind == "structure" and _broad(lines) > UPRIGHT,
        audience=audience,
    )


def _rows(lines: Sequence[Line]) -> tuple[Row, ...]:
    """Key each line by its title, and by its place where the title stands twice."""
    rows: dict[str, Row] = {}
    for number, (level, title) in enumerate(lines):
        name = slug(title) or f"r{number}"
        key = f"{name}-{number}" if name in rows else name
        rows[key] = row(key, level, title)
    return tuple(rows.values())


def _broad(lines: Sequence[Line]) -> int:
    """Count the groups below the first that hold others."""
    levels = [level for level, _ in lines]
    return sum(pair == (2, 3) for pair in pairwise(levels))
