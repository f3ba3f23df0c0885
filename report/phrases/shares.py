"""What is said of a part and its whole: its share, how that moved, what it adds to a change."""

from report import words
from report.assessment import Finding, Number
from report.measures import rates
from report.names import Index
from report.phrases.spoken import Spoken, of_one, spoken
from report.phrases.years import dated, years
from report.words import Unsayable


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
