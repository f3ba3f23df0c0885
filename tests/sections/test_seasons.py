"""The season and the trend of a category's months, in a section of the kind months."""

from pathlib import Path

import pytest

from report.assessment import Finding, Section
from report.words import phrase, statement
from tests.editions import PARTNERSHIP, sections_of
from tests.made_up import altered
from tests.monthly import SERIES, everything, seasonal, watched
from tests.pages import assessed, page, read


def section(config: Path) -> Section:
    """Assess the months."""
    return sections_of(config)["burglary"]


def finding(config: Path, measure: str) -> Finding:
    """Give one finding of them."""
    return next(f for f in section(config).findings if f.measure == measure)


def test_a_season_is_told_by_its_highest_and_lowest_month(tmp_path: Path) -> None:
    """October has 130 of 100; May and March have 80, and both 31 days."""
    config = seasonal(tmp_path, growth=1)
    found = finding(config, "season")

    said = phrase(found, "season")
    assert said in {
        f"has most cases in October and fewest in {month}, whatever the year"
        for month in ("May", "March")
    }
    assert found.value == pytest.approx(28, abs=3)
    (table,) = (e for e in section(config).exhibits if e.form == "season")
    ratios = dict(zip(table.values("month"), table.values("ratio"), strict=True))
    assert next(iter(ratios)) == "April"
    assert ratios["October"] == pytest.approx(128, abs=3)
    assert sum(float(str(ratio)) for ratio in ratios.values()) == pytest.approx(1200)


def test_a_season_that_chance_may_make_is_none(tmp_path: Path) -> None:
    """Asked to be surer than the made-up months can be, the section says so, and has no table."""
    config = everything(tmp_path, "season: true")
    altered(tmp_path, SERIES, "months: 36\n  level: 95", "months: 36\n  level: 99.99")

    assert phrase(finding(config, "season"), "season") == "has no season that shows beyond chance"
    assert [e.form for e in section(config).exhibits] == ["months", "months"]


def test_the_months_of_the_pandemic_are_left_out(tmp_path: Path) -> None:
    """April to July 2021 are named in the rule: 32 months are left of the 36 that it takes."""
    config = watched(tmp_path, "season: true")

    assert [f for f in section(config).findings if f.measure == "season"] == []


def test_a_trend_is_given_by_the_year(tmp_path: Path) -> None:
    """A factor of 1.1 from year to year, whatever the season: about 10% a year, and clear."""
    found = finding(seasonal(tmp_path), "growth")

    assert found.value == pytest.approx(10, abs=0.5)
    assert statement(found) == f"Burglary has a clear upward trend, {found.value:.1f}% a year"
    assert found.interval
    assert found.interval.low < 10 < found.interval.high


def test_a_trend_that_may_be_none_has_no_number(tmp_path: Path) -> None:
    """348, 360 and 390 in three years: the months vary more than that."""
    found = finding(watched(tmp_path, "trend: true"), "growth")

    assert found.interval
    assert found.interval.low < 0 < found.interval.high
    assert phrase(found, "monthly trend") == "has no clear trend"


def test_season_and_trend_begin_with_the_last_break(tmp_path: Path) -> None:
    """Of the 24 months since then there is a trend and no season."""
    config = seasonal(tmp_path, growth=1)
    path = tmp_path / PARTNERSHIP
    text = path.read_text(encoding="utf-8")
    path.write_text(f"{text}breaks:\n  - {{date: 2022-04-01, what: new codes}}\n", encoding="utf-8")

    assert {f.measure for f in section(config).findings} == {"peak", "month", "growth"}
    assert finding(config, "growth").period.label == "April 2022 to March 2024"


def test_the_usual_flow_words_both(tmp_path: Path) -> None:
    """Before the charts and tables."""
    text = read(page(assessed(seasonal(tmp_path, growth=0.8))), "burglary")

    assert "Burglary has most cases in October and fewest in" in text
    assert "Burglary has a clear downward trend," in text
