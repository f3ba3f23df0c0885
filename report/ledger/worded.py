"""Numbers that are words: of names, dates, laws and units, and of the house's own sentences."""

import re
from collections.abc import Sequence

from report.finished.document import Part, Text
from report.ledger.called import compared_with, of_caption
from report.ledger.canonical import Phrases
from report.ledger.pieces import Piece
from report.ledger.setting import DATES, Belonging, Setting, owned
from report.periods import A_YEAR
from report.prose.figures import Figure
from report.prose.mentions import mentions
from report.prose.typed import BEFORE, BEHIND
from report.prose.when import exists

ACT = re.compile(rf"[A-Z][\w,’' -]*?(?:Act|Regulations|Order|Rules|Directive)(?: of)? {A_YEAR}")
PROVISION = re.compile(r"\b(?:section|regulation|article|schedule|part)s? \d[\d()]*", re.IGNORECASE)
UNIT = re.compile(r"(?:per|for every|for each|in every) (1,000|10,000|100,000)\b")
ROAD = re.compile(r"[ABM]\d{1,4}")
JOINED = re.compile(r"-[A-Z]{2,}|-[A-Z][a-z]+[A-Z]")
# Parts of an exhibit that may speak of others.
NOTES = ("note", "source")
# What no period and no source of the assessment has: the author's own, who typed it.
DAY, OWN_YEAR = "a day in the author's words", "a year in the author's words"
LENGTH = "a length of time in the author's words"
AGE = "an age or a base in the author's words"
OWN = (DAY, OWN_YEAR, LENGTH, AGE)
# In a caption: behind it stands what the exhibit's period is held against.
COMPARED = re.compile(r"compared with|usual range from")


def canonical(s: Setting, piece: Piece, figure: Figure) -> Belonging | None:
    """A number in a canonical name, or in the label of a period that the assessment has.

    In an exhibit it is one of the exhibit's, and in the table of sources one of its source's;
    another one's period is not, but in notes on it.
    """
    own = s.own_phrases.get(piece.within.exhibit) or _of_source(s, piece)
    others = () if own and figure.kind in DATES and piece.part not in NOTES else (s.phrases,)
    for known in (*([own] if own else ()), *others):
        found = known.around(piece.text, figure.start, figure.end)
        if found.phrase:
            return owned(found, figure)
    return None


def _of_source(s: Setting, piece: Piece) -> Phrases | None:
    """Give what the source is called by that a row of the table of sources is about."""
    styles = piece.within.styles
    if piece.part != "cell" or "sources" not in styles or "files" in styles:
        return None
    source = s.source(piece.heads[0] or piece.text)
    return s.own_phrases[source.id] if source else Phrases()


def captioned(s: Setting, piece: Piece, figure: Figure) -> Belonging | None:
    """A year in a caption: of the exhibit's period, and behind "compared with" of the other."""
    exhibit = s.exhibits.get(piece.within.exhibit)
    if exhibit is None or figure.kind not in DATES:
        return None
    second = COMPARED.search(piece.text)
    later = second is not None and second.end() <= figure.start
    own = of_caption(exhibit, compared_with(exhibit) if later else exhibit.period)
    found = own.around(piece.text, figure.start, figure.end)
    if found.phrase:
        return Belonging("date", found.owner, found.phrase)
    days = {s.assessment.period.dates, s.assessment.comparison.dates, exhibit.comparison}
    every = any(f"{one} of each year" in piece.text for one in days if one)
    if every and figure.kind == "date":
        return Belonging("date", "the days of this assessment")
    return None if s.lines.typed(piece, figure) else Belonging("unknown", "no period of its own")


def by_name(s: Setting, text: str, figure: Figure) -> Belonging | None:
    """A number by itself: in a canonical name, or in the label of a period."""
    return canonical(s, Piece("text", Text(text), Part()), figure)


def law(s: Setting, piece: Piece, figure: Figure) -> Belonging | None:
    """A number in the citation of a law, with its section where an Act is named."""
    acts = list(ACT.finditer(piece.text))
    inside = [m for m in acts if m.start() <= figure.start and figure.end <= m.end()]
    if inside:
        return Belonging("name", f"law: {inside[0][0].strip()}")
    acts = acts or _acts_before(s.document.parts, piece.within)
    for match in PROVISION.finditer(piece.text):
        if acts and match.start() <= figure.start and figure.end <= match.end():
            return Belonging("name", f"law: {acts[0][0].strip()}", match[0])
    return None


def _acts_before(parts: Sequence[Part], part: Part) -> list[re.Match[str]]:
    """Find the Act that was named last above a text, within its section."""
    above = (p for p in reversed(parts[: part.at]) if p.path == part.path)
    return next((found for p in above if (found := list(ACT.finditer(p.text)))), [])


def worded(s: Setting, piece: Piece, figure: Figure) -> Belonging | None:
    """A number that a name has with the same word behind it: "four steps" of a diagram."""
    owner = s.phrases.worded(piece.text, figure.start, figure.end)
    return Belonging("name", owner) if owner else None


def dated(s: Setting, piece: Piece, figure: Figure) -> Belonging | None:
    """A day, a month or a year that the author typed, where there is such a day."""
    year, known = figure.kind == "period", figure.kind == "date" and exists(figure.text)
    if not (year or known) or not s.lines.typed(piece, figure):
        return None
    return Belonging("date", OWN_YEAR if year else DAY, figure.text)


def road(s: Setting, piece: Piece, figure: Figure) -> Belonging | None:
    """The name of a road, or a number in a name of letters: "3-PLEM"."""
    if JOINED.match(piece.text[figure.end :]):
        return Belonging("name", "a name in letters")
    return Belonging("name", f"road {figure.text}") if ROAD.fullmatch(figure.text) else None


def disclosed(s: Setting, piece: Piece, figure: Figure) -> Belonging | None:
    """A number in the edition's own rule of disclosure."""
    rule = " ".join(s.assessment.disclosure.split())
    return Belonging("constant", "disclosure of this edition") if rule == piece.text else None


def unit(s: Setting, piece: Piece, figure: Figure) -> Belonging | None:
    """The base of a rate, in its unit."""
    for match in UNIT.finditer(piece.text):
        if match.start(1) <= figure.start and figure.end <= match.end(1):
            return Belonging("structure", "unit", match[0])
    return None


def house(s: Setting, piece: Piece, figure: Figure) -> Belonging | None:
    """A number in a sentence of the house; under an exhibit, or on methods, it is easily one."""
    explains = "explained" in piece.within.within
    strict = not (piece.within.exhibit or explains)
    if file := s.house.template(piece.text, figure, strict=strict):
        return Belonging("constant", f"templates/{file}")
    file, rule = s.house.rule(piece.text, figure, strict=strict)
    return Belonging("constant", f"templates/{file}", rule) if rule else None


def named(s: Setting, piece: Piece, figure: Figure) -> Belonging | None:
    """A number in a name that the vocabulary has, such as the 65 of "Beats 62 and 65"."""
    for one in mentions(piece.text, s.vocabulary):
        inside = one.start <= figure.start and figure.end <= one.end
        if inside and one.kind != "period":  # any year at all is one
            return Belonging("name", f"the {one.kind} {one.name}", one.text)
    return None


def spanned(s: Setting, piece: Piece, figure: Figure) -> Belonging | None:
    """A length of time, or an age, that the author typed, by the words before or behind it."""
    length = BEHIND.match(piece.text[figure.end :])
    if not length and not BEFORE.search(piece.text[: figure.start]):
        return None
    return Belonging("span", LENGTH if length else AGE) if s.lines.typed(piece, figure) else None
