"""Numbers in the sentences of chapters: put there by the program, or typed by the author.

What stands in no bracket, no link and no sentence of the house has to be what the author typed.
"""

from report.ledger.called import of_label
from report.ledger.pieces import Piece, holds
from report.ledger.setting import Belonging, Setting, owned
from report.ledger.structure import referred
from report.ledger.worded import canonical
from report.prose.figures import Figure

NOBODY = "not as it was typed"
# Parts that are titles and notes, and of which an author wrote what the house has not.
TITLES = ("title", "furniture", "heading", "contents", "note")
# Boxes with an author's words on the page besides the chapters'.
AUTHORED = {"recommendation", "box-title"}


def headed(s: Setting, piece: Piece, figure: Figure) -> Belonging | None:
    """A number in the label of a finding whose words follow it, at the head of a text."""
    for one in piece.words.bound:
        finding = s.findings.get(one.finding)
        label = of_label(finding) if finding and piece.body else None
        found = label.around(piece.text, figure.start, figure.end) if label else None
        if finding and found and found.phrase and found.start == 0:
            return owned(found, figure)
    return None


def placed_whole(s: Setting, piece: Piece, figure: Figure) -> Belonging | None:
    """A number in an item that is nothing but a name: of a list, of an area."""
    found = s.phrases.around(piece.text, figure.start, figure.end)
    alone = piece.part == "item" and found.phrase == piece.text.casefold()
    return canonical(s, piece, figure) if alone else None


def put_by_house(s: Setting, piece: Piece, figure: Figure) -> Belonging | None:
    """A number in a name or a period for which a sentence of the house has a place."""
    found = s.phrases.around(piece.text, figure.start, figure.end)
    end = found.start + len(found.phrase)
    if found.phrase and s.house.place(piece.text, found.start, end):
        return canonical(s, piece, figure)
    return None


def untyped(s: Setting, piece: Piece, figure: Figure) -> Belonging | None:
    """Any other number in an author's sentence that nobody typed there belongs to nothing."""
    if not (piece.body or _authored(s, piece)) or s.lines.typed(piece, figure):
        return None
    return Belonging("unknown", NOBODY)


def _authored(s: Setting, piece: Piece) -> bool:
    """Say whether a text is an author's: a heading, a note, a recommendation or its reason."""
    exhibit = s.exhibits.get(piece.within.exhibit)
    if exhibit:
        return piece.text in (" ".join(note.split()) for note in exhibit.notes)
    around = piece.within.styles | piece.within.within
    return piece.part in TITLES or bool(AUTHORED & around)


def titled(s: Setting, piece: Piece, figure: Figure) -> Belonging | None:
    """A number in a name: the document's title, a section's, an exhibit's."""
    found = s.names.around(piece.text, figure.start, figure.end)
    return Belonging("name", found.owner, found.phrase) if found.phrase else None


def repeated(s: Setting, piece: Piece, figure: Figure) -> Belonging | None:
    """A number in an entry of the contents, which says what a heading or a caption says."""
    number = piece.words.number
    said = piece.text[len(number) :].strip(" :")
    same = (p for p in s.document.of("heading", "caption") if p.number == number)
    if any(p.text[len(number) :].strip(" :") == said for p in same):
        return Belonging("structure", number or said)
    return None


def boxed(s: Setting, piece: Piece, figure: Figure) -> Belonging | None:
    """The number of a recommendation, by which its box goes."""
    return referred(s, piece, figure) if piece.text == figure.text else None


def due(s: Setting, piece: Piece, figure: Figure) -> Belonging | None:
    """A day by which a recommendation is due, where one is asked for by then."""
    for one in s.assessment.recommendations:
        if one.due and piece.text.endswith(f" {one.due}.") and holds(one.due, figure):
            return Belonging("date", f"when recommendation {one.number} is due", one.due)
    return None


def elsewhere(s: Setting, piece: Piece, figure: Figure) -> Belonging | None:
    """A number in a cell of an exhibit, or of the quoted figures, that the cell does not have."""
    exhibit = s.exhibits.get(piece.within.exhibit)
    keys = {column.key for column in exhibit.columns} if exhibit else set()
    row = exhibit is not None and piece.row in {row.key for row in exhibit.rows}
    head = piece.part == "head" and exhibit is not None
    if (row and piece.column in keys) or head or "quoted" in piece.within.styles:
        return Belonging("unknown", "not a number of its cell")
    return None
