"""The size of the group of peers."""

import pytest

from report.prose.groups import wrong_groups
from tests.prose.passages import edition, passage
from tests.small import finding, section

POSITION = finding("position.all-crime", "All Crime", 13, of=15)


def told(text: str, *positions: object) -> list[str]:
    own = section("peers", findings=positions or (POSITION,))
    return [f"{p.what}; {p.do}" for p in wrong_groups(passage(text, assessment=edition(own)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "It is in a most similar group of 16.",
            "'16' are 15: positions are of 15; write 15",
        ),
        (
            "The Most Similar Group consists of 14 partnerships.",
            "'14 partnerships' are 15: positions are of 15; write 15",
        ),
        (
            "The peer group has 15 other members.",
            "'15 other members' are 14: positions are of 15; write 14",
        ),
    ],
)
def test_the_size_of_the_group_is_that_of_its_positions(text: str, expected: str) -> None:
    """Positions are of 15, the partnership itself among them."""
    assert told(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "In its most similar group of 15, with 14 other members, it is 13th of 15.",
        "The plan consists of 16 partnerships, and has 20 other members.",
        "Three members of the peer group have a lower rate.",
    ],
)
def test_other_numbers_are_let_be(text: str) -> None:
    """The right size, some of its members, and what is said of no group."""
    assert told(text) == []


def test_groups_of_two_sizes_have_none() -> None:
    """Where positions are of 15 and of 14, neither is the size of the group."""
    other = finding("position.robbery", "Robbery", 13, of=14)

    assert told("It is in a most similar group of 16.", POSITION, other) == []
