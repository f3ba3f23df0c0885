"""What was nearly asked for: a bracket that means nothing, and the one that was probably meant.

The words are taken apart into a category, an area and what is asked of them, each as people say and
misspell it, and put together as a bracket. None is advised that cannot be said.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from difflib import SequenceMatcher, get_close_matches
from typing import NamedTuple

from report import words
from report.names import Index, Unknown
from report.phrases import sets

WORD = re.compile(r"[\w&%]+(?:['’]s?\b)?")
ALIKE = 0.8  # how alike two names are that are one, misspelt
SHORTEST = 4  # letters of a word that may be misspelt; shorter ones are alike too easily
SHOWN = 4  # names that one advice lists at most

# What people write -> the form that is meant, the likeliest first.
MEANT: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(rf"\b(?:{said})", re.IGNORECASE), form)
    for said, form in (
        (r"share\b|proportion|percentage of|how much of", "share"),
        (r"rate\b|per (?:1,?000|thousand|head|capita)", "rate"),
        (r"rank|plac(?:e|ing)\b", "rank"),
        (r"position|peer\b|family\b", "position"),
        (r"trend", "trend"),
        (
            r"chang|increas|decreas|ris(?:e|en|ing)\b|rose\b|f[ae]ll|drop|reduc|grew|grow|went"
            r"|up\b|down\b|mov(?:e|ed|ing)\b|per ?cent|percentage|%|compar|since|vs\b|versus"
            r"|year on year",
            "change",
        ),
        (r"differen", "difference"),
        (
            r"(?:last|previous|prior|earlier|preceding) year|year (?:ago|before|earlier)",
            "last year",
        ),
        (r"number\b|count\b|total\b|how many|offence|crime|volume|level", "count"),
    )
)
# What people write of several areas or categories -> the pick that is meant.
PICKED: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(rf"\b(?:{said})", re.IGNORECASE), shape)
    for said, shape in (
        (r"no change|unchanged|same\b", "{nouns} with no change in {category}"),
        (
            r"increas|ris(?:e|en|ing)\b|rose\b|up\b|grew|grow|worse\b",
            "{nouns} with a rise in {category}",
        ),
        (
            r"decreas|f[ae]ll|drop|reduc|down\b|better\b",
            "{nouns} with a fall in {category}",
        ),
        (r"lowest|least|fewest|best\b|bottom|quietest", "{noun} with the fewest {category}"),
        (r"", "top {number} {nouns} for {category}"),
        (r"", "{noun} with the most {category}"),
    )
)
MANY = re.compile(r"\b(?:how many|number)\b")

# Words that are left where a bracket was meant for a phrase.
SMALL = frozenset(
    ("the", "a", "an", "in", "of", "for", "by", "to", "on", "at", "and", "with", "is")
)

Says = Callable[[str], bool]


class Part(NamedTuple):
    """A name within a text: as the edition has it, and the words that stand for it."""

    name: str
    start: int
    end: int


def unknown(index: Index, text: str, says: Says) -> Unknown:
    """Give the fault of words that mean nothing. says: whether a bracket can be said."""
    said = _words(text)
    category = _category(index, said)
    area = _found(said, {a.name: a.name for a in index.assessment.gazetteer}, exact=True)
    rest = [w for at, w in enumerate(said) if not _within(at, category, area)]
    asked = " ".join(rest)
    for each in _sets(index, category, asked):
        if says(each):
            return _meant(text, each)
    for each in _brackets(category, area, asked):
        if says(each):
            return _meant(text, each, _own(index, category, rest) if category else "")
    if category:
        return _not_counted(index, text, category, area)
    return _uncalled(index, text, area) if area else _unnamed(index, text)


def _meant(text: str, bracket: str, own: str = "") -> Unknown:
    return Unknown(f"unknown finding '{text}'", f"did you mean '{bracket}'?{own}", near=True)


def _uncalled(index: Index, text: str, area: Part) -> Unknown:
    """Say that an area's number is of no category, and of which it could be."""
    labels = _counted(index, area.name)
    if not labels:
        return _unnamed(index, text)
    return Unknown(f"'{text}' names no category", f"counted in {area.name} are: {_few(labels)}")


def _unnamed(index: Index, text: str) -> Unknown:
    """Give the fault of words that no name is known in, with the finding spelt most like them."""
    try:
        index.finding(text)
    except Unknown as fault:
        return Unknown(fault.what, fault.do or _alike(index, text), near=bool(fault.do))
    raise AssertionError(text)


def _alike(index: Index, text: str) -> str:
    """Advise the categories of the edition that share a word with some words."""
    said = {word for word in _words(text) if len(word) > SHORTEST and word != "crime"}
    shared = [label for label in _counted(index) if said & set(_words(label))]
    return f"counted are: {_few(shared)}" if shared else ""


def _few(labels: Sequence[str]) -> str:
    return ", ".join(labels[:SHOWN]) + (", …" if len(labels) > SHOWN else "")


def _sets(index: Index, category: Part | None, rest: str) -> Iterator[str]:
    """Put brackets over several areas or categories together, where words name their kind."""
    kinds = sets.nouns(index).items()
    kind = next((k for k in kinds if _one(k[0].casefold()) in rest.split()), None)
    number = next((w for w in rest.split() if w.isdecimal() or w in words.SMALL[1:]), "")
    name = category.name if category else _of_kind(index, kind[0] if kind else "")
    for shape in (shape for said, shape in PICKED if kind and said.search(rest)):
        if number or "{number}" not in shape:
            noun, nouns = kind or ("", "")
            made = shape.format(noun=noun, nouns=nouns, category=name, number=number)
            made = re.sub(r" (?:for|in) $", "", made)
            yield f"number of {made}" if MANY.search(rest) and "{nouns} with" in shape else made


def _of_kind(index: Index, kind: str) -> str:
    """Give a category that areas of a kind are counted by; "" for none, as of categories."""
    area = next((a.name for a in index.assessment.gazetteer if a.kind == kind), "")
    return next(iter(_counted(index, area)), "") if area else ""


def _brackets(category: Part | None, area: Part | None, rest: str) -> Iterator[str]:
    """Put brackets of one finding together, the likeliest first."""
    where = f" in {area.name}" if area else ""
    meant = [form for said, form in MEANT if said.search(rest)]
    for form in (meant or ["count", "change"]) if category else ():
        yield f"{category.name if category else ''} {form}{where}"


def _own(index: Index, category: Part, rest: Iterable[str]) -> str:
    """Advise, where more is said than a bracket needs, how own words are read, with an example."""
    more = [w for w in rest if w not in SMALL and not any(m.search(w) for m, _ in MEANT)]
    counted = index.read(f"{category.name} short change", {"short change": ("count",)})
    if not more or not counted or counted[0].change is None:
        return ""
    example = words.phrase(counted[0], "short change").partition(" (")[0]
    return (
        " Your own words are read by 'rose', 'fell', 'unchanged', 'the highest' and figures: "
        f"'{category.name} [{example}]'"
    )


def _not_counted(index: Index, text: str, category: Part, area: Part | None) -> Unknown:
    """Say that the edition has no number of a category, or none in an area, and what it has."""
    _, label = index.category(category.name)
    if label not in _counted(index):
        what = f"'{text}': nothing is counted of {label} in this edition"
        return Unknown(what, _alike(index, label) or "take the sentence out")
    here = _counted(index, area.name) if area else []
    if area is None or label in here:
        return _unnamed(index, text)
    do = f"counted there: {_few(here)}" if here else "nothing is counted there"
    return Unknown(f"'{text}': {label} is not counted in {area.name}", do)


def _counted(index: Index, area: str = "") -> list[str]:
    """Give the labels of the categories that the edition has a number of; area: those in one."""
    every = index.assessment.findings().values()
    found = dict.fromkeys(f.category for f in every if not area or f.area == area)
    known = index.assessment.categories
    return [known[id_] for id_ in found if id_ in known]


def _words(text: str) -> list[str]:
    """Give the words of a text in small letters, each as one of its kind."""
    return [_one(word) for word in WORD.findall(text.casefold())]


def _one(word: str) -> str:
    word = re.sub(r"['’]s?$", "", word)
    if len(word) < SHORTEST or word.endswith(("ss", "us", "is")):
        return word
    return words.singular(word)


def _category(index: Index, said: Sequence[str]) -> Part | None:
    """Find the category that some words name: first as it is called, first of those counted."""
    known, here = index.assessment.categories, set(_counted(index))
    every = {a: known[id_] for a, id_ in index.assessment.aliases.items() if id_ in known}
    every |= {label: label for label in known.values()}
    counted = {name: label for name, label in every.items() if label in here}
    tried = ((counted, True), (every, True), (counted, False), (every, False))
    return next((p for names, exact in tried if (p := _found(said, names, exact=exact))), None)


def _found(said: Sequence[str], names: dict[str, str], *, exact: bool = False) -> Part | None:
    """Find the longest name in some words, else the one that is spelt most like some of them."""
    plain = {" ".join(_words(name)): name for name in names}
    spans = [(a, b) for a in range(len(said)) for b in range(a + 1, len(said) + 1)]
    spans.sort(key=lambda span: span[0] - span[1])
    for start, end in spans:
        if name := plain.get(" ".join(said[start:end])):
            return Part(names[name], start, end)
    near = [] if exact else list(_near(said, spans, plain))
    best = max(near, default=None)
    return Part(names[plain[best[1]]], best[2], best[3]) if best else None


def _near(
    said: Sequence[str], spans: Iterable[tuple[int, int]], plain: Iterable[str]
) -> Iterator[tuple[float, str, int, int]]:
    known = list(plain)
    for start, end in spans:
        text = " ".join(said[start:end])
        if len(text) >= SHORTEST:
            for name in get_close_matches(text, known, 1, ALIKE):
                yield SequenceMatcher(None, text, name).ratio(), name, start, end


def _within(at: int, *parts: Part | None) -> bool:
    return any(part is not None and part.start <= at < part.end for part in parts)
