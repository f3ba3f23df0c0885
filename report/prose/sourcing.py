"""Tell of what an author typed that is false, or that nothing vouches for."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from report import words
from report.assessment import Finding, slug
from report.errors import Problem
from report.prose.bracketed import OwnWords
from report.prose.contradicting import contradicted
from report.prose.passage import Passage, PassageKind
from report.prose.plain import Plain, PlainText, false, plain
from report.prose.spelling import numberless
from report.prose.standing import Facts, KnownNumber, Nearest, Standing
from report.prose.typed import Typed, typed
from report.prose.uncounted import uncounted

# What is told of in which passages: what a recommendation asks for is an aim, and known to nobody.
TOLD: Mapping[PassageKind, tuple[Standing, ...]] = {
    "prose": ("unknown", "close"),
    "sentence": ("unknown", "close"),
    "title": ("unknown", "close"),
    "recommendation": ("close",),
    "heading": (),
}
CITE = "write [source: …] behind the sentence, with who published it and when"


def unknown_numbers(passages: Sequence[Passage]) -> Iterator[Problem]:
    """Read what stands in no bracket: sentences that are false, and numbers nothing vouches for."""
    if not passages:
        return
    made = passages[0].assessment
    own, facts, read = OwnWords(made), Facts.of(made), defaultdict[int, list[Plain]](list)
    reading = PlainText(own, facts)
    for each in plain(passages):
        read[id(each.passage)].append(each)
    for passage in passages:
        for each in read[id(passage)]:
            yield from (*false((each,), own), *uncounted(each, own))
        yield from _typed(passage, read[id(passage)], facts)
        yield from contradicted(passage, reading)


def _typed(passage: Passage, read: Iterable[Plain], facts: Facts) -> Iterator[Problem]:
    """Give the numbers of a passage that nothing vouches for."""
    settled = {at for each in read for at in (*each.held, *_stated(each))}
    nothing = [
        range(at, at + len(name)) for at, name, *_ in numberless(passage.text, passage.vocabulary)
    ]
    headings = (passage.heading, passage.section.title)
    for each in typed(passage.text, passage.vocabulary, headings) if not passage.quoted else ():
        told = each.place in settled or any(each.place in name for name in nothing)
        if not each.cited and not told:
            yield from _judged(passage, each, facts.nearest(each))


def _stated(each: Plain) -> Iterator[int]:
    """Give where the figures of a claim begin that is told of as false already."""
    if each.false:
        yield from (said.figure.start for said in each.claim.said)


def _judged(passage: Passage, each: Typed, nearest: Nearest) -> Iterator[Problem]:
    if nearest.standing in TOLD[passage.kind]:
        yield _told(passage, each, nearest)


def _told(passage: Passage, each: Typed, nearest: Nearest) -> Problem:
    number = each.figure.text
    finding, value = nearest.finding, nearest.value
    what = f"no finding is equal to {number}, which is typed by hand"
    do = f"{CITE}, or list the figure under 'quoted:'"
    if finding:
        told = held(finding, value) if value else f"{finding.printed}, {finding.label}"
        form = bracket(finding, value) if value else ""
        near = f"and close to {told}"
        if nearest.standing == "unknown":
            near = f"and equal to {told}, which its sentence does not name"
        what = f"{number} is typed by hand {near}"
        do = f"{form}or, where it is another figure, {CITE}" if form else CITE
    return passage.says(what, do, f"typed.{slug(number)}", each.place, false=True)


def held(finding: Finding, value: KnownNumber) -> str:
    """Name a number that a finding holds: "57, Robbery a year earlier"."""
    shown = words.number(value.value, "%" if value.kind == "percent" else finding.unit)
    if value.of is not None:
        shown = f"{words.ordinal(value.value)} of {value.of:g}"
    return f"{shown}, {finding.label}{value.said}"


def bracket(finding: Finding, value: KnownNumber) -> str:
    """Advise the bracket that prints a number; "" where none does."""
    if not value.form:
        return ""
    name, within, area = finding.label.partition(" in ")
    return f"write [{name} {value.form}{within}{area}], "
