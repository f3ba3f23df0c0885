"""One finding, one number: wherever a finding is shown, in a sentence, a table or a chart."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from report.assessment import slug
from report.finished import spans
from report.finished.document import Bound, Cell, Finished, Part, Row, Text
from report.finished.positions import MOVED
from report.finished.sheets import number
from report.finished.spans import Span
from report.prose.directions import FEWER, MORE, turns
from report.prose.figures import Figure, figures

# The words right before a number: "rose by", "a fall of".
JUST = re.compile(r"\b\w+ (?:by|of) $")
# What says how sure a number is, not what it is; how long; a name with a number: "Beat 62".
ASIDE = re.compile(r"\s?\([^)]*(?:interval|level)[^)]*\)")
TIME = re.compile(r"(?:days?|hours?|minutes?|weeks?|months?|years?|every|(?:a|per) \w+)\b")
NAMED = re.compile(r"\b[A-Z][a-z]+\s$")
# The columns of a table that show a finding of its row, and what they show of it.
COUNTS = {"count": "new", "previous": "old", "difference": "difference", "change": "change"}


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
    clause = words[: figure.end] if figure.start or not just else just[0]
    told = {turn.way for turn in turns(clause)}
    way = next((way for way in (-1, 1) if way in told), 0)
    earlier = lead.rstrip().endswith("from")
    if figure.kind in ("position", "ordinal"):
        return ("earlier " if earlier else "") + "position", 0
    if figure.kind == "percent" and finding.startswith("count."):
        return "change", way
    if figure.kind == "count" and figure.after.startswith(FEWER):
        return "difference", -1
    if figure.kind == "count" and figure.after.startswith(MORE):
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
    then, changes = ([c for c in cells if c.key == key] for key in ("previous", "change"))
    named = [("old", then or years[-2:-1]), ("new", years[-1:]), ("change", changes)]
    for name, (*_, cell) in ((name, held) for name, held in named if held):
        figure = number(cell)
        if figure and (span := spans.of(figure)):
            yield Fact(f"count.{what}.{area}", name, span, cell.text, part)
