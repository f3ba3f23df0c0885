"""Numbers, units, changes and cells as text: the only room that rounds.

Every number is rounded once, half away from zero, when it is shown. A change carries either a sign
or a direction word, never both. Sentences belong to templates and to the author.
"""

from report.words.cells import STATUS, WAY_SIGNS, cell, movement, way, withheld
from report.words.changes import arrow, change, difference, moved, short_change, tested
from report.words.directions import DIRECTIONS, FALL, RISE, directed, direction, told
from report.words.english import plural, singular
from report.words.forms import COUNTED, FORMS, cautions, figure, headline, phrase, statement
from report.words.known import UNAVAILABLE, Unsayable, unavailable
from report.words.numbers import (
    DECIMALS,
    FINER,
    MINUS,
    NOUNS,
    NTH,
    SMALL,
    as_word,
    counted,
    exact,
    from_word,
    listed,
    noun,
    number,
    ordinal,
    plain,
    rounded,
    sized,
    superlative,
)
from report.words.values import count, month, peer_rate, position, position_change, value, when

__all__ = [
    "COUNTED",
    "DECIMALS",
    "DIRECTIONS",
    "FALL",
    "FINER",
    "FORMS",
    "MINUS",
    "NOUNS",
    "NTH",
    "RISE",
    "SMALL",
    "STATUS",
    "UNAVAILABLE",
    "WAY_SIGNS",
    "Unsayable",
    "arrow",
    "as_word",
    "cautions",
    "cell",
    "change",
    "count",
    "counted",
    "difference",
    "directed",
    "direction",
    "exact",
    "figure",
    "from_word",
    "headline",
    "listed",
    "month",
    "moved",
    "movement",
    "noun",
    "number",
    "ordinal",
    "peer_rate",
    "phrase",
    "plain",
    "plural",
    "position",
    "position_change",
    "rounded",
    "short_change",
    "singular",
    "sized",
    "statement",
    "superlative",
    "tested",
    "told",
    "unavailable",
    "value",
    "way",
    "when",
    "withheld",
]
