"""Place over time: which areas keep recording much, and how much of all the areas with most have.

Windows are the like-for-like years before the period. Where the guard has something to say of a
window, or of the step from one to the next, nothing is claimed across it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from report.assessment import Caution, Finding
from report.config.model import Strict, key
from report.errors import one_of, suggestion
from report.measures import concentration, persistence
from report.periods import Period
from report.sections.desk import Desk, guarded
from report.sections.facts import identity, of_counts, said_once

Counts = dict[str, int]


class OverTime(Strict):
    """Areas over several years."""

    areas: str = key("kind of area, such as LSOA")
    windows: int = key("how many years, the period's own among them", default=4, ge=2, strict=True)
    often: int = key(
        "in how many of them an area has to be among those with most, to be a lasting hotspot",
        default=3,
        ge=1,
        strict=True,
    )
    among: float = key(
        "how many per cent of the county's areas those with most are", default=10, gt=0, le=100
    )
    top: int = key("how many areas are compared from year to year", default=10, ge=1, strict=True)
    concentration: bool = key("the share that the areas with most have, as well", default=True)
    share_of: float = key(
        "how many per cent of the areas that share is of", default=5, gt=0, le=100
    )


@dataclass(frozen=True)
class Places:
    """The areas of one place, and their counts in each window, oldest first."""

    code: str
    name: str
    windows: list[Counts]

    @property
    def number(self) -> int:
        """How many areas there are."""
        return len(self.windows[-1])


@dataclass(frozen=True)
class AreasOverTime:
    """What the tables of areas over several years need.

    own: the partnership's; wide: the county's, or the partnership's again where it names none.
    """

    desk: Desk
    keys: OverTime
    category: str
    periods: list[Period]
    own: Places
    wide: Places

    @classmethod
    def of(cls, desk: Desk, keys: OverTime, category: str) -> "AreasOverTime":
        """Count the areas in each window. Raises InputError where no source does."""
        if keys.often > keys.windows:
            what = f"'often: {keys.often}' is more than the years looked at, {keys.windows}"
            raise desk.missing(what, "set a lower 'often:', or more 'windows:'", "over_time")
        kinds = {area.kind for area in desk.study.areas().values()}
        if keys.areas not in kinds:
            what = f"no area is of the kind '{keys.areas}'"
            raise desk.missing(what, suggestion(keys.areas, kinds, one_of(kinds)), "over_time")
        periods, partnership = desk.years(keys.windows - 1), desk.study.partnership
        own, wide = (
            _places(desk, keys, category, code, periods)
            for code in (desk.own, (partnership.county or partnership.area).code)
        )
        for period, found in zip(periods, own.windows, strict=True):
            if not found and not desk.tables.guard.lacking(category, period):
                what = f"no source counts '{category}' by {keys.areas} for {period.label}"
                do = "set a lower 'windows:', or a longer 'history:' of the edition"
                raise desk.missing(what, do, "over_time")
        return cls(desk, keys, category, periods, own, wide)

    def findings(self) -> list[Finding]:
        """Give what is concentrated, what stayed, and what lasts; nothing of what has no cases."""
        found = [self._stability(), self._lasting()]
        if self.keys.concentration:
            found += [self._concentration(place) for place in self.compared]
        return [f for f in found if f.value is not None or f.cautions]

    @cached_property
    def compared(self) -> tuple[Places, ...]:
        """The places whose concentration is given: the partnership's area, and the county."""
        return (self.own,) if self.own.code == self.wide.code else (self.own, self.wide)

    @cached_property
    def steps(self) -> list[tuple[Caution, ...]]:
        """What is to be said of each window, and of the step that leads to it."""
        guard, counted = self.desk.tables.guard, self.desk.tables.counted_in(self.desk.own)
        first, *others = self.periods
        pairs = zip(self.periods, others, strict=False)
        steps = [guard.changed(self.category, now, then, counted) for then, now in pairs]
        return [guard.counted(self.category, first), *steps]

    @property
    def steady(self) -> bool:
        """Whether all windows may be set against each other."""
        return not any(self.steps)

    @cached_property
    def often(self) -> Counts:
        """Give the partnership's areas that last with their number of windows, longest first."""
        number = concentration.areas_in(self.wide.number, self.keys.among)
        stood, now = persistence.stood(self.wide.windows, number), self.own.windows[-1]
        lasting = [c for c in now if stood.get(c, 0) >= self.keys.often]
        return {c: stood[c] for c in sorted(lasting, key=lambda c: (-stood[c], -now[c]))}

    def _finding(self, measure: str, unit: str, value: float | None, **more: object) -> Finding:
        keys = self.desk.category(self.category)
        fields: dict[str, object] = {
            "id": identity(measure, self.category),
            "label": keys.label,
            "measure": measure,
            "category": self.category,
            "unit": unit,
            "period": self.desk.period,
            "value": value,
            "of_label": f"{self.keys.areas}s",
            "polarity": "ambiguous",
            "method": measure,
            "sources": self.sources,
            "audience": self._audience,
        }
        return Finding.model_validate(fields | more)

    @property
    def sources(self) -> tuple[str, ...]:
        """The sources that count the category in the areas."""
        return self.desk.sources(self.category, areas=self.wide.windows[-1])

    @cached_property
    def _audience(self) -> str:
        """Keep all of it as close as the smallest count of an area that is among the first."""
        first = [
            window[code]
            for window in self.own.windows
            for code in persistence.first(window, self.keys.top)
        ]
        sensitive = self.desk.category(self.category).sensitive
        return guarded(self.desk, first, sensitive=sensitive)

    def _concentration(self, place: Places) -> Finding:
        label, away = self.desk.category(self.category).label, place.code != self.desk.own
        cautions = of_counts(self.desk.cautions(self.category))
        value = concentration.top_share_pct([*place.windows[-1].values()], self.keys.share_of)
        return self._finding(
            "concentration",
            "%",
            value,
            of=self.keys.share_of,
            cautions=cautions,
            **({"id": identity("concentration", self.category, place.name)} if away else {}),
            **({"label": f"{label} in {place.name}", "area": place.name} if away else {}),
        )

    def _stability(self) -> Finding:
        earlier, now = self.own.windows[-2:]
        found = concentration.stability(earlier, now, self.keys.top)
        return self._finding(
            "stability",
            "areas",
            None if self.steps[-1] else len(found.stayed),
            of=len(found.stayed) + len(found.new),
            cautions=self.desk.told(self.steps[-1]),
        )

    def _lasting(self) -> Finding:
        return self._finding(
            "lasting",
            "areas",
            len(self.often) if self.steady else None,
            of=self.own.number,
            method="persistence",
            cautions=self.desk.told(said_once(*self.steps)),
        )


def _places(
    desk: Desk, keys: OverTime, category: str, code: str, periods: Sequence[Period]
) -> Places:
    """Count the areas of a kind in a place, in the order of their names."""
    codes = desk.study.within(code, keys.areas)
    windows = [desk.tables.by_area(category, p.first, p.last) for p in periods]
    found = [{c: counted[c] for c in codes if c in counted} for counted in windows]
    return Places(code, desk.study.areas()[code].name, found)
