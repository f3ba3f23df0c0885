"""What comparing two assessments gives: each kind of change is a closed list of words.

Three things that look alike are kept apart: movement (this year against last), revision (last
year's number for the same period has been restated) and what must not be compared. Only types:
the rest of the room makes them, the templates put them into words.
"""

from datetime import date
from typing import Literal

from report.assessment import Cell, Finding, Number, Priority, Recommendation, Record, SourceRecord
from report.diff.redline import Paragraph, Run
from report.periods import Period

FORMAT = 1

FindingKind = Literal["moved", "revised", "not comparable", "new", "gone", "unchanged"]
ExhibitKind = Literal["changed", "not comparable", "new", "gone", "unchanged"]
RowKind = Literal["entered", "left", "moved", "held"]
ActionKind = Literal["changed", "carried", "closed", "new"]
TextKind = Literal["changed", "new", "gone", "unchanged"]
SourceKind = Literal["re-issued", "changed", "new", "gone", "unchanged"]
SourceField = Literal["publisher", "layout"]

# group: the peer group of a position; denominator: the whole of a share or rate; weights: the
# scheme and version that harm goes by; scheme: how scores were put together; origin: quoted in
# one edition only; basis, length: of the period; season: another part of the year; break: the
# series has one in the newer edition; incomplete months: a count is without them, or has a part of
# them; missing: one edition has no value.
ReasonCode = Literal[
    "unit",
    "method",
    "category",
    "area",
    "polarity",
    "group",
    "group size",
    "denominator",
    "weights",
    "baseline",
    "scheme",
    "origin",
    "basis",
    "length",
    "season",
    "break",
    "incomplete months",
    "missing",
]
Detail = str | Number | None


class Edition(Record):
    """One of the two editions compared."""

    edition: str
    partnership: str
    title: str
    version: str
    status: str
    published: date
    period: Period
    public: bool


class Reason(Record):
    """Why two numbers must not be compared: what differs, and its value in both editions.

    The values are text or numbers as the findings hold them; `length` is in days.
    """

    code: ReasonCode
    old: Detail = None
    new: Detail = None


class FindingChange(Record):
    """What became of one finding; one id may have both a movement and revisions.

    old, new: the finding in either edition, with unit, polarity and markers; None where it is not.
    before, after: the two numbers, in the finding's unit. For "moved" the values of the editions;
        for "revised" what each edition gives for the one period that both periods below are.
    difference: after less before, in the unit (percentage points where the unit is %); None for
        quoted figures, which are never computed with.
    pct: per cent of before; None for shares and places, from 0, or below the small base.
    reasons: for "not comparable", at least one.
    """

    kind: FindingKind
    id: str
    old: Finding | None = None
    new: Finding | None = None
    before: Number | None = None
    after: Number | None = None
    before_period: Period | None = None
    after_period: Period | None = None
    difference: Number | None = None
    pct: Number | None = None
    reasons: tuple[Reason, ...] = ()


class RowChange(Record):
    """What became of an area in a table of top areas.

    kind: "entered" and "left" the table; "moved" to another rank; "held" its rank with another
        count.
    label: the area's name as the newer edition prints it. Cells are as printed, None where absent.
    places: places gained, negative for lost. difference: new count less old count.
    """

    kind: RowKind
    key: str
    label: str
    old_rank: Cell | None = None
    new_rank: Cell | None = None
    old_count: Cell | None = None
    new_count: Cell | None = None
    places: Number | None = None
    difference: Number | None = None


class ExhibitChange(Record):
    """What became of a table or chart.

    chart: its kind, "table" or a kind of chart. Only tables are compared row by row.
    added, removed: numbers of rows in the newer or older table only.
    rows: for top areas, in order of the new rank, those that left last.
    reasons: for "not comparable": another geography or another unit of the counts.
    """

    kind: ExhibitKind
    id: str
    name: str
    form: str
    chart: str
    added: int = 0
    removed: int = 0
    rows: tuple[RowChange, ...] = ()
    reasons: tuple[Reason, ...] = ()


class RecommendationChange(Record):
    """What became of a recommendation; its number, owner and status are in `old` and `new`.

    text: for "changed", what changed in its words.
    """

    kind: ActionKind
    old: Recommendation | None = None
    new: Recommendation | None = None
    text: tuple[Run, ...] = ()


class PriorityChange(Record):
    """What became of a priority; title, text: for "changed", what changed in their words."""

    kind: ActionKind
    old: Priority | None = None
    new: Priority | None = None
    title: tuple[Run, ...] = ()
    text: tuple[Run, ...] = ()


class SectionChange(Record):
    """What became of a chapter or part, and of the author's text in it.

    paragraphs: for "changed", those that are not the same; empty where only the title changed.
    """

    kind: TextKind
    id: str
    old_title: str = ""
    new_title: str = ""
    paragraphs: tuple[Paragraph, ...] = ()


class SourceChange(Record):
    """What became of a source.

    kind: "re-issued" has other contents under the same id; "changed" the same contents.
    changed: what else is different.
    """

    kind: SourceKind
    id: str
    old: SourceRecord | None = None
    new: SourceRecord | None = None
    changed: tuple[SourceField, ...] = ()


class AssessmentDiff(Record):
    """Everything that differs between two assessments; what is unchanged is only counted.

    counts: part -> kind -> number, unchanged ones included; the parts are the fields below.
    headlines: changes of the findings that head either edition, in the newer's order, unchanged
        ones included.
    findings: by kind; counts before rates, shares and places; the largest difference first.
    exhibits, recommendations, priorities, text, sources: in the newer edition's order, what only
        the older has after it.
    """

    format: int
    old: Edition
    new: Edition
    counts: dict[str, dict[str, int]]
    headlines: tuple[FindingChange, ...] = ()
    findings: tuple[FindingChange, ...] = ()
    exhibits: tuple[ExhibitChange, ...] = ()
    recommendations: tuple[RecommendationChange, ...] = ()
    priorities: tuple[PriorityChange, ...] = ()
    text: tuple[SectionChange, ...] = ()
    sources: tuple[SourceChange, ...] = ()
