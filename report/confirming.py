"""The lock beside an edition: what its paragraphs rested on when they were last confirmed.

It lies in the folder of the edition's chapters, so that it is copied with them.
"""

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Literal

from report.config.reading import read_text, relative
from report.config.study import Study
from report.errors import InputError
from report.folders import make, rewrite
from report.prose import confirmed
from report.prose.confirmed import Carried, Flag, Lock

NAME = "confirmed.lock"

# all: yes to every flag of which brackets print the new figures, and in which nothing turned.
Answer = Literal["yes", "no", "edit", "quit", "all"]
Ask = Callable[[Flag, Path], Answer]


def lock_of(study: Study) -> Lock:
    """Read the lock of an edition, and for words that are new in it that of the edition before.

    So last year's words are flagged, whether the lock was copied with them or not. Raises
    InputError for a line that psa did not write.
    """
    return {**_read(_before(study), study.root), **_read(_path(study), study.root)}


def _before(study: Study) -> Path | None:
    """Give the lock of the edition before; None where there is none, or its YAML is damaged."""
    with suppress(InputError):
        return study.before.path.with_suffix("") / NAME if study.before else None
    return None


def _read(path: Path | None, root: Path) -> Lock:
    if not (path and path.is_file()):
        return {}
    return confirmed.read(read_text(path, root), relative(path, root))


def save(study: Study, lock: Lock) -> None:
    """Write the lock of an edition, where it says anything new."""
    path, text = _path(study), confirmed.written(lock)
    if lock and not (path.is_file() and read_text(path, study.root) == text):
        make(path.parent, path.parent)
        rewrite(path, text)


def walk(
    study: Study,
    carried: tuple[Carried, ...],
    flags: Sequence[Flag],
    lock: Lock,
    ask: Ask,
    asked: set[str],
) -> bool:
    """Ask about one flag after the other, and save each answer as it is given.

    asked: keys of paragraphs that were left as they are, and need not be asked about again.
    Gives whether the author edited a paragraph, so that the edition has to be read again.
    """
    lock = confirmed.recorded(lock, carried)
    left = [flag for flag in flags if flag.carried.key not in asked]
    while left:
        flag = left.pop(0)
        answer = ask(flag, study.root)
        if answer in ("edit", "quit"):
            return answer == "edit"
        asked.add(flag.carried.key)
        agreed = [flag] if answer == "yes" else []
        if answer == "all":
            agreed = [flag, *(each for each in left if each.renewed)]
            left = [each for each in left if not each.renewed]
        for each in agreed:
            lock = confirmed.confirmed(lock, each.carried)
        save(study, lock)
    return False


def record(study: Study, lock: Lock, carried: tuple[Carried, ...]) -> None:
    """Write the lock with what is new in the edition, and without what is no longer there."""
    save(study, confirmed.recorded(lock, carried))


def _path(study: Study) -> Path:
    return study.chapters / NAME
