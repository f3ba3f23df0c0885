"""Find the words in a text that say which way a number went."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from report import words
from report.prose.lookback import right_before
from report.prose.numerals import CARDINALS

# Verbs that are said of numbers and of little else, and the names of what they say.
ROSE, FELL = ("rose", "risen", "increased", "grew"), ("fell", "fallen", "decreased", "declined")
RISE, FALL = words.RISE, words.FALL
UP = (
    *(*ROSE, *RISE, "rises", "rising", "increases", "increasing", "grown"),
    *(
        "climbed",
        "jumped",
        "doubled",
        "trebled",
        "upward",
        "upwards",
        "up by",
        "up from",
        "went up",
        "gone up",
        "is up",
        "are up",
        "were up",
        "was up",
    ),
    *("soared", "surged", "rocketed", "edged up", "crept up", "shot up", "leapt"),
    *("↑", "▲"),
)
DOWN = (
    *(*FELL, *FALL, "falls", "falling", "decreases", "decreasing"),
    *(
        "reduced",
        "reductions",
        "declining",
        "dropped",
        "halved",
        "downward",
        "downwards",
        "down by",
        "down from",
        "went down",
    ),
    *("gone down", "is down", "are down", "were down", "was down"),
    *("plummeted", "plunged", "slumped", "tumbled", "dipped", "shrank", "edged down", "sank"),
    *("↓", "▼"),
)
LEVEL = (
    *("unchanged", "remained the same", "stayed the same", "no change", "remained stable"),
    *("stayed level", "remained static", "neither rose nor fell", "little changed"),
    *(f"{how} unchanged" for how in ("almost", "nearly", "virtually", "largely", "broadly")),
)
# Of a number behind them: "17 fewer offences".
MORE, FEWER = ("more", "higher"), ("fewer", "less", "lower")
ADDED = ("additional", "extra")

WAYS = {word: way for way, words in ((1, UP), (-1, DOWN), (0, LEVEL)) for word in words}
COMPARED = {word: way for way, words in ((1, (*MORE, *ADDED)), (-1, FEWER)) for word in words}
# "up 8.7%", but not "makes up 21%" or "up to 30".
BARE = r"(?<!make )(?<!makes )(?<!made )(?<!making )(?:up|down)(?=\s+[\d+−-])"
# An arrow behind a number may be that of another column.
WORDS = sorted((word for word in WAYS if word.isascii()), key=len, reverse=True)
ARROWS = "".join(word for word in WAYS if not word.isascii())
TURN = re.compile(
    rf"[{ARROWS}](?=\s*\d)|\b(?:(?P<turn>{'|'.join(WORDS)}|{BARE})"
    rf"|(?P<compared>{'|'.join(COMPARED)})(?!\s+(?:than\s+\d|or\s+(?:less|fewer)|likely)))\b",
    re.IGNORECASE,
)
# "More" compares two numbers where one stands before it, or where what it counts or the earlier
# time stands behind it: not in "more harmful offences".
NUMBER_BEFORE = re.compile(
    rf"(?:[\d%\]]|\b(?:no|neither|many|few|{'|'.join(CARDINALS)}))\s+(?:\w+\s+)?$", re.IGNORECASE
)
NOUNS = "|".join(sorted({word for pair in words.NOUNS.values() for word in pair}))
COUNTED_BEHIND = re.compile(
    rf"\s+(?:(?:recorded|reported)\s+)?(?:{NOUNS}|crimes?|reports|than\s+(?:in|a|an|the|last))\b",
    re.IGNORECASE,
)
# Two are compared by their numbers: "more robberies than Beat 62", "less common than arson".
OF_TWO = re.compile(
    r"\s+(?:(?:[\w’–-]+\s+){1,7}?than\s+(?:in\s+)?(?-i:[A-Z])"
    r"|(?:common|frequent|prevalent|numerous)\s+than\b)",
    re.IGNORECASE,
)
# Behind these nothing has gone any way: it is wanted, expected or possible. A noun, as in "to a
# fall", stays one.
WANTED = re.compile(
    r"\b(?:to|will|would|must|should|could|can|may|might|please|further)\s+(?:be\s+)?$",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Turn:
    """A word for a direction: 1 up, -1 down, 0 neither. compared: "more" and "fewer"."""

    start: int
    end: int
    text: str
    way: int
    compared: bool = False


def turns(text: str) -> tuple[Turn, ...]:
    """Find the words for a direction, in order, but for what is only wanted or possible."""
    return tuple(_found(text))


def last_way(text: str) -> int:
    """Give the direction that a text tells last; 0 where it tells none."""
    told = turns(text)
    return told[-1].way if told else 0


def _found(text: str) -> Iterator[Turn]:
    for match in TURN.finditer(text):
        if right_before(WANTED, text, match.start()):
            continue
        compared = match["compared"] is not None
        if compared and not _of_numbers(text, match):
            continue
        word = match[0].casefold()
        way = COMPARED[word] if compared else WAYS.get(word, 1 if word == "up" else -1)
        yield Turn(match.start(), match.end(), match[0], way, compared)


def _of_numbers(text: str, match: re.Match[str]) -> bool:
    before = right_before(NUMBER_BEFORE, text, match.start())
    behind = (form.match(text, match.end()) for form in (COUNTED_BEHIND, OF_TWO))
    return bool(before) or any(behind)
