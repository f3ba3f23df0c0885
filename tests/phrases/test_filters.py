"""The phrases of brackets as filters of templates."""

import shutil
from pathlib import Path

from report.document import html
from report.document.binding import plain_text
from report.document.manuscript import manuscript
from tests.pages import TEMPLATES
from tests.phrased import TO_DATE, series
from tests.small import assessment, section

TEMPLATE = """{{ "all crime change in full" | said }};
{{ assessment.findings()["count.all-crime"] | phrase("difference") }}"""


def test_a_template_says_what_a_bracket_does(tmp_path: Path) -> None:
    """Any bracket by its words, and one finding by its form; by hand 627 / 10,195 = 6.150 %."""
    templates = tmp_path / "templates"
    shutil.copytree(TEMPLATES, templates)
    (templates / "report.html").write_text(TEMPLATE, encoding="utf-8")
    counted = series("all-crime", "All Crime", 10195, 9568, period=TO_DATE)
    made = assessment(section("found", findings=(counted,)))

    page = html.report(manuscript(made, templates), {}, "")

    assert 'data-finding="count.all-crime"' in page
    said = "fell by 6.2%, from 10,195 to 9,568, 627 fewer"
    assert plain_text(page) == f"{said}; 627 fewer offences"
