"""Mistakes in config/classification.yaml, and which edition is the one before."""

from datetime import date
from pathlib import Path

import pytest

from report.config.earlier import edition_before
from report.errors import InputError
from tests.editions import EDITION, problems_of
from tests.labelled import last_year
from tests.made_up import altered, project

RULES = "config/classification.yaml"


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("default: overdispersed", "default: dispersed", "'dispersed funnel' is not among the"),
        ("  none:\n", "  default:\n", "'default' cannot be the name of a method"),
        ("  low: Significantly Low\n", "", "labels: 'low' has no name"),
        ("    high: 95\n", "", "needs 'high', from where an area is high"),
        ("high: 95", "high: 1.96", "high and very_high are per cent, 50 or more and below 100"),
        ("    method: poisson_funnel\n", "    method: funnel\n", "'funnel' is not known"),
        ("    high: 95\n", "    high: 95\n    by: count\n", "a funnel compares rates"),
    ],
)
def test_a_method_that_cannot_be_used_is_refused(
    tmp_path: Path, old: str, new: str, said: str
) -> None:
    """With its place, before any figure is read."""
    config = project(tmp_path)
    altered(tmp_path, RULES, old, new)
    found = problems_of(config)

    assert any(said in problem for problem in found), found
    assert all(problem.startswith(RULES) for problem in found)


def test_a_project_without_methods_may_do_without(tmp_path: Path) -> None:
    """Declared counts need none; a name does."""
    config = project(tmp_path)
    (tmp_path / RULES).unlink()
    assert problems_of(config) == []

    altered(tmp_path, EDITION, "labels: [{label: High, from_count: 60}, ", "labels: default\n#")
    assert "config/classification.yaml is missing" in problems_of(config)[0]


def test_the_edition_before_ends_next_before(tmp_path: Path) -> None:
    """Neither an older one, nor a later one, nor what stands beside the editions."""
    config = project(tmp_path)
    for year in ("2021-22", "2022-23", "2024-25"):
        last_year(tmp_path, "labels: default", year)

    found = edition_before(config, date(2023, 12, 5), tmp_path)
    assert found is not None
    assert (found.path.name, found.last) == ("2022-23.yaml", date(2022, 12, 5))
    place, keys = found.section("shoplifting") or ((), {})
    assert (place, keys["title"]) == (("sections", 2, "parts", 1), "Shoplifting")
    assert edition_before(found.path, date(2021, 12, 5), tmp_path) is None


def test_an_edition_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    """Nobody can know whether it is the one before."""
    config = project(tmp_path)
    config.with_name("2022-23.yaml").write_text("period: [", encoding="utf-8")

    with pytest.raises(InputError, match=r"2022-23\.yaml:1: not valid YAML"):
        edition_before(config, date(2023, 12, 5), tmp_path)
