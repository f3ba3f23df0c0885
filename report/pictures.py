"""An author's pictures: whether a file is fit for print, and the copy of it that is printed.

The only module that knows Pillow. A copy holds nothing but the picture: not where, when and by whom
it was taken, which a camera writes into its file.
"""

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

# Format, as Pillow calls it -> how its files end.
ENDINGS = {"PNG": (".png",), "JPEG": (".jpg", ".jpeg")}

# The longer side in pixels: at 170 mm, the width of a page's text, 150 dots an inch are the least
# that print well, and more than 300 are not seen.
LEAST, MOST = 1000, 2008

# Of a JPEG, as Pillow counts: no difference can be seen.
QUALITY = 90


def fault(path: Path) -> tuple[str, str] | None:
    """Say what is wrong with a file as a picture, and what to do; None where nothing is."""
    try:
        with _whole_files(), _opened(path) as picture:
            picture.load()
            kind, longer = str(picture.format), max(picture.size)
    except Warning:
        return "has too many pixels to be read", "save it smaller"
    except (OSError, SyntaxError, ValueError):
        return "cannot be read as a picture", "save it again as PNG or JPEG"
    if kind not in ENDINGS:
        return f"is a {kind}", "save it as PNG or JPEG"
    if path.suffix.lower() not in ENDINGS[kind]:
        return (
            f"is a {kind}, which its name does not say",
            f"rename it to end in {ENDINGS[kind][0]}",
        )
    if longer < LEAST:
        what = f"is {longer} pixels on its longer side, too few to print well"
        return what, f"take one with {LEAST} or more"
    return None


def copy(source: Path, target: Path) -> None:
    """Write a picture the right way up, no larger than is printed, and nothing else with it."""
    from PIL import ImageOps

    with _opened(source) as picture:
        kind, profile = str(picture.format), picture.info.get("icc_profile")
        upright = ImageOps.exif_transpose(picture)
    upright.thumbnail((MOST, MOST))
    if kind == "JPEG" and upright.mode == "CMYK":
        upright, profile = upright.convert("RGB"), None
    upright.info = {}
    upright.save(target, kind, quality=QUALITY, icc_profile=profile, optimize=True)


@contextmanager
def _whole_files() -> Iterator[None]:
    """Refuse files that are cut off, which WeasyPrint has Pillow show as far as they go."""
    from PIL import ImageFile

    before = ImageFile.LOAD_TRUNCATED_IMAGES
    ImageFile.LOAD_TRUNCATED_IMAGES = False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = before


def _opened(path: Path) -> "Image":
    """Open a picture; one so large that it could be a trap is a warning, and that an error."""
    from PIL import Image

    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        try:
            return Image.open(path)
        except Image.DecompressionBombError as error:
            raise Image.DecompressionBombWarning from error
