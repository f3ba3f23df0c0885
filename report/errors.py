"""Problems with a place, and the few exceptions of this program.

    Exception
      InputError      the user's files are wrong: every Problem found, shown without a traceback

Anything else that is raised is our mistake and keeps its traceback.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Literal

# Begins the id of every warning about a finished page, about what people wrote, and about what a
# finished document says. No check of the data knows those.
PAGE = "page."
PROSE = "prose."
FINISHED = "finished."
# Begins the id of a paragraph whose figures have moved. None is accepted: `psa confirm` asks.
STALE = "stale."


@dataclass(frozen=True, order=True)
class Where:
    """A place in the user's files.

    file: path relative to the project's root, with forward slashes.
    line: from 1; 0 when the whole file is meant.
    """

    file: str
    line: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.line}" if self.line else self.file


@dataclass(frozen=True)
class Spot:
    """Where in a text that somebody wrote a problem stands.

    Attributes:
        text: the whole text, as it was written. place: of the letter in it, from 0.
        noted: whether the margin of a draft tells it: it stops a final edition, or has to be read.
        findings: ids of those that it contradicts.
    """

    text: str
    place: int = 0
    noted: bool = field(default=False, compare=False)
    findings: tuple[str, ...] = field(default=(), compare=False)


@dataclass(frozen=True, order=True)
class Problem:
    """Something wrong in the inputs.

    where: the place an editor can jump to.
    what: what is wrong, with the value found.
    do: what to do about it; empty when `what` says it already.
    severity: an error stops the build, a warning is printed and may be accepted.
    id: the name under which the edition's `accept` may take it; empty for errors, but for those in
        what people wrote.
    spot: its place in what somebody wrote; None for any other.
    """

    where: Where
    what: str
    do: str = ""
    severity: Literal["error", "warning"] = "error"
    id: str = ""
    spot: Spot | None = field(default=None, compare=False)

    def __str__(self) -> str:
        text = f"{self.where}: {self.what}"
        if self.do:
            text += f"; {self.do}"
        return f"{text} [{self.id}]" if self.id else text


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """Put problems in the order of the files, and of the letters of a line.

    Those of one letter stay in the order in which they were found.
    """
    return sorted(problems, key=lambda each: (each.where, each.spot.place if each.spot else 0))


class InputError(Exception):
    """The user's files hold errors; `problems` are all that one pass could find, in file order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(dict.fromkeys(in_order(problems)))
        super().__init__("\n".join(map(str, self.problems)))


def stop_on_errors(problems: Iterable[Problem]) -> None:
    """Raise InputError with the errors among the problems of a pass, where there are any."""
    errors = [p for p in problems if p.severity == "error"]
    if errors:
        raise InputError(errors)


def nearest(wrong: str, choices: Iterable[str]) -> str:
    """Give the choice that is spelt most like a wrong one, or "" when none is near."""
    known = {choice.casefold(): choice for choice in choices}
    near = get_close_matches(wrong.casefold(), list(known), n=1, cutoff=0.6)
    return known[near[0]] if near else ""


def suggestion(wrong: str, choices: Iterable[str], otherwise: str = "") -> str:
    """Give "did you mean …?" for the nearest of the choices, else the `otherwise` text."""
    near = nearest(wrong, choices)
    return f"did you mean '{near}'?" if near else otherwise


def nearest_path(path: Path, otherwise: str = "") -> str:
    """Give "did you mean …?" for the first part of a path that is not there, else `otherwise`."""
    for part in (*reversed(path.parents), path):
        if not part.exists():
            beside = sorted(p.name for p in part.parent.iterdir()) if part.parent.is_dir() else []
            near = nearest(part.name, beside)
            return f"did you mean '{part.with_name(near).as_posix()}'?" if near else otherwise
    return otherwise


def one_of(choices: Iterable[str]) -> str:
    """List the choices as advice: "use one of a, b, c"."""
    return "use one of " + ", ".join(sorted(choices))
