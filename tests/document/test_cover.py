"""The cover, and what a draft says of itself on every page."""

from pathlib import Path

from pypdf import PdfReader

from report.document import tagged
from tests.editions import EDITION, psa
from tests.made_up import altered, project
from tests.pages import assessed, chapter, page

LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><path d="M0 0h40v20z"/></svg>'
)


def test_the_cover_says_whose_what_when_and_how_far(tmp_path: Path) -> None:
    """Partnership, title, period in words, status, version, date of publication, in this order."""
    text = chapter(page(assessed(project(tmp_path))), "front")
    said = (
        *("Middlemarch Community Safety Partnership", "Middlemarch strategic assessment"),
        *("1 April to 5 December 2023", "Final, version 1.0.", "Published 31 January 2024."),
    )
    places = [text.index(words) for words in said]
    assert places == sorted(places)


def test_logos_and_the_picture_have_their_words(tmp_path: Path) -> None:
    """Each picture of the brand is on the cover with its alternative text; credits at the end."""
    config = project(tmp_path)
    for name in ("logo.svg", "police.svg", "river.svg"):
        (config.parent / name).write_text(LOGO, encoding="utf-8")
    (config.parent / "brand.yaml").write_text(
        "logo: {file: logo.svg, alt: Badge of Middlemarch}\n"
        "partner_logos: [{file: police.svg, alt: Exampleshire Police}]\n"
        "cover: {file: river.svg, alt: The river at dusk, credit: A. Painter}\n",
        encoding="utf-8",
    )
    made = page(assessed(config))
    for file, alt in (
        *(("logo.svg", "Badge of Middlemarch"), ("police.svg", "Exampleshire Police")),
        ("river.svg", "The river at dusk"),
    ):
        assert f'src="brand/{file}" alt="{alt}"' in chapter(made, "front")
    assert "The river at dusk: A. Painter." in chapter(made, "contacts")


def test_a_draft_says_so_on_every_page_and_in_no_sentence(tmp_path: Path) -> None:
    """The word in the margin and the version at the foot are artifacts, which nobody is read."""
    config = project(tmp_path)
    altered(tmp_path, EDITION, "status: final", "status: draft\nmarking: OFFICIAL")
    done = psa("build", config, cwd=tmp_path)
    assert done.returncode == 0, done.stderr

    path = tmp_path / "build" / "middlemarch" / "2023-24" / "report.pdf"
    pages = len(PdfReader(path).pages) - 1  # the cover says it in its own words
    printed = tagged.artifacts(path.read_bytes())
    assert printed.count("DRAFT") == pages
    assert printed.count("OFFICIAL. Draft, version 1.0") == pages
    assert "DRAFT" not in tagged.read(path.read_bytes()).text
    assert "Draft, version 1.0." in tagged.read(path.read_bytes()).text
