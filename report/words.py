"""Numbers, units, changes and cells as text: the only place that rounds.

Every number is rounded once, half away from zero, when it is shown. A change carries either a sign
or a direction word, never both. Sentences belong to templates and to the author.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from babel.numbers import format_decimal

from report.assessment import Caution, Cell, Column, Finding, Number, Polarity
from report.periods import MONTHS, day

LOCALE = "en_GB"
MINUS = "−"

# Singular and plural of everything that is counted. A unit that is missing here is no count.
NOUNS: dict[str, tuple[str, str]] = {
    "offences": ("offence", "offences"),
    "incidents": ("incident", "incidents"),
    "crimes and incidents": ("crime or incident", "crimes and incidents"),
    "fires": ("fire", "fires"),
    "complaints": ("complaint", "complaints"),
    "searches": ("search", "searches"),
    "clients": ("client", "clients"),
    "offenders": ("offender", "offenders"),
    "cases": ("case", "cases"),
    "reviews": ("review", "reviews"),
    "areas": ("area", "areas"),
    "recommendations": ("recommendation", "recommendations"),
}

# Decimal places a unit is shown with, where the column does not say otherwise.
DECIMALS = {"%": 1, "change %": 1, "per 1,000": 0, "score": 1}
# Measures that print more decimals than others of their unit.
FINER = {"peer rate": 1, "peer median": 1}

SMALL: tuple[str, ...] = (
    *("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve"),
)

NTH = ("first", "second", "third", "fourth", "fifth")

STATUS = {
    "complete": "● Complete",
    "in progress": "◐ In progress",
    "not started": "○ Not started",
    "at risk": "▲ At risk",
    "not published": "– Not published",
}
# Unit of a column -> the codes that stand in it, in words.
CODES: Mapping[str, Mapping[str, str]] = {
    "status": STATUS,
    "entry": {"new": "★ new entry"},
    "state": {
        "reducing": "↓ reducing",
        "controlled": "↔ under control",
        "uncontrolled": "▲ out of control",
    },
    "follows": {
        "priority": "★ priority",
        "kept": "★ priority, for a reason",
        "discuss": "○ to be discussed",
        "none": "– no priority",
    },
    "age": {"fresh": "● in date", "stale": "▲ out of date"},
}
# Unit of a column -> its numbers as a sign and a word.
SIGNS: Mapping[str, Mapping[int, str]] = {
    "mark": {1: "▲ significantly high", -1: "▼ significantly low"},
    "peers": {1: "▲ worse", -1: "● better", 0: "○ in line", 2: "△ higher", -2: "▽ lower"},
    "verdict": {1: "▲ Challenge", 0: "○ Watch", -1: "● Improving"},
    "moves": {1: "◆\N{NO-BREAK SPACE}moves", 0: "stays"},
}
# Unit of a column -> what stands between a value and what it is out of.
BETWEEN = {"limits": " to ", "position": "/", "years": " of "}

# What a change means for the better or the worse, and that within normal variation it means
# neither: the signs of a rise and of a fall. The hollow and the filled part them in grey print too.
WAY_SIGNS = {
    "better": ("△", "▽"),
    "worse": ("▲", "▼"),
    "neither": ("↑", "↓"),
    "usual": ("≈", "≈"),
}

WAYS = {
    1: "rose in every year shown",
    -1: "fell in every year shown",
    0: "neither rose nor fell in every year shown",
}

USUAL = {1: "above what is usual", -1: "below what is usual", 0: "within what is usual"}

VERDICTS = {1: "is a challenge", -1: "is improving", 0: "is one to watch"}

# Higher and lower of what is neither good nor bad in itself.
AMONG_PEERS = {
    0: "is in line with its peers",
    1: "is worse than its peers",
    -1: "is better than its peers",
    2: "is higher than its peers",
    -2: "is lower than its peers",
}

# Measure -> its directions in words.
TOLD: Mapping[str, Mapping[int, str]] = {
    "trend": WAYS,
    "verdict": VERDICTS,
    "peer verdict": AMONG_PEERS,
    "control": USUAL,
}

# Measure -> the words for no direction, for up and for down, by which evidence says how it points;
# of a verdict against peers the word for each of its values, those below 0 from the end.
DIRECTIONS: Mapping[str, tuple[str, ...]] = {
    "count": ("unchanged", "rose", "fell"),
    "position": ("stayed", "moved up", "moved down"),
    "trend": ("neither", "rose", "fell"),
    "harm": ("unchanged", "rose", "fell"),
    "verdict": ("watch", "challenge", "improving"),
    "control": ("within", "above", "below"),
    "peer verdict": ("in line", "worse", "higher", "lower", "better"),
    "rolling": ("unchanged", "rose", "fell"),
    "month": ("unchanged", "rose", "fell"),
}

# What a legend says of areas whose value is a marker.
WITHHELD = {"c": "not shown [c]", "x": "no figure [x]"}

# What stands for a number that the guard withholds.
UNAVAILABLE = "not available"

# Measure -> the words where the guard withholds it.
NONE_TOLD = {"trend": f"is {UNAVAILABLE}", "verdict": "is given no verdict"}

# First words of phrases that follow a name without a colon.
VERBS = ("rose", "fell", "was", "moved", "stayed", "is", "has")

# Measures that compare with an earlier figure in every form.
COMPARED = frozenset(("trend", "verdict", "areas risen", "stability", "lasting"))


class Unsayable(Exception):
    """The words asked for would say what the finding does not hold: what is missing, what to do."""

    def __init__(self, what: str, do: str = "") -> None:
        super().__init__(what)
        self.what, self.do = what, do


def rounded(value: Number, decimals: int = 0) -> Decimal:
    """Round half away from zero, from the shortest decimal form of the number."""
    exact = Decimal(repr(value)) if isinstance(value, float) else Decimal(int(value))
    return exact.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)


def plain(value: Number, decimals: int = 0, *, signed: bool = False) -> str:
    """Give a number with thousands commas, a true minus, and a plus where `signed`; no "−0"."""
    number = rounded(value, decimals)
    text = format_decimal(
        abs(number), format="#,##0." + "0" * decimals if decimals else "#,##0", locale=LOCALE
    )
    if number == 0:
        return text
    return (MINUS if number < 0 else "+" if signed else "") + text


def exact(value: Number) -> str:
    """Give a number at full precision, in the shortest form that gives it back: "−1,029.82456"."""
    text = format_decimal(
        abs(Decimal(repr(value))), format="#,##0.#", locale=LOCALE, decimal_quantization=False
    )
    return f"{MINUS}{text}" if value < 0 else text


def number(value: Number, unit: str, decimals: int | None = None) -> str:
    """Show a value by its unit: "1,963", "20.4%", "−6.2%", "+14"."""
    places = DECIMALS.get(unit, 0) if decimals is None else decimals
    text = plain(value, places, signed=unit in ("change %", "difference"))
    return f"{text}%" if unit in ("%", "change %") else text


def counted(value: Number, unit: str) -> str:
    """Show a count with its noun: "1 offence", "9,568 offences"."""
    return f"{plain(value)} {noun(value, unit)}"


def noun(value: Number, unit: str) -> str:
    """Give the noun of a unit, singular for one."""
    singular, plural = NOUNS.get(unit, (unit, unit))
    return singular if value == 1 else plural


def as_word(value: int) -> str:
    """Give a small whole number as a word up to twelve, else in digits."""
    return SMALL[value] if 0 <= value < len(SMALL) else plain(value)


def listed(items: Iterable[str]) -> str:
    """Put items into a sentence: "a, b and c"."""
    *before, last = items
    return f"{', '.join(before)} and {last}" if before else last


def ordinal(value: Number) -> str:
    """Give a position as "1st", "2nd", "13th"."""
    rank = int(value)
    teens = 10 <= rank % 100 <= 20  # noqa: PLR2004  11th, 12th, 13th
    return f"{rank}{'th' if teens else {1: 'st', 2: 'nd', 3: 'rd'}.get(rank % 10, 'th')}"


def superlative(place: int, *, highest: bool, joint: bool) -> str:
    """Word a place in an order: "highest", "second highest", "joint 13th lowest"."""
    end = "highest" if highest else "lowest"
    nth = "" if place == 1 else NTH[place - 1] if place <= len(NTH) else ordinal(place)
    return " ".join(part for part in ("joint" if joint else "", nth, end) if part)


def cell(item: Cell, column: Column) -> str:
    """Show a cell of an exhibit, its markers behind it in square brackets."""
    marks = " ".join(f"[{m}]" for m in item.markers)
    if item.value is None:
        return marks
    text = _shown(item, column)
    return f"{text} {marks}" if marks else text


def withheld(marker: str) -> str:
    """Name a value that is a marker alone."""
    return WITHHELD[marker]


def _shown(item: Cell, column: Column) -> str:
    if isinstance(item.value, str):
        return CODES.get(column.unit, {}).get(item.value, item.value)
    assert item.value is not None
    if column.unit == "rank":
        return f"{item.value}{'=' if item.tied else ''}"
    if column.unit in BETWEEN:
        return _of(item, column)
    if column.unit in ("movement", "entry", "places"):
        return movement(item.value)
    if column.unit in SIGNS:
        return SIGNS[column.unit][int(item.value)]
    return number(item.value, column.unit, column.decimals)


def _of(item: Cell, column: Column) -> str:
    """Show both numbers of a cell: "12/15", "12=/15", "4 of 6", or limits, "3.2 to 7.4"."""
    pair = [str(item.value), str(item.of)]
    if column.unit == "limits":
        known = [at for at in (item.value, item.of) if isinstance(at, int | float)]
        pair = [number(at, "per 1,000", column.decimals) for at in known]
    return f"{'=' if item.tied else ''}{BETWEEN[column.unit]}".join(pair)


def way(item: Cell, column: Column, polarity: Polarity | None) -> tuple[str, str] | None:
    """Give what a percentage change means, a key of WAY_SIGNS, and its sign.

    None for any other cell, for what shows as no change, where the polarity is not known, and where
    a caution stands with the change.
    """
    if {"b", "n"} & set(item.markers):
        return None
    if column.unit != "change %" or polarity is None or not isinstance(item.value, int | float):
        return None
    places = DECIMALS[column.unit] if column.decimals is None else column.decimals
    change = rounded(item.value, places)
    if change == 0:
        return None
    good = {"lower is better": change < 0, "higher is better": change > 0}.get(polarity)
    meaning = "usual" if item.usual else {True: "better", False: "worse", None: "neither"}[good]
    return meaning, WAY_SIGNS[meaning][change < 0]


def movement(places: Number) -> str:
    """Show places gained or lost in the peer group: arrow and words, above 0 is better."""
    if places == 0:
        return "↔ no change"
    return f"↑ up {places}" if places > 0 else f"↓ down {-places}"


def change(finding: Finding) -> str:
    """Word a change in full: "fell by 6.2%, from 10,195 to 9,568 (a clear fall)".

    Raises Unsayable where there is no earlier figure and no caution says why.
    """
    if unavailable(finding):
        return f"is {UNAVAILABLE}"
    if any(caution.change == "withheld" for caution in finding.cautions):
        return f"was {plain(_known(finding))}; no change is given"
    previous, value = _pair(finding)
    if value == previous:
        return f"was unchanged at {plain(value)}"
    span = f"from {plain(previous)} to {plain(value)}"
    if finding.change_pct is None:
        return tested(finding, f"{'rose' if value > previous else 'fell'} {span}")
    return tested(finding, f"{moved(finding)}, {span}")


def tested(finding: Finding, text: str) -> str:
    """Put behind a change in words what the test says of it; cautions follow in brackets."""
    if not finding.variation:
        return text
    said = finding.variation.words
    return f"{text}, {said}" if finding.cautions else f"{text} ({said})"


def unavailable(finding: Finding) -> bool:
    """Say whether a finding has no value because the guard withholds it."""
    return finding.value is None and bool(finding.cautions)


def cautions(finding: Finding, form: str = "") -> tuple[Caution, ...]:
    """Give what is to be said of a finding in a form; on its own, as its headline."""
    on_its_own = not form and finding.previous is not None
    compares = FORMS[form].compares if form else on_its_own
    compared = compares or finding.measure in COMPARED
    return tuple(c for c in finding.cautions if c.count or (compared and c.change))


def full_change(finding: Finding) -> str:
    """Word a change by all its numbers: "fell by 29.8%, from 57 to 40, 17 fewer (a clear fall)"."""
    if finding.change is None or finding.change == 0:
        return change(finding)
    bare = change(finding.model_copy(update={"variation": None}))
    more = f"{plain(abs(finding.change))} {'more' if finding.change > 0 else 'fewer'}"
    return tested(finding, f"{bare}, {more}")


def from_to(finding: Finding) -> str:
    """Word a change by its two numbers alone: "from 13 to 20"."""
    if unavailable(finding):
        return UNAVAILABLE
    previous, value = _pair(finding)
    return f"from {plain(previous)} to {plain(value)}"


def short_change(finding: Finding) -> str:
    """Word a change in brief: "fell by 6.2% (a clear fall)"; in counts where no percentage is."""
    if finding.change_pct is None or finding.change == 0:
        return change(finding)
    return tested(finding, moved(finding))


def moved(finding: Finding) -> str:
    """Word a change without its test: "fell by 6.2%"; in counts where it has no percentage."""
    if finding.change_pct is not None and finding.change:
        return f"{'rose' if finding.change_pct > 0 else 'fell'} by {sized(finding.change_pct)}"
    return change(finding.model_copy(update={"variation": None}))


def arrow(finding: Finding) -> str:
    """Give the arrow that stands before a change in words: up, down, or both ways for none."""
    previous, value = _pair(finding)
    return "↔" if value == previous else "↑" if value > previous else "↓"


def sized(percent: Number) -> str:
    """Give the size of a change without its sign; what rounds to nothing is "less than 0.1%"."""
    return number(abs(percent), "%") if rounded(percent, 1) else "less than 0.1%"


def _pair(finding: Finding) -> tuple[Number, Number]:
    current = _known(finding)
    if finding.previous is None:
        advice = "use a form that compares nothing, such as 'count' or 'position'"
        raise Unsayable("has no earlier figure to compare with", advice)
    return finding.previous, current


def _known(finding: Finding) -> Number:
    if finding.value is None:
        raise Unsayable("has no value", "take the sentence out")
    return finding.value


def difference(finding: Finding) -> str:
    """Word a difference: "627 fewer offences", "1 more offence"; a remainder without a noun."""
    if unavailable(finding) or any(c.change == "withheld" for c in finding.cautions):
        return UNAVAILABLE
    if finding.measure in ("remainder", "gap"):
        value = _known(finding)
    else:
        previous, current = _pair(finding)
        value = current - previous
    word = "more" if value > 0 else "fewer"
    if value == 0:
        return "no more and no fewer"
    if finding.measure == "remainder":
        return f"{plain(abs(value))} {word}"
    return f"{plain(abs(value))} {word} {noun(abs(value), finding.unit)}"


def position(finding: Finding) -> str:
    """Word a position: "12th of 15", "joint 12th of 15"."""
    return f"{'joint ' if finding.tied else ''}{ordinal(_known(finding))} of {finding.of}"


def position_change(finding: Finding) -> str:
    """Word a movement: "moved up from 14th to 13th of 15", "stayed 12th of 15".

    Between two groups of other members nothing moves: "is 12th of 15".
    """
    if any(caution.kind == "membership" for caution in finding.cautions):
        return f"is {position(finding)}"
    previous, value = _pair(finding)
    if value == previous:
        return f"stayed {position(finding)}"
    way = "up" if value < previous else "down"
    return f"moved {way} from {ordinal(previous)} to {position(finding)}"


def directed(finding: Finding) -> str:
    """Word the direction of a series, or a verdict, without a claim beyond the years shown."""
    if unavailable(finding):
        return NONE_TOLD[finding.measure]
    return told(finding, _known(finding))


def told(finding: Finding, way: Number) -> str:
    """Word a direction, 1, -1 or 0, by what the finding measures."""
    return TOLD[finding.measure][int(way)]


def peak(finding: Finding) -> str:
    """Word a peak: "78 offences in April 2012, 2.0 times the mean of the other months"."""
    each = "each in" if len(finding.months) > 1 else "in"
    text = f"{count(finding)} {each} {peak_month(finding)}"
    if finding.ratio is None:
        return f"{text} and none in the other months"
    return f"{text}, {ratio(finding)} the mean of the other months"


def peak_month(finding: Finding) -> str:
    """Name the month of a peak, or the months that share it: "April 2012 and June 2012"."""
    return listed(month.label for month in finding.months)


def ratio(finding: Finding) -> str:
    """Word how high a peak or an area's rate is: "2.0 times". Raises Unsayable over a mean of 0."""
    if finding.ratio is None:
        form = finding.measure
        raise Unsayable("is set against nothing, or against 0", f"use the form '{form}'")
    return f"{plain(finding.ratio, 1)} times"


def concentration(finding: Finding) -> str:
    """Word a concentration: "31.2% in the 5% of LSOAs with most"."""
    if unavailable(finding):
        return UNAVAILABLE
    return f"{value(finding)} in the {finding.of:g}% of {finding.of_label} with most"


def stability(finding: Finding) -> str:
    """Word how many areas stayed: "8 of the 10 LSOAs with most were among those …"."""
    if unavailable(finding):
        return UNAVAILABLE
    kept = f"{plain(_known(finding))} of the {finding.of} {finding.of_label} with most"
    return f"{kept} were among those with most a year earlier"


def lasting(finding: Finding) -> str:
    """Word how many areas last: "9 of 51 LSOAs had much of it year after year"."""
    if unavailable(finding):
        return UNAVAILABLE
    part = f"{plain(_known(finding))} of {finding.of} {finding.of_label}"
    return f"{part} had much of it year after year"


def noted(finding: Finding) -> str:
    """Say of a finding what its own note does: the house's words for what it found."""
    return f"is {UNAVAILABLE}" if unavailable(finding) else finding.note


def harm(finding: Finding) -> str:
    """Word a harm: "harm rose by 3.2%, from 1,550 to 1,600"; without an earlier one its size."""
    if unavailable(finding):
        return UNAVAILABLE
    return (
        f"harm {change(finding)}" if finding.previous is not None else f"harm of {value(finding)}"
    )


def harm_rate(finding: Finding) -> str:
    """Word all harm by its residents: "1,234 per 1,000 residents"."""
    return UNAVAILABLE if unavailable(finding) else f"{value(finding)} {finding.unit} residents"


def growth(finding: Finding) -> str:
    """Word a trend of months: "has a clear upward trend, 12.3% a year"; no number where none is."""
    between = finding.interval
    if between is None or between.low <= 0 <= between.high:
        return finding.note
    return f"{finding.note}, {number(abs(_known(finding)), '%')} a year"


def direction(finding: Finding) -> str:
    """Give the word of DIRECTIONS for where a finding points; "" where it has no earlier figure."""
    if finding.unit == "direction":
        return "" if finding.value is None else DIRECTIONS[finding.measure][int(finding.value)]
    way = finding.change
    return "" if way is None else DIRECTIONS[finding.measure][(way > 0) - (way < 0)]


def value(finding: Finding) -> str:
    """Show a finding's value in its unit, without a noun."""
    return UNAVAILABLE if unavailable(finding) else number(_known(finding), finding.unit)


def rate(finding: Finding) -> str:
    """Show a rate with what it is of: "102 per 1,000", with the decimals of a published one."""
    published = finding.origin == "given"
    text = _as_published(_known(finding)) if published else number(_known(finding), finding.unit)
    return f"{text} {finding.unit}"


def _as_published(value: Number) -> str:
    return format_decimal(Decimal(repr(value)), format="#,##0.######", locale=LOCALE)


def with_interval(finding: Finding) -> str:
    """Show a share or a rate with its interval: "20.4% (95% interval 18.1% to 22.9%)".

    Raises Unsayable where it has none.
    """
    if unavailable(finding):
        return UNAVAILABLE
    if finding.interval is None:
        raise Unsayable("has no interval", "use a form without 'with interval'")
    between = finding.interval
    low, high = (number(limit, finding.unit, 1) for limit in (between.low, between.high))
    plain_value = count(finding) if finding.measure == "share" else peer_rate(finding)
    return f"{plain_value} ({between.level:g}% interval {low} to {high})"


def change_with_interval(finding: Finding) -> str:
    """Word a change with its interval: "fell by 29.8% (95% interval −53.2% to +5.1%)".

    Raises Unsayable where it is not tested, or from or to 0.
    """
    between = finding.variation.interval if finding.variation else None
    if between is None:
        raise Unsayable("has no interval", "use the form 'change'")
    low, high = (number(limit, "change %", 1) for limit in (between.low, between.high))
    return f"{moved(finding)} ({between.level:g}% interval {low} to {high})"


def peer_rate(finding: Finding) -> str:
    """Show a rate beside those of peers, with what it is of: "88.0 per 1,000"."""
    return f"{number(_known(finding), finding.unit, 1)} {finding.unit}"


def count(finding: Finding) -> str:
    """Show a finding's value with its noun, where it is a count."""
    if finding.unit in NOUNS and finding.value is not None:
        return counted(abs(finding.value), finding.unit)
    return value(finding)


def score(finding: Finding) -> str:
    """Show a score, with a decimal where it is not whole: "16", "13.4"."""
    value = _known(finding)
    return plain(value, 0 if float(value).is_integer() else 1)


def risk(finding: Finding) -> str:
    """Word a risk by its score and the name of its band: "176 (High)"."""
    return f"{score(finding)} ({finding.band})" if finding.band else score(finding)


def firmness(finding: Finding) -> str:
    """Word how often a theme stays among the first: "among the first three in 79.0% of cases"."""
    number = int(finding.of or 1)
    first = "the first" if number == 1 else f"among the first {as_word(number)}"
    return f"{first} in {value(finding)} of cases"


def when(finding: Finding) -> str:
    """Give the period of a finding, a day for a position."""
    period = finding.period
    return day(period.last) if period.basis == "day" else period.label


def month(value: date) -> str:
    """Give the month of a day: "October 2022"."""
    return f"{MONTHS[value.month - 1]} {value.year}"


# Measures whose value is no count: a direction, or how far one number is from another.
ALONE: Mapping[str, Callable[[Finding], str]] = {
    "trend": directed,
    "verdict": directed,
    "peer verdict": directed,
    "peer rate": peer_rate,
    "peer median": peer_rate,
    "remainder": difference,
    "gap": difference,
    "peak": peak,
    "rate": rate,
    "score": score,
    "risk": risk,
    "firmness": firmness,
    "harm": harm,
    "harm rate": lambda finding: f"harm of {harm_rate(finding)}",
    "concentration": concentration,
    "stability": stability,
    "lasting": lasting,
    "control": noted,
    "season": noted,
    "growth": growth,
}

# Measures that are counts of a period, and are worded by their change where there is one.
COUNTED = ("count", "month", "rolling")


def headline(finding: Finding) -> str:
    """Word a finding on its own, by what it measures; a quoted one as it was published."""
    if finding.printed or unavailable(finding):
        return finding.printed or NONE_TOLD.get(finding.measure, f"is {UNAVAILABLE}")
    if finding.measure == "position":
        return position_change(finding) if finding.previous is not None else position(finding)
    if finding.measure in ALONE:
        return ALONE[finding.measure](finding)
    if finding.measure in COUNTED and finding.previous is not None:
        return change(finding)
    if finding.measure in ("share", "harm share") and finding.of_label:
        return f"{value(finding)} of {finding.of_label}"
    return count(finding)


def figure(finding: Finding) -> tuple[str, str]:
    """Part a finding into its figure and the words behind it: "9,568" and "offences"."""
    if unavailable(finding):
        return "", UNAVAILABLE
    if finding.measure == "rate":
        return _as_published(_known(finding)), finding.unit
    if finding.measure == "position":
        return ordinal(_known(finding)), f"of {finding.of}"
    if finding.measure in ALONE:
        return "", headline(finding)
    if finding.unit in NOUNS:
        return plain(_known(finding)), noun(_known(finding), finding.unit)
    return value(finding), f"of {finding.of_label}" if finding.of_label else ""


def statement(finding: Finding) -> str:
    """State a finding with its name: "All Crime fell by …", "Hate Crime in Bardon: 68 offences"."""
    text = headline(finding)
    return f"{finding.label}{' ' if text.split()[0] in VERBS else ': '}{text}"


class Form(NamedTuple):
    """A form in brackets: the measures it may speak of, the usual one first, and its words.

    compares: whether these compare with an earlier figure. method: what they say more than the
    finding's own method makes.
    """

    measures: tuple[str, ...]
    words: Callable[[Finding], str]
    compares: bool
    method: str = ""


# Form in brackets -> what it is.
FORMS: Mapping[str, Form] = {
    "count": Form(("count", "month", "gap", "areas risen", "tracker"), count, compares=False),
    "number": Form(("count", "month", "gap", "areas risen", "tracker"), value, compares=False),
    "change": Form(("count", "month"), change, compares=True),
    "change in full": Form(("count", "month"), full_change, compares=True),
    "from to": Form(("count", "month"), from_to, compares=True),
    "short change": Form(("count", "month"), short_change, compares=True),
    "change with interval": Form(("count",), change_with_interval, compares=True),
    "difference": Form(("count", "month", "remainder", "gap"), difference, compares=True),
    "share": Form(("share",), value, compares=False),
    "share with interval": Form(("share",), with_interval, compares=False, method="interval"),
    "rate": Form(("rate",), rate, compares=False),
    "rate ratio": Form(("rate",), ratio, compares=False),
    "position": Form(("position",), position, compares=False),
    "position change": Form(("position",), position_change, compares=True),
    "trend": Form(("trend",), directed, compares=True),
    "verdict": Form(("verdict",), directed, compares=True),
    "usual range": Form(("control",), noted, compares=False),
    "peer rate": Form(("peer rate",), peer_rate, compares=False),
    "peer rate with interval": Form(
        ("peer rate",), with_interval, compares=False, method="interval"
    ),
    "peer median": Form(("peer median",), peer_rate, compares=False),
    "peer verdict": Form(("peer verdict",), directed, compares=False),
    "season": Form(("season",), noted, compares=False),
    "monthly trend": Form(("growth",), growth, compares=True),
    "peak": Form(("peak",), peak, compares=False),
    "peak count": Form(("peak",), count, compares=False),
    "peak month": Form(("peak",), peak_month, compares=False),
    "peak ratio": Form(("peak",), ratio, compares=False),
    "score": Form(("score", "risk"), score, compares=False),
    "risk": Form(("risk",), risk, compares=False),
    "firmness": Form(("firmness",), value, compares=False),
    "harm": Form(("harm",), value, compares=False),
    "harm change": Form(("harm",), change, compares=True),
    "harm share": Form(("harm share",), value, compares=False),
    "harm rate": Form(("harm rate",), harm_rate, compares=False),
    "concentration": Form(("concentration",), concentration, compares=False),
    "stability": Form(("stability",), stability, compares=True),
    "lasting": Form(("lasting",), lasting, compares=True),
    "rolling total": Form(("rolling",), count, compares=False),
    "rolling change": Form(("rolling",), change, compares=True),
}


def phrase(finding: Finding, form: str) -> str:
    """Word a finding in one of FORMS. Raises Unsayable where the finding does not hold it."""
    return FORMS[form].words(finding)
