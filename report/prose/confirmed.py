"""What each paragraph rested on when somebody last looked at it, against what it rests on now.

A paragraph carries what it rests on: each bracket as printed, with the findings behind it, the
shape of a table that it names, what its years are to the edition. Whoever writes or edits it has
looked at it, so new words are recorded as they are. What moves under words that stay is a flag,
until they are confirmed or edited. A record is kept under the words alone: it follows a paragraph
that is wrapped anew, moved to another chapter, or copied to next year's edition.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby
from typing import NamedTuple

from report.errors import STALE, InputError, Problem, Where, in_order
from report.prose.dates import undated
from report.prose.paragraphs import Paragraph

HEAD = "# What each paragraph of {} rested on when it was last confirmed. Written by psa: "
HEAD += "leave it be.\n"
HEADED = re.compile(r"# What each paragraph of (?P<edition>\S+) rested on")

KEY = 12  # digits of a hash that tell paragraphs apart
WORD = re.compile(r"\w+")
# A figure, and a name that it may be part of, such as "Beat 62"; "12th" is a rank and no figure.
FIGURE = re.compile(r"(?P<name>\b[A-Z]\w* )?\d[\d,]*(?:\.\d+)?(?!\d|st|nd|rd|th)")
SHOWN = 2  # of what moved, how many a flag tells
GONE = "not there"
FIELDS = (3, 4)  # of a line of a lock: key, name, text, and values where there are any


class Kept(NamedTuple):
    """What a paragraph rests on, as it is printed, and the findings behind it with their values.

    Both have to differ for it to have moved: the house may word the same values otherwise, and
    values may differ beyond what is printed. values: "" where there is no finding.
    """

    text: str
    values: str = ""

    def moved(self, then: "Kept") -> bool:
        """Say whether this is something else than it was."""
        return self.text != then.text and (not self.values or self.values != then.values)


# Key of a paragraph -> name of what it rests on -> what that was.
Lock = Mapping[str, Mapping[str, Kept]]


class Resting(NamedTuple):
    """Something that a paragraph rests on.

    name: the same in next year's edition; shown: how a flag calls it. renews: whether the page
    prints it anew by itself, as a bracket does. of: the id of the finding that words of the
    author's own speak of.
    """

    name: str
    kept: Kept
    shown: str
    renews: bool = False
    of: str = ""


@dataclass(frozen=True)
class Carried:
    """A paragraph, in each place that holds it, and what it rests on."""

    key: str
    paragraphs: tuple[Paragraph, ...]
    said: tuple[Resting, ...]


class Moved(NamedTuple):
    """Something that a paragraph rests on, as it was confirmed and as it is."""

    shown: str
    then: str
    now: str
    renews: bool = False

    @property
    def turned(self) -> bool:
        """Whether more than figures differ: a direction, a rank, a verdict, an order."""
        return _without_figures(self.then) != _without_figures(self.now)

    def __str__(self) -> str:
        return f"{self.shown} was '{self.then}' when this was confirmed, is '{self.now}' now"


@dataclass(frozen=True)
class Flag:
    """A paragraph to be looked at. moved: what has, what turned first; nothing where all stands."""

    carried: Carried
    moved: tuple[Moved, ...]

    @property
    def renewed(self) -> bool:
        """Whether nothing turned, and brackets print all the new figures by themselves."""
        return bool(self.moved) and all(each.renews and not each.turned for each in self.moved)

    def problems(self, config: str) -> Iterator[Problem]:
        """Word the flag for each place that holds the paragraph."""
        moved = list(dict.fromkeys(self.moved))
        more = len(moved) - SHOWN
        told = [*map(str, moved[:SHOWN]), *([f"and {more} more"] if more > 0 else ())]
        new = "its brackets print the new figures; " if self.renewed else ""
        do = f"{new}edit it, or confirm that it still holds: psa confirm {config}"
        for paragraph in self.carried.paragraphs:
            id_ = f"{STALE}{paragraph.section.id or 'document'}.{self.carried.key[:6]}"
            yield Problem(paragraph.where, "; ".join(told), do, "warning", id_, spot=paragraph.spot)


def key(text: str) -> str:
    """Give what tells a paragraph apart: its words, however they are wrapped, but for its years.

    A year is left out since putting this year for last year is no reading.
    """
    told = " ".join(WORD.findall(undated(text).casefold()))
    return sha256(told.encode()).hexdigest()[:KEY]


def carried(
    every: Iterable[tuple[Paragraph, Iterable[Resting]]], sort: str = ""
) -> tuple[Carried, ...]:
    """Give what paragraphs of a sort rest on, in their order; those of the same words as one."""
    found: dict[str, list[tuple[Paragraph, tuple[Resting, ...]]]] = {}
    for paragraph, said in every:
        found.setdefault(key(f"{sort} {paragraph.text}"), []).append((paragraph, tuple(said)))
    return tuple(
        Carried(name, tuple(p for p, _ in same), _together(s for _, all_ in same for s in all_))
        for name, same in found.items()
    )


def _together(said: Iterable[Resting]) -> tuple[Resting, ...]:
    """Give each name once: what it says in one place, and in another if that differs."""
    ordered = sorted(dict.fromkeys(map(_on_one_line, said)), key=lambda each: each.name)
    named = (list(same) for _, same in groupby(ordered, lambda each: each.name))
    return tuple(same[0]._replace(kept=_joined([each.kept for each in same])) for same in named)


def _on_one_line(said: Resting) -> Resting:
    """Take line breaks and tabs out, which the header of a partner's table may hold."""
    name, *kept = (" ".join(text.split()) for text in (said.name, *said.kept))
    return said._replace(name=name, kept=Kept(*kept))


def _joined(kept: list[Kept]) -> Kept:
    parts = (filter(None, dict.fromkeys(part)) for part in zip(*kept, strict=True))
    return Kept(*map("; ".join, parts))


def flags(lock: Lock, every: Iterable[Carried], told: Sequence[Problem] = ()) -> tuple[Flag, ...]:
    """Find the paragraphs that rest on something else than was confirmed.

    told: what is wrong with the words themselves; what a finding contradicts is not told twice.
    """
    found = [(each, tuple(_moved(lock.get(each.key, {}), each, told))) for each in every]
    return tuple(
        Flag(each, tuple(sorted(moved, key=lambda m: not m.turned)))
        for each, moved in found
        if moved
    )


def every(carried: Iterable[Carried], found: Iterable[Flag]) -> tuple[Flag, ...]:
    """Give each paragraph that rests on anything as one to be looked at, flagged or not."""
    flagged = {flag.carried.key: flag for flag in found}
    return tuple(flagged.get(one.key, Flag(one, ())) for one in carried if one.said)


def problems(found: Iterable[Flag], config: str) -> list[Problem]:
    """Word every flag as a warning, in the order of the files. config: the edition's path."""
    return in_order(dict.fromkeys(p for flag in found for p in flag.problems(config)))


def _moved(then: Mapping[str, Kept], now: Carried, told: Sequence[Problem]) -> Iterator[Moved]:
    names, false = {said.name for said in now.said}, set(_contradicting(now, told))
    for said in now.said:
        if said.of not in false and said.kept.moved(then.get(said.name, said.kept)):
            yield Moved(said.shown, then[said.name].text, said.kept.text, said.renews)
    for name, kept in then.items():
        if name not in names:
            yield Moved(name, kept.text, GONE)


def _contradicting(one: Carried, told: Sequence[Problem]) -> Iterator[str]:
    """Give the ids of the findings that the words of a paragraph are false of."""
    for problem in told:
        if problem.spot and any(each.holds(problem) for each in one.paragraphs):
            yield from problem.spot.findings


def _without_figures(text: str) -> str:
    return FIGURE.sub(lambda match: match[0] if match["name"] else "#", text)


def recorded(lock: Lock, every: Iterable[Carried]) -> Lock:
    """Record what is new as it is now; what is known stays as it was confirmed, flagged or not.

    What no paragraph of the edition says any more is left out.
    """
    return {
        each.key: {**{s.name: s.kept for s in each.said}, **lock.get(each.key, {})}
        for each in every
        if each.said or each.key in lock
    }


def confirmed(lock: Lock, one: Carried) -> Lock:
    """Record a paragraph as it is now."""
    return {**lock, one.key: {said.name: said.kept for said in one.said}}


def written(lock: Lock, edition: str) -> str:
    """Give the lock of an edition as a file's text: a line for each thing a paragraph rests on."""
    lines = [
        "\t".join((name, what, *kept)).removesuffix("\t") + "\n"
        for name, said in sorted(lock.items())
        for what, kept in sorted(said.items())
    ]
    return HEAD.format(edition) + "".join(lines)


def edition_of(text: str) -> str:
    """Name the edition that a lock was written for; "" where it does not say."""
    named = HEADED.match(text)
    return named["edition"] if named else ""


def read(text: str, file: str) -> Lock:
    """Read a lock. Raises InputError for a line that is none, such as one that a merge left."""
    lock: dict[str, dict[str, Kept]] = {}
    problems = []
    for number, line in enumerate(text.splitlines(), 1):
        parts = line.split("\t")
        if len(parts) in FIELDS:
            lock.setdefault(parts[0], {})[parts[1]] = Kept(*parts[2:])
        elif not line.startswith("#") and line.strip():
            what = f"'{line.strip()[:20]}' is nothing that psa wrote"
            do = "take the line out; of two that a merge set side by side keep one"
            problems.append(Problem(Where(file, number), what, do))
    if problems:
        raise InputError(problems)
    return lock
