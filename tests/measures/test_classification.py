"""Labels by declared cut-offs, classes of as many areas each."""

from collections.abc import Sequence
from random import Random

import pytest

from report.measures.classification import count_cutoffs, equal_counts

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


@pytest.mark.parametrize(
    ("values", "classes"),
    [
        # ten areas, five classes of two
        (range(1, 11), [1, 1, 2, 2, 3, 3, 4, 4, 5, 5]),
        # nothing counted is no class
        ([0, 0, 7], [0, 0, 1]),
        # three of six are equal: they stay together, and a class goes
        ([1, 1, 1, 2, 3, 4], [1, 1, 1, 2, 3, 4]),
        ([5, 5, 5], [1, 1, 1]),
        ([], []),
    ],
)
def test_classes_of_as_many_areas_each(values: Sequence[int], classes: list[int]) -> None:
    """From the lowest to the highest, without gaps; equal values are never parted."""
    areas = {str(at): value for at, value in enumerate(values)}

    assert list(equal_counts(areas, 5).values()) == classes


@pytest.mark.parametrize(
    ("areas", "classes"),
    [(2, 2), (5, 2), (7, 2), (8, 2), (9, 3), (14, 4), (15, 5), (315, 5)],
)
def test_few_areas_have_few_classes(areas: int, classes: int) -> None:
    """One for every three areas, two at least, five at most; of 7, four are low and three high."""
    found = equal_counts({str(at): at for at in range(1, areas + 1)}, 5, 3)

    assert set(found.values()) == set(range(1, classes + 1))
    sizes = [list(found.values()).count(step) for step in range(1, classes + 1)]
    assert max(sizes) - min(sizes) <= 1


def test_areas_of_nothing_make_no_class() -> None:
    """Of nine areas six have a value: two classes, and that of nothing counted."""
    found = equal_counts(dict(zip("ABCDEFGHI", (0, 0, 0, 1, 2, 3, 4, 5, 6), strict=True)), 5, 3)

    assert list(found.values()) == [0, 0, 0, 1, 1, 1, 2, 2, 2]
