"""Assess the made-up edition and compose its pages without drawing, to read what a reader reads."""

import re
from pathlib import Path

from report.assessment import Assessment
from report.document import html
from report.document.binding import plain_text
from report.document.manuscript import Manuscript
from report.document.manuscript import manuscript as cut
from report.document.resolving import resolved
from report.sections import assess_all
from report.sections.whole import assemble
from report.sources import checks
from report.sources.reading import read_sources
from tests.editions import study_of
from tests.made_up import ROOT

TEMPLATES = ROOT / "templates"


def assessed(config: Path) -> Assessment:
    """Take an edition's YAML to its assessment, headlines and evidence found by name."""
    study = study_of(config)
    tables, sources = read_sources(study)
    whole = assemble(study, tables, sources, assess_all(study, tables), checks.check(study, tables))
    found, problems = resolved(whole, study.where("headlines"), checks.places(tables))
    assert [problem for problem in problems if problem.severity == "error"] == []
    return found


def manuscript(made: Assessment) -> Manuscript:
    """Cut and number an assessment with the project's own templates."""
    return cut(made, TEMPLATES)


def problems(made: Assessment) -> list[str]:
    """Give what is wrong with the brackets and headings of an assessment, as it is printed."""
    return [str(problem) for problem in manuscript(made).problems]


def page(made: Assessment) -> str:
    """Compose the report; charts are named and not drawn, and no phrase is kept together."""
    cut = manuscript(made)
    assert cut.problems == []
    drawings = {
        e.id: html.Drawing(f"{e.id}.svg", f"A chart of {e.name}.", 100, 50)
        for e in cut.placed()
        if e.kind != "table"
    }
    return loose(html.report(cut, drawings, ""))


def loose(page: str) -> str:
    """Take out the spans that keep phrases on one line."""
    return re.sub(r'<span class="together">(.*?)</span>', r"\1", page)


def chapter(page: str, id_: str) -> str:
    """Give the HTML of one chapter."""
    start = rf'<section class="chapter [^"]*" id="section-{id_}">'
    found = re.search(rf"{start}.*?</section>", page, re.DOTALL)
    assert found, f"no chapter {id_}"
    return found[0]


def read(page: str, id_: str) -> str:
    """Give the words of one chapter, one space between them."""
    return plain_text(chapter(page, id_))
