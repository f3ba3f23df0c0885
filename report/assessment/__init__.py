"""The machine-readable strategic assessment: what everything right of the cut line reads.

Only what a reader of the report could see is in it, never a record of a source. It holds numbers at
full precision and the author's own text; it holds no formatted number and no sentence of ours.
"""

from report.assessment.compared import (
    Classified,
    Compared,
    Grade,
    PeerGroup,
    Picture,
    Rates,
    Spread,
    Weighting,
)
from report.assessment.document import Area, Brand, Document, Partnership, Priority, Recommendation
from report.assessment.exhibits import DIAGRAMS, MAPS, Exhibit, family
from report.assessment.findings import Caution, Finding, Interval, Point, Variation
from report.assessment.records import Audience, Effect, Marker, Number, Polarity, Record, slug
from report.assessment.rows import Branch, Cell, Column, Row
from report.assessment.rules import SeriesRule, Slips, Wording
from report.assessment.sections import Commentary, Entry, KeyFinding, NamedList, Section
from report.assessment.sources import Accepted, FileRecord, LeftOut, SourceRecord
from report.assessment.whole import FORMAT, Assessment, load, save

__all__ = [
    "DIAGRAMS",
    "FORMAT",
    "MAPS",
    "Accepted",
    "Area",
    "Assessment",
    "Audience",
    "Branch",
    "Brand",
    "Caution",
    "Cell",
    "Classified",
    "Column",
    "Commentary",
    "Compared",
    "Document",
    "Effect",
    "Entry",
    "Exhibit",
    "FileRecord",
    "Finding",
    "Grade",
    "Interval",
    "KeyFinding",
    "LeftOut",
    "Marker",
    "NamedList",
    "Number",
    "Partnership",
    "PeerGroup",
    "Picture",
    "Point",
    "Polarity",
    "Priority",
    "Rates",
    "Recommendation",
    "Record",
    "Row",
    "Section",
    "SeriesRule",
    "Slips",
    "SourceRecord",
    "Spread",
    "Variation",
    "Weighting",
    "Wording",
    "family",
    "load",
    "save",
    "slug",
]
