"""Print a page as a tagged PDF (PDF/UA-1), the same bytes for the same page.

Files are served under a made-up address, because the names of images in a PDF are derived from
their address, and a folder's path may not show.
"""

import logging
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from shutil import copyfile
from typing import Any
from urllib.parse import unquote

from report import typefaces
from report.errors import InputError, Problem, Where

BASE = "file:///document/"

# A space between a text and an element within the line. WeasyPrint 70 breaks the line after its
# first word where all of the text fits but for this space, unless that is an element of its own.
SPACE = re.compile(r"(?<=[^\s>]) (?=<(?:a|em|span|strong)\b)")


def font_faces(typeface: str) -> str:
    """Give the @font-face rules of a typeface whose files lie in `fonts/` beside the page."""
    rule = '@font-face {{ font-family: "{}"; src: url(fonts/{}); font-weight: {}; font-style: {} }}'
    return "\n".join(
        rule.format(family, path.name, weight, slant)
        for family, path, weight, slant in typefaces.faces(typeface)
    )


def carry_fonts(typeface: str, folder: Path) -> None:
    """Copy the files of a typeface into `fonts/` of a page's folder."""
    fonts = folder / "fonts"
    fonts.mkdir(exist_ok=True)
    for _, path, _, _ in typefaces.faces(typeface):
        copyfile(path, fonts / path.name)


def print_pdf(html: str, folder: Path, published: int) -> bytes:
    """Print HTML whose files lie in a folder.

    published: the publication date as seconds since 1970, the only date that reaches the file.
    Raises InputError where Pango is missing, RuntimeError where WeasyPrint reports anything.
    """
    os.environ["SOURCE_DATE_EPOCH"] = str(published)
    weasyprint: Any = _weasyprint()
    from report.document import fitting, structure

    with _silence_is_required():
        text = SPACE.sub("<span> </span>", html)
        page = weasyprint.HTML(string=text, base_url=BASE, url_fetcher=_fetcher(folder))
        return structure.finish(fitting.settle(page))


def _weasyprint() -> Any:
    try:
        import weasyprint
    except OSError as error:
        what = f"the PDF cannot be printed: Pango is missing ({str(error).splitlines()[0]})"
        do = "see 'Installing' in README.md, or build with --html"
        raise InputError([Problem(Where("this machine"), what, do)]) from None
    return weasyprint


def _fetcher(folder: Path) -> Any:
    from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

    kinds = {
        **{".svg": "image/svg+xml", ".png": "image/png", ".ttf": "font/ttf"},
        **dict.fromkeys((".jpg", ".jpeg"), "image/jpeg"),
    }

    class Fetcher(URLFetcher):  # type: ignore[misc]  # untyped there
        def fetch(self, url: str, headers: object = None) -> Any:
            if not url.startswith(BASE):
                raise FatalURLFetchingError(f"a document may not load {url}")
            path = folder / unquote(url.removeprefix(BASE))
            kind = kinds.get(path.suffix.lower(), "text/plain")
            return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": kind})

    return Fetcher()


@contextmanager
def _silence_is_required() -> Iterator[None]:
    """Turn every warning of WeasyPrint into an error: a page may not lose anything quietly."""
    found: list[str] = []

    class Collect(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            found.append(record.getMessage()[:300])

    logger, handler = logging.getLogger("weasyprint"), Collect(logging.WARNING)
    logger.addHandler(handler)
    try:
        yield
    finally:
        logger.removeHandler(handler)
    if found:
        raise RuntimeError("WeasyPrint reports: " + " | ".join(found))
