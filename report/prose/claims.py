"""Read what a sentence claims: which way a number went, by how much, from what to what, what place.

`Robbery fell by 30%, from 57 to 40` is one claim: a fall, a change of 30 %, an earlier count of 57
and a count of 40. Where a second figure of one role comes, or another direction, or words such as
"while", another claim begins.
"""

import re
from collections.abc import Iterable

from report.prose.closing import claim_of
from report.prose.parting import parted
from report.prose.stated import WAYS, Claim, Said
from report.prose.tokens import tokens_of

__all__ = ["WAYS", "Claim", "Said", "claims", "speaks"]

OPENS = re.compile(
    r"(?:(?:has|have|had|been|was|were|is|are|an?|the|not|no|also|again|clear|clearly|both|all|each|saw|seen)\s+)*$",
    re.I,
)


def claims(text: str, names: Iterable[tuple[int, int]] = (), way: int = 0) -> tuple[Claim, ...]:
    """Read every claim of a text, in order; names: the letters of the names in it.

    A claim goes no further than a name, unless words such as "which is" go on with it. Figures
    within a name, such as the 62 of Beat 62, are none. Where the verb is left out, as in "Robbery
    fell by 30% and Arson by 25%", the direction before holds; way: that before the text.
    """
    taken = sorted(names)
    opened = parted(_in_few_words(text, taken), list(tokens_of(text, taken)), taken, way)
    return tuple(c for each in opened if (c := claim_of(text, each)))


def _in_few_words(text: str, names: Iterable[tuple[int, int]]) -> str:
    """Make two words of each longer name, so that a noun stands near: "14 Theft_of Vehicles"."""
    for start, end in names:
        head, gap, tail = text[start:end].rpartition(" ")
        one = re.sub(r"[^\w]", "_", head)
        text = f"{text[:start]}{one}{gap}{tail}{text[end:]}"
    return text


def speaks(text: str, names: Iterable[tuple[int, int]] = (), way: int = 0) -> bool:
    """Say whether a text on its own reads as a claim: a figure with a role, a place, or a turn."""
    read = claims(text, names, way)
    if any(claim.said or claim.rank for claim in read):
        return True
    return any(OPENS.fullmatch(text, 0, claim.start) for claim in read if claim.direction)
