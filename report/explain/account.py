"""All that `psa explain` tells of one subject, for templates/explain.html to word."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import isclose
from typing import Protocol

from report import words
from report.assessment import Assessment, Audience, Exhibit, Finding, Marker, Number, Row
from report.explain.cells import Behind, behind, counted, labelled, named_cell
from report.explain.explained import ADDED, Explained, Explainer, methods
from report.explain.formulas import Sum, sums_of_cell
from report.explain.matching import Question
from report.explain.places import Place
from report.periods import Period


class Rows(Protocol):
    """Rows that were found again: over which period, and what they add up to."""

    @property
    def period(self) -> Period | None:
        """Of what they count."""

    @property
    def total(self) -> float | None:
        """What they add up to."""


@dataclass(frozen=True)
class Account:
    """A subject as it is told.

    title: its name. paragraphs: of its methods. exhibit, address, printed, value, markers: of a
    cell. role: which number of its finding it holds; "" where there is none, and then sums say what
    it is made of, and beside the rest of its row. counted: what its rows are found by,
    the finding itself or that which the count of an earlier year would be.
    """

    title: str
    explained: Explained
    places: tuple[Place, ...]
    audience: Audience
    paragraphs: tuple[str, ...] = ()
    exhibit: Exhibit | None = None
    address: str = ""
    printed: str = ""
    value: str | Number | None = None
    role: str = ""
    sums: tuple[Sum, ...] = ()
    markers: tuple[Marker, ...] = ()
    beside: str = ""
    counted: Finding | None = None

    @property
    def printed_as(self) -> list[tuple[str, list[str]]]:
        """What is printed, each text with its places in reading order."""
        found: dict[str, dict[str, None]] = {}
        for place in self.places:
            found.setdefault(place.text, {})[str(place)] = None
        return [(text, list(where)) for text, where in found.items()]

    @property
    def where(self) -> list[str]:
        """Its places, each once, in reading order."""
        return list(dict.fromkeys(map(str, self.places)))


def account(subject: Question, explainer: Explainer) -> Account:
    """Gather what there is to tell of a subject."""
    if subject.finding and not subject.exhibit:
        return _of_finding(subject.finding, subject, explainer)
    assert subject.exhibit
    assert subject.row
    return _of_cell(subject.exhibit, subject.row, subject, explainer)


def _of_finding(finding: Finding, subject: Question, explainer: Explainer) -> Account:
    """Gather what there is to tell of a finding that is no cell."""
    return Account(
        title=words.statement(finding),
        explained=explainer.finding(finding),
        places=subject.places,
        audience=explainer.audience(finding),
        paragraphs=_paragraphs(explainer, methods(finding)),
        counted=finding,
    )


def _of_cell(exhibit: Exhibit, row: Row, subject: Question, explainer: Explainer) -> Account:
    """Gather what there is to tell of a cell, which may hold a number of a finding."""
    finding, column, cell = subject.finding, exhibit.columns[subject.at], row.cells[subject.at]
    found = _behind(subject, explainer)
    label = explainer.labels.get(exhibit.id, exhibit.name)
    address, printed = f"{label}, {named_cell(exhibit, row, column)}", words.cell(cell, column)
    own = found is not None and found.role != "series"
    return Account(
        title=f"{address}: {printed}",
        explained=explainer.finding(finding) if finding else explainer.column(exhibit, column),
        places=subject.places,
        audience=exhibit.audience,
        paragraphs=_paragraphs(explainer, methods(finding) if finding else exhibit.methods),
        exhibit=exhibit,
        address=address,
        printed=printed,
        value=cell.value,
        role=found.role if found else "",
        markers=cell.markers,
        counted=finding if own else _counted(explainer.assessment, subject),
        sums=() if found else sums_of_cell(exhibit, row, subject.at),
        beside=_beside(exhibit, row),
    )


def _beside(exhibit: Exhibit, row: Row) -> str:
    """Give a whole row, each cell with its column."""
    cells = zip(row.cells, exhibit.columns, strict=True)
    return "; ".join(f"{column.label}: {words.cell(cell, column)}" for cell, column in cells)


def _behind(subject: Question, explainer: Explainer) -> Behind | None:
    assert subject.exhibit
    assert subject.row
    by_label = labelled(explainer.assessment.findings().values())
    return behind(by_label, subject.exhibit, subject.row, subject.at)


def _counted(assessment: Assessment, subject: Question) -> Finding | None:
    """Give the finding that the count of an earlier year would be."""
    assert subject.exhibit
    assert subject.row
    value, column = subject.row.cells[subject.at].value, subject.exhibit.columns[subject.at]
    if not isinstance(value, int | float):
        return None
    return counted(assessment, subject.exhibit, subject.row, column, value)


def _paragraphs(explainer: Explainer, names: Iterable[str]) -> tuple[str, ...]:
    return tuple(explainer.paragraphs[name] for name in names if name in explainer.paragraphs)


def differs(finding: Finding, rows: Iterable[Rows]) -> bool:
    """Say whether rows found again do not add up to a finding's numbers."""
    totals: dict[Period, float] = {}
    for one in rows if finding.measure in ADDED else ():
        if one.period and one.total is not None:
            totals[one.period] = totals.get(one.period, 0) + one.total
    expected = _counts(finding)
    return any(
        not isclose(total, expected[period], abs_tol=1e-6)
        for period, total in totals.items()
        if period in expected
    )


def _counts(finding: Finding) -> Mapping[Period, Number]:
    """Give the counts that rows have to add up to, by period."""
    value = finding.value
    if finding.measure == "share" and value is not None:
        value = value * (finding.of or 0) / 100
    known = ((finding.period, value), (finding.previous_period, finding.previous))
    return {period: number for period, number in known if period and number is not None}
