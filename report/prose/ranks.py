"""Find superlatives in a text: "the second highest", "the largest fall", "the most offences"."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Literal

from report.prose.directions import FALL, RISE
from report.prose.lookback import right_before
from report.prose.nouns import MANY
from report.prose.numerals import CARDINALS, ORDINALS

Ranked = Literal["", "rise", "fall", "rate", "share"]

HIGH = ("highest", "largest", "biggest", "greatest", "steepest", "sharpest", "busiest")
LOW = ("lowest", "smallest", "quietest")
# The noun behind a superlative -> what is put in order; anything else is a count.
PUT_IN_ORDER: dict[str, Ranked] = {
    **dict.fromkeys(RISE, "rise"),
    **dict.fromkeys(FALL, "fall"),
    **{"rate": "rate", "share": "share", "proportion": "share", "percentage": "share"},
}
KINDS = r"(?:categor|crime|offence|type|kind|incident)"
# "3rd of the ten beats", for the number of something and for nothing else of it.
OF_AREAS = (
    rf"\s+(?:out\s+)?of\s+(?:(?:the|all|our|its)\s+)*(?:(?:\d+|{'|'.join(CARDINALS)})\s+)?"
    r"(?:\w+\s+)?(?:beats|wards|lsoas|neighbourhoods)\b"
)
OTHERWISE = (
    r"[^.;]{0,80}\b(?:rates?|shares?|per|harm\w*|sever\w+|scores?|rise|fall|\w*crease|change)\b"
)
SUPERLATIVE = re.compile(
    rf"""\b(?:(?P<joint>joint|equal)[\s-]+)?
    (?:(?P<place>{"|".join(ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th))[\s-]+)?
    (?:(?P<word>{"|".join((*HIGH, *LOW))})\b
      (?:\s+(?:percentage|relative|net|single)(?=\s+(?:{"|".join((*RISE, *FALL))})))?
      (?:\s+(?P<of>{"|".join(PUT_IN_ORDER)})s?\b)?
      |(?P<most>most|fewest)\s+(?:recorded\s+)?(?:{"|".join(MANY)})\b
      |(?P<common>most|least)\s+(?:common|frequent|prevalent|numerous
        |(?:(?:commonly|frequently)\s+)?(?:reported|recorded))\b(?=\s+(?:\w+\s+)?{KINDS})
      |(?P<beyond>more|fewer|less)\s+(?:[\w–-]+\s+){{1,6}}?than\s+(?:any|all)
        (?:\s+of\s+the)?\s+others?\b
      |(?:ranks?|ranked|ranking|is|was|comes?|came)\s+
        (?P<nth>{"|".join(ORDINALS)}|\d{{1,2}}(?:st|nd|rd|th))\b(?={OF_AREAS}(?!{OTHERWISE}))
      |(?<=\bthe\s)(?P<bare>most|fewest)\b(?=\s+(?P<noun>\w+))(?!{OTHERWISE})
      |(?<=with\sthe\s)(?P<with>most|fewest|least)\b(?=\s+[\w\s–-]{{3,40}}?\s(?:was|were|is|are)\b))""",
    re.IGNORECASE | re.VERBOSE,
)
# The groups of the pattern that hold the word of a superlative.
WORDS = ("word", "most", "common", "beyond", "with", "nth", "bare")
# "One of the highest" is no place.
AMONG = re.compile(r"\b(?:one\s+of|among|amongst)\s+(?:the\s+)?$", re.IGNORECASE)
# What follows a superlative of one number among its own earlier ones.
OF_TIME = re.compile(
    r"\b(?:since|ever|on\s+record|years?|months?|quarters?|weeks?|days?|decade|time)\b", re.I
)
# "The most crime" is all of it, and not "the most crime against shops".
CRIME = re.compile(
    r"\s+(?:recorded\s+|reported\s+)?crime\s*(?:$|[.,;)]|(?:in|overall|with|of\s+(?:the|all|any))\b)",
    re.I,
)
REACH = 60  # letters behind a superlative that tell among what it is one
ENDED = re.compile(r"[.;:]")


@dataclass(frozen=True)
class Rank:
    """A place in an order.

    Attributes:
        start, end: its letters in the text. text: as written.
        place: 1 for the highest or the lowest itself. highest: from which end it is counted.
        of: what is put in order: "" a count, a "rise", a "fall", a "rate", a "share".
        joint: whether the text says that the place is shared.
        over: the words that follow. time: whether these set it against other times.
        counts: whether its own words say that counts are put in order.
    """

    start: int
    end: int
    text: str
    place: int
    highest: bool
    of: Ranked = ""
    joint: bool = False
    over: str = ""
    time: bool = False
    counts: bool = False


def ranks(text: str, names: Collection[int] = ()) -> Iterator[Rank]:
    """Find superlatives of numbers, in order; "most" only before what is counted.

    names: where the names begin that are counted: "the most shoplifting".
    """
    for match in SUPERLATIVE.finditer(text):
        if right_before(AMONG, text, match.start()):
            continue
        noun = match["noun"]
        if noun and match.start("noun") not in names and not CRIME.match(text, match.end()):
            continue
        named = next(g for g in WORDS if match[g])
        word = match[named].casefold()
        place = (match["place"] or match["nth"] or "first").casefold()
        over = ENDED.split(text[match.end() : match.end() + REACH])[0]
        yield Rank(
            *(match.start(), match.end(), match[0]),
            place=ORDINALS[place] if place in ORDINALS else int(place[:-2]),
            highest=word not in (*LOW, "fewest", "fewer", "less", "least"),
            of=PUT_IN_ORDER.get((match["of"] or "").casefold(), ""),
            joint=match["joint"] is not None,
            over=over,
            time=OF_TIME.search(over) is not None,
            counts=named != "word",
        )
