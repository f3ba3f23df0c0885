"""The labels of areas by last year's method and by this year's, of the same figures."""

from report.assessment import Column, Exhibit, slug
from report.sections.cells import count_cell, header, row
from report.sections.classes import Labelled, labelled
from report.sections.exhibits import exhibit
from report.sections.facts import of_counts
from report.sections.labelling import last_year
from report.sections.top import TopAreas


def side_by_side(top: TopAreas) -> list[Exhibit]:
    """Make the table where the edition before labelled the areas of this section otherwise."""
    desk, now = top.desk, top.labelled
    earlier = last_year(desk) if now and top.top.side_by_side else None
    if now is None or earlier is None or earlier.same(now.method):
        return []
    before = labelled(desk, top.category, top.top.areas, earlier, [*top.found])
    return [_table(top, before, now)]


def _table(top: TopAreas, before: Labelled, now: Labelled) -> Exhibit:
    desk, keys = top.desk, top.desk.category(top.category)
    moved = tuple(
        desk.area_name(code)
        for code in top.found
        if before.labels.get(code) != now.labels.get(code)
    )
    cautions = of_counts(desk.cautions(top.category))
    facts = now.facts.model_copy(update={"moved": moved})
    return exhibit(
        desk,
        "labels side by side",
        f"{keys.label} labels by {top.top.areas}",
        (
            Column(key="area", label=header(top.top.areas)),
            Column(key="count", label=keys.label, unit=keys.unit),
            Column(key="before", label=_header(before), unit="label", group="Label by"),
            Column(key="now", label=_header(now), unit="label", group="Label by"),
            Column(key="moves", label="Moves", unit="moves"),
        ),
        measure=keys.label,
        rows=tuple(
            row(
                slug(desk.area_name(code)),
                desk.area_name(code),
                count_cell(top.counted(code), cautions),
                before.labels.get(code),
                now.labels.get(code),
                int(before.labels.get(code) != now.labels.get(code)),
            )
            for code, _, _ in top.listed
        ),
        shown=len(top.found),
        cautions=cautions,
        classified=(before.facts, facts),
        methods=tuple(dict.fromkeys((before.facts.method, now.facts.method))),
        sources=tuple(dict.fromkeys((*before.sources, *now.sources))),
        findings=top.found.values(),
        sensitive=keys.sensitive,
    )


def _header(made: Labelled) -> str:
    """Name a method and the edition whose it is: "2023-24: declared counts"."""
    return f"{made.facts.edition or 'this year'}: {made.facts.name or 'declared counts'}"
