"""Find categories with two names in one document: "Cycle Theft" here, "Bicycle Theft" there."""

from collections.abc import Iterator, Sequence

from report.errors import Problem
from report.prose.mentions import mentions
from report.prose.nouns import COUNTED
from report.prose.passage import Passage
from report.prose.things import without_brackets
from report.prose.vocabulary import Name, form, words


def two_names(passages: Sequence[Passage]) -> Iterator[Problem]:
    """Tell once of each category whose label and another name of it are both written as names.

    Not of abbreviations, which the glossary joins to what they are short for.
    """
    used: dict[str, dict[str, tuple[Passage, int]]] = {}
    for passage in passages:
        for id_, by, start in _names(passage):
            used.setdefault(id_, {}).setdefault(by, (passage, start))
    for id_, names in used.items():
        label = passages[0].assessment.categories[id_]
        others = {by: place for by, place in names.items() if by != label}
        if others and label in names:
            first, start = next(iter(others.values()))
            told = ", ".join(f"'{by}' ({p.at(at)})" for by, (p, at) in others.items())
            what = f"'{label}' goes by another name too: {told}"
            do = "use one name in a document; tables and charts have the first"
            yield first.says(what, do, f"names.{id_}", start)


def _names(passage: Passage) -> Iterator[tuple[str, str, int]]:
    """Give the categories that a passage writes as names are: id, label or alias, place."""
    glossary = passage.assessment.glossary
    text = without_brackets(passage.text)
    for found in mentions(text, passage.vocabulary):
        name = passage.vocabulary.names.get(form(found.text))
        capitals = sum(word.capital for word in words(found.text))
        if name and name.by and name.by not in glossary and capitals > (" " in found.text):
            yield found.id, _named(name), found.start


def _named(name: Name) -> str:
    """Give a name as it counts: "Public Order offences" is the label with its noun behind it."""
    words_, label = form(name.by), form(name.name)
    same = words_[:-1] == label and words_[-1] in COUNTED
    return name.name if same else name.by
