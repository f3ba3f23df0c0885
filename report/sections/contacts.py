"""Section kind "contacts": whom to ask, from the partnership's file."""

from report.assessment import Entry, Section
from report.config.plan import Plan
from report.config.study import Study
from report.sources.tables import Tables


class Contacts(Plan):
    """Keys of the contacts: those that every section takes."""


def assess(plan: Contacts, study: Study, tables: Tables) -> Section:
    """Lay out the contacts."""
    return Section(
        id=plan.id,
        kind=plan.kind,
        title=plan.title,
        audience=plan.audience,
        numbered=plan.numbered,
        entries=tuple(
            Entry(title=c.title, text=c.text, details=c.details) for c in study.partnership.contacts
        ),
    )
