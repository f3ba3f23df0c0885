"""Hold superlatives and counted areas against all that the subject is one of."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from report import words
from report.assessment import Finding
from report.prose.claims import WAYS, Said
from report.prose.nouns import LISTED
from report.prose.ranks import Rank
from report.prose.subjects import Subject
from report.prose.truths import Case

OF_CATEGORIES = re.compile(r"categor|crime\s+type|offence\s+type|types\s+of|domain", re.IGNORECASE)
UNCOUNTED = "not all of them are counted"
# The commonest of all crime types, which the edition may not count all, or of those it shows.
COMMON = re.compile(r"\b(?:common|frequent|prevalent|numerous|reported|recorded)$", re.IGNORECASE)
SHOWN = re.compile(r"\b(?:shown|followed|these|those|table|chart|overview)\b", re.IGNORECASE)
MOST = re.compile(r"\bmost\b", re.IGNORECASE)
EVERY = re.compile(r"\b(?:every|each|all|both)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Held:
    """Whether a place or a number of areas is right.

    right: None where it cannot be said, because of `why`. holds: the words that would be true.
    place: its place among those that are counted, where it has one.
    """

    right: bool | None
    holds: str = ""
    why: str = ""
    findings: tuple[Finding, ...] = ()
    place: int = 0


def held(case: Case, rank: Rank) -> Held:
    """Hold a superlative against the same number of the other areas, or of the other categories."""
    if not rank.time:
        return _now(case, rank)
    if not EVERY.search(rank.over):
        return _in_time(case, rank)
    now = _now(case, rank)  # "in every year shown" takes in this one
    return now if now.right is False else Held(None, why="it ranks several times")


def _now(case: Case, rank: Rank) -> Held:
    measure = rank.of if rank.of in ("rate", "share") else "count"
    own = [case.known.of(subject, measure) for subject in case.subjects]
    of_what = case.spoken.behind or rank.text.casefold() in ("most", "fewest")
    if not all(own) or (of_what and not case.subjects[0].area):  # "Saturdays had the most robbery"
        return Held(None, why="nothing is counted of it")
    mine = [each[0] for each in own]
    every, complete = _every(case, mine[0], rank.over)
    complete = complete and bool(mine[0].area or not _of_all_types(rank) or SHOWN.search(rank.over))
    if not all(any(f.id == each.id for f in every) for each in mine):
        return Held(None, why="there is nothing to compare it with")
    found = [_ranked(mine, every, rank, value) for value in ORDERED_BY[rank.of]]
    best = next((each for each in found if each.right), found[0])
    if complete or (rank.highest and _leads(case, every)):
        return best
    # those that are not counted can only push it further down
    lower = all(each.place == 0 or each.place > rank.place for each in found)
    return best if lower else replace(best, right=None, why=UNCOUNTED)


def _of_all_types(rank: Rank) -> bool:
    """Say whether it ranks every kind of crime: "the most common", "the largest category"."""
    return bool(COMMON.search(rank.text) or OF_CATEGORIES.match(rank.over.strip()))


def _in_time(case: Case, rank: Rank) -> Held:
    """Hold "the highest since …" against the years shown of the same number."""
    for finding in case.findings("count"):
        shown = [p.value for p in finding.series]
        if finding.value is None or len(shown) < 2 or rank.of:  # noqa: PLR2004  itself and another
            continue
        after = [v for v in shown if (v > finding.value if rank.highest else v < finding.value)]
        place = 1 + len(after)
        said = words.superlative(place, highest=rank.highest, joint=False)
        if place > rank.place:
            return Held(False, f"{said} of the years shown", findings=(finding,))
        why = "the years shown may not be all that are meant"
        return Held(None, why=why, findings=(finding,))
    return Held(None, why="no earlier years are shown")


def _every(case: Case, mine: Finding, over: str) -> tuple[tuple[Finding, ...], bool]:
    """Give what a finding is one of, and whether all of these have their number."""
    if mine.area and case.subjects[0].area and not OF_CATEGORIES.search(over):
        kind = case.known.kind(mine.area)
        every = case.known.areas(mine.measure, mine.category, kind)
        return every, len(every) == case.known.size(kind)
    kinds = {area.kind.casefold() for area in case.known.assessment.gazetteer if area.kind}
    every_kind = "|".join(re.escape(word) for k in kinds for word in (k, words.plural(k)))
    if kinds and re.search(rf"\b(?:{every_kind})\b", over.casefold()):
        return (), True  # it ranks areas, and the subject is none of them
    return case.known.categories(mine), True


def _leads(case: Case, every: Sequence[Finding]) -> bool:
    """Say whether a table lists the areas as those with most, so that no other has more."""
    ids = {finding.id for finding in every}
    return any(
        bool(ids & {f.id for f in section.findings})
        for section in case.known.assessment.walk()
        for exhibit in section.exhibits
        if exhibit.form == "top areas"
    )


Value = Callable[[Finding], float | None]


def _value(finding: Finding) -> float | None:
    return finding.value


def _rise(finding: Finding) -> float | None:
    return finding.change


def _rise_pct(finding: Finding) -> float | None:
    if finding.change is None or not finding.previous:
        return None
    return 100 * finding.change / finding.previous


# What is put in order -> the numbers that may be meant; a fall is a rise below nothing.
ORDERED_BY: dict[str, tuple[Value, ...]] = {
    **dict.fromkeys(("", "rate", "share"), (_value,)),
    **dict.fromkeys(("rise", "fall"), (_rise, _rise_pct)),
}


def _ranked(mine: Sequence[Finding], every: Sequence[Finding], rank: Rank, value: Value) -> Held:
    """Rank some among all by a value; several are right where they are the first so many.

    Rises are ranked among what rose, and falls among what fell.
    """
    if any(value(f) is None for f in mine):
        return Held(None, why="it has no such number")
    found = {f.id: _size(rank, number) for f in every if (number := value(f)) is not None}
    numbers = {i: size if rank.highest else -size for i, size in found.items() if size is not None}
    if not all(f.id in numbers for f in mine):
        return Held(False, f"no {rank.of}", findings=tuple(mine))
    least = min(numbers[f.id] for f in mine)
    above = [n for i, n in numbers.items() if n > least and i not in {f.id for f in mine}]
    ties = [n for i, n in numbers.items() if n == least and i not in {f.id for f in mine}]
    place = len(above) + 1
    noun = f" {rank.of}" if rank.of else ""
    holds = words.superlative(place, highest=rank.highest, joint=bool(ties)) + noun
    right = place == rank.place and bool(ties) == rank.joint
    return Held(right, holds, findings=tuple(mine), place=place)


def _size(rank: Rank, number: float) -> float | None:
    """Give how large a rise or a fall is, None where it is none of that; other numbers as such."""
    if rank.of not in ("rise", "fall"):
        return number
    size = number if rank.of == "rise" else -number
    return size if size > 0 else None


def alone(case: Case) -> Held | None:
    """Hold "only Beat 62 had more than Beat 65" against the other areas; None of no areas."""
    found, above = case.others("count"), case.claim.direction == "rose"
    if not found or not found[0].area or found[0].value is None or not case.claim.direction:
        return None
    other, number = found[0], found[0].value
    every, complete = _every(case, other, "")
    values = [f.value for f in every if f.value is not None]
    before = sum(v > number if above else v < number for v in values)
    holds = words.superlative(before + 1, highest=above, joint=values.count(number) > 1)
    if before > len(case.subjects) or (complete and len(values) == len(every)):
        return Held(
            before == len(case.subjects), f"{other.area} has the {holds}", findings=(other,)
        )
    return Held(None, why=UNCOUNTED)


def counted(case: Case, said: Said, direction: str) -> Held:
    """Hold "six of the ten beats rose" against the areas of that kind, or the categories."""
    noun = LISTED.match(said.figure.after if said.figure.after else "")
    every, size = _set(case, noun["noun"] if noun else "")
    changes = [f.change for f in every]
    if not every or size != len(every) or None in changes:
        return Held(None, why=UNCOUNTED)
    number = sum(1 for c in changes if c is not None and WAYS[(c > 0) - (c < 0)] == direction)
    of = said.figure.of
    right = number == said.figure.value and of in (None, float(size))
    holds = f"{words.as_word(number)} of {words.as_word(size)}"
    return Held(right, holds, findings=tuple(f for f in every if f.change))


def everywhere(case: Case) -> Held | None:
    """Hold "fell in every beat" against the beats; None where no areas are meant."""
    noun = LISTED.search(case.claim.every)
    every, size = _set(case, noun["noun"] if noun else "")
    changes = [f.change for f in every]
    if not every:
        return Held(None, why="it is not counted in them") if noun else None
    told = [WAYS[(c > 0) - (c < 0)] == case.claim.direction for c in changes if c is not None]
    number, against = sum(told), not all(told)
    if MOST.search(case.claim.every):
        lacks = size - len(told)
        against = 2 * (number + lacks) <= size
        if not against and 2 * number <= size:
            return Held(None, why=UNCOUNTED)
    elif not against and (size != len(every) or None in changes):
        return Held(None, why=UNCOUNTED)
    holds = f"{case.claim.direction} in {words.as_word(number)} of {words.as_word(size)}"
    return Held(not against, holds, findings=every)


def _set(case: Case, noun: str) -> tuple[tuple[Finding, ...], int]:
    """Give the counts of the areas, or of the categories, that a noun means; how many there are."""
    subject = case.subjects[0]
    if OF_CATEGORIES.search(noun):
        own = case.known.of(Subject(subject.category, subject.area), "count")
        every = case.known.categories(own[0]) if own else ()
        return every, len(every)
    kinds = dict.fromkeys(area.kind for area in case.known.assessment.gazetteer)
    said = [k for k in kinds if k.casefold()[:4] == noun.casefold()[:4]]
    for kind in said or (kinds if noun.casefold().startswith("area") else ()):
        every = case.known.areas("count", subject.category, kind)
        if len(every) > 1:
            return every, case.known.size(kind)
    return (), 0
