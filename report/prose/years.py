"""Tell years from counts that look like one: the 2000 of "rose by 2000" is no year.

A number from 1900 to 2099 is a count behind a word for a direction, and where it is one of two
numbers ("from … to …") of which the other is no year, or the earlier is the greater one.
"""

import re

from report.prose.directions import DOWN, FALL, RISE, UP, WANTED
from report.prose.hedges import MAYBE
from report.prose.lookback import REACH, right_before

NUMBER = r"(?P<number>\d{1,3}(?:,\d{3})+|\d+)(?!,?\d|[/–-]\d|\s?%|\.\d)"
# Words for a direction that are nouns: "the growth to 2030" is no growth to a number.
NAMES = (*RISE, *FALL)
NAMED = "|".join(NAMES)
MOVED = "|".join(w for w in (*UP, *DOWN) if w not in NAMES and w.removesuffix("s") not in NAMES)
TURNED = re.compile(
    rf"(?:\b(?:(?:{MOVED})\s+(?:by|to)|(?<!make )(?:up|down)(?:\s+by)?|(?:up|down)wards?\s+to)"
    rf"|\b(?:an?|clear|further)\s+(?:{NAMED})\s+of)\s+{MAYBE}$",
    re.IGNORECASE,
)
FROM = re.compile(rf"\bfrom\s+{MAYBE}$", re.IGNORECASE)
TO = re.compile(rf"(?:\s+[a-z]+){{0,3}}?\s+to\s+{MAYBE}{NUMBER}", re.IGNORECASE)
FROM_TO = re.compile(rf"\bfrom\s+{MAYBE}{NUMBER}(?:\s+[a-z]+){{0,3}}?\s+to\s+{MAYBE}$", re.I)
# "had fallen by 2019" and "to fall by 2030" tell when.
BY_THEN = re.compile(r"\b(?:had|having)\s+(?:\w+\s+)?$", re.IGNORECASE)
FIRST, LAST = 1900, 2099


def counts(text: str, start: int, end: int) -> bool:
    """Say whether a number that may be a year is a count by the words around it."""
    turned = right_before(TURNED, text, start)
    if turned and not any(right_before(p, text, turned.start()) for p in (WANTED, BY_THEN)):
        return True
    year = int(text[start:end])
    if right_before(FROM, text, start):
        other = TO.match(text, end, end + REACH)
        return other is not None and not _in_order(str(year), other["number"])
    other = right_before(FROM_TO, text, start)
    return other is not None and not _in_order(other["number"], str(year))


def _in_order(first: str, last: str) -> bool:
    """Say whether two numbers are years, the earlier one first."""
    try:
        return FIRST <= int(first) < int(last) <= LAST
    except ValueError:  # "1,950" is no year
        return False
