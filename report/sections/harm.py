"""Section kind "harm": categories ranked by the harm they do, beside their ranking by count.

Harm is each offence's weight times its count, after one scheme and version. Both rankings are of
the categories that have a weight.
"""

from report.assessment import Finding, Number, Section
from report.config.model import key
from report.config.plan import Plan
from report.config.study import Study
from report.measures import rates
from report.measures.change import change
from report.measures.harm import Harm
from report.sections.denominators import Denominator, residents
from report.sections.desk import Desk
from report.sections.exhibits import twins
from report.sections.facts import identity, of_counts, unique
from report.sections.harm_tables import harm_chart, harm_table
from report.sections.weighed import Weighed
from report.sections.weights import Weights
from report.sources.tables import Tables


class Harms(Plan):
    """Keys of the harm."""

    weights: str = key("the source of weights, by its id")
    version: str = key("which version, where the source holds several", default="")
    categories: tuple[str, ...] = key("categories of the table", min_length=1)
    whole: str = key(
        "the category that the others are parts of; without it shares are of their sum", default=""
    )
    name: str = key("everyday name of the table and chart", default="harm")
    stub: str = key("header of the first column", default="Crime type")
    chart: bool = key("draw the shares of the count and of the harm as bars", default=True)
    chart_message: str = key("what the chart shows, in your words", default="")
    note: str = key("printed under the table", default="")


def assess(plan: Harms, study: Study, tables: Tables) -> Section:
    """Weight the categories and rank them."""
    desk = Desk.of(plan, study, tables)
    weights = Weights.of(desk, plan.weights, plan.version)
    made = Weighed.of(desk, weights, plan.categories, plan.whole)
    found = {c: _harm(made, c, made.now[c]) for c in made.ranked}
    whole = [_harm(made, plan.whole, made.total)] if plan.whole else []
    heads = residents(desk)
    rate = [_rate(made, each, heads) for each in whole if heads]
    shares = [_share(made, c, each) for c, each in found.items()]
    printed = [*whole, *found.values()]
    notes = {"notes": (plan.note,)} if plan.note else {}
    table = harm_table(made, printed, plan.stub, heads, name=plan.name, **notes)
    message = plan.chart_message
    chart = harm_chart(made, printed, plan.stub, name=plan.name, message=message)
    return Section(
        id=plan.id,
        kind=plan.kind,
        title=plan.title,
        audience=plan.audience,
        numbered=plan.numbered,
        findings=unique([*whole, *rate, *found.values(), *shares]),
        exhibits=twins(table, chart) if plan.chart and found else (table,),
        key_findings=desk.key_findings(),
    )


def _harm(made: Weighed, category: str, now: Harm) -> Finding:
    """Make the finding of a category's harm and its change by the same weights.

    A percentage is given where the earlier count, and not the earlier harm, is no small base.
    """
    desk, keys, before = made.desk, made.desk.category(category), made.before.get(category)
    small = before is not None and before.counted < desk.study.edition.comparison.small_base
    moved = change(now.total, before.total, 0) if before else None
    return Finding(
        id=identity("harm", category),
        label=keys.label,
        measure="harm",
        category=category,
        unit="harm",
        period=desk.period,
        value=now.total,
        previous=before.total if before else None,
        previous_period=desk.comparison if before else None,
        change=moved.difference if moved else None,
        change_pct=moved.percent if moved and not small else None,
        small_base=small,
        note=f"{made.weights.scheme}, version {made.weights.version}",
        polarity=keys.polarity,
        method="harm",
        sources=made.sources(category),
        audience=made.audience,
        cautions=desk.cautions(category),
    )


def _derived(
    found: Finding, measure: str, unit: str, value: Number | None, **more: object
) -> Finding:
    update = {
        "id": found.id.replace("harm.", f"{measure.replace(' ', '-')}.", 1),
        "measure": measure,
        "unit": unit,
        "value": value,
        "small_base": False,
        "cautions": of_counts(found.cautions),
        **dict.fromkeys(("previous", "previous_period", "change", "change_pct")),
    }
    return found.model_copy(update=update | more)


def _share(made: Weighed, category: str, found: Finding) -> Finding:
    """Make the finding of a category's share of all harm."""
    whole = made.label(made.whole) if made.whole else "the categories shown"
    return _derived(
        found,
        "harm share",
        "%",
        made.harm_share(category),
        of=made.total.total,
        of_label=f"the harm of {whole}",
    )


def _rate(made: Weighed, found: Finding, heads: Denominator) -> Finding:
    """Make the finding of all harm per 1,000 residents."""
    people = heads.people[made.desk.own]
    return _derived(
        found,
        "harm rate",
        "per 1,000",
        rates.per_1000(found.value or 0, people),
        sources=tuple(dict.fromkeys((*found.sources, *heads.sources))),
    )
