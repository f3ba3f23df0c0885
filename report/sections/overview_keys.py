"""The keys of an overview."""

from typing import Literal

from report.config.model import PeriodKeys, key
from report.config.plan import Plan

Part = Literal["change", "previous", "count", "difference", "variation", "position"]


class Overview(Plan):
    """Keys of an overview."""

    categories: tuple[str, ...] = key("categories of the table, in order")
    whole: str = key("the category that the others are parts of", default="")
    name: str = key("everyday name of the table and chart", default="overview")
    caption: str = key("caption of the table, instead of the usual one", default="")
    stub: str = key("header of the first column", default="Crime type")
    show: tuple[Part, ...] = key(
        "columns, in order",
        default=("change", "previous", "count", "difference", "variation", "position"),
    )
    period: PeriodKeys | None = key("another period than the edition's", default=None)
    comparison: PeriodKeys | None = key("another comparison than the year before", default=None)
    total: str = key("label of a row that adds the categories up", default="")
    chart: bool = key("draw the two periods as bars", default=False)
    chart_message: str = key("what the chart shows, in your words", default="")
    years: bool = key("a table and chart of the years before as well", default=False)
    years_name: str = key("everyday name of the table and chart of years", default="by year")
    years_message: str = key("what the chart of years shows, in your words", default="")
    note: str = key("printed under the table", default="")

    def compares(self) -> tuple[str, ...]:
        """Give the categories of the table."""
        return self.categories
