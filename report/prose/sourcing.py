"""Tell of what an author typed that is false, or that nothing vouches for."""

from collections.abc import Iterator, Mapping, Sequence

from report import words
from report.assessment import Finding, slug
from report.errors import Problem
from report.prose.bracketed import OwnWords
from report.prose.passage import Passage, PassageKind
from report.prose.plain import Plain, false, plain
from report.prose.standing import Facts, Nearest, Standing, Value
from report.prose.typed import Typed, typed

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
    read = tuple(plain(passages))
    yield from false(read, OwnWords(made))
    settled = {(id(p.passage), at) for p in read for at in (*p.held, *_stated(p))}
    facts = Facts.of(made)
    for passage in passages:
        for each in typed(passage.text, passage.vocabulary) if not passage.quoted else ():
            if not each.cited and (id(passage), each.place) not in settled:
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
    what = f"no finding is equal to {number}, which is typed by hand"
    do = f"{CITE}, or list the figure under 'quoted:'"
    if nearest.finding and nearest.value:
        what = f"{number} is typed by hand and close to {held(nearest.finding, nearest.value)}"
        do = f"{bracket(nearest.finding, nearest.value)}or, where it is another figure, {CITE}"
    return passage.says(what, do, f"typed.{slug(number)}", each.place, false=True)


def held(finding: Finding, value: Value) -> str:
    """Name a number that a finding holds: "57, Robbery a year earlier"."""
    shown = words.number(value.value, "%" if value.kind == "percent" else finding.unit)
    if value.of is not None:
        shown = f"{words.ordinal(value.value)} of {value.of:g}"
    return f"{shown}, {finding.label}{value.said}"


def bracket(finding: Finding, value: Value) -> str:
    """Advise the bracket that prints a number; "" where none does."""
    if not value.form:
        return ""
    name, within, area = finding.label.partition(" in ")
    return f"write [{name} {value.form}{within}{area}], "
