"""Tell of the numbers that an author typed and that nothing vouches for."""

from collections.abc import Iterator, Mapping, Sequence

from report import words
from report.assessment import Finding, slug
from report.errors import Problem
from report.prose.passage import Passage, PassageKind
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
    """Find typed numbers that are neither a finding's, nor cited, nor listed as quoted."""
    own = [p for p in passages if not p.quoted]
    facts = Facts.of(own[0].assessment) if own else None
    for passage in own:
        for each in typed(passage.text, passage.vocabulary):
            nearest = facts.nearest(each) if facts and not each.cited else None
            if nearest and nearest.standing in TOLD[passage.kind]:
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
