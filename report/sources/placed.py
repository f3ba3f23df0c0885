"""Where a row of a table stands, and what it is called."""

from typing import Any

import pandas as pd

from report.config.study import Study
from report.errors import Where
from report.periods import Period


def place_of(row: pd.Series) -> Where:
    """Give the place of a row."""
    return Where(str(row["file"]), int(row["line"]))


def called(study: Study, value: Any) -> str:
    """Give a category or area by its name, anything else as it is."""
    if value in study.categories:
        return study.categories[value].label
    return study.areas()[value].name if value in study.areas() else str(value)


def window(first: Any, last: Any) -> str:
    """Give the label of a period."""
    return Period(first, last).label
