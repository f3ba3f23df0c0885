"""The keys of config/guard.yaml: when a count or its change is not safe as it stands."""

from pathlib import Path
from typing import Literal

from report.config.complaints import validated
from report.config.model import Strict, key
from report.config.reading import read
from report.errors import InputError

Effect = Literal["labelled", "withheld"]


class EffectKeys(Strict):
    """What becomes of a change: labelled in words, or withheld."""

    partial: Effect = key("where a month of either period is partial")
    unlocated: Effect = key("where rows without a location move it")
    vintage: Effect = key("where area codes give way to others between the periods, or in one")
    breaks: Effect = key("across a break in recording that partnership.yaml names")


class GuardKeys(Strict):
    """Thresholds of the guard; percentages throughout but where another unit is named."""

    month: float = key("a month with fewer rows, in % of the median of the others, is partial")
    category: float = key("the same for one category alone")
    volume: float = key("least median of rows a month that is judged")
    area_volume: float = key("the same for all rows that count in the partnership's own area")
    force: float = key("least share of a force, in % of the rows that count in the area")
    points: float = key("percentage points by which rows without a location may move a change")
    difference: float = key("% of the earlier count by which they may move the difference")
    turnover: float = key("% of all rows that codes which end, and codes which begin, may carry")
    expected: float = key("rows that a code must have been expected to carry where it has none")
    unlisted: float = key(
        "% of the last month's rows that codes which no list of areas knows may carry"
    )
    effects: EffectKeys = key("what becomes of a change that is concerned")


def read_guard(root: Path) -> GuardKeys:
    """Read the guard's thresholds. Raises InputError with every problem of the file."""
    text = read(root / "config" / "guard.yaml", root)
    keys, problems = validated(GuardKeys, text.data, text)
    if problems or keys is None:
        raise InputError(problems)
    return keys
