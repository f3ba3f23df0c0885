"""Label areas by comparison with a wider area."""

from collections.abc import Sequence


def count_cutoffs(count: float, cutoffs: Sequence[tuple[str, float]]) -> str | None:
    """Label a count by declared cut-offs.

    Takes: (label, smallest count that carries it), in any order.
    Gives: the label of the highest cut-off that the count reaches; None below the lowest.
    Source: declared by the partnership; a legacy method that grades volume, not rate.
    """
    reached = [(floor, label) for label, floor in cutoffs if count >= floor]
    return max(reached)[1] if reached else None
