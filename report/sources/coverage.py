"""What the files of a source hold, in whatever area: the grid of force by category and month."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from report.sources.tallies import Fate

# Stands for every row, of whatever category.
ALL = ""
# Why a row is not looked at: it is none of those that the layout is for.
LEFT_OUT = "left out by the layout"
# Or it is of no period that the edition counts.
BEFORE_OR_AFTER = "outside the period"

Place = tuple[str, str, date]


@dataclass
class Coverage:
    """Rows of a source before any is set aside for its area or its period.

    rows, unlocated: force, category (or ALL) and first day of the month -> rows, and those of them
    without a location. codes: area code and month -> rows. used: force -> rows that count.
    areas: area and month -> rows that count there, "" for all others. outside: the months that hold
    rows of no period of the edition, and so are not counted in whole.
    """

    rows: Counter[Place] = field(default_factory=Counter)
    unlocated: Counter[Place] = field(default_factory=Counter)
    codes: Counter[tuple[str, date]] = field(default_factory=Counter)
    used: Counter[str] = field(default_factory=Counter)
    areas: Counter[tuple[str, date]] = field(default_factory=Counter)
    outside: set[date] = field(default_factory=set)

    def add(self, fate: "Fate") -> None:
        """Take one more row into account."""
        if not fate.day or fate.reason == LEFT_OUT:
            return
        month = fate.day.replace(day=1)
        self.used[fate.force] += not fate.reason
        self.areas[fate.area, month] += 1
        if fate.reason == BEFORE_OR_AFTER:
            self.outside.add(month)
        for category in (ALL, *fate.categories):
            self.rows[fate.force, category, month] += 1
            if not fate.place:
                self.unlocated[fate.force, category, month] += 1
        if fate.place:
            self.codes[fate.place, month] += 1
