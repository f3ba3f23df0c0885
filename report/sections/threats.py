"""Section kind "threats": emerging trends and threats, each a title and a paragraph."""

from report.assessment import Entry, Section
from report.config.model import key
from report.config.partnership import EntryKeys
from report.config.plan import Plan
from report.config.study import Study
from report.sections.desk import Desk
from report.sources.tables import Tables


class Threats(Plan):
    """Keys of the emerging threats."""

    threats: tuple[EntryKeys, ...] = key("the threats: title and text, findings in brackets")


def assess(plan: Threats, study: Study, tables: Tables) -> Section:
    """Lay out the emerging threats."""
    desk = Desk.of(plan, study, tables)
    return Section(
        id=plan.id,
        kind=plan.kind,
        title=plan.title,
        audience=plan.audience,
        numbered=plan.numbered,
        entries=tuple(Entry(title=t.title, text=t.text, details=t.details) for t in plan.threats),
        key_findings=desk.key_findings(),
    )
