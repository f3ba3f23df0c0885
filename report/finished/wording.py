"""Words that no finished document should have: left over, doubled, or at odds with a number."""

import re
from collections.abc import Iterable, Iterator

from report.errors import Problem
from report.finished.alarms import alarm, quoted
from report.finished.document import Finished, Part
from report.prose.directions import DOWN, FEWER, MORE, UP
from report.prose.figures import Figure, figures
from report.prose.hedges import side

# Left behind by whoever meant to come back.
LEFT = re.compile(
    r"\b(?:TBC|TBA|TBD|TODO|FIXME|XX+|[Ll]orem ipsum|dd/mm|DD/MM|nan|NaN)\b|\?\?+|X%|£X\b"
    r"|\{\{|\}\}|\{%|\[(?:insert|add|number|name|date|to be|[a-z]+ [a-z ]+)\]"
    r"|\bto be (?:confirmed|completed|added)\b",
)
FALLS, RISES = "|".join((*DOWN, "down")), "|".join((*UP, "up"))
# "A reduction of −71": the word says the direction, and so does the sign.
DOUBLED = re.compile(
    rf"\b(?:(?:{FALLS})\b(?:\s(?:of|by))?\s(?:about\s|around\s)?[−–-]\s?\d"
    rf"|(?:{RISES})\b(?:\s(?:of|by))?\s(?:about\s|around\s)?(?:\+|[−–-])\s?\d"
    rf"|(?<!\d)[−–+-]\d[\d,.]*%?\s\(?(?:{'|'.join((*MORE, *FEWER))})\b)",
    re.IGNORECASE,
)
THINGS = (
    r"offence|crime|incident|complaint|report|case|area|beat|ward|victim|offender|resident|point"
)
# "1 fewer offences" and "12 fewer offence"; a plan has ten years and is a "10 Year Plan".
MANY = re.compile(rf"(?<![\d.,/–-])1 (?:more |fewer |less )?(?:{THINGS})s\b")
ONE = re.compile(
    rf"(?<![\d.,/–-])(?:[2-9]|\d\d+|\d,\d\d\d) (?:more |fewer |less )?(?:{THINGS})"
    r"(?=$|[.,;:)]| (?:in|of|from|were|are|was|is|recorded|than|and|a|per)\b)",
)
NAMING = re.compile(r"\b(?:[A-Z]\w*|page|no\.)$")
# A word for a part and its percentage in brackets, with nothing but what it is a part of between.
PER = r"(?:\s\w+){0,6}\s\((?P<per>[\d.]+)(?:%|\sper\scent)"
BEHIND = re.compile(PER)
MAJORITY = re.compile(
    r"\b(?P<word>(?P<few>(?:the |a )?minority)|(?:the |a )?(?:vast |large |great |clear )?"
    rf"majority|most of)\b{PER}",
    re.IGNORECASE,
)
HALF = 50
OFF = 6.0  # points that a word for a part, such as "a third", may be off its percentage
# Shorter paragraphs, as those that lead in a list, may stand in several places.
LONG = 15


def left_over(document: Finished) -> Iterator[Problem]:
    """Nothing is left that stood in for a word or a number."""
    for part, text in texts(document):
        if found := LEFT.search(text):
            what = f"{quoted(found[0])} is left over: {quoted(text, found.start())}"
            yield alarm(document, "left-over", part, what, "fill it in", text)
    for part in document.of("table"):
        for row in part.table.rows if part.table and "details" in part.styles else ():
            if not row.cells[-1].text:
                what = f"{quoted(row.cells[0].text)} is empty"
                yield alarm(document, "left-over", part, what, "fill it in", row.cells[0].text)


def doubled(document: Finished) -> Iterator[Problem]:
    """A direction is said once: by a word or by a sign."""
    for part, text in texts(document):
        for found in DOUBLED.finditer(text):
            what = f"the sign and the word both say the direction: {quoted(text, found.start())}"
            yield alarm(document, "doubled", part, what, "leave out the sign", text)


def agreement(document: Finished) -> Iterator[Problem]:
    """One of a thing is named in the singular, more of it in the plural."""
    for part, text in texts(document):
        for found in (*MANY.finditer(text), *ONE.finditer(text)):
            if not NAMING.search(text[: found.start()].rstrip()):
                what = f"{quoted(found[0])} does not agree in number"
                yield alarm(document, "agreement", part, what, "write one or many", found[0] + text)


def parts(document: Finished) -> Iterator[Problem]:
    """A word for a part, as "most of" or "a third", fits the percentage behind it."""
    for part, text in texts(document):
        for word, start, per in _misfits(text) if "%" in text or "per cent" in text else ():
            what = f"{quoted(word)} is not {per}%: {quoted(text, start)}"
            yield alarm(document, "majority", part, what, "use the word that fits", text)


def _misfits(text: str) -> Iterator[tuple[str, int, str]]:
    """Give the words for a part that their percentage does not fit, their place, and that."""
    for found in MAJORITY.finditer(text):
        per = float(found["per"])
        if per > HALF if found["few"] else per < HALF:
            yield found["word"], found.start(), found["per"]
    for figure in figures(text):
        behind = BEHIND.match(text, figure.end) if figure.kind == "fraction" else None
        if behind and _is_off(figure, float(behind["per"])):
            yield figure.text, figure.start, behind["per"]


def _is_off(figure: Figure, per: float) -> bool:
    """Say whether a percentage is on the wrong side of a word for a part, or too far from it."""
    off = per - (figure.value or 0.0)
    return off * side(figure.hedge) < 0 if side(figure.hedge) else abs(off) > OFF


def points(document: Finished) -> Iterator[Problem]:
    """A difference between two percentages is in percentage points."""
    for part, text in texts(document):
        found = figures(text) if text.count("%") > 2 and " from " in text else ()  # noqa: PLR2004
        for by, old, new in zip(found, found[1:], found[2:], strict=False):
            between = text[by.end : old.start] + text[old.end : new.start]
            shape = re.fullmatch(r",? from (?:to| to )\s?", re.sub(r"\s+", " ", between))
            percents = {figure.kind for figure in (by, old, new)} == {"percent"}
            if not (percents and shape and old.value and new.value and by.value):
                continue
            change = 100 * (abs(new.value) / abs(old.value) - 1)
            if by.may_be(abs(abs(new.value) - abs(old.value))) and not by.may_be(abs(change)):
                what = (
                    f"from {old.text} to {new.text} is a change in points: {quoted(text, by.start)}"
                )
                yield alarm(document, "points", part, what, "write 'percentage points'", text)


def repeated(document: Finished) -> Iterator[Problem]:
    """No paragraph stands twice, but for what is meant to: what stands in boxes."""
    known: dict[str, Part] = {}
    for part in document.of("paragraph"):
        key = " ".join(re.findall(r"\w+", part.text.casefold()))
        if (
            part.box
            or part.exhibit
            or part.bound
            or part.text.endswith(":")
            or len(key.split()) < LONG
        ):
            continue
        if key in known:
            before = known[key].path[-1] if known[key].path else "the front"
            what = f"{quoted(part.text)} stands already under {quoted(before)}"
            yield alarm(document, "repeated", part, what, "leave one of them out")
        known.setdefault(key, part)


def texts(document: Finished) -> Iterable[tuple[Part, str]]:
    """Give each text with its part: of parts, and of the cells of tables."""
    for part in document.parts:
        if part.kind in ("contents", "furniture", "margin"):
            continue
        if part.text:
            yield part, part.text
        for cell in part.table.cells() if part.table else ():
            yield part, cell.text


RULES = (left_over, doubled, agreement, parts, points, repeated)
