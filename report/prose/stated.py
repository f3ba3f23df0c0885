"""What a piece of a sentence states: a claim, and its figures with their roles."""

from dataclasses import dataclass
from typing import Literal

from report.prose.figures import Figure
from report.prose.ranks import Rank
from report.prose.roles import Role

Direction = Literal["rose", "fell", "unchanged", ""]
WAYS: dict[int, Direction] = {1: "rose", -1: "fell", 0: "unchanged"}


@dataclass(frozen=True)
class Said:
    """A figure and what it is said to be.

    before: whether it is the earlier one of two. period: the year or date written right behind it.
    """

    figure: Figure
    role: Role
    before: bool = False
    period: str = ""


@dataclass(frozen=True)
class Claim:
    """What a piece of a sentence states of one subject.

    Attributes:
        start, end: its letters in the text, from its first word or figure to its last one.
        text: these letters.
        direction: "rose", "fell", "unchanged" or "" where none is told. contrary: whether it tells
            one and a figure of it bears the sign of the other.
        said: its figures with their roles; those without one are left out. rank: a superlative.
        tested: "clear" where it claims a clear change, "usual" for none beyond normal variation.
        than: whether it compares with something else than an earlier time: "24 fewer than Beat 65".
        only: whether it says so of nothing else: "only Beat 62 had more than Beat 65".
        periods: the years and dates written in its part of the text.
        every: what the direction is said to hold in each of, as in "in every beat".
    """

    start: int
    end: int
    text: str
    direction: Direction = ""
    contrary: bool = False
    said: tuple[Said, ...] = ()
    rank: Rank | None = None
    tested: Literal["", "clear", "usual"] = ""
    than: bool = False
    periods: tuple[str, ...] = ()
    every: str = ""
    only: bool = False

    def figure(self, role: Role, *, before: bool = False) -> Figure | None:
        """Give its figure of a role, if it has one."""
        found = (s.figure for s in self.said if s.role == role and s.before == before)
        return next(found, None)
