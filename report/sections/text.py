"""Section kind "text": the author's chapter, with partners' tables and parts of other kinds."""

from report.assessment import Section
from report.config.plan import Plan
from report.config.study import Study
from report.sections.desk import Desk
from report.sources.tables import Tables


class Text(Plan):
    """Keys of a text chapter: those that every section takes."""


def assess(plan: Text, study: Study, tables: Tables) -> Section:
    """Lay out a text chapter; its words are the author's."""
    desk = Desk.of(plan, study, tables)
    return Section(
        id=plan.id,
        kind=plan.kind,
        title=plan.title,
        audience=plan.audience,
        numbered=plan.numbered,
        key_findings=desk.key_findings(),
    )
