"""Directions and verdicts as text."""

from collections.abc import Mapping

from report.assessment import Finding, Number
from report.words.known import UNAVAILABLE, known, unavailable

# Names of a change, singular, by its direction.
RISE = ("rise", "increase", "growth", "jump", "surge")
FALL = ("fall", "decrease", "reduction", "decline", "drop", "dip", "slump")

WAYS = {
    1: "rose in every year shown",
    -1: "fell in every year shown",
    0: "neither rose nor fell in every year shown",
}
USUAL = {1: "above what is usual", -1: "below what is usual", 0: "within what is usual"}
VERDICTS = {1: "is a challenge", -1: "is improving", 0: "is one to watch"}

# Higher and lower of what is neither good nor bad in itself.
AMONG_PEERS = {
    0: "is in line with its peers",
    1: "is worse than its peers",
    -1: "is better than its peers",
    2: "is higher than its peers",
    -2: "is lower than its peers",
}

# Measure -> its directions in words.
TOLD: Mapping[str, Mapping[int, str]] = {
    "trend": WAYS,
    "verdict": VERDICTS,
    "peer verdict": AMONG_PEERS,
    "control": USUAL,
}

# Measure -> the words for no direction, for up and for down, by which evidence says how it points;
# of a verdict against peers the word for each of its values, those below 0 from the end.
DIRECTIONS: Mapping[str, tuple[str, ...]] = {
    "count": ("unchanged", "rose", "fell"),
    "position": ("stayed", "moved up", "moved down"),
    "trend": ("neither", "rose", "fell"),
    "harm": ("unchanged", "rose", "fell"),
    "verdict": ("watch", "challenge", "improving"),
    "control": ("within", "above", "below"),
    "peer verdict": ("in line", "worse", "higher", "lower", "better"),
    "rolling": ("unchanged", "rose", "fell"),
    "month": ("unchanged", "rose", "fell"),
}

# Measure -> the words where the guard withholds it.
NONE_TOLD = {"trend": f"is {UNAVAILABLE}", "verdict": "is given no verdict"}


def directed(finding: Finding) -> str:
    """Word the direction of a series, or a verdict, without a claim beyond the years shown."""
    if unavailable(finding):
        return NONE_TOLD[finding.measure]
    return told(finding, known(finding))


def told(finding: Finding, way: Number) -> str:
    """Word a direction, 1, -1 or 0, by what the finding measures."""
    return TOLD[finding.measure][int(way)]


def direction(finding: Finding) -> str:
    """Give the word of DIRECTIONS for where a finding points; "" where it has no earlier figure."""
    if finding.unit == "direction":
        return "" if finding.value is None else DIRECTIONS[finding.measure][int(finding.value)]
    way = finding.change
    return "" if way is None else DIRECTIONS[finding.measure][(way > 0) - (way < 0)]
