"""Arrows, positions, ranks and labels of a table: each against the numbers beside it."""

import re
from collections.abc import Iterator
from itertools import permutations

from report.errors import Problem
from report.finished.alarms import alarm, quoted
from report.finished.document import Finished
from report.finished.sheets import CHANGE, Column, Sheet, odd, sheets

MOVED = re.compile(r"(?P<sign>[↑↓↔])\s(?P<word>up|down|no change)(?:\s(?P<by>\d+))?")
SIGNS = {"↑": "up", "↓": "down", "↔": "no change"}
NTH = re.compile(r"\bmoved (?P<way>up|down) from (?P<old>\d+)\w\w to (?P<new>\d+)\w\w")
OF = re.compile(r"\b(?P<at>\d+)(?:st|nd|rd|th) of (?P<of>\d+)\b")
SLASH = re.compile(r"(?<![\d/.])(?P<at>\d{1,3})/(?P<of>\d{1,3})(?![\d/]|\.\d)")
# Labels from the highest to the lowest: a row that is lower in nothing has no lower label.
LABELS = (
    ("very significantly high", "significantly high", "above average", "average"),
    ("high", "medium", "low"),
)
# Columns of whole numbers that no label grades.
UNGRADED = re.compile(r"rank|residents|from|to|places|position", re.IGNORECASE)
# "57.3 to 125.1", and what stands beside it when a number is within, above or below.
LIMITS = re.compile(r"(?P<low>[\d.,]+) to (?P<high>[\d.,]+)")
VERDICTS = {"in line": 0, "worse": 1, "better": -1}
WORDS = re.compile(r"a clear (?P<way>fall|rise)|(?P<usual>within normal variation)")
UP, DOWN, USUAL = "▲△↑", "▼▽↓", "≈"


def movements(document: Finished) -> Iterator[Problem]:
    """An arrow, its word and its number agree, with each other and with the positions beside."""
    for sheet in sheets(document):
        for row in range(len(sheet.rows)):
            for cell in sheet.rows[row].cells:
                if found := MOVED.match(cell.text):
                    yield from _moved(document, sheet, row, found)


def _moved(document: Finished, sheet: Sheet, row: int, found: re.Match[str]) -> Iterator[Problem]:
    name = sheet.named(row)
    if SIGNS[found["sign"]] != found["word"]:
        what = f"the arrow and the word of {name} differ: {quoted(found[0])}"
        yield odd(document, sheet, "arrow", what, name)
    places = _places(sheet, row)
    by = int(found["by"] or 0) * {"up": 1, "down": -1}.get(found["word"], 0)
    if places and by != places[0] - places[1]:
        what = f"{name} has {quoted(found[0])}, but from {places[0]:g} to {places[1]:g}"
        yield odd(document, sheet, "arrow", what, name)


def _places(sheet: Sheet, row: int) -> tuple[float, ...]:
    """Give the place before and the place now that a movement is between, where both are there."""
    positions = [c for c in sheet.columns if c.of("position") and c.years]
    pair = sorted(positions, key=lambda c: c.years or (0, 0))[-2:]
    if len(pair) < 2:  # noqa: PLR2004
        ranks = [c for c in sheet.columns if c.header.casefold().startswith("rank")]
        pair = sorted(ranks, key=lambda c: "earlier" not in c.header)[:2]
    found = [figure.value for c in pair if (figure := c.numbers[row])]
    known = tuple(value for value in found if value is not None)
    return known if len(known) == 2 else ()  # noqa: PLR2004


def places(document: Finished) -> Iterator[Problem]:
    """A position is one of those there are, and moves up towards the first."""
    for part in document.of("paragraph", "item"):
        for found in NTH.finditer(part.text):
            if (int(found["new"]) < int(found["old"])) != (found["way"] == "up"):
                said = f"from {found['old']} to {found['new']}"
                what = f"{said} is not {found['way']}: {quoted(part.text, found.start())}"
                yield alarm(document, "arrow", part, what, "use the word that is true", part.text)
        for found in (*OF.finditer(part.text), *SLASH.finditer(part.text)):
            if int(found["at"]) > int(found["of"]):
                what = f"there is no {found[0]}: {quoted(part.text, found.start())}"
                yield alarm(document, "position", part, what, "look it up", part.text)
    for sheet in sheets(document):
        for column in sheet.columns:
            if column.of("position"):
                yield from _among(document, sheet, column)


def _among(document: Finished, sheet: Sheet, column: Column) -> Iterator[Problem]:
    held = [figure for figure in column.numbers if figure]
    sizes = {f"of {figure.of:g}" for figure in held if figure.of}
    beyond = [f.text for f in held if (f.value or 0) > (f.of or 0) or not f.value]
    if len(sizes) > 1 or beyond:
        what = f"{column.header} has positions {', '.join(beyond or sorted(sizes))}"
        yield odd(document, sheet, "position", what, column.header)


def labels(document: Finished) -> Iterator[Problem]:
    """A row that has no less of anything than another one has no lower label."""
    for sheet in sheets(document):
        for column in sheet.columns[1:]:
            texts = [row.cells[column.at].text.casefold() for row in sheet.rows if row.cells]
            for scale in LABELS:
                grades = {n: scale.index(text) for n, text in enumerate(texts) if text in scale}
                if len(set(grades.values())) > 1:
                    yield from _lower(document, sheet, column, grades)


def _lower(
    document: Finished, sheet: Sheet, column: Column, grades: dict[int, int]
) -> Iterator[Problem]:
    counts = [c for c in sheet.columns[: column.at] if c.of("count")]
    by = [c for c in counts if not UNGRADED.match(c.header)]
    for low, high in permutations(grades, 2):
        if grades[low] > grades[high] and _is_no_less(by, low, high):
            said = f"{sheet.named(low)} is not below {sheet.named(high)} in anything"
            yield odd(document, sheet, "label", f"{said}, but its label is", sheet.named(low))


def _is_no_less(columns: list[Column], one: int, other: int) -> bool:
    """Say whether a row has as much as another one of everything, and more of something."""
    pairs = [
        (a.value or 0, b.value or 0)
        for c in columns
        if (a := c.numbers[one]) and (b := c.numbers[other])
    ]
    known = bool(pairs) and len(pairs) == len(columns)
    return known and all(a >= b for a, b in pairs) and any(a > b for a, b in pairs)


def limits(document: Finished) -> Iterator[Problem]:
    """A rate lies within its interval; in line is within the limits, and worse above them."""
    for sheet in sheets(document):
        for column in sheet.columns:
            rates = [c for c in sheet.columns[: column.at] if c.header.casefold() == "rate"]
            if rates and re.search(r"limits|interval", column.header, re.IGNORECASE):
                for row in range(len(sheet.rows)):
                    yield from _within(document, sheet, rates[0], column, row)


def _within(
    document: Finished, sheet: Sheet, rates: Column, column: Column, row: int
) -> Iterator[Problem]:
    rate, cells = rates.span(row), sheet.rows[row].cells
    ends = LIMITS.fullmatch(cells[column.at].text)
    if not (rate and ends):
        return
    low, high = (float(ends[end].replace(",", "")) for end in ("low", "high"))
    side = 1 if rate.low > high else -1 if rate.high < low else 0
    interval = "interval" in column.header.casefold()
    wanted = 0 if interval else VERDICTS.get(cells[-1].text.partition(" ")[2], side)
    if low > high or side != wanted:
        said = f"{sheet.named(row)} has a rate of {cells[rates.at].text} beside {ends[0]}"
        yield odd(document, sheet, "limits", f"{said}, {cells[-1].text}", sheet.named(row))


def signs(document: Finished) -> Iterator[Problem]:
    """A change's sign, its mark and its words go the same way."""
    for sheet in sheets(document):
        for column in sheet.headed(CHANGE):
            for row, figure in enumerate(column.numbers):
                texts = [cell.text for cell in sheet.rows[row].cells]
                words = next((m for text in texts if (m := WORDS.fullmatch(text))), None)
                value = figure.value if figure else 0
                if value and _differ(texts[column.at][0], words, value):
                    said = f"{texts[column.at]} of {sheet.named(row)}"
                    what = f"{said} has another sign than its words: {quoted(' '.join(texts))}"
                    yield odd(document, sheet, "direction", what, sheet.named(row))


def _differ(mark: str, words: re.Match[str] | None, value: float) -> bool:
    way = 1 if mark in UP else -1 if mark in DOWN else 0
    if words is None:
        return way * value < 0
    said = {"fall": -1, "rise": 1}.get(words["way"] or "", 0)
    usual = mark in UP + DOWN + USUAL and bool(words["usual"]) != (mark == USUAL)
    return way * value < 0 or said * value < 0 or usual


RULES = (movements, places, labels, limits, signs)
