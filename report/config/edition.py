"""Read an edition and what it rests on into a Study: partnership, brand, categories, evidence.

First of the three passes: it finds every mistake in the YAML and knows nothing of the data.
"""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from report.config.brand import BrandKeys, missing_pictures
from report.config.categories import CategoriesKeys
from report.config.change import ChangeKeys
from report.config.classification import ClassificationKeys
from report.config.complaints import validated
from report.config.edition_keys import EditionKeys
from report.config.evidence import EvidenceKeys
from report.config.inference import InferenceKeys
from report.config.intervals import IntervalKeys
from report.config.model import Strict
from report.config.partnership import PartnershipKeys
from report.config.plan import Plan
from report.config.reading import Path_, Source, read, relative
from report.config.references import references
from report.config.series import SeriesKeys
from report.config.study import Study, walk
from report.config.wording import WordingKeys
from report.errors import InputError, Problem, Where, nearest_path, one_of, suggestion

PlanTypes = Mapping[str, type[Plan]]
K = TypeVar("K", bound=Strict)


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
    evidence, rule = _house(root, "evidence.yaml", EvidenceKeys)
    change, test = _house(root, "change.yaml", ChangeKeys)
    intervals, sure = _house(root, "intervals.yaml", IntervalKeys)
    classification, graded = _house(root, "classification.yaml", ClassificationKeys)
    series, usual = _house(root, "series.yaml", SeriesKeys)
    inference, said = _house(root, "inference.yaml", InferenceKeys)
    wording, near = _house(root, "wording.yaml", WordingKeys)
    plans, planned = _plans(edition_text.data.get("sections"), ("sections",), edition_text, types)
    problems = [*wrong, *more, *last, *looks, *rule, *test, *sure, *graded, *usual, *said]
    problems += [*near, *planned]
    problems += _twice(plans, edition_text)
    if problems or not (edition and partnership and categories and brand):
        raise InputError(problems)
    id_ = f"{config.parent.name}/{config.stem}"
    known = categories.categories
    study = Study(
        root=root,
        id=id_,
        path=config,
        partnership=partnership,
        edition=edition,
        plans=plans,
        categories=known,
        brand=brand,
        evidence=evidence,
        change=change,
        intervals=intervals,
        classification=classification,
        series=series,
        inference=inference,
        wording=wording,
        text=edition_text,
    )
    _refuse(references(study, partnership_text, categories_text))
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


def _house(root: Path, name: str, keys: type[K]) -> tuple[K | None, list[Problem]]:
    """Read a rule of the house, one for all partnerships, where the project has it."""
    path = root / "config" / name
    if not path.is_file():
        return None, []
    try:
        text = read(path, root)
    except InputError as error:
        return None, list(error.problems)
    return validated(keys, text.data, text)


def _no_edition(config: Path, root: Path) -> Iterable[Problem]:
    """Say what else than an edition the path names."""
    folder = config if config.is_dir() else config.parent
    others = ("partnership.yaml", "brand.yaml", "categories.yaml", "evidence.yaml")
    if config.is_file() and config.suffix not in (".yaml", ".yml"):
        yield Problem(Where(relative(config, root)), *_no_yaml(config, root))
        return
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


def _no_yaml(file: Path, root: Path) -> tuple[str, str]:
    """Say that a file is no edition, and which edition may have been meant."""
    folder = file.parent
    beside = folder.parent / f"{folder.name}.yaml"  # an edition stands by its chapters
    what = "is a chapter, no edition" if file.suffix == ".md" else "is no edition"
    if beside.is_file():
        return what, f"give its edition: {relative(beside, root)}"
    return what, "give an edition's path, which ends with .yaml"


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
    for plan in walk(plans):
        where = text.where((*plan.at, "id"))
        if plan.id in seen:
            first = f"first on line {seen[plan.id].line}"
            yield Problem(where, f"the section id '{plan.id}' stands twice, {first}", "rename one")
        seen.setdefault(plan.id, where)
