"""The canonical names of an edition, in every way that people write them.

A name is kept as its words in lower case, without articles and dashes: "Burglary – Residential",
"residential burglary" and "Burglary-Residential" are one thing. What would be the name of two
things of a kind, such as a plural that two categories share, names nothing.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Literal, NamedTuple

from report.assessment import Area, Assessment
from report.periods import Period
from report.prose.sentences import APART
from report.prose.writings import numbers, shortened, turned
from report.words import plural

Kind = Literal["category", "area", "partner", "peer group", "peer", "list", "priority", "period"]

# A word with the letters behind an apostrophe apart, or a sign that parts words; so do a tab, an
# empty line and the mark of a list's item.
WORD = re.compile(rf"(?P<word>[^\W_]+)(?:[’'](?:s\b)?)?|(?P<sign>\t|{APART.pattern}|[^\w\s])")
# Signs that stand between the words of a name without a meaning of their own.
BETWEEN = frozenset("-–—\u2011/*_’'")  # U+2011: the hyphen that does not break
ARTICLES = frozenset(("the", "a", "an"))
SAME = {"&": "and"}
NUMBERED = re.compile(r"(?P<head>.*\D)\s(?P<number>\d+[A-Za-z]?)")
LISTS_OF_PARTNERS = ("responsible authorities", "other partners")
# Words of a name that have no capital letter, and no letter in what it is shortened to.
SMALL = frozenset(
    ("and", "&", "a", "the", "of", "for", "in", "on", "to", "with", "upon", "by", "at")
)
THIS = ("this year", "the current year", "the reporting period", "the reporting year")
LAST = (
    *("last year", "previous year", "the year before", "year earlier", "year ago", "prior year"),
    *("same period last year", "same period of the previous year", "preceding year"),
    *("previous 12 months", "previous twelve months"),
)
COMMON = ("Most Similar Group", "Most Similar Family Group", "MSG", "peer group")


class Word(NamedTuple):
    """A word of a text: plain is its lower case, "and" for "&"; capital says how it begins."""

    plain: str
    start: int
    end: int
    capital: bool


class Name(NamedTuple):
    """What a name means.

    id: a category's id, an area's code, a list's name, a period's two dates as in
        "2023-04-01/2024-03-31", else the name. name: as the documents print it.
    capital: whether it is a name only where it begins with a capital letter, as "Other Theft" is.
    by: of a category, which of its names this is, its label or an alias.
    """

    kind: Kind
    id: str
    name: str
    capital: bool = False
    by: str = ""


Form = tuple[str, ...]


@lru_cache(maxsize=1 << 13)  # several checks read the same text
def words(text: str) -> tuple[Word, ...]:
    """Part a text into words; signs that part sentences and lists are words of their own."""
    return tuple(
        Word(SAME.get(m[0], m["word"] or m[0]).casefold(), *_place(m), m[0][:1].isupper())
        for m in WORD.finditer(text)
        if m[0] not in BETWEEN
    )


def _place(match: re.Match[str]) -> tuple[int, int]:
    group = "word" if match["word"] else "sign"
    return match.start(group), match.end(group)


def form(text: str) -> Form:
    """Give a name as it is looked up: its words, without articles but a first "the"."""
    plain = [w.plain for w in words(text)]
    return tuple(w for n, w in enumerate(plain) if w not in ARTICLES or (n == 0 and w == "the"))


@dataclass(frozen=True, eq=False)  # one is the same as itself alone, so texts are kept by it
class Vocabulary:
    """Every name of an edition.

    names: form -> what it means. numbered: form of the word before a number, plural or not ->
        that word in the singular: "beats" -> "beat". longest: words of the longest form.
    """

    names: Mapping[Form, Name]
    numbered: Mapping[Form, Form]
    longest: int

    @classmethod
    def of(cls, assessment: Assessment) -> "Vocabulary":
        """Gather the names of an assessment: earlier kinds win, and exact names before variants."""
        found: dict[Form, Name] = {}
        for gather in (_categories, _variants, _areas, _groups, _partners, _others, _periods):
            kind: dict[Form, Name] = {}
            double = set[Form]()
            for text, name in gather(assessment):
                shape = form(text)
                if shape and kind.setdefault(shape, name).id != name.id:
                    double.add(shape)
            taken = double | found.keys()
            found |= {shape: name for shape, name in kind.items() if shape not in taken}
        numbered = dict(_numbered(assessment.gazetteer))
        return cls(found, numbered, max(map(len, found), default=0))

    @cached_property
    def but_one(self) -> Mapping[tuple[int, Form], Sequence[tuple[str, Name]]]:
        """Each name of several words without one of them: its place, the others -> the word."""
        found: dict[tuple[int, Form], list[tuple[str, Name]]] = {}
        for shape, name in self.names.items():
            for at, word in enumerate(shape) if len(shape) > 1 else ():
                rest = (*shape[:at], *shape[at + 1 :])
                found.setdefault((at, rest), []).append((word, name))
        return found

    def of_kind(self, *kinds: Kind) -> dict[str, Name]:
        """Give the names of some kinds by id."""
        return {n.id: n for n in self.names.values() if n.kind in kinds}


Gathered = Iterator[tuple[str, Name]]


def _categories(assessment: Assessment) -> Gathered:
    """Give labels and aliases.

    "Alcohol", the label of `clients-alcohol`, is short for what only its section says.
    """
    for id_, label in assessment.categories.items():
        name = Name("category", id_, label, capital=label.startswith("Other "), by=label)
        lacking = set(id_.split("-")) - set(form(label))
        if set(form(label)) < set(id_.split("-")):
            yield f"{label} {' '.join(lacking)}", name
        else:
            yield label, name
    for alias, id_ in assessment.aliases.items():
        if id_ in assessment.categories:
            label = assessment.categories[id_]
            yield alias, Name("category", id_, label, capital=" " not in alias, by=alias)


def _variants(assessment: Assessment) -> Gathered:
    """Give the other ways of writing a category: turned round, one or many, hyphens left out."""
    for text, name in _categories(assessment):
        for each in {text, *turned(text)}:
            for many in numbers(each):
                yield many, name
                yield many.replace("-", ""), name


def _areas(assessment: Assessment) -> Gathered:
    """Give areas by name and code, and the own one as "the borough"."""
    own, kind = assessment.partnership.area_name, assessment.partnership.area_kind
    for area in assessment.gazetteer:
        name = Name("area", area.code, area.name, not NUMBERED.fullmatch(area.name))
        yield area.name, name
        yield area.code, name._replace(capital=False)
    itself = Name("area", own_area(assessment), own)
    for short in shortened(own):
        yield short, itself._replace(capital=True)
        yield f"{short} {kind}", itself._replace(capital=True)
    for text in (f"the {kind}", f"{kind} as a whole", f"whole {kind}", "partnership area"):
        yield text, itself


def own_area(assessment: Assessment) -> str:
    """Give the code of the partnership's own area, or its name where no gazetteer holds it."""
    own = assessment.partnership.area_name
    return next((a.code for a in assessment.gazetteer if a.name == own), own)


def _numbered(areas: Iterable[Area]) -> Iterator[tuple[Form, Form]]:
    for area in areas:
        match = NUMBERED.fullmatch(area.name)
        if match:
            for head in (plural(match["head"]), match["head"]):
                yield form(head), form(match["head"])


def _groups(assessment: Assessment) -> Gathered:
    """Give the group of peers by its own name, and by what people call every such group."""
    names = {e.peers.name for e in assessment.exhibits().values() if e.peers}
    for name in names:
        yield name, Name("peer group", name, name)
    if len(names) == 1 or _peers(assessment):
        name = next(iter(names), COMMON[0])
        for text in COMMON:
            yield text, Name("peer group", name, name)


def _peers(assessment: Assessment) -> tuple[str, ...]:
    return assessment.lists.get("peer group", ())


def _partners(assessment: Assessment) -> Gathered:
    """Give partners, wherever lists hold them, and the partnership by its own names."""
    own = assessment.partnership
    for text in (own.name, own.short_name):
        yield text, Name("partner", own.name, own.name, capital=True)
    for title, items in assessment.lists.items():
        for item in items:
            if title in LISTS_OF_PARTNERS or (title != "peer group" and _is_name(item)):
                yield item, Name("partner", item, item, capital=True)


def _is_name(item: str) -> bool:
    """Say whether an item of a list is written as the name of a body is."""
    large = [word for word in item.split() if word not in SMALL]
    return len(large) > 1 and all(word[0].isupper() for word in large)


def _others(assessment: Assessment) -> Gathered:
    """Give members of the peer group, priorities, and lists by their names."""
    for peer in _peers(assessment):
        yield peer.partition(" (")[0], Name("peer", peer, peer, capital=True)
    for priority in assessment.priorities:
        few = len(priority.title.split()) == 1
        yield priority.title, Name("priority", priority.id, priority.title, capital=few)
    listed = {name.casefold() for name in assessment.lists}  # "lsoas" is no other than "LSOAs"
    kinds = {plural(area.kind) for area in assessment.gazetteer if area.kind}
    kinds = {kind for kind in kinds if kind.casefold() not in listed}
    for name in (*assessment.lists, *sorted(kinds), "priorities", "recommendations"):
        yield name, Name("list", name, name)


def _periods(assessment: Assessment) -> Gathered:
    """Give the two periods of the edition by their labels and by what people call them."""
    for period, sayings in ((assessment.period, THIS), (assessment.comparison, LAST)):
        name = Name("period", span(period), period.label)
        for text in (period.label, period.year_label, *sayings):
            yield text, name


def span(period: Period) -> str:
    """Give a period as its two dates, "2023-04-01/2024-03-31"."""
    return f"{period.first}/{period.last}"
