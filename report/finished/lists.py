"""Lists: as long as their lead-in says, in the direction that it says; recommendations as one."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby

from report.errors import Problem
from report.finished.alarms import alarm, quoted
from report.finished.document import Finished, Part
from report.finished.exhibits import ShownTable, tables
from report.finished.sheets import named_years
from report.prose.directions import FALL, FELL, RISE, ROSE
from report.prose.figures import Figure, figures
from report.prose.sentences import sentences

# What is counted in time, or in people, is not what a list lists.
UNLISTED = re.compile(
    r"(?:calendar |last |more |past )?(?:years?|months?|weeks?|days?|hours?|minutes|times|people"
    r"|residents|offences|crimes|incidents|cases|reports|offenders|victims|clients|per cent|in \d"
    r"|percentage)\b"
)
MOST = 40
# Words of an item that say which way it went, and those of a lead-in or of a heading that say it of
# each of its items.
LEADS = tuple(
    (
        re.compile(rf"\b(?:{'|'.join(verbs)}|an? (?:{'|'.join(nouns)})|\d {by})\b", re.I),
        re.compile(
            rf"\b(?:{'|'.join(verbs)}|{nouns[0]}s? (?:were|is|are) published|{nouns[0]}s were"
            rf"|{by} (?:\w+ ){{0,2}}recorded|{of})\b",
            re.IGNORECASE,
        ),
    )
    for verbs, nouns, by, of in (
        (FELL, FALL, "fewer", "less of"),
        (ROSE, RISE, "more", "more of"),
    )
)
BETTER = re.compile(r"\bmoved up from\b")
WORSE = re.compile(r"\bmoved down from\b")
POSITIONS = ((BETTER, re.compile(r"\bbetter position")), (WORSE, re.compile(r"\bworse position")))
# "Table 4 shows the ten beats over six years".
SHOWS = re.compile(
    r"\b(?P<label>Table \d+) (?:shows|lists|gives|has|ranks|covers|sets out)\b(?P<said>[^.;]*)"
)


def lengths(document: Finished) -> Iterator[Problem]:
    """A list has as many items as the sentence that leads it in says."""
    for lead, items in led(document):
        last = list(sentences(lead.text))[-1].text
        said = [figure for figure in figures(last) if _counts(figure, last)]
        length = len({item.entry for item in items})
        if said and length not in {int(figure.value or 0) for figure in said}:
            what = f"{quoted(last)} leads in {length} items, not {said[-1].text}"
            yield alarm(document, "count", lead, what, "write how many there are", last)


def _counts(figure: Figure, text: str) -> bool:
    """Say whether a number may count the items of the list that follows."""
    value = figure.value if figure.kind in ("count", "part") else None
    if value is None or not 1 < value <= MOST or value % 1 or figure.hedge or figure.sign:
        return False
    known = re.search(r"\bthe\s*$", text[: figure.start]) and figure.kind == "count"
    follows = text[figure.end :].lstrip()
    return not (known or UNLISTED.match(follows) or follows.startswith(("%", "(")))


def led(document: Finished) -> Iterator[tuple[Part, list[Part]]]:
    """Give each paragraph that leads in a list, with the items of the list."""
    for listed, group in groupby(document.parts, key=lambda part: part.listed):
        items = list(group)
        before = document.parts[items[0].at - 1] if items[0].at else Part()
        if listed and before.kind == "paragraph" and before.text.endswith(":"):
            whole = [part for part in document.parts[items[0].at :] if part.listed == listed]
            if whole[0].entry == 1:
                yield before, whole


def directions(document: Finished) -> Iterator[Problem]:
    """What stands under "these fell" fell, and under "what rose" rose."""
    for lead, items in _headed(document):
        last = list(sentences(lead.text))[-1].text
        for ways in (LEADS, POSITIONS):
            for (way, said), (other, against) in zip(ways, reversed(ways), strict=True):
                if not said.search(last) or against.search(last):
                    continue
                for item in items:
                    if other.search(item.text) and not way.search(item.text):
                        what = f"{quoted(item.text)} stands under {quoted(last)}"
                        yield alarm(document, "direction", item, what, "put it where it belongs")


def _headed(document: Finished) -> Iterator[tuple[Part, list[Part]]]:
    yield from led(document)
    for listed, group in groupby(document.parts, key=lambda part: part.listed):
        items = list(group)
        if listed and items[0].at and document.parts[items[0].at - 1].kind == "heading":
            yield document.parts[items[0].at - 1], items


def rows(document: Finished) -> Iterator[Problem]:
    """A table has as many rows as its caption, or the sentence that names it, says."""
    known = {each.label: each for each in tables(document)}
    for each in known.values():
        yield from _rows(document, each, each.captions[0], each.title, "")
    for part in document.of("paragraph", "item"):
        for found in SHOWS.finditer(part.text):
            if table := known.get(found["label"]):
                yield from _rows(document, table, part, found["said"], found["label"])


def _rows(
    document: Finished, table: ShownTable, part: Part, said: str, label: str
) -> Iterator[Problem]:
    things = _things(table)
    for figure in figures(said):
        noun = next((n for n in things if re.match(rf"(?:\w+ )?{n}s?\b", figure.after)), None)
        if noun is None or figure.kind != "count" or figure.hedge:
            continue
        if figure.value != things[noun]:
            what = f"{quoted(part.text)}, and {label or 'the table'} has {things[noun]}"
            yield alarm(document, "count", part, what, "write how many there are", part.text)


def _things(table: ShownTable) -> dict[str, int]:
    """Count what a table lists: its rows by the word that heads them, and its columns of years."""
    heads = [cell for row in table.table.head for cell in row.cells]
    rows = [row for row in table.table.rows if "total" not in row.role]
    named = [cell.text.casefold() for cell in heads if rows and rows[0].cells[cell.column].header]
    years = sum(bool(named_years(cell.text)) for cell in heads)
    listed = {name: len(rows) for name in named if re.fullmatch(r"[a-z]+", name)}
    return listed | ({"year": years} if years > 1 else {})


def recommendations(document: Finished) -> Iterator[Problem]:
    """Recommendations are numbered from one, and say the same wherever they are printed."""
    printed = recommended(document)
    for wanted, number in enumerate(sorted(printed), start=1):
        if number != wanted:
            part = printed[number][0][0]
            what = f"recommendation {number} stands where {wanted} is next"
            yield alarm(document, "recommendation", part, what, "number them anew", f"r{number}")
            break
    for number, found in printed.items():
        for part, text in found[1:]:
            if text != found[0][1]:
                said = f"recommendation {number} says {quoted(text)} here"
                what = f"{said}, and {quoted(found[0][1])} before"
                yield alarm(document, "recommendation", part, what, "use one wording", f"r{number}")
    yield from _at_a_glance(document, {n: found[0][1] for n, found in printed.items()})


def same_recommendations(first: Finished, document: Finished) -> Iterator[Problem]:
    """A recommendation says the same in both documents."""
    known = recommended(first)
    for number, found in recommended(document).items():
        part, text = found[0]
        other = known.get(number, found)[0][1]
        if text != other:
            what = (
                f"recommendation {number} says {quoted(text)}, and {quoted(other)} in {first.file}"
            )
            yield alarm(document, "recommendation", part, what, "use one wording", f"r{number}")


def recommended(document: Finished) -> dict[int, list[tuple[Part, str]]]:
    """Give what each recommendation says, wherever it is printed."""
    printed: dict[int, list[tuple[Part, str]]] = defaultdict(list)
    for box, group in groupby(document.parts, key=lambda part: part.box):
        parts = list(group)
        if box and (found := re.fullmatch(r"Recommendation (\d+)", parts[0].text)) and parts[1:]:
            printed[int(found[1])].append((parts[0], parts[1].text))
    return dict(printed)


def _at_a_glance(document: Finished, known: dict[int, str]) -> Iterator[Problem]:
    told = [part for part in document.parts if "glance-actions" in part.within]
    for part in told:
        number, text = part.number, part.text.removeprefix(part.number).strip()
        if number.isdigit() and not known.get(int(number), text).startswith(text):
            what = f"recommendation {number} says {quoted(text)} at a glance"
            yield alarm(document, "recommendation", part, what, "use one wording", f"r{number}")
    for after in document.parts[told[-1].at + 1 :][:1] if told and known else ():
        more = [f for f in figures(after.text) if f.after.startswith("more recommendation")]
        if more and len(told) + (more[0].value or 0) != len(known):
            what = f"{quoted(after.text)}, but {len(told)} of {len(known)} stand above it"
            yield alarm(document, "count", after, what, "build it again")


RULES = (lengths, directions, rows, recommendations)
