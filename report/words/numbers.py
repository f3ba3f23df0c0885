"""Numbers, counts and positions as text: the only place that rounds."""

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal

from babel.numbers import format_decimal

from report.assessment import Number

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


def as_published(value: Number) -> str:
    """Show a number with the decimals that it was published with."""
    return format_decimal(Decimal(repr(value)), format="#,##0.######", locale=LOCALE)


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


def from_word(word: str) -> int | None:
    """Read what `as_word` gives, in letters of any case or in digits; None for any other word."""
    if word.isdecimal():
        return int(word)
    return SMALL.index(word.casefold()) if word.casefold() in SMALL else None


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


def sized(percent: Number) -> str:
    """Give the size of a change without its sign; what rounds to nothing is "less than 0.1%"."""
    return number(abs(percent), "%") if rounded(percent, 1) else "less than 0.1%"
