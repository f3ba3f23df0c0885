"""Read the fonts of a PDF: which text a glyph stands for, and how wide it is."""

import re
import struct
from dataclasses import dataclass, field
from typing import Any

# Bytes of a glyph's code -> how `struct` calls such a number.
CODES = {1: "B", 2: "H"}

Texts = dict[int, str]
Widths = dict[int, float]


@dataclass(frozen=True)
class Font:
    """A font: the text of each glyph code, and its width in thousandths of the font size.

    length: of a code, in bytes.
    """

    texts: Texts = field(default_factory=dict)
    widths: Widths = field(default_factory=dict)
    length: int = 2

    def read(self, codes: bytes) -> tuple[str, float]:
        """Give the text of some codes, and their width in font sizes."""
        found = struct.unpack(f">{len(codes) // self.length}{CODES[self.length]}", codes)
        text = "".join([self.texts.get(code, "\N{REPLACEMENT CHARACTER}") for code in found])
        return text, sum([self.widths.get(code, 0) for code in found]) / 1000


def font(dictionary: Any) -> Font:
    """Read a font of pikepdf."""
    size = 1 if dictionary.Subtype == "/Type3" else 2
    return Font(_texts(dictionary), _widths(dictionary), size)


def _texts(font: Any) -> Texts:
    """Return a font's text by glyph code (ISO 32000-1, 9.10.3); WeasyPrint writes no ranges."""
    if "/ToUnicode" not in font:
        return {}
    table = font.ToUnicode.read_bytes().decode("latin-1")
    listed = "".join(re.findall(r"beginbfchar(.*?)endbfchar", table, re.DOTALL))
    pairs = re.findall(r"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]*)>", listed)
    return {int(code, 16): bytes.fromhex(text).decode("utf-16-be") for code, text in pairs}


def _widths(font: Any) -> Widths:
    """Return a font's widths by glyph code (ISO 32000-1, 9.7.4.3); WeasyPrint writes no ranges."""
    if "/DescendantFonts" not in font:
        return {}
    listed = list(font.DescendantFonts[0].W)
    pairs = zip(listed[::2], listed[1::2], strict=True)
    return {int(first) + n: float(w) for first, many in pairs for n, w in enumerate(many)}
