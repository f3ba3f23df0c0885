"""What a finding holds, where it holds it: its value, and that of before."""

from report.assessment import Finding, Number

# What stands for a number that the guard withholds.
UNAVAILABLE = "not available"


class Unsayable(Exception):
    """The words asked for would say what the finding does not hold: what is missing, what to do."""

    def __init__(self, what: str, do: str = "") -> None:
        super().__init__(what)
        self.what, self.do = what, do


def unavailable(finding: Finding) -> bool:
    """Say whether a finding has no value because the guard withholds it."""
    return finding.value is None and bool(finding.cautions)


def known(finding: Finding) -> Number:
    """Give a finding's value. Raises Unsayable where it has none."""
    if finding.value is None:
        raise Unsayable("has no value", "take the sentence out")
    return finding.value


def pair(finding: Finding) -> tuple[Number, Number]:
    """Give the earlier value and the value. Raises Unsayable where one is missing."""
    current = known(finding)
    if finding.previous is None:
        advice = "use a form that compares nothing, such as 'count' or 'position'"
        raise Unsayable("has no earlier figure to compare with", advice)
    return finding.previous, current
