"""Categories that add up to others, and the offence codes of those that nothing adds up to."""

from collections.abc import Iterable, Mapping

from report.config.categories import CategoryKeys
from report.config.reading import Source
from report.errors import Problem, suggestion

Categories = Mapping[str, CategoryKeys]


def below(categories: Categories, id_: str) -> set[str]:
    """Give a category and all that add up to it, directly or through others, each once."""
    found, left = {id_}, [id_]
    while left:
        keys = categories.get(left.pop())
        new = set(keys.parts) - found if keys else set()
        found |= new
        left += new
    return found


def plain(code: str) -> str:
    """Give an offence code as forces write it in one form: "008n" is 8N."""
    return code.strip().upper().lstrip("0")


def by_code(categories: Categories) -> dict[str, str]:
    """Give each offence code, in its plain form, with its category."""
    return {plain(code): id_ for id_, keys in categories.items() for code in keys.codes}


def grouping_problems(categories: Categories, text: Source) -> Iterable[Problem]:
    """Find parts that are none or count something else, circles, and codes that count twice."""
    for id_, keys in categories.items():
        where = text.where(("categories", id_, "parts"))
        for part in keys.parts:
            if part not in categories:
                advice = suggestion(part, categories)
                yield Problem(where, f"unknown category '{part}'", advice)
            elif id_ in below(categories, part):
                what = f"'{id_}' is among its own parts, through '{part}'"
                yield Problem(where, what, "take one of them out")
            elif categories[part].unit != keys.unit:
                what = f"'{part}' counts {categories[part].unit}, and '{id_}' {keys.unit}"
                yield Problem(where, what, "add up like with like")
    yield from _codes(categories, text)


def _codes(categories: Categories, text: Source) -> Iterable[Problem]:
    first: dict[str, str] = {}
    for id_, keys in categories.items():
        where = text.where(("categories", id_, "codes"))
        if keys.codes and keys.parts:
            what = f"'{id_}' has parts, and codes of its own"
            yield Problem(where, what, "put the codes into a category that is one of its parts")
        for code in keys.codes:
            if plain(code) in first:
                what = f"the offence code '{code}' stands in '{first[plain(code)]}' too"
                yield Problem(where, what, "keep it in one category: it would count twice")
            first.setdefault(plain(code), id_)
