"""The keys of a table of the areas with most, `top:` of a theme."""

from typing import Any, Self

from pydantic import Field, field_validator, model_validator

from report.config.model import Strict, key


class Label(Strict):
    """A label and the smallest count that carries it."""

    label: str = key("the label as printed")
    from_count: int = key("smallest count with this label", ge=0)


class Top(Strict):
    """The table of the areas with most."""

    areas: str = key("kind of area, such as LSOA or beat")
    number: int = key("how many areas", default=10, ge=1)
    name: str = key("everyday name of the table", default="")
    caption: str = key("caption, instead of the usual one", default="")
    share: bool = key("each area's share of the whole as well", default=False)
    rate: bool = key("a rate per 1,000 residents as well", default=True)
    earlier: bool = key(
        "the rank a year earlier as well, and whether an area is new among the first",
        default=False,
    )
    rest: bool = key(
        "rows for all other areas and for what belongs to none, so that the table adds up",
        default=False,
    )
    district: str = key("header and text of a district column are added when given", default="")
    labels: tuple[Label, ...] = key(
        "how areas are labelled: `default`, `as last year`, the name of a method of "
        "config/classification.yaml, or a list of counts declared for this table",
        default=(),
    )
    labels_header: str = key("header of the label column", default="Comparison")
    side_by_side: bool = key(
        "a table of the labels by last year's method and this year's, where they are two",
        default=True,
    )
    funnel: bool = key(
        "a chart of all areas of the county by rate and size, with the limits of the labels",
        default=False,
    )
    interval: bool = key("the limits between which chance alone moves each rate", default=False)
    note: str = key("printed under the table", default="")
    named: str = Field(default="", exclude=True)

    @model_validator(mode="before")
    @classmethod
    def _by_name(cls, data: Any) -> Any:
        labels = data.get("labels") if isinstance(data, dict) else None
        return {**data, "named": labels} if isinstance(labels, str) else data

    @field_validator("labels", mode="before", json_schema_input_type=str | tuple[Label, ...])
    @classmethod
    def _declared(cls, value: Any) -> Any:
        if not isinstance(value, str | list | tuple):
            found = "nothing" if value is None else f"'{value}'"
            raise ValueError(f"expected a name such as 'default', or a list, but found {found}")
        return () if isinstance(value, str) else value

    @model_validator(mode="after")
    def _fits(self) -> Self:
        if self.interval and not self.rate:
            raise ValueError("'interval' is of the rate; take out 'rate: false'")
        if self.funnel and not self.named:
            raise ValueError("'funnel' draws the limits of labels; add 'labels: default'")
        return self
