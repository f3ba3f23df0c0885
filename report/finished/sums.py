"""What a sentence says twice agrees: per cent, both counts, the difference and the direction."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from report.errors import Problem
from report.finished import spans
from report.finished.alarms import alarm, quoted
from report.finished.document import Finished, Part
from report.finished.spans import Span
from report.prose.directions import FEWER, MORE, last_way
from report.prose.figures import Figure, figures
from report.prose.fits import Grade

SENTENCES = ("paragraph", "item", "note", "caption")
VALUED = ("count", "percent", "rate")
# What may stand between the numbers of one statement.
BETWEEN = r"(?:\s?\([^)]*\))?"
TO = re.compile(r"(?:\s(?!and\b|or\b)[a-z]+){0,4}\sto\s(?:just\s)?$")
FROM = re.compile(rf"{BETWEEN},?(?:\s[a-z]+){{0,3}}\sfrom\s$")
DIFFERENCE = re.compile(
    r"(?:\s[a-z]+){0,2}"
    + BETWEEN
    + r"(?:,|:|\sand|\s[–-])?(?:\s(?:which|that|or|it|is|was|a|fall|rise|of)){0,4}\s$"
)
BY = "|".join((*MORE, *FEWER))
AFTER_DIFFERENCE = re.compile(rf"(?:{BY})\b(?! than| or)")
AND_MORE = re.compile(rf"(?:\s[a-z]+){{1,3}}\sand\s\d[\d,]*\s(?:{BY})\b")
VERDICT = re.compile(r"^(?:\s[a-z]+){0,3}\s?\(a clear (?P<way>fall|rise)")
ARROWS = re.compile(r"↑\s(?:fell|down)\b|↓\s(?:rose|up)\b")


@dataclass(frozen=True)
class Change:
    """A change as a sentence states it.

    old, new: the numbers before and after. percent, difference: its size, where that is said.
    way: −1 for a fall, 1 for a rise, 0 where no word says it. end: where the statement ends.
    """

    old: Figure
    new: Figure
    percent: Figure | None
    difference: Figure | None
    way: int
    end: int


def changes(text: str) -> Iterator[Change]:
    """Find what a text states as a change from one number to another."""
    found = [figure for figure in figures(text) if figure.kind not in ("label",)]
    for at, (old, new) in enumerate(pairwise(found)):
        comparable = old.kind == new.kind and old.kind in VALUED and not old.sign
        if (
            comparable
            and text[: old.start].endswith("from ")
            and TO.search(text[old.end : new.start])
        ):
            before = found[at - 1] if at else None
            percent = _percent(text, before, old)
            start = percent.start if percent else (before.end if before else 0)
            difference = _difference(text, new, found[at + 2] if at + 2 < len(found) else None)
            way = _way(text[max(0, start - 60) if percent else start : old.start])
            yield Change(old, new, percent, difference, way, new.end)


def _percent(text: str, before: Figure | None, old: Figure) -> Figure | None:
    known = before is not None and before.kind in ("percent", "points", "times")
    return before if before and known and FROM.fullmatch(text[before.end : old.start]) else None


def _difference(text: str, new: Figure, after: Figure | None) -> Figure | None:
    if after is None or after.kind != "count" or not AFTER_DIFFERENCE.match(after.after):
        return None
    if AND_MORE.match(text[after.end :]):
        return None
    return after if DIFFERENCE.fullmatch(text[new.end : after.start]) else None


def _way(words: str) -> int:
    """Say which way the last word of direction points."""
    return last_way(re.split(r"[.;:](?!\d)", words)[-1])


def statements(document: Finished) -> Iterator[Problem]:
    """A change from one number to another is as large as it says, and goes the way it says."""
    for part, text in _said(document):
        for each in changes(text):
            old, new = spans.of(each.old), spans.of(each.new)
            if old and new:
                yield from _wrong(document, part, each, old, new)
        for found in ARROWS.finditer(text):
            what = f"the arrow and the word differ: {quoted(text, found.start())}"
            yield alarm(document, "direction", part, what, "use the word that is true", text)


def _wrong(document: Finished, part: Part, each: Change, old: Span, new: Span) -> Iterator[Problem]:
    text, by = part.text, new - old
    said = f"from {each.old.text} to {each.new.text}"
    if each.way and (by.high < 0 if each.way > 0 else by.low > 0):
        what = f"{said} is a {'fall' if each.way > 0 else 'rise'}: {quoted(text, each.old.start)}"
        yield alarm(document, "direction", part, what, "use the word that is true", text)
    verdict = VERDICT.match(text[each.end :])
    if verdict and (by.low > 0 if verdict["way"] == "fall" else by.high < 0):
        what = f"{said} is no {verdict['way']}: {quoted(text, each.old.start)}"
        yield alarm(document, "direction", part, what, "use the word that is true", text)
    true = spans.change(old, new)
    if each.percent and each.percent.kind == "percent" and true:
        yield from _graded(document, part, each.percent, true.size(), said)
    if each.difference:
        yield from _graded(document, part, each.difference, by.size(), said)
        fewer = each.difference.after.startswith(FEWER)
        if by.low > 0 if fewer else by.high < 0:
            what = f"{said} is not {each.difference.text} {each.difference.after.split()[0]}"
            yield alarm(document, "direction", part, what, "use the word that is true", text)


def _graded(
    document: Finished, part: Part, printed: Figure, true: Span, of: str
) -> Iterator[Problem]:
    stated = spans.of(printed)
    how: Grade = spans.grade(stated.size(), true) if stated else "holds"
    if how != "holds" and not printed.hedge:
        unit = "%" if printed.kind == "percent" else ""
        said = f"{of} is {spans.spelt(true)}{unit}, not {printed.text}"
        what = f"{said}: {quoted(part.text, printed.start)}"
        rule = "change" if how == "wrong" else "rounding"
        yield alarm(document, rule, part, what, "write what it comes to", part.text)


# "23 more (11.4%)", "11.4% (23 more crimes)", "−71 (−33.2%)".
OPEN = re.compile(r"(?:\s(?!than\b)[a-z]+){0,3}\s\($")


def feasible(document: Finished) -> Iterator[Problem]:
    """A difference and its percentage have a base: some whole number gives both."""
    for part, text in _said(document):
        found = figures(text) if "%" in text and "(" in text else ()
        for before, after in pairwise(found):
            kinds = {before.kind: before, after.kind: after}
            if set(kinds) == {"count", "percent"} and OPEN.fullmatch(
                text[before.end : after.start]
            ):
                yield from _based(document, part, kinds["count"], kinds["percent"])


def _based(document: Finished, part: Part, by: Figure, percent: Figure) -> Iterator[Problem]:
    differs = bool(by.sign) or AFTER_DIFFERENCE.match(by.after)
    if not (differs and by.value and percent.low and percent.high and percent.value):
        return
    low, high = sorted((abs(percent.low), abs(percent.high)))
    size = 100 * abs(by.value)
    if low > 0 and not spans.whole_within(size / high, size / low):
        what = f"no count has a change of {by.text} that is {percent.text}: {quoted(part.text)}"
        yield alarm(document, "change", part, what, "look both up", part.text)


# "13 of 179 (7.3%)", "36 of the 44 offences, 82%".
SHARED = re.compile(r"(?:\s[a-z]+){0,3}(?:\s\(|,\s(?:or\s)?)$")
PART_OF = re.compile(r"\s(?:out\s)?of\s(?:the\s|all\s|these\s)?$")


def shares(document: Finished) -> Iterator[Problem]:
    """A part of a whole is the percentage that is said, and a percentage has a whole part."""
    for part, text in _said(document):
        found = figures(text) if "%" in text else ()
        for at, figure in enumerate(found):
            rest = found[at + 1 :]
            if figure.kind == "part" and rest and rest[0].kind == "percent":
                if SHARED.fullmatch(text[figure.end : rest[0].start]) and figure.value is not None:
                    yield from _shared(document, part, figure.value, figure.of or 0, rest[0])
            elif figure.kind == "percent" and rest and _is_whole(text, figure, rest[0]):
                yield from _some(document, part, figure, rest[0])


def _shared(
    document: Finished, part: Part, value: float, of: float, percent: Figure
) -> Iterator[Problem]:
    true = spans.share(Span(value, value), Span(of, of))
    if true:
        yield from _graded(document, part, percent, true, f"{value:g} of {of:g}")


def _is_whole(text: str, percent: Figure, whole: Figure) -> bool:
    named = re.match(r"(?:to|year|per|or|and|–)\b", whole.after)
    exact = whole.kind == "count" and not whole.hedge and not whole.word and not named
    return exact and bool(PART_OF.fullmatch(text[percent.end : whole.start]))


def _some(document: Finished, part: Part, percent: Figure, whole: Figure) -> Iterator[Problem]:
    if percent.low is None or percent.high is None or not whole.value or percent.hedge:
        return
    low, high = (end * whole.value / 100 for end in (percent.low, percent.high))
    if low > 0 and not spans.whole_within(low, high):
        what = f"no part of {whole.text} is {percent.text}: {quoted(part.text, percent.start)}"
        yield alarm(document, "share", part, what, "look both up", part.text)


MONTHLY = re.compile(
    r"\bbetween (?P<low>\d[\d,]*) and (?P<high>\d[\d,]*)\b[^.;]{0,40}?"
    r"\b(?:a|per|each|every) month\b"
)
YEARLY = re.compile(r"\b(?P<all>\d[\d,]*)\b[^.;\d]{0,40}?\b(?:a|per|over the|in the) year\b")


def months(document: Finished) -> Iterator[Problem]:
    """What lies between two numbers a month lies between twelve times both a year."""
    for part, text in _said(document):
        month, year = MONTHLY.search(text), YEARLY.search(text)
        if month and year:
            low, high, total = (
                int(number.replace(",", ""))
                for number in (month["low"], month["high"], year["all"])
            )
            if total > high and not 12 * low <= total <= 12 * high:
                what = f"{year['all']} a year is not {quoted(month[0])}"
                yield alarm(document, "change", part, what, "look both up", text)


def _said(document: Finished) -> Iterator[tuple[Part, str]]:
    """Give the sentences with numbers, but for those that a note beside them speaks of already."""
    after = (*document.parts[1:], Part())
    for part, note in zip(document.parts, after, strict=True):
        told = note.kind == "margin"
        if part.kind in SENTENCES and not told and re.search(r"\d", part.text):
            yield part, part.text


RULES = (statements, feasible, shares, months)
