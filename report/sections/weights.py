"""Which weights a section goes by, and the counts that they are set against.

Offences are counted by code where a source does so. Where none does, a category is weighted whole
if all its codes have one weight; of any other category it is not known what it is made of.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from report.config.groupings import below, plain
from report.errors import one_of, suggestion
from report.measures.harm import Harm, weigh
from report.periods import Period
from report.sections.desk import Desk

if TYPE_CHECKING:
    import pandas as pd

# What parts the codes of several offences that are counted as one, such as 1/4.1/4.2.
TOGETHER = "/"


@dataclass(frozen=True)
class Weights:
    """The weights of one scheme and version.

    scheme: the source's title. by_code: offence code in its plain form -> weight.
    """

    desk: Desk
    source: str
    scheme: str
    version: str
    by_code: Mapping[str, float]

    @classmethod
    def of(cls, desk: Desk, source: str, version: str) -> "Weights":
        """Take the weights of a source.

        Raises InputError where there are none, where it holds several versions and none is chosen,
        and where a code has two weights.
        """
        every = desk.tables.weights
        rows = every[every["source"] == source]
        if rows.empty:
            what, known = f"no source '{source}' of weights", set(every["source"])
            do = suggestion(source, known, one_of(known) if known else "add one")
            raise desk.missing(what, do, "weights")
        versions = sorted(set(rows["version"]))
        if (version or len(versions) > 1) and version not in versions:
            what = f"'{source}' holds the versions {', '.join(versions)}"
            raise desk.missing(what, "choose one of them: versions are never mixed", "version")
        rows = rows[rows["version"] == (version or versions[0])]
        scheme = desk.study.edition.sources[source].title
        return cls(desk, source, scheme, version or versions[0], _by_code(desk, rows))

    def weigh(self, category: str, area: str, period: Period) -> Harm | None:
        """Weight a category's count; None where no source has one."""
        counted = self._counted(category, area, period)
        if counted is None:
            return None
        known = {each: weight for each in counted if (weight := self._weight(each)) is not None}
        return weigh(counted, known)

    def _counted(self, category: str, area: str, period: Period) -> dict[str, int] | None:
        """Count a category by offence code, or else by the smallest categories in it."""
        categories, tables = self.desk.study.categories, self.desk.tables
        inside = below(categories, category)
        codes = {plain(code) for c in inside for code in categories[c].codes}
        if codes and len(tables.offences):
            by_code = tables.by_code(area, period.first, period.last)
            return {plain(c): n for c, n in by_code.items() if plain(c) in codes} or None
        total = tables.count(category, area, period.first, period.last)
        if total is None:
            return None
        smallest = {c for c in inside if categories[c].codes}
        parts = {c: tables.count(c, area, period.first, period.last) or 0 for c in smallest}
        rest = total - sum(parts.values())
        return parts if rest < 0 else {**parts, "": rest}

    def _weight(self, counted: str) -> float | None:
        """Give the weight of a code, or of a category all of whose codes have the same."""
        keys = self.desk.study.categories.get(counted)
        if keys:
            found = {self._weight(plain(code)) for code in keys.codes}
            return found.pop() if len(found) == 1 else None
        if TOGETHER in counted and counted not in self.by_code:
            parts = {self.by_code.get(plain(each)) for each in counted.split(TOGETHER)} - {None}
            return parts.pop() if len(parts) == 1 else None
        return self.by_code.get(counted)


def _by_code(desk: Desk, rows: "pd.DataFrame") -> dict[str, float]:
    """Give each code's weight; several offences of one code have to have the same."""
    found: dict[str, float] = {}
    for code, weight in zip(rows["code"], rows["weight"], strict=True):
        if found.setdefault(plain(code), weight) != weight:
            what = f"the code {code} has two weights, {found[plain(code)]:g} and {weight:g}"
            raise desk.missing(what, "keep the one of your choice in the file", "weights")
    return found
