"""The scores of a section of the kind "risk": single ones, and what they come to together."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from report.config.schemes import PartKeys, SchemeKeys
from report.errors import Where
from report.measures import scoring


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

    def at_the_lowest(self, part: PartKeys) -> dict[str, tuple[int, int]]:
        """Find scorers most of whose scores are the lowest: scorer -> how many, and of how many."""
        low, _ = bounds(part, self.scheme.scale.values())
        found = {}
        for who in self.scorers:
            totals = (total(part, self.of(theme, part.name, who)) for theme in self.themes)
            given = [number for number in totals if number is not None]
            number = sum(each == low for each in given)
            if 100 * number > self.scheme.doubtful * len(given):
                found[who] = (number, len(given))
        return found

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
