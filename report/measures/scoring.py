"""Scores that several people gave: put together, set against each other, and how old they are.

None stands for a score that is not there: not given, or "not applicable". It is never the lowest.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from statistics import fmean, median

Scores = Sequence[float | None]

# How several scorers become one number.
TOGETHER: Mapping[str, Callable[[list[float]], float]] = {
    "mean": fmean,
    "median": median,
    "max": max,
}

# How the factors that one scorer scored become one number.
COMBINED: Mapping[str, Callable[[list[float]], float]] = {"sum": sum, "mean": fmean, "max": max}


def together(scores: Iterable[float | None], how: str) -> float | None:
    """Put the scores of several scorers together by their "mean", "median" or "max".

    Divides by those who scored, not by those who were asked. None where nobody scored.
    """
    given = [score for score in scores if score is not None]
    return TOGETHER[how](given) if given else None


def combined(factors: Scores, how: str) -> float | None:
    """Combine the factors that one scorer scored by their "sum", "mean" or "max".

    None where one factor is missing: a sum of five factors is no sum of six.
    """
    given = [score for score in factors if score is not None]
    return COMBINED[how](given) if given and len(given) == len(factors) else None


def disagreement(scores: Iterable[float | None]) -> float | None:
    """Give the highest score less the lowest; None where fewer than two scored."""
    given = [score for score in scores if score is not None]
    return max(given) - min(given) if len(given) > 1 else None


def stale(scored: date, on: date, months: int) -> bool:
    """Say whether a score of one day is older than so many months on another.

    What was scored on 30 June 2022 is 36 months old on 30 June 2025, and older from 1 July on.
    """
    limit = scored.year * 12 + scored.month + months
    return (limit, scored.day) < (on.year * 12 + on.month, on.day)


def step(score: float, scale: Iterable[float], way: int) -> float:
    """Move a score one step up (1) or down (-1) its scale; at the scale's end it stays."""
    if way == 0:
        return score
    beyond = [each for each in scale if (each - score) * way > 0]
    return min(beyond, key=lambda each: abs(each - score), default=score)
