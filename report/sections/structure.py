"""Section kind "structure": meetings as a table, delivery structure as a nested list."""

from collections.abc import Iterator
from typing import Any

from report.assessment import Column, Entry, Exhibit, Section
from report.config.model import Plan, key
from report.config.study import Study
from report.sections.facts import Desk, exhibit, row, slug
from report.sources.tables import Tables


class Structure(Plan):
    """Keys of the delivery structure."""

    name: str = key("everyday name of the table of meetings", default="meetings")


def assess(plan: Structure, study: Study, tables: Tables) -> Section:
    """Lay out the meetings and the delivery structure of the partnership's file."""
    desk = Desk.of(plan, study, tables)
    meetings = study.partnership.meetings
    exhibits: tuple[Exhibit, ...] = ()
    if meetings:
        headers = list(dict.fromkeys(name for meeting in meetings for name in meeting))
        columns = [Column(key=slug(header), label=header) for header in headers]
        rows = [row(f"r{n}", *(m.get(h, "") for h in headers)) for n, m in enumerate(meetings)]
        exhibits = (exhibit(desk, "meetings", plan.name, columns, rows=tuple(rows)),)
    return Section(
        id=plan.id,
        kind=plan.kind,
        title=plan.title,
        audience=plan.audience,
        numbered=plan.numbered,
        exhibits=exhibits,
        entries=tuple(_levels(study.partnership.structure)),
    )


def _levels(items: Any, level: int = 1) -> Iterator[Entry]:
    """Flatten a nested list: each entry with its level, parents before children."""
    for title, children in _pairs(items):
        yield Entry(title=str(title), details={"level": str(level)})
        yield from _levels(children, level + 1)


def _pairs(items: Any) -> Iterator[tuple[Any, Any]]:
    """Give each title with what stands below it: a list, one title, more titles, or nothing."""
    if isinstance(items, dict):
        yield from items.items()
    elif isinstance(items, list | tuple):
        for item in items:
            yield from _pairs(item)
    elif items is not None:
        yield items, None
