"""Phrases of one finding over years that are named in words, or over all that are shown.

`robbery change since 2018/19`, `all crime in Beat 62 last year`, `shoplifting turning point`.
"""

import re

from report import words
from report.assessment import Finding
from report.names import Index
from report.phrases.spans import (
    CHANGED,
    SPANS,
    YearSpan,
    changed,
    counted,
    in_a_year,
    two_baselines,
)
from report.phrases.spoken import Spoken
from report.phrases.years import YEAR, between, year, years

WINDOW = re.compile(
    rf"\s+(?:(?:since|on|compared (?:to|with)) (?P<since>{YEAR})(?: and since (?P<also>{YEAR}))?"
    rf"|from (?P<start>{YEAR}) to (?P<end>{YEAR})|(?:in )?(?P<at>{YEAR}))(?= |$)",
    re.IGNORECASE,
)

COUNTS = ("count", "month")

# Forms of one finding that may be said of another year than its own.
DATED = dict.fromkeys(("count", "number", *CHANGED), COUNTS)


def windowed(index: Index, text: str) -> Spoken | None:
    """Say a phrase over years; None where the text is none. Raises Unsayable."""
    for window in WINDOW.finditer(text):
        rest = text[: window.start()] + text[window.end() :]
        found = _read(index, rest, window)
        if found:
            return _over(index, *found, window)
    found = index.read(text, dict.fromkeys(SPANS, COUNTS))
    return SPANS[found[1]](_span(index, found[0])) if found else None


def _read(index: Index, rest: str, window: re.Match[str]) -> tuple[Finding, str] | None:
    """Find what stands around the words for the years; a name alone is its count or its change."""
    usual = "count" if window["at"] else "change"
    forms = DATED | dict.fromkeys(SPANS, COUNTS)
    return index.read(rest, forms) or index.read(f"{rest} {usual}", {usual: COUNTS})


def _over(index: Index, finding: Finding, form: str, window: re.Match[str]) -> Spoken:
    if window["also"]:
        return _against_two(index, finding, window)
    ends = [year(finding, each) for each in _ends(window)]
    known = years(finding)
    first, last = known.index(ends[0]), known.index(ends[-1])
    if window["since"]:
        last = len(known) - 1
    if first > last:
        raise words.Unsayable("ends before it begins", "name the earlier year first")
    span = YearSpan(finding, known[first : last + 1], index.assessment.small_base)
    if form in SPANS:
        return SPANS[form](span)
    if window["at"]:
        return in_a_year(span, form) if form in CHANGED else counted(span, form)
    if form not in CHANGED:
        raise words.Unsayable(f"has no '{form}' over several years", "use the form 'change'")
    if first == last:
        raise words.Unsayable("begins and ends with one year", "name an earlier one")
    return changed(span, form)


def _ends(window: re.Match[str]) -> list[str]:
    return [window[name] for name in ("since", "start", "end", "at") if window[name]]


def _against_two(index: Index, finding: Finding, window: re.Match[str]) -> Spoken:
    now, small = years(finding)[-1], index.assessment.small_base
    then = [year(finding, window[name]) for name in ("since", "also")]
    return two_baselines(*(between(finding, each, now, small) for each in then))


def _span(index: Index, finding: Finding) -> YearSpan:
    return YearSpan(finding, years(finding), index.assessment.small_base)
