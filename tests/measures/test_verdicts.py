"""Verdicts by declared conditions, worked by hand."""

import pytest

from report.measures.verdicts import met, verdict

LARGE = {"change": 5, "difference": 20}
BEHIND = {"half": 1, "difference": 20}


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        # both are reached, the first one exactly
        ({"change": 5.0, "difference": 30}, True),
        ({"change": 4.9, "difference": 30}, False),
        ({"change": 30.0, "difference": 12}, False),
        # a percentage that must not be given reaches nothing
        ({"change": None, "difference": 30}, False),
    ],
)
def test_all_of_a_condition_must_be_met(known: dict[str, float | None], *, expected: bool) -> None:
    """5 per cent or more, and 20 or more."""
    assert met(known, LARGE) is expected


def turned(
    change: float, difference: float, half: int
) -> tuple[dict[str, float], dict[str, float]]:
    """Give evidence for the worse, and the same for the better."""
    worse = {"change": change, "difference": difference, "half": half}
    return worse, {"change": -change, "difference": -difference, "half": 1 - half}


@pytest.mark.parametrize(
    ("evidence", "expected"),
    [
        # 30 % and 30 more
        ((30, 30, 0), (1, 0)),
        # 3 % and 30 more, in the worse half: the second condition
        ((3, 30, 1), (1, 1)),
        ((3, 30, 0), (0, -1)),
        # 8 % and 80 fewer
        ((-8, -80, 1), (-1, 0)),
        ((-8, -8, 1), (0, -1)),
    ],
)
def test_the_first_condition_that_is_met_decides(
    evidence: tuple[int, int, int], expected: tuple[int, int]
) -> None:
    """A challenge by two conditions, improving by one, neither by none."""
    worse, better = turned(*evidence)

    assert verdict(worse, better, [LARGE, BEHIND], [LARGE]) == expected


def test_a_challenge_comes_first() -> None:
    """Where conditions of both verdicts are met, it is a challenge: 80 fewer, in the worse half."""
    worse, better = turned(-8, -80, 1)

    assert verdict(worse, better, [{"half": 1}], [LARGE]) == (1, 0)
