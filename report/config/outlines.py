"""Indented lists as YAML holds them: what stands below what, and which diagrams can be drawn of it.

A line is a title; what stands below it is a list, one title, or more titles with a colon.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

# A level, from 1 on, and a title.
Line = tuple[int, str]

# Fewer stages are no ring, more do not find their room in one; more terms no room in a line.
FEWEST, MOST, MOST_TERMS = 3, 8, 6

# What stands between the terms of a formula: a sign between spaces, or a bracket.
SIGN = re.compile(r"\s([=×÷+−–*/-])\s|([()])")


def outline(items: Any, level: int = 1) -> Iterator[Line]:
    """Flatten a nested list: parents before children."""
    for title, below in _pairs(items):
        yield level, str(title)
        yield from outline(below, level + 1)


def _pairs(items: Any) -> Iterator[tuple[Any, Any]]:
    """Give each title with what stands below it: a list, one title, more titles, or nothing."""
    if isinstance(items, dict):
        yield from items.items()
    elif isinstance(items, list | tuple):
        for item in items:
            yield from _pairs(item)
    elif items is not None:
        yield items, None


def parts(formula: str) -> list[str]:
    """Part a formula into its terms and signs: "risk = impact × likelihood" has five."""
    return [part.strip() for part in SIGN.split(formula) if part and part.strip()]


def is_sign(part: str) -> bool:
    """Say whether a part of a formula is a sign."""
    return bool(SIGN.fullmatch(f" {part} ") or SIGN.fullmatch(part))


def undrawable(kind: str, lines: Sequence[Line]) -> str:
    """Say why a list is no diagram of this kind; "" where it is one."""
    tops = [title for level, title in lines if level == 1]
    below = [title for level, title in lines if level == 2]  # noqa: PLR2004  what stands below them
    if not lines:
        return "the list is empty"
    if kind == "cycle":
        return _ring(len(tops), "a cycle")
    if kind == "stages":
        centre = "the first line is the centre, the stages stand below it"
        return f"{centre}; found {len(tops)} first lines" if len(tops) > 1 else _ring(len(below))
    if kind == "formula":
        return _formula(tops, below)
    return ""


def _ring(stages: int, what: str = "a diagram of stages") -> str:
    if FEWEST <= stages <= MOST:
        return ""
    return f"{what} has {FEWEST} to {MOST} stages, this one has {stages}"


def _formula(tops: Sequence[str], below: Sequence[str]) -> str:
    found = parts(tops[0])
    terms = [part.casefold() for part in found if not is_sign(part)]
    strange = [title for title in below if title.casefold() not in terms]
    if len(tops) > 1:
        return f"the first line is the formula, its terms stand below it; found {len(tops)}"
    if len(terms) == len(found) or not 1 < len(terms) <= MOST_TERMS:
        return f"'{tops[0]}' is no formula; write 2 to {MOST_TERMS} terms, a sign between them"
    return f"'{strange[0]}' is no term of '{tops[0]}'" if strange else ""
