"""What several findings come to: shares, sums, gaps, and what a part adds to a change."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from report import words
from report.assessment import Caution, Finding, Number
from report.errors import suggestion
from report.measures import rates
from report.measures.change import change
from report.names import Index, Unknown
from report.phrases.spoken import Spoken, of_one, spoken
from report.phrases.years import dated, during, year, years
from report.words import Unsayable

JOIN = re.compile(r"(,\s*and\s+|,\s*|\s+and\s+)", re.IGNORECASE)


def share(index: Index, part: str, whole: str) -> Spoken:
    """Word one count as a share of another: "5.2%". Raises Unsayable where it is no part of it."""
    one, all_ = _pair(index, part, whole)
    known = index.read(f"{part} share", {"share": ("share",)})
    if known and known[0].of == all_.value:
        return of_one(*known)
    if known and one.area and known[0].of_label:
        what = f"is a share of {whole}, and the shares of areas are of {known[0].of_label}"
        raise Unsayable(what, f"write '{part} share'")
    return spoken(words.number(_share(one.value, all_.value), "%"), [one, all_], "share")


def share_and_count(index: Index, part: str, whole: str) -> Spoken:
    """Word a share with its count: "5.2% (48 offences)"."""
    said = share(index, part, whole)
    count = words.count(index.measured("count", part))
    return said._replace(text=f"{said.text} ({count})")


def own_share_and_count(index: Index, name: str) -> Spoken:
    """Word the share that a section worked out, with its count: "20.4% (1,963 offences)"."""
    found, counted = index.measured("share", name), index.measured("count", name)
    return spoken(f"{words.value(found)} ({words.count(counted)})", [found, counted])


def share_change(index: Index, part: str, whole: str) -> Spoken:
    """Word how a share moved: "fell from 31.8% to 28.6%, by 3.2 percentage points"."""
    one, all_ = _pair(index, part, whole)
    if None in (one.previous, all_.previous):
        raise Unsayable("has no earlier counts to compare with", "use the form 'share of'")
    then, now = _share(one.previous, all_.previous), _share(one.value, all_.value)
    return spoken(_points(then, now), [one, all_], "share", compares=True)


def _points(then: float, now: float) -> str:
    """Word the move between two shares, with the decimals at which all three numbers agree.

    Shares that print alike have not moved.
    """
    if words.rounded(now, 1) == words.rounded(then, 1):
        return f"was unchanged at {words.number(now, '%')}"
    places = next(n for n in range(1, MOST_PLACES + 1) if _agree(then, now, n) or n == MOST_PLACES)
    points = words.plain(abs(now - then), places)
    verb = "rose" if now > then else "fell"
    span = f"from {words.number(then, '%', places)} to {words.number(now, '%', places)}"
    noun = "point" if words.rounded(abs(now - then), places) == 1 else "points"
    return f"{verb} {span}, by {points} percentage {noun}"


# Decimals of a move between two shares, at most.
MOST_PLACES = 3


def _agree(then: float, now: float, places: int) -> bool:
    one, other = (words.rounded(value, places) for value in (then, now))
    return other - one == words.rounded(now - then, places)


def _pair(index: Index, part: str, whole: str) -> tuple[Finding, Finding]:
    """Find a part and its whole. Raises Unsayable where the one cannot be a part of the other."""
    one, all_ = index.measured("count", part), index.measured("count", whole)
    if one.unit != all_.unit:
        what = f"sets {one.unit} against {all_.unit}"
        raise Unsayable(what, "name a whole of the same unit")
    if one.period != all_.period:
        what = f"sets {one.period.label} against {all_.period.label}"
        raise Unsayable(what, "name a whole of the same period")
    return one, all_


def _share(part: Number | None, whole: Number | None) -> float:
    """Give a part in per cent. Raises Unsayable for one that is larger than its whole."""
    found = rates.share_pct(part or 0, whole or 0)
    if None in (part, whole) or found is None:
        raise Unsayable("is a share of nothing", "name another whole")
    if (part or 0) > (whole or 0):
        raise Unsayable(
            f"is no share: {words.plain(part or 0)} is more than {words.plain(whole or 0)}",
            "name another whole",
        )
    return found


def total(index: Index, names: Sequence[str], form: str) -> Spoken:
    """Word the sum of several counts, or the change in it: "1,495 complaints".

    Raises Unsayable where they are of several units or periods, or one is named twice.
    """
    parts = [index.measured("count", name) for name in names]
    added = _sum(index, parts)
    return spoken(words.phrase(added, form), parts, compares=words.FORMS[form].compares)


def total_share(index: Index, names: Sequence[str]) -> Spoken:
    """Word the sum of several shares of one whole: "65.1%"."""
    parts = [index.measured("share", name) for name in names]
    if len({(f.of, f.of_label) for f in parts}) > 1:
        raise Unsayable("adds up shares of different wholes", "name shares of one whole")
    _distinct(parts)
    if any(f.value is None for f in parts):
        return spoken(words.UNAVAILABLE, parts)
    return spoken(words.number(sum(f.value or 0 for f in parts), "%"), parts, "share")


def _sum(index: Index, parts: Sequence[Finding]) -> Finding:
    for kind, every in (("unit", {f.unit for f in parts}), ("period", {f.period for f in parts})):
        if len(every) > 1:
            raise Unsayable(f"adds up counts of more than one {kind}", f"name counts of one {kind}")
    _distinct(parts)
    if any(words.unavailable(f) for f in parts):
        return parts[0].model_copy(update={"value": None, "cautions": _all_cautions(parts)})
    now = sum(f.value or 0 for f in parts)
    then = None if any(f.previous is None for f in parts) else sum(f.previous or 0 for f in parts)
    made = None if then is None else change(now, then, index.assessment.small_base)
    return parts[0].model_copy(
        update={
            "value": now,
            "previous": then,
            "change": made and made.difference,
            "change_pct": made and made.percent,
            "small_base": bool(made and made.small_base),
            "variation": None,
            "cautions": _all_cautions(parts),
        }
    )


def _distinct(parts: Sequence[Finding]) -> None:
    twice = [f for at, f in enumerate(parts) if f.id in {one.id for one in parts[:at]}]
    if twice:
        raise Unsayable(f"names {twice[0].label} twice", "take one out, or it counts twice")


def _all_cautions(parts: Iterable[Finding]) -> tuple[Caution, ...]:
    return tuple({(c.id, c.label): c for f in parts for c in f.cautions}.values())


def gap(index: Index, category: str, areas: Sequence[str], when: str) -> Spoken:
    """Word how far two areas are apart: "24 offences"; in a year that is named, with the year."""
    return _apart(index, category, areas, when, lambda n, unit: words.counted(abs(n), unit))


def difference(index: Index, category: str, areas: Sequence[str], when: str) -> Spoken:
    """Word how many more, or fewer, the first of two areas has: "24 more offences"."""
    return _apart(index, category, areas, when, _more)


def _more(n: Number, unit: str) -> str:
    if not n:
        return f"as many {words.noun(2, unit)}"
    return f"{words.plain(abs(n))} {'more' if n > 0 else 'fewer'} {words.noun(abs(n), unit)}"


def _apart(
    index: Index, category: str, areas: Sequence[str], when: str, say: Callable[[Number, str], str]
) -> Spoken:
    label = category or _counted_in(index, areas)
    found = [index.measured("count", f"{label} in {area}") for area in areas]
    if any(f.value is None for f in found):
        return spoken(words.UNAVAILABLE, found)
    then = [year(f, when) for f in found] if when else [years(f)[-1] for f in found]
    text = say(then[0].value - then[1].value, found[0].unit)
    return spoken(f"{text} {during(then[0].period)}" if when else text, found)


def _counted_in(index: Index, areas: Sequence[str]) -> str:
    """Find the one category that is counted in some areas. Raises Unknown for none, and several."""
    wanted = {area.casefold() for area in areas}
    found: dict[str, set[str]] = {}
    for f in index.assessment.findings().values():
        if f.measure == "count" and f.area.casefold() in wanted:
            found.setdefault(f.category, set()).add(f.area)
    both = [id_ for id_, names in found.items() if len(names) == len(wanted)]
    if len(both) == 1:
        return index.assessment.categories.get(both[0], both[0])
    if both:
        label = index.assessment.categories.get(both[0], both[0])
        what = f"{' and '.join(areas)} have counts of {len(both)} categories"
        raise Unknown(what, f"say of which: 'gap between {' and '.join(areas)} for {label}'")
    every = {f.area for f in index.assessment.findings().values() if f.area}
    lacking = next(
        (a for a in areas if a.casefold() not in {e.casefold() for e in every}), areas[0]
    )
    raise Unknown(f"unknown area '{lacking}'", suggestion(lacking, every))


def last_years(index: Index, name: str, number: int) -> Spoken:
    """Word what part of all years is of the last few: "59.6% of the 47 reviews since 2015"."""
    finding = index.measured("count", name)
    known = years(finding)
    if not 0 < number < len(known):
        what = f"is known for {words.as_word(len(known))} years, which cannot be parted so"
        raise Unsayable(what, "name fewer years, or show more of them")
    whole = sum(each.value for each in known)
    part = _share(sum(each.value for each in known[-number:]), whole)
    of = f"{words.counted(whole, finding.unit)} since {known[0].period.year_label}"
    return spoken(dated(f"{words.number(part, '%')} of the {of}", finding), [finding], "share")


def against_peers(index: Index, name: str) -> Spoken:
    """Word a rate beside those of peers: "88.0 per 1,000, where the group's median is 92.1"."""
    own, middle = (index.measured(f"peer {each}", name) for each in ("rate", "median"))
    median = words.number(middle.value or 0, middle.unit, 1)
    return spoken(f"{words.peer_rate(own)}, where the group's median is {median}", [own, middle])


def contribution(index: Index, part: str, whole: str) -> Spoken:
    """Word what a part adds to the change in a whole.

    "120 of the 339 more offences"; where it goes further or the other way, "187 more offences,
    where All Crime had 39 more in all".
    """
    one, all_ = _pair(index, part, whole)
    for each in (one, all_):
        if each.change is None:
            raise Unsayable(f"has no change of {each.label}", "name a form that compares nothing")
    own, net = one.change or 0, all_.change or 0
    if own * net > 0 and abs(own) <= abs(net):
        text = f"{words.plain(abs(own))} of the {words.difference(all_)}"
    else:
        net_words = "as many as before" if not net else f"{_net(net)} in all"
        text = f"{words.difference(one)}, where {all_.label} had {net_words}"
    return spoken(text, [one, all_], compares=True)


def _net(change_: Number) -> str:
    return f"{words.plain(abs(change_))} {'more' if change_ > 0 else 'fewer'}"


def split(text: str, known: Mapping[str, str]) -> list[str]:
    """Part "A, B and C" into names, of which one may hold an "and" itself.

    known: name without capital letters -> as it is written. Raises Unknown for any other.
    """
    pieces, found, at = JOIN.split(text), list[str](), 0
    while at < len(pieces):
        ends = range(len(pieces), at, -2)
        end = next((e for e in ends if "".join(pieces[at:e]).casefold() in known), 0)
        if not end:
            wrong = pieces[at].strip()
            raise Unknown(f"unknown name '{wrong}'", suggestion(wrong, known.values()))
        found.append("".join(pieces[at:end]))
        at = end + 1
    return found
