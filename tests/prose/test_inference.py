"""Words that say more than counts do, and what lets a sentence use them."""

from collections.abc import Iterable
from typing import Any

import pytest
import yaml

from report.assessment import Finding, Interval, Point, Variation
from report.config.inference import GroupKeys, InferenceKeys
from report.prose.inference import refused
from tests.made_up import ROOT
from tests.small import finding


def group(name: str, carried_by: Any, *words: str) -> GroupKeys:
    return GroupKeys(name=name, carried_by=carried_by, words=words, why="no", do="take it out")


RULE = InferenceKeys(
    attributed=("according to", "in the partnership's view"),
    denied=("no", "not", "cannot"),
    reach=4,
    steps=3,
    groups=(
        group("a trend", "a trend", "trend", "steadily"),
        group("a run", "a run", "running", "in a row"),
        group("better", "a verdict", "improved", "improving", "worsened"),
        group("significance", "the test", "significantly"),
        group("a cause", "nothing", "because of", "due to"),
    ),
)
CLEAR = Variation(clear=True, words="a clear fall", level=95)
USUAL = Variation(clear=False, words="within normal variation", level=95)


def robbery(*years: int, **more: Any) -> Finding:
    """Make the count of robbery, 57 to 40, with the counts of some years."""
    series = tuple(Point(label=str(2019 + at), value=count) for at, count in enumerate(years))
    return finding("count.robbery", "Robbery", 40, previous=57, change=-17, series=series, **more)


def words(text: str, *spoken: Finding) -> list[str]:
    return [one.word for one in refused(text, spoken, RULE)]


def fell(way: float) -> Finding:
    """Make the trend of robbery over the years shown: 1 rose in each, −1 fell in each."""
    return finding("trend.robbery", "Robbery", way, unit="direction")


def growth(low: float, high: float) -> Finding:
    between = Interval(low=low, high=high, level=95)
    return finding("growth.robbery", "Robbery", (low + high) / 2, unit="%", interval=between)


CASES: Iterable[tuple[str, tuple[Finding, ...], list[str]]] = [
    # two counts are no trend; a finding that falls in every year shown is one, the way it falls
    ("Robbery fell by 30%, a downward trend.", (robbery(),), ["trend"]),
    ("Robbery fell by 30%, a downward trend.", (robbery(), fell(-1)), []),
    ("Robbery is on an upward trend.", (robbery(), fell(-1)), ["trend"]),
    ("Robbery fell, but there is no trend.", (robbery(),), []),
    # 70, 65, 57, 40 fell every year before the last; two steps are too few
    ("A rise, after a downward trend.", (robbery(70, 65, 57, 40, 57),), []),
    ("A rise, after a downward trend.", (robbery(65, 57, 40, 57),), ["trend"]),
    # months with a clear trend carry it, months whose interval holds 0 do not
    ("Robbery fell steadily.", (robbery(), growth(-9, -2)), []),
    ("Robbery fell steadily.", (robbery(), growth(-9, 2)), ["steadily"]),
    # 70, 65, 57, 40 fell three times; 60, 65, 57, 40 only twice
    ("Robbery fell for the third year running.", (robbery(70, 65, 57, 40),), []),
    ("Robbery fell for the third year running.", (robbery(60, 65, 57, 40),), ["running"]),
    ("Robbery fell three years in a row.", (robbery(57, 40),), ["in a row"]),
    # a verdict, or a position that moved up
    ("Robbery improved by 30%.", (robbery(),), ["improved"]),
    ("Robbery improved.", (robbery(), finding("verdict.robbery", "Robbery", -1)), []),
    ("Its position improved.", (finding("position.robbery", "Robbery", 2, change=2),), []),
    (
        "Its position worsened.",
        (finding("position.robbery", "Robbery", 2, change=2),),
        ["worsened"],
    ),
    # the test of the change
    ("Robbery fell significantly.", (robbery(variation=USUAL),), ["significantly"]),
    ("Robbery fell significantly.", (robbery(variation=CLEAR),), []),
    # no count says why
    ("Robbery fell because of the patrols.", (robbery(),), ["because of"]),
    ("According to the police robbery fell because of patrols.", (robbery(),), []),
    ("Robbery fell because of patrols. [source: Police, May 2024]", (robbery(),), []),
    ("The group meets because of its duty.", (), []),
]


@pytest.mark.parametrize(("text", "spoken", "expected"), CASES)
def test_what_nothing_carries_is_refused(
    text: str, spoken: tuple[Finding, ...], expected: list[str]
) -> None:
    """A word that says more than counts do needs a finding that says it, or somebody's name."""
    assert words(text, *spoken) == expected


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Robbery fell because the delivery group worked well.", ["because"]),
        ("Robbery fell, which shows that it worked.", ["shows that it worked"]),
        ("Robbery fell: the work pays off.", ["pays off"]),
        ("Robbery fell to a record low.", ["record low"]),
        ("Robbery rose and is a growing problem.", ["growing problem"]),
        ("Robbery fell by 30%.", []),
    ],
)
def test_the_house_rule_refuses_what_two_counts_do_not_carry(text: str, found: list[str]) -> None:
    """A cause, an effect, a record and a growing problem need more than two periods."""
    rule = InferenceKeys(**yaml.safe_load((ROOT / "config" / "inference.yaml").read_text()))
    assert [one.word for one in refused(text, (robbery(),), rule)] == found
