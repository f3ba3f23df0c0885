"""The typefaces that locked packages carry as files, so that no font of the system is used.

A page names the files by @font-face, a chart gives them to Matplotlib.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

# Weight and slant of the files of a typeface, in the order in which they are listed.
FACES = (("normal", "normal"), ("bold", "normal"), ("normal", "italic"), ("bold", "italic"))


@dataclass(frozen=True)
class Typeface:
    """A typeface: the package and folder that hold its files, and those files by FACES."""

    package: str
    folder: str
    files: tuple[str, ...]

    def path(self, file: str) -> Path:
        """Give where one of its files is on this machine."""
        spec = find_spec(self.package)
        assert spec
        assert spec.origin
        return Path(spec.origin).parent / self.folder / file


# Family name, as the files give it, -> typeface. A brand may choose one of them.
TYPEFACES = {
    "Source Sans Pro": Typeface(
        "font_source_sans_pro",
        "files",
        tuple(f"SourceSansPro-{face}.ttf" for face in ("Regular", "Bold", "It", "BoldIt")),
    ),
    "Lato": Typeface(
        "font_lato",
        "files",
        tuple(f"Lato-{face}.ttf" for face in ("Regular", "Bold", "Italic", "BoldItalic")),
    ),
}

# Carries the signs that those lack: arrows, circles, triangles.
SIGNS = "DejaVu Sans"
_SIGNS = Typeface("matplotlib", "mpl-data/fonts/ttf", ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf"))


def faces(name: str) -> Iterator[tuple[str, Path, str, str]]:
    """Give family, file, weight and slant of each face of a typeface and of SIGNS."""
    for family, typeface in ((name, TYPEFACES[name]), (SIGNS, _SIGNS)):
        for file, (weight, slant) in zip(typeface.files, FACES, strict=False):
            yield family, typeface.path(file), weight, slant
