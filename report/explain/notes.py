"""Notes for the numbers of a finished page: one for each finding, told where its numbers stand.

They are put into a page after its PDF was printed from it, which therefore does not know them. How
a page is written stands at the top of `report/document/structure.py`.
"""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from html import unescape

from report.assessment import Exhibit, Finding, Row
from report.explain.cells import Labelled, behind, labelled
from report.explain.explained import Explained, Explainer

# What begins an exhibit, a row, a cell, or a number in a sentence.
PLACE = re.compile(
    r'data-exhibit="(?P<exhibit>[^"]*)"|data-row="(?P<row>[^"]*)"'
    r'|<t[dh]\b[^>]*data-column="(?P<column>[^"]*)"'
    r'|<span class="bound(?: claim)?" data-(?:finding="(?P<finding>[^"]*)"|cell="(?P<cell>[^"]*)")'
)

EMPTY_LINES = re.compile(r"^\s*\n", re.MULTILINE)

# Units of columns whose numbers are no figures, but name or order their rows.
UNTOLD = ("rank", "number", "class", "mark", "outline")

# Turns numbered notes into HTML, with the script that shows them.
Render = Callable[[Iterable[tuple[str, Explained]]], str]


def noted(page: str, explainer: Explainer, render: Render) -> str:
    """Give a page with notes: each number of a finding, and each figure of a table, has one."""
    marking = _Marking(explainer, labelled(explainer.assessment.findings().values()))
    marked = PLACE.sub(marking.mark, page)
    if not marking.notes:
        return page
    notes = render((id_, told) for id_, told in marking.notes.values())
    return marked.replace("</body>", f"{EMPTY_LINES.sub('', notes)}</body>")


@dataclass
class _Marking:
    """Goes through a page from its top: in which exhibit and row it is, and the notes so far."""

    explainer: Explainer
    by_label: Labelled
    exhibit: Exhibit | None = None
    row: Row | None = None
    notes: dict[str, tuple[str, Explained]] = field(default_factory=dict)

    @cached_property
    def _findings(self) -> dict[str, Finding]:
        return self.explainer.assessment.findings()

    @cached_property
    def _exhibits(self) -> dict[str, Exhibit]:
        return self.explainer.assessment.exhibits()

    def mark(self, match: re.Match[str]) -> str:
        """Follow the page, and tie a number to its note."""
        kind, name = str(match.lastgroup), unescape(match[str(match.lastgroup)])
        if kind == "exhibit":
            self.exhibit = self._exhibits.get(name)
        elif kind == "row":
            self.row = _row(self.exhibit, name)
        else:
            note = self._of(kind, name)
            return f'{match[0]} tabindex="0" aria-describedby="{note}"' if note else match[0]
        return match[0]

    def _of(self, kind: str, name: str) -> str:
        """Give the id of the note of a number: of findings, of a cell named, or of one here."""
        if kind == "finding":
            return self._of_findings(name)
        if kind == "column":
            return self._of_cell(self.exhibit, self.row, name)
        id_, row, column = name.split(" ")
        exhibit = self._exhibits.get(id_)
        return self._of_cell(exhibit, _row(exhibit, row), column)

    def _of_findings(self, ids: str) -> str:
        """Give the id of the note of words that speak of a finding, or of several."""
        found = tuple(self._findings[id_] for id_ in ids.split() if id_ in self._findings)
        if not found:
            return ""
        if len(found) == 1:
            return self._note(found[0].id, lambda: self.explainer.finding(found[0]))
        return self._note(ids, lambda: Explained(among=found))

    def _of_cell(self, exhibit: Exhibit | None, row: Row | None, key: str) -> str:
        if not exhibit or not row:
            return ""
        at = [column.key for column in exhibit.columns].index(key)
        column = exhibit.columns[at]
        found = behind(self.by_label, exhibit, row, at)
        if found:
            return self._of_findings(found.finding.id)
        if isinstance(row.cells[at].value, str | None) or column.unit in UNTOLD:
            return ""
        return self._note(f"{exhibit.id} {key}", lambda: self.explainer.column(exhibit, column))

    def _note(self, key: str, tell: Callable[[], Explained]) -> str:
        """Give the id of a note, which is made once."""
        if key not in self.notes:
            self.notes[key] = (f"n{len(self.notes) + 1}", tell())
        return self.notes[key][0]


def _row(exhibit: Exhibit | None, key: str) -> Row | None:
    return next((row for row in (exhibit.rows if exhibit else ()) if row.key == key), None)
