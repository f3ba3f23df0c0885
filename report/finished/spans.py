"""Arithmetic with numbers as printed: each is somewhere in a span, so rounding is no alarm."""

from dataclasses import dataclass
from itertools import product
from math import ceil, floor

from report.prose.figures import Figure
from report.prose.fits import Grade


@dataclass(frozen=True)
class Span:
    """What a printed number may be at full precision."""

    low: float
    high: float

    def __sub__(self, other: "Span") -> "Span":
        return Span(self.low - other.high, self.high - other.low)

    def __add__(self, other: "Span") -> "Span":
        return Span(self.low + other.low, self.high + other.high)

    def over(self, other: "Span") -> "Span | None":
        """Divide by a span of positive numbers; None where that may be nought or less."""
        if other.low <= 0:
            return None
        ends = [a / b for a, b in product((self.low, self.high), (other.low, other.high))]
        return Span(min(ends), max(ends))

    def times(self, factor: float) -> "Span":
        """Multiply by a number that is not negative."""
        return Span(self.low * factor, self.high * factor)

    @property
    def middle(self) -> float:
        """The middle of it."""
        return (self.low + self.high) / 2

    def size(self) -> "Span":
        """Give the span of it without its sign."""
        if self.low <= 0 <= self.high:
            return Span(0, max(-self.low, self.high))
        return Span(*sorted((abs(self.low), abs(self.high))))

    def meets(self, other: "Span") -> bool:
        """Whether one number may be both; two that were rounded and only touch are two."""
        slack = 1e-9 * max(1.0, abs(self.high), abs(other.high))
        if self.high > self.low and other.high > other.low:
            slack = -slack
        return self.low <= other.high + slack and other.low <= self.high + slack


def of(figure: Figure) -> Span | None:
    """Give the span of a printed number, with its sign; a whole count is what it is."""
    if figure.value is None or figure.low is None or figure.high is None:
        return None
    exact = figure.kind == "count" and figure.high - figure.low == 1
    return Span(figure.value, figure.value) if exact else Span(figure.low, figure.high)


def rounded(figure: Figure) -> Span | None:
    """Give the span of a number that was rounded as it is printed, though it looks whole."""
    if figure.low is None or figure.high is None:
        return None
    return Span(figure.low, figure.high)


def change(old: Span, new: Span) -> Span | None:
    """Give the change from one number to another, in per cent of the first."""
    ratio = new.over(old)
    return Span(100 * (ratio.low - 1), 100 * (ratio.high - 1)) if ratio else None


def share(part: Span, whole: Span) -> Span | None:
    """Give a part in per cent of a whole."""
    ratio = part.over(whole)
    return ratio.times(100) if ratio else None


def spelt(span: Span) -> str:
    """Spell the middle of a span, with as many decimals as tell it from a rounded number."""
    return f"{span.middle:,.3f}".rstrip("0").rstrip(".").replace("-", "−")


def grade(printed: Span, true: Span) -> Grade:
    """Say whether a printed number holds, is one off in its last digit, or is wrong."""
    if printed.meets(true):
        return "holds"
    digit = printed.high - printed.low
    return (
        "rounding"
        if Span(printed.low - digit / 2, printed.high + digit / 2).meets(true)
        else "wrong"
    )


def whole_within(low: float, high: float) -> bool:
    """Whether a whole number above nought lies between two numbers, both included."""
    return floor(high + 1e-9) >= max(1, ceil(low - 1e-9))
