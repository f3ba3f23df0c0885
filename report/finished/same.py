"""One finding has one number, and one cell one text: in a document, and in two of an edition."""

import re
from collections import defaultdict
from collections.abc import Iterator

from report.errors import Problem
from report.finished.alarms import alarm, quoted
from report.finished.document import Cell, Finished, Part
from report.finished.exhibits import shown
from report.finished.facts import Fact, facts
from report.finished.sheets import AROUND
from report.prose.directions import last_way
from report.prose.figures import figures

PER = re.compile(r"\bper [\d,]+|\blimit: [\d.,]+")
# A number of a chart's alternative text that counts what is drawn, not what it shows.
DRAWN = re.compile(
    r"(?:values?|bars?|lines?|groups?|panels?|months|areas?|themes?|points?|boxes|stages|categories|years"
    r"|partnerships|members|of them)\b"
)

Known = dict[str, dict[str, list[Fact]]]


def one_number(document: Finished) -> Iterator[Problem]:
    """Each finding is the same wherever it stands in a document."""
    known: Known = {}
    for fact in facts(document):
        yield from _against(document, fact, known.setdefault(fact.finding, defaultdict(list)))
        known[fact.finding][fact.name].append(fact)


def titled(document: Finished) -> Iterator[Problem]:
    """The document has one title: the file's, that of its first heading and that of its details."""
    first = next(iter(document.of("heading")), None)
    said = [(first, first.text)] if first and first.level == 1 else []
    for part in document.of("table"):
        rows = part.table.rows if part.table and "details" in part.styles else ()
        said += [(part, row.cells[-1].text) for row in rows if row.key == "title"]
    for part, title in said if document.title else ():
        if title != document.title:
            what = f"the title is {quoted(title)} here, and {quoted(document.title)} of the file"
            yield alarm(document, "title", part, what, "build it again", "title")


def same_facts(first: Finished, document: Finished) -> Iterator[Problem]:
    """Each finding is in a second document what it is in the first."""
    known: Known = {}
    for fact in facts(first):
        known.setdefault(fact.finding, defaultdict(list))[fact.name].append(fact)
    for fact in facts(document):
        if fact.finding in known:
            yield from _against(document, fact, known[fact.finding])


def _against(document: Finished, fact: Fact, known: dict[str, list[Fact]]) -> Iterator[Problem]:
    other = next((f for f in known[fact.name] if not _agrees(fact, f)), None)
    other = other or _implied(fact, known)
    if other:
        where = other.part.path[-1] if other.part.path else "before"
        what = f"{quoted(fact.text)} differs from {quoted(other.text)} under {quoted(where)}"
        yield alarm(
            document, "fact", fact.part, what, "look both up", f"{fact.finding} {fact.name}"
        )


def _agrees(one: Fact, other: Fact) -> bool:
    """Say whether both may be one number; a size without a sign agrees with either."""
    return one.span.meets(other.span) or (
        one.name in ("change", "percent")
        and min(one.span.low, other.span.low) < 0
        and _unsigned(one, other)
    )


def _unsigned(one: Fact, other: Fact) -> bool:
    without = [f for f in (one, other) if not (last_way(f.text) or _signed(f))]
    return bool(without) and one.span.size().meets(other.span.size())


def _signed(fact: Fact) -> bool:
    return bool(re.search(r"[−+]\d", fact.text))


WORKED_OUT = (("old", "new", "difference"), ("earlier position", "position", "moved"))


def _implied(fact: Fact, known: dict[str, list[Fact]]) -> Fact | None:
    """Find what is between two numbers of a finding, and is not what is said of it."""
    for names in WORKED_OUT:
        old, new, by = ([fact] if fact.name == name else known[name][:1] for name in names)
        if fact.name in names and old and new and by:
            true = (
                (new[0].span - old[0].span)
                if names[2] == "difference"
                else (old[0].span - new[0].span)
            )
            if not true.meets(by[0].span):
                return next(f for f in (*by, *new, *old) if f is not fact)
    return None


def same_tables(first: Finished, document: Finished) -> Iterator[Problem]:
    """A cell that two documents print is the same in both, unless one of them withholds it."""
    cells = {key: cell for key, cell, _ in _cells(first)}
    for key, cell, part in _cells(document):
        before = cells.get(key, cell)
        texts = [AROUND.sub("", c.text).strip() for c in (cell, before)]
        withheld = "[" in cell.text + before.text or not all(texts)
        if texts[0] != texts[1] and not withheld:
            what = f"{quoted(cell.text)} in {key[1]} is {quoted(before.text)} in {first.file}"
            yield alarm(document, "fact", part, what, "build it again", " ".join(key))


def _cells(document: Finished) -> Iterator[tuple[tuple[str, str, str], Cell, Part]]:
    for part in document.of("table"):
        for row in part.table.rows if part.table and part.exhibit else ():
            for cell in row.cells:
                if row.key and cell.key:
                    yield (part.exhibit, row.key, cell.key), cell, part


def drawn(document: Finished) -> Iterator[Problem]:
    """What a chart's alternative text says stands in the table of the chart's figures."""
    exhibits = list(shown(document))
    places = document.places()
    for each in exhibits:
        figure = each.part.figure
        if not figure or not re.match(r"(?:Bar|Line|Small|Box)", figure.alt):
            continue
        links = [link.target[1:] for note in each.notes for link in note.links]
        targets = {places[link].exhibit for link in links if link in places} | {each.part.exhibit}
        held = {
            value
            for part in document.of("table")
            if part.exhibit in targets and part.exhibit
            for cell in (part.table.cells() if part.table else ())
            for value in _numbers(cell.text)
        }
        alt = PER.sub("", figure.alt)
        said = [f for f in figures(alt) if f.kind in ("count", "percent")]
        shows = [f for f in said if not DRAWN.match(f.after)]
        lost = [f.text for f in shows if not any(f.may_be(value) for value in held)] if held else []
        if lost:
            what = f"the alternative text of {each.label} says {lost[0]}, which its table does not"
            yield alarm(document, "drawn", each.part, what, "build it again", each.part.exhibit)


def _numbers(text: str) -> Iterator[float]:
    for found in re.findall(r"\d[\d,]*(?:\.\d+)?", text):
        yield float(found.replace(",", ""))


RULES = (one_number, titled, drawn)
