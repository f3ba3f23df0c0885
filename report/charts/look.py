"""What charts look like: tokens.css over charts.mplstyle over the Government Analysis Function's.

Both files belong to `templates/style/`, what they stand on to the package afcharts; no colour or
typeface is written in a chart. Text sizes are `frame`'s, because a figure's height follows from
them before anybody reads a style.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from report import colours, typefaces
from report.assessment import Brand
from report.charts import frame
from report.errors import InputError, Problem, Where

# The Government Analysis Function's style, as Matplotlib calls it.
HOUSE = "afcharts.afcharts"

# How many colours that guidance has for lines that are equals.
SERIES = 6

# How many classes of a map are told apart by their lightness alone.
CLASSES = 5

# A partnership that has chosen no looks of its own.
PLAIN = Brand()

TOKEN = re.compile(r"--([\w-]+)\s*:\s*([^;]+?)\s*;")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
REFERENCE = re.compile(r"var\(\s*--([\w-]+)\s*\)")
COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")


@dataclass(frozen=True)
class Look:
    """The named looks of a chart.

    paper, ink, muted, rule: background, text, text of the second rank, hairlines; as #RRGGBB.
    strong, earlier: the period assessed and the periods before it.
    series: colours for lines that are equals, in order.
    classes: colours of a map's classes, from the lowest to the highest.
    typeface: family name, one that Matplotlib finds and the page's @font-face declares.
    style: Matplotlib's style file for what is neither colour nor text and not as HOUSE has it.
    """

    paper: str
    ink: str
    muted: str
    rule: str
    strong: str
    earlier: str
    series: tuple[str, ...]
    classes: tuple[str, ...]
    typeface: str
    style: Path


def read(tokens: Path, brand: Brand = PLAIN) -> Look:
    """Read tokens.css; the style file is its neighbour.

    brand: its main colour, darkened as far as the contrast to the earlier periods asks for, draws
    the period assessed; its typeface is the charts'.
    Raises InputError that lists every token which is missing or is not what it should be.
    """
    reader = _Tokens(tokens)
    look = Look(
        paper=reader.colour("paper"),
        ink=reader.colour("ink"),
        muted=reader.colour("muted"),
        rule=reader.colour("rule"),
        strong=reader.colour("series-strong"),
        earlier=reader.colour("series-earlier"),
        series=tuple(reader.colour(f"series-{number}") for number in range(1, SERIES + 1)),
        classes=tuple(reader.colour(f"map-{number}") for number in range(1, CLASSES + 1)),
        typeface=reader.value("typeface").strip("\"'"),
        style=tokens.with_name("charts.mplstyle"),
    )
    if reader.problems:
        raise InputError(reader.problems)
    return _branded(look, brand)


def _branded(look: Look, brand: Brand) -> Look:
    strong = look.strong
    if brand.main:
        strong = colours.darker(brand.main, colours.luminance(look.earlier), colours.MARK)
    return replace(look, strong=strong, typeface=brand.typeface or look.typeface)


class _Tokens:
    """The custom properties of one style sheet, and the problems met in reading them."""

    def __init__(self, path: Path) -> None:
        text = COMMENT.sub("", path.read_text(encoding="utf-8"))
        self.where = Where("/".join(path.parts[-3:]))
        self.tokens: dict[str, str] = dict(TOKEN.findall(text))
        self.problems: list[Problem] = []

    def value(self, name: str) -> str:
        """Give a token's text, following var() to where it is defined."""
        seen = [name]
        while refers := REFERENCE.fullmatch(self.tokens.get(seen[-1], "")):
            if refers[1] in seen:
                break
            seen.append(refers[1])
        return self.tokens.get(seen[-1], "")

    def colour(self, name: str) -> str:
        """Give a colour as #RRGGBB."""
        value = self.value(name)
        if not COLOUR.fullmatch(value):
            what = f"--{name} is '{value}'" if value else f"--{name} is missing"
            self.problems.append(Problem(self.where, what, "give it a colour such as #RRGGBB"))
        return value


@contextmanager
def applied(look: Look) -> Iterator[None]:
    """Draw in this look, whatever style the machine's user has set for Matplotlib."""
    import matplotlib as mpl
    from matplotlib import style

    _carry(look.typeface)
    with mpl.rc_context():
        mpl.rcdefaults()
        style.use([HOUSE, look.style])
        mpl.rcParams.update(mpl.RcParams(_parameters(look)))
        yield


def _carry(typeface: str) -> None:
    """Tell Matplotlib where the files of a typeface are."""
    from matplotlib.font_manager import fontManager

    known = {font.fname for font in fontManager.ttflist}
    for _, path, _, _ in typefaces.faces(typeface):
        if str(path) not in known:
            fontManager.addfont(path)


def _parameters(look: Look) -> dict[str, object]:
    """Name the look's colours and sizes as Matplotlib does."""
    family = [look.typeface, typefaces.SIGNS]
    texts = {"font.size": frame.TEXT, "axes.titlesize": frame.TEXT, "font.family": family}
    inks = dict.fromkeys(("text.color", "xtick.labelcolor", "ytick.labelcolor"), look.ink)
    papers = dict.fromkeys(("figure.facecolor", "axes.facecolor"), look.paper)
    ticks = dict.fromkeys(("xtick.labelsize", "ytick.labelsize"), frame.SMALL)
    lines = {"axes.edgecolor": look.muted, "grid.color": look.rule}
    return {**texts, **inks, **papers, **ticks, **lines}
