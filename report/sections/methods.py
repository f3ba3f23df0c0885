"""Section kind "methods": sources and methods; the document prints what the edition used."""

from report.assessment import Section
from report.config.plan import Plan
from report.config.study import Study
from report.sources.tables import Tables


class Methods(Plan):
    """Keys of sources and methods: those that every section takes."""


def assess(plan: Methods, study: Study, tables: Tables) -> Section:
    """Give sources and methods their place; records and accepted warnings are the assessment's."""
    return Section(
        id=plan.id,
        kind=plan.kind,
        title=plan.title,
        audience=plan.audience,
        numbered=plan.numbered,
    )
