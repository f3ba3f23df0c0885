"""Numbers in sentences: in the words of a finding, typed beside its name, quoted or cited."""

import re
from collections.abc import Sequence

from report.assessment import Exhibit, Finding
from report.finished.document import Bound, Part
from report.ledger.called import of_cautions
from report.ledger.holdings import fits, of_finding
from report.ledger.pieces import Piece, holds, stands_in
from report.ledger.setting import Belonging, Setting, owned
from report.ledger.truth import contradicts
from report.ledger.worded import canonical
from report.prose.figures import Figure
from report.prose.sentences import sentences
from report.prose.typed import typed

SOURCE = re.compile(r"\(source: ([^()]*(?:\([^()]*\)[^()]*)*)\)")


def spans(piece: Piece, figure: Figure) -> list[Bound]:
    """Give the texts that are bound to a finding and hold a number; a phrase may have several."""
    return [b for b in piece.words.bound if b.start <= figure.start < b.end]


def bound(s: Setting, piece: Piece, figure: Figure) -> Belonging | None:
    """A number in the words of a finding, or of several, one of which holds it."""
    within = [b for b in spans(piece, figure) if b.finding in s.findings and not b.phrase]
    found = [_in_words(s.findings[b.finding], piece.text[b.start : b.end], figure) for b in within]
    if len(found) == 1 and found[0].kind == "unknown":
        return called(s, piece, figure, within) or found[0]
    return next((each for each in found if each.kind != "unknown"), None)


def called(s: Setting, piece: Piece, figure: Figure, spans: Sequence[Bound]) -> Belonging | None:
    """A number in the label of one of these findings, or in one of its days."""
    for one in spans:
        own = s.own_phrases.get(one.finding)
        found = own.around(piece.text, figure.start, figure.end) if own else None
        if found and found.phrase:
            return owned(found, figure)
    return None


def _in_words(finding: Finding, said: str, figure: Figure) -> Belonging:
    if contradicts(finding, said):
        return Belonging("unknown", f"its words are not those of {finding.id}")
    if finding.printed:
        return Belonging("quoted", finding.id, "printed")
    if any(holds(month.label, figure) for month in finding.months):
        return Belonging("date", finding.id, "months")
    return number_of(finding, figure) or Belonging("unknown", f"not a number of {finding.id}")


def phrased(s: Setting, piece: Piece, figure: Figure) -> Belonging | None:
    """A number in a phrase of several findings, or years, which says the same once said anew."""
    asked = [b for b in spans(piece, figure) if b.phrase]
    if not asked:
        return None
    one = asked[0]
    if piece.text[one.start : one.end] != s.says(one.phrase):
        return Belonging("unknown", f"its words are not those of [{one.phrase}]")
    findings = [s.findings[b.finding] for b in asked if b.finding in s.findings]
    held = next((found for f in findings if (found := number_of(f, figure))), None)
    said = Belonging("finding", one.finding, f"[{one.phrase}]")
    return canonical(s, piece, figure) or held or said


def of_cell(s: Setting, piece: Piece, figure: Figure) -> Belonging | None:
    """A number in the words of a cell that a bracket names."""
    for one in spans(piece, figure):
        id_, key, column = [*one.cell.split(), "", "", ""][:3]
        if id_ in s.exhibits and _stands(s.exhibits[id_], key, column, figure):
            return Belonging("cell", id_, f"{key}, {column}")
    return None


def _stands(exhibit: Exhibit, key: str, column: str, figure: Figure) -> bool:
    """Say whether a number stands in a cell, by the names of its row and column."""
    rows = [row.key for row in exhibit.rows]
    known = key in rows and column in {each.key for each in exhibit.columns}
    value = exhibit.values(column)[rows.index(key)] if known else None
    if isinstance(value, str):
        return holds(value, figure)
    return value is not None and figure.may_be(value)


def number_of(finding: Finding, figure: Figure) -> Belonging | None:
    """Find which number of a finding is printed."""
    held = next((h.name for h in of_finding(finding) if fits(figure, h)), "")
    if not held and holds(finding.note, figure):
        held = "note"
    return Belonging("finding", finding.id, held) if held else None


def behind_bound(s: Setting, piece: Piece, figure: Figure) -> Belonging | None:
    """A number or a month of a caution, in the brackets behind a finding's words."""
    ends = [b.end for b in piece.words.bound if b.end <= figure.start]
    behind = piece.text[max(ends) : figure.start] if ends else ""
    if not behind.startswith(" (") or behind.count("(") <= behind.count(")"):
        return None
    for one in (b for b in piece.words.bound if b.end == max(ends)):
        finding = s.findings.get(one.finding)
        if finding and finding.cautions and (found := _of_caution(finding, piece, figure)):
            return found
    return None


def _of_caution(finding: Finding, piece: Piece, figure: Figure) -> Belonging | None:
    found = of_cautions(finding).around(piece.text, figure.start, figure.end)
    if found.phrase:
        return owned(found, figure)
    return number_of(finding, figure)


def in_tile(s: Setting, piece: Piece, figure: Figure) -> Belonging | None:
    """A number of a caution, on a line of its own in the tile of its finding."""
    part = piece.within
    if "tile-note" not in part.styles:
        return None
    mine = (p for p in s.document.parts if (p.listed, p.entry) == (part.listed, part.entry))
    for finding in (s.findings.get(one.finding) for p in mine for one in p.bound):
        if finding and (found := number_of(finding, figure)):
            return found
    return None


def beside(s: Setting, piece: Piece, figure: Figure) -> Belonging | None:
    """A number beside the words of a finding: the group that it stands in, or of its label."""
    around = piece.text[: figure.end].split()[-2:]
    for one in piece.words.bound:
        finding = s.findings.get(one.finding)
        if finding is None:
            continue
        if figure.kind == "count" and finding.of == figure.value:
            return Belonging("finding", finding.id, "of")
        if len(around) > 1 and " ".join(around).casefold() in finding.label.casefold():
            return Belonging("name", f"the label of {finding.id}")
    return None


def difference(s: Setting, piece: Piece, figure: Figure) -> Belonging | None:
    """A number of an author's note: by how much the parts of its section differ from the whole."""
    exhibits = (
        [piece.within.exhibit]
        if piece.within.exhibit
        else [
            id_
            for a in s.assessment.accepted
            if piece.text.startswith(a.what)
            for id_ in a.exhibits
        ]
    )
    for section in s.assessment.walk():
        if {e.id for e in section.exhibits} & set(exhibits):
            for finding in section.findings:
                if finding.measure == "remainder" and (found := number_of(finding, figure)):
                    return found
    return None


def by_hand(s: Setting, piece: Piece, figure: Figure) -> Belonging | None:
    """A number that an author typed: of a finding or a quoted figure that its sentence names."""
    for one in typed(piece.text, s.vocabulary):
        if one.place != figure.start:
            continue
        found = s.facts.nearest(one)
        if found.standing == "equal" and found.finding:
            worked_out = Belonging("finding", found.finding.id, "worked out with others")
            return number_of(found.finding, figure) or worked_out
        if found.standing == "quoted" and found.finding:
            return Belonging("quoted", found.finding.id, "printed")
        if found.standing == "chosen":
            return Belonging("constant", "small base")
    return None


def cited(s: Setting, piece: Piece, figure: Figure) -> Belonging | None:
    """A number with its source behind its sentence, or behind the one that leads its list in."""
    near = next((x.text for x in sentences(piece.text) if x.start <= figure.start < x.end), "")
    leads = _lead(s.document.parts, piece.within) if piece.words is piece.within else ""
    source = SOURCE.search(near) or SOURCE.search(leads)
    return Belonging("cited", source[1]) if source else None


def _lead(parts: Sequence[Part], part: Part) -> str:
    """Give the text above the list that an item stands in."""
    if part.kind != "item":
        return ""
    above = (p for p in reversed(parts[: part.at]) if p.listed != part.listed)
    return next((p.text for p in above), "")


def recommended(s: Setting, piece: Piece, figure: Figure) -> Belonging | None:
    """A number in the words of a recommendation, which is an aim, or of its reason."""
    for one in s.assessment.recommendations if piece.part in ("paragraph", "item") else ():
        for which, words in (("text", one.text), ("because", one.because), ("due", one.due)):
            if stands_in(piece.text, figure, words):
                return Belonging("aim", f"recommendation {one.number}", which)
    return None
