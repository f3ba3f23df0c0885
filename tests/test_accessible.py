"""Every PDF that the program prints is PDF/UA-1, as veraPDF judges it."""

from pathlib import Path

from report import pipeline
from tests import verapdf
from tests.conftest import Built
from tests.editions import EDITION
from tests.made_up import altered, project
from tests.photos import photo

ILLUSTRATED = """\
    tables: [visits]
    diagrams:
      - {name: cycle, kind: cycle, items: [Assess, Plan, Act: [Meet]], audience: public}
      - {name: model, kind: stages, items: [Ethics: [Gather, Assess, Act]], audience: public}
      - {name: risk, kind: formula, items: [Risk = Impact × Likelihood], audience: public}
      - {name: who, kind: structure, items: [Board: [A: [B]]], lines: true, audience: public}
      - name: broad
        kind: structure
        items: [Board: [A: [F], B: [G], C: [H], D: [I], E: [J]]]
    pictures:
      - name: park
        file: 2023-24/park.png
        caption: The park
        alt: A lawn and three trees.
        credit: The council
        audience: public
"""


def test_the_reports_summaries_and_the_comparison_are_pdf_ua(editions: Path, built: Built) -> None:
    """Three editions, each with its summary, the Charnwood comparison and the made-up edition."""
    verapdf.needed()
    paths = [*sorted(editions.rglob("*.pdf")), *sorted(built.folder.rglob("*.pdf"))]
    assert [path.name for path in paths] == [
        *("summary.pdf", "report.pdf") * 2,
        "diff.pdf",
        *("summary.pdf", "report.pdf") * 2,
    ]
    assert {path: rules for path, rules in verapdf.failures(paths).items() if rules} == {}


def test_diagrams_and_pictures_are_pdf_ua(tmp_path: Path) -> None:
    """Every kind of diagram, a landscape one too, and a picture: in the report and its summary."""
    verapdf.needed()
    config = project(tmp_path)
    altered(tmp_path, EDITION, "    chapter: 2023-24/analysis.md\n", "")
    altered(tmp_path, EDITION, "    tables: [visits]\n", ILLUSTRATED)
    photo(tmp_path / "config" / "middlemarch" / "2023-24" / "park.png", kind="PNG")
    folder = pipeline.build(config).folder

    paths = sorted(folder.rglob("*.pdf"))
    assert [path.name for path in paths] == ["summary.pdf", "report.pdf"]
    assert {path: rules for path, rules in verapdf.failures(paths).items() if rules} == {}
