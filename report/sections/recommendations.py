"""Section kind "recommendations": the edition's recommendations, from their one store."""

from report.assessment import Recommendation, Section
from report.config.model import key
from report.config.plan import Plan
from report.config.study import Study
from report.sections.desk import Desk
from report.sources.tables import Tables


class Recommendations(Plan):
    """Keys of the recommendations."""

    numbers: tuple[int, ...] = key("which ones, by number; all when left out", default=())


def assess(plan: Recommendations, study: Study, tables: Tables) -> Section:
    """Choose the recommendations that this section prints."""
    desk = Desk.of(plan, study, tables)
    every = {r.number: r for r in store(tables)}
    unknown = [number for number in plan.numbers if number not in every]
    if unknown or not every:
        what = (
            f"there is no recommendation {unknown[0]}" if unknown else "there is no recommendation"
        )
        raise desk.missing(
            what, "add it to the source with the layout 'recommendations'", "numbers"
        )
    return Section(
        id=plan.id,
        kind=plan.kind,
        title=plan.title,
        audience=plan.audience,
        numbered=plan.numbered,
        recommendations=tuple(every[number].id for number in plan.numbers or every),
        key_findings=desk.key_findings(),
    )


def store(tables: Tables) -> tuple[Recommendation, ...]:
    """Give the edition's recommendations in order of number; evidence still by everyday name."""
    rows = tables.recommendations.sort_values("number")
    return tuple(
        Recommendation(
            id=r["id"],
            number=r["number"],
            text=r["text"],
            owner=r["owner"] or "",
            due=r["due"] or "",
            evidence=tuple(e.strip() for e in (r["evidence"] or "").split(";") if e.strip()),
            because=r["because"] or "",
            continues=r["continues"] or "",
            audience=r["audience"],
        )
        for _, r in rows.iterrows()
    )
