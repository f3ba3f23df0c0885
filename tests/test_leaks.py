"""What the partnership keeps to itself is in no public file: a whole build, searched."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pytest
from pypdf import PdfReader

from tests.editions import psa
from tests.leaks import plant
from tests.made_up import project


@dataclass(frozen=True)
class Planted:
    """The build of the made-up edition with a word planted in every part that stays inside.

    words: planted word or number -> what it was planted in.
    """

    folder: Path
    words: dict[str, str]

    def found(self, text: str) -> set[str]:
        """Give the planted words that a text holds, however they are broken, and numbers too."""
        plain = re.sub(r"[\s\u00ad]+", "", text.casefold())
        digits = re.sub(r"(?<=\d),(?=\d)", "", text)
        return {
            word
            for word in self.words
            if (
                re.search(rf"(?<![\d.]){word}(?![\d])", digits) if word.isdigit() else word in plain
            )
        }


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> Planted:
    """Build it with its PDFs, in a process as a user would."""
    root = tmp_path_factory.mktemp("planted")
    config = project(root)
    words = plant(root)
    done = psa("build", config, cwd=root)
    assert done.returncode == 0, done.stderr
    return Planted(root / "build" / "middlemarch" / "2023-24", words)


def contents(path: Path) -> str:
    """Give everything that a file says: of a PDF the text, the properties and the structure."""
    if path.suffix != ".pdf":
        return path.read_text(encoding="utf-8")
    text = "\n".join(page.extract_text() for page in PdfReader(path).pages)
    with pikepdf.open(path) as pdf:
        return "\n".join([text, *(s for each in pdf.objects for s in _strings(each, 0))])


def _strings(item: object, deep: int) -> Iterator[str]:
    """Give the strings of a PDF object: titles, alternative texts, addresses, metadata."""
    if isinstance(item, pikepdf.String):
        yield str(item)
    elif isinstance(item, pikepdf.Stream) and item.get("/Type") == "/Metadata":
        yield item.read_bytes().decode("utf-8")
    elif isinstance(item, pikepdf.Array) and deep < 9:
        yield from (s for one in item for s in _strings(one, deep + 1))
    elif isinstance(item, pikepdf.Dictionary | pikepdf.Stream) and deep < 9:
        yield from (
            s for _, one in item.items() if not _indirect(one) for s in _strings(one, deep + 1)
        )


def _indirect(item: object) -> bool:
    """Say whether an object is met again in the list of all objects."""
    return isinstance(item, pikepdf.Object) and item.is_indirect


def test_no_public_file_holds_what_stays_inside(planted: Planted) -> None:
    """Every file under public/, read as text, as a PDF and as its properties."""
    files = [p for p in sorted((planted.folder / "public").rglob("*.*")) if p.suffix != ".ttf"]
    leaks = {
        f"{path.name}: {planted.words[word]}"
        for path in files
        for word in planted.found(contents(path))
    }

    assert leaks == set()
    assert {path.suffix for path in files} == {".json", ".html", ".pdf", ".svg"}


def test_every_word_was_planted_where_it_is_kept(planted: Planted) -> None:
    """The whole assessment holds all of them, so that their absence above means something."""
    inside = contents(planted.folder / "assessment.json") + contents(planted.folder / "report.html")

    assert [planted.words[word] for word in set(planted.words) - planted.found(inside)] == []


def test_a_word_in_a_pdf_would_be_found(planted: Planted) -> None:
    """What the full report prints as HTML is found in its PDF by the same search."""
    printed = planted.found(contents(planted.folder / "report.html"))

    assert len(printed) > 30
    assert printed <= planted.found(contents(planted.folder / "report.pdf"))
