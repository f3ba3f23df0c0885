"""Section kind "front": cover, document details and contents."""

from report.assessment import Column, Section, slug
from report.config.plan import Plan
from report.config.study import Study
from report.periods import day
from report.sections.cells import row
from report.sections.desk import Desk
from report.sections.exhibits import exhibit
from report.sources.tables import Tables


class Front(Plan):
    """Keys of the front matter: those that every section takes; it prints no title."""


def assess(plan: Front, study: Study, tables: Tables) -> Section:
    """Make the table of document details; cover and contents are the document's."""
    desk = Desk.of(plan, study, tables)
    columns = [Column(key="field", label="Item"), Column(key="value", label="Detail")]
    table = exhibit(
        desk,
        "details",
        "document details",
        columns,
        rows=tuple(row(slug(name), name, value) for name, value in _details(study).items()),
    )
    return Section(
        id=plan.id,
        kind=plan.kind,
        audience=plan.audience,
        numbered=False,
        exhibits=(table,),
    )


def _details(study: Study) -> dict[str, str]:
    edition, published = study.edition, study.edition.published
    assumed = " (assumed)" if published.assumed else ""
    details = {
        "Title": edition.document.title,
        "Description": edition.document.description,
        "Geographical coverage": study.partnership.area.name,
        "Time period": study.period.label,
        "Status": edition.status.capitalize(),
        "Version": edition.document.version,
        "Publication date": day(published.date) + assumed,
        "Produced by": edition.document.produced_by,
    }
    return {name: value for name, value in (details | edition.document.details).items() if value}
