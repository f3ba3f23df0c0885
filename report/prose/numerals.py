"""Read numbers in letters: "twenty-five", "two hundred and six", "five thousand", "two-thirds".

What is no number as English has them ("one one", "several hundred", "half a dozen") has no value.
"""

import re
from collections.abc import Sequence
from math import gcd

from report import words

UNITS = (
    *("zero", *words.SMALL[1:], "thirteen", "fourteen", "fifteen", "sixteen", "seventeen"),
    *("eighteen", "nineteen", "twenty"),
)
HUNDRED = 100
CARDINALS = {name: value for value, name in enumerate(UNITS)} | {
    name: 10 * value
    for value, name in enumerate(
        ("thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred"), 3
    )
}
ORDINALS = {
    name: value
    for value, name in enumerate(
        (
            *(*words.NTH, "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh"),
            "twelfth",
        ),
        1,
    )
}
SCALE = {
    **{"dozen": 12.0, "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9},
    **{"k": 1e3, "m": 1e6, "bn": 1e9},
}
LARGE = {name: SCALE[name] for name in ("thousand", "million", "billion")}

# Words for a part of a whole, in per cent of it.
PARTS = {"quarter": 4, **{name: ORDINALS[name] for name in list(ORDINALS)[2:10]}}
FRACTIONS = {
    **dict.fromkeys(("half", "a half", "one half"), 50.0),
    **{f"{a} {name}": 100 / of for name, of in PARTS.items() for a in ("a", "an", "one")},
    **{
        f"{UNITS[n]} {name}s": 100 * n / of
        for name, of in PARTS.items()
        for n in range(2, of)
        if gcd(n, of) == 1  # "two quarters" are half a year
    },
}
# What may follow "a third" that is a part; before a noun it is the next after the second.
PART_GOES_ON = (
    *("of", "in", "on", "at", "to", "from", "by", "for", "with", "within", "between", "among"),
    *("during", "since", "over", "under", "below", "above", "across", "against", "compared"),
    *("than", "and", "or", "but", "while", "whereas", "which", "who", "that", "were", "was"),
    *("are", "is", "have", "has", "had", "did", "do", "more", "fewer", "less", "higher", "lower"),
    *("greater", "larger", "smaller", "took", "came", "happened", "occurred", "involved", "fell"),
    *("rose", "went", "saw", "said", "this", "last", "each", "every", "per", "when", "where"),
    *("as", "so", "also", "again", "overall", "after", "before", "because", "live", "lived"),
)
_NTHS = "|".join(name for name in PARTS if name != "quarter")
_WRITTEN = "|".join(sorted(FRACTIONS, key=len, reverse=True)).replace(" ", r"[\s-]+")
FRACTION = rf"""(?<![\w-])(?<!first\ )(?<!second\ )(?<!latter\ )(?<!other\ )(?<!last\ )
    (?!half\s+an?\b)
    (?!an?\s+(?:{_NTHS})\s+(?!(?:{"|".join(PART_GOES_ON)})\b)[^\W\d_])
    (?:{_WRITTEN})\b(?!-)(?!\s+of\s+an?\s+(?:{"|".join(LARGE)})\b)"""

# Number words in a row, with nothing but spaces, a line's end or hyphens between them.
_LARGE = "|".join(("hundred", *LARGE, "dozen"))
_WORD = rf"(?:{'|'.join((*CARDINALS, *LARGE, 'dozen'))})\b"
_GAP = r"(?:[^\S\n]+|[^\S\n]*\n[^\S\n]*)"
_AND = "|".join(f"(?<={name})" for name in ("hundred", *LARGE))
RUN = rf"""(?<![\w-])(?:an?{_GAP}(?=(?:{_LARGE})\b))?{_WORD}
    (?:(?:(?:{_AND}),?{_GAP}(?:and{_GAP})?|{_GAP}|-){_WORD})*(?!-)(?!{_GAP}{_WORD})"""
# Before a numeral: what makes it another number.
SHARED = re.compile(r"\b(?:half|several|few|many|couple\s+of|quarters?\s+of|of\s+a)\s+$", re.I)


def numeral(text: str) -> tuple[float, float] | None:
    """Give the value of a number in letters, and what one of its last unit is.

    The unit of "five thousand" is a thousand; that of "five" and "two hundred" is 0, as nobody
    rounds them.
    """
    names = re.findall(r"[a-z]+", text.casefold())
    named = [name for name in names if name != "and"]
    value = _value(named)
    return None if value is None else (value, LARGE.get(named[-1], 0.0))


def whole(text: str) -> float | None:
    """Read a whole number: in digits, in letters, or as a place in letters ("third")."""
    name = text.casefold()
    if name in ORDINALS:
        return float(ORDINALS[name])
    if name[0].isdigit():
        return float(name.replace(",", ""))
    read = numeral(text)
    return read[0] if read else None


def _value(names: Sequence[str]) -> float | None:
    """Add up number words; None where one does not go on with those before it."""
    total, group, top = 0.0, 0.0, float("inf")
    room = 1000.0  # what goes on has to be smaller: "five" behind "twenty", not behind "two"
    for name in names:
        number = 1 if name in ("a", "an") else CARDINALS.get(name)
        if name in LARGE and group and LARGE[name] < top:
            top = LARGE[name]
            total, group, room = total + group * top, 0.0, 1000.0
        elif number == HUNDRED and group < HUNDRED:
            group, room = (group or 1.0) * HUNDRED, float(HUNDRED)
        elif number is not None and number < min(room, HUNDRED) and (number or len(names) == 1):
            group, room = group + number, 10.0 if number >= CARDINALS["twenty"] else 0.0
        else:
            return None
    return total + group
