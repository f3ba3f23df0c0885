"""Read the marked content of a PDF's pages: which text is whose, and which is nobody's.

Text is read by the fonts' ToUnicode tables, so it is what assistive technology and copying see.
"""

import re
import struct
from collections.abc import Callable
from typing import Any, NamedTuple

import pikepdf

# The operators that show text, or say where it belongs.
OPERATORS = "BDC BMC EMC Tf Tj TJ Tm"

# Bytes of a glyph's code -> how `struct` calls such a number.
CODES = {1: "B", 2: "H"}

Texts = dict[int, str]


class Piece(NamedTuple):
    """Text of one line.

    Attributes:
        page: index of its page.
        height: its place from the top of the page, None where nothing was drawn.
        size: its font size, in the unit of the height.
    """

    text: str
    page: int
    height: float | None
    size: float


class Page(NamedTuple):
    """A page's texts: those with a place in the structure tree by their number, and artifacts."""

    marks: dict[int, Piece]
    artifacts: list[str]


def pages(file: pikepdf.Pdf) -> list[Page]:
    """Read every page's own content; drawings placed on it (form XObjects) are passed over."""
    fonts: dict[Any, Texts] = {}
    return [_page(number, page, fonts) for number, page in enumerate(file.pages)]


def _page(number: int, page: pikepdf.Page, fonts: dict[Any, Texts]) -> Page:
    reader = _Reader(number, _fonts(page.obj), fonts)
    for instruction in pikepdf.parse_content_stream(page, OPERATORS):
        TAKERS[str(instruction.operator)](reader, instruction.operands)
    return Page(reader.marks, reader.artifacts)


def _fonts(page: Any) -> Any:
    resources = page.get("/Resources")
    return {} if resources is None else resources.get("/Font")


class _Reader:
    """Follows one page's content, operator by operator.

    Attributes:
        nested: the operands of each marked content begun and not ended.
        font: the text of each glyph code of the font in use; `width`, the bytes of a code.
        text, height, size: of the outermost marked content so far.
    """

    def __init__(self, page: int, resources: Any, fonts: dict[Any, Texts]) -> None:
        self.page, self.resources, self.fonts = page, resources, fonts
        self.marks: dict[int, Piece] = {}
        self.artifacts: list[str] = []
        self.nested: list[Any] = []
        self.font: Texts = {}
        self.width = 2
        self.text = ""
        self.height: float | None = None
        self.size = 1.0

    def begin(self, operands: Any) -> None:
        if not self.nested:
            self.text, self.height = "", None
        self.nested.append(operands)

    def end(self, operands: Any) -> None:
        begun = self.nested.pop()
        if self.nested:
            return
        properties = begun[1] if len(begun) > 1 else {}
        if "/MCID" in properties:
            text = str(properties.get("/ActualText", self.text))
            self.marks[int(properties["/MCID"])] = Piece(text, self.page, self.height, self.size)
        elif self.text:
            self.artifacts.append(self.text)

    def choose(self, operands: Any) -> None:
        font = self.resources[str(operands[0])]
        if font.objgen not in self.fonts:
            self.fonts[font.objgen] = _texts(font)
        self.font = self.fonts[font.objgen]
        self.width = 1 if font.Subtype == "/Type3" else 2
        self.size = float(operands[1])

    def move(self, operands: Any) -> None:
        self.height = float(operands[5])

    def show(self, operands: Any) -> None:
        parts = operands[0] if isinstance(operands[0], pikepdf.Array) else operands
        codes = b"".join([bytes(part) for part in parts if isinstance(part, pikepdf.String)])
        glyphs = struct.unpack(f">{len(codes) // self.width}{CODES[self.width]}", codes)
        self.text += "".join(
            [self.font.get(glyph, "\N{REPLACEMENT CHARACTER}") for glyph in glyphs]
        )


TAKERS: dict[str, Callable[[_Reader, Any], None]] = {
    **{"BDC": _Reader.begin, "BMC": _Reader.begin, "EMC": _Reader.end},
    **{"Tf": _Reader.choose, "Tm": _Reader.move, "TJ": _Reader.show, "Tj": _Reader.show},
}


def _texts(font: Any) -> Texts:
    """Return a font's text by glyph code (ISO 32000-1, 9.10.3); WeasyPrint writes no ranges."""
    if "/ToUnicode" not in font:
        return {}
    table = font.ToUnicode.read_bytes().decode("latin-1")
    listed = "".join(re.findall(r"beginbfchar(.*?)endbfchar", table, re.DOTALL))
    pairs = re.findall(r"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]*)>", listed)
    return {int(code, 16): bytes.fromhex(text).decode("utf-16-be") for code, text in pairs}
