"""What the keys of the YAML files are made of; the text of a key is its line of the reference.

Nothing here knows a CSV.
"""

from datetime import date
from typing import Any, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

from report.periods import Basis, Period, fault

Audience = Literal["public", "partner", "restricted"]
Polarity = Literal["lower is better", "higher is better", "ambiguous"]
Slug = str

# What a rate is per 1,000 of.
Heads = Literal["residents", "households", "workday"]
Day = date  # where the key itself is called "date"


def key(text: str, **more: Any) -> Any:
    """Declare a key with the text that stands in the config reference."""
    return Field(description=text, **more)


class Strict(BaseModel):
    """A part of a YAML file: unknown keys are refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class PeriodKeys(Strict):
    """A closed date interval as it is typed."""

    first: date = key("first day, YYYY-MM-DD")
    last: date = key("last day, included")
    basis: Basis = key("why it was chosen; the dates have to agree with it", default="dates")

    @model_validator(mode="after")
    def _holds(self) -> Self:
        wrong = fault(self.period)
        if wrong:
            raise ValueError(wrong)
        return self

    @property
    def period(self) -> Period:
        """The interval as the rest of the program uses it."""
        return Period(self.first, self.last, self.basis)


class ComparisonKeys(Strict):
    """What the period is compared with."""

    period: PeriodKeys | None = key(
        "another interval than the same dates a year earlier", default=None
    )
    small_base: int = key(
        "earlier values below it get counts but no percentage", default=50, ge=0, strict=True
    )
