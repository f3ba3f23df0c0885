"""The keys of config/schemes/: how themes are scored, and what their risk is made of."""

from collections.abc import Iterable
from pathlib import Path
from typing import Literal, Self

from pydantic import model_validator

from report.config.complaints import validated
from report.config.model import Strict, key
from report.config.reading import read
from report.errors import InputError, Problem, Where, one_of, suggestion

State = Literal["reducing", "controlled", "uncontrolled"]


class FactorKeys(Strict):
    """What a scorer is asked."""

    name: str = key("what it is called in files of scores and at the head of a column")
    question: str = key("the question, in words", default="")


class ShareKeys(Strict):
    """What a share of all offences or incidents scores."""

    least: float = key("the least share, in per cent", ge=0)
    score: int = key("what it scores", ge=1, strict=True)


class StateKeys(Strict):
    """By how much the state of a control chart moves that score."""

    reducing: int = key("where the counts come down", default=0, strict=True)
    controlled: int = key("where they stay within their limits", default=0, strict=True)
    uncontrolled: int = key("where they do not", default=0, strict=True)


class PartKeys(Strict):
    """One of the parts that a risk is the product of."""

    name: str = key("what it is called, such as Harm")
    factors: tuple[FactorKeys, ...] = key("what scorers are asked for it", default=())
    combined: Literal["sum", "mean", "max"] = key(
        "what becomes of the factors that one scorer scored", default="sum"
    )
    good_for: int | None = key(
        "after so many months a score is marked as out of date", default=None, gt=0, strict=True
    )
    shares: tuple[ShareKeys, ...] = key(
        "instead of factors: the scores of shares, rising from a share of 0", default=()
    )
    states: StateKeys = key("how a control chart moves the score of a share", default=StateKeys())

    @model_validator(mode="after")
    def _has_one_source(self) -> Self:
        if bool(self.factors) == bool(self.shares):
            raise ValueError("give it either 'factors' or 'shares'")
        least = [each.least for each in self.shares]
        if least and (least[0] != 0 or least != sorted(set(least))):
            raise ValueError("'shares' have to rise, from a share of 0")
        return self


class BandKeys(Strict):
    """A band of risks."""

    name: str = key("what it is called, such as High")
    least: float = key("the least risk in it; 0 for the lowest band", ge=0)
    then: Literal["priority", "discuss", "none"] = key(
        "a theme in it is a priority; is discussed; is none unless a reason is given"
    )


class SchemeKeys(Strict):
    """A way of scoring themes: its parts are multiplied."""

    name: str = key("full name")
    short: str = key("short name, at the head of columns and in lists")
    standing: str = key("whose scheme and whose numbers these are; printed under the tables")
    method: str = key("name of its paragraph in templates/methods/")
    scale: dict[str, float] = key("what a score may be: its label, and its number", min_length=2)
    doubtful: float = key(
        "where more than so many % of a scorer's scores are the lowest possible, the page asks "
        "whether 'not applicable' was meant",
        default=50,
        ge=0,
    )
    parts: tuple[PartKeys, ...] = key("what is multiplied", min_length=1)
    bands: tuple[BandKeys, ...] = key("the bands of the product", default=())

    @model_validator(mode="after")
    def _holds_together(self) -> Self:
        if self.bands and 0 not in [band.least for band in self.bands]:
            raise ValueError("no band begins at 0, so that low risks have none")
        if len({band.least for band in self.bands}) < len(self.bands):
            raise ValueError("two bands have the same 'least'")
        if not any(part.factors for part in self.parts):
            raise ValueError("no part has 'factors', so that nothing is scored")
        return self

    @property
    def scored(self) -> tuple[PartKeys, ...]:
        """The parts that people score."""
        return tuple(part for part in self.parts if part.factors)


def read_scheme(name: str, root: Path) -> SchemeKeys:
    """Read config/schemes/<name>.yaml. Raises InputError with every problem of the file."""
    text = read(root / "config" / "schemes" / f"{name}.yaml", root)
    scheme, problems = validated(SchemeKeys, text.data, text)
    if scheme and not (root / "templates" / "methods" / f"{scheme.method}.md").is_file():
        what = f"there is no templates/methods/{scheme.method}.md"
        problems = [Problem(text.where(("method",)), what, "write the paragraph, or name another")]
    if problems or scheme is None:
        raise InputError(problems)
    return scheme


def scheme_problems(name: str, root: Path, where: Where) -> Iterable[Problem]:
    """Find what is wrong with the scheme that a section names; where: the place of its name."""
    known = {path.stem for path in (root / "config" / "schemes").glob("*.yaml")}
    if name not in known:
        yield Problem(where, f"unknown scheme '{name}'", suggestion(name, known, one_of(known)))
        return
    try:
        read_scheme(name, root)
    except InputError as error:
        yield from error.problems
