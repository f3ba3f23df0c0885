"""The versions of everything that shapes the bytes of a page, for build.json."""

import platform
from importlib.metadata import version

LIBRARIES = (
    *("psa-report", "weasyprint", "matplotlib", "pandas", "numpy", "pydantic", "jinja2"),
    *("markdown-it-py", "babel", "pikepdf", "fonttools", "pydyf"),
)


def versions() -> dict[str, str]:
    """Give name -> version of Python, the libraries, and the system's Pango and HarfBuzz."""
    found = {"python": platform.python_version(), "system": platform.platform()}
    return found | {name: version(name) for name in LIBRARIES} | _text_engines()


def _text_engines() -> dict[str, str]:
    try:
        from weasyprint.text.ffi import pango
    except OSError:
        return {"pango": "missing"}
    from weasyprint.text.ffi import ffi

    return {"pango": ffi.string(pango.pango_version_string()).decode()}
