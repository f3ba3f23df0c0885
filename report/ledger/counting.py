"""Numbers that are how many things there are, of a list or of names."""

import re
from dataclasses import replace

from report.assessment import Exhibit
from report.ledger import lists
from report.ledger.holdings import sizes
from report.ledger.pieces import Piece
from report.ledger.setting import Belonging, Setting
from report.prose.figures import Figure

# Fewer things are no list; words of fewer letters name nothing.
FEWEST = 2
LETTERS = 4


def asked(s: Setting, piece: Piece, figure: Figure) -> Belonging | None:
    """A number that a bracket asked for: how many things a list has."""
    found = s.lists.of(s.lines.length(piece, figure), figure)
    return Belonging("list", found) if found and _of_a_list(s, piece, figure) else None


def _of_a_list(s: Setting, piece: Piece, figure: Figure) -> bool:
    """Say whether the whole that a number is of, if any, is the length of a list."""
    if figure.of is None:
        return True
    whole = replace(figure, value=figure.of)
    return bool(s.lists.named(piece.text, whole) or s.lists.listed(piece.text, whole))


def counted(s: Setting, piece: Piece, figure: Figure) -> Belonging | None:
    """A number that is how many things there are: of a list behind it, or of names beside it."""
    if figure.kind not in ("count", "part") or (figure.value or 0) < FEWEST:
        return None
    part, known = piece.within, s.lists
    behind = piece.words is part and _of_a_list(s, piece, figure)
    found = lists.behind(s.document.parts, part, s.items, figure) if behind else ""
    found = found or _of_exhibits(s, piece, figure)
    for way in (known.enumerated, known.spelled, known.named, known.listed):
        found = found or way(piece.text, figure)
    found = found or known.together(figure)
    return Belonging("list", found) if found else None


def _of_exhibits(s: Setting, piece: Piece, figure: Figure) -> str:
    """Say what an exhibit has so many of, that the text leads to, or that stands in its section.

    Of the latter the thing has to be named in the exhibit's own words.
    """
    noun = figure.after.partition(" ")[0].rstrip("s")
    linked = {link.target.removeprefix("#") for link in piece.words.links}
    path = piece.within.path[:2]
    near = {p.exhibit for p in s.document.parts if p.exhibit and p.path[:2] == path}
    for id_ in [*linked, *sorted(near - linked)]:
        exhibit = s.exhibits.get(id_)
        if exhibit is None or (id_ not in linked and noun not in _words(exhibit)):
            continue
        held = next((h.name for h in sizes(exhibit) if figure.may_be(h.value)), "")
        if held := held or _part_of(exhibit, figure):
            return f"{held} of {id_}"
    entries = {x.id: len(x.entries) for x in s.assessment.walk() if x.entries}
    chapter = piece.within.chapter.removeprefix("section-")
    return f"entries of {chapter}" if entries.get(chapter) == figure.value else ""


def _part_of(exhibit: Exhibit, figure: Figure) -> str:
    """Say in which place so many areas of an exhibit lie, by their names: "areas of Greenhill"."""
    place = re.match(r"areas of (\w+)", figure.after)
    names = (str(cell.value).casefold() for row in exhibit.rows for cell in row.cells)
    inside = sum(name.startswith(f"{place[1]} ") for name in names) if place else 0
    return f"areas of {place[1]}" if place and figure.value == inside else ""


def _words(exhibit: Exhibit) -> set[str]:
    """Give the words that an exhibit calls its things by, in the singular."""
    texts = (
        exhibit.name,
        exhibit.measure,
        *(f"{c.label} {c.group} {c.unit}" for c in exhibit.columns),
    )
    found = {word.rstrip("s") for text in texts for word in text.casefold().split()}
    found = {word for word in found if len(word) >= LETTERS}
    areas = {"area", "highest"} if {"area"} & {c.key for c in exhibit.columns} else set()
    return found | areas


def bare(s: Setting, piece: Piece, figure: Figure) -> Belonging | None:
    """The number of an area that is named with others: "Beats 62 and 65"."""
    name = s.lists.one_of_kind(piece.text, figure)
    return Belonging("name", f"the area {name}") if name else None
