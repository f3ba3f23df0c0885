"""The rule for series of months: spans of months, and its mistakes."""

from datetime import date
from pathlib import Path

import pytest

from report.config.series import SpanKeys
from report.periods import Period
from tests.editions import problems_of
from tests.made_up import altered, project

RULE = "config/series.yaml"
SAID = 'said: "above its usual range in {months}"'


def test_a_span_of_months_ends_with_a_last_day() -> None:
    """February 2024 has 29 days."""
    keys = SpanKeys(first="2023-12", last="2024-02")

    assert keys.period == Period(date(2023, 12, 1), date(2024, 2, 29))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("fewest: 12", "fewest: 11", "expected 12 or more, but found '11'"),
        ("months: 36\n", "months: 35\n", "expected 36 or more, but found '35'"),
        ("trend: {months: 24", "trend: {months: 9", "expected 24 or more, but found '9'"),
        (
            "first: 2020-04",
            "first: 2020-13",
            "first: expected a month such as 2023-12, but found '2020-13'",
        ),
        (
            "first: 2020-04",
            "first: 2020-04-01",
            "first: expected a month such as 2023-12, but found '2020-04-01'",
        ),
        ("trend: {months: 24, level: 95", "trend: {months: 24, level: 100", "less than 100, but"),
        ("weight: 0.2", "weight: 20", "weight: expected 1 or less, but found '20'"),
        ("last: 2021-07", "last: 2019-07", "ends (2019-07) before it begins (2020-04)"),
        (SAID, "said: above its usual range", "above its usual range"),
        ("near: 2\n", "near: 4\n", "near is 4, more than the months it is among, 3"),
        ("run: 7\n", "runs: 7\n", "unknown key 'runs'; did you mean 'run'?"),
        ("centre: mean", "centre: middle", "middle"),
    ],
)
def test_a_mistake_has_its_line(tmp_path: Path, old: str, new: str, expected: str) -> None:
    """Problems name the file of the rule."""
    config = project(tmp_path)
    altered(tmp_path, RULE, old, new)
    first, *_ = problems_of(config)

    assert first.startswith(f"{RULE}:")
    assert expected in first
