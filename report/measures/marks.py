"""Whether a share differs from another one by more than chance.

Source: the exact binomial test, two-sided by the probabilities of all parts that are no likelier;
Fisher's exact test of two shares (Fisher 1935, The Design of Experiments), both as scipy has them.
"""

from typing import Literal, NamedTuple

# Significantly higher, significantly lower, or neither.
Way = Literal[1, -1, 0]


class Part(NamedTuple):
    """So many out of so many."""

    part: int
    whole: int

    def rest(self, wider: "Part") -> "Part":
        """Give what is left of a wider whole without this one, which is in it."""
        return Part(wider.part - self.part, wider.whole - self.whole)

    @property
    def sound(self) -> bool:
        """Whether it can be: nobody is in a part who is not in its whole."""
        return 0 <= self.part <= self.whole

    def small(self, least: int) -> bool:
        """Say whether fewer than so many are in the part, or out of it."""
        return min(self.part, self.whole - self.part) < least


def against_share(own: Part, share_pct: float, level: float) -> Way:
    """Compare a share with one that is known as a percentage alone, or of very many.

    Takes: so many out of so many, the percentage to compare with, the level in per cent.
    Gives: 1 where the share is significantly higher, -1 lower, 0 neither or nobody to compare.
    """
    from scipy.stats import binomtest  # a second to load, and few reports need it

    if not own.whole:
        return 0
    chance = float(binomtest(own.part, own.whole, share_pct / 100).pvalue)
    return _way(chance, own.part / own.whole - share_pct / 100, level)


def against_counts(own: Part, other: Part, level: float) -> Way:
    """Compare a share with that of others, none of whom is among the first.

    Takes: so many out of so many, twice, and the level in per cent.
    Gives: 1 where the first share is significantly higher, -1 lower, 0 neither or where nobody is.
    """
    from numpy import array
    from scipy.stats import fisher_exact  # as above

    if not (own.whole and other.whole):
        return 0
    table = array([[each.part, each.whole - each.part] for each in (own, other)])
    chance = float(fisher_exact(table).pvalue)
    return _way(chance, own.part / own.whole - other.part / other.whole, level)


def _way(chance: float, difference: float, level: float) -> Way:
    """Give the direction of a difference that is rarer by chance than the level allows."""
    if chance > 1 - level / 100:
        return 0
    return 1 if difference > 0 else -1
