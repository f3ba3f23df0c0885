"""Find the files of a source: one, a glob, or those of a folder or a zip as downloaded.

Files are read in the order of their names, which is the same on every machine.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from fnmatch import fnmatchcase
from itertools import dropwhile
from pathlib import Path, PurePosixPath
from zipfile import BadZipFile, ZipFile

from report.config.reading import relative
from report.config.study import Study
from report.errors import InputError, Problem, Where, nearest, suggestion

WILDCARDS = frozenset("*?[")


@dataclass(frozen=True)
class Part:
    """One file of a source: `inner`, its name within the source; `file`, as problems print it."""

    inner: str
    file: str
    raw: bytes


class Hash:
    """The sha256 of a source: of its file, or of the list that `sha256sum` makes of several."""

    def __init__(self) -> None:
        self._sums: list[tuple[str, str]] = []

    def add(self, part: Part) -> None:
        """Take one more file into account."""
        self._sums.append((hashlib.sha256(part.raw).hexdigest(), part.inner))

    @property
    def files(self) -> int:
        """How many files were read."""
        return len(self._sums)

    @property
    def sha256(self) -> str:
        """The hash over all files, the same for a zip and for the folder that it unpacks to."""
        if len(self._sums) == 1:
            return self._sums[0][0]
        listed = "".join(f"{sha256}  {inner}\n" for sha256, inner in self._sums)
        return hashlib.sha256(listed.encode()).hexdigest()


def locate(study: Study, file: str) -> Path:
    """Give a source's path: in the edition's data folder, or from the root if it has folders."""
    if "/" in file:
        return study.root / file
    return study.root / "data" / study.id / file


def printed(study: Study, file: str) -> str:
    """Give a source's path as it is printed: of what lies outside the project, its last parts."""
    path, pattern = locate(study, file), _pattern(study, file)
    if path.resolve().is_relative_to(study.root):
        return relative(path, study.root)
    return "/".join(path.parts[-1 - pattern.count("/") - bool(pattern) :])


def parts(study: Study, id_: str, names: str) -> Iterator[Part]:
    """Give the CSVs of a source in their order, of a folder or a zip those with such names.

    Raises InputError naming the YAML's line where there is none, or a file stands twice.
    """
    seen = dict[bytes, str]()
    for part in found(study, id_, (names,), "CSV"):
        first = seen.setdefault(hashlib.sha256(part.raw).digest(), part.file)
        if first != part.file:
            what = f"holds the same as {first}"
            raise InputError([Problem(Where(part.file), what, "remove one of the two")])
        yield part


def found(study: Study, id_: str, names: tuple[str, ...], sort: str) -> Iterator[Part]:
    """Give the files of a source in their order, of a folder or a zip those with such names.

    sort: what is looked for, as a problem says it.
    Raises InputError naming the YAML's line where there is none.
    """
    file, none = study.edition.sources[id_].file, True
    problem = _no_file(study, id_, locate(study, file))
    if problem:
        raise InputError([problem])
    for part in _found(study, file, names):
        none = False
        yield part
    if none:
        where = study.where("sources", id_, "file")
        what = f"no {sort} in '{file}'"
        raise InputError([Problem(where, what, "put it there, or correct the path")])


def _pattern(study: Study, file: str) -> str:
    """Give what of a source's path begins with the first wildcard; "" where it names one file."""
    if locate(study, file).exists():
        return ""
    typed = PurePosixPath(file).parts
    return "/".join(dropwhile(lambda part: not WILDCARDS & set(part), typed))


def _found(study: Study, file: str, names: tuple[str, ...]) -> Iterator[Part]:
    path, pattern, shown = locate(study, file), _pattern(study, file), printed(study, file)
    if not pattern:
        yield from contents(path, shown, names)
        return
    folder = path.parents[pattern.count("/")]
    above = shown.removesuffix(pattern)
    matched = {each.relative_to(folder).as_posix(): each for each in folder.glob(pattern)}
    for name in sorted(matched):
        for part in contents(matched[name], above + name, names):
            inner = part.inner if part.file == above + part.inner else f"{name}/{part.inner}"
            if _is_wanted(inner, names):
                yield Part(inner, part.file, part.raw)


def contents(path: Path, shown: str, names: tuple[str, ...]) -> Iterator[Part]:
    """Give the files that a file or a folder stands for."""
    if path.is_dir():
        yield from _of_folder(path, shown, names)
    elif path.suffix.casefold() == ".zip":
        yield from _of_zip(path, shown, names)
    else:
        yield Part(path.name, shown, path.read_bytes())


def _of_folder(folder: Path, shown: str, names: tuple[str, ...]) -> Iterator[Part]:
    inner = {each.relative_to(folder).as_posix(): each for each in folder.rglob("*")}
    for name in sorted(n for n in inner if _is_wanted(n, names)):
        yield Part(name, f"{shown}/{name}", inner[name].read_bytes())


def _of_zip(path: Path, shown: str, names: tuple[str, ...]) -> Iterator[Part]:
    try:
        with ZipFile(path) as archive:
            for name in sorted(n for n in archive.namelist() if _is_wanted(n, names)):
                yield Part(name, f"{shown}/{name}", archive.read(name))
    except (BadZipFile, RuntimeError) as error:  # RuntimeError: it asks for a password
        advice = "download it again, or unpack it and name the folder"
        raise InputError([Problem(Where(shown), f"not a readable zip ({error})", advice)]) from None


def _is_wanted(inner: str, names: tuple[str, ...]) -> bool:
    """Whether a file of a zip has such a name, and is none of those that macOS adds."""
    path = PurePosixPath(inner.casefold())
    sought = any(fnmatchcase(path.name, name.casefold()) for name in names)
    return sought and path.parts[0] != "__macosx"


def _no_file(study: Study, id_: str, path: Path) -> Problem | None:
    """Say why a source's path leads to nothing that can be read."""
    where, typed = study.where("sources", id_, "file"), study.edition.sources[id_].file
    if path.is_dir() or _pattern(study, typed):
        return None
    if not path.parent.is_dir():
        return _no_folder(study, path.parent)
    if path.is_file():
        return None
    taken = {keys.file for keys in study.edition.sources.values()}
    beside = sorted({p.name for p in path.parent.glob(f"*{path.suffix}")} - taken)
    what = f"no file '{path.name}' in {relative(path.parent, study.root)}"
    return Problem(where, what, suggestion(path.name, beside, "put it there"))


def _no_folder(study: Study, folder: Path) -> Problem:
    beside = sorted(p.name for p in folder.parent.glob("*/"))
    near = nearest(folder.name, beside)
    advice = "make it, and put the files of the sources there"
    if near:
        advice = f"did you mean '{relative(folder.with_name(near), study.root)}'?"
    return Problem(study.where("sources"), f"no folder {relative(folder, study.root)}", advice)
