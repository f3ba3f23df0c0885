"""Assessments of a few lines, for tests of names, chapters and pages."""

from datetime import date
from typing import Any

from report.assessment import (
    FORMAT,
    Assessment,
    Cell,
    Column,
    Commentary,
    Document,
    Exhibit,
    Finding,
    Partnership,
    Row,
    Section,
    Slips,
    Wording,
)
from report.periods import Period

# How near words and numbers are here: what "about" and the others may stand for.
WORDING = Wording(
    about=5,
    nearly=10,
    little=2,
    slips=Slips(per_cent=5, points=1, one_off=10),
    distinct=1000,
    distinct_years=20,
    ends=3,
    alike=83,
    edited=80,
)
PERIOD = Period(date(2023, 4, 1), date(2023, 12, 5), "year to date")


def finding(id_: str, label: str, value: float | None = 1, **more: Any) -> Finding:
    """Make a finding; its measure is the first word of its id."""
    fields: dict[str, Any] = {
        "measure": id_.partition(".")[0],
        "unit": "offences",
        "period": PERIOD,
    }
    return Finding(id=id_, label=label, value=value, **fields | more)


def table(id_: str, name: str, **more: Any) -> Exhibit:
    """Make a table of two areas."""
    fields: dict[str, Any] = {
        "kind": "table",
        "form": "areas by year",
        "columns": (Column(key="area", label="Beat"), Column(key="n", label="n", unit="offences")),
        "rows": (
            Row(key="lowick", cells=(Cell(value="Lowick"), Cell(value=300))),
            Row(key="tipton", cells=(Cell(value="Tipton"), Cell(value=1400))),
        ),
    }
    return Exhibit(id=id_, name=name, **fields | more)


def section(id_: str, text: str | None = None, **more: Any) -> Section:
    """Make a section, with a chapter where a text is given."""
    commentary = Commentary(file=f"config/{id_}.md", text=text) if text is not None else None
    fields = {"kind": "text", "title": id_.capitalize()}
    return Section(id=id_, commentary=commentary, **fields | more)


def assessment(*sections: Section, **more: Any) -> Assessment:
    """Make the assessment of some sections."""
    fields: dict[str, Any] = {
        "format": FORMAT,
        "edition": "middlemarch/2023-24",
        "partnership": Partnership(
            id="middlemarch",
            name="Middlemarch Community Safety Partnership",
            short_name="Middlemarch CSP",
            area_name="Middlemarch",
            area_kind="district",
        ),
        "document": Document(title="Assessment", published=date(2024, 1, 31)),
        "period": PERIOD,
        "comparison": PERIOD.earlier(),
        "small_base": 50,
        "wording": WORDING,
        "sections": sections,
    }
    return Assessment(**fields | more)
