"""Section kind "tracker": what became of the recommendations of the edition before."""

from report.assessment import Column, Finding, Section
from report.config.model import key
from report.config.plan import Plan
from report.config.study import Study
from report.sections.cells import row
from report.sections.desk import Desk
from report.sections.exhibits import exhibit
from report.sections.facts import identity
from report.sources.tables import Tables


class Tracker(Plan):
    """Keys of the tracker."""

    name: str = key("everyday name of the table", default="last year's recommendations")
    caption: str = key("caption, instead of the usual one", default="")
    note: str = key("printed under the table", default="")


def assess(plan: Tracker, study: Study, tables: Tables) -> Section:
    """Assess the recommendations of the edition before, and count them by status."""
    desk = Desk.of(plan, study, tables)
    rows = tables.tracker.sort_values("number")
    if not len(rows):
        what = "no source has the layout 'tracker'"
        raise desk.missing(what, "add the recommendations of the edition before as a source")
    columns = [
        Column(key="number", label="No.", unit="number"),
        Column(key="recommendation", label="Recommendation"),
        Column(key="update", label="Update"),
        Column(key="status", label="Status", unit="status"),
    ]
    table = exhibit(
        desk,
        "tracker",
        plan.name,
        columns,
        title=plan.caption,
        rows=tuple(
            row(str(r["number"]), r["number"], r["recommendation"], r["update"], r["status"])
            for _, r in rows.iterrows()
        ),
        notes=(plan.note,) if plan.note else (),
        sources=tuple(dict.fromkeys(rows["source"])),
    )
    return Section(
        id=plan.id,
        kind=plan.kind,
        title=plan.title,
        audience=plan.audience,
        numbered=plan.numbered,
        findings=_by_status(desk),
        exhibits=(table,),
        key_findings=desk.key_findings(),
    )


def _by_status(desk: Desk) -> tuple[Finding, ...]:
    rows = desk.tables.tracker
    return tuple(
        Finding(
            id=identity("tracker", str(status)),
            label=f"last year's recommendations {status}",
            measure="tracker",
            unit="recommendations",
            period=desk.period,
            value=len(group),
            of=len(rows),
            polarity="ambiguous",
            method="count",
            sources=tuple(dict.fromkeys(group["source"])),
            audience=desk.plan.audience,
        )
        for status, group in rows.groupby("status", sort=True)
    )
