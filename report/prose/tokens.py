"""The words and figures that claims are read from: turns, places, numbers."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from report.prose.directions import OF_TWO, Turn, turns
from report.prose.figures import Figure, figures
from report.prose.lookback import right_before
from report.prose.numerals import CARDINALS
from report.prose.ranks import Rank, ranks
from report.prose.roles import COUNTED_NEXT

SILENT = ("money", "label", "telephone")

# What "more" and "fewer" stand right behind: "17 fewer", "24 offences fewer", "30% more".
COMPARES = re.compile(
    rf"(?:\d|%|per\s?cent|\b(?:{'|'.join(CARDINALS)}))\s+(?:\w+\s+)?$", re.IGNORECASE
)

# Turns that tell how far by themselves: in per cent of the earlier number, and how far off.
HALVED = {"halved": (50.0, 5.0), "trebled": (200.0, 20.0)}

# "Than" before the earlier number: "more than the 57 of the year before".
EARLIER = re.compile(r"\s+than\s+(?:the|its|their|last\s+year[’']s)\s+\d", re.IGNORECASE)
Token = Turn | Figure | Rank


def tokens_of(text: str, taken: Sequence[tuple[int, int]]) -> Iterator[Token]:
    """Find the turns, places and figures of a text, in order; none within a name."""
    placed = list(ranks(text, {start for start, _ in taken}))
    hidden = sorted((*taken, *((r.start, r.end) for r in placed)))
    starts = [start for start, _ in hidden]
    ends = list(accumulate((end for _, end in hidden), max))  # the furthest of those begun so far
    every: list[Token] = [*placed, *turns(text), *figures(text)]
    for token in sorted(every, key=lambda t: (t.start, t.end)):
        at = bisect_right(starts, token.start)
        inside = at > 0 and ends[at - 1] > token.start
        if isinstance(token, Rank) or (not inside and not _silent(text, token)):
            yield token


def _silent(text: str, token: Turn | Figure) -> bool:
    """Pass over figures that claim nothing, and over "more" and "fewer" of nothing counted."""
    if isinstance(token, Figure):
        return token.kind in SILENT or halved(token) is not None
    of = right_before(COMPARES, text, token.start) or COUNTED_NEXT.match(text, token.end)
    told = of or OF_TWO.match(text, token.end) or EARLIER.match(text, token.end)
    return token.compared and not told


def halved(token: Token) -> tuple[float, float] | None:
    """Give the size of a turn that tells it by itself, in per cent, and how far off that may be."""
    return HALVED.get(token.text.casefold())
