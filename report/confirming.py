"""The lock beside an edition: what its paragraphs rested on when they were last confirmed.

It lies in the folder of the edition's chapters, so that it is copied with them.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Literal

from report.config.reading import read_text, relative
from report.config.study import Study
from report.folders import rewrite
from report.prose import confirmed
from report.prose.confirmed import Carried, Flag, Lock

NAME = "confirmed.lock"

# all: yes to every flag of which brackets print the new figures, and in which nothing turned.
Answer = Literal["yes", "no", "edit", "quit", "all"]
Ask = Callable[[Flag, Path], Answer]


def lock_of(study: Study) -> Lock:
    """Read the lock of an edition; an empty one where none is written yet.

    Raises InputError for a line that psa did not write.
    """
    path = _path(study)
    if not path.is_file():
        return {}
    return confirmed.read(read_text(path, study.root), relative(path, study.root))


def save(study: Study, lock: Lock) -> None:
    """Write the lock of an edition, where it says anything new."""
    path, text = _path(study), confirmed.written(lock)
    if lock and not (path.is_file() and read_text(path, study.root) == text):
        path.parent.mkdir(exist_ok=True)
        rewrite(path, text)


def walk(study: Study, flags: tuple[Flag, ...], lock: Lock, ask: Ask, asked: set[str]) -> bool:
    """Ask about one flag after the other, and save each answer as it is given.

    asked: keys of paragraphs that were left as they are, and need not be asked about again.
    Gives whether the author edited a paragraph, so that the edition has to be read again.
    """
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
