"""Compare two assessments, so that a year can be explained: what moved, what was restated, what not.

Three things that look alike are kept apart: movement (this year against last), revision (last
year's number for the same period has been restated) and what must not be compared, because its
unit, method, area, group or kind of period is another. Says what changed, never in which words.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Literal, TypeVar, get_args

from report.assessment import (
    Assessment,
    Cell,
    Exhibit,
    Finding,
    Number,
    Priority,
    Recommendation,
    Record,
    Row,
    Section,
    SourceRecord,
)
from report.periods import Period
from report.redline import Paragraph, Run, fold, paragraphs, redline, shorten

FORMAT = 1

FindingKind = Literal["moved", "revised", "not comparable", "new", "gone", "unchanged"]
ExhibitKind = Literal["changed", "not comparable", "new", "gone", "unchanged"]
RowKind = Literal["entered", "left", "moved", "held"]
ActionKind = Literal["carried", "changed", "closed", "new"]
TextKind = Literal["changed", "new", "gone", "unchanged"]
SourceKind = Literal["re-issued", "changed", "new", "gone", "unchanged"]

# group: the peer group a position stands in; denominator: the whole a share or rate is of;
# origin: quoted in one edition only; basis, length: of the period; season: another part of the
# year; break: the series has one in between; missing: one edition has no value.
ReasonCode = Literal[
    *("unit", "method", "category", "area", "polarity", "group", "group size", "denominator"),
    *("origin", "basis", "length", "season", "break", "missing"),
]
Detail = str | Number | None
