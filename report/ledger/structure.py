"""Numbers of the document itself: of sections, exhibits, recommendations, items of a list."""

from report.ledger.pieces import Piece
from report.ledger.setting import Belonging, Setting
from report.prose.figures import Figure


def own_number(s: Setting, piece: Piece, figure: Figure) -> Belonging | None:
    """A number that its text goes by: of a section, a table, a recommendation."""
    number = piece.words.number
    if not number or not piece.text.startswith(number) or figure.start >= len(number):
        return None
    if piece.part == "contents":
        link = next(iter(piece.words.links), None)
        target = s.places.get(link.target.removeprefix("#")) if link else None
        return Belonging("structure", number) if target and target.number == number else None
    return Belonging("structure", number)


def linked(s: Setting, piece: Piece, figure: Figure) -> Belonging | None:
    """A number in a link: that of what the link leads to."""
    for link in piece.words.links:
        if link.start <= figure.start and figure.end <= link.end:
            target = s.places.get(link.target.removeprefix("#"))
            said = piece.text[link.start : link.end]
            if target and (target.number == said or said in target.text):
                return Belonging("structure", target.number or target.text)
    return None


def referred(s: Setting, piece: Piece, figure: Figure) -> Belonging | None:
    """A number behind "Table", "Recommendation" and so on: there is one that has it."""
    words = figure.text.split()
    if figure.kind != "label":
        return None
    if words[0].casefold() == "recommendation" and words[-1].isdigit():
        known = {r.number for r in s.assessment.recommendations}
        return Belonging("structure", figure.text) if int(words[-1]) in known else None
    known_numbers = {part.number for part in s.document.parts}
    return Belonging("structure", figure.text) if figure.text in known_numbers else None


def placed(s: Setting, piece: Piece, figure: Figure) -> Belonging | None:
    """A place in a list: of a priority, or of the item in which it stands."""
    if figure.kind not in ("ordinal", "part", "count"):
        return None
    if figure.kind == "ordinal" and (found := s.lists.placed(figure)):
        return Belonging("structure", found)
    part = piece.within
    length = s.items.get(part.listed, 0) if part.kind == "item" else 0
    if figure.kind == "ordinal" and length and figure.value == part.entry:
        return Belonging("structure", f"item {part.entry} of its list")
    if figure.kind == "part" and figure.of == length and figure.value == 1:
        return Belonging("structure", f"one of the {length} items of its list")
    return None


def glance(s: Setting, piece: Piece, figure: Figure) -> Belonging | None:
    """How many more there are than a list of the page at a glance shows."""
    if "more" not in figure.after.split()[:1] or not {"glance"} & piece.within.within:
        return None
    mine = [
        p for p in s.document.parts if p.listed == piece.within.listed and p is not piece.within
    ]
    if piece.part == "paragraph":
        told = [p for p in s.document.parts if "glance-actions" in p.within]
        rest = len(s.assessment.recommendations) - len(told)
        return (
            Belonging("list", "recommendations less those told") if figure.value == rest else None
        )
    lists = {n.name: len(n.findings) for section in s.assessment.walk() for n in section.lists}
    for name, length in (lists | {"priorities": len(s.assessment.priorities)}).items():
        shown = sum(not p.text.endswith(":") for p in mine)
        if figure.value == length - shown:
            return Belonging("list", f"{name} less those shown")
    return None
