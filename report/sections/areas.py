"""Section kind "areas": what each area of a kind covers."""

from report.assessment import Column, Section
from report.config.model import key
from report.config.plan import Plan
from report.config.study import Study
from report.errors import suggestion
from report.sections.cells import header, row
from report.sections.desk import Desk
from report.sections.exhibits import exhibit
from report.sources.tables import Tables


class Areas(Plan):
    """Keys of the area definitions."""

    areas: str = key("kind of area, such as beat")
    name: str = key("everyday name of the table", default="area definitions")
    note: str = key("printed under the table", default="")


def assess(plan: Areas, study: Study, tables: Tables) -> Section:
    """Lay out the definitions of the partnership's areas of one kind."""
    desk = Desk.of(plan, study, tables)
    chosen = [a for a in study.partnership.areas if a.kind == plan.areas]
    if not chosen:
        what = f"the partnership has no areas of kind '{plan.areas}'"
        kinds = {a.kind for a in study.partnership.areas}
        advice = suggestion(plan.areas, kinds, "add them to partnership.yaml")
        raise desk.missing(what, advice, "areas")
    columns = [
        Column(key="area", label=header(plan.areas)),
        Column(key="covers", label="Covers"),
    ]
    table = exhibit(
        desk,
        "definitions",
        plan.name,
        columns,
        measure=plan.areas,
        rows=tuple(row(a.code, a.name, a.covers) for a in chosen),
        notes=(plan.note,) if plan.note else (),
    )
    return Section(
        id=plan.id,
        kind=plan.kind,
        title=plan.title,
        audience=plan.audience,
        numbered=plan.numbered,
        exhibits=(table,),
    )
