"""How often something happens: so many a day, one every so many minutes."""

from report import words
from report.assessment import Finding
from report.measures import spans
from report.phrases.spoken import Spoken, spoken
from report.words import Unsayable

# Units of time, longest first, in seconds.
UNITS = (("day", 86_400), ("hour", 3_600), ("minute", 60), ("second", 1))

# Numbers a day from here on are shown whole.
TEN = 10


def per_day(finding: Finding) -> Spoken:
    """Word a count by the day: "176 a day", "2.5 a day". Raises Unsayable of none."""
    each = spans.a_day(_some(finding), finding.period.days)
    number = words.plain(each, 0 if each >= TEN else 1)
    number = number if words.rounded(each, 1) else "less than 0.1"
    return spoken(f"{number} a day", [finding], "span")


def one_every(finding: Finding) -> Spoken:
    """Word the time from one to the next: "one every 8 minutes and 12 seconds"."""
    seconds = spans.seconds_between(_some(finding), finding.period.days) or 0
    return spoken(f"one every {_duration(seconds)}", [finding], "span")


def _some(finding: Finding) -> float:
    if not finding.value:
        raise Unsayable("counts none", "take the sentence out")
    return finding.value


def _duration(seconds: float) -> str:
    """Word a time by its two largest units, the smaller one rounded."""
    at = next(n for n, (_, size) in enumerate(UNITS) if seconds >= size or size == 1)
    smaller = UNITS[min(at + 1, len(UNITS) - 1)][1]
    left = int(words.rounded(seconds / smaller)) * smaller
    parts = []
    for name, size in UNITS:
        number, left = divmod(left, size)
        if number:
            parts.append(f"{words.plain(number)} {name}{'' if number == 1 else 's'}")
    return words.listed(parts)
