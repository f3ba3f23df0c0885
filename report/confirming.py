"""The lock beside an edition: what its paragraphs rested on when they were last confirmed.

It lies in the folder of the edition's chapters, so that it is copied with them.
"""

from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Literal

from report.config.reading import read_text, relative
from report.config.study import Study
from report.errors import InputError
from report.folders import make, rewrite
from report.prose import confirmed
from report.prose.confirmed import Carried, Flag, Lock, edition_of
from report.prose.inherited import inherited
from report.prose.paragraphs import texts

NAME = "confirmed.lock"

# all: yes to every flag of which brackets print the new figures, and in which nothing turned.
Answer = Literal["yes", "no", "edit", "quit", "all"]
# A flag, the project that it is of, how many paragraphs are left with it -> the answer.
Ask = Callable[[Flag, Path, int], Answer]


def lock_of(study: Study, carried: Iterable[Carried]) -> Lock:
    """Read the lock of an edition, and for words that are new in it that of the edition before.

    So last year's words are flagged, whether the lock was copied with them or not, and those that
    were edited on the way too, until a lock is written for this edition. Raises InputError for a
    line that psa did not write.
    """
    own, before = place(study), _before(study)
    last = _read(before / NAME, study.root) if before else {}
    lock = {**last, **_read(own, study.root)}
    written = own.is_file() and edition_of(read_text(own, study.root)) in ("", study.id)
    if written or not before:
        return lock
    files = sorted(before.rglob("*.md"))
    old = [text for file in files for text in texts(read_text(file, study.root))]
    alike = study.wording.edited / 100 if study.wording else 1.0
    return {**inherited(lock, carried, old, alike), **lock}


def _before(study: Study) -> Path | None:
    """Give the chapters of the edition before; None where there is none, or its YAML is damaged."""
    with suppress(InputError):
        return study.before.path.with_suffix("") if study.before else None
    return None


def _read(path: Path | None, root: Path) -> Lock:
    if not (path and path.is_file()):
        return {}
    return confirmed.read(read_text(path, root), relative(path, root))


def unknown(study: Study, lock: Lock, carried: Iterable[Carried]) -> int:
    """Count the paragraphs that a new lock takes as confirmed without anybody's word.

    lock: of the edition, as `lock_of` gives it. None where the edition has a lock of its own: what
    is new in that was written, or edited, since.
    """
    if place(study).is_file():
        return 0
    return sum(bool(one.said) and one.key not in lock for one in carried)


def save(study: Study, lock: Lock) -> None:
    """Write the lock of an edition, where it says anything new."""
    path, text = place(study), confirmed.written(lock, study.id)
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
    save(study, lock)
    left = [flag for flag in flags if flag.carried.key not in asked]
    while left:
        flag = left.pop(0)
        places = sum(len(each.carried.paragraphs) for each in (flag, *left))
        answer = ask(flag, study.root, places)
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


def place(study: Study) -> Path:
    """Give the place of the lock of an edition."""
    return study.chapters / NAME
