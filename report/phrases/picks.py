"""What is picked from a set: its first few, those with a rise, those above a number."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from report import words
from report.assessment import Finding
from report.names import Index
from report.phrases.sets import Ranked, Set, counted
from report.phrases.spoken import Spoken, spoken
from report.words import Unsayable

SUPERLATIVES = ("highest", *(f"{each} highest" for each in ("second", "third", "fourth", "fifth")))


class Pick(NamedTuple):
    """Some of a set, in order; out_of: the findings that were looked at.

    compares: whether it was picked by how it changed. joint: the words for a shared last place.
    """

    found: Set
    picked: tuple[Finding, ...]
    compares: bool = False
    joint: str = ""
    tied: tuple[Finding, ...] = ()


def top(found: Set, number: int) -> Pick:
    """Pick the first few; those that share the last place come all.

    Raises Unsayable where fewer are known, or there are no more than fewer.
    """
    _led(found)
    found.enough(number)
    ranked = [one for one in found.ranked() if one.finding.value and one.rank <= number]
    if number > len(found.members) and not found.complete:
        what = f"names more {found.nouns} than are known, which is {len(found.members)}"
        raise Unsayable(what, f"ask for the top {len(found.members)}, or list more of them")
    if len(ranked) <= number:
        _closed(found, ranked)
        return Pick(found, tuple(one.finding for one in ranked))
    last = ranked[-1].rank
    tied = tuple(one.finding for one in ranked if one.rank == last)
    picked = tuple(one.finding for one in ranked if one.rank < last)
    return Pick(found, picked, joint=f"joint {_place(last)}", tied=tied)


def _closed(found: Set, ranked: Sequence[Ranked]) -> None:
    """Refuse a last place that one outside of the list shares. Raises Unsayable."""
    if found.unlisted and ranked and ranked[-1].finding == found.members[-1]:
        number = len([f for f in found.members if f.value != found.members[-1].value])
        what = f"ends with a count that {found.nouns} have too which are not listed"
        raise Unsayable(what, f"ask for the top {number}" if number else "list more of them")


def most(found: Set, place: int = 1) -> Pick:
    """Pick the highest, the second highest and so on; several where they tie.

    Of two that are first no one is second: both come, as the joint highest. Raises Unsayable where
    fewer are known.
    """
    _led(found)
    found.enough(place)
    if place > len(found.members):
        what = f"names more {found.nouns} than are known, which is {len(found.members)}"
        raise Unsayable(what, "ask for a higher place")
    ranked = found.ranked()
    at = max(one.rank for one in ranked if one.rank <= place)
    picked = [one for one in ranked if one.rank == at]
    _closed(found, picked)
    named = tuple(one.finding for one in picked)
    if at < place:
        return Pick(found, (), joint=f"joint {_place(at)}", tied=named)
    return Pick(found, named)


def fewest(found: Set) -> Pick:
    """Pick the lowest. Raises Unsayable where the set is not complete."""
    lowest = min(map(counted, found.whole().members))
    return Pick(found, tuple(f for f in found.members if f.value == lowest))


def moved(found: Set, way: int, *, clear: bool = False) -> Pick:
    """Pick those with a rise, 1, a fall, -1, or neither, 0; the largest first.

    clear: only those whose change is more than normal variation.
    """
    every = [f for f in _compared(found) if _way(f) == way]
    picked = [f for f in every if not clear or (f.variation and f.variation.clear)]
    return Pick(found, tuple(sorted(picked, key=_size)), compares=True)


def largest(found: Set, way: int, number: int = 1) -> Pick:
    """Pick those with the largest rises or falls by count; all that share the last place.

    Raises Unsayable where there are fewer.
    """
    found.enough(number)
    changes = [f for f in _compared(found) if _way(f) == way]
    sizes = sorted((abs(f.change or 0) for f in changes), reverse=True)
    least = sizes[:number][-1] if sizes else 0
    picked = [f for f in changes if abs(f.change or 0) >= least]
    picked.sort(key=lambda f: -abs(f.change or 0))
    return Pick(found, tuple(picked), compares=True)


def at_least(found: Set, number: int) -> Pick:
    """Pick those with so many or more. Raises Unsayable where one may be left out."""
    if not found.complete and (not found.leads or number <= counted(found.members[-1])):
        found.whole()
    return Pick(found, tuple(f for f in found.members if counted(f) >= number))


def fewer_than(found: Set, number: int) -> Pick:
    """Pick those with fewer. Raises Unsayable where the set is not complete."""
    return Pick(found, tuple(f for f in found.whole().members if counted(f) < number))


def shared(one: Pick, other: Pick) -> Pick:
    """Pick what is among the first of both."""
    names = {other.found.name(f) for f in (*other.picked, *other.tied)}
    both = [f for f in (*one.picked, *one.tied) if one.found.name(f) in names]
    return one._replace(picked=tuple(both), tied=(), joint="")


def _led(found: Set) -> None:
    if not (found.complete or found.leads):
        found.whole()


def _compared(found: Set) -> tuple[Finding, ...]:
    """Give the members, all of which have their change. Raises Unsayable."""
    lacking = [f for f in found.whole().members if f.change is None]
    if lacking:
        what = f"has no earlier count of {found.about} for {found.name(lacking[0])}"
        raise Unsayable(what, "name a form that compares nothing")
    return found.members


def _way(finding: Finding) -> int:
    return ((finding.change or 0) > 0) - ((finding.change or 0) < 0)


def _size(finding: Finding) -> tuple[bool, float]:
    """Order changes: percentages, the largest first, and then counts on a small base."""
    size = finding.change if finding.change_pct is None else finding.change_pct
    return finding.change_pct is None, -abs(size or 0)


def rank(found: Set, finding: Finding) -> Spoken:
    """Word the rank of one of a set: "the joint second highest of the ten beats"."""
    _led(found)
    one = next((one for one in found.ranked() if one.finding.id == finding.id), None)
    if one is None:
        what = f"has no rank: {found.name(finding)} is not among the {found.nouns} listed"
        raise Unsayable(what, "list more of them")
    open_end = found.unlisted and finding.value == found.members[-1].value
    joint = "joint " if one.tied or open_end else ""
    last = found.complete and one.rank == found.size and not one.tied
    place = "lowest" if last and found.size > 1 else _place(one.rank)
    return spoken(f"the {joint}{place} of {found.all_of_them}", found.members, "rank")


def _place(rank: int) -> str:
    named = rank <= len(SUPERLATIVES)
    return SUPERLATIVES[rank - 1] if named else f"{words.ordinal(rank)} highest"


# How many of a set are named one by one where all of it is picked.
FEW = 2


def names(pick: Pick, index: Index, detail: str = "") -> Spoken:
    """Name what was picked: "Beat 62, Beat 65 and Beat 61"; all of a set, and none, in a word.

    detail: what stands behind each name: "counts", "shares" or "changes".
    """
    found, about = pick.found, [*pick.picked, *pick.tied]
    if not about:
        return _said(pick, f"none of {found.all_of_them}", found.members)
    if pick.compares and not detail and len(about) == found.size > FEW:
        return _said(pick, f"all {words.as_word(found.size)} {found.nouns}".strip(), found.members)
    said = DETAILS[detail](index, about)
    each = {f.id: f"{found.name(f)}{text}" for f, text in zip(about, said, strict=True)}
    items = [each[f.id] for f in pick.picked]
    about += _shares_of(index, about) if detail == "shares" else []
    if not pick.tied:
        return _said(pick, words.listed(items), about)
    tied = f"{words.listed(each[f.id] for f in pick.tied)} ({pick.joint})"
    return _said(pick, f"{', '.join(items)}, and {tied}" if items else tied, about)


def number(pick: Pick) -> Spoken:
    """Count what was picked, in a word: "six"."""
    return _said(pick, words.as_word(_length(pick)), pick.found.members)


def how_many(pick: Pick) -> Spoken:
    """Count what was picked, and of how many: "six of the ten beats", "all ten beats"."""
    size, length = pick.found.size, _length(pick)
    part = {0: "none", size: "all"}.get(length, words.as_word(length))
    of = pick.found.all_of_them.removeprefix("the ") if length == size else pick.found.all_of_them
    text = f"{part} {of}" if length == size else f"{part} of {of}"
    return _said(pick, text, pick.found.members)


def _length(pick: Pick) -> int:
    return len(pick.picked) + len(pick.tied)


def _said(pick: Pick, text: str, about: Iterable[Finding]) -> Spoken:
    method = () if pick.compares else ("rank",)
    return spoken(text, about, *method, compares=pick.compares)


def _nothing(_: Index, about: Sequence[Finding]) -> list[str]:
    return [""] * len(about)


def _counts(_: Index, about: Sequence[Finding]) -> list[str]:
    """Give each count, the first one with its noun: " (1,963 offences)", " (1,552)"."""
    first, *others = about
    return [
        f" ({words.count(first)})",
        *(f" ({words.plain(counted(f))})" for f in others),
    ]


def _shares(index: Index, about: Sequence[Finding]) -> list[str]:
    """Give each share with its count: " (20.4%, 1,963 offences)"."""
    counts = [text.removeprefix(" (") for text in _counts(index, about)]
    shares = map(words.value, _shares_of(index, about))
    return [f" ({share}, {count}" for share, count in zip(shares, counts, strict=True)]


def _shares_of(index: Index, about: Sequence[Finding]) -> list[Finding]:
    """Find the shares of some counts. Raises Unknown."""
    return [index.measured("share", f.label) for f in about]


def _changes(_: Index, about: Sequence[Finding]) -> list[str]:
    """Give each change: " (up 22.1%, a clear rise)", " (from 8 to 13)"."""
    return [f" ({_change(f)})" for f in about]


def _change(f: Finding) -> str:
    if f.change_pct is None or not f.change:
        text = f"from {words.plain(f.previous or 0)} to {words.plain(f.value or 0)}"
    else:
        text = f"{'up' if f.change > 0 else 'down'} {words.sized(f.change_pct)}"
    return f"{text}, {f.variation.words}" if f.variation else text


DETAILS: Mapping[str, Callable[[Index, Sequence[Finding]], list[str]]] = {
    "": _nothing,
    "counts": _counts,
    "shares": _shares,
    "changes": _changes,
}
