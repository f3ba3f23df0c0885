"""The scores of a section of the kind "risk", read by its scheme: every one with its place."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from report.assessment import slug
from report.config.schemes import PartKeys, SchemeKeys
from report.errors import InputError, Problem, Where, one_of, suggestion
from report.measures import scoring

# What stands for a score in the canonical table where a question does not apply.
NOT_APPLICABLE = "not applicable"


@dataclass(frozen=True)
class Score:
    """One score as it was given.

    part: of the scheme. factor: "" for the total of all the part's factors. value: None where the
    scorer gave none, or the question does not `apply`. scored: the day, where it is known.
    """

    theme: str
    part: str
    factor: str
    scorer: str
    value: float | None
    applies: bool
    scored: date | None
    place: Where


@dataclass(frozen=True)
class Scores:
    """All scores of one source, by a scheme. together: how several scorers become one number."""

    scheme: SchemeKeys
    together: str
    given: tuple[Score, ...]

    @property
    def themes(self) -> list[str]:
        """The themes, in the order of the file."""
        return list(dict.fromkeys(score.theme for score in self.given))

    @property
    def scorers(self) -> list[str]:
        """The scorers, in the order of the file."""
        return list(dict.fromkeys(score.scorer for score in self.given))

    def of(self, theme: str, part: str = "", scorer: str = "") -> list[Score]:
        """List the scores of a theme; for one part of the scheme, or by one scorer alone."""
        return [
            score
            for score in self._by_theme[theme]
            if part in ("", score.part) and scorer in ("", score.scorer)
        ]

    @cached_property
    def _by_theme(self) -> dict[str, list[Score]]:
        return {name: [s for s in self.given if s.theme == name] for name in self.themes}

    def by_scorer(self, theme: str, part: PartKeys) -> dict[str, float | None]:
        """Give what each scorer's factors of a part come to."""
        return {who: total(part, self.of(theme, part.name, who)) for who in self.scorers}

    def has_totals(self, part: PartKeys) -> bool:
        """Say whether some scorer gave a part's total without its factors."""
        return any(score.part == part.name and not score.factor for score in self.given)

    def detailed(self, part: PartKeys) -> bool:
        """Say whether more is known of a part's scores than each scorer's total."""
        own = [score for score in self.given if score.part == part.name]
        return any(score.factor or score.scored for score in own)

    def value(
        self, theme: str, part: PartKeys, moved: Mapping[Score, float] | None = None
    ) -> float | None:
        """Give a theme's part, all scorers together; moved: scores to take another number for."""
        each = (self.of(theme, part.name, who) for who in self.scorers)
        return scoring.together((total(part, scores, moved) for scores in each), self.together)

    def moves(self, score: Score, way: int) -> float:
        """Give what a score becomes when it moves one step up (1) or down (-1)."""
        assert score.value is not None
        part = next(part for part in self.scheme.scored if part.name == score.part)
        scale = self.scheme.scale.values()
        low, high = bounds(part, scale)
        whole = (low, score.value - 1, score.value + 1, high)
        steps = scale if score.factor else [each for each in whole if low <= each <= high]
        return scoring.step(score.value, steps, way)


def total(
    part: PartKeys, scores: Sequence[Score], moved: Mapping[Score, float] | None = None
) -> float | None:
    """Combine one scorer's scores of a part; the total where the scorer gave no factors."""
    values = {score.factor: (moved or {}).get(score, score.value) for score in scores}
    if "" in values:
        return values[""]
    return scoring.combined([values.get(f.name) for f in part.factors], part.combined)


def bounds(part: PartKeys, scale: Iterable[float]) -> tuple[float, float]:
    """Give the lowest and the highest total that the factors of a part can have."""
    low, high = min(scale := list(scale)), max(scale)
    times = len(part.factors) if part.combined == "sum" else 1
    return low * times, high * times


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
    problems += _twice(given)
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
