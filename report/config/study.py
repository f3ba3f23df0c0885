"""The study: what the analyst chose for one edition, with the place of every key."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from report.config.brand import BrandKeys
from report.config.model import (
    AreaKeys,
    CategoryKeys,
    EditionKeys,
    PartnershipKeys,
    Plan,
)
from report.config.reading import Source, relative
from report.errors import Where
from report.periods import Period

# Files that an analyst writes.
WRITTEN = (".yaml", ".md", ".csv")


@dataclass(frozen=True)
class Study:
    """What the analyst chose for one edition.

    root: the project's root. id: "<partnership>/<edition>". plans: the sections, checked.
    categories: id -> its keys. brand: the partnership's looks, its pictures beside `path`.
    text: the edition's YAML with lines, for later problems.
    """

    root: Path
    id: str
    path: Path
    partnership: PartnershipKeys
    edition: EditionKeys
    plans: tuple[Plan, ...]
    categories: dict[str, CategoryKeys]
    brand: BrandKeys
    text: Source = field(repr=False)

    @property
    def period(self) -> Period:
        """The interval assessed."""
        return self.edition.period.period

    @property
    def comparison(self) -> Period:
        """The like-for-like interval a year earlier, or the one that the edition names."""
        chosen = self.edition.comparison.period
        return chosen.period if chosen else self.period.earlier()

    def where(self, *path: str | int) -> Where:
        """Give the place of a key of the edition's YAML."""
        return self.text.where(path)

    def holding(self, text: str) -> Where:
        """Give the place in the edition's YAML, chapters or CSVs that holds a text first."""
        folders = (self.path.parent, self.root / "data" / self.id)
        files = [p for folder in folders for p in sorted(folder.rglob("*")) if p.suffix in WRITTEN]
        for path in files:
            before, found, _ = path.read_text(encoding="utf-8", errors="replace").partition(text)
            if found:
                return Where(relative(path, self.root), before.count("\n") + 1)
        return self.where()

    def walk(self) -> Iterable[Plan]:
        """Give every plan and the plans of its parts, in order."""
        return walk(self.plans)

    def areas(self) -> dict[str, AreaKeys]:
        """Give every area by code, the partnership's own first."""
        own = self.partnership.area
        return {own.code: own} | {a.code: a for a in self.partnership.areas}


def walk(plans: Iterable[Plan]) -> Iterable[Plan]:
    """Give plans and the plans of their parts, in order."""
    for plan in plans:
        yield plan
        yield from walk(plan.parts)
