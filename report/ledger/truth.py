"""Hold the words of a bound text to its finding: what was quoted, which way it went."""

from report import words
from report.assessment import Finding
from report.prose.directions import turns

ARROWS = {"↑": 1, "↓": -1}


def contradicts(finding: Finding, said: str) -> bool:
    """Say whether a text that is bound to a finding says what the finding does not.

    A quoted figure stands as it was published; a change has its own way, by word and by arrow, and
    is clear or within normal variation as it was tested.
    """
    if finding.printed:
        return said != finding.printed
    if finding.change is None or finding.measure not in words.COUNTED:
        return False
    ways = {turn.way for turn in turns(said)} | {
        ARROWS[letter] for letter in said if letter in ARROWS
    }
    own = (finding.change > 0) - (finding.change < 0)
    return bool(ways - {0, own}) or _mistested(finding, said)


def _mistested(finding: Finding, said: str) -> bool:
    tested = finding.variation
    if tested is None or ("normal variation" not in said and "clear" not in said):
        return False
    return tested.words not in said
