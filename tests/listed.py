"""The made-up project with the fixtures of some layouts as its only sources."""

import shutil
from collections.abc import Mapping
from pathlib import Path

from report.assessment import SourceRecord
from report.config.study import Study
from report.sources.reading import read_sources
from report.sources.tables import Tables
from tests.editions import PARTNERSHIP, study_of
from tests.made_up import ROOT, altered, project

FIXTURES = ROOT / "tests" / "fixtures" / "layouts"
OWN, NEXT, COUNTY, WARD = "E99000001", "E99000002", "E10999901", "E05999901"

EDITION = """\
period: {first: 2023-10-01, last: 2023-11-30}
published: 2024-01-31
status: final
document: {title: Middlemarch strategic assessment}
sections:
  - {kind: front, id: front}
sources:
"""


def listed(
    root: Path, *layouts: str, county: bool = False, more: Mapping[str, str] | None = None
) -> Study:
    """Lay out the made-up project with the fixtures of some layouts as its only sources."""
    config = project(root)
    folder = root / "data" / "middlemarch" / "2023-24"
    lines = []
    for layout in layouts:
        shutil.copy(FIXTURES / f"{layout}.csv", folder)
        extra = (more or {}).get(layout, "")
        lines.append(
            f"  {layout}: {{file: {layout}.csv, layout: {layout}, title: A list{extra}}}\n"
        )
    config.write_text(EDITION + "".join(lines), encoding="utf-8")
    if county:
        line = f"county: {{code: {COUNTY}, name: Exampleshire, kind: county}}\nareas:\n"
        line += f"  - {{code: {NEXT}, name: Barchester, kind: district, inside: [{COUNTY}]}}\n"
        altered(root, PARTNERSHIP, "areas:\n", line)
    return study_of(config)


def read(study: Study) -> tuple[Tables, dict[str, SourceRecord]]:
    """Read the sources, with their records by id."""
    tables, records = read_sources(study)
    return tables, {record.id: record for record in records}
