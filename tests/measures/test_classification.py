"""Labels by declared cut-offs."""

from random import Random

import pytest

from report.measures.classification import count_cutoffs

# The cut-offs that North West Leicestershire's Table 1 of 2012 implies: all crime by LSOA.
CUTOFFS = [("Above Average", 85), ("Significantly High", 161), ("Very Significantly High", 241)]


@pytest.mark.parametrize(
    ("count", "label"),
    [
        # as published in that table
        (417, "Very Significantly High"),
        (241, "Very Significantly High"),
        (219, "Significantly High"),
        (161, "Significantly High"),
        (130, "Above Average"),
        # below the lowest there is none
        (85, "Above Average"),
        (84, None),
    ],
)
def test_a_count_carries_the_highest_label_it_reaches(count: int, label: str | None) -> None:
    """A cut-off is the smallest count with its label."""
    assert count_cutoffs(count, CUTOFFS) == label


def test_the_order_of_the_cutoffs_is_free() -> None:
    """Cut-offs may be declared from the highest or from the lowest."""
    shuffled = Random(1).sample(CUTOFFS, 3)

    assert [count_cutoffs(n, shuffled) for n in range(300)] == [
        count_cutoffs(n, CUTOFFS) for n in range(300)
    ]
