"""Section kind "rates": rates published without counts, ranked and set against the district's."""

from pathlib import Path

import pytest

from report.assessment import Section
from report.words import cell, headline, phrase
from tests.editions import EDITION, problems_of, sections_of
from tests.made_up import altered, project
from tests.pages import assessed, page, read

DAYS = "2023-04-01,2023-12-05"
GIVEN = f"""\
category,area,first,last,count,rate
All Crime,Middlemarch,{DAYS},,78.4
All Crime,Lowick,{DAYS},,296.8
All Crime,Tipton,{DAYS},,192.4
All Crime,Frick,{DAYS},,192.4
"""
SECTION = (
    "sections:\n  - {kind: rates, id: given, audience: public, category: all-crime, areas: beat"
)


def project_with(folder: Path, rows: str = GIVEN, keys: str = "") -> Path:
    """Lay out the made-up edition with a section of rates, and some keys of it."""
    config = project(folder)
    source = "  given: {file: given.csv, layout: rates, title: Rates, origin: given}\n"
    altered(folder, EDITION, "sources:\n", f"sources:\n{source}")
    altered(folder, EDITION, "sections:", f"{SECTION}{keys}}}")
    (folder / "data/middlemarch/2023-24/given.csv").write_text(rows, encoding="utf-8")
    return config


def given(folder: Path, keys: str = "") -> Section:
    """Assess the section."""
    return sections_of(project_with(folder, keys=keys))["given"]


def test_rates_are_ranked_and_set_against_the_district(tmp_path: Path) -> None:
    """By hand: 296.8 / 78.4 = 3.79 and 192.4 / 78.4 = 2.45; equal rates share a rank."""
    table = given(tmp_path).exhibits[0]
    rows = [
        [cell(item, column) for item, column in zip(row.cells, table.columns, strict=True)]
        for row in table.rows
    ]

    assert rows == [
        ["1", "Lowick", "296.8", "3.8"],
        ["2=", "Frick", "192.4", "2.5"],
        ["2=", "Tipton", "192.4", "2.5"],
        ["", "Middlemarch", "78.4", ""],
    ]
    assert [c.origin for c in table.columns] == ["computed", "computed", "given", "computed"]


def test_published_rates_can_be_named_in_sentences(tmp_path: Path) -> None:
    """With the decimals that were published, and what they are of."""
    found = {f.id: f for f in given(tmp_path).findings}
    lowick = found["rate.all-crime.beat-1"]

    assert phrase(lowick, "rate") == "296.8 per 1,000"
    assert phrase(lowick, "rate ratio") == "3.8 times"
    assert headline(found["rate.all-crime"]) == "78.4 per 1,000"
    assert {f.origin for f in found.values()} == {"given"}


def test_rates_of_areas_stay_inside(tmp_path: Path) -> None:
    """The count behind an area's rate may be a small one; that behind the district's is not."""
    section = given(tmp_path, ", chart: true")

    assert [f.audience for f in section.findings] == ["public", *["partner"] * 3]
    assert [e.audience for e in section.exhibits] == ["partner", "partner"]


def test_rates_are_drawn_with_the_district_as_a_line(tmp_path: Path) -> None:
    """Bars from the highest down."""
    chart = given(tmp_path, ", chart: true").exhibits[1]

    assert (chart.kind, chart.marks["average"]) == ("ranked_bars", "average")
    assert chart.values("area") == ["Lowick", "Frick", "Tipton", "Middlemarch"]


def test_the_page_says_what_the_table_holds(tmp_path: Path) -> None:
    """Caption and method speak of published rates."""
    html = page(assessed(project_with(tmp_path)))

    assert "Beats with the highest published rate of All Crime" in html
    assert "Published rates." in read(html, "methods")


@pytest.mark.parametrize(
    ("line", "whose"), [("Middlemarch,", "Middlemarch"), ("Lowick,|Tipton,|Frick,", "any beat")]
)
def test_what_no_source_gives_is_told(tmp_path: Path, line: str, whose: str) -> None:
    """A rate of the district, and rates of areas to set against it."""
    left = [
        row for row in GIVEN.splitlines(keepends=True) if not any(x in row for x in line.split("|"))
    ]
    [problem] = problems_of(project_with(tmp_path, "".join(left)))

    assert f"no source gives the rate of 'all-crime' in {whose} for 1 April to" in problem
