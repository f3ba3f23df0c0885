"""Everything that a section of the kind "risk" prints, and how firmly its first themes stand."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from report.config.schemes import SchemeKeys
from report.measures import risk, robustness
from report.sections.desk import Desk
from report.sections.graded import Graded, ranked_by
from report.sections.scored import Score, Scores


@dataclass(frozen=True)
class Firm:
    """In what part of the cases a theme is among the first: one score moves, or all do."""

    one: Fraction
    every: Fraction


@dataclass(frozen=True)
class Matrix:
    """Everything that a section of the kind "risk" prints.

    source: id of that of the scores. printed: theme -> its total as published. found: the themes,
    the highest first, those without a rank last. values: theme -> what it is ranked by. firm: by
    theme, of those that are ranked.
    """

    desk: Desk
    source: str
    scores: Scores
    printed: Mapping[str, float]
    found: tuple[Graded, ...]
    values: Mapping[str, float]
    firm: Mapping[str, Firm]

    @property
    def scheme(self) -> SchemeKeys:
        """The scheme."""
        return self.scores.scheme

    @property
    def has_risk(self) -> bool:
        """Whether any theme has a risk, and not its scores alone."""
        return any(each.risk is not None for each in self.found)


def firmness(scores: Scores, found: Sequence[Graded], number: int) -> dict[str, Firm]:
    """Find how often each ranked theme is among the first when scores move by one step.

    One at a time: each score of each theme up and down, what lies beyond the scale left out. All at
    once: all scores of a theme down, as they are, or up, in every combination of the themes.
    """
    values = ranked_by(scores, found)
    by_theme = {each.theme: each for each in found if each.theme in values}
    singles = {theme: _singles(scores, each) for theme, each in by_theme.items()}
    whole = {theme: _together(scores, each) for theme, each in by_theme.items()}
    one = robustness.one_at_a_time(values, singles, number)
    every = robustness.all_at_once(whole, number)
    return {theme: Firm(one[theme], every[theme]) for theme in values}


def _singles(scores: Scores, each: Graded) -> list[float]:
    given = (score for score in scores.of(each.theme) if score.value is not None)
    moved = ((score, scores.moves(score, way)) for score in given for way in (-1, 1))
    return [_valued(scores, each, {s: to}) for s, to in moved if to != s.value]


def _together(scores: Scores, each: Graded) -> list[float]:
    given = [score for score in scores.of(each.theme) if score.value is not None]
    return [
        _valued(scores, each, {score: scores.moves(score, way) for score in given} if way else {})
        for way in (-1, 0, 1)
    ]


def _valued(scores: Scores, each: Graded, moved: Mapping[Score, float]) -> float:
    """Give what a theme is ranked by when some scores are others."""
    parts = {
        **each.parts,
        **{part.name: scores.value(each.theme, part, moved) for part in scores.scheme.scored},
    }
    value = risk.risk(parts.values()) if each.risk is not None else None
    first = parts[scores.scheme.scored[0].name]
    return (value if value is not None else first) or 0.0
