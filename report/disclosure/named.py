"""Names without marks: those leave that the public part makes use of."""

import re
from collections.abc import Iterable, Iterator

from report.assessment import Area, Assessment


def named(assessment: Assessment, bare: Assessment) -> dict[str, object]:
    """Give the names of an assessment that its public part makes use of, by field."""
    areas = _gazetteer(assessment.gazetteer, bare)
    return {
        "glossary": _glossary(assessment.glossary, bare),
        "lists": _asked_for(assessment.lists, bare),
        "categories": _categories(assessment.categories, bare),
        "aliases": _aliases(assessment.aliases, bare),
        "gazetteer": areas,
        "area_numbers": _of_kinds(assessment.area_numbers, {area.kind for area in areas}),
    }


def _glossary(glossary: dict[str, str], bare: Assessment) -> dict[str, str]:
    found = _named(glossary, bare)
    return {short: meaning for short, meaning in glossary.items() if short in found}


def _asked_for(lists: dict[str, tuple[str, ...]], bare: Assessment) -> dict[str, tuple[str, ...]]:
    sentences = " ".join(key.text for section in bare.walk() for key in section.key_findings)
    asked = re.findall(r"\[\s*list\s*:\s*([^\],]+)", sentences.casefold())
    names = {name.strip() for name in asked}
    return {name: items for name, items in lists.items() if name.casefold() in names}


def _categories(labels: dict[str, str], bare: Assessment) -> dict[str, str]:
    used = _used(bare)
    return {category: label for category, label in labels.items() if category in used}


def _aliases(aliases: dict[str, str], bare: Assessment) -> dict[str, str]:
    used = _used(bare)
    return {alias: category for alias, category in aliases.items() if category in used}


def _used(bare: Assessment) -> set[str]:
    return {finding.category for finding in bare.findings().values()}


def _gazetteer(areas: tuple[Area, ...], bare: Assessment) -> tuple[Area, ...]:
    found = _named((area.name for area in areas), bare)
    return tuple(area for area in areas if area.name in found)


def _of_kinds(numbers: dict[str, int], kinds: set[str]) -> dict[str, int]:
    return {kind: number for kind, number in numbers.items() if kind in kinds}


def _named(names: Iterable[str], bare: Assessment) -> set[str]:
    """Give the names that the texts of the public part hold as whole words, the longest first."""
    longest = sorted(filter(None, names), key=len, reverse=True)
    either = "|".join(map(re.escape, longest))
    text = "\n".join(_texts(bare.model_dump()))
    return set(re.findall(rf"(?<!\w)(?:{either})(?!\w)", text)) if longest else set()


def _texts(item: object) -> Iterator[str]:
    """Give every text of a record, and every name of what it holds by name."""
    if isinstance(item, str):
        yield item
    elif isinstance(item, dict):
        for key, value in item.items():
            yield from (*_texts(key), *_texts(value))
    elif isinstance(item, (list, tuple)):
        for value in item:
            yield from _texts(value)
