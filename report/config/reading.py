"""Read a YAML file with the line of every key.

The only module that knows PyYAML. It does not know what any key means.
"""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from report.errors import InputError, Problem, Where

Path_ = tuple[str | int, ...]


@dataclass(frozen=True)
class Source:
    """A YAML file's data with the line each key or item stands on.

    written: path -> the text of a single value, before YAML took it for a number or a date.
    """

    file: str
    data: dict[str, Any]
    lines: dict[Path_, int] = field(repr=False)
    written: dict[Path_, str] = field(repr=False, default_factory=dict)

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
        advice = "copy one from another partnership or project, and change what it says"
        raise InputError([Problem(Where(file), "no such file", advice)])
    text = read_text(path, root)
    try:
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        raise InputError([_syntax(error, file)]) from None
    except yaml.reader.ReaderError as error:
        line = text[: error.position].count("\n") + 1
        what = f"holds a character that no text has (number {error.character})"
        raise InputError([Problem(Where(file, line), what, "type the line anew")]) from None
    if not isinstance(node, yaml.MappingNode):
        what = "holds no 'key: value'" if text.strip() else "is empty"
        raise InputError([Problem(Where(file, 1), what, "copy a file of its kind to begin with")])
    walk = _Walk(file)
    data = walk.value(node, ())
    if walk.problems:
        raise InputError(walk.problems)
    return Source(file, data, walk.lines, walk.written)


def read_text(path: Path, root: Path) -> str:
    """Read a text file, its line ends as one character. Raises InputError unless it is UTF-8."""
    raw = path.read_bytes()
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        where = Where(relative(path, root), raw[: error.start].count(b"\n") + 1)
        raise InputError([Problem(where, "is not UTF-8 text", "save it as UTF-8")]) from None
    return text.replace("\r\n", "\n")


def relative(path: Path, root: Path) -> str:
    """Give a path as problems print it: relative to the root where it lies inside."""
    path, root = path.resolve(), root.resolve()
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.as_posix()


def _syntax(error: yaml.MarkedYAMLError, file: str) -> Problem:
    reason = str(error.problem or error.context)
    start, end = error.context_mark, error.problem_mark
    mark = start if start and "end of stream" in reason else end or start
    line = mark.line + 1 if mark else 1
    if "\\t" in reason:
        return Problem(Where(file, line), "a tab stands where YAML wants spaces", "type spaces")
    advice = (
        "look at indents, colons and quotes; put text in quotes if it holds ': ' or '#', "
        "or begins with '[' or '{'"
    )
    return Problem(Where(file, line), f"not valid YAML ({reason})", advice)


class _Walk:
    """Turns YAML nodes into data while noting lines and keys that stand twice."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.lines: dict[Path_, int] = {}
        self.written: dict[Path_, str] = {}
        self.problems: list[Problem] = []
        self._constructor = yaml.SafeLoader("")

    def value(self, node: yaml.Node, path: Path_) -> Any:
        self.lines.setdefault(path, node.start_mark.line + 1)
        if isinstance(node, yaml.MappingNode):
            return self._mapping(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, (*path, at)) for at, item in enumerate(node.value)]
        self.written[path] = str(node.value)
        return self._scalar(node)

    def _scalar(self, node: yaml.Node) -> Any:
        where = Where(self.file, node.start_mark.line + 1)
        try:
            return self._constructor.construct_object(node)
        except (ValueError, LookupError):
            what, do = f"'{node.value}' is not a date or number that exists", "correct it"
        except yaml.YAMLError:
            what, do = f"'{node.tag}' means nothing here", "take out what begins with '!'"
        self.problems.append(Problem(where, what, do))
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
