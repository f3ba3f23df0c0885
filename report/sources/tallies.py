"""What became of the rows of a source: how many count as what, and why the others do not."""

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from report.errors import Where
from report.sources.coverage import BEFORE_OR_AFTER, LEFT_OUT, Coverage
from report.sources.files import Hash

OUTSIDE = "outside the area"

# Why rows are set aside, in the order in which the document prints them.
REASONS = (
    *(BEFORE_OR_AFTER, OUTSIDE, "no location", "unknown area code"),
    *("unknown category", "malformed", LEFT_OUT),
)

# What is odd about a row that counts.
REVERSED, NO_FLAG, REPEATED = "reversed", "no flag", "repeated"

Counted = tuple[str, str, date]


class Fate(NamedTuple):
    """What becomes of one row.

    reason: why it is set aside, "" where it counts; value: the text that made it so. day: the day,
    or the first day of the month, of the offence; None where it cannot be read. categories: its
    own, then those of its flags. area: where it counts; apart: areas of other kinds that the row
    names itself; place: its area's code as it stands in the file, "" without a location. force:
    that recorded it. code: of the offence, "" where the file has none. odd: what is odd about it
    though it counts. offences: how many it stands for.
    """

    reason: str
    value: str = ""
    day: date | None = None
    categories: tuple[str, ...] = ()
    area: str = ""
    apart: tuple[str, ...] = ()
    odd: tuple[str, ...] = ()
    offences: int = 1
    place: str = ""
    force: str = ""
    code: str = ""


@dataclass
class Tally:
    """What became of the rows of a source.

    counts: category, area and day (or first day of the month) -> offences; an area with a wider one
    inside which it lies is not counted there. apart: the same rows in areas of other kinds that
    they name, such as beats. codes: offence code instead of category, area and day -> offences,
    where the files have codes. seen: the months in which the files hold a category anywhere. aside:
    reason -> rows; values: reason -> the texts that made it so. odd: what is odd about rows that
    count -> rows. places: of each reason and oddity the first row. repeated: numbers that stand
    twice -> rows, of the rows that are used. coverage: what the files hold anywhere. first, last:
    of all days in the files. files: file -> what became of its rows, by reason, "" for those that
    are used.
    """

    hashed: Hash = field(default_factory=Hash)
    read: int = 0
    used: int = 0
    aside: Counter[str] = field(default_factory=Counter)
    counts: Counter[Counted] = field(default_factory=Counter)
    apart: Counter[Counted] = field(default_factory=Counter)
    codes: Counter[Counted] = field(default_factory=Counter)
    seen: set[tuple[str, date]] = field(default_factory=set)
    values: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    odd: Counter[str] = field(default_factory=Counter)
    places: dict[str, Where] = field(default_factory=dict)
    repeated: Counter[str] = field(default_factory=Counter)
    coverage: Coverage = field(default_factory=Coverage)
    first: date = date.max
    last: date = date.min
    files: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    def add(self, fate: Fate, number: str, place: tuple[str, int]) -> None:
        """Take one more row into account.

        number: the offence's, "" where it has none; place: file and line.
        """
        self.read += 1
        self.files[place[0]][fate.reason] += 1
        self.coverage.add(fate)
        if fate.day:
            month = fate.day.replace(day=1)
            self.seen.update((category, month) for category in fate.categories)
            self.first, self.last = min(self.first, fate.day), max(self.last, fate.day)
        if fate.reason or not fate.day:
            self._set_aside(fate, place)
            return
        self.used += 1
        if fate.code:
            self.codes[fate.code, fate.area, fate.day] += fate.offences
        for category in fate.categories:
            self.counts[category, fate.area, fate.day] += fate.offences
            for area in fate.apart:
                self.apart[category, area, fate.day] += fate.offences
        for what in fate.odd:
            self._odd(what, place)
        self.repeated[number] += bool(number)
        if self.repeated[number] > 1:
            self._odd(REPEATED, place)

    def _set_aside(self, fate: Fate, place: tuple[str, int]) -> None:
        self.aside[fate.reason] += 1
        self.values[fate.reason][fate.value] += 1
        self.places.setdefault(fate.reason, Where(*place))

    def _odd(self, what: str, place: tuple[str, int]) -> None:
        self.odd[what] += 1
        self.places.setdefault(what, Where(*place))
