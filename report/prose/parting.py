"""Part the words and figures of a text into claims: where one is full, another begins."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from report.prose.clauses import BREAK, NEARBY, clause_start
from report.prose.directions import Turn
from report.prose.figures import Figure
from report.prose.hedges import HEDGED, hedged
from report.prose.ranks import Rank
from report.prose.roles import BY, Near, Role, role
from report.prose.stated import Said
from report.prose.tokens import Token, halved
from report.prose.when import RANGE

# Kinds of figures that say when, and those that nothing is claimed by.
WHEN = ("period", "date")

# What goes on with a claim behind the name that it is about: "a fall of 8% in robbery, which is …".
GOES_ON = re.compile(
    r"[\s'’\"”*_]*(?:[,:(–-]+\s*)?(?:$|(?:which|equat|this|that|or|from|to|by|with|of|was|were|has"
    r"|have|had|is|are|also|again|recorded|remained|stayed|now|at|in|saw|seen)\b|[(:–-])",
    re.IGNORECASE,
)
IN_PERIOD = re.compile(r"\s*(?:\w+\s+){0,3}?(?:in|during|for)\s+$", re.IGNORECASE)

# Between what a claim tells and the name of the next: "…, and Robbery by 30%".
NEXT = re.compile(r"[)\s]*(?:,|,?\s*and)\s+(?:\w+\s+){0,2}?[*_'‘\"“]*$", re.IGNORECASE)
AGAIN = re.compile(r"[.!?]\s|\n")
BY_NEXT = re.compile(r"[\s'’\"”*_]*by\s", re.IGNORECASE)
AND = re.compile(r"\s*,?\s*and\s+(?:\w+\s+){0,2}$", re.IGNORECASE)


@dataclass
class Open:
    """A claim while it is read."""

    tokens: list[Token] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)
    roles: set[tuple[Role, bool]] = field(default_factory=set)
    ways: list[int] = field(default_factory=list)
    periods: list[str] = field(default_factory=list)
    rank: Rank | None = None

    def holds(self, said: Said) -> bool:
        """Say whether a figure of its role is there already."""
        return said.role != "figure" and (said.role, said.before) in self.roles

    def add(self, said: Said) -> None:
        """Take a figure."""
        self.said.append(said)
        self.roles.add((said.role, said.before))

    @property
    def both(self) -> bool:
        """Whether both counts of a change are told."""
        return {("count", True), ("count", False)} <= self.roles

    @property
    def differs(self) -> bool:
        """Whether it tells a difference, or both counts of one."""
        return ("difference", False) in self.roles or self.both


def parted(
    text: str, tokens: list[Token], taken: Sequence[tuple[int, int]], way: int
) -> Iterator[Open]:
    """Part the tokens of a text into claims; way: the direction before the text."""
    now, end = Open(), 0
    for at, token in enumerate(tokens):
        if now.tokens and _parts(text, end, token.start, taken):
            yield now
            now = Open()
        following = tokens[at + 1].start if at + 1 < len(tokens) else len(text)
        left = _left_for(text, now, token, end)
        if left is not None:
            yield now
            now = left
        if AGAIN.search(text[end : token.start]):
            way = 0
        if not now.tokens and way and _by(text, token, taken):
            now.ways.append(way)
        _take(text, now, token, end, following)
        end = max(end, token.end)
        way = now.ways[-1] if now.ways else way
    yield now


def _by(text: str, token: Token, taken: Sequence[tuple[int, int]]) -> bool:
    """Say whether a figure says how far what is named right before went: "Arson by nearly 30%"."""
    if not isinstance(token, Figure) or token.kind in WHEN:
        return False
    near = max(0, token.start - NEARBY)
    by = BY.search(HEDGED.sub("", text[near : token.start]))
    if not by:
        return False
    lead = text[: near + by.start()].rstrip(" *_'’\"”")
    return not lead or any(end == len(lead) for _, end in taken)


def _parts(text: str, end: int, start: int, taken: Sequence[tuple[int, int]]) -> bool:
    """Say whether the words between two tokens part two claims."""
    if BREAK.search(text[end:start]):
        return True
    behind = takewhile(
        lambda at: taken[at][0] < start, range(bisect_left(taken, (end, 0)), len(taken))
    )
    between = [taken[at] for at in behind if taken[at][1] <= start]
    if not between:
        return False
    (first, _), (_, last) = between[0], between[-1]
    follows = text[last:start]
    if BY_NEXT.match(follows) and NEXT.fullmatch(text[end:first]):
        return True
    return not GOES_ON.match(follows or " ")


def _left_for(text: str, now: Open, token: Token, end: int) -> Open | None:
    """Give the new claim that a token begins where it does not fit into the present one."""
    if isinstance(token, Turn):
        clashes = bool(now.ways) and token.way not in now.ways and not _closes(now, text, token)
        again = now.both and AND.fullmatch(text[end : token.start])
        if clashes and token.compared and now.said and text[end : token.start].isspace():
            return _with_figure(now)
        return Open() if clashes or again else None
    if isinstance(token, Rank):
        return Open() if now.rank else None
    said = _said(text, now, token, end, len(text))
    if said is None or not now.holds(said):
        return None
    last = now.tokens[-1]
    if isinstance(last, Turn) and len(now.ways) > 1:  # "…, and a rise of 3%": the turn goes along
        now.tokens.pop()
        return Open([last], ways=[now.ways.pop()])
    return Open()


def _with_figure(now: Open) -> Open:
    """Take the last figure along to a new claim: the 25 of "fell by 4%, with 25 more offences"."""
    last = now.said[-1]
    if now.tokens[-1] != last.figure or last.role not in ("difference", "change"):
        return Open()
    now.tokens.pop()
    now.said.pop()
    now.roles = {(said.role, said.before) for said in now.said}
    begun = Open([last.figure])
    begun.add(last)
    return begun


def _closes(now: Open, text: str, token: Turn) -> bool:
    """Say whether a turn belongs to the figure right before it, which no other turn has."""
    return token.compared and not now.ways and text[now.tokens[-1].end : token.start].isspace()


def _take(text: str, now: Open, token: Token, end: int, following: int) -> None:
    now.tokens.append(token)
    if isinstance(token, Turn):
        now.ways.append(token.way)
        size = halved(token)
        if size is not None:
            now.add(Said(_by_itself(text, token, *size), "change"))
    elif isinstance(token, Rank):
        now.rank = token
    elif token.kind in WHEN:
        _date(text, now, token)
    else:
        said = _said(text, now, token, end, following)
        if said:
            now.add(said)


def _by_itself(text: str, token: Turn, size: float, off: float) -> Figure:
    """Give "halved" as the change that it is, with its hedge: "more than halved"."""
    return Figure(
        *(token.start, token.end, token.text, "fraction", size, size - off, size + off),
        hedge=hedged(text, token.start),
        word=True,
    )


def _date(text: str, now: Open, token: Figure) -> None:
    """Keep a year or a date, with the figure right before it where it stands behind that."""
    now.periods.append(token.text)
    last = now.said[-1] if now.said else None
    if last and IN_PERIOD.fullmatch(text[last.figure.end : token.start]):
        span = RANGE.match(text, token.start)
        now.said[-1] = replace(last, period=span[0] if span else token.text)


def _said(text: str, now: Open, figure: Figure, end: int, following: int) -> Said | None:
    if figure.kind in WHEN:
        return None
    last = now.said[-1].figure.end if now.said else 0
    near = Near(
        figure,
        text[max(last, clause_start(text, figure.start), figure.start - NEARBY) : figure.start],
        text[figure.end : figure.end + NEARBY],
        turned=bool(now.ways),
        began=any(before for _, before in now.roles),
        differs=now.differs,
        changed=bool(now.said) and now.said[-1].role == "change",
    )
    told, before = role(near)
    return Said(figure, told, before)
