"""Whether two numbers of one finding may be compared, and if not, why not.

Numbers may be compared when both were made in the same way and their periods are like for like.
"""

from collections.abc import Callable, Iterator

from report.assessment import Finding
from report.diff.changes import Detail, Reason, ReasonCode
from report.diff.redline import fold
from report.periods import Period, same_dates

# Units that have no percentage of their own: a difference of percentages is in points.
POINTS = ("%", "change %")
PLACES = ("position", "rank", "movement", "direction")

# Measures that go by weights, and those whose `of` is a part of what they say.
WEIGHTED = ("harm", "harm share", "harm rate")
GROUPS = ("concentration", "firmness")
# Measures of the most similar group, which say another thing of another list of members.
PEERED = ("peer median", "peer verdict")
# What is usual is worked out from the months of a baseline, which nobody moves unseen.
CONTROL = "control"

# Measures that scores come to, by a scheme and a way of putting several scorers together.
SCORED = ("score", "risk", "firmness")

# A count's method is named after its change where it has one; the count is made in the same way.
SAME_METHOD = {"change": "count"}

# Periods of whole months may differ by a leap day, which does not spoil a comparison.
LEAP_DAYS = 1
A_YEAR = 365


def _grouped(finding: Finding) -> bool:
    """Say whether a finding's `of_label` names a group."""
    placed = finding.unit in PLACES and finding.measure != CONTROL
    return placed or finding.measure in PEERED


def _sized(finding: Finding) -> bool:
    """Say whether a finding's `of` is the size of a group, or a part of what it says."""
    return finding.measure in (*GROUPS, *PEERED) or finding.unit == "position"


# What makes two numbers two statements whatever their periods. The whole that a share is of is
# another number every year, so only its name counts; a position among 12 is not one among 15.
DEFINITION: tuple[tuple[ReasonCode, Callable[[Finding], Detail]], ...] = (
    ("unit", lambda f: f.unit),
    ("method", lambda f: SAME_METHOD.get(f.method, f.method)),
    ("category", lambda f: f.category),
    ("area", lambda f: f.area),
    ("polarity", lambda f: f.polarity),
    ("group", lambda f: f.of_label if _grouped(f) else ""),
    ("group size", lambda f: f.of if _sized(f) else None),
    ("denominator", lambda f: "" if f.unit in PLACES or f.measure in PEERED else f.of_label),
    ("baseline", lambda f: f.of_label if f.measure == CONTROL else ""),
    ("weights", lambda f: f.note if f.measure in WEIGHTED else ""),
    ("scheme", lambda f: f.note if f.measure in SCORED else ""),
    ("origin", lambda f: "quoted" if f.origin == "quoted" else ""),
)


def other_statement(was: Finding, now: Finding) -> list[Reason]:
    """Say in what a finding is another statement than it was, whatever the periods."""
    found = ((code, read(was), read(now)) for code, read in DEFINITION)
    return [Reason(code=c, old=old, new=new) for c, old, new in found if _plain(old) != _plain(new)]


def _plain(detail: Detail) -> Detail:
    """Spell a name without the capitals and punctuation that make no other statement of it."""
    return fold(detail).casefold() if isinstance(detail, str) else detail


def other_period(was: Finding, now: Finding) -> Iterator[Reason]:
    """Say why a finding's two periods, where they are two, are not like for like."""
    old, new = was.period, now.period
    if same_dates(old, new):
        return
    if old.basis != new.basis:
        yield Reason(code="basis", old=old.basis, new=new.basis)
    if abs(old.days - new.days) > LEAP_DAYS:
        yield Reason(code="length", old=old.days, new=new.days)
    elif old.basis != "day" and old.days < A_YEAR and not _same_season(old, new):
        yield Reason(code="season", old=old.label, new=new.label)
    if "b" in now.markers:
        yield Reason(code="break")
    lacking = [_lacking(finding) for finding in (was, now)]
    if any(lacking):
        yield Reason(code="incomplete months", old=lacking[0], new=lacking[1])


def _lacking(finding: Finding) -> str:
    """Name the months that a count is without, or has only a part of."""
    kinds = ("missing month", "partial month")
    found = [c.period.label for c in finding.cautions if c.kind in kinds and c.count == "labelled"]
    return ", ".join(found)


def _same_season(old: Period, new: Period) -> bool:
    """Say whether the later period starts on the earlier one's day of another year."""
    first, last = sorted((old, new))
    return last.earlier(last.first.year - first.first.year).first == first.first


def missing(was: Finding, now: Finding) -> list[Reason]:
    """Say whether one edition only has a value."""
    if (was.value is None) == (now.value is None):
        return []
    return [Reason(code="missing", old=was.value, new=now.value)]
