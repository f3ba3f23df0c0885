"""Say to what a number belongs: the first of the ways in which it can that holds by value."""

from collections.abc import Mapping

from report.ledger.authored import (
    boxed,
    due,
    elsewhere,
    headed,
    placed_whole,
    put_by_house,
    repeated,
    titled,
    untyped,
)
from report.ledger.counting import asked, bare, counted
from report.ledger.pieces import Piece
from report.ledger.recorded import accepted, of_file, of_note, of_quoted, of_record
from report.ledger.said import (
    behind_bound,
    beside,
    bound,
    by_hand,
    cited,
    difference,
    in_tile,
    of_cell,
    phrased,
    recommended,
)
from report.ledger.setting import Belonging, Setting, Way
from report.ledger.shown import drawn, in_cell, labelled, noted, of_words, ordered, scale, under
from report.ledger.structure import glance, linked, own_number, placed, referred
from report.ledger.worded import (
    canonical,
    captioned,
    dated,
    disclosed,
    house,
    law,
    named,
    road,
    spanned,
    unit,
    worded,
)
from report.prose.figures import Figure

TEXTS: tuple[Way, ...] = (own_number, phrased, bound, of_cell, behind_bound, linked, accepted)
# Those of sentences: the last one lets pass what was typed.
SENTENCES: tuple[Way, ...] = (
    *(*TEXTS, asked, headed, placed_whole, house, put_by_house, due, boxed, untyped),
)
# Ways of a kind of text, before those of every text.
WAYS: Mapping[str, tuple[Way, ...]] = {
    "cell": (in_cell, of_file, of_record, of_quoted, elsewhere, canonical, *TEXTS),
    "head": (in_cell, elsewhere),
    "alt": (canonical, labelled, ordered, drawn, of_words),
    "drawn": (canonical, labelled, scale, ordered, drawn, of_words),
    "note": (*TEXTS, of_record, noted, house, titled, untyped, canonical, law, difference),
    "caption": (*TEXTS, captioned, canonical, noted, house),
    **dict.fromkeys(("paragraph", "item"), SENTENCES),
    "heading": (*TEXTS, titled, untyped),
    "contents": (*TEXTS, repeated, untyped),
    **dict.fromkeys(("title", "furniture"), (titled, house, untyped)),
    "source": TEXTS,
}
# Ways of the paragraphs on methods.
EXPLAINED: tuple[Way, ...] = (house, law, disclosed, canonical, referred, unit, dated)
EVERYWHERE: tuple[Way, ...] = (
    *(
        canonical,
        named,
        law,
        referred,
        bare,
        of_words,
        beside,
        in_tile,
        by_hand,
        glance,
        placed,
        asked,
        counted,
    ),
    *(unit, disclosed, house, cited, worded, spanned, dated, road, difference, under, of_note),
    recommended,
)


def belongs(setting: Setting, piece: Piece, figure: Figure) -> Belonging:
    """Say to what a number of a page belongs; "unknown" with the reason where nothing holds."""
    explains = "explained" in piece.within.within
    for way in EXPLAINED if explains else (*WAYS.get(piece.part, ()), *EVERYWHERE):
        if found := way(setting, piece, figure):
            return found
    return Belonging("unknown", "")
