"""Label areas by comparison with a wider area."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

# One class alone tells no area from another.
FEWEST = 2


def count_cutoffs(count: float, cutoffs: Sequence[tuple[str, float]]) -> str | None:
    """Label a count by declared cut-offs.

    Takes: (label, smallest count that carries it), in any order.
    Gives: the label of the highest cut-off that the count reaches; None below the lowest.
    Source: declared by the partnership; a legacy method that grades volume, not rate.
    """
    reached = [(floor, label) for label, floor in cutoffs if count >= floor]
    return max(reached)[1] if reached else None


def equal_counts(values: Mapping[str, float], number: int, each: int = 1) -> dict[str, int]:
    """Part areas into classes of about as many areas each, from the lowest value to the highest.

    Takes: area -> count or rate, 0 or more; how many classes at most; how many areas above 0 there
    are for a class: of few areas there are fewer classes, but two.
    Gives: area -> class: 0 for a value of 0, the others 1, 2, 3 without gaps. Equal values are of
    one class, so classes are fewer, and unequal, where many values are equal.
    Source: quantile classification (Slocum et al., Thematic Cartography and Geovisualization).
    """
    ranked = sorted(value for value in values.values() if value)
    parts = min(number, max(FEWEST, len(ranked) // each))
    quantiles = {value: bisect_left(ranked, value) * parts // len(ranked) for value in ranked}
    steps = {each: step for step, each in enumerate(sorted(set(quantiles.values())), start=1)}
    return {area: steps[quantiles[value]] if value else 0 for area, value in values.items()}
