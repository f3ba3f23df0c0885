"""Write the tables of keys in config/README.md from the models that read the YAML.

`python -m tests.reference` writes them between the marks `<!-- keys: … -->` and `<!-- end -->`;
what stands outside the marks is written by hand.
"""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from report.config.brand import BrandKeys
from report.config.categories import CategoriesKeys
from report.config.change import ChangeKeys
from report.config.classification import ClassificationKeys
from report.config.edition_keys import EditionKeys
from report.config.guard import GuardKeys
from report.config.inference import InferenceKeys
from report.config.intervals import IntervalKeys
from report.config.partnership import PartnershipKeys
from report.config.plan import Plan
from report.config.schemes import SchemeKeys
from report.config.series import SeriesKeys
from report.config.wording import WordingKeys
from report.sections import SECTIONS
from report.sources.layouts import Layout
from tests.made_up import ROOT

README = ROOT / "config" / "README.md"
MARKED = re.compile(r"(<!-- keys: (?P<name>.+?) -->\n).*?(<!-- end -->)", re.DOTALL)

# Name in the marks -> the model whose keys stand there.
ROOTS: dict[str, type[BaseModel]] = {
    "edition": EditionKeys,
    "section": Plan,
    "partnership": PartnershipKeys,
    "brand": BrandKeys,
    "categories": CategoriesKeys,
    "layout": Layout,
    "guard": GuardKeys,
    "scheme": SchemeKeys,
    "change": ChangeKeys,
    "intervals": IntervalKeys,
    "classification": ClassificationKeys,
    "series": SeriesKeys,
    "inference": InferenceKeys,
    "wording": WordingKeys,
    **{kind: plan for kind, (plan, _) in SECTIONS.items()},
}

# How a key of a type is written, in an analyst's words; longer shapes are put together in `shape`.
PLAIN: dict[Any, str] = {
    str: "text",
    int: "whole number",
    float: "number",
    bool: "true or false",
    date: "date",
    tuple[str, ...]: "list of texts",
    tuple[int, ...]: "list of whole numbers",
    tuple[tuple[str, str], ...]: "list of pairs",
    tuple[Any, ...]: "list, see the examples",
    tuple[Plan, ...]: "list of sections",
    dict[str, str]: "names and texts",
    dict[str, tuple[str, ...]]: "names and lists",
    tuple[dict[str, str], ...]: "list of names and texts",
}


def written(text: str) -> str:
    """Give the README with every table written anew."""
    return MARKED.sub(lambda found: found[1] + block(found["name"]) + found[3], text)


def block(name: str) -> str:
    """Give the tables of a mark: the keys, and those of each part met for the first time."""
    own = {} if name == "section" else dict.fromkeys(fields(Plan))
    hidden = own if issubclass(ROOTS[name], Plan) else {}
    keys = [key for key in fields(ROOTS[name]) if key not in hidden]
    if not keys:
        return "No keys of its own.\n"
    tables = [_table(ROOTS[name], keys)]
    for model, (home, path) in homes().items():
        if home == name:
            tables.append(f"`{path}`: {_sentence(model)}\n\n{_table(model, list(fields(model)))}")
    return "\n".join(tables)


def homes() -> dict[type[BaseModel], tuple[str, str]]:
    """Give every model that is a part of another: the mark and the key where it is met first."""
    found: dict[type[BaseModel], tuple[str, str]] = {}
    for name, root in ROOTS.items():
        for path, model in _parts(root):
            found.setdefault(model, (name, path))
    return found


def _parts(model: type[BaseModel], above: str = "") -> Iterator[tuple[str, type[BaseModel]]]:
    for key, field in fields(model).items():
        inner = _model(field.annotation)
        if inner and inner is not Plan:
            yield f"{above}{key}", inner
            yield from _parts(inner, f"{above}{key}: ")


def models() -> list[type[BaseModel]]:
    """List every model whose keys may be written."""
    return [*ROOTS.values(), *homes()]


def fields(model: type[BaseModel]) -> dict[str, FieldInfo]:
    """Give the keys that may be written in the YAML."""
    return {key: field for key, field in model.model_fields.items() if not field.exclude}


def _sentence(model: type[BaseModel]) -> str:
    text = (model.__doc__ or "").strip().splitlines()[0]
    return f"{text[0].lower()}{text[1:]}"


def _table(model: type[BaseModel], keys: list[str]) -> str:
    lines = ["| key | what it says | written as | if left out |", "|---|---|---|---|"]
    for key in keys:
        field = fields(model)[key]
        cells = (f"`{key}`", field.description or "", shape(field.annotation), _default(field))
        lines.append(f"| {' | '.join(cells)} |".replace("<", "&lt;"))
    return "\n".join([*lines, ""])


def _default(field: FieldInfo) -> str:
    if field.is_required():
        return "**must be there**"
    value = field.default
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple):
        return ", ".join(value) or "–"
    if value in ("", None, {}, date.max) or isinstance(value, BaseModel):
        return "–"
    return str(value)


def shape(annotation: Any) -> str:
    """Say in an analyst's words what may be written for a key of this type."""
    if annotation in PLAIN:
        return PLAIN[annotation]
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return f"the keys of `{homes()[annotation][1]}`"
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Literal:
        return f"one of {', '.join(map(str, inner))}"
    if origin is dict:
        return f"names; under each: {shape(inner[1])}"
    return f"list; each item: {shape(inner[0])}" if origin is tuple else shape(inner[0])


def _model(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for each in get_args(annotation) if (found := _model(each))), None)


def main() -> None:
    """Write the tables."""
    text = README.read_text(encoding="utf-8")
    README.write_text(written(text), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
