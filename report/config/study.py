"""Read an edition: partnership.yaml, <edition>.yaml and categories.yaml into one Study.

First of the three passes: it finds every mistake in the YAML and knows nothing of the data.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from report.config.model import (
    AreaKeys,
    CategoriesKeys,
    CategoryKeys,
    EditionKeys,
    PartnershipKeys,
    Plan,
)
from report.config.reading import Path_, Source, read, relative, validated
from report.errors import InputError, Problem, Where, one_of, suggestion
from report.periods import Period

PlanTypes = Mapping[str, type[Plan]]


@dataclass(frozen=True)
class Study:
    """What the analyst chose for one edition.

    root: the project's root. id: "<partnership>/<edition>". plans: the sections, checked.
    categories: id -> its keys. text: the edition's YAML with lines, for later problems.
    """

    root: Path
    id: str
    path: Path
    partnership: PartnershipKeys
    edition: EditionKeys
    plans: tuple[Plan, ...]
    categories: dict[str, CategoryKeys]
    text: Source = field(repr=False)

    @property
    def period(self) -> Period:
        """The interval assessed."""
        return self.edition.period.period

    @property
    def comparison(self) -> Period:
        """The like-for-like interval a year earlier, or the one that the edition names."""
        chosen = self.edition.comparison.period
        return chosen.period if chosen else self.period.earlier()

    def where(self, *path: str | int) -> Where:
        """Give the place of a key of the edition's YAML."""
        return self.text.where(path)

    def walk(self) -> Iterable[Plan]:
        """Give every plan and the plans of its parts, in order."""
        return _walk(self.plans)

    def areas(self) -> dict[str, AreaKeys]:
        """Give every area by code, the partnership's own first."""
        own = self.partnership.area
        return {own.code: own} | {a.code: a for a in self.partnership.areas}


def _walk(plans: Iterable[Plan]) -> Iterable[Plan]:
    for plan in plans:
        yield plan
        yield from _walk(plan.parts)


def root_of(config: Path) -> Path:
    """Give the project's root: the nearest parent that holds `config/`.

    Raises InputError where there is none.
    """
    for folder in config.resolve().parents:
        if (folder / "config").is_dir():
            return folder
    what = "no folder above it holds 'config/'"
    advice = "give the edition's path, such as config/charnwood/2023-24.yaml"
    raise InputError([Problem(Where(config.as_posix()), what, advice)])


def read_study(config: Path, types: PlanTypes) -> Study:
    """Read and check an edition's YAML files.

    Takes the path of <edition>.yaml, and the plan type of every section kind.
    Raises InputError with every problem of all the files.
    """
    if not config.suffix:
        config = config.with_suffix(".yaml")
    root = root_of(config)
    texts, problems = _read_all(config, root)
    if problems:
        raise InputError(problems)
    edition_text, partnership_text, categories_text = texts
    edition, wrong = validated(EditionKeys, edition_text.data, edition_text)
    partnership, more = validated(PartnershipKeys, partnership_text.data, partnership_text)
    categories, last = validated(CategoriesKeys, categories_text.data, categories_text)
    plans, planned = _plans(edition_text.data.get("sections"), ("sections",), edition_text, types)
    problems = [*wrong, *more, *last, *planned, *_twice(plans, edition_text)]
    if problems or not (edition and partnership and categories):
        raise InputError(problems)
    id_ = f"{config.parent.name}/{config.stem}"
    known = categories.categories
    study = Study(root, id_, config, partnership, edition, plans, known, edition_text)
    _refuse(_references(study, categories_text))
    return study


def _read_all(config: Path, root: Path) -> tuple[list[Source], list[Problem]]:
    texts: list[Source] = []
    problems: list[Problem] = []
    for path in (config, config.parent / "partnership.yaml", root / "config" / "categories.yaml"):
        try:
            texts.append(read(path, root))
        except InputError as error:
            problems.extend(error.problems)
    return texts, problems


def _refuse(problems: Iterable[Problem]) -> None:
    found = list(problems)
    if found:
        raise InputError(found)


def _plans(
    items: Any, at: Path_, text: Source, types: PlanTypes
) -> tuple[tuple[Plan, ...], list[Problem]]:
    plans: list[Plan] = []
    problems: list[Problem] = []
    for number, item in enumerate(items if isinstance(items, list) else []):
        plan, wrong = _plan(item, (*at, number), text, types)
        problems.extend(wrong)
        if plan:
            plans.append(plan)
    return tuple(plans), problems


def _plan(
    item: Any, at: Path_, text: Source, types: PlanTypes
) -> tuple[Plan | None, list[Problem]]:
    if not isinstance(item, dict):
        return None, [Problem(text.where(at), "a section is a mapping with 'kind:' and 'id:'")]
    kind = str(item.get("kind"))
    if kind not in types:
        advice = suggestion(kind, types, one_of(types))
        return None, [Problem(text.where((*at, "kind")), f"unknown section kind '{kind}'", advice)]
    own = {name: value for name, value in item.items() if name != "parts"}
    plan, problems = validated(types[kind], own, text, at)
    parts, wrong = _plans(item.get("parts"), (*at, "parts"), text, types)
    made = plan.model_copy(update={"parts": parts, "at": at}) if plan else None
    return made, problems + wrong


def _twice(plans: Iterable[Plan], text: Source) -> Iterable[Problem]:
    seen: dict[str, Where] = {}
    for plan in _walk(plans):
        where = text.where((*plan.at, "id"))
        if plan.id in seen:
            first = f"first on line {seen[plan.id].line}"
            yield Problem(where, f"the section id '{plan.id}' stands twice, {first}", "rename one")
        seen.setdefault(plan.id, where)


def _references(study: Study, categories_text: Source) -> Iterable[Problem]:
    """Find names that no list of the YAML holds: categories, layouts, chapters, sources."""
    yield from _category_parts(study, categories_text)
    layouts = {p.stem for p in (study.root / "config" / "layouts").glob("*.yaml")}
    for id_, source in study.edition.sources.items():
        if source.layout not in layouts:
            advice = suggestion(source.layout, layouts, one_of(layouts))
            where = study.where("sources", id_, "layout")
            yield Problem(where, f"unknown layout '{source.layout}'", advice)
    for plan in study.walk():
        yield from _plan_references(study, plan)


def _category_parts(study: Study, text: Source) -> Iterable[Problem]:
    for id_, category in study.categories.items():
        for part in category.parts:
            if part not in study.categories:
                advice = suggestion(part, study.categories)
                where = text.where(("categories", id_, "parts"))
                yield Problem(where, f"unknown category '{part}'", advice)


def _plan_references(study: Study, plan: Plan) -> Iterable[Problem]:
    if plan.chapter and not (study.path.parent / plan.chapter).is_file():
        names = [
            p.relative_to(study.path.parent).as_posix() for p in study.path.parent.rglob("*.md")
        ]
        where = study.where(*plan.at, "chapter")
        beside = relative(study.path.parent, study.root)
        what = f"no file '{plan.chapter}' in {beside}"
        yield Problem(where, what, suggestion(plan.chapter, names))
    for name in plan.tables:
        if name not in study.edition.sources:
            advice = suggestion(name, study.edition.sources, one_of(study.edition.sources))
            yield Problem(study.where(*plan.at, "tables"), f"unknown source '{name}'", advice)
    for field_name in ("category", "categories", "whole"):
        yield from _plan_categories(study, plan, field_name)


def _plan_categories(study: Study, plan: Plan, field_name: str) -> Iterable[Problem]:
    named = getattr(plan, field_name, None) or ()
    for name in (named,) if isinstance(named, str) else named:
        if name not in study.categories:
            advice = suggestion(name, study.categories, "add it to config/categories.yaml")
            where = study.where(*plan.at, field_name)
            yield Problem(where, f"unknown category '{name}'", advice)
