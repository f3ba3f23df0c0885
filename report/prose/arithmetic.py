"""Compute what the findings that a sentence names make: sums, differences and shares.

Arithmetic is never refused: what follows from findings that are named needs no source.
"""

from collections.abc import Iterable, Iterator
from itertools import permutations

from report.assessment import Finding
from report.prose.figures import Kind
from report.prose.known import Known
from report.prose.naming import Naming
from report.prose.subjects import Subject
from report.prose.typed import Typed

# A number that findings make, and the first of them.
Made = tuple[Finding, Kind, float]


def sums(naming: Naming, typed: Typed) -> Iterator[Finding]:
    """Add up the counts of the areas that a sentence names, and of its categories."""
    areas = naming.inside(typed)
    categories = sorted(naming.categories(typed))
    if len(areas) > 1:
        for category in categories:
            yield from naming.known.together(tuple(Subject(category, a) for a in areas), "count")
    elif len(categories) > 1:
        area = areas[0] if areas else ""
        yield from naming.known.together(tuple(Subject(c, area) for c in categories), "count")


def made(naming: Naming, typed: Typed) -> Iterator[Made]:
    """Give how far the counts that a sentence names are apart, and what share each is.

    A smaller count is a share of a larger one that is named with it.
    """
    areas = naming.inside(typed) or ("",)
    categories = sorted(naming.categories(typed))
    counts = [
        f for c in categories for a in areas for f in naming.known.of(Subject(c, a), "count")[:1]
    ]
    for one, other in permutations(counts, 2):
        if one.unit == other.unit and one.value is not None and other.value:
            yield one, "count", float(one.value) - float(other.value)
            yield one, "percent", 100 * (float(one.value) / float(other.value) - 1)
            if one.value < other.value:
                yield one, "percent", 100 * float(one.value) / float(other.value)
    for part in (*counts, *sums(naming, typed)):
        for whole in _wholes(naming, part, counts):
            yield from _shares(part, whole)


def _shares(part: Finding, whole: Finding) -> Iterator[Made]:
    """Give the share of a part now and a year earlier, and by how many points it moved."""
    now, then = _share(part.value, whole.value), _share(part.previous, whole.previous)
    yield from ((part, "percent", share) for share in (now, then) if share is not None)
    if now is not None and then is not None:
        yield part, "points", now - then


def _share(part: float | None, whole: float | None) -> float | None:
    return None if part is None or not whole else 100 * float(part) / float(whole)


def _wholes(naming: Naming, part: Finding, named: Iterable[Finding]) -> Iterator[Finding]:
    """Give what a count is a part of: all crime there, the same in all areas, a wider category."""
    known, category = naming.known, part.category
    area = "" if part.area == naming.own else part.area
    if category != naming.whole:
        yield from known.of(Subject(naming.whole, area), "count")
    if area:
        yield from known.of(Subject(category), "count")
        yield from _every(known, category, known.kind(area))
    for wider in named:
        if naming.stems.get(wider.category, frozenset()) < naming.stems.get(category, frozenset()):
            yield wider


def _every(known: Known, category: str, kind: str) -> Iterator[Finding]:
    """Add up the areas of a kind where each of them is counted."""
    areas = known.areas("count", category, kind)
    if kind and len(areas) == known.size(kind):
        yield from known.summed(areas)
