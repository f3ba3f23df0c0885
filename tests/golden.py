"""The findings of the committed editions as small texts, so that a moved figure is seen.

`python -m tests.golden` writes them anew from `build/`; read each line of the difference.
"""

import csv
from io import StringIO
from pathlib import Path

from report import words
from report.assessment import Assessment, Finding, load
from tests.editions import EDITIONS
from tests.made_up import ROOT

FOLDER = ROOT / "tests" / "golden"
HEADER = ("id", "unit", "value", "previous", "change_pct", "origin", "in words")


def text(assessment: Assessment) -> str:
    """Give one line for each finding: id, unit, values at full precision, and its words."""
    lines = StringIO()
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerow(HEADER)
    writer.writerows(_row(finding) for finding in assessment.findings().values())
    return lines.getvalue()


def file(edition: str) -> Path:
    """Give the path of an edition's text."""
    return FOLDER / f"{edition.replace('/', '-')}.csv"


def _row(f: Finding) -> tuple[object, ...]:
    values = (f.value, f.previous, f.change_pct)
    return (f.id, f.unit, *map(_full, values), f.origin, words.statement(f))


def _full(value: float | None) -> str:
    return "" if value is None else f"{value:.12g}"


def main() -> None:
    """Write the text of each edition that stands in `build/`."""
    for edition in EDITIONS:
        assessment = load(ROOT / "build" / edition / "assessment.json")
        file(edition).write_text(text(assessment), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
