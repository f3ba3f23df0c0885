"""Diagrams and pictures of a section: names that clash, files and consent that are wanting."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path

from report import pictures
from report.config.plan import DiagramKeys, PictureKeys, Plan
from report.config.reading import Path_, Source
from report.errors import Problem, suggestion
from report.periods import day


def illustration_problems(
    plan: Plan, text: Source, folder: Path, published: date
) -> Iterable[Problem]:
    """Find what is wrong with a section's diagrams and pictures, whose files lie in a folder."""
    yield from _same_names(plan.diagrams, text, (*plan.at, "diagrams"), "diagram")
    yield from _same_names(plan.pictures, text, (*plan.at, "pictures"), "picture")
    for number, keys in enumerate(plan.pictures):
        at = (*plan.at, "pictures", number)
        yield from _file(keys, text, at, folder)
        yield from _consent(keys, text, at, published)


def _same_names(
    every: Sequence[DiagramKeys | PictureKeys], text: Source, at: Path_, what: str
) -> Iterable[Problem]:
    """Two of a section that a chapter could not tell apart."""
    names: set[str] = set()
    for number, keys in enumerate(every):
        if keys.name.casefold() in names:
            where = text.where((*at, number, "name"))
            wrong = f"another {what} of this section is called '{keys.name}' too"
            yield Problem(where, wrong, "give each a name of its own")
        names.add(keys.name.casefold())


def _file(keys: PictureKeys, text: Source, at: Path_, folder: Path) -> Iterable[Problem]:
    where, path = text.where((*at, "file")), folder / keys.file
    if not path.resolve().is_relative_to(folder.resolve()):
        what = f"'{keys.file}' lies outside the partnership's folder"
        yield Problem(where, what, "put it beside the edition")
    elif not path.is_file():
        endings = [ending for found in pictures.ENDINGS.values() for ending in found]
        found = (p for p in folder.rglob("*") if p.suffix.lower() in endings)
        names = sorted(p.relative_to(folder).as_posix() for p in found)
        advice = suggestion(keys.file, names, "put it beside the edition")
        yield Problem(where, f"no file '{keys.file}' in the partnership's folder", advice)
    elif wrong := pictures.fault(path):
        yield Problem(where, f"'{keys.file}' {wrong[0]}", wrong[1])


def _consent(keys: PictureKeys, text: Source, at: Path_, published: date) -> Iterable[Problem]:
    if keys.consent_until and keys.consent_until < published:
        ended = f"consent to show '{keys.name}' ends on {day(keys.consent_until)}"
        what = f"{ended}, before the edition is published on {day(published)}"
        do = "ask again and change the date, or take the picture out"
        yield Problem(text.where((*at, "consent_until")), what, do)
