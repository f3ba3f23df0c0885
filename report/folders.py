"""Folders of builds: where the project is, and how a whole folder takes the place of the last one.

Nothing is half written: a folder is filled beside its place, and moves there when all went well.
"""

import json
import os
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from report.errors import InputError, Problem, Where


def root_of_project(path: Path) -> Path:
    """Give the project's root for a build folder, or for the folder one stands in."""
    for start in (path.resolve(), Path.cwd()):
        for folder in (start, *start.parents):
            if (folder / "config").is_dir():
                return folder
    what = "no folder above it holds 'config/' and 'templates/'"
    raise InputError([Problem(Where(path.as_posix()), what, "change into the project's folder")])


@contextmanager
def replaced(target: Path) -> Iterator[Path]:
    """Give an empty folder that takes the target's place when all went well, else vanishes."""
    words = (f"new-{os.getpid()}", f"old-{os.getpid()}")
    fresh, old = (target.with_name(f".{target.name}.{word}") for word in words)
    for folder in (fresh, old):
        shutil.rmtree(folder, ignore_errors=True)
    make(fresh, target)
    try:
        yield fresh
        _exchange(fresh, target, old)
    except BaseException:
        shutil.rmtree(fresh, ignore_errors=True)
        raise
    shutil.rmtree(old, ignore_errors=True)


def make(folder: Path, target: Path) -> None:
    """Make a folder for what is to stand at a target. Raises InputError where none can be."""
    taken = next((p for p in (target, *target.parents) if p.exists() and not p.is_dir()), None)
    if taken:
        what, do = "is a file, where a folder is to stand", "rename or remove it"
        raise InputError([Problem(Where(taken.as_posix()), what, do)])
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        what, do = f"cannot be written ({error.strerror})", "ask for the right to write there"
        raise InputError([Problem(Where(target.as_posix()), what, do)]) from None


def _exchange(fresh: Path, target: Path, old: Path) -> None:
    """Put the fresh folder in the target's place; Windows refuses while a file in it is open."""
    try:
        if target.exists():
            target.rename(old)
        fresh.rename(target)
    except OSError as error:
        if old.exists():
            old.rename(target)
        raise InputError([held(target, error)]) from None


def held(path: Path, error: OSError) -> Problem:
    """Say that a file or folder cannot be replaced: another program holds it."""
    what = f"cannot be replaced ({error.strerror})"
    do = "close its files in other programs, and run the command again"
    return Problem(
        Where(path.as_posix()), what, do if path.is_dir() else do.replace("its files", "it")
    )


def write(path: Path, text: str) -> None:
    """Write a text file with the same line ends everywhere."""
    path.write_text(text, encoding="utf-8", newline="\n")


def rewrite(path: Path, text: str) -> None:
    """Write a text file anew: the old one stands until the new one is complete."""
    fresh = path.with_name(f".{path.name}.new-{os.getpid()}")
    try:
        write(fresh, text)
        fresh.replace(path)
    except OSError as error:
        fresh.unlink(missing_ok=True)
        raise InputError([held(path, error)]) from None


def write_json(path: Path, record: Mapping[str, object]) -> None:
    """Write a record as JSON."""
    write(path, json.dumps(record, indent=1, ensure_ascii=False) + "\n")
