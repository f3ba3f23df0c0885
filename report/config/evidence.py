"""The keys of config/evidence.yaml: what makes a category a challenge, improving, or neither."""

import re
from typing import Self

from pydantic import model_validator

from report.config.model import Strict, key

NAMED = re.compile(r"\{(\w*)\}")


class ConditionKeys(Strict):
    """What has to hold, all of it: for the worse under `challenge`, for the better elsewhere."""

    because: str = key(
        "the condition in words, printed beside the verdict; a key in curly brackets, as {change}, "
        "prints its number",
        min_length=1,
    )
    change: float | None = key(
        "a change of so many per cent or more; one that is not given, on a small base, never is",
        default=None,
        gt=0,
    )
    difference: int | None = key("so many more or fewer", default=None, gt=0, strict=True)
    clear: bool = key("a change that is more than normal variation", default=False)
    small_base: bool = key(
        "an earlier count below the edition's small base, so that no percentage is given",
        default=False,
    )
    share: float | None = key("a share of the whole of so many per cent or more", default=None)
    half: bool = key(
        "a position beyond the middle of the most similar group: in the worse half, or the better",
        default=False,
    )
    moved: int | None = key(
        "so many places lost or gained in that group", default=None, gt=0, strict=True
    )
    years: int | None = key(
        "worse or better than the year before in so many of the years shown",
        default=None,
        gt=0,
        strict=True,
    )

    @model_validator(mode="after")
    def _says_what_it_asks(self) -> Self:
        if not self.least:
            raise ValueError("asks for nothing; give it 'change', 'difference' or another key")
        named = NAMED.findall(self.because)
        unknown = [name for name in named if name not in self.least]
        if unknown:
            raise ValueError(f"'because' names {{{unknown[0]}}}, which the condition does not give")
        if re.search(r"\d", self.because):
            raise ValueError("'because' holds a number; write its key, as {change}")
        return self

    @property
    def least(self) -> dict[str, float]:
        """The least that each measure must be; what is either true or not must be 1."""
        names = [name for name in type(self).model_fields if name != "because"]
        given = {name: getattr(self, name) for name in names}
        return {name: float(value) for name, value in given.items() if value}

    @property
    def words(self) -> str:
        """The condition in words, with its numbers."""
        return NAMED.sub(lambda found: f"{self.least[found[1]]:g}", self.because)


class WatchKeys(Strict):
    """Why a category is one to watch."""

    otherwise: str = key("where no condition is met", min_length=1)
    ambiguous: str = key("where a category's polarity is ambiguous", min_length=1)


class EvidenceKeys(Strict):
    """The rule for verdicts: the first condition that is met decides, challenges first."""

    challenge: tuple[ConditionKeys, ...] = key("what makes a challenge")
    improving: tuple[ConditionKeys, ...] = key("what makes an improvement")
    watch: WatchKeys = key("what is printed of all others")
