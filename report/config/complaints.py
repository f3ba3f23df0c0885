"""Turn a model's complaints about a YAML file into problems with lines, in an analyst's words."""

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from report.config.reading import Path_, Source
from report.errors import Problem, nearest, one_of, suggestion

Model = TypeVar("Model", bound=BaseModel)

# Pydantic's type of a complaint, without what follows its first "_" -> what was expected.
EXPECTED = {
    "string": "text",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "date": "a date such as 2023-12-05",
    "dict": "'key: value' below it",
    "model": "'key: value' below it",
    "tuple": "a list",
    "list": "a list",
}

# Pydantic's type of a complaint about a limit -> what was expected.
LIMITS = {
    "greater_than_equal": "{ge:g} or more",
    "greater_than": "more than {gt:g}",
    "less_than_equal": "{le:g} or less",
    "less_than": "less than {lt:g}",
}


def validated(
    model: type[Model], data: Mapping[str, Any], source: Source, at: Path_ = ()
) -> tuple[Model | None, list[Problem]]:
    """Build a model from a part of a source, or give every complaint as a problem with its line."""
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        details = error.errors()
    misspelt = {_meant(model, d["loc"]) for d in details if d["type"] == "extra_forbidden"}
    told = [d for d in details if d["type"] != "missing" or d["loc"] not in misspelt]
    return None, [_problem(detail, model, source, at) for detail in told]


def _meant(model: type[BaseModel], loc: Path_) -> Path_:
    """Give the path that an unknown key was meant to have, as far as can be guessed."""
    return (*loc[:-1], nearest(str(loc[-1]), _fields(model, loc[:-1])))


def _problem(detail: ErrorDetails, model: type[BaseModel], source: Source, at: Path_) -> Problem:
    loc, kind = detail["loc"], detail["type"]
    where = source.where((*at, *loc))
    if kind == "extra_forbidden":
        known, wrong = _fields(model, loc[:-1]), str(loc[-1])
        return Problem(where, f"unknown key '{wrong}'", suggestion(wrong, known, one_of(known)))
    if kind == "missing":
        return Problem(where, f"the key '{loc[-1]}' is missing", f"add '{loc[-1]}:'")
    key = ".".join(str(part) for part in loc)
    written = source.written.get((*at, *loc))
    found = f"'{_short(detail['input'] if written is None else written)}'"
    if detail["input"] in (None, ""):
        found = "nothing"
    if kind == "literal_error":
        choices = [
            c.strip("'") for c in detail["ctx"]["expected"].replace(" or ", ", ").split(", ")
        ]
        what = f"{key}: {found} is not known" if found != "nothing" else f"{key} is empty"
        return Problem(where, what, suggestion(found.strip("'"), choices, one_of(choices)))
    if kind == "value_error":
        message = detail["msg"].removeprefix("Value error, ")
        return Problem(where, f"{key}: {message}" if key else message)
    what = f"{key}: expected {_expected(detail)}, but found {found}"
    unquoted = kind == "string_type" and written
    return Problem(where, what, "put it in quotes" if unquoted else "")


def _expected(detail: ErrorDetails) -> str:
    kind, limits = detail["type"], detail.get("ctx", {})
    if kind == "string_pattern_mismatch":
        return "lower-case letters, digits and hyphens"
    if kind in LIMITS:
        return LIMITS[kind].format_map(limits)
    if kind in ("too_long", "too_short"):
        return f"{limits.get('max_length', limits.get('min_length'))} items"
    return EXPECTED.get(kind.partition("_")[0], "something else: " + detail["msg"])


def _short(value: object) -> str:
    text = str(value)
    return text if len(text) <= 60 else text[:57] + "..."  # noqa: PLR2004  a terminal line


def _fields(model: type[BaseModel], path: Iterable[str | int]) -> list[str]:
    """List the keys that the part of the model at this path knows."""
    for step in path:
        if isinstance(step, str) and step in model.model_fields:
            inner = _model_in(model.model_fields[step].annotation)
            model = inner or model
    return [name for name, field_ in model.model_fields.items() if not field_.exclude]


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    for inner in getattr(annotation, "__args__", ()):
        found = _model_in(inner)
        if found:
            return found
    return None
