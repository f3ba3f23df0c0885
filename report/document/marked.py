"""Read the marked content of a PDF's pages: which text is whose, and which is nobody's.

Text is read by the fonts' ToUnicode tables, so it is what assistive technology and copying see.
"""

from collections.abc import Callable
from functools import lru_cache
from io import BytesIO
from math import hypot, inf
from typing import Any, NamedTuple

import pikepdf

from report.document import glyphs
from report.document.glyphs import Font

# The operators that show text, or say where it belongs; and those of a drawing placed on a page.
OPERATORS = "BDC BMC EMC BT Tf Tj TJ Tm q Q cm re W Do"
OF_DRAWINGS = "BT Tf Tj TJ Tm Do"

# In a drawing each letter is set by itself, and a gap of so many font sizes is a space.
SPACE = 0.1

# How often WeasyPrint changes the coordinates before it draws a page: up side down, and to pixels.
BASE = 2

# What may reach out of a box by the reckoning alone, in CSS pixels.
SLACK = 1.0


class Piece(NamedTuple):
    """Text of one line.

    Attributes:
        page: index of its page.
        height: its place from the top of the page, None where nothing was drawn.
        size: its font size, in the unit of the height.
        left, right: where it begins and ends, from the left of the page.
        cut: whether it reaches out of the box that is drawn of it.
        drawn: of a drawing, the texts in it, in the order in which they are drawn.
    """

    text: str
    page: int
    height: float | None
    size: float
    left: float = 0
    right: float = 0
    cut: bool = False
    drawn: tuple[str, ...] = ()


class Page(NamedTuple):
    """A page's texts: those with a place in the structure tree by their number, and artifacts."""

    marks: dict[int, Piece]
    artifacts: list[str]


@lru_cache(maxsize=2)  # the checks of a PDF, its rules and the ledger ask one after the other
def pages(pdf: bytes) -> tuple[Page, ...]:
    """Read every page's content, with that of the drawings placed on it (form XObjects)."""
    fonts: dict[Any, Font] = {}
    with pikepdf.open(BytesIO(pdf)) as file:
        return tuple(_page(number, page, fonts) for number, page in enumerate(file.pages))


def _page(number: int, page: pikepdf.Page, fonts: dict[Any, Font]) -> Page:
    reader = _Reader(number, _resources(page.obj), fonts)
    reader.follow(page, OPERATORS)
    return Page(reader.marks, reader.artifacts)


def _resources(drawn: Any) -> Any:
    resources = drawn.get("/Resources")
    return {} if resources is None else resources


class _Reader:
    """Follows one page's content, operator by operator.

    Attributes:
        resources: the fonts and drawings that the content names.
        nested: the operands of each marked content begun and not ended.
        font: the font in use.
        drawn: the texts of the outermost marked content so far, one for each time one is begun.
        origin, advance: where the last piece of text was set, and how far it went.
        text, height, size, left, right: of the outermost marked content so far.
        at: where the next glyph is drawn, from the left of the page.
        clips: the rectangles (left, top, width, height) outside of which nothing is drawn.
        turns: how often the coordinates were changed; they are the page's own after BASE times.
    """

    def __init__(self, page: int, resources: Any, fonts: dict[Any, Font]) -> None:
        self.page, self.resources, self.fonts = page, resources, fonts
        self.marks: dict[int, Piece] = {}
        self.artifacts: list[str] = []
        self.nested: list[Any] = []
        self.font = Font()
        self.drawn: list[str] = []
        self.origin, self.advance = (0.0, 0.0), 0.0
        self.text = ""
        self.height: float | None = None
        self.size = 1.0
        self.at, self.left, self.right, self.cut = 0.0, inf, -inf, False
        self.rectangle: tuple[float, ...] = ()
        self.clips: tuple[tuple[float, ...], ...] = ()
        self.turns = 0
        self.saved: list[tuple[tuple[tuple[float, ...], ...], int]] = []

    def follow(self, content: Any, operators: str) -> None:
        for instruction in pikepdf.parse_content_stream(content, operators):
            TAKERS[str(instruction.operator)](self, instruction.operands)

    def begin(self, operands: Any) -> None:
        if not self.nested:
            self.text, self.height, self.drawn = "", None, []
            self.left, self.right, self.cut = inf, -inf, False
        self.nested.append(operands)

    def end(self, operands: Any) -> None:
        begun = self.nested.pop()
        if self.nested:
            return
        properties = begun[1] if len(begun) > 1 else {}
        if "/MCID" in properties:
            text = str(properties.get("/ActualText", self.text))
            place = (self.page, self.height, self.size, self.left, self.right, self.cut)
            drawn = self.drawn if str(begun[0]) == "/Figure" else ()
            self.marks[int(properties["/MCID"])] = Piece(text, *place, tuple(filter(None, drawn)))
        elif self.text:
            self.artifacts.append(self.text)

    def write(self, operands: Any) -> None:
        self.drawn.append("")

    def place(self, operands: Any) -> None:
        """Take the texts of a drawing within the drawing; a picture of dots has none."""
        placed = self.resources["/XObject"][str(operands[0])]
        if placed.Subtype == "/Form":
            within = _Reader(self.page, _resources(placed), self.fonts)
            within.follow(placed, OF_DRAWINGS)
            self.drawn += within.drawn

    def choose(self, operands: Any) -> None:
        font = self.resources["/Font"][str(operands[0])]
        if font.objgen not in self.fonts:
            self.fonts[font.objgen] = glyphs.font(font)
        self.font = self.fonts[font.objgen]
        self.size = float(operands[1])

    def move(self, operands: Any) -> None:
        self.at, self.height = float(operands[4]), float(operands[5])
        gone = hypot(self.at - self.origin[0], self.height - self.origin[1])
        if self.drawn and self.drawn[-1] and gone > self.advance + SPACE * self.size:
            self.drawn[-1] += " "
        self.origin, self.advance = (self.at, self.height), 0.0

    def show(self, operands: Any) -> None:
        parts = operands[0] if isinstance(operands[0], pikepdf.Array) else operands
        self.left = min(self.left, self.at)
        for part in parts:
            if isinstance(part, pikepdf.String):
                text, width = self.font.read(bytes(part))
                self.text += text
                if self.drawn:
                    self.drawn[-1] += text
                self.at += width * self.size
                self.advance += width * self.size
            else:
                self.at -= float(part) * self.size / 1000
        self.right = max(self.right, self.at)
        if self.turns == BASE:
            self.cut = self.cut or any(self._is_outside(clip) for clip in self.clips)

    def save(self, operands: Any) -> None:
        self.saved.append((self.clips, self.turns))

    def restore(self, operands: Any) -> None:
        self.clips, self.turns = self.saved.pop()

    def turn(self, operands: Any) -> None:
        self.turns += 1

    def draw(self, operands: Any) -> None:
        self.rectangle = tuple(float(operand) for operand in operands)

    def clip(self, operands: Any) -> None:
        if self.turns == BASE:
            self.clips = (*self.clips, self.rectangle)

    def _is_outside(self, clip: tuple[float, ...]) -> bool:
        left, top, width, height = clip
        below = self.height is not None and not top < self.height < top + height
        return below or self.left < left - SLACK or self.right > left + width + SLACK


TAKERS: dict[str, Callable[[_Reader, Any], None]] = {
    **{"BDC": _Reader.begin, "BMC": _Reader.begin, "EMC": _Reader.end},
    **{"Tf": _Reader.choose, "Tm": _Reader.move, "TJ": _Reader.show, "Tj": _Reader.show},
    **{"q": _Reader.save, "Q": _Reader.restore, "cm": _Reader.turn},
    **{"re": _Reader.draw, "W": _Reader.clip, "BT": _Reader.write, "Do": _Reader.place},
}
