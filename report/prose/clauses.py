"""The clauses of a text: where one ends, another claim begins."""

import re
from bisect import bisect_right
from functools import lru_cache

BREAK = re.compile(
    r"[;]|[.!?]\s|\n|\b(?:while|whilst|whereas|but|although|though|however|unlike)\b", re.I
)
NEARBY = 200  # letters before and behind a figure, at most, that tell what it is


def clause_start(text: str, at: int) -> int:
    """Give where the clause of a place begins."""
    begun = _clauses(text)
    return begun[bisect_right(begun, at) - 1]


@lru_cache(maxsize=64)  # a text's claims are read one behind the other
def _clauses(text: str) -> tuple[int, ...]:
    return (0, *(m.end() for m in BREAK.finditer(text)))
