"""The nine steps of a build, how long each took, and what a command gives at its end."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter

from report.errors import Problem

STEPS = (
    "read the study",
    "read the sources",
    "check them against each other",
    "assess each section",
    "draw each exhibit",
    "compose the pages",
    "print the PDF",
    "verify what was made",
    "account for every number",
)

Tell = Callable[[int, str], None]


def silent(step: int, text: str) -> None:
    """Tell nobody."""


@dataclass
class Result:
    """What a command made: where, how long each step took in seconds, and the warnings left.

    told: what else is to be said, a line each.
    """

    folder: Path
    files: list[Path] = field(default_factory=list)
    seconds: dict[str, float] = field(default_factory=dict)
    warnings: list[Problem] = field(default_factory=list)
    told: tuple[str, ...] = ()


@dataclass
class Clock:
    """Times the steps and tells about them."""

    tell: Tell
    seconds: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def step(self, number: int) -> Iterator[None]:
        """Tell a step, and time what is done within."""
        name = STEPS[number - 1]
        self.tell(number, name)
        start = perf_counter()
        yield
        self.seconds[name] = self.seconds.get(name, 0) + perf_counter() - start
