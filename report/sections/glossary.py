"""Section kind "glossary": the abbreviations used; the document collects them."""

from report.assessment import Section
from report.config.plan import Plan
from report.config.study import Study
from report.sources.tables import Tables


class Glossary(Plan):
    """Keys of the glossary: those that every section takes."""


def assess(plan: Glossary, study: Study, tables: Tables) -> Section:
    """Give the glossary its place."""
    return Section(
        id=plan.id,
        kind=plan.kind,
        title=plan.title,
        audience=plan.audience,
        numbered=plan.numbered,
    )
