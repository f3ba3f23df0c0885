"""The edition before: the YAML beside an edition's whose period ends next before its own."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from report.config.reading import Path_, Source, read
from report.errors import Where
from report.periods import Period

# What stands beside the editions of a partnership.
OTHERS = ("partnership.yaml", "brand.yaml")


@dataclass(frozen=True)
class Earlier:
    """An edition as it is written. last: the last day of its period."""

    path: Path
    last: date
    text: Source

    def where(self, *path: str | int) -> Where:
        """Give the place of a key."""
        return self.text.where(path)

    def section(self, id_: str) -> tuple[Path_, Mapping[str, Any]] | None:
        """Give the place and the keys of the section of an id, a part of another one included."""
        found = _sections(self.text.data.get("sections"), ("sections",))
        return next(((at, keys) for at, keys in found if keys.get("id") == id_), None)


def edition_before(path: Path, last: date, root: Path) -> Earlier | None:
    """Find the edition before one whose period ends on a day; None where there is none.

    Raises InputError where a file beside it cannot be read.
    """
    texts = _beside(path, root)
    ends = {each: _ends(text)[1] for each, text in texts.items()}
    before = {each: end for each, end in ends.items() if end and end < last}
    if not before:
        return None
    found = max(before, key=lambda each: before[each])
    return Earlier(found, before[found], texts[found])


def dated_alike(path: Path, period: Period, root: Path) -> list[str]:
    """Name the files of other editions beside one that have a period of the same dates.

    Raises InputError where a file beside it cannot be read.
    """
    dates = (period.first, period.last)
    return [each.name for each, text in _beside(path, root).items() if _ends(text) == dates]


def _beside(path: Path, root: Path) -> dict[Path, Source]:
    others = [p for p in sorted(path.parent.glob("*.yaml")) if p.name not in OTHERS and p != path]
    return {each: read(each, root) for each in others}


def _ends(text: Source) -> tuple[date | None, date | None]:
    """Give the first and the last day of an edition's period, None where none is written."""
    period = text.data.get("period")
    ends = [period.get(key) if isinstance(period, dict) else None for key in ("first", "last")]
    first, last = (each if isinstance(each, date) else None for each in ends)
    return first, last


def _sections(items: Any, at: Path_) -> Iterator[tuple[Path_, Mapping[str, Any]]]:
    for number, item in enumerate(items if isinstance(items, list) else []):
        if isinstance(item, dict):
            yield (*at, number), item
            yield from _sections(item.get("parts"), (*at, number, "parts"))
