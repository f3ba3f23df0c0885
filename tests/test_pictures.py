"""An author's picture files: which are refused, and what is printed of them."""

from pathlib import Path

import pytest
from PIL import Image, ImageFile

from report.pictures import copy, fault
from tests.photos import AUTHOR, photo


@pytest.mark.parametrize(
    ("name", "kind"), [("a.jpg", "JPEG"), ("a.JPEG", "JPEG"), ("a.png", "PNG")]
)
def test_a_picture_that_is_fit(tmp_path: Path, name: str, kind: str) -> None:
    """PNG and JPEG, large enough."""
    assert fault(photo(tmp_path / name, kind=kind)) is None


@pytest.mark.parametrize(
    ("name", "size", "kind", "expected"),
    [
        ("a.webp", (1200, 800), "WEBP", ("is a WEBP", "save it as PNG or JPEG")),
        (
            *("a.png", (1200, 800), "JPEG"),
            ("is a JPEG, which its name does not say", "rename it to end in .jpg"),
        ),
        (
            *("a.jpg", (999, 800), "JPEG"),
            (
                "is 999 pixels on its longer side, too few to print well",
                "take one with 1000 or more",
            ),
        ),
    ],
)
def test_a_picture_that_is_not_fit(
    tmp_path: Path, name: str, size: tuple[int, int], kind: str, expected: tuple[str, str]
) -> None:
    """Each with what to do."""
    assert fault(photo(tmp_path / name, size, kind)) == expected


@pytest.mark.parametrize("kept", [0, 10, 3000])
def test_a_file_that_is_cut_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kept: int) -> None:
    """Empty, without its head, without its end; also where WeasyPrint has made Pillow lenient."""
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)
    path = photo(tmp_path / "a.jpg")
    path.write_bytes(path.read_bytes()[:kept])

    assert fault(path) == ("cannot be read as a picture", "save it again as PNG or JPEG")


@pytest.mark.parametrize("most", [1_000_000, 100_000])
def test_a_file_that_would_fill_the_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    """Pillow warns of it, or refuses it where it is twice as large: a problem both times."""
    path = photo(tmp_path / "a.png", kind="PNG")
    monkeypatch.setattr(Image, "MAX_IMAGE_PIXELS", most // 2)

    assert fault(path) == ("has too many pixels to be read", "save it smaller")


def test_the_copy_stands_upright_and_holds_no_notes(tmp_path: Path) -> None:
    """Who took it, where and when stays in the author's file."""
    source = photo(tmp_path / "a.jpg")
    copy(source, tmp_path / "b.jpg")

    assert AUTHOR.encode() in source.read_bytes()
    assert AUTHOR.encode() not in (tmp_path / "b.jpg").read_bytes()
    with Image.open(tmp_path / "b.jpg") as copied:
        assert (copied.size, dict(copied.getexif())) == ((800, 1200), {})


@pytest.mark.parametrize(
    ("kind", "mode"),
    [("PNG", "RGB"), ("PNG", "P"), ("PNG", "LA"), ("PNG", "1"), ("JPEG", "L"), ("JPEG", "CMYK")],
)
def test_every_sort_of_picture_can_be_copied(tmp_path: Path, kind: str, mode: str) -> None:
    """The same bytes each time, in a format that pages show."""
    source = tmp_path / "a"
    Image.new(mode, (3000, 1500)).save(source, kind)
    for name in ("b", "c"):
        copy(source, tmp_path / name)

    assert (tmp_path / "b").read_bytes() == (tmp_path / "c").read_bytes()
    with Image.open(tmp_path / "b") as copied:
        assert (copied.format, copied.size) == (kind, (2008, 1004))
        assert copied.mode != "CMYK"
