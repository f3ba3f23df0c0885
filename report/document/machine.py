"""The versions of everything that shapes the bytes of a page, for build.json."""

import ctypes
import platform
from importlib.metadata import version

LIBRARIES = (
    *("psa-report", "weasyprint", "matplotlib", "pandas", "numpy", "pydantic", "jinja2"),
    *("markdown-it-py", "babel", "pikepdf", "fonttools", "pydyf"),
)

# Names of the libraries on Linux, macOS and Windows.
PANGO = ("libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0-0.dll")
HARFBUZZ = ("libharfbuzz.so.0", "libharfbuzz.0.dylib", "libharfbuzz-0.dll")


def versions() -> dict[str, str]:
    """Give name -> version of Python, the libraries, and the system's Pango and HarfBuzz."""
    found = {"python": platform.python_version(), "system": platform.platform()}
    return found | {name: version(name) for name in LIBRARIES} | _text_engines()


def _text_engines() -> dict[str, str]:
    """Ask the system's text libraries, which WeasyPrint has loaded by name before."""
    return {
        "pango": _ask(PANGO, "pango_version_string"),
        "harfbuzz": _ask(HARFBUZZ, "hb_version_string"),
    }


def _ask(names: tuple[str, ...], function: str) -> str:
    for name in names:
        try:
            library = ctypes.CDLL(name)
        except OSError:
            continue
        call = getattr(library, function)
        call.restype = ctypes.c_char_p
        return str(call().decode())
    return "not found"
