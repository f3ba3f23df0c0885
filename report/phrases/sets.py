"""Sets of findings that a phrase ranks, counts and picks from: areas of a kind, or categories."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from report import words
from report.assessment import Finding, Number
from report.errors import one_of, suggestion
from report.measures import places
from report.names import Index, Unknown
from report.words import Unsayable, plural

# What the set of an overview's categories goes by.
CATEGORIES = {"category": "categories", "crime type": "crime types"}

# The list of the areas with most of a category, which a theme makes.
MOST = "areas with most"


class Ranked(NamedTuple):
    """A finding of a set with its rank from the highest; tied: whether another one shares it."""

    finding: Finding
    rank: int
    tied: bool


class Set(NamedTuple):
    """Counts of one kind for one period, highest first.

    noun, nouns: what each is called. size: how many there are, those without a count too.
    leads: whether none of those without a count has more than a member. unlisted: how many of
    these share the last member's count. about: what is counted. lost: members whose counts the
    guard withholds.
    """

    noun: str
    nouns: str
    members: tuple[Finding, ...]
    size: int
    about: str
    leads: bool = True
    unlisted: int = 0
    lost: tuple[Finding, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether every one has its count."""
        return len(self.members) == self.size

    def whole(self) -> "Set":
        """Give the set back where it is complete. Raises Unsayable."""
        if self.complete:
            return self
        what = f"has counts of {self.about} for {len(self.members)} of {self.size} {self.nouns}"
        raise Unsayable(f"{what} alone", f"count it in all {self.nouns}, or take the sentence out")

    def enough(self, number: int) -> None:
        """Refuse to name more than there are. Raises Unsayable."""
        if number > self.size:
            what = f"asks for {number}, and there are {self.size} {self.nouns}"
            raise Unsayable(what, f"write {self.size} or fewer")

    def ranked(self, value: Callable[[Finding], Number] | None = None) -> tuple[Ranked, ...]:
        """Rank the members, by their counts where nothing else is given."""
        by_id = {f.id: f for f in self.members}
        found = places.ranked({i: (value or counted)(f) for i, f in by_id.items()})
        return tuple(Ranked(by_id[i], rank, tied) for i, rank, tied in found)

    def name(self, finding: Finding) -> str:
        """Give what a member is called."""
        return finding.area or finding.label

    @property
    def all_of_them(self) -> str:
        """Name the whole set: "the ten beats"; "the five" of those that are named one by one."""
        return f"the {words.as_word(self.size)} {self.nouns}".strip()


def counted(finding: Finding) -> Number:
    """Give a finding's count, 0 where it has none."""
    return finding.value or 0


def nouns(index: Index) -> dict[str, str]:
    """Give what one of each kind of set is called -> what several are."""
    kinds = dict.fromkeys(area.kind for area in index.assessment.gazetteer)
    return {kind: plural(kind) for kind in kinds} | CATEGORIES


def set_of(index: Index, noun: str, category: str) -> Set:
    """Find the set that is meant: areas of a kind for a category, or categories for none.

    Raises Unknown for a name that is none, and where nothing of it is counted.
    """
    known = nouns(index)
    found = next(
        (one for one, many in known.items() if noun in (one.casefold(), many.casefold())), noun
    )
    if noun in ("area", "areas"):
        found = _only_kind(index, category)
    if found in CATEGORIES:
        return _categories(index, found, category)
    return _areas(index, found, category or _only_category(index, found))


def _only_category(index: Index, kind: str) -> str:
    """Find the one category that is counted by a kind of area. Raises Unknown for others."""
    names = {area.name for area in index.assessment.gazetteer if area.kind == kind}
    every = index.assessment.findings().values()
    ids = {f.category for f in every if f.measure == "count" and f.area in names}
    labels = sorted(index.assessment.categories.get(id_, id_) for id_ in ids)
    if len(labels) != 1:
        what = f"{words.as_word(len(labels))} categories are counted by {kind}"
        raise Unknown(what, f"write 'for {labels[0]}', or another one" if labels else "")
    return labels[0]


def _only_kind(index: Index, category: str) -> str:
    """Find the kind of area that a category is counted in. Raises Unknown for none, and several."""
    id_, label = index.category(category)
    kinds = {area.name: area.kind for area in index.assessment.gazetteer}
    found = {kinds[f.area] for f in _counts(index, id_) if f.area in kinds}
    if len(found) != 1:
        what = f"{label} is counted in {words.as_word(len(found))} kinds of area"
        raise Unknown(what, one_of(map(plural, found)) if found else "")
    return found.pop()


def _areas(index: Index, kind: str, category: str) -> Set:
    id_, label = index.category(category)
    order = [area.name for area in index.assessment.gazetteer if area.kind == kind]
    found = {f.area: f for f in _counts(index, id_) if f.area in order}
    if not found:
        near = sorted(map(plural, _kinds(index, id_)))
        raise Unknown(f"{label} is not counted by {kind}", one_of(near) if near else "")
    members = tuple(found[name] for name in order if name in found)
    size = index.assessment.area_numbers.get(kind, len(order))
    lost = tuple(f for f in members if words.unavailable(f))
    made = _highest_first(Set(kind, plural(kind), members, size, label, lost=lost))
    return made if made.complete or lost else _first(index, made)


def _first(index: Index, found: Set) -> Set:
    """Keep those of an incomplete set that a section listed as the areas with most."""
    lists = [n.findings for s in index.assessment.walk() for n in s.lists if n.name == MOST]
    kept = max(
        (tuple(f for f in found.members if f.id in ids) for ids in lists), key=len, default=()
    )
    if not kept:
        return found._replace(leads=False)
    tables = (e for e in index.assessment.exhibits().values() if e.form == "top areas")
    unlisted = max((e.unlisted for e in tables if e.measure == found.about), default=0)
    return found._replace(members=kept, unlisted=unlisted)


def _kinds(index: Index, id_: str) -> set[str]:
    kinds = {area.name: area.kind for area in index.assessment.gazetteer}
    return {kinds[f.area] for f in _counts(index, id_) if f.area in kinds}


def _counts(index: Index, category: str) -> list[Finding]:
    """Give the counts of a category in areas, those of the edition's period where there are any."""
    found = [
        f
        for f in index.assessment.findings().values()
        if f.measure == "count" and f.category == category and f.area
    ]
    own = [f for f in found if f.period == index.assessment.period]
    return own or [f for f in found if f.period == found[0].period]


def _categories(index: Index, noun: str, name: str) -> Set:
    """Find the categories of an overview, by its table's name where there are several."""
    tables = {
        e.name: e
        for e in index.assessment.exhibits().values()
        if e.form == "overview" and e.kind == "table"
    }
    wanted = name or next(iter(tables), "")
    if wanted not in tables:
        raise Unknown(f"unknown table '{name}'", suggestion(name, tables))
    keys = [row.key for row in tables[wanted].rows]
    members = [f for key in keys if (f := index.assessment.findings().get(f"count.{key}"))]
    wholes = {f.of_label for f in index.assessment.findings().values() if f.measure == "share"}
    parts = tuple(f for f in members if f.label not in wholes and f.value is not None)
    return _highest_first(Set(noun, CATEGORIES[noun], parts, len(parts), wanted))


def _highest_first(found: Set) -> Set:
    ordered: Sequence[Finding] = sorted(found.members, key=counted, reverse=True)
    return found._replace(members=tuple(ordered))
