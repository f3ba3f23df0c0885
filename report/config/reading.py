"""Read a YAML file with the line of every key, and turn a model's complaints into problems.

The only module that knows PyYAML. It does not know what any key means.
"""

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

import yaml
from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from report.errors import InputError, Problem, Where, one_of, suggestion

Path_ = tuple[str | int, ...]
Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True)
class Source:
    """A YAML file's data with the line each key or item stands on."""

    file: str
    data: dict[str, Any]
    lines: dict[Path_, int] = field(repr=False)

    def where(self, path: Iterable[str | int] = ()) -> Where:
        """Give the place of a key, or of the nearest key above it that is written in the file."""
        path = tuple(path)
        while path and path not in self.lines:
            path = path[:-1]
        return Where(self.file, self.lines.get(path, 1))


def read(path: Path, root: Path) -> Source:
    """Read one YAML file whose top level is a mapping.

    Raises InputError for a missing or unreadable file, a syntax error, or a key given twice.
    """
    file = relative(path, root)
    if not path.is_file():
        raise InputError([Problem(Where(file), "no such file", _neighbours(path))])
    try:
        text = path.read_text(encoding="utf-8-sig")
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except UnicodeDecodeError:
        raise InputError([Problem(Where(file), "is not UTF-8 text", "save it as UTF-8")]) from None
    except yaml.MarkedYAMLError as error:
        raise InputError([_syntax(error, file)]) from None
    if not isinstance(node, yaml.MappingNode):
        raise InputError([Problem(Where(file, 1), "holds no keys", "see config/README.md")])
    walk = _Walk(file)
    data = walk.value(node, ())
    if walk.problems:
        raise InputError(walk.problems)
    return Source(file, data, walk.lines)


def relative(path: Path, root: Path) -> str:
    """Give a path as problems print it: relative to the root where it lies inside."""
    path, root = path.resolve(), root.resolve()
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()


def _neighbours(path: Path) -> str:
    if not path.parent.is_dir():
        return "there is no such folder either"
    names = [p.name for p in path.parent.glob("*.yaml") if p.name != "partnership.yaml"]
    found = ", ".join(sorted(names)) or "no edition"
    return suggestion(path.name, names, f"the folder holds {found}")


def _syntax(error: yaml.MarkedYAMLError, file: str) -> Problem:
    mark = error.problem_mark or error.context_mark
    line = mark.line + 1 if mark else 1
    advice = "look at indents, colons and quotes; write text with ': ' or '#' inside quotes"
    return Problem(Where(file, line), f"not valid YAML ({error.problem or error.context})", advice)


class _Walk:
    """Turns YAML nodes into data while noting lines and keys that stand twice."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.lines: dict[Path_, int] = {}
        self.problems: list[Problem] = []
        self._constructor = yaml.SafeLoader("")

    def value(self, node: yaml.Node, path: Path_) -> Any:
        self.lines.setdefault(path, node.start_mark.line + 1)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, (*path, at)) for at, item in enumerate(node.value)]
        return self._scalar(node)

    def _scalar(self, node: yaml.Node) -> Any:
        try:
            return self._constructor.construct_object(node)
        except (ValueError, yaml.YAMLError):
            line = node.start_mark.line + 1
            what = f"'{node.value}' is not a date or number that exists"
            self.problems.append(Problem(Where(self.file, line), what))
            return None

    def _mapping(self, node: yaml.MappingNode, path: Path_) -> dict[Hashable, Any]:
        data: dict[Hashable, Any] = {}
        for key_node, value_node in node.value:
            key = str(key_node.value)
            line = key_node.start_mark.line + 1
            if key in data:
                first = self.lines[(*path, key)]
                what = f"the key '{key}' stands twice, first on line {first}"
                self.problems.append(Problem(Where(self.file, line), what, "keep one of them"))
                continue
            self.lines[(*path, key)] = line
            data[key] = self.value(value_node, (*path, key))
        return data


def validated(
    model: type[Model], data: Mapping[str, Any], source: Source, at: Path_ = ()
) -> tuple[Model | None, list[Problem]]:
    """Build a model from a part of a source, or give every complaint as a problem with its line."""
    try:
        return model.model_validate(data), []
    except ValidationError as error:
        return None, [_problem(detail, model, source, at) for detail in error.errors()]


def _problem(detail: ErrorDetails, model: type[BaseModel], source: Source, at: Path_) -> Problem:
    loc = detail["loc"]
    where = source.where((*at, *loc))
    key = (
        ".".join(str(part) for part in loc if not str(part).startswith("function-")) or "this part"
    )
    if detail["type"] == "extra_forbidden":
        known = _fields(model, loc[:-1])
        return Problem(
            where, f"unknown key '{loc[-1]}'", suggestion(str(loc[-1]), known, one_of(known))
        )
    if detail["type"] == "missing":
        return Problem(where, f"the key '{loc[-1]}' is missing", f"add '{loc[-1]}:'")
    if detail["type"] == "literal_error":
        choices = [
            c.strip("'") for c in detail["ctx"]["expected"].replace(" or ", ", ").split(", ")
        ]
        what = f"{key}: '{detail['input']}' is not known"
        return Problem(where, what, suggestion(str(detail["input"]), choices, one_of(choices)))
    message = detail["msg"].removeprefix("Value error, ")
    shown = (
        "" if detail["type"] == "value_error" else f", but '{_short(detail['input'])}' was found"
    )
    return Problem(where, f"{key}: {message[0].lower()}{message[1:]}{shown}")


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
