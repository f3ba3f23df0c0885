"""Every PDF that the program prints is PDF/UA-1, as veraPDF judges it."""

from pathlib import Path

import pytest

from report import pipeline
from report.document import tagged
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


@pytest.fixture(scope="module")
def illustrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build every kind of diagram, a landscape one too, and a picture; gives the folder."""
    root = tmp_path_factory.mktemp("illustrated")
    config = project(root)
    altered(root, EDITION, "    chapter: 2023-24/analysis.md\n", "")
    altered(root, EDITION, "    tables: [visits]\n", ILLUSTRATED)
    photo(root / "config" / "middlemarch" / "2023-24" / "park.png", kind="PNG")
    return pipeline.build(config).folder


def test_diagrams_and_pictures_are_pdf_ua(illustrated: Path) -> None:
    """In the report and in its summary."""
    verapdf.needed()
    paths = sorted(illustrated.rglob("*.pdf"))

    assert [path.name for path in paths] == ["summary.pdf", "report.pdf"]
    assert {path: rules for path, rules in verapdf.failures(paths).items() if rules} == {}


def test_a_diagram_is_read_before_its_list(illustrated: Path) -> None:
    """Caption, alternative text and list in one row, though the list stands in columns."""
    read = tagged.outline((illustrated / "report.pdf").read_bytes())
    start = read.index(("Caption", "Figure 2: Cycle"))

    assert read[start : start + 11] == [
        ("Caption", "Figure 2: Cycle"),
        (
            "Figure",
            "Cycle of 3 stages: 1. Assess; 2. Plan; 3. Act; the last leads back to the first. "
            "The list below says what each holds.",
        ),
        ("P", "The same as a list:"),
        *(("Lbl", "1."), ("LBody", "Assess"), ("Lbl", "2."), ("LBody", "Plan")),
        *(("Lbl", "3."), ("LBody", "Act"), ("Lbl", "◦"), ("LBody", "Meet")),
    ]


def test_a_picture_is_read_with_its_caption_and_credit(illustrated: Path) -> None:
    """Its alternative text stands for it."""
    read = tagged.outline((illustrated / "report.pdf").read_bytes())
    start = read.index(("Caption", "Figure 7: The park"))

    assert read[start + 1 : start + 3] == [
        ("Figure", "A lawn and three trees."),
        ("P", "Picture: The council."),
    ]
