"""Read an edition: partnership.yaml, <edition>.yaml and categories.yaml into one Study.

First of the three passes: it finds every mistake in the YAML and knows nothing of the data.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from report.config.brand import BrandKeys, missing_pictures
from report.config.complaints import validated
from report.config.illustrations import illustration_problems
from report.config.model import (
    AreaKeys,
    CategoriesKeys,
    CategoryKeys,
    EditionKeys,
    PartnershipKeys,
    Plan,
)
from report.config.reading import Path_, Source, read, read_text, relative
from report.errors import InputError, Problem, Where, nearest_path, one_of, suggestion
from report.periods import Period

# Files that an analyst writes.
WRITTEN = (".yaml", ".md", ".csv")

PlanTypes = Mapping[str, type[Plan]]


@dataclass(frozen=True)
class Study:
    """What the analyst chose for one edition.

    root: the project's root. id: "<partnership>/<edition>". plans: the sections, checked.
    categories: id -> its keys. brand: the partnership's looks, its pictures beside `path`.
    text: the edition's YAML with lines, for later problems.
    """

    root: Path
    id: str
    path: Path
    partnership: PartnershipKeys
    edition: EditionKeys
    plans: tuple[Plan, ...]
    categories: dict[str, CategoryKeys]
    brand: BrandKeys
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

    def holding(self, text: str) -> Where:
        """Give the place in the edition's YAML, chapters or CSVs that holds a text first."""
        folders = (self.path.parent, self.root / "data" / self.id)
        files = [p for folder in folders for p in sorted(folder.rglob("*")) if p.suffix in WRITTEN]
        for path in files:
            before, found, _ = path.read_text(encoding="utf-8", errors="replace").partition(text)
            if found:
                return Where(relative(path, self.root), before.count("\n") + 1)
        return self.where()

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
    typed = config.parent / f"{config.name}.yaml"  # an edition stands beside its chapters' folder
    if typed.is_file() or (not config.suffix and not config.is_dir()):
        config = typed
    root = root_of(config)
    _refuse(_no_edition(config, root))
    texts, problems = _read_all(config, root)
    if problems:
        raise InputError(problems)
    edition_text, partnership_text, categories_text = texts
    edition, wrong = validated(EditionKeys, edition_text.data, edition_text)
    partnership, more = validated(PartnershipKeys, partnership_text.data, partnership_text)
    categories, last = validated(CategoriesKeys, categories_text.data, categories_text)
    brand, looks = _brand(config.parent, root)
    plans, planned = _plans(edition_text.data.get("sections"), ("sections",), edition_text, types)
    problems = [*wrong, *more, *last, *looks, *planned, *_twice(plans, edition_text)]
    if problems or not (edition and partnership and categories and brand):
        raise InputError(problems)
    id_ = f"{config.parent.name}/{config.stem}"
    known = categories.categories
    study = Study(root, id_, config, partnership, edition, plans, known, brand, edition_text)
    _refuse(_references(study, partnership_text, categories_text))
    return study


def _brand(folder: Path, root: Path) -> tuple[BrandKeys | None, list[Problem]]:
    """Read the partnership's brand.yaml, where it has one."""
    path = folder / "brand.yaml"
    if not path.is_file():
        return BrandKeys(), []
    try:
        text = read(path, root)
    except InputError as error:
        return None, list(error.problems)
    brand, problems = validated(BrandKeys, text.data, text)
    return brand, problems or list(missing_pictures(brand, text, folder) if brand else ())


def _no_edition(config: Path, root: Path) -> Iterable[Problem]:
    """Say what else than an edition the path names."""
    folder = config if config.is_dir() else config.parent
    others = ("partnership.yaml", "brand.yaml", "categories.yaml")
    names = sorted(p.name for p in folder.glob("*.yaml") if p.name not in others)
    advice = f"give an edition in it: {', '.join(names)}" if names else "give an edition's path"
    where = Where(relative(config, root))
    if config.is_dir():
        yield Problem(where, "is a folder", advice)
    elif config.name == "partnership.yaml":
        yield Problem(where, "describes the partnership", advice.replace("in it", "beside it"))
    elif not config.is_file():
        here = f"the folder holds {', '.join(names) or 'no edition'}"
        there = here if folder.is_dir() else "there is no such folder"
        yield Problem(where, "no such file", nearest_path(config, there))


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
    if not isinstance(item, dict) or "kind" not in item:
        return None, [Problem(text.where(at), "a section without a kind", "add 'kind:' and 'id:'")]
    kind = str(item["kind"])
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


def _references(
    study: Study, partnership_text: Source, categories_text: Source
) -> Iterable[Problem]:
    """Find names that no list of the YAML holds, and names that two things share."""
    yield from _category_parts(study, categories_text)
    yield from _same_names(study, partnership_text, categories_text)
    yield from _listed_twice(study, "priorities", "id")
    yield from _listed_twice(study, "quoted", "label")
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


def _same_names(study: Study, partnership: Source, categories: Source) -> Iterable[Problem]:
    """A name that a file of figures could mean two ways."""
    named: dict[tuple[str, str], object] = {}
    for id_, keys in study.categories.items():
        names = {n.casefold() for n in (id_, keys.label, *keys.aliases)}
        for name in sorted(n for n in names if named.setdefault(("category", n), id_) != id_):
            yield _shared("category", name, categories.where(("categories", id_, "label")))
    for number, area in enumerate((study.partnership.area, *study.partnership.areas), start=-1):
        names = {n.casefold() for n in (area.code, area.name)}
        for name in sorted(n for n in names if named.setdefault(("area", n), number) != number):
            yield _shared("area", name, partnership.where(("areas", number)))


def _listed_twice(study: Study, listed: str, name: str) -> Iterable[Problem]:
    """Two items of the edition under one name: the later one would never be found."""
    first: dict[str, int] = {}
    for number, item in enumerate(getattr(study.edition, listed)):
        value, where = getattr(item, name), study.where(listed, number, name)
        line = first.setdefault(value.casefold(), where.line)
        if line != where.line:
            what = f"the {name} '{value}' stands twice in '{listed}', first on line {line}"
            yield Problem(where, what, "rename one")


def _shared(what: str, name: str, where: Where) -> Problem:
    return Problem(where, f"another {what} is called '{name}' too", "give each a name of its own")


def _chapter(study: Study, plan: Plan) -> Iterable[Problem]:
    folder = study.path.parent
    path, where = folder / plan.chapter, study.where(*plan.at, "chapter")
    if not path.is_file():
        names = [p.relative_to(folder).as_posix() for p in folder.rglob("*.md")]
        what = f"no file '{plan.chapter}' in {relative(folder, study.root)}"
        yield Problem(where, what, suggestion(plan.chapter, names, "write it there"))
        return
    if not path.resolve().is_relative_to(study.root):
        what = f"'{plan.chapter}' lies outside the project"
        yield Problem(where, what, "put it beside the edition")
    try:
        read_text(path, study.root)
    except InputError as error:
        yield from error.problems


def _plan_references(study: Study, plan: Plan) -> Iterable[Problem]:
    published = study.edition.published.date
    if plan.chapter:
        yield from _chapter(study, plan)
    for name in plan.tables:
        if name not in study.edition.sources:
            advice = suggestion(name, study.edition.sources, one_of(study.edition.sources))
            yield Problem(study.where(*plan.at, "tables"), f"unknown source '{name}'", advice)
    yield from illustration_problems(plan, study.text, study.path.parent, published)
    for field_name in ("category", "categories", "whole"):
        yield from _plan_categories(study, plan, field_name)


def _plan_categories(study: Study, plan: Plan, field_name: str) -> Iterable[Problem]:
    named = getattr(plan, field_name, None) or ()
    for name in (named,) if isinstance(named, str) else named:
        if name not in study.categories:
            advice = suggestion(name, study.categories, "add it to config/categories.yaml")
            where = study.where(*plan.at, field_name)
            yield Problem(where, f"unknown category '{name}'", advice)
