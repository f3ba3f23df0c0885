"""Words before a number that make it less, or more, than exact: "about 30", "more than 500"."""

import re

from report.prose.lookback import right_before

ROUGHLY = ("about", "around", "approximately", "roughly", "some", "circa")
JUST_BELOW = ("nearly", "almost", "just under", "just below")
JUST_ABOVE = ("just over", "just above")
BELOW = ("less than", "fewer than", "under", "below")
AT_MOST = ("at most", "up to", "as many as", "no more than", "not more than")
ABOVE = ("more than", "over", "above", "well over")
AT_LEAST = ("at least", "no fewer than", "not fewer than", "no less than", "not less than")
HEDGES = (*ROUGHLY, *JUST_BELOW, *JUST_ABOVE, *BELOW, *AT_MOST, *ABOVE, *AT_LEAST)

_ANY = "|".join(sorted(HEDGES, key=len, reverse=True)).replace(" ", r"\s+")
HEDGED = re.compile(rf"\b({_ANY})\s*$", re.IGNORECASE)
# One that may stand before a number, as a part of a regular expression.
MAYBE = rf"(?:(?:{_ANY})\s+)?"


def hedged(text: str, at: int) -> str:
    """Give the hedge right before a place, or ""."""
    found = right_before(HEDGED, text, at)
    return " ".join(found[1].casefold().split()) if found else ""


def side(hedge: str) -> int:
    """Say where a hedge puts what its number stands for: 1 above it, -1 below it, 0 about it."""
    below, above = (*BELOW, *AT_MOST), (*ABOVE, *AT_LEAST)
    return -1 if hedge in below else 1 if hedge in above else 0
