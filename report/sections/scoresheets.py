"""Read the scores of a section of the kind "risk" by its scheme: every fault with its place."""

from collections.abc import Iterable, Mapping
from typing import Any

from report.assessment import slug
from report.config.schemes import PartKeys, SchemeKeys
from report.errors import InputError, Problem, Where, one_of, suggestion
from report.sections.scored import Score, Scores, bounds

# What stands for a score in the canonical table where a question does not apply.
NOT_APPLICABLE = "not applicable"


def read_scores(scheme: SchemeKeys, together: str, rows: Iterable[Mapping[str, Any]]) -> Scores:
    """Read the rows of a source by a scheme.

    Raises InputError with every factor that the scheme does not know, every score that is not on
    its scale, and every one that is given twice.
    """
    problems: list[Problem] = []
    given: list[Score] = []
    for row in rows:
        found = _score(scheme, row)
        if isinstance(found, Problem):
            problems.append(found)
        else:
            given.append(found)
    problems += [*_twice(given), *_spelt(given)]
    if given and not problems and all(score.value is None for score in given):
        do = "fill in the column 'score', or take the section out"
        problems.append(Problem(given[0].place, "no row holds a score", do))
    if problems:
        raise InputError(problems)
    return Scores(scheme, together, tuple(given))


def _score(scheme: SchemeKeys, row: Mapping[str, Any]) -> Score | Problem:
    where = Where(str(row["file"]), int(row["line"]))
    named = row["factor"] or (scheme.scored[0].name if len(scheme.scored) == 1 else "")
    known = {slug(f.name): (part, f.name) for part in scheme.scored for f in part.factors}
    known |= {slug(part.name): (part, "") for part in scheme.scored}
    if slug(named) not in known:
        names = [name or part.name for part, name in known.values()]
        what = f"factor: '{named}' is none of {scheme.short}" if named else "factor: is empty"
        return Problem(where, what, suggestion(named, names, one_of(names)))
    part, factor = known[slug(named)]
    text = row["score"] or ""
    value = None
    if text and text != NOT_APPLICABLE:
        value = _value(scheme, part, text, whole=not factor)
        if value is None:
            return Problem(where, *_off_the_scale(scheme, part, text, whole=not factor))
    applies = text != NOT_APPLICABLE
    who = (row["theme"], part.name, factor, row["scorer"])
    return Score(*who, value=value, applies=applies, scored=row["scored"], place=where)


def _value(scheme: SchemeKeys, part: PartKeys, text: str, *, whole: bool) -> float | None:
    """Take a score by its label or its number; None where the scale does not have it."""
    labels = {label.casefold(): number for label, number in scheme.scale.items()}
    try:
        number = float(text)
    except ValueError:
        return None if whole else labels.get(text.casefold())
    low, high = bounds(part, scheme.scale.values())
    allowed = low <= number <= high if whole else number in scheme.scale.values()
    return number if allowed else None


def _off_the_scale(
    scheme: SchemeKeys, part: PartKeys, text: str, *, whole: bool
) -> tuple[str, str]:
    if whole:
        low, high = bounds(part, scheme.scale.values())
        advice = f"a total of {part.name} lies between {low:g} and {high:g}"
    else:
        steps = (
            label if label == f"{number:g}" else f"{label} ({number:g})"
            for label, number in scheme.scale.items()
        )
        advice = f"use one of {', '.join(steps)}, or '{NOT_APPLICABLE}'"
    return f"score: '{text}' is not on the scale", advice


def _twice(given: Iterable[Score]) -> Iterable[Problem]:
    """Find scores given twice by one scorer, and totals given beside their factors."""
    first: dict[tuple[str, ...], Score] = {}
    for score in given:
        key = (score.theme.casefold(), score.part, score.scorer.casefold())
        before = first.get((*key, score.factor)) or first.get((*key, "")) or None
        if not score.factor and not before:
            before = next((f for k, f in first.items() if k[:3] == key), None)
        if before:
            what = f"{score.scorer} scores {score.factor or score.part} of {score.theme} twice"
            yield Problem(score.place, f"{what}, first in {before.place}", "remove one of the rows")
        first.setdefault((*key, score.factor), score)


def _spelt(given: Iterable[Score]) -> Iterable[Problem]:
    """Find themes and scorers that stand in two spellings, which would count as two."""
    first: dict[tuple[str, str], str] = {}
    for score in given:
        for column, name in (("theme", score.theme), ("scorer", score.scorer)):
            usual = first.setdefault((column, slug(name)), name)
            if name != usual:
                what = f"{column}: '{name}' is '{usual}' in a row above"
                yield Problem(score.place, what, "write it alike everywhere")
