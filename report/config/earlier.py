"""The edition before: the YAML beside an edition's whose period ends next before its own."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from report.config.reading import Path_, Source, read
from report.errors import Where

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
    beside = [p for p in sorted(path.parent.glob("*.yaml")) if p.name not in OTHERS and p != path]
    texts = {each: read(each, root) for each in beside}
    ends = {each: _last(text) for each, text in texts.items()}
    before = {each: end for each, end in ends.items() if end and end < last}
    if not before:
        return None
    found = max(before, key=lambda each: before[each])
    return Earlier(found, before[found], texts[found])


def _last(text: Source) -> date | None:
    period = text.data.get("period")
    last = period.get("last") if isinstance(period, dict) else None
    return last if isinstance(last, date) else None


def _sections(items: Any, at: Path_) -> Iterator[tuple[Path_, Mapping[str, Any]]]:
    for number, item in enumerate(items if isinstance(items, list) else []):
        if isinstance(item, dict):
            yield (*at, number), item
            yield from _sections(item.get("parts"), (*at, number, "parts"))
