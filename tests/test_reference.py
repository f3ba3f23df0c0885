"""What config/README.md says is what the program does: its keys, its examples, its brackets."""

import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

import pytest
from pydantic import BaseModel

from report import pipeline
from report.assessment import Marker, load
from report.config.reading import read
from report.document.binding import plain_text
from report.document.chapters import NAMED, WHOLES
from report.document.manuscript import Manuscript, manuscript
from report.errors import Where
from report.words import FORMS
from tests import reference
from tests.made_up import ROOT, altered
from tests.monthly import monthly, seasonal, watched
from tests.pages import assessed
from tests.pages import manuscript as page_manuscript
from tests.peered import counted
from tests.photos import photo
from tests.scored import scored
from tests.sections.test_harm import harmful
from tests.sections.test_over_time import over_time
from tests.squares import CODES, square, write

TEXT = reference.README.read_text(encoding="utf-8")
EXAMPLE = re.compile(r"<!-- file: (.+?) -->\n```\w+\n(.*?)```\n", re.DOTALL)
LINK = re.compile(r"\]\((?!\w+:)(?P<file>[^)#\s]*)(?:#(?P<anchor>[^)]*))?\)")
PAGES = ("README.md", "CONTRIBUTING.md", "CHANGELOG.md", "config/README.md", "data/README.md")
LAYOUTS = sorted((ROOT / "config" / "layouts").glob("*.yaml"))


def table(name: str) -> list[tuple[str, str]]:
    """Give the two columns of a marked table, without its head."""
    part = TEXT.partition(f"<!-- {name} -->")[2].partition("<!-- end -->")[0]
    rows = re.findall(r"^\| (.+?) \| (.+) \|$", part, re.MULTILINE)
    return rows[1:]


def brackets(cell: str) -> list[str]:
    """List what stands between the backticks of a cell."""
    return re.findall(r"`([^`]+)`", cell)


@dataclass(frozen=True)
class Example:
    """The project of the README's files: its root, and the path of its edition."""

    root: Path
    config: Path


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> Example:
    """Lay out the files of the README; tests that change one copy the project first."""
    root = tmp_path_factory.mktemp("readme")
    for name in ("templates", "config/layouts"):
        shutil.copytree(ROOT / name, root / name)
    for path in (ROOT / "config").glob("*.yaml"):
        shutil.copy(path, root / "config")
    for name, text in EXAMPLE.findall(TEXT):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return Example(root, root / "config" / "middlemarch" / "2023-24.yaml")


def test_the_tables_of_keys_are_those_of_the_models() -> None:
    """`python -m tests.reference` writes them anew."""
    assert reference.written(TEXT) == TEXT


def test_every_model_has_its_table() -> None:
    """No file and no section kind is without its keys."""
    marked = re.findall(r"<!-- keys: (.+?) -->", TEXT)

    assert sorted(marked) == sorted(reference.ROOTS)


def undescribed() -> Iterator[str]:
    for model in reference.models():
        for key, field in reference.fields(model).items():
            if not field.description:
                yield f"{model.__name__}.{key}"


def test_every_key_has_its_description() -> None:
    """A key without a text is a key that nobody knows how to fill in."""
    assert list(undescribed()) == []


def test_every_model_of_the_yaml_refuses_unknown_keys() -> None:
    """A misspelt key is never passed over."""
    lax: list[type[BaseModel]] = [
        model for model in reference.models() if model.model_config.get("extra") != "forbid"
    ]

    assert lax == []


def test_the_example_is_an_edition_without_problems(example: Example) -> None:
    """It builds, strictly, and every file of it is needed."""
    made = pipeline.build(example.config, pdf=False, strict=True)

    assert made.warnings == []
    assert (made.folder / "public" / "summary.html").is_file()


def illustrated(root: Path) -> None:
    """Give a section of the README's edition the diagrams and the picture that it tells of."""
    keys = [
        re.findall(r"```yaml\n(.*?)```", TEXT.partition(f"\n### {name}\n")[2], re.DOTALL)[0]
        for name in ("Diagrams", "Pictures")
    ]
    tables = "    tables: [visits]\n"
    altered(root, "config/middlemarch/2023-24.yaml", tables, "".join([tables, *keys]))
    photo(root / "config" / "middlemarch" / "2023-24" / "park-watch.jpg")


def on_a_map(root: Path) -> None:
    """Give the README's edition the map that it tells of, and the boundaries of its beats."""
    section = re.findall(r"```yaml\n(.*?)```", TEXT.partition("\n### Maps\n")[2], re.DOTALL)[0]
    edition = "config/middlemarch/2023-24.yaml"
    last = (
        "  - {kind: recommendations, id: recommendations, title: Recommendations, audience: public}"
    )
    altered(root, edition, last, section + last)
    source = "  ground: {file: ground.geojson, layout: boundaries, title: Beats}\n"
    altered(root, edition, "sources:\n", f"sources:\n{source}")
    beats = dict(zip(("beat-1", "beat-2", "beat-3"), map(square, CODES), strict=False))
    write(root / "data/middlemarch/2023-24/ground.geojson", codes=[], shapes=beats)


def test_every_bracket_that_places_something_is_known(example: Example, tmp_path: Path) -> None:
    """The left column of the table, as a chapter; its part is placed already, and stands once."""
    root = tmp_path / "project"
    shutil.copytree(example.root, root)
    illustrated(root)
    on_a_map(root)
    lines = [b for cell, _ in table("placed") for b in brackets(cell) if not b.startswith("[part")]
    chapter = root / "config" / "middlemarch" / "2023-24" / "analysis.md"
    with chapter.open("a", encoding="utf-8") as file:
        file.writelines(f"\n{line}\n" for line in lines)

    assert pipeline.check(root / "config" / "middlemarch" / "2023-24.yaml").warnings == []


def test_the_table_of_placing_brackets_is_complete() -> None:
    """Every word that a line may hold."""
    first = {
        re.split(r"[:\d]", b[1:])[0].rstrip("] ") for c, _ in table("placed") for b in brackets(c)
    }

    assert first - {"/box"} == {*WHOLES, *NAMED}


@pytest.fixture(scope="module")
def made(example: Example) -> Manuscript:
    """The README's edition, numbered and ready to be composed."""
    folder = pipeline.build(example.config, pdf=False).folder
    return manuscript(load(folder / "assessment.json"), example.root / "templates")


@pytest.mark.parametrize(("written", "printed"), table("said"))
def test_a_bracket_prints_what_the_reference_says(
    made: Manuscript, written: str, printed: str
) -> None:
    """The right column is what stands in the document."""
    section = next(s for s in made.assessment.walk() if s.id == "analysis")
    binder = made.binder()

    found = plain_text(binder.inline(written.strip("`"), section, Where("config/README.md")))
    assert (found, binder.problems) == (printed, [])


# Table of brackets -> the edition that they are said in, and the section they are about.
SAID: dict[str, tuple[Callable[[Path], Path], str]] = {
    "said of months": (monthly, "burglary"),
    "said of what is usual": (watched, "burglary"),
    "said of peers": (counted, "peers"),
    "said of a season": (seasonal, "burglary"),
    "said of risk": (scored, "risk"),
    "said over time": (over_time, "shoplifting"),
    "said of harm": (harmful, "harm"),
}


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Manuscript]:
    """The editions of those tables, numbered and ready to be composed."""
    return {
        name: page_manuscript(assessed(edition(tmp_path_factory.mktemp("said"))))
        for name, (edition, _) in SAID.items()
    }


@pytest.mark.parametrize(
    ("name", "written", "printed"), [(name, *line) for name in SAID for line in table(name)]
)
def test_a_bracket_of_an_edition_prints_what_the_reference_says(
    said: dict[str, Manuscript], name: str, written: str, printed: str
) -> None:
    """In an edition whose sources hold what the table is about."""
    binder = said[name].binder()
    section = next(s for s in said[name].assessment.walk() if s.id == SAID[name][1])

    found = plain_text(binder.inline(written.strip("`"), section, Where("config/README.md")))
    assert (found, binder.problems) == (printed, [])


@pytest.mark.parametrize("form", FORMS)
def test_every_form_stands_in_the_reference(form: str) -> None:
    """Each is named, and each that a section can fill has its example."""
    examples = [written for name in ("said", *SAID) for written, _ in table(name)]

    assert f"`{form}`" in TEXT
    assert form in ("rate", "rate ratio") or any(
        re.search(rf" {form}(?:]| in )", each) for each in examples
    )


@pytest.mark.parametrize("marker", get_args(Marker))
def test_every_marker_has_its_line(marker: str) -> None:
    """What may stand behind a number is explained."""
    assert re.search(rf"^\| \[{marker}\] \|", TEXT, re.MULTILINE)


@pytest.mark.parametrize("path", LAYOUTS, ids=lambda path: path.stem)
def test_every_column_of_a_layout_has_its_line(path: Path) -> None:
    """The headers under the layout's name are those of the layout."""
    columns = read(path, ROOT).data.get("columns", {})
    part = TEXT.partition(f"\n### {path.stem}\n")[2].partition("\n#")[0]

    described = [
        name for row in re.findall(r"^\| (`.+?) \|", part, re.MULTILINE) for name in brackets(row)
    ]
    keys = ("header", "followed_by")
    headers = [column[key] for column in columns.values() for key in keys if key in column]
    assert described == list(dict.fromkeys(headers))


def test_the_example_of_a_layout_reads_a_file(example: Example, tmp_path: Path) -> None:
    """A publisher's own headers and names."""
    root = tmp_path / "project"
    shutil.copytree(example.root, root)
    edition, counts = "config/middlemarch/2023-24.yaml", "data/middlemarch/2023-24/counts.csv"
    altered(root, edition, "layout: counts", "layout: county-extract")
    altered(
        root, counts, "category,area,first,last,count", "Offence group,District,From,To,Recorded"
    )
    altered(root, counts, "Robbery,", "Knife enabled,")

    assert pipeline.check(root / edition).warnings == []


def anchors(page: Path) -> set[str]:
    """Give the anchors that the headings of a page have where it is shown as a web page."""
    headings = re.findall(r"^#+ (.+)$", page.read_text(encoding="utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading).lower().replace(" ", "-") for heading in headings}


@pytest.mark.parametrize("page", PAGES)
def test_every_link_leads_somewhere(page: str) -> None:
    """Files and headings that pages point to are there."""
    path = ROOT / page
    dangling = [
        found[0]
        for found in LINK.finditer(path.read_text(encoding="utf-8"))
        if not (target := path.parent / found["file"] if found["file"] else path).exists()
        or (found["anchor"] and found["anchor"] not in anchors(target))
    ]

    assert dangling == []
