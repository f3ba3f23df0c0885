"""Find the numbers in a text, each with what it may be after rounding.

The other way round of `report.words`: "29.8%" is somewhere from 29.75 to 29.85 per cent. What is a
part of a date, of a label ("Table 3") or of a telephone number is found as such, so that it is
never taken for a count.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from math import isfinite
from typing import Literal

from report.periods import A_YEAR, MONTHS
from report.prose import years
from report.prose.hedges import hedged
from report.prose.lookback import right_before
from report.prose.numerals import (
    FRACTION,
    FRACTIONS,
    ORDINALS,
    RUN,
    SCALE,
    SHARED,
    numeral,
    whole,
)

Kind = Literal[
    "count",
    "percent",
    "points",
    "rate",
    "times",
    "fraction",
    "money",
    "ordinal",
    "position",
    "part",
    "period",
    "date",
    "label",
    "telephone",
]

# How far off words for a part of a whole may be, in per cent of it.
ROUGH = 2.5
TIMES = {"double": 2.0, "doubled": 2.0, "twice": 2.0, "treble": 3.0, "triple": 3.0, "tripled": 3.0}

# Words that a number behind them only names.
LABELS = (
    *("table", "tables", "figure", "figures", "fig", "chart", "charts", "map", "maps", "page"),
    *("pages", "line", "lines", "section", "sections", "chapter", "appendix", "annex", "part"),
    *("recommendation", "recommendations", "priority", "regulation", "schedule", "article", "step"),
    *("note", "footnote", "version", "no", "tier", "level", "stage", "phase", "paragraph", "ref"),
    *("quarter", "quarters", "qtr", "q"),
)

# Kinds without a value.
NAMING = ("period", "date", "label", "telephone")

# What makes a number between 1900 and 2099 a count.
COUNTED = (
    *("offences", "crimes", "incidents", "cases", "reports", "complaints", "people", "residents"),
    *("households", "vehicles", "victims", "offenders", "searches", "clients", "recorded", "fewer"),
    *("more", "less"),
)

_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_MONTH = "|".join(f"{month}|{month[:3]}" for month in MONTHS)
_SCALES = "dozen|hundred|thousand|million|billion|bn"
_DAY = r"\d{1,2}(?:\s?(?:st|nd|rd|th))?"

# One alternative for each way a number is written, the more special before the plainer.
PATTERN = re.compile(
    rf"""
    (?P<telephone>(?<![\d.,/])(?:\+44\s?|0)\d{{2,4}}[\s\d]{{6,10}}\d(?!\d))
  | (?P<date>(?<![\d/])(?:
        \d{{1,2}}/\d{{1,2}}/\d{{4}} | {A_YEAR}-\d\d-\d\d
      | {_DAY}\s+(?:of\s+)?(?:{_MONTH})\b(?:,?\s+{A_YEAR}\b)?
      | (?:{_MONTH})\s+{A_YEAR}\b ))
  | (?P<period>(?<![\d/,.£])(?:
        (?:FY\s?)?{A_YEAR}(?:\s?[/–-]\s?(?:{A_YEAR}|\d\d)(?!\d))(?:\s?Q[1-4]\b)?
      | (?:FY\s?)?{A_YEAR}(?!\d|[,.]\d|\s?%|\s+(?:{"|".join(COUNTED)})\b|\s?(?i:{_SCALES})\b) ))
  | (?P<money>£\s?(?P<pounds>{_NUMBER})(?:\s?(?P<many>(?i:{"|".join(SCALE)}))\b)?)
  | (?P<position>(?<![\d/.])(?P<at>\d{{1,3}})=?/(?P<among>\d{{1,3}})(?![\d/]))
  | (?P<ordinal>(?<![\d.,])(?:joint\s+)?(?P<nth>\d{{1,3}})(?:st|nd|rd|th)\b
      (?:\s+(?:out\s+)?of\s+(?:the\s+)?(?P<nthof>\d{{1,3}})(?!\d|\.\d|\s?%))?)
  | (?P<label>\b(?i:{"|".join(LABELS)})(?:\.\s*|\s+)\d+(?:\.\d+)*[a-z]?\b
      | (?<![\w£])[A-Za-z]+[-–]?\d[\w./-]*\b | \b\d+[A-Za-z]\w*\b(?<!bn)
      | (?<![\d,.])(?:\d{{1,3}}(?:,\d{{3}})+|\d+)(?:\.\d+)?[A-Za-z]\w*\b(?<!bn) )
  | (?P<points>(?P<pointsign>(?<![\w)])[+−–-])?(?P<point>{_NUMBER})
      \s+(?:percentage|per\s?cent)\s+points?)
  | (?P<percent>(?P<percentsign>(?<![\w)])(?:[−–-]|\+\s?))?
      (?P<per>{_NUMBER})\s?(?:%+|per\s?cent\b))
  | (?P<times>(?P<often>{_NUMBER})\s+times\b)
  | (?P<rate>(?P<rated>{_NUMBER})(?:\s+[A-Za-z]+){{0,6}}?
      \s+per\s+(?P<base>1,?000|10,?000|100,?000)\b)
  | (?P<part>(?<![\d.,])(?P<some>\d{{1,9}}|(?i:{RUN}))\s+(?:out\s+)?of\s+(?:the\s+)?
      (?P<all>\d{{1,9}}(?![\d,.]*\d|\s?%)|(?i:{RUN}))\b)
  | (?P<fraction>(?i:{FRACTION}))
  | (?P<count>(?P<sign>(?<![\w)])(?:[−–-]|\+\s?))?(?P<plain>{_NUMBER})
      (?:\s?(?P<scale>(?i:{_SCALES}))\b)?)
  | (?P<doubled>\b(?i:{"|".join(TIMES)})\b)
  | (?P<nthword>(?<![\w-])(?P<nthname>(?i:{"|".join(ORDINALS)}))\b)
  | (?P<word>(?P<name>(?i:{RUN}))(?P<andhalf>\s+and\s+a\s+half\b)?(?!-)
      (?:\s+(?:(?P<wordpoints>(?:percentage|per\s?cent)\s+points?)|(?P<wordpercent>per\s?cent))\b)?)
    """,
    re.VERBOSE,
)
AFTER = re.compile(r"\s*((?:[^\W\d_][\w’'-]*\s*){1,4})")


@dataclass(frozen=True)
class Figure:
    """A number as a text has it.

    Attributes:
        start, end: its letters in the text. text: as written.
        kind: "count" (any plain number), "percent", "points" (percentage points), "rate" (value per
            `of`), "times", "fraction" (in per cent), "money" (in pounds), "ordinal" and "position"
            (value of `of`, where that is said), "part" (value of `of`: "4 of 6"); "period" (a year
            or years), "date", "label" (a number that names something: "Table 3", "SP1") and
            "telephone", which have no value.
        value: as written, with its sign; in the unit of its kind.
        low, high: what it may be before it was rounded as printed.
        hedge: the word before it that makes it less than exact: "about", "more than"; or "".
        sign: "+", "−" or "". word: whether it is written in letters.
        after: up to four words that follow it, in lower case.
    """

    start: int
    end: int
    text: str
    kind: Kind
    value: float | None = None
    low: float | None = None
    high: float | None = None
    of: float | None = None
    hedge: str = ""
    sign: str = ""
    word: bool = False
    after: str = ""

    def may_be(self, value: float) -> bool:
        """Whether a value at full precision may be printed so, whatever its sign."""
        if self.low is None or self.high is None:
            return False
        slack = 1e-9 * max(1.0, abs(value))
        size = abs(value) if not self.sign else value
        return self.low - slack <= size <= self.high + slack


@lru_cache(maxsize=1 << 14)  # a build reads the same texts for claims, rules and the ledger
def figures(text: str) -> tuple[Figure, ...]:
    """Find every number in a text, in order; none overlaps another."""
    return tuple(_found(text))


def _found(text: str) -> Iterator[Figure]:
    for match in PATTERN.finditer(text):
        way = next(name for name in WAYS if match[name] is not None)
        follows = AFTER.match(text, match.end())
        figure = _counted(text, WAYS[way](match))
        if figure is None:
            continue
        yield replace(
            figure,
            hedge=hedged(text, match.start()),
            after=" ".join(follows[1].casefold().split()) if follows else "",
        )


def _counted(text: str, figure: Figure) -> Figure | None:
    """Give a figure, a year that counts something as a count; None for what has no value."""
    if figure.kind == "period" and figure.text.isdigit():
        if not years.counts(text, figure.start, figure.end):
            return figure
        value = float(figure.text)
        return replace(figure, kind="count", value=value, low=value - 0.5, high=value + 0.5)
    if figure.kind in NAMING or (figure.value is not None and isfinite(figure.value)):
        return figure
    return None


def _figure(match: re.Match[str], kind: Kind) -> Figure:
    return Figure(match.start(), match.end(), match[0], kind)


def _named(kind: Kind) -> Callable[[re.Match[str]], Figure]:
    return lambda match: _figure(match, kind)


def _valued(
    kind: Kind, number: str, sign: str = "", scale: str = "", of: str = ""
) -> Callable[[re.Match[str]], Figure]:
    """Read a number in digits; the others name its sign, its "million" and what it is per or of."""

    def read(match: re.Match[str]) -> Figure:
        written = match[number].replace(",", "")
        by = SCALE[match[scale].casefold()] if scale and match[scale] else 1.0
        signed = (match[sign] or "").strip() if sign else ""
        signed = "−" if signed in ("-", "–") else signed
        value = float(written) * by * (-1 if signed == "−" else 1)
        half = 0.5 * by / 10 ** _decimals(written)
        return replace(
            _figure(match, kind),
            value=value,
            low=value - half,
            high=value + half,
            of=whole(match[of]) if of and match[of] else None,
            sign=signed,
        )

    return read


def _decimals(written: str) -> int:
    return len(written.partition(".")[2])


def _exact(kind: Kind, number: str, of: str = "") -> Callable[[re.Match[str]], Figure]:
    """Read a whole number that is never rounded, in digits or in letters."""

    def read(match: re.Match[str]) -> Figure:
        value = whole(match[number])
        among = whole(match[of]) if of and match[of] else None
        if value is None or (of and match[of] and among is None):
            return _figure(match, kind)
        word = not match[number][0].isdigit()
        return replace(
            _figure(match, kind), value=value, low=value, high=value, of=among, word=word
        )

    return read


def _in_letters(match: re.Match[str]) -> Figure:
    """Read a number in letters, which may be per cent or percentage points."""
    kind: Kind = "points" if match["wordpoints"] else "percent" if match["wordpercent"] else "count"
    found = _figure(match, kind)
    read = numeral(match["name"])
    if read is None or right_before(SHARED, match.string, match.start()):
        return found
    value, unit = read
    half = 0.5 * unit if kind == "count" else 0.5
    value += (unit or 1) / 2 if match["andhalf"] else 0
    return replace(found, value=value, low=value - half, high=value + half, word=True)


def _rough(kind: Kind, known: Mapping[str, float], off: float) -> Callable[[re.Match[str]], Figure]:
    """Read a word that stands for a number, roughly."""

    def read(match: re.Match[str]) -> Figure:
        value = known[" ".join(re.split(r"[\s-]+", match[0].casefold()))]
        return replace(
            _figure(match, kind), value=value, low=value - off, high=value + off, word=True
        )

    return read


# Group of the pattern -> how what it finds is read.
WAYS: Mapping[str, Callable[[re.Match[str]], Figure]] = {
    "telephone": _named("telephone"),
    "date": _named("date"),
    "period": _named("period"),
    "money": _valued("money", "pounds", scale="many"),
    "position": _exact("position", "at", "among"),
    "ordinal": _exact("ordinal", "nth", "nthof"),
    "label": _named("label"),
    "points": _valued("points", "point", "pointsign"),
    "percent": _valued("percent", "per", "percentsign"),
    "times": _valued("times", "often"),
    "rate": _valued("rate", "rated", of="base"),
    "part": _exact("part", "some", "all"),
    "fraction": _rough("fraction", FRACTIONS, ROUGH),
    "count": _valued("count", "plain", "sign", "scale"),
    "doubled": _rough("times", TIMES, 0.25),
    "nthword": _exact("ordinal", "nthname"),
    "word": _in_letters,
}
