"""Section kind "structure": meetings as a table, the delivery structure as a diagram."""

from report.assessment import Column, Exhibit, Section, slug
from report.config.model import key
from report.config.outlines import outline
from report.config.plan import DiagramKeys, Plan
from report.config.study import Study
from report.sections.cells import row
from report.sections.desk import Desk
from report.sections.diagrams import diagram
from report.sections.exhibits import exhibit
from report.sources.tables import Tables


class Structure(Plan):
    """Keys of the delivery structure."""

    name: str = key("everyday name of the table of meetings", default="meetings")
    diagram: str = key("everyday name of the diagram", default="delivery structure")
    caption: str = key("caption of the diagram, instead of its name", default="")
    note: str = key("printed under the diagram", default="")
    lines: bool = key(
        "draw it with lines from each group to those below it; "
        "only where it is known who reports to whom",
        default=False,
    )


def assess(plan: Structure, study: Study, tables: Tables) -> Section:
    """Lay out the meetings and the delivery structure of the partnership's file."""
    desk = Desk.of(plan, study, tables)
    return Section(
        id=plan.id,
        kind=plan.kind,
        title=plan.title,
        audience=plan.audience,
        numbered=plan.numbered,
        exhibits=(*_meetings(desk, plan), *_groups(desk, plan)),
    )


def _meetings(desk: Desk, plan: Structure) -> tuple[Exhibit, ...]:
    meetings = desk.study.partnership.meetings
    if not meetings:
        return ()
    headers = list(dict.fromkeys(name for meeting in meetings for name in meeting))
    columns = [Column(key=slug(header), label=header) for header in headers]
    rows = [row(f"r{n}", *(m.get(h, "") for h in headers)) for n, m in enumerate(meetings)]
    return (exhibit(desk, "meetings", plan.name, columns, rows=tuple(rows)),)


def _groups(desk: Desk, plan: Structure) -> tuple[Exhibit, ...]:
    groups = desk.study.partnership.structure
    if not list(outline(groups)):
        return ()
    keys = DiagramKeys(
        name=plan.diagram,
        kind="structure",
        items=groups,
        lines=plan.lines,
        caption=plan.caption,
        note=plan.note,
    )
    return (diagram(desk, keys, plan.audience),)
