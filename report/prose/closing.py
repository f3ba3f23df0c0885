"""Make a claim of the words and figures that were read for it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Literal

from report.prose.clauses import NEARBY, clause_start
from report.prose.directions import turns
from report.prose.figures import Figure
from report.prose.nouns import LIST
from report.prose.numerals import CARDINALS
from report.prose.parting import Open
from report.prose.stated import WAYS, Claim, Said

# "than" before anything that is no earlier time.
THAN = re.compile(
    r"\s*(?:[\w%–-]+\s+){0,7}?than\b(?!\s+(?:in|during|at|for|a|an|one|last|before|previous|usual"
    r"|expected|the\s+(?:year|same|previous|prior|preceding|last|\d)|it|they|\d)\b)",
    re.IGNORECASE,
)
USUAL = re.compile(r"\b(?:within\s+normal\s+variation|(?:not|no)\s+(?:a\s+)?clear(?:ly)?)\b", re.I)
CLEAR = re.compile(r"\bclear(?:ly)?\b", re.IGNORECASE)

ONLY = re.compile(r"\bonly\s+(?:in\s+)?[^.;:,]{1,80}$", re.IGNORECASE)

# Behind a direction: what it is said to hold in each of, "in every beat", "in all ten beats".
EVERY = re.compile(
    r"\s+(?:in|across|for)\s+(?:every|each|all|most)(?:\s+(?:one\s+)?of)?(?:\s+(?:the|our|its))?"
    rf"(?:\s+(?:\d+|{'|'.join(CARDINALS)}))?\s+{LIST}"
    r"(?!\s*[,(]?\s*(?:but|except|apart|bar|save|other|of|in|that|which|where|with|near|outside)\b)",
    re.IGNORECASE,
)


def claim_of(text: str, now: Open) -> Claim | None:
    """Make the claim of what was read; None where it is dates and nothing else."""
    ways = [way for way in now.ways if way] or now.ways or _signed(now)
    said = tuple(_settled(now.said, turned=bool(ways), moved=_ranks_moves(now)))
    if not (said or ways or now.rank):
        return None
    kept = {s.figure.start for s in said}
    tokens = [t for t in now.tokens if not isinstance(t, Figure) or t.start in kept]
    start, end = min(t.start for t in tokens), max(t.end for t in tokens)
    begun = max(clause_start(text, start), start - NEARBY)
    around = text[begun : end + len(" (within normal variation)")]
    every = EVERY.match(text, end) if ways else None
    than = THAN.match(text, end) is not None
    return Claim(
        start,
        end,
        text[start:end],
        direction=WAYS[ways[0]] if ways else "",
        contrary=bool(ways) and any(way != ways[0] for way in _signed(now)),
        said=said,
        rank=now.rank,
        tested=_tested(around),
        than=than,
        periods=tuple(now.periods),
        every=every[0].strip() if every else "",
        only=than and ONLY.search(text[begun:start]) is not None,
    )


def _ranks_moves(now: Open) -> bool:
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


def _signed(now: Open) -> list[int]:
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
