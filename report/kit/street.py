"""What files of street-level crime hold, before anybody has said which areas are wanted."""

import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from report.errors import InputError, Problem, Where
from report.kit.recognition import parts
from report.periods import Period
from report.sources.counting import lines_of
from report.sources.layouts import Layout

# Where the publisher says what an area is called.
AREA_NAME = "LSOA name"
MONTH = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])")


@dataclass
class Street:
    """What the files hold: rows by month, force, area code, with crime type, and month and code.

    names: area code -> the publisher's name. nowhere: rows without an area. broken: rows without a
    month, which the build sets aside.
    """

    files: int = 0
    rows: int = 0
    nowhere: int = 0
    broken: int = 0
    months: Counter[str] = field(default_factory=Counter)
    forces: Counter[str] = field(default_factory=Counter)
    codes: Counter[str] = field(default_factory=Counter)
    types: Counter[tuple[str, str]] = field(default_factory=Counter)
    names: dict[str, str] = field(default_factory=dict)
    dated: Counter[tuple[str, str]] = field(default_factory=Counter)

    def first_days(self) -> list[date]:
        """Give the first day of every month that the files hold, oldest first."""
        return [date.fromisoformat(f"{month}-01") for month in sorted(self.months)]

    def latest(self) -> Counter[str]:
        """Count the rows of the last month by area code: earlier ones may be of another census."""
        last = max(self.months)
        return Counter({code: n for (month, code), n in self.dated.items() if month == last})

    def missing(self) -> list[date]:
        """Give the first day of every month between them that no file holds."""
        days = self.first_days()
        after = (days[-1] + timedelta(days=31)).replace(day=1)
        every = Period(days[0], after - timedelta(days=1)).months()
        return [month.first for month in every if month.first not in days]

    def held(self, codes: set[str]) -> list[str]:
        """List the crime types of some areas, the most frequent first."""
        found: Counter[str] = Counter()
        for (code, kind), number in self.types.items():
            if code in codes:
                found[kind] += number
        return sorted(found, key=lambda kind: (-found[kind], kind))


def look_through(path: Path, layout: Layout) -> Street:
    """Read all files. Raises InputError where they hold none."""
    made = Street()
    for part in parts(path, layout.files):
        made.files += 1
        lines = lines_of(part, layout.encoding)
        _, header = next(lines)
        for _, cells in lines:
            _note(made, dict(zip(header, cells, strict=False)), layout)
    if not made.months:
        what, advice = "holds no row", "name the zip or folder as data.police.uk gives it"
        raise InputError([Problem(Where(path.as_posix()), what, advice)])
    return made


def _note(made: Street, row: dict[str, str], layout: Layout) -> None:
    code, kind, month = (
        row.get(layout.columns[name].header, "").strip() for name in ("area", "category", "first")
    )
    made.rows += 1
    if not MONTH.fullmatch(month):
        made.broken += 1
        return
    made.months[month] += 1
    made.forces[row.get(layout.force, "").strip()] += 1
    if not code:
        made.nowhere += 1
        return
    made.codes[code] += 1
    made.dated[month, code] += 1
    made.types[code, kind] += 1
    made.names.setdefault(code, row.get(AREA_NAME, "").strip())
