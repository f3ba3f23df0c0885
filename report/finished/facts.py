"""One finding, one number: wherever a finding is shown, in a sentence, a table or a chart."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from report.assessment import slug
from report.errors import Problem
from report.finished import spans
from report.finished.alarms import alarm, quoted
from report.finished.document import Bound, Cell, Finished, Part, Row, Text
from report.finished.exhibits import shown
from report.finished.positions import MOVED
from report.finished.sheets import AROUND, number
from report.finished.spans import Span
from report.finished.sums import FELL, ROSE
from report.prose.figures import Figure, figures

FEWER = re.compile(r"fewer|less|lower")
MORE = re.compile(r"more|higher")
# The words right before a number: "rose by", "a fall of".
JUST = re.compile(r"\b\w+ (?:by|of) $")
# What says how sure a number is, not what it is; how long; a name with a number: "Beat 62".
ASIDE = re.compile(r"\s?\([^)]*(?:interval|level)[^)]*\)")
TIME = re.compile(r"(?:days?|hours?|minutes?|weeks?|months?|years?|every|(?:a|per) \w+)\b")
NAMED = re.compile(r"\b[A-Z][a-z]+\s$")
# The columns of a table that show a finding of its row, and what they show of it.
COUNTS = {"count": "new", "previous": "old", "difference": "difference", "change": "change"}
PER = re.compile(r"\bper [\d,]+|\blimit: [\d.,]+")
# A number of a chart's alternative text that counts what is drawn, not what it shows.
DRAWN = re.compile(
    r"(?:values?|bars?|lines?|groups?|panels?|months|areas?|themes?|points?|boxes|stages|categories|years"
    r"|partnerships|members|of them)\b"
)


@dataclass(frozen=True)
class Fact:
    """What a text shows of a finding.

    name: what of it: "old" and "new" counts, "difference", "change" (per cent), "position" and
    "earlier position", or the kind of number. span: what it may be. text: as printed.
    """

    finding: str
    name: str
    span: Span
    text: str
    part: Part


def facts(document: Finished) -> Iterator[Fact]:
    """Find what the sentences and the tables of a document show of findings."""
    for part in document.parts:
        for text in (part, *(part.table.cells() if part.table else ())):
            for bound in _alone(text):
                said = text.text[bound.start : bound.end]
                yield from _facts(part, bound.finding, said, text.text[: bound.start])
        if part.table and part.exhibit:
            yield from _in_table(part)
        elif part.table and "quoted" in part.styles:
            for row in part.table.rows:
                name = f"quoted.{slug(row.cells[0].text)}"
                yield from _facts(part, name, row.cells[1].text, "")


def _alone(text: Text) -> Iterator[Bound]:
    """Give the spans that show one finding each: of several together nothing is known singly.

    Neither is of a phrase: it may speak of other years.
    """
    places = Counter((bound.start, bound.end) for bound in text.bound)
    alone = (bound for bound in text.bound if places[bound.start, bound.end] == 1)
    return (bound for bound in alone if bound.finding and not bound.phrase)


def _facts(part: Part, finding: str, said: str, before: str) -> Iterator[Fact]:
    """Read what some words say of a finding; before: what stands before them in their text."""
    words = ASIDE.sub("", said)
    named: set[str] = set()
    yield from _movement(finding, words, part)
    found = figures(words)
    if any(figure.kind in ("period", "date") for figure in found):  # which may not be the finding's
        return
    for at, figure in enumerate(found):
        span = spans.of(figure)
        aside = figure.hedge or figure.word or TIME.match(figure.after)
        if span is None or aside or NAMED.search(words[: figure.start]):
            continue
        lead = (before if at == 0 else "") + words[: figure.start]
        name, way = _name(figure, lead, words, finding)
        value = Span(*sorted((way * span.low, way * span.high))) if way else span
        if name in named:
            continue
        named.add(name)
        yield Fact(finding, name, value, words, part)


def _name(figure: Figure, lead: str, words: str, finding: str) -> tuple[str, int]:
    """Say what of its finding a number is, and its sign where a word says it, else 0."""
    just = JUST.search(lead)
    clause = words[: figure.start] or (just[0] if just else "")
    way = -1 if FELL.search(clause) else 1 if ROSE.search(clause) else 0
    earlier = lead.rstrip().endswith("from")
    if figure.kind in ("position", "ordinal"):
        return ("earlier " if earlier else "") + "position", 0
    if figure.kind == "percent" and finding.startswith("count."):
        return "change", way
    if figure.kind == "count" and FEWER.match(figure.after):
        return "difference", -1
    if figure.kind == "count" and MORE.match(figure.after):
        return "difference", 1
    if figure.kind == "count":
        return "old" if earlier else "new", 0
    return figure.kind, 0


def _in_table(part: Part) -> Iterator[Fact]:
    """Read the cells whose row and column name a finding: of the whole area, or of one in it."""
    for row in part.table.rows if part.table else ():
        if not row.key:
            continue
        for cell in row.cells:
            figure, span = number(cell), None
            if figure:
                span = spans.of(figure)
            if span and figure and "overview" in part.styles and cell.key in COUNTS:
                yield Fact(f"count.{row.key}", COUNTS[cell.key], span, cell.text, part)
        yield from _placed(part, row)
        if "areas-by-year" in part.styles:
            yield from _by_year(part, row.key.lower(), [c for c in row.cells if c.key])


def _placed(part: Part, row: Row) -> Iterator[Fact]:
    """Read a row's positions, the later and the earlier, and the movement between them."""
    dated = [cell for cell in row.cells if cell.key == "position" or re.fullmatch(r"d\d", cell.key)]
    held = [(cell, figure) for cell in dated if (figure := number(cell))]
    for name, (cell, figure) in zip(("position", "earlier position"), reversed(held), strict=False):
        if figure.kind == "position" and (span := spans.of(figure)):
            yield Fact(f"position.{row.key}", name, span, cell.text, part)
    for cell in row.cells if held else ():
        yield from _movement(f"position.{row.key}", cell.text, part)


def _movement(finding: str, text: str, part: Part) -> Iterator[Fact]:
    found = MOVED.search(text)
    if found and finding.startswith("position."):
        by = int(found["by"] or 0) * {"up": 1, "down": -1}.get(found["word"], 0)
        yield Fact(finding, "moved", Span(by, by), text, part)


def _by_year(part: Part, area: str, cells: list[Cell]) -> Iterator[Fact]:
    what = part.exhibit.rpartition(".")[2].partition("-by-")[0]
    years = [cell for cell in cells if re.fullmatch(r"y\d+", cell.key)]
    changes = [cell for cell in cells if cell.key == "change"]
    named = [("old", years[-2:-1]), ("new", years[-1:]), ("change", changes)]
    for name, (*_, cell) in ((name, held) for name, held in named if held):
        figure = number(cell)
        if figure and (span := spans.of(figure)):
            yield Fact(f"count.{what}.{area}", name, span, cell.text, part)


Known = dict[str, dict[str, list[Fact]]]


def one_number(document: Finished) -> Iterator[Problem]:
    """Each finding is the same wherever it stands in a document."""
    known: Known = {}
    for fact in facts(document):
        yield from _against(document, fact, known.setdefault(fact.finding, defaultdict(list)))
        known[fact.finding][fact.name].append(fact)


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
    without = [
        f for f in (one, other) if not (FELL.search(f.text) or ROSE.search(f.text) or _signed(f))
    ]
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


RULES = (one_number, drawn)
