"""The rule for verdicts: its conditions in words, and its mistakes."""

from pathlib import Path

import pytest

from report.config.evidence import ConditionKeys
from tests.editions import problems_of
from tests.made_up import altered, project

RULE = "config/evidence.yaml"
WORSE = "because: worse by {change}% or more, and {difference} or more"


def test_a_condition_words_its_own_numbers() -> None:
    """The numbers stand once, in the keys."""
    keys = ConditionKeys(because="up by {change}% and {difference}", change=7.5, difference=20)

    assert keys.words == "up by 7.5% and 20"
    assert keys.least == {"change": 7.5, "difference": 20}


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (WORSE, "because: worse by 5% or more", "'because' holds a number; write its key"),
        (WORSE, "because: worse by {share}%", "'because' names {share}, which the condition does"),
        ("    change: 5\n", "    change: 0\n", "expected more than 0, but found '0'"),
        ("    half: true\n", "    halve: true\n", "unknown key 'halve'; did you mean 'half'?"),
        ("watch:\n", "look:\n", "the key 'watch' is missing; add 'watch:'"),
    ],
)
def test_a_mistake_has_its_line(tmp_path: Path, old: str, new: str, expected: str) -> None:
    """Problems name the file of the rule."""
    config = project(tmp_path)
    altered(tmp_path, RULE, old, new)
    first, *_ = problems_of(config)

    assert first.startswith(f"{RULE}:")
    assert expected in first


def test_a_condition_asks_for_something(tmp_path: Path) -> None:
    """One without any would make everything a challenge."""
    config = project(tmp_path)
    half = "    clear: true\n    half: true\n    difference: 20\n"
    altered(tmp_path, RULE, half, "")
    altered(tmp_path, RULE, "worse by {difference} or more, in the worse", "in the worse")

    assert problems_of(config) == [
        f"{RULE}:26: challenge.2: asks for nothing; give it 'change', 'difference' or another key"
    ]
