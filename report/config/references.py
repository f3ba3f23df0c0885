"""Find names of the YAML that nothing bears, or that two things share."""

from collections.abc import Iterable

from report.config.groupings import grouping_problems
from report.config.illustrations import illustration_problems
from report.config.plan import Plan
from report.config.reading import Source, read_text, relative
from report.config.schemes import scheme_problems
from report.config.study import Study
from report.errors import InputError, Problem, Where, one_of, suggestion


def references(
    study: Study, partnership_text: Source, categories_text: Source
) -> Iterable[Problem]:
    """Find names that no list of the YAML holds, and names that two things share."""
    yield from grouping_problems(study.categories, categories_text)
    yield from _same_names(study, partnership_text, categories_text)
    yield from _breaks(study, partnership_text)
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


def _breaks(study: Study, partnership: Source) -> Iterable[Problem]:
    """A break of a category that is none."""
    for number, each in enumerate(study.partnership.breaks):
        if each.category and each.category not in study.categories:
            where = partnership.where(("breaks", number, "category"))
            advice = suggestion(each.category, study.categories, "add it to config/categories.yaml")
            yield Problem(where, f"unknown category '{each.category}'", advice)


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
    folder = study.chapters
    path, where = folder / plan.chapter, study.where(*plan.at, "chapter")
    if not path.is_file():
        names = [p.relative_to(folder).as_posix() for p in folder.rglob("*.md")]
        what = f"no file '{plan.chapter}' in {relative(folder, study.root)}"
        yield Problem(where, what, suggestion(plan.chapter, names, "write it there"))
        return
    if not path.resolve().is_relative_to(study.root):
        what = f"'{plan.chapter}' lies outside the project"
        yield Problem(where, what, "put it into the folder of the edition")
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
    for field_name in ("category", "categories", "whole", "area_categories"):
        yield from _plan_categories(study, getattr(plan, field_name, None), *plan.at, field_name)
    for number, theme in enumerate(getattr(plan, "themes", ())):
        for field_name in ("category", "whole"):
            at = (*plan.at, "themes", number, field_name)
            yield from _plan_categories(study, getattr(theme, field_name), *at)
    scheme = getattr(plan, "scheme", "")
    if scheme:
        yield from scheme_problems(scheme, study.root, study.where(*plan.at, "scheme"))


def _plan_categories(
    study: Study, named: str | tuple[str, ...] | None, *at: str | int
) -> Iterable[Problem]:
    for name in (named,) if isinstance(named, str) else named or ():
        if name and name not in study.categories:
            advice = suggestion(name, study.categories, "add it to config/categories.yaml")
            yield Problem(study.where(*at), f"unknown category '{name}'", advice)
