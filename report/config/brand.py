"""The keys of config/<partnership>/brand.yaml: colours, typeface, logos and the cover's picture."""

import re
from collections.abc import Iterable
from pathlib import Path

from pydantic import field_validator

from report.colours import MARK, TEXT, WHITE, contrast, darker, luminance
from report.config.model import Strict, key
from report.config.reading import Source
from report.errors import Problem, one_of, suggestion
from report.typefaces import TYPEFACES

COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
KINDS = (".png", ".jpg", ".jpeg", ".svg")


class LogoKeys(Strict):
    """A logo."""

    file: str = key("PNG, JPEG or SVG file beside brand.yaml")
    alt: str = key("whose logo it is, for those who cannot see it", min_length=1)


class CoverKeys(LogoKeys):
    """The picture of the cover."""

    credit: str = key("who made the picture, printed at the end of the document", default="")


class BrandKeys(Strict):
    """Everything in brand.yaml; what is left out is as in templates/style/tokens.css."""

    main: str = key("headings, links, the cover's band, the bars of this year: #RRGGBB", default="")
    accent: str = key("rules beside boxes and tiles: #RRGGBB", default="")
    typeface: str = key("one of " + ", ".join(TYPEFACES), default="")
    logo: LogoKeys | None = key("the partnership's logo, on the cover", default=None)
    partner_logos: tuple[LogoKeys, ...] = key("logos at the foot of the cover", default=())
    cover: CoverKeys | None = key("picture below the cover's band", default=None)

    @field_validator("main", "accent")
    @classmethod
    def _is_colour(cls, value: str) -> str:
        if value and not COLOUR.fullmatch(value):
            raise ValueError(f"'{value}' is no colour; write it as #RRGGBB, in quotes")
        return value

    @field_validator("main")
    @classmethod
    def _reads(cls, value: str) -> str:
        return _enough(value, TEXT, "text in it, or white text on it,")

    @field_validator("accent")
    @classmethod
    def _shows(cls, value: str) -> str:
        return _enough(value, MARK, "a mark beside text")

    @field_validator("typeface")
    @classmethod
    def _is_carried(cls, value: str) -> str:
        if value and value not in TYPEFACES:
            advice = suggestion(value, TYPEFACES, one_of(TYPEFACES))
            raise ValueError(f"the typeface '{value}' is not carried; {advice}")
        return value

    def pictures(self) -> Iterable[tuple[tuple[str | int, ...], LogoKeys]]:
        """Give every picture with its place in the file."""
        if self.logo:
            yield ("logo",), self.logo
        for number, logo in enumerate(self.partner_logos):
            yield ("partner_logos", number), logo
        if self.cover:
            yield ("cover",), self.cover


def missing_pictures(brand: BrandKeys, text: Source, folder: Path) -> Iterable[Problem]:
    """Find pictures that are not there, or that no page can show."""
    for at, picture in brand.pictures():
        where, path = text.where((*at, "file")), folder / picture.file
        if not path.is_file():
            names = [p.name for p in folder.iterdir() if p.suffix.lower() in KINDS]
            advice = suggestion(picture.file, names, "put it beside brand.yaml")
            yield Problem(where, f"no file '{picture.file}'", advice)
        elif path.suffix.lower() not in KINDS:
            yield Problem(where, f"'{picture.file}' is no picture", "save it as PNG, JPEG or SVG")


def _enough(colour: str, ratio: float, what: str) -> str:
    found = contrast(luminance(colour), WHITE) if colour else ratio
    if found < ratio:
        nearest = darker(colour, WHITE, ratio)
        raise ValueError(
            f"{colour} has a contrast of {found:.1f} to 1, but {what} needs {ratio:g} to 1; "
            f"the nearest that passes is {nearest}"
        )
    return colour
