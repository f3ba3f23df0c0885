"""Numbers of things that somebody typed: "six statutory partners", "5 areas", "these two"."""

import re
from collections.abc import Iterator

from report.errors import Problem
from report.prose.brackets import BRACKET
from report.prose.figures import Figure
from report.prose.mentions import figures_outside, mentions
from report.prose.passage import Passage, warning_name

# What is counted or measured in figures is no list of things.
MEASURED = frozenset(
    (
        *("years", "months", "days", "weeks", "hours", "minutes", "quarters", "times", "points"),
        *("offences", "crimes", "incidents", "fires", "cases", "residents", "clients", "places"),
        *("positions", "reports", "complaints", "searches", "households", "percent", "others"),
        *("less", "rates", "counts", "figures"),
    )
)
THESE = re.compile(r"\W*these ", re.IGNORECASE)
POINTS_BACK = re.compile(r"\b(?:these|those|each of|either of|both|of) (?:the )?$", re.IGNORECASE)
FEWEST = 2
NOUNS = 3  # words behind a number, in which the thing that is counted stands


def without_brackets(text: str) -> str:
    """Blank what stands in brackets, which is bound; every letter keeps its place."""
    return BRACKET.sub(lambda match: "_" * len(match[0]), text)


def typed(passage: Passage, text: str) -> Iterator[Figure]:
    """Give the whole numbers of a text that stand outside of names and brackets."""
    bare = without_brackets(text)
    for figure in figures_outside(bare, mentions(bare, passage.vocabulary)):
        exact = not (figure.hedge or figure.sign) and figure.kind in ("count", "part")
        if exact and figure.value and figure.value >= FEWEST and figure.value.is_integer():
            yield figure


def counts_things(text: str, figure: Figure) -> bool:
    """Say whether a number counts things of a list that is still to come: "five beats"."""
    nouns = figure.after.split()[:NOUNS]
    if figure.kind == "part":
        return not set(nouns) & MEASURED
    if THESE.fullmatch(text[: figure.start]):
        return "following" not in text
    many = next((n for n in nouns if n.endswith("s") and not n.endswith(("ss", "'s", "’s"))), "")
    back = POINTS_BACK.search(text[: figure.start])
    return bool(many and many not in MEASURED and not back and nouns[0] != "more")


def shown(text: str, figure: Figure) -> str:
    """Show a number with the words behind it, to the first that is plural."""
    words = text[figure.end :].split()[:NOUNS]
    at = next((n for n, word in enumerate(words) if word.strip(".,:;").endswith("s")), 0)
    return " ".join([figure.text, *words[: at + 1]]).rstrip(" .,:;")


def not_so_many(
    passage: Passage, text: str, start: int, figure: Figure, what: str, do: str, *, false: bool
) -> Problem:
    """Tell of a number that is not the length of its list; start: where the text begins."""
    counted = shown(text, figure)
    id_ = warning_name("length", passage.section, counted)
    return passage.says(f"'{counted}' {what}", do, id_, start + figure.start, false=false)
