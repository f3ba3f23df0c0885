"""Read what a sentence claims: which way a number went, by how much, from what to what, what place.

`Robbery fell by 30%, from 57 to 40` is one claim: a fall, a change of 30 %, an earlier count of 57
and a count of 40. Where a second figure of one role comes, or another direction, or words such as
"while", another claim begins.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from itertools import accumulate, takewhile
from typing import Literal

from report.prose.directions import Turn, turns
from report.prose.figures import Figure, figures
from report.prose.hedges import HEDGED, hedged
from report.prose.lookback import right_before
from report.prose.nouns import LIST
from report.prose.numerals import CARDINALS
from report.prose.ranks import Rank, ranks
from report.prose.roles import BY, COUNTED_NEXT, Near, Role, role
from report.prose.when import RANGE

Direction = Literal["rose", "fell", "unchanged", ""]
WAYS: dict[int, Direction] = {1: "rose", -1: "fell", 0: "unchanged"}

# Kinds of figures that say when, and those that nothing is claimed by.
WHEN = ("period", "date")
SILENT = ("money", "label", "telephone")

BREAK = re.compile(
    r"[;]|[.!?]\s|\n|\b(?:while|whilst|whereas|but|although|though|however|unlike)\b", re.I
)
# What goes on with a claim behind the name that it is about: "a fall of 8% in robbery, which is …".
GOES_ON = re.compile(
    r"[\s'’\"”*_]*(?:[,:(–-]+\s*)?(?:$|(?:which|equat|this|that|or|from|to|by|with|of|was|were|has"
    r"|have|had|is|are|also|again|recorded|remained|stayed|now|at|in|saw|seen)\b|[(:–-])",
    re.IGNORECASE,
)
IN_PERIOD = re.compile(r"\s*(?:\w+\s+){0,3}?(?:in|during|for)\s+$", re.IGNORECASE)
# What "more" and "fewer" stand right behind: "17 fewer", "24 offences fewer", "30% more".
COMPARES = re.compile(
    rf"(?:\d|%|per\s?cent|\b(?:{'|'.join(CARDINALS)}))\s+(?:\w+\s+)?$", re.IGNORECASE
)
# Turns that tell how far by themselves: in per cent of the earlier number, and how far off.
HALVED = {"halved": (50.0, 5.0), "trebled": (200.0, 20.0)}
# "than" before anything that is no earlier time.
THAN = re.compile(
    r"\s*(?:[\w%–-]+\s+){0,7}?than\b(?!\s+(?:in|during|at|for|a|an|one|last|before|previous|usual"
    r"|expected|the\s+(?:year|same|previous|prior|preceding|last|\d)|it|they|\d)\b)",
    re.IGNORECASE,
)
# "Than" before the earlier number: "more than the 57 of the year before".
EARLIER = re.compile(r"\s+than\s+(?:the|its|their|last\s+year[’']s)\s+\d", re.IGNORECASE)
USUAL = re.compile(r"\b(?:within\s+normal\s+variation|(?:not|no)\s+(?:a\s+)?clear(?:ly)?)\b", re.I)
CLEAR = re.compile(r"\bclear(?:ly)?\b", re.IGNORECASE)
# Between what a claim tells and the name of the next: "…, and Robbery by 30%".
NEXT = re.compile(r"[)\s]*(?:,|,?\s*and)\s+(?:\w+\s+){0,2}?[*_'‘\"“]*$", re.IGNORECASE)
AGAIN = re.compile(r"[.!?]\s|\n")
BY_NEXT = re.compile(r"[\s'’\"”*_]*by\s", re.IGNORECASE)
AND = re.compile(r"\s*,?\s*and\s+(?:\w+\s+){0,2}$", re.IGNORECASE)
# Behind a direction: what it is said to hold in each of, "in every beat", "in all ten beats".
EVERY = re.compile(
    r"\s+(?:in|across|for)\s+(?:every|each|all)(?:\s+(?:one\s+)?of)?(?:\s+(?:the|our|its))?"
    rf"(?:\s+(?:\d+|{'|'.join(CARDINALS)}))?\s+{LIST}"
    r"(?!\s*[,(]?\s*(?:but|except|apart|bar|save|other|of|in|that|which|where|with|near|outside)\b)",
    re.IGNORECASE,
)
NEARBY = 200  # letters before and behind a figure, at most, that tell what it is
OPENS = re.compile(
    r"(?:(?:has|have|had|been|was|were|is|are|an?|the|not|no|also|again|clear|clearly|both|all|each|saw|seen)\s+)*$",
    re.I,
)


@dataclass(frozen=True)
class Said:
    """A figure and what it is said to be.

    before: whether it is the earlier one of two. period: the year or date written right behind it.
    """

    figure: Figure
    role: Role
    before: bool = False
    period: str = ""


@dataclass(frozen=True)
class Claim:
    """What a piece of a sentence states of one subject.

    Attributes:
        start, end: its letters in the text, from its first word or figure to its last one.
        text: these letters.
        direction: "rose", "fell", "unchanged" or "" where none is told. contrary: whether it tells
            one and a figure of it bears the sign of the other.
        said: its figures with their roles; those without one are left out. rank: a superlative.
        tested: "clear" where it claims a clear change, "usual" for none beyond normal variation.
        than: whether it compares with something else than an earlier time: "24 fewer than Beat 65".
        periods: the years and dates written in its part of the text.
        every: what the direction is said to hold in each of, as in "in every beat".
    """

    start: int
    end: int
    text: str
    direction: Direction = ""
    contrary: bool = False
    said: tuple[Said, ...] = ()
    rank: Rank | None = None
    tested: Literal["", "clear", "usual"] = ""
    than: bool = False
    periods: tuple[str, ...] = ()
    every: str = ""

    def figure(self, role: Role, *, before: bool = False) -> Figure | None:
        """Give its figure of a role, if it has one."""
        found = (s.figure for s in self.said if s.role == role and s.before == before)
        return next(found, None)


Token = Turn | Figure | Rank


@dataclass
class _Open:
    """A claim while it is read."""

    tokens: list[Token] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)
    roles: set[tuple[Role, bool]] = field(default_factory=set)
    ways: list[int] = field(default_factory=list)
    periods: list[str] = field(default_factory=list)
    rank: Rank | None = None

    def holds(self, said: Said) -> bool:
        return said.role != "figure" and (said.role, said.before) in self.roles

    def add(self, said: Said) -> None:
        self.said.append(said)
        self.roles.add((said.role, said.before))

    @property
    def both(self) -> bool:
        return {("count", True), ("count", False)} <= self.roles

    @property
    def differs(self) -> bool:
        return ("difference", False) in self.roles or self.both


def claims(text: str, names: Iterable[tuple[int, int]] = (), way: int = 0) -> tuple[Claim, ...]:
    """Read every claim of a text, in order; names: the letters of the names in it.

    A claim goes no further than a name, unless words such as "which is" go on with it. Figures
    within a name, such as the 62 of Beat 62, are none. Where the verb is left out, as in "Robbery
    fell by 30% and Arson by 25%", the direction before holds; way: that before the text.
    """
    taken = sorted(names)
    opened = _opened(_in_few_words(text, taken), list(_tokens(text, taken)), taken, way)
    return tuple(c for each in opened if (c := _closed(text, each)))


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


def _tokens(text: str, taken: Sequence[tuple[int, int]]) -> Iterator[Token]:
    placed = list(ranks(text))
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
        return token.kind in SILENT or _halved(token) is not None
    of = right_before(COMPARES, text, token.start) or COUNTED_NEXT.match(text, token.end)
    return token.compared and not of and not EARLIER.match(text, token.end)


def _halved(token: Token) -> tuple[float, float] | None:
    return HALVED.get(token.text.casefold())


def _opened(
    text: str, tokens: list[Token], taken: Sequence[tuple[int, int]], way: int
) -> Iterator[_Open]:
    now, end = _Open(), 0
    for at, token in enumerate(tokens):
        if now.tokens and _parts(text, end, token.start, taken):
            yield now
            now = _Open()
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


def _left_for(text: str, now: _Open, token: Token, end: int) -> _Open | None:
    """Give the new claim that a token begins where it does not fit into the present one."""
    if isinstance(token, Turn):
        clashes = bool(now.ways) and token.way not in now.ways and not _closes(now, text, token)
        again = now.both and AND.fullmatch(text[end : token.start])
        return _Open() if clashes or again else None
    if isinstance(token, Rank):
        return _Open() if now.rank else None
    said = _said(text, now, token, end, len(text))
    if said is None or not now.holds(said):
        return None
    last = now.tokens[-1]
    if isinstance(last, Turn) and len(now.ways) > 1:  # "…, and a rise of 3%": the turn goes along
        now.tokens.pop()
        return _Open([last], ways=[now.ways.pop()])
    return _Open()


def _closes(now: _Open, text: str, token: Turn) -> bool:
    """Say whether a turn belongs to the figure right before it, which no other turn has."""
    return token.compared and not now.ways and text[now.tokens[-1].end : token.start].isspace()


def _take(text: str, now: _Open, token: Token, end: int, following: int) -> None:
    now.tokens.append(token)
    if isinstance(token, Turn):
        now.ways.append(token.way)
        size = _halved(token)
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


def _date(text: str, now: _Open, token: Figure) -> None:
    """Keep a year or a date, with the figure right before it where it stands behind that."""
    now.periods.append(token.text)
    last = now.said[-1] if now.said else None
    if last and IN_PERIOD.fullmatch(text[last.figure.end : token.start]):
        span = RANGE.match(text, token.start)
        now.said[-1] = replace(last, period=span[0] if span else token.text)


def _said(text: str, now: _Open, figure: Figure, end: int, following: int) -> Said | None:
    if figure.kind in WHEN:
        return None
    last = now.said[-1].figure.end if now.said else 0
    near = Near(
        figure,
        text[max(last, _sentence(text, figure.start), figure.start - NEARBY) : figure.start],
        text[figure.end : figure.end + NEARBY],
        turned=bool(now.ways),
        began=any(before for _, before in now.roles),
        differs=now.differs,
        changed=bool(now.said) and now.said[-1].role == "change",
    )
    told, before = role(near)
    return Said(figure, told, before)


def _sentence(text: str, at: int) -> int:
    """Give where the clause of a place begins."""
    begun = _clauses(text)
    return begun[bisect_right(begun, at) - 1]


@lru_cache(maxsize=64)  # a text's claims are read one behind the other
def _clauses(text: str) -> tuple[int, ...]:
    return (0, *(m.end() for m in BREAK.finditer(text)))


def _closed(text: str, now: _Open) -> Claim | None:
    """Make the claim of what was read; None where it is dates and nothing else."""
    ways = [way for way in now.ways if way] or now.ways or _signed(now)
    said = tuple(_settled(now.said, turned=bool(ways), moved=_ranks_moves(now)))
    if not (said or ways or now.rank):
        return None
    kept = {s.figure.start for s in said}
    tokens = [t for t in now.tokens if not isinstance(t, Figure) or t.start in kept]
    start, end = min(t.start for t in tokens), max(t.end for t in tokens)
    begun = max(_sentence(text, start), start - NEARBY)
    around = text[begun : end + len(" (within normal variation)")]
    every = EVERY.match(text, end) if ways else None
    return Claim(
        start,
        end,
        text[start:end],
        direction=WAYS[ways[0]] if ways else "",
        contrary=bool(ways) and any(way != ways[0] for way in _signed(now)),
        said=said,
        rank=now.rank,
        tested=_tested(around),
        than=THAN.match(text, end) is not None,
        periods=tuple(now.periods),
        every=every[0].strip() if every else "",
    )


def _ranks_moves(now: _Open) -> bool:
    """Say whether it tells a place among rises or falls, and no number now and before."""
    return now.rank is not None and now.rank.of in ("rise", "fall") and not now.both


def _settled(said: Iterable[Said], *, turned: bool, moved: bool) -> Iterator[Said]:
    """Settle roles that the whole claim tells.

    "Up from 18.2" is a rate where it is one now, and in "the largest rise, of 24 offences" the
    number is a difference.
    """
    said = list(said)
    now = [s.role for s in said if not s.before and s.role in ("rate", "share")]
    counted = any(s.role == "count" and not s.before for s in said)
    for each in said:
        if moved and each.role in ("count", "share") and not each.before:
            yield replace(each, role="difference" if each.role == "count" else "change")
        elif each.role == "count" and each.before and now and not counted:
            yield replace(each, role=now[0])
        elif each.role == "figure" and each.period and each.figure.kind == "count":
            yield replace(each, role="count")
        elif each.role != "figure" and (turned or each.role not in ("part", "areas")):
            yield each


def _signed(now: _Open) -> list[int]:
    signed = [s.figure.sign for s in now.said if s.role in ("change", "difference", "points")]
    return [1 if sign == "+" else -1 for sign in signed if sign]


def _tested(around: str) -> Literal["", "clear", "usual"]:
    if USUAL.search(around):
        return "usual"
    found = CLEAR.search(around)
    near = found and any(
        0 <= turn.start - found.end() <= 1 or 0 <= found.start() - turn.end <= 1
        for turn in turns(around)
    )
    return "clear" if near else ""
