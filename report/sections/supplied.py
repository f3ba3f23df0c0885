"""Partners' tables, printed as supplied, for any section that names them."""

from report.assessment import Column, Exhibit, slug
from report.config.plan import Plan
from report.config.study import Study
from report.sections.cells import row
from report.sections.desk import Desk
from report.sections.exhibits import exhibit
from report.sources.tables import Supplied, Tables


def supplied_tables(plan: Plan, study: Study, tables: Tables) -> tuple[Exhibit, ...]:
    """Make an exhibit of every supplied table that the plan names.

    Its everyday name is the source's title; the file's name calls it as well.
    Raises InputError where a named source has another layout than "table".
    """
    desk = Desk.of(plan, study, tables)
    for id_ in plan.tables:
        if id_ not in tables.supplied:
            layout = study.edition.sources[id_].layout
            what = f"the source '{id_}' has the layout '{layout}'"
            raise desk.missing(what, "only the layout 'table' is printed as supplied", "tables")
    return tuple(_exhibit(desk, id_, tables.supplied[id_]) for id_ in plan.tables)


def _exhibit(desk: Desk, id_: str, table: Supplied) -> Exhibit:
    columns = [
        Column(key=f"c{n}", label=label, unit="supplied") for n, label in enumerate(table.header)
    ]
    rows = [row(slug(cells[0]) or f"r{n}", *cells) for n, cells in enumerate(table.rows)]
    return exhibit(
        desk,
        "supplied",
        table.title,
        columns,
        title=table.title,
        file=table.file.rpartition("/")[2],
        rows=tuple(rows),
        sources=(id_,),
    )
