"""What several findings come to: sums of counts and of shares, gaps between areas."""

import re
from collections.abc import Callable, Mapping, Sequence

from report import words
from report.assessment import Number
from report.errors import suggestion
from report.names import Index, Unknown
from report.phrases.spoken import Spoken, spoken
from report.phrases.sums import alike, distinct, summed
from report.phrases.years import during, year, years
from report.words import Unsayable

JOIN = re.compile(r"(,\s*and\s+|,\s*|\s+and\s+)", re.IGNORECASE)


def total(index: Index, names: Sequence[str], form: str) -> Spoken:
    """Word the sum of several counts, or the change in it: "1,495 complaints".

    Raises Unsayable where they are of several units or periods, or one is named twice.
    """
    parts = [index.measured("count", name) for name in names]
    added = summed(parts, index.assessment.small_base)
    return spoken(words.phrase(added, form), parts, compares=words.FORMS[form].compares)


def total_share(index: Index, names: Sequence[str]) -> Spoken:
    """Word the sum of several shares of one whole: "65.1%"."""
    parts = [index.measured("share", name) for name in names]
    if len({(f.of, f.of_label) for f in parts}) > 1:
        raise Unsayable("adds up shares of different wholes", "name shares of one whole")
    distinct(parts)
    if any(f.value is None for f in parts):
        return spoken(words.UNAVAILABLE, parts)
    return spoken(words.number(sum(f.value or 0 for f in parts), "%"), parts, "share")


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
    alike(found, "compares")
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


def against_peers(index: Index, name: str) -> Spoken:
    """Word a rate beside those of peers: "88.0 per 1,000, where the group's median is 92.1"."""
    own, middle = (index.measured(f"peer {each}", name) for each in ("rate", "median"))
    if words.unavailable(own):
        return spoken(words.UNAVAILABLE, [own, middle])
    known = middle.value is not None
    median = words.number(middle.value or 0, middle.unit, 1) if known else words.UNAVAILABLE
    return spoken(f"{words.peer_rate(own)}, where the group's median is {median}", [own, middle])


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
