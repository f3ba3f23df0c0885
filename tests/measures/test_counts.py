"""Selecting and adding counts."""

from datetime import date

import pandas as pd

from report.measures.counts import by_area, total

NOW = (date(2023, 4, 1), date(2023, 12, 5))
THEN = (date(2022, 4, 1), date(2022, 12, 5))
COUNTS = pd.DataFrame(
    [
        ("all-crime", "E99", *NOW, 920),
        ("all-crime", "E99", *THEN, 1000),
        ("all-crime", "beat-2", *NOW, 400),
        ("all-crime", "beat-1", *NOW, 300),
        ("robbery", "E99", *NOW, 0),
        # a longer interval that holds the period
        ("all-crime", "E99", date(2023, 4, 1), date(2023, 12, 31), 990),
    ],
    columns=["category", "area", "first", "last", "count"],
    dtype=object,
)


def test_a_total_is_of_exactly_the_interval() -> None:
    """A longer interval is another figure: 249 days are not 275."""
    assert total(COUNTS, "all-crime", "E99", *NOW) == 920
    assert total(COUNTS, "all-crime", "E99", *THEN) == 1000


def test_no_row_is_not_nought() -> None:
    """A count of 0 was counted; what no source counts is None."""
    assert total(COUNTS, "robbery", "E99", *NOW) == 0
    assert total(COUNTS, "robbery", "E99", *THEN) is None
    assert total(COUNTS, "robbery", "beat-1", *NOW) is None


def test_areas_are_in_order_of_code() -> None:
    """The order of the source's rows does not matter."""
    assert list(by_area(COUNTS, "all-crime", *NOW).items()) == [
        ("E99", 920),
        ("beat-1", 300),
        ("beat-2", 400),
    ]
    assert by_area(COUNTS, "shoplifting", *NOW) == {}
