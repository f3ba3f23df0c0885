"""Pictures that any section may hold."""

from pathlib import Path

import pytest

from report import pipeline
from tests.editions import CHAPTER, EDITION, problems_of, sections_of
from tests.made_up import altered, project
from tests.pages import assessed, chapter, page, read
from tests.photos import photo

PARK = """\
    pictures:
      - name: Park watch
        file: 2023-24/park.jpg
        caption: The park watch
        alt: Six people look at a map.
        credit: Middlemarch District Council
        consent_until: 2024-01-31
"""
FOLDER = "config/middlemarch"


def planned(folder: Path, old: str = "", new: str = "") -> Path:
    """Give the made-up project with a picture in its analysis, one text of the plan altered."""
    config = project(folder)
    tables = "    tables: [visits]\n"
    altered(folder, EDITION, tables, tables + PARK.replace(old, new, 1 if old else 0))
    photo(folder / FOLDER / "2023-24" / "park.jpg")
    return config


def test_a_picture_is_placed_and_numbered_as_a_figure(tmp_path: Path) -> None:
    """With its caption, its alternative text and its credit."""
    config = planned(tmp_path)
    (tmp_path / CHAPTER).write_text(
        "See [picture: park watch].\n\n[picture: Park watch]\n", encoding="utf-8"
    )
    made = page(assessed(config))

    assert read(made, "analysis") == (
        "2 Analysis See Figure 2. Figure 2: The park watch Picture: Middlemarch District Council."
    )
    assert 'alt="Six people look at a map."' in chapter(made, "analysis")
    assert "The park watch" in chapter(made, "front")


def test_without_a_chapter_it_follows_the_default_flow(tmp_path: Path) -> None:
    """Behind the section's own exhibits, before its parts."""
    config = planned(tmp_path)
    altered(tmp_path, EDITION, "    chapter: analysis.md\n", "")
    text = read(page(assessed(config)), "analysis")

    assert text.index("Visits to the drop-in") < text.index("The park watch") < text.index("2.1")


def test_a_picture_is_for_partners_unless_it_says_so(tmp_path: Path) -> None:
    """Its exhibit holds no path of the author's."""
    picture = sections_of(planned(tmp_path))["analysis"].exhibits[1]

    assert picture.picture
    assert (picture.id, picture.audience) == ("picture.analysis.park-watch", "partner")
    assert picture.picture.file == "exhibits/picture.analysis.park-watch.jpg"


@pytest.mark.parametrize(
    ("old", "new", "line", "expected"),
    [
        (
            *("park.jpg", "parc.jpg", 32),
            "no file '2023-24/parc.jpg' in the partnership's folder; "
            "did you mean '2023-24/park.jpg'?",
        ),
        (
            *("2023-24/park.jpg", "../x.jpg", 32),
            "'../x.jpg' lies outside the partnership's folder; put it beside the edition",
        ),
        (
            *("2024-01-31", "2024-01-30", 36),
            "consent to show 'Park watch' ends on 30 January 2024, before the edition is "
            "published on 31 January 2024; ask again and change the date, or take the picture out",
        ),
        (
            *("Six people look at a map.", "the park  watch.", 34),
            "pictures.0.alt: says what the caption says; say what can be seen",
        ),
        (
            "Six people look at a map.",
            '"-"',
            34,
            "pictures.0.alt: says nothing; say what can be seen",
        ),
        (
            *("        alt: Six people look at a map.\n", "", 31),
            "the key 'alt' is missing; add 'alt:'",
        ),
        (
            *("        credit: Middlemarch District Council\n", "", 31),
            "the key 'credit' is missing; add 'credit:'",
        ),
    ],
)
def test_what_is_wrong_with_a_picture_has_its_place(
    tmp_path: Path, old: str, new: str, line: int, expected: str
) -> None:
    """A file, a date or a text, each with its line."""
    assert problems_of(planned(tmp_path, old, new)) == [f"{EDITION}:{line}: {expected}"]


def test_a_file_that_is_not_fit_for_print(tmp_path: Path) -> None:
    """The problem stands at the file's key."""
    config = planned(tmp_path)
    photo(tmp_path / FOLDER / "2023-24" / "park.jpg", (640, 480))

    assert problems_of(config) == [
        f"{EDITION}:32: '2023-24/park.jpg' is 640 pixels on its longer side, "
        "too few to print well; take one with 1000 or more"
    ]


def test_two_pictures_of_a_section_have_two_names(tmp_path: Path) -> None:
    """Otherwise a chapter could place neither."""
    twice = PARK.partition("\n")[2]
    config = planned(tmp_path, twice, twice + twice)

    assert problems_of(config) == [
        f"{EDITION}:37: another picture of this section is called 'Park watch' too; "
        "give each a name of its own"
    ]


@pytest.mark.parametrize("audience", ["public", "partner", "restricted"])
def test_only_a_public_picture_s_file_leaves(tmp_path: Path, audience: str) -> None:
    """The report shows it wherever it is placed; public/ holds no file of the others."""
    config = planned(tmp_path, "consent_until", f"audience: {audience}\n        consent_until")
    (tmp_path / CHAPTER).write_text("[picture: Park watch]\n", encoding="utf-8")
    folder = pipeline.build(config, pdf=False).folder

    files = [p.relative_to(folder).as_posix() for p in folder.rglob("*.jpg")]
    inside, outside = (f"{at}exhibits/picture.analysis.park-watch.jpg" for at in ("", "public/"))
    assert sorted(files) == ([inside, outside] if audience == "public" else [inside])
    summary = (folder / "public" / "summary.html").read_text(encoding="utf-8")
    assert ("The park watch" in summary) is (audience == "public")


def test_a_picture_that_no_chapter_places_is_not_copied(tmp_path: Path) -> None:
    """Nothing lies in the report's folder that the report does not show."""
    folder = pipeline.build(planned(tmp_path), pdf=False).folder

    assert list(folder.rglob("*.jpg")) == []
