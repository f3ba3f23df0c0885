"""Add counted rows up: over days, over the categories of a grouping, over areas in a wider one."""

import re
from collections import Counter
from datetime import date
from functools import cache

from report.config.groupings import below
from report.config.study import Study
from report.sources.layouts import Layout
from report.sources.tallies import Tally

Window = tuple[date, date]
Above = dict[str, tuple[str, ...]]


def summed(
    made: Tally, spans: set[Window], sums: Above, areas: Above
) -> Counter[tuple[str, str, Window]]:
    """Count each category in each area in each span.

    sums: category of the files -> itself and the groupings above it. areas: area of the files ->
    itself and the areas around it.
    """

    @cache
    def holding(day: date) -> list[Window]:
        return [span for span in spans if span[0] <= day <= span[1]]

    days, groups, found = (Counter[tuple[str, str, Window]]() for _ in range(3))
    for counted in (made.counts, made.apart):
        for (category, area, day), rows in counted.items():
            for span in holding(day):
                days[category, area, span] += rows
    for (category, area, span), rows in days.items():
        for grouping in sums.get(category, (category,)):
            groups[grouping, area, span] += rows
    for (grouping, area, span), rows in groups.items():
        for around in areas.get(area, ()):
            found[grouping, around, span] += rows
    return found


def groupings(study: Study, layout: Layout) -> Above:
    """Give each category that adds up to others with itself and those, each once.

    Added up are the groupings that the layout names, and those whose every part it counts. What is
    flagged is part of no sum.
    """
    categories, flagged = study.categories, set(layout.flags.values())
    counted = _countable(study, layout)

    @cache
    def whole(id_: str) -> bool:
        parts = categories[id_].parts
        return id_ in counted or (bool(parts) and all(whole(part) for part in parts))

    wanted = {c for c in categories if c in layout.sums or (categories[c].parts and whole(c))}
    found = {c: [c] for c in categories}
    for grouping in sorted(wanted):
        for part in below(categories, grouping) - {grouping} - flagged:
            found[part].append(grouping)
    return {c: tuple(names) for c, names in found.items()}


def _countable(study: Study, layout: Layout) -> set[str]:
    """Give the categories of which the layout says that its files count them."""
    column = layout.columns["category"]
    if column.type == "offence code":
        return {id_ for id_, keys in study.categories.items() if keys.codes}
    names = {n.casefold(): i for i, k in study.categories.items() for n in (i, k.label, *k.aliases)}
    return {names[text.casefold()] for text in column.values.values() if text.casefold() in names}


def wider(study: Study, layout: Layout, made: Tally) -> Above:
    """Give each area of the files with itself and the areas around it.

    An area of a kind that the rows name themselves is counted from these alone. So is every area of
    files that give figures by area: they may not hold all that a wider one is made of.
    """
    if layout.columns["area"].type == "area":
        return {code: (code,) for code in sorted({area for _, area, _ in made.counts})}
    kinds = {code: area.kind for code, area in study.areas().items()}
    apart = {kinds[area] for _, area, _ in made.apart}
    codes = {c for c in kinds if re.fullmatch(layout.columns["area"].codes, c)}
    codes |= {area for _, area, _ in made.counts} | study.takers
    found = {
        code: (code, *(c for c in sorted(study.around(code)) if kinds[c] not in apart))
        for code in sorted(codes)
    }
    return found | {code: (code,) for code, kind in kinds.items() if kind in apart}
