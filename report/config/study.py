"""The study: what the analyst chose for one edition, with the place of every key."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from report.config.brand import BrandKeys
from report.config.categories import CategoryKeys
from report.config.change import ChangeKeys
from report.config.classification import ClassificationKeys
from report.config.earlier import Earlier, edition_before
from report.config.edition_keys import EditionKeys
from report.config.evidence import EvidenceKeys
from report.config.inference import InferenceKeys
from report.config.intervals import IntervalKeys
from report.config.partnership import AreaKeys, PartnershipKeys
from report.config.plan import Plan
from report.config.reading import Source, relative
from report.config.series import SeriesKeys
from report.config.wording import WordingKeys
from report.errors import Where
from report.periods import Period

# Files that an analyst writes.
WRITTEN = (".yaml", ".md", ".csv")


@dataclass(frozen=True)
class Study:
    """What the analyst chose for one edition.

    root: the project's root. id: "<partnership>/<edition>". plans: the sections, checked.
    categories: id -> its keys. brand: the partnership's looks, its pictures beside `path`.
    evidence, change, intervals, classification, series, inference, wording: the house's rules for
    verdicts, for the test of a change, for intervals and marks, for labels of areas, for series of
    months, for words that say more than counts do, and for words beside numbers; None where the
    project has none.
    text: the edition's YAML with lines, for later problems. listed: the areas that sources list;
    spoken: code -> the name that people use. shares: code of either census's areas that changed ->
    the areas that take its counts, with their weights. elsewhere: codes of the lists' other areas.
    """

    root: Path
    id: str
    path: Path
    partnership: PartnershipKeys
    edition: EditionKeys
    plans: tuple[Plan, ...]
    categories: dict[str, CategoryKeys]
    brand: BrandKeys
    evidence: EvidenceKeys | None
    change: ChangeKeys | None
    intervals: IntervalKeys | None
    classification: ClassificationKeys | None
    series: SeriesKeys | None
    inference: InferenceKeys | None
    wording: WordingKeys | None
    text: Source = field(repr=False)
    listed: tuple[AreaKeys, ...] = field(default=(), repr=False)
    spoken: Mapping[str, str] = field(default_factory=dict, repr=False)
    shares: Mapping[str, Mapping[str, float]] = field(default_factory=dict, repr=False)
    elsewhere: frozenset[str] = field(default=frozenset(), repr=False)

    @property
    def period(self) -> Period:
        """The interval assessed."""
        return self.edition.period.period

    @property
    def comparison(self) -> Period:
        """The like-for-like interval a year earlier, or the one that the edition names."""
        chosen = self.edition.comparison.period
        return chosen.period if chosen else self.period.earlier()

    def compared(self, plan: Plan) -> tuple[Period, Period]:
        """Give the period of a plan and what it is compared with: its own, or the edition's."""
        own, other = (getattr(plan, name, None) for name in ("period", "comparison"))
        period = own.period if own else self.period
        earlier = period.earlier() if own else self.comparison
        return period, other.period if other else earlier

    @cached_property
    def before(self) -> Earlier | None:
        """The partnership's edition before this one, as it is written; None where there is none.

        Raises InputError where a file beside the edition cannot be read.
        """
        return edition_before(self.path, self.period.last, self.root)

    @property
    def chapters(self) -> Path:
        """The folder of the edition's chapters, which bears its name."""
        return self.path.with_suffix("")

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
        """Give every area by code, the partnership's own first, then those of the YAML.

        Each says what it lies in; of an area that the YAML and a source name, the YAML's name.
        """
        return self._areas

    @cached_property
    def _areas(self) -> dict[str, AreaKeys]:
        own, county = self.partnership.area, self.partnership.county
        wider = [county] if county else []
        found: dict[str, AreaKeys] = {}
        inside: dict[str, list[str]] = {own.code: [area.code for area in wider]}
        for area in (own, *wider, *self.partnership.areas, *self.listed):
            found.setdefault(area.code, area)
            inside.setdefault(area.code, []).extend(area.inside)
        for area in self.partnership.areas:
            inside[area.code] = inside[area.code] or [own.code]
        gone = {code for code, takers in self.shares.items() if code not in takers}
        return {
            code: area.model_copy(
                update={
                    "inside": tuple(dict.fromkeys(inside[code])),
                    "name": self.spoken.get(code, area.name),
                }
            )
            for code, area in found.items()
            if code not in gone
        }

    def around(self, code: str) -> set[str]:
        """Give the codes of all areas that an area lies in, directly or through others."""
        found, left = set[str](), [code]
        while left:
            new = {c for c in self._areas[left.pop()].inside if c in self._areas} - found
            found |= new
            left += new
        return found

    def within(self, code: str, kind: str = "") -> list[str]:
        """Give the codes of all areas inside an area, or of those of a kind, in order of names."""
        found = [c for c in self._within.get(code, ()) if not kind or self._areas[c].kind == kind]
        return sorted(found, key=lambda c: (self._areas[c].name, c))

    @cached_property
    def _within(self) -> dict[str, set[str]]:
        found: dict[str, set[str]] = {}
        for code in self._areas:
            for wider in self.around(code) - {code}:
                found.setdefault(wider, set()).add(code)
        return found

    def listing(
        self,
        areas: Iterable[AreaKeys],
        spoken: Mapping[str, str],
        elsewhere: Iterable[str] = (),
    ) -> "Study":
        """Give this study with the areas that its sources list, and the names people use."""
        return replace(self, listed=tuple(areas), spoken=spoken, elsewhere=frozenset(elsewhere))

    @property
    def takers(self) -> set[str]:
        """The codes of areas that take the counts of changed codes."""
        return {code for weights in self.shares.values() for code in weights}

    def taker(self, code: str) -> str:
        """Give the area that has the whole of a code: itself, one it became; "" where many do."""
        takers = self.shares.get(code, {code: 1.0})
        return next(iter(takers)) if len(takers) == 1 else ""

    def bridging(
        self, areas: Iterable[AreaKeys], shares: Mapping[str, Mapping[str, float]]
    ) -> "Study":
        """Give this study with areas of changed codes, and who takes the counts of which code."""
        return replace(self, listed=(*self.listed, *areas), shares=shares)


def walk(plans: Iterable[Plan]) -> Iterable[Plan]:
    """Give plans and the plans of their parts, in order."""
    for plan in plans:
        yield plan
        yield from walk(plan.parts)
