"""The keys of config/classification.yaml: how areas are labelled against the areas around them."""

from typing import Literal, Self

from pydantic import model_validator

from report.config.model import Strict, key

Method = Literal["overdispersed_funnel", "poisson_funnel", "sd_band", "quantile", "none"]

FUNNELS = ("overdispersed_funnel", "poisson_funnel")

# What an edition may write that is no name of a method.
DEFAULT, LAST_YEAR = "default", "as last year"

PER_CENT = ("poisson_funnel", "quantile")
LEAST, MOST = 50, 100


class GradeKeys(Strict):
    """What the grades are called."""

    very_high: str = key("far above the areas around it", default="")
    high: str = key("above them", default="")
    above: str = key("above the middle, but not high", default="")
    average: str = key("not above the middle, and not low", default="")
    low: str = key("as far below as high is above", default="")
    too_few: str = key("of which too few are expected", default="")

    def over(self, house: "GradeKeys") -> "GradeKeys":
        """Give these names, and the house's where there is none."""
        given = {name: text for name, text in self.model_dump().items() if text}
        return house.model_copy(update=given)


class MethodKeys(Strict):
    """A method under a name of its own."""

    method: Method = key("how areas are compared")
    by: Literal["rate", "count"] = key(
        "what is compared, for sd_band and quantile; a funnel compares rates", default="rate"
    )
    high: float | None = key(
        "from where an area is high: standard deviations; how sure an interval of poisson_funnel "
        "is, in per cent; a percentile of quantile",
        default=None,
        gt=0,
    )
    very_high: float | None = key("from where it is very high, if that is told apart", default=None)
    trim: float = key(
        "of overdispersed_funnel: the areas at each end that do not widen it, in per cent",
        default=10,
        ge=0,
        lt=LEAST,
    )
    least: float = key("of a funnel: the fewest expected of an area for a label", default=0, ge=0)
    labels: GradeKeys = key("names of grades, where not the usual ones", default=GradeKeys())

    @model_validator(mode="after")
    def _can_be_used(self) -> Self:
        if self.method == "none":
            return self
        if self.high is None:
            raise ValueError("needs 'high', from where an area is high")
        if self.very_high is not None and self.very_high <= self.high:
            raise ValueError(f"very_high is {self.very_high:g}, not above high, {self.high:g}")
        ends = (self.high, self.very_high or self.high)
        if self.method in PER_CENT and not LEAST <= min(ends) <= max(ends) < MOST:
            raise ValueError(f"high and very_high are per cent, {LEAST} or more and below {MOST}")
        if self.method in FUNNELS and self.by == "count":
            raise ValueError("a funnel compares rates; take out 'by: count'")
        return self


class ClassificationKeys(Strict):
    """The methods by which areas may be labelled, by name."""

    default: str = key("the method of `labels: default`")
    labels: GradeKeys = key("what the grades are called")
    methods: dict[str, MethodKeys] = key("the methods, by the names that editions write")

    @model_validator(mode="after")
    def _names_what_there_is(self) -> Self:
        if self.default not in self.methods:
            raise ValueError(f"the default '{self.default}' is not among the methods")
        taken = [name for name in (DEFAULT, LAST_YEAR) if name in self.methods]
        if taken:
            raise ValueError(f"'{taken[0]}' cannot be the name of a method: it means another one")
        missing = [name for name, text in self.labels.model_dump().items() if not text]
        if missing:
            raise ValueError(f"labels: '{missing[0]}' has no name")
        return self
