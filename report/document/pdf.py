"""Print a page as a tagged PDF (PDF/UA-1), the same bytes for the same page.

Files are served under a made-up address, because the names of images in a PDF are derived from
their address, and a folder's path may not show.
"""

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Any

from report.errors import InputError, Problem, Where

BASE = "file:///document/"
FONTS = "file:///fonts/"


def font_faces() -> str:
    """Give the @font-face rules of the typeface that Matplotlib's wheel carries."""
    faces = (
        ("DejaVuSans.ttf", "normal", "normal"),
        ("DejaVuSans-Bold.ttf", "bold", "normal"),
        ("DejaVuSans-Oblique.ttf", "normal", "italic"),
        ("DejaVuSans-BoldOblique.ttf", "bold", "italic"),
    )
    rule = (
        '@font-face {{ font-family: "DejaVu Sans"; src: url({}{}); '
        "font-weight: {}; font-style: {} }}"
    )
    return "\n".join(rule.format(FONTS, *face) for face in faces)


def print_pdf(html: str, folder: Path, published: int) -> bytes:
    """Print HTML whose files lie in a folder.

    published: the publication date as seconds since 1970, the only date that reaches the file.
    Raises InputError where Pango is missing, RuntimeError where WeasyPrint reports anything.
    """
    os.environ["SOURCE_DATE_EPOCH"] = str(published)
    weasyprint: Any = _weasyprint()
    from report.document import structure

    with _silence_is_required():
        page = weasyprint.HTML(string=html, base_url=BASE, url_fetcher=_fetcher(folder))
        return structure.finish(page.render())


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

    fonts = Path(str(files("matplotlib"))) / "mpl-data" / "fonts" / "ttf"
    homes = {FONTS: fonts, BASE: folder}
    kinds = {".svg": "image/svg+xml", ".png": "image/png", ".ttf": "font/ttf"}

    class Fetcher(URLFetcher):  # type: ignore[misc]  # untyped there
        def fetch(self, url: str, headers: object = None) -> Any:
            for base, home in homes.items():
                if url.startswith(base):
                    path = home / url.removeprefix(base)
                    kind = kinds.get(path.suffix, "text/plain")
                    return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": kind})
            raise FatalURLFetchingError(f"a document may not load {url}")

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
