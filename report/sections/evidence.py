"""Section kind "evidence": what a partnership decides on, by category and by area.

For each category change, share, position in the peer group, years with a rise, and the verdict of
the declared rule; for each category the areas with most, now and a year earlier.
"""

from report.assessment import Cell, Column, Exhibit, Finding, NamedList, Row, Section
from report.config.evidence import EvidenceKeys
from report.config.model import key
from report.config.plan import Plan
from report.config.study import Study
from report.measures import persistence
from report.sections import positions, years
from report.sections.cells import (
    change_cell,
    count_cell,
    difference_cell,
    number_cell,
    row,
    variation_cell,
)
from report.sections.desk import Desk
from report.sections.exhibits import exhibit, of_windows
from report.sections.facts import cited, compared_by, of_counts, said_once, unique, unit_of
from report.sections.standing import Standing
from report.sections.verdicts import Known, known, verdict
from report.sources.tables import Tables

# The lists of a section, by the value of the verdict.
LISTS = {"challenge": 1, "improving": -1, "watch": 0}


class Evidence(Plan):
    """Keys of the evidence."""

    categories: tuple[str, ...] = key("categories of the table, in order", min_length=1)
    whole: str = key("the category that shares are of", default="")
    name: str = key("everyday name of the table of categories", default="evidence")
    stub: str = key("header of the first column", default="Crime type")
    areas: str = key("kind of area, such as beat, for a table of the areas with most", default="")
    area_categories: tuple[str, ...] = key(
        "categories of that table, where they are others than the first table's", default=()
    )
    number: int = key("how many areas for each category", default=10, ge=1, strict=True)
    least: int = key("smallest count with which an area is listed", default=1, ge=1, strict=True)
    areas_name: str = key("everyday name of the table of areas", default="evidence by area")
    rule: EvidenceKeys | None = key(
        "the rule for verdicts, instead of that in config/evidence.yaml", default=None
    )
    note: str = key("printed under the table of categories", default="")

    def compares(self) -> tuple[str, ...]:
        """Give the categories of the table, and what they are shares of."""
        return (*self.categories, self.whole) if self.whole else self.categories


def assess(plan: Evidence, study: Study, tables: Tables) -> Section:
    """Assess the evidence for each category, and for the areas with most of it."""
    desk = Desk.of(plan, study, tables)
    every = known(desk, plan.categories, plan.whole)
    verdicts = [verdict(desk, _rule(desk), each) for each in every]
    by_area, areas = _by_area(desk)
    return Section(
        id=plan.id,
        kind=plan.kind,
        title=plan.title,
        audience=plan.audience,
        numbered=plan.numbered,
        findings=unique([*(f for each in every for f in each.findings), *verdicts, *areas]),
        exhibits=(_table(desk, every, verdicts), *by_area),
        key_findings=desk.key_findings(),
        lists=_lists(every, verdicts),
    )


def _plan(desk: Desk) -> Evidence:
    assert isinstance(desk.plan, Evidence)
    return desk.plan


def _rule(desk: Desk) -> EvidenceKeys:
    rule = _plan(desk).rule or desk.study.evidence
    if not rule:
        what = "there is no rule for verdicts"
        raise desk.missing(what, "copy config/evidence.yaml into the project, or write 'rule:'")
    if not desk.study.change and any(each.clear for each in (*rule.challenge, *rule.improving)):
        what = "the rule for verdicts asks for a 'clear' change, and there is no rule for that"
        raise desk.missing(what, "copy config/change.yaml into the project, or take 'clear' out")
    return rule


def _by_area(desk: Desk) -> tuple[tuple[Exhibit, ...], list[Finding]]:
    plan = _plan(desk)
    if not plan.areas:
        return (), []
    categories = plan.area_categories or plan.categories
    chosen = set(categories) != set(plan.categories)
    standing = Standing(desk, plan.areas, plan.number, plan.least, chosen)
    table, found = standing.table(categories, plan.areas_name)
    return (table,), found


def _table(desk: Desk, every: list[Known], verdicts: list[Finding]) -> Exhibit:
    plan = _plan(desk)
    placed = [each.position for each in every if each.position]
    head = positions.newest(placed) if placed else None
    columns = _columns(desk, every, head)
    return exhibit(
        desk,
        "evidence",
        plan.name,
        columns,
        comparison=desk.comparison.label,
        rows=tuple(
            _row(columns, known, found, head) for known, found in zip(every, verdicts, strict=True)
        ),
        cautions=said_once(
            *(years.cautions(desk, c, years.shown(desk)) for c in plan.categories),
            *(place.cautions for place in placed),
        ),
        notes=(*of_windows(desk), *([plan.note] if plan.note else ())),
        methods=(
            *(
                *compared_by(each.count for each in every),
                *(("share",) if plan.whole else ()),
                *((head.method,) if head else ()),
            ),
            "verdict",
        ),
        sources=cited(verdicts),
        findings=verdicts,
    )


def _columns(desk: Desk, every: list[Known], head: Finding | None) -> list[Column]:
    shares = [Column(key="share", label="Share", unit="%")] if _plan(desk).whole else []
    steps = [Column(key="rises", label="Years with a rise", unit="years")]
    return [
        Column(key="category", label=_plan(desk).stub),
        Column(key="count", label="Count", unit=unit_of(each.count for each in every)),
        Column(key="change", label="Change", unit="change %"),
        Column(key="difference", label="Difference", unit="difference"),
        Column(key="variation", label="In words", unit="variation"),
        *shares,
        *positions.columns(desk, head),
        *(steps if any(each.years for each in every) else ()),
        Column(key="verdict", label="Verdict", unit="verdict"),
        Column(key="because", label="Because"),
    ]


def _row(columns: list[Column], one: Known, found: Finding, head: Finding | None) -> Row:
    place, moved = positions.cells(one.position, head) if head else (Cell(), Cell())
    values = {
        "category": one.count.label,
        "count": count_cell(one.count.value, of_counts(one.count.cautions)),
        "change": change_cell(one.count),
        "difference": difference_cell(one.count),
        "variation": variation_cell(one.count),
        "share": number_cell(one.share.value) if one.share else Cell(markers=("z",)),
        "position": place,
        "movement": moved,
        "rises": _rises(one.years),
        "verdict": number_cell(found.value),
        "because": found.note or Cell(markers=("z",)),
    }
    cells = (values[column.key] for column in columns)
    return row(one.count.category, *cells, polarity=one.count.polarity)


def _rises(values: tuple[int, ...]) -> Cell:
    """Give in how many years the count rose on the year before."""
    if not values:
        return Cell(markers=("x",))
    return Cell(value=persistence.rises(values), of=len(values) - 1)


def _lists(every: list[Known], verdicts: list[Finding]) -> tuple[NamedList, ...]:
    """List the changes of the categories by verdict, those that have an earlier count."""
    both = zip((each.count for each in every), verdicts, strict=True)
    moved = [(counted, found) for counted, found in both if counted.change is not None]
    return tuple(
        NamedList(
            name=name, form="change", findings=tuple(c.id for c, f in moved if f.value == value)
        )
        for name, value in LISTS.items()
    )
