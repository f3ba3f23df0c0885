"""What was nearly asked for: a bracket that means nothing, and the one that was probably meant.

The words are taken apart into a category, an area and what is asked of them, each as people say and
misspell it, and put together as a bracket. None is advised that cannot be said.
"""

from collections.abc import Callable, Iterable, Sequence

from report import words
from report.names import Index, Unknown
from report.phrases.guesses import MEANT, month_in, of_one, picked, shares, whole_in
from report.phrases.heard import (
    SHORTEST,
    HeardName,
    category_in,
    counted,
    name_in,
    within,
    words_of,
)

SHOWN = 4  # names that one advice lists at most

# Words that are left where a bracket was meant for a phrase.
SMALL = frozenset(
    ("the", "a", "an", "in", "of", "for", "by", "to", "on", "at", "and", "with", "is")
)

Says = Callable[[str], bool]


def unknown(index: Index, text: str, says: Says) -> Unknown:
    """Give the fault of words that mean nothing. says: whether a bracket can be said."""
    said = words_of(text)
    category = category_in(index, said) or whole_in(index, said)
    area = name_in(said, {a.name: a.name for a in index.assessment.gazetteer}, exact=True)
    rest = [w for at, w in enumerate(said) if not within(at, category, area)]
    asked = " ".join(rest)
    several = [*shares(index, said, category), *picked(index, category, asked)]
    for each in several if area is None else ():
        if says(each):
            return _meant(text, each)
    for each in of_one(index, category, area, asked):
        if says(each):
            return _meant(text, each, _own(index, category, rest) if category else "")
    if category:
        fault = _not_counted(index, text, category, area)
        if not fault and month_in(asked):
            what = f"'{text}': no month of {category.name} has a number of its own"
            return Unknown(what, f"write '{category.name} count' for the whole period")
        return fault or _formless(index, text, next(iter(of_one(index, category, area, asked))))
    return _uncalled(index, text, area) if area else _unnamed(index, text)


def _meant(text: str, bracket: str, own: str = "") -> Unknown:
    return Unknown(f"unknown finding '{text}'", f"did you mean '{bracket}'?{own}", near=True)


def _uncalled(index: Index, text: str, area: HeardName) -> Unknown:
    """Say that an area's number is of no category, and of which it could be."""
    labels = counted(index, area.name)
    if not labels:
        return _unnamed(index, text)
    return Unknown(f"'{text}' names no category", f"counted in {area.name} are: {_few(labels)}")


def _unnamed(index: Index, text: str) -> Unknown:
    """Give the fault of words that no name is known in, with the finding spelt most like them."""
    try:
        index.finding(text)
    except Unknown as fault:
        return Unknown(fault.what, fault.do or _alike(index, text), near=bool(fault.do))
    return Unknown(f"unknown finding '{text}'", _alike(index, text))


def _alike(index: Index, text: str) -> str:
    """Advise the categories of the edition that share a word with some words."""
    said = {word for word in words_of(text) if len(word) > SHORTEST and word != "crime"}
    shared = [label for label in counted(index) if said & set(words_of(label))]
    return f"counted are: {_few(shared)}" if shared else ""


def _few(labels: Sequence[str]) -> str:
    return ", ".join(labels[:SHOWN]) + (", …" if len(labels) > SHOWN else "")


def _own(index: Index, category: HeardName, rest: Iterable[str]) -> str:
    """Advise, where more is said than a bracket needs, how own words are read, with an example."""
    plain = " ".join(rest) in words.FORMS
    more = [w for w in rest if w not in SMALL and not any(m.search(w) for m, _ in MEANT)]
    found = index.read(f"{category.name} short change", {"short change": ("count",)})
    if plain or not more or not found or found[0].change is None:
        return ""
    example = words.phrase(found[0], "short change").partition(" (")[0]
    return (
        " Your own words are read by 'rose', 'fell', 'unchanged', 'the highest' and figures: "
        f"'{category.name} [{example}]'"
    )


def _formless(index: Index, text: str, bracket: str) -> Unknown:
    """Say which forms there are of what has not the one that is meant."""
    fault = _unnamed(index, bracket)
    return Unknown(f"unknown finding '{text}'", fault.do, near=fault.near)


def _not_counted(
    index: Index, text: str, category: HeardName, area: HeardName | None
) -> Unknown | None:
    """Say that the edition has no number of a category, or none in an area, and what it has."""
    _, label = index.category(category.name)
    if label not in counted(index):
        what = f"'{text}': nothing is counted of {label} in this edition"
        return Unknown(what, _alike(index, label) or "take the sentence out")
    here = counted(index, area.name) if area else []
    if area is None or label in here:
        return None
    do = f"counted there: {_few(here)}" if here else "nothing is counted there"
    return Unknown(f"'{text}': {label} is not counted in {area.name}", do)
