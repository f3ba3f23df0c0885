"""Small documents on square pages of fifteen lines, 20 pixels each, to see where things fall."""

from collections.abc import Iterable
from pathlib import Path

import matplotlib
import weasyprint
from PIL import Image

from report.document import fitting, structure

FONT = Path(matplotlib.get_data_path()) / "fonts" / "ttf" / "DejaVuSans.ttf"
STYLE = f"""
@font-face {{ font-family: Sans; src: url({FONT.as_uri()}) }}
@page {{ size: 400px 400px; margin: 50px; @top-left {{ content: "Running head" }} }}
html {{ font: 10px/20px Sans; orphans: 1; widows: 1 }}
h1, h2, p, ul, figure, table {{ margin: 0; font-size: 10px }}
table {{ border-spacing: 0 }} td, th {{ padding: 0; text-align: left }} img {{ display: block }}
.chapter {{ break-before: page }}
.exhibit:not(.parted), figure {{ break-inside: avoid }}
h2, caption {{ break-after: avoid }}
"""


def chapter(*parts: str) -> str:
    """Make a chapter."""
    return f'<section class="chapter">{"".join(parts)}</section>'


COVER = chapter("<p>Cover</p>")


def lines(number: int, word: str = "Line") -> str:
    """Make paragraphs of one line each."""
    return "".join(f"<p>{word} {n}</p>" for n in range(1, number + 1))


def rows(number: int) -> str:
    """Make the body of a table."""
    return "".join(f"<tr><th>Area {n}<td>{n}</tr>" for n in range(1, number + 1))


def table(number: int, label: str = "Table 1") -> str:
    """Make a table of some rows, with a caption and a header of a line each."""
    return (
        f'<div class="exhibit"><table><caption>{label}: Areas</caption>'
        f"<thead><tr><th>Area<th>Count</thead><tbody>{rows(number)}</tbody></table></div>"
    )


def chart(high: int, label: str = "Figure 1", wide: int = 100) -> str:
    """Make a chart of some lines, with a caption of one."""
    size = f"width: {wide}px; height: {20 * high}px"
    return (
        f'<div class="exhibit"><figure><figcaption>{label}: Areas</figcaption>'
        f'<img src="square.png" alt="A square" style="{size}"></figure></div>'
    )


def laid_out(parts: Iterable[str], folder: Path, style: str = "", *, settle: bool = False) -> bytes:
    """Print chapters, as they stand or settled."""
    Image.new("RGB", (4, 4), "red").save(folder / "square.png")
    html = f"<html lang=en><title>Test</title><style>{STYLE}{style}</style><body>{''.join(parts)}"
    page = weasyprint.HTML(string=html, base_url=f"{folder}/")
    return structure.finish(fitting.settle(page) if settle else page.render())
