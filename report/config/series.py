"""The keys of config/series.yaml: what is usual in a series of months, and the words for it."""

import re
from datetime import date
from typing import Literal, Self

from pydantic import field_validator, model_validator

from report.config.model import Strict, key
from report.periods import Period

# Fewer months than these are no baseline, and fewer points no trend, whatever the file says.
FEWEST_BASELINE, FEWEST_TREND, FEWEST_SEASON = 12, 24, 36

MONTH = r"^\d{4}-(0[1-9]|1[0-2])$"


class SpanKeys(Strict):
    """Some months in a row."""

    first: str = key("first month, YYYY-MM", pattern=MONTH)
    last: str = key("last month, included", pattern=MONTH)

    @field_validator("first", "last", mode="before")
    @classmethod
    def _month(cls, value: object) -> str:
        if not re.match(MONTH, str(value)):
            found = f"'{value}'" if value else "nothing"
            raise ValueError(f"expected a month such as 2023-12, but found {found}")
        return str(value)

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.last < self.first:
            raise ValueError(f"ends ({self.last}) before it begins ({self.first})")
        return self

    @property
    def period(self) -> Period:
        """The months as the rest of the program uses them."""
        first, last = (date.fromisoformat(f"{month}-01") for month in (self.first, self.last))
        return Period(first, Period(last, last).months()[0].last)


class BaselineKeys(SpanKeys):
    """The months that what is usual is worked out from."""

    @model_validator(mode="after")
    def _long_enough(self) -> Self:
        if len(self.period.months()) < FEWEST_BASELINE:
            raise ValueError(f"has fewer than {FEWEST_BASELINE} months")
        return self


class LeftOutKeys(SpanKeys):
    """Months that a season is not worked out from."""

    what: str = key("why, in words", min_length=1)


class LengthKeys(Strict):
    """How long a baseline is."""

    months: int = key("before the period, where a section declares none", ge=12, strict=True)
    fewest: int = key("the fewest counted months that are enough", ge=12, strict=True)


class SeasonKeys(Strict):
    """When a series has a season."""

    months: int = key("the fewest months, 36 or more", ge=FEWEST_SEASON, strict=True)
    level: float = key("how sure it has to be, in per cent", ge=50, lt=100)
    leave_out: tuple[LeftOutKeys, ...] = key("months that are left out")


class TrendKeys(Strict):
    """When a series has a trend."""

    months: int = key("the fewest months, 24 or more", ge=FEWEST_TREND, strict=True)
    level: float = key("how sure it has to be, in per cent", ge=50, lt=100)


class SignalKeys(Strict):
    """The words for a signal."""

    name: str = key("in charts and tables", min_length=1)
    said: str = key("of a category, with {months}", min_length=1, pattern=r"\{months\}")


class SidesKeys(Strict):
    """A signal above what is usual, and below."""

    high: SignalKeys = key("above, or rising")
    low: SignalKeys = key("below, or falling")


class SignalsKeys(Strict):
    """The words for each signal, from the strongest to the weakest."""

    beyond: SidesKeys = key("a month outside the usual range")
    run: SidesKeys = key("months in a row on one side of the usual level")
    direction: SidesKeys = key("months in a row each above, or each below, the one before")
    near: SidesKeys = key("months near the edge of the usual range")


class SeriesWordKeys(Strict):
    """What is said of a category's months."""

    usual: str = key("where there is no signal, with {period}", min_length=1)
    gaps: str = key("the same where a month was not counted", min_length=1)
    outside: str = key("where there is one, with {signals}", pattern=r"\{signals\}")
    few: str = key("where cases are too few", min_length=1)
    short: str = key("where months are too few", min_length=1)
    vintage: str = key("what changed where area codes give way to others", min_length=1)
    season: str = key("where there is a season, with {most} and {fewest}", min_length=1)
    no_season: str = key("where none shows", min_length=1)
    rising: str = key("where the trend is a rise", min_length=1)
    falling: str = key("where the trend is a fall", min_length=1)
    level: str = key("where it is neither for sure", min_length=1)


class SeriesKeys(Strict):
    """How a series of months is judged."""

    baseline: LengthKeys = key("the months that what is usual is worked out from")
    centre: Literal["mean", "median"] = key("the usual level")
    outlying: Literal["keep", "leave out"] = key("what becomes of outlying steps between months")
    equal_months: bool = key("whether months are judged as if all had 30.4 days")
    cases: float = key("the fewest cases in a usual month", ge=0)
    run: int = key("months in a row on one side of the usual level", ge=2, strict=True)
    direction: int = key("months in a row that rise, or fall", ge=3, strict=True)
    near: int = key("months near the edge of the range", ge=1, strict=True)
    among: int = key("of so many in a row", ge=1, strict=True)
    edge: float = key("share of the way to the edge that is near it", gt=0, lt=1)
    newest: int = key("the months that say where a category stands now", ge=1, strict=True)
    weight: float = key("weight of the newest month in a smoothed series", gt=0, le=1)
    season: SeasonKeys = key("when a series has a season")
    trend: TrendKeys = key("when a series has a trend")
    signals: SignalsKeys = key("the words for signals")
    words: SeriesWordKeys = key("what is said of a category's months")

    @model_validator(mode="after")
    def _can_be_met(self) -> Self:
        if self.near > self.among:
            raise ValueError(f"near is {self.near}, more than the months it is among, {self.among}")
        return self
