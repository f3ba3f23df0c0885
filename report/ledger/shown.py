"""Numbers in tables, drawings and the notes under them: of the exhibit that they show."""

import re

from report.assessment import Finding
from report.ledger import exhibited
from report.ledger.holdings import fits, of_exhibit, sizes
from report.ledger.pieces import Piece, stands_in
from report.ledger.said import number_of
from report.ledger.setting import DATES, Belonging, Setting
from report.prose.figures import Figure
from report.prose.sentences import sentences


def in_cell(s: Setting, piece: Piece, figure: Figure) -> Belonging | None:
    """A number in a cell of an exhibit's table."""
    exhibit = s.exhibits.get(piece.within.exhibit)
    place = exhibited.in_cell(exhibit, piece, figure) if exhibit else None
    return Belonging("cell", exhibit.id, str(place)) if exhibit and place else None


def drawn(s: Setting, piece: Piece, figure: Figure) -> Belonging | None:
    """A number in a drawing: an axis, a cell of its exhibit, or one that its exhibit holds."""
    exhibit = s.exhibits.get(piece.within.exhibit)
    if exhibit is None:
        return _of_trend(s, piece, figure)
    texts = piece.within.figure.texts if piece.within.figure else ()
    if piece.part == "drawn" and (run := exhibited.tick(texts, piece.order)):
        return Belonging("structure", f"axis of {exhibit.id}", run)
    if place := exhibited.drawn(exhibit, piece.text, figure):
        return Belonging("cell", exhibit.id, str(place))
    held = next((h.name for h in (*of_exhibit(exhibit), *sizes(exhibit)) if fits(figure, h)), "")
    return Belonging("cell", exhibit.id, held) if held else None


def _trend(s: Setting, piece: Piece) -> Finding | None:
    """Find the finding whose years a small chart draws, which its file is named by."""
    file = piece.within.figure.file if piece.within.figure else ""
    id_ = file.removeprefix("exhibits/spark.").removesuffix(".svg")
    every = [f for section in s.assessment.walk() for f in section.findings if f.id == id_]
    return next((f for f in every if f.series), None)


def _of_trend(s: Setting, piece: Piece, figure: Figure) -> Belonging | None:
    """A number in a small chart of a finding's years."""
    finding = _trend(s, piece)
    if finding is None:
        return None
    if figure.after.startswith("line"):
        return (
            Belonging("structure", f"number of lines of {finding.id}")
            if figure.value == 1
            else None
        )
    return number_of(finding, figure)


def labelled(s: Setting, piece: Piece, figure: Figure) -> Belonging | None:
    """A month or a year in a drawing or words for it: of a column's label, or of a point's."""
    exhibit, finding = s.exhibits.get(piece.within.exhibit), _trend(s, piece)
    if figure.kind not in DATES or not (exhibit or finding):
        return None
    if exhibit:
        label = exhibited.labelled(exhibit, piece.text, figure)
        return Belonging("date", f"a column of {exhibit.id}", label) if label else None
    labels = [point.label for point in finding.series] if finding else []
    label = exhibited.shortened(labels, piece.text, figure)
    return Belonging("date", f"a year of {finding.id}", label) if finding and label else None


def of_words(s: Setting, piece: Piece, figure: Figure) -> Belonging | None:
    """A number in a word of an exhibit's own: of a diagram, of a long cell."""
    exhibit = s.exhibits.get(piece.within.exhibit)
    for row in exhibit.rows if exhibit else ():
        for cell in row.cells:
            if isinstance(cell.value, str) and stands_in(piece.text, figure, cell.value):
                return Belonging("cell", exhibit.id, row.key) if exhibit else None
    return None


def noted(s: Setting, piece: Piece, figure: Figure) -> Belonging | None:
    """A number in a sentence of the house under an exhibit, which the exhibit holds."""
    exhibit = s.exhibits.get(piece.within.exhibit)
    if exhibit is None or piece.text in exhibit.notes:
        return None
    held = next((h.name for h in of_exhibit(exhibit) if fits(figure, h)), "")
    return Belonging("cell", exhibit.id, held) if held else None


def ordered(s: Setting, piece: Piece, figure: Figure) -> Belonging | None:
    """A number in front of an item: the one after that of the item before; or how many there are.

    Items of words for a drawing are parted by semicolons, those of a drawing are texts of it.
    """
    figured, id_ = piece.within.figure, piece.within.exhibit
    if figured is None or figure.kind != "count" or figure.value is None:
        return None
    alt = piece.part == "alt"
    items = re.split(r"(?<=[:;]) ", piece.text) if alt else list(figured.texts)
    numbers = [int(found[0]) for item in items if (found := re.match(r"\d+(?=[. ])", item))]
    number = int(figure.value)
    before = piece.text[: figure.start]
    if before == "" and f"{number} stages" in piece.text:
        held = numbers[1:][-1:] == [number]
        return Belonging("structure", f"stages of {id_}") if held else None
    first = before.endswith((": ", "; ")) if alt else before == ""
    if first and number in numbers and (number == 1 or number - 1 in numbers):
        return Belonging("structure", f"item {number} of {id_}")
    return None


def scale(s: Setting, piece: Piece, figure: Figure) -> Belonging | None:
    """Where the axis of a drawing begins, which its title says."""
    figured = piece.within.figure
    if figured is None or not piece.text[: figure.start].endswith("begins at "):
        return None
    ticks = [text for n, text in enumerate(figured.texts) if exhibited.tick(figured.texts, n)]
    return (
        Belonging("structure", f"axis of {piece.within.exhibit}") if figure.text in ticks else None
    )


def under(s: Setting, piece: Piece, figure: Figure) -> Belonging | None:
    """A number of an author's note under an exhibit, in a sentence that names its source."""
    exhibit = s.exhibits.get(piece.within.exhibit)
    notes = [" ".join(note.split()) for note in exhibit.notes] if exhibit else []
    if exhibit is None or piece.text not in notes:
        return None
    near = next(x.text for x in sentences(piece.text) if x.start <= figure.start < x.end)
    for source in s.assessment.sources:
        names = (name for name in (source.title, source.publisher) if name)
        if source.id in exhibit.sources and any(name in near for name in names):
            return Belonging("cited", source.id, "note")
    return None
