"""Numbers in the sentences of chapters: put there by the program, or typed by the author.

What stands in no bracket, no link and no sentence of the house has to be what the author typed.
"""

from report.ledger.pieces import Piece
from report.ledger.said import called
from report.ledger.setting import Belonging, Setting
from report.ledger.worded import canonical
from report.prose.figures import Figure

NOBODY = "not as it was typed"


def labelled(s: Setting, piece: Piece, figure: Figure) -> Belonging | None:
    """A number in the label, or a day, of a finding that the same text shows."""
    return called(s, piece, figure, piece.words.bound) if piece.body else None


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
    if not (piece.body or _noted(s, piece)) or s.lines.typed(piece, figure):
        return None
    return Belonging("unknown", NOBODY)


def _noted(s: Setting, piece: Piece) -> bool:
    """Say whether a note is an author's: under an exhibit, or on a source."""
    exhibit = s.exhibits.get(piece.within.exhibit)
    if exhibit:
        return piece.text in (" ".join(note.split()) for note in exhibit.notes)
    source = s.source(piece.text)
    return piece.part == "note" and source is not None and bool(source.note)
