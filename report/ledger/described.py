"""The words that stand for a drawing, described anew from the exhibit that it is of."""

from collections.abc import Iterator
from itertools import zip_longest

from report.charts import CHARTS
from report.ledger.pieces import Piece
from report.ledger.setting import Setting
from report.ledger.written import Word


def lost(s: Setting, piece: Piece) -> Iterator[Word]:
    """Give the first word that stands for a drawing, and is not what its exhibit comes to."""
    exhibit = s.exhibits.get(piece.within.exhibit)
    if exhibit is None or exhibit.kind not in CHARTS or piece.part != "alt":
        return
    _, describe = CHARTS[exhibit.kind]
    at = 0
    for said, true in zip_longest(piece.text.split(), describe(exhibit).split(), fillvalue=""):
        at = piece.text.find(said, at)
        if said != true:
            yield Word(said or true, at)
            return
