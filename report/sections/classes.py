"""Label the areas of a table: against all of their kind in the county, or by declared counts."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from report.assessment import Classified, Grade
from report.config.classification import FUNNELS, MethodKeys
from report.measures import classification, funnel, rates
from report.sections.denominators import Denominator, denominator
from report.sections.desk import Desk
from report.sections.labelling import Method

GRADES: tuple[classification.Grade, ...] = (
    *("very high", "high", "above", "average", "low", "too few"),
)

WHOLE = 100


@dataclass(frozen=True)
class Around:
    """All areas of a kind in the county, the partnership's own among them.

    wide: the county's code. counts: code -> count of the category in the desk's period.
    """

    desk: Desk
    category: str
    wide: str
    kind: str
    counts: Mapping[str, int]

    @classmethod
    def of(cls, desk: Desk, category: str, kind: str) -> "Around":
        """Find the areas. Raises InputError where there are no others, or one is not counted."""
        county = desk.study.partnership.county
        if county is None:
            what = "partnership.yaml names no county to compare areas with"
            raise desk.missing(what, "add 'county:', or declare counts under 'labels:'", "top")
        codes = desk.study.within(county.code, kind)
        if set(codes) <= set(desk.study.within(desk.own, kind)):
            what = f"no {kind} in {county.name} is known but {desk.study.partnership.area.name}'s"
            raise desk.missing(what, "add a source that lists them, or declare counts", "top")
        counted = desk.tables.by_area(category, desk.period.first, desk.period.last)
        lost = [code for code in codes if code not in counted]
        if lost:
            first = f"{desk.area_name(lost[0])} ({lost[0]})"
            what = (
                f"no source counts '{category}' in {len(lost)} of {len(codes)} areas of kind"
                f" '{kind}' in {county.name}, the first is {first}"
            )
            raise desk.missing(what, "add them to a source, or declare counts", "top")
        return cls(desk, category, county.code, kind, {code: counted[code] for code in codes})

    @cached_property
    def heads(self) -> Denominator:
        """What rates are per 1,000 of. Raises InputError where an area has no population."""
        otherwise = "choose labels that compare counts"
        return denominator(self.desk, self.category, [*self.counts], otherwise)

    @property
    def rate(self) -> float:
        """The rate of all areas together, per 1,000."""
        return rates.per_1000(sum(self.counts.values()), sum(self.heads.people.values()))

    def values(self, by: str) -> dict[str, float]:
        """Give counts, or the rates of the areas where anybody lives."""
        if by == "count":
            return dict(self.counts)
        people = self.heads.people
        return {c: rates.per_1000(n, people[c]) for c, n in self.counts.items() if people[c]}


@dataclass(frozen=True)
class Labelled:
    """The labels of areas by one method: code -> label, and how they came about.

    around, grades: of all areas that are compared; None and empty where counts are declared.
    """

    method: Method
    labels: Mapping[str, str]
    facts: Classified
    sources: tuple[str, ...] = ()
    around: Around | None = None
    grades: Mapping[str, classification.Grade] = field(default_factory=dict)

    @property
    def names(self) -> tuple[str, ...]:
        """The labels in use, the highest first."""
        return tuple(grade.label for grade in self.facts.grades)


def labelled(
    desk: Desk, category: str, kind: str, method: Method, listed: Collection[str]
) -> Labelled:
    """Label areas. listed: codes of those whose labels are told under the table.

    Raises InputError where the areas around them are not known.
    """
    if method.keys is None:
        return _declared(desk, category, method, listed)
    around = Around.of(desk, category, kind)
    graded = _graded(around, method.keys)
    names = {each: _name(method.keys, each) for each in GRADES}
    used = {graded.grades[code] for code in listed if code in graded.grades}
    heads = around.heads if method.keys.by == "rate" else None
    facts = Classified(
        method=method.keys.method,
        name=method.name,
        edition=method.edition,
        by=method.keys.by,
        kind=kind,
        areas=len(around.counts),
        within=desk.study.areas()[around.wide].name,
        middle=graded.middle,
        of=heads.of if heads else "",
        year=heads.year if heads else None,
        spread=graded.spread,
        grades=tuple(
            Grade(
                label=names[each],
                grade=each,
                cut=_cut(method.keys, each),
                value=graded.values.get(each),
            )
            for each in GRADES
            if each in used
        ),
    )
    sources = (*desk.sources(category, areas=around.counts), *(heads.sources if heads else ()))
    labels = {code: names[grade] for code, grade in graded.grades.items()}
    found = tuple(dict.fromkeys(sources))
    return Labelled(method, labels, facts, found, around, graded.grades)


@dataclass(frozen=True)
class _Graded:
    """Grades by code; the middle, the spread of a funnel, and from which value a grade begins."""

    grades: Mapping[str, classification.Grade]
    middle: float
    spread: float | None
    values: Mapping[str, float | None]


def _graded(around: Around, keys: MethodKeys) -> _Graded:
    pair = (keys.high or 0.0, keys.very_high)
    if keys.method in FUNNELS:
        counts, people = around.counts, around.heads.people
        if keys.method == "poisson_funnel":
            levels = (pair[0] / WHOLE, None if pair[1] is None else pair[1] / WHOLE)
            grades = classification.poisson_funnel(counts, people, levels, least=keys.least)
            return _Graded(grades, around.rate, None, {})
        grades = classification.overdispersed_funnel(
            counts, people, pair, trim=keys.trim, least=keys.least
        )
        wide = funnel.spread(counts, funnel.expected(counts, people), keys.trim)
        return _Graded(grades, around.rate, wide.phi, {})
    values = around.values(keys.by)
    cut = classification.sd_band if keys.method == "sd_band" else classification.quantile
    cuts = cut(values.values(), pair)
    ends = {"very high": cuts.very_high, "high": cuts.high, "low": cuts.low}
    return _Graded(cuts.grades(values), cuts.above, None, ends)


def _name(keys: MethodKeys, grade: str) -> str:
    return str(getattr(keys.labels, grade.replace(" ", "_")))


def _cut(keys: MethodKeys, grade: str) -> float | None:
    cuts = {"very high": keys.very_high, "high": keys.high, "low": keys.high, "too few": keys.least}
    return cuts.get(grade)


def _declared(desk: Desk, category: str, method: Method, listed: Iterable[str]) -> Labelled:
    """Label areas by counts that the edition declares for its table."""
    cutoffs = [(each.label, each.from_count) for each in method.cutoffs]
    counts = desk.tables.by_area(category, desk.period.first, desk.period.last)
    found = {code: classification.count_cutoffs(n, cutoffs) for code, n in counts.items()}
    labels = {code: label for code, label in found.items() if label}
    used = {labels.get(code) for code in listed}
    grades = tuple(
        Grade(label=each.label, cut=each.from_count)
        for each in sorted(method.cutoffs, key=lambda each: -each.from_count)
        if each.label in used
    )
    facts = Classified(method="count_cutoffs", edition=method.edition, by="count", grades=grades)
    return Labelled(method, labels, facts)
