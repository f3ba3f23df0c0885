"""Tell what a figure in a sentence is: a change, a count now, one before, a share.

Told from the words right before and right behind it, and from what its claim says already.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Literal

from report.prose.directions import COMPARED, FALL, FELL, RISE, ROSE, TURN
from report.prose.figures import Figure
from report.prose.hedges import HEDGED
from report.prose.nouns import COUNTED, LISTED, MANY

# figure: any other number, of which the words do not tell what it is.
Role = Literal[
    "change",
    "difference",
    "points",
    "ratio",
    "count",
    "share",
    "rate",
    "position",
    "part",
    "areas",
    "figure",
]

# Words right before a number that say it is the one before, or the one now.
EARLIER = re.compile(
    r"\b(?:from|compared\s+(?:with|to)|against|up\s+on|down\s+on|instead\s+of|previously(?:\s+\w+)?"
    r"|previous\s+\w+\s+of|last\s+year(?:’s|'s)?|year\s+before|(?:more|fewer|less|higher|lower)\s+than\s+(?:the|its|their|last\s+year(?:’s|'s)))"
    r"\s*(?:\w+\s+of\s+)?$",
    re.IGNORECASE,
)
NOW = re.compile(r"\b(?:to|at|now|totall?ing|total\s+of|stands?\s+at|stood\s+at)\s*$", re.I)
STANDS = re.compile(r"\b(?:stands|stood|standing)\s+at\s*$", re.IGNORECASE)
BY = re.compile(r"\bby\s*$", re.IGNORECASE)
OF = re.compile(r"\bof\s*$", re.IGNORECASE)
# Before the number of all that there are, some of which a bracket counts: "[…] of its five".
OF_ALL = re.compile(r"\bof\s+(?:its|their|our|the)\s*$", re.IGNORECASE)
MAKES_UP = re.compile(
    r"\b(?:equat\w+\s+(?:to|for)|account\w*\s+for|makes?\s+up|made\s+up|represent\w*|compris\w+)"
    r"\s*$",
    re.IGNORECASE,
)
# Before a percentage that may say how large a part is; behind a verb that is not known it is none.
IS_SHARE = re.compile(
    r"(?:(?:^|[^\w\s])|\b(?:is|was|are|were|be|been|being|share|proportion|percentage|figure|and|or"
    r"|with|of|in|only|just|for|the|than|a|an|between|have|has|had|form\w*|contribut\w+|make|makes|up"
    r"|made))\s*$",
    re.IGNORECASE,
)
# What stands between a percentage and the same change as a number: "by 6%, or 627 offences".
OR_ELSE = re.compile(r"\s*[,(–-]*\s*(?:or|that\s+is|i\.e\.),?\s*$", re.IGNORECASE)
ABOVE = re.compile(
    rf"\s*(?:(?:{'|'.join(COUNTED)})\s+)?(?:above|below|short\s+of)\s+"
    r"(?:its|the|their|last|that)\b",
    re.IGNORECASE,
)
MORE_OR_FEWER = re.compile(
    rf"\s*(?:(?:{'|'.join(COUNTED)})\s+)?(?P<way>{'|'.join(COMPARED)})\b(?!\s+than\s+\d)", re.I
)
NAMED_TURN = re.compile(rf"[\s-]*(?:\w+\s+)?(?:{'|'.join((*RISE, *FALL))})s?\b", re.IGNORECASE)
MOVED = re.compile(rf"\s+(?:{'|'.join((*ROSE, *FELL, 'dropped'))})\b", re.IGNORECASE)
# "two fifths" is no two, and "two places" counts no offences.
PARTS_NEXT = re.compile(
    r"\s*-?(?:half|halves|third|quarter|fifth|sixth|eighth|tenth|place)s?\b", re.I
)
NOUN_NEXT = re.compile(
    rf"\s*(?:(?!(?:for|of|in|on|and|to|from|at|by|months?|years?|weeks?|days?|hours?)\b)"
    rf"[\w’'-]+\s+){{0,2}}?(?:{'|'.join(COUNTED)})\b"
    r"(?!\s+(?:domain|categor|type|area))",
    re.IGNORECASE,
)
COUNTED_NEXT = re.compile(rf"\s+(?:recorded\s+)?(?:{'|'.join(MANY)})\b", re.IGNORECASE)
# "two beats saw a rise", "rose in two beats"; but not "the two beats that …".
THE_FEW = re.compile(r"\b(?:the|these|those|both|all|following|other)\s*$", re.IGNORECASE)
PART_NEXT = re.compile(r"\s*\)?\s*of\b(?!\s+(?:an?\s+)?increase)", re.IGNORECASE)
TURNED = re.compile(rf"(?:{TURN.pattern}|\b(?<!make )(?<!makes )(?:up|down))\s*$", re.IGNORECASE)
NUMBERED = re.compile(r"\s*(?:times\b)?\s*(?:as|the|that|what|higher|more|greater)\b", re.I)
SPANS = re.compile(r"[^.;]{0,40}?\bto\s+(?:\w+\s+)?\d", re.IGNORECASE)
MOVING = re.compile(r"\b(?:mov|climb|slip|went|drop|fell|rose)\w*\b", re.IGNORECASE)
PLACED = re.compile(r"\s*(?:position|place|out\s+of)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Near:
    """A figure and its neighbourhood.

    before: the text before it, without its hedge, no further back than the last figure.
    behind: the text behind it. turned: whether its claim has told a direction so far. began:
    whether it has told an earlier number. differs: whether it has told a difference, or both.
    changed: whether its last figure is a change.
    """

    figure: Figure
    before: str
    behind: str
    turned: bool = False
    began: bool = False
    differs: bool = False
    changed: bool = False

    @property
    def leading(self) -> str:
        """The words before, less the hedge that belongs to the figure."""
        return HEDGED.sub("", self.before) if self.figure.hedge else self.before

    @property
    def by_turn(self) -> bool:
        """Whether it says how far something went: "fell by 3", "a fall of 3", "up 3", "3 fall"."""
        lead = self.leading
        if BY.search(lead):
            return self.turned or TURN.search(lead) is not None
        if TURNED.search(OF.sub("", lead)):
            return True
        return NAMED_TURN.match(self.behind) is not None

    @property
    def earlier(self) -> bool:
        """Whether it is the figure before."""
        return EARLIER.search(self.leading) is not None


def role(near: Near) -> tuple[Role, bool]:
    """Tell the role of a figure, and whether it is the earlier one of two."""
    tell = TELLERS.get(near.figure.kind)
    return tell(near) if tell else ("figure", False)


def _percent(near: Near) -> tuple[Role, bool]:
    said = near.figure.sign or MORE_OR_FEWER.match(near.behind)
    if near.earlier and not said:
        return "share", True
    if said or near.by_turn:
        return "change", False
    stated = NOW.search(near.leading) or PART_NEXT.match(near.behind)
    if stated or (MAKES_UP.search(near.leading) and not near.differs):
        return "share", False
    if near.turned or near.differs:
        return "change", False
    return ("share" if IS_SHARE.search(near.leading) else "figure"), False


def _count(near: Near) -> tuple[Role, bool]:
    moved = near.figure.word and MOVED.match(near.behind)
    if OF_ALL.search(near.leading):
        return "figure", False
    if moved or PARTS_NEXT.match(near.behind):
        return ("areas" if moved else "figure"), False
    if near.earlier and not near.figure.sign and not MORE_OR_FEWER.match(near.behind):
        says = near.turned or NOUN_NEXT.match(near.behind) or SPANS.match(near.behind)
        return ("count", True) if says else ("figure", False)
    if near.figure.sign or near.by_turn or _differs(near):
        return "difference", False
    reached = (near.turned or near.began) and NOW.search(near.leading)
    if reached or STANDS.search(near.leading) or NOUN_NEXT.match(near.behind):
        return "count", False
    some = LISTED.match(near.behind) and not THE_FEW.search(near.leading)
    return ("areas" if some else "figure"), False


def _differs(near: Near) -> bool:
    """Say whether a number is how far something went: "17 fewer", "by 30%, or 17"."""
    further = MORE_OR_FEWER.match(near.behind) or ABOVE.match(near.behind)
    return bool(further or (near.changed and OR_ELSE.match(near.leading)))


def _ordinal(near: Near) -> tuple[Role, bool]:
    placed = near.figure.of or PLACED.match(near.behind)
    goes = near.turned or near.began or MOVING.search(near.leading)
    moved = goes and (near.earlier or NOW.search(near.leading))
    return ("position" if placed or moved else "figure"), near.earlier


def _position(near: Near) -> tuple[Role, bool]:
    at, among = near.figure.value or 0, near.figure.of or 0
    return ("position" if 0 < at <= among else "figure"), near.earlier


def _times(near: Near) -> tuple[Role, bool]:
    said = near.turned or NUMBERED.match(near.behind)
    return ("ratio" if said else "figure"), False


# Kind of a figure -> what tells its role; the others have none.
TELLERS: Mapping[str, Callable[[Near], tuple[Role, bool]]] = {
    "percent": _percent,
    "fraction": _percent,
    "points": lambda near: ("points", False),
    "count": _count,
    "rate": lambda near: ("rate", near.earlier),
    "position": _position,
    "ordinal": _ordinal,
    "times": _times,
    "part": lambda near: ("part", False),
}
