"""What charts look like: the colours and sizes of tokens.css, over the style of charts.mplstyle.

Both files belong to `templates/style/`; no colour, typeface or text size is written in a chart.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from report.errors import InputError, Problem, Where

TOKEN = re.compile(r"--([\w-]+)\s*:\s*([^;]+?)\s*;")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
REFERENCE = re.compile(r"var\(\s*--([\w-]+)\s*\)")
COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
POINTS = re.compile(r"(\d+(?:\.\d+)?)pt")


@dataclass(frozen=True)
class Look:
    """The named looks of a chart.

    paper, ink, muted, rule: background, text, text of the second rank, hairlines; as #RRGGBB.
    strong, earlier: the period assessed and the periods before it.
    series: colours for lines that are equals, in order.
    typeface: family name, one that Matplotlib finds and the page's @font-face declares.
    text, small: text sizes in points.
    style: Matplotlib's style file for all that is neither colour nor text.
    """

    paper: str
    ink: str
    muted: str
    rule: str
    strong: str
    earlier: str
    series: tuple[str, ...]
    typeface: str
    text: float
    small: float
    style: Path


def read(tokens: Path) -> Look:
    """Read tokens.css; the style file is its neighbour.

    Raises InputError that lists every token which is missing or is not what it should be.
    """
    reader = _Tokens(tokens)
    look = Look(
        *(reader.colour(name) for name in ("paper", "ink", "muted", "rule")),
        *(reader.colour(f"series-{name}") for name in ("strong", "earlier")),
        series=tuple(reader.colour(f"series-{number}") for number in range(1, 5)),
        typeface=reader.value("typeface").strip("\"'"),
        text=reader.points("chart-text"),
        small=reader.points("chart-small"),
        style=tokens.with_name("charts.mplstyle"),
    )
    if reader.problems:
        raise InputError(reader.problems)
    return look


class _Tokens:
    """The custom properties of one style sheet, and the problems met in reading them."""

    def __init__(self, path: Path) -> None:
        text = COMMENT.sub("", path.read_text(encoding="utf-8"))
        self.where = Where("/".join(path.parts[-3:]))
        self.tokens = dict(TOKEN.findall(text))
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
        return self._matching(COLOUR, name, "a colour such as #RRGGBB")[0]

    def points(self, name: str) -> float:
        """Give a text size in points."""
        return float(self._matching(POINTS, name, "a text size such as 8pt")[1])

    def _matching(self, form: re.Pattern[str], name: str, wanted: str) -> tuple[str, str]:
        value = self.value(name)
        if found := form.fullmatch(value):
            return found[0], found[found.lastindex or 0]
        self.problems.append(Problem(self.where, f"--{name} is '{value}'", f"give it {wanted}"))
        return "", "0"


@contextmanager
def applied(look: Look) -> Iterator[None]:
    """Draw in this look, whatever style the machine's user has set for Matplotlib."""
    import matplotlib as mpl

    with mpl.rc_context():
        mpl.rcdefaults()
        mpl.rcParams.update(mpl.rc_params_from_file(look.style, use_default_template=False))
        mpl.rcParams.update(_parameters(look))
        yield


def _parameters(look: Look) -> dict[str, object]:
    """Name the look's colours and sizes as Matplotlib does."""
    sizes = {"font.size": look.text, "axes.titlesize": look.text, "font.family": [look.typeface]}
    inks = dict.fromkeys(("text.color", "xtick.labelcolor", "ytick.labelcolor"), look.ink)
    papers = dict.fromkeys(("figure.facecolor", "axes.facecolor"), look.paper)
    ticks = dict.fromkeys(("xtick.labelsize", "ytick.labelsize"), look.small)
    return {**sizes, **inks, **papers, **ticks, "axes.edgecolor": look.muted, "grid.color": look.rule}
