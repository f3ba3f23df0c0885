"""One number with an identity: its period, value, earlier value, test and cautions."""

from typing import Literal

from report.assessment.records import Audience, Effect, Marker, Number, Origin, Polarity, Record
from report.periods import Period

# Numbers of a caution that count neither rows nor cases.
NOT_COUNTED = frozenset(("change_pct", "days", "days_before"))


class Caution(Record):
    """Why a count, or the change in it, is not safe as it stands, and what became of either.

    id: of the warning by which the edition may accept it; because: its reason where it does.
    count, before, change: what becomes of the count, of the earlier one, and of the change.
    label: of the count that is meant; empty where all of a file's are concerned.
    period: the month, the day, or the window that it is about.
    what: the force whose rows are meant, or what changed at a break, or the group of peers.
    numbers: by name, at full precision. partial month: rows, usual. unlocated, each also with
        _before: rows and unlocated of the whole files, shared (the count with its part of those);
        change_pct of the shared. vintage: ended, begun (rows). window length: days, days_before.
        Empty where one of them would give a small count to the public.
    """

    kind: Literal[
        "missing month",
        "partial month",
        "unlocated",
        "vintage",
        "break",
        "membership",
        "category",
        "window length",
    ]
    id: str
    count: Effect = ""
    before: Effect = ""
    change: Effect = ""
    label: str = ""
    period: Period
    what: str = ""
    numbers: dict[str, Number] = {}
    because: str = ""

    @property
    def counts(self) -> tuple[Number, ...]:
        """Its numbers that count rows or cases, which days and percentages do not."""
        return tuple(n for name, n in self.numbers.items() if name not in NOT_COUNTED)

    @property
    def marker(self) -> Marker:
        """What stands behind a number that it labels."""
        return "b" if self.kind in ("vintage", "break", "membership") else "n"


class Point(Record):
    """A count of one of the years shown, under the year's short label.

    cautions: what is to be said of a change from it to the last of them.
    """

    label: str
    value: Number
    cautions: tuple[Caution, ...] = ()


class Interval(Record):
    """The limits within which a number may lie that chance alone moves, in its unit.

    level: how sure, in per cent.
    """

    low: Number
    high: Number
    level: Number


class Variation(Record):
    """Whether the change between two counts is more than normal variation.

    clear: whether it is; words: the house's words for that, from config/change.yaml.
    p: probability of counts at least as far apart where the risk is the same, adjusted for the
        number of changes tested together, which is `among`; None in the public part, since an
        adjusted one may be that of another change, of small counts.
    interval: of the change, in per cent; None from or to 0. level: how sure, in per cent.
    dispersion: by how much the months vary more than chance alone; months: how many months' counts
        that was measured from, 0 where there were too few and chance alone is allowed for.
    """

    clear: bool
    words: str
    p: Number | None = None
    among: int = 1
    interval: Interval | None = None
    level: float
    dispersion: float = 1
    months: int = 0


class Finding(Record):
    """One number with an identity.

    id: lower-case, dotted, a contract between editions: `measure.category[.area]`.
    label: its everyday name, by which an author calls it: "all crime in Beat 62".
    unit: what is counted ("offences") or a measure's unit ("per 1,000", "%", "position").
    value, previous: in that unit, at full precision; None where there is none, `markers` say why.
    change: value less previous, in the unit (percentage points where the unit is %); for a position
        the places gained since.
    change_pct: per cent of previous; None where previous is missing, 0 or below the small base.
    tied: of a position, whether another member of the group shares it.
    variation: of the change between two counts; None where it is not tested.
    of: size of the group a position stands in, the whole a share is of (of_label names it), how
        many per cent of areas a concentration is in, how many areas there are, the
        mean that a peak is set against, or the district's rate that an area's is.
    of_label: also the baseline that months are set against.
    ratio: of a peak or an area's rate, the value divided by that mean; None where the mean is 0.
    months: of a peak, the months that have it, several where they tie.
    interval: of a rate or a share that was made from whole counts here; of a trend of months.
    printed: for a quoted figure, the text as published.
    note: where a quoted figure stands; the condition that made a verdict; what a harm was weighted
        by; of months, the house's words for what was found; by which scheme scores were put
        together, and how.
    band: of a risk, the name of its band, such as "High".
    series: its counts in the years that its section shows, oldest first and its own last; empty
        where a year has none, and where fewer than three are shown.
    cautions: why it, or its change, is not safe as it stands.
    """

    id: str
    label: str
    measure: str
    category: str = ""
    area: str = ""
    unit: str
    period: Period
    value: Number | None
    previous: Number | None = None
    previous_period: Period | None = None
    change: Number | None = None
    change_pct: Number | None = None
    variation: Variation | None = None
    small_base: bool = False
    tied: bool = False
    of: Number | None = None
    of_label: str = ""
    ratio: Number | None = None
    months: tuple[Period, ...] = ()
    interval: Interval | None = None
    polarity: Polarity = "lower is better"
    origin: Origin = "computed"
    printed: str = ""
    series: tuple[Point, ...] = ()
    method: str = ""
    sources: tuple[str, ...] = ()
    audience: Audience = "partner"
    markers: tuple[Marker, ...] = ()
    cautions: tuple[Caution, ...] = ()
    note: str = ""
    band: str = ""
