"""Whether a change is normal variation: what is tested, beside what, and by whose months."""

from pathlib import Path

import pytest
from scipy import stats

from report.assessment import Finding, Variation
from report.sources.reading import read_sources
from report.words import Unsayable, cell, phrase, statement
from tests.editions import COUNTS, problems_of, sections_of, study_of
from tests.made_up import ROOT, altered, project
from tests.sections.test_evidence import by_size

CHANGE = "config/change.yaml"


def counted(config: Path) -> dict[str, Finding]:
    """Give the findings of the made-up edition by id."""
    return {f.id: f for section in sections_of(config).values() for f in section.findings}


def said_of(config: Path, id_: str) -> Variation:
    """Give what the test says of a finding."""
    found = counted(config)[id_].variation
    assert found
    return found


def test_a_change_is_said_beside_its_counts(tmp_path: Path) -> None:
    """130 after 100 is p = 0.055 by scipy's binomtest, 200 after 100 is p = 8e-9."""
    config = project(tmp_path)
    before = counted(config)["count.shoplifting"]
    altered(tmp_path, COUNTS, "2023-12-05,130", "2023-12-05,200")
    after = counted(config)["count.shoplifting"]

    usual = "rose by 30.0%, from 100 to 130 (within normal variation)"
    assert phrase(before, "change") == usual
    assert phrase(before, "short change") == "rose by 30.0% (within normal variation)"
    assert statement(after) == "Shoplifting rose by 100.0%, from 100 to 200 (a clear rise)"


def test_the_words_are_the_houses(tmp_path: Path) -> None:
    """What stands in config/change.yaml stands in tables and sentences."""
    config = project(tmp_path)
    altered(tmp_path, CHANGE, "within normal variation", "no more than chance")
    table = sections_of(config)["overview"].exhibits[0]
    at = [column.key for column in table.columns].index("variation")

    assert {cell(row.cells[at], table.columns[at]) for row in table.rows} == {"no more than chance"}
    assert phrase(counted(config)["count.robbery"], "change").endswith("(no more than chance)")


def test_changes_for_the_same_dates_are_tested_together(tmp_path: Path) -> None:
    """Three categories: p by scipy's binomtest, times three over its rank, never above a later one.

    920 of 1,000: 0.071. 12 of 20: 0.215. 130 of 100: 0.055. In order 0.055, 0.071, 0.215; the
    first two are adjusted to 0.071 * 3 / 2, since 0.055 * 3 is more.
    """
    config = project(tmp_path)
    pairs = {"all-crime": (920, 1000), "robbery": (12, 20), "shoplifting": (130, 100)}
    alone = {c: stats.binomtest(now, now + then).pvalue for c, (now, then) in pairs.items()}
    found = {category: said_of(config, f"count.{category}") for category in pairs}

    assert {one.among for one in found.values()} == {3}
    assert found["all-crime"].p == pytest.approx(alone["all-crime"] * 3 / 2)
    assert found["shoplifting"].p == pytest.approx(alone["all-crime"] * 3 / 2)
    assert found["robbery"].p == pytest.approx(alone["robbery"])

    altered(tmp_path, CHANGE, "together: true", "together: false")
    assert said_of(config, "count.shoplifting").p == pytest.approx(alone["shoplifting"])


def test_areas_of_a_kind_are_tested_together(tmp_path: Path) -> None:
    """Three beats: 200 after 250 is p = 0.021 by scipy; times three, as the least of three."""
    config = project(tmp_path)
    alone = stats.binomtest(200, 450).pvalue

    found = said_of(config, "count.all-crime.beat-3")
    assert found.among == 3
    assert found.p == pytest.approx(3 * alone)


def test_the_months_of_a_category_widen_what_is_normal() -> None:
    """The dispersion of the made-up county's shoplifting is scipy's chi-square over its freedom."""
    config = ROOT / "config" / "middlemarch" / "2024-25.yaml"
    study = study_of(config)
    tables, _ = read_sources(study)
    own = study.partnership.area.code
    months = [
        [tables.count("shoplifting", own, m.first, m.last) or 0 for m in year.months()]
        for year in (study.period.earlier(2), study.period.earlier(1), study.period)
    ]
    witness = stats.chi2_contingency(months, correction=False)
    found = said_of(config, "count.shoplifting")

    assert found.dispersion == pytest.approx(witness.statistic / witness.dof)
    assert found.months == 36


def test_without_months_chance_alone_is_allowed_for(tmp_path: Path) -> None:
    """Counts of 1 April to 5 December are of no whole months."""
    found = said_of(project(tmp_path), "count.shoplifting")
    assert (found.dispersion, found.months) == (1, 0)


def test_the_interval_is_of_the_change(tmp_path: Path) -> None:
    """130 after 100: 1.3 times exp(±1.96 sqrt(1/130 + 1/100)), which is 0.17 to 68.7 % more."""
    interval = said_of(project(tmp_path), "count.shoplifting").interval
    assert interval is not None
    assert [interval.low, interval.high] == pytest.approx([0.17, 68.7], abs=0.05)


def test_an_author_may_print_the_interval(tmp_path: Path) -> None:
    """For a committee that asks how sure the change is; from nought there is none to print."""
    config = project(tmp_path)
    shoplifting = counted(config)["count.shoplifting"]
    said = "rose by 30.0% (95% interval +0.2% to +68.7%)"
    assert phrase(shoplifting, "change with interval") == said

    altered(tmp_path, COUNTS, "2022-12-05,100", "2022-12-05,0")
    with pytest.raises(Unsayable, match="has no interval"):
        phrase(counted(config)["count.shoplifting"], "change with interval")


def test_across_a_break_nothing_is_tested(tmp_path: Path) -> None:
    """Counts that are not like for like are neither normal variation nor clear."""
    config = project(tmp_path)
    path = tmp_path / "config/middlemarch/partnership.yaml"
    breaks = "breaks:\n  - {category: shoplifting, date: 2023-04-01, what: another form}\n"
    path.write_text(path.read_text(encoding="utf-8") + breaks, encoding="utf-8")
    found = counted(config)["count.shoplifting"]

    assert found.change == 30
    assert found.variation is None
    assert phrase(found, "change") == "rose by 30.0%, from 100 to 130"


def test_without_the_rule_nothing_is_tested(tmp_path: Path) -> None:
    """A project without config/change.yaml prints its changes as they are."""
    config = by_size(tmp_path)
    (tmp_path / CHANGE).unlink()

    assert all(f.variation is None for f in counted(config).values())


def test_a_mistake_in_the_rule_has_its_line(tmp_path: Path) -> None:
    """The level of a test is below 100."""
    config = project(tmp_path)
    altered(tmp_path, CHANGE, "level: 95", "level: 100")
    (found,) = problems_of(config)

    assert found.startswith(f"{CHANGE}:7: level: expected less than 100, but found '100'")
