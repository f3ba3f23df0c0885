"""Every PDF that the program prints is PDF/UA-1, as veraPDF judges it."""

from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from report import pipeline
from report.document import tagged
from report.words import STATUS
from tests import verapdf
from tests.conftest import Built
from tests.editions import CHAPTER, EDITION
from tests.made_up import altered, project
from tests.photos import photo
from tests.squares import mapped

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


BOXED = """\
[box: what we did: A radio]
Shops share a radio.
[/box]

[box: case study: Tipton]
Theft fell.
[/box]

[box: quotation: A shopkeeper, May 2023]
We feel safer.
[/box]

[box: definition: Shoplifting]
Theft from a shop.
[/box]

[box: caution]
Counts are small.
[/box]

[box: statute: Theft Act 1968, section 1]
Words of the law.
[/box]

[table: All Crime by beat]

[part: shoplifting]

[part: who]
"""


def test_the_reports_summaries_and_the_comparison_are_pdf_ua(editions: Path, built: Built) -> None:
    """The editions, each with its summary, the Charnwood comparison and the small edition."""
    verapdf.needed()
    paths = [*sorted(editions.rglob("*.pdf")), *sorted(built.folder.rglob("*.pdf"))]
    assert [path.name for path in paths] == [
        *("summary.pdf", "report.pdf") * 2,
        "diff.pdf",
        *("summary.pdf", "report.pdf") * 5,
    ]
    assert {path: rules for path, rules in verapdf.failures(paths).items() if rules} == {}


@pytest.fixture(scope="module")
def illustrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build every kind of diagram, a landscape one too, maps and a picture; gives the folder."""
    root = tmp_path_factory.mktemp("illustrated")
    config = mapped(root, "[county, district, districts]")
    altered(root, EDITION, "title: Shoplifting\n", "title: Shoplifting\n        audience: public\n")
    altered(root, EDITION, "    chapter: analysis.md\n", "")
    altered(root, EDITION, "    tables: [visits]\n", ILLUSTRATED)
    photo(root / "config" / "middlemarch" / "2023-24" / "park.png", kind="PNG")
    return pipeline.build(config).folder


def test_diagrams_maps_and_pictures_are_pdf_ua(illustrated: Path) -> None:
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


def test_a_map_is_read_with_its_caption_and_whose_boundaries_it_shows(illustrated: Path) -> None:
    """Its alternative text tells the classes; an area with 5 offences is not shown."""
    read = tagged.outline((illustrated / "public" / "summary.pdf").read_bytes())
    captions = [text for role, text in read if role == "Caption"]
    caption = next(text for text in captions if "by LSOA in Exampleshire" in text)
    start = read.index(("Caption", caption))

    role, text = read[start + 1]
    assert role == "Figure"
    assert text.startswith("Map of Shoplifting by LSOA in Exampleshire, offences: 6 areas.")
    assert text.endswith("not shown [c]: 1 area.")
    assert ("P", "Made up") in read[start : start + 4]


@pytest.fixture(scope="module")
def boxed(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Build a chapter with every kind of box, a shaded table and every status; gives the PDF."""
    root = tmp_path_factory.mktemp("boxed")
    config = project(root)
    (root / CHAPTER).write_text(BOXED, encoding="utf-8")
    altered(root, EDITION, "all-crime, areas: beat}", "all-crime, areas: beat, shade: true}")
    altered(root, EDITION, "name: who offends,", "name: who offends, group_stub: Kind,")
    rows = "".join(f"{n},Do it.,Done.,{status}\n" for n, status in enumerate(STATUS, 3))
    last = "2,Review the plan.,,not published\n"
    altered(root, "data/middlemarch/2023-24/tracker.csv", last, last + rows)
    return (pipeline.build(config).folder / "report.pdf").read_bytes()


def test_boxes_and_marks_are_pdf_ua(boxed: bytes, tmp_path: Path) -> None:
    """Icons, labels, signs and shades among them."""
    verapdf.needed()
    path = tmp_path / "boxed.pdf"
    path.write_bytes(boxed)

    assert verapdf.failures([path]) == {path: []}


def test_boxes_are_read_by_their_words(boxed: bytes) -> None:
    """What each is, then what stands in it, in the author's order; no icon is read."""
    read = tagged.outline(boxed)
    start = read.index(("P", "What the partnership did: A radio"))

    assert read[start : start + 13] == [
        ("P", "What the partnership did: A radio"),
        ("P", "Shops share a radio."),
        ("P", "Case study: Tipton"),
        ("P", "Theft fell."),
        ("P", "Quotation"),
        ("P", "We feel safer."),
        ("P", "Source: A shopkeeper, May 2023"),
        ("P", "Definition: Shoplifting"),
        ("P", "Theft from a shop."),
        ("P", "Caution"),
        ("P", "Counts are small."),
        ("P", "What the law says: Theft Act 1968, section 1"),
        ("P", "Words of the law."),
    ]


def test_marks_are_text(boxed: bytes) -> None:
    """A status has shape and word, a change its sign before the number."""
    tables = {table.caption.partition(":")[0]: table.rows for table in tagged.tables(boxed)}
    cells = [cell for rows in tables.values() for row in rows for cell in row]

    assert set(STATUS.values()) <= set(cells)
    assert "≈ −3.2%" in cells  # Lowick, 310 to 300, within normal variation
    assert "≈ +2.6%" in cells  # Tipton, 390 to 400, within normal variation
    assert cells.count("gender") == 1  # the group of two rows


def test_a_box_is_not_parted(tmp_path: Path) -> None:
    """Wherever it falls, its lines stand on one page."""
    config = project(tmp_path)
    box = "[box: caution]\n" + "\n\n".join(f"Point {n}." for n in "ABCDEF") + "\n[/box]\n\n"
    text = "".join("Line.\n\n" * n + box for n in range(1, 8))
    (tmp_path / CHAPTER).write_text(text + "[parts]\n", encoding="utf-8")
    pdf = (pipeline.build(config).folder / "report.pdf").read_bytes()
    pages = [page.extract_text() for page in PdfReader(BytesIO(pdf)).pages]

    counts = [(page.count("Point A."), page.count("Point F.")) for page in pages]
    assert sum(first for first, _ in counts) == 7
    assert all(first == last for first, last in counts)
    assert len([page for page in pages if "Point A." in page]) > 2
