"""The ways in which people write a name: one or many, turned round, shortened."""

import re
from collections.abc import Iterator
from itertools import product

from report.words import plural, singular

# Behind these stands what an offence is done to; before them its own name.
OBJECTS = frozenset(("of", "from", "with", "without", "against", "for", "to", "on"))
SPACED = re.compile(r"\s+[-–—]\s+")
COMPASS = {"north": "N", "south": "S", "east": "E", "west": "W"}


def turned(label: str) -> Iterator[str]:
    """Turn "Burglary – Residential" round, and put it in brackets."""
    head, *rest = SPACED.split(label)
    if len(rest) == 1:
        yield f"{rest[0]} {head}"
        yield f"{head} ({rest[0]})"


def numbers(label: str) -> Iterator[str]:
    """Give a name in the singular and the plural: of its offences, and of their object.

    "Theft of Vehicles" is "thefts of a vehicle" too; "Violence with Injury" is no injuries.
    """
    parts = label.split()
    lowered = [part.casefold() for part in parts]
    ends = [n for n, part in enumerate(lowered) if part in ("–", "-", *OBJECTS)]
    heads = {(ends[0] if ends else len(parts)) - 1}
    heads |= {n - 1 for n, part in enumerate(lowered) if part == "and" and not ends}
    ways = [{p, singular(p), plural(p)} if n in heads else {p} for n, p in enumerate(parts)]
    ways[-1] |= {singular(parts[-1])}
    yield from map(" ".join, product(*map(sorted, ways)))


def shortened(name: str) -> Iterator[str]:
    """Give "North West Leicestershire" as it is, as "NW Leicestershire" and as "NWL"."""
    yield name
    parts = name.split()
    letters = [COMPASS.get(part.casefold(), "") for part in parts]
    ahead = next((n for n, letter in enumerate(letters) if not letter), len(parts))
    if 0 < ahead < len(parts):
        yield " ".join(["".join(letters[:ahead]), *parts[ahead:]])
    if len(parts) > 2:  # noqa: PLR2004  two letters are too often something else
        yield "".join(part[0] for part in parts)
