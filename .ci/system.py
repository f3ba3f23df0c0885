"""See to it that the system has what the Python packages cannot bring along.

    python3 .ci/system.py venv     what makes a virtual environment
    python3 .ci/system.py pdf      the libraries that WeasyPrint loads to set text
    python3 .ci/system.py tests    Java and JAXB, with which the tests run the validator veraPDF

What is missing is installed where that takes no password; otherwise one sentence says what to
type. Nothing works without `venv` and `pdf`, so lacking these is a failure; lacking `tests` is
not, for the tests say themselves what they miss. Standard library only: this runs first.
"""

import ctypes
import ctypes.util
import importlib.util
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

OLDEST_JAVA = 17
JAXB = Path("/usr/share/java/jaxb-runtime.jar")
PYTHON_VENV = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
WINDOWS_FOLDERS = "C:\\msys64\\ucrt64\\bin;C:\\msys64\\mingw64\\bin"  # where WeasyPrint looks, too

TO_TYPE = {
    "venv": f"Debian or Ubuntu: sudo apt-get install {PYTHON_VENV}; "
    "elsewhere: install Python anew, with its modules venv and ensurepip",
    "pdf": "Debian or Ubuntu: sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 "
    "libharfbuzz-subset0; Fedora: sudo dnf install pango harfbuzz; "
    "macOS: brew install pango, and for a Python that is not Homebrew's "
    "export DYLD_FALLBACK_LIBRARY_PATH=/opt/homebrew/lib; "
    "Windows: install MSYS2 and type in its shell pacman -S mingw-w64-ucrt-x86_64-pango",
    "tests": "Debian or Ubuntu: sudo apt-get install default-jre-headless libjaxb-java; "
    "elsewhere the tests that ask veraPDF are skipped",
}


@dataclass(frozen=True)
class Need:
    """Something that the system must have.

    present: tells whether it is there now.
    packages: for each package manager, packages of which one brings it, the best first.
    """

    name: str
    present: Callable[[], bool]
    packages: Mapping[str, tuple[str, ...]]


def main(purpose: str) -> int:
    """Install what `purpose` needs and the system lacks; return the exit code."""
    lacking = [need for need in NEEDS[purpose] if not need.present()]
    for need in lacking:
        _install(need)
    names = ", ".join(need.name for need in lacking if not need.present())
    if names:
        print(f"This system lacks {names}. {TO_TYPE[purpose]}.", file=sys.stderr)
    return int(bool(names) and purpose != "tests")


def _install(need: Need) -> None:
    manager = next((name for name in ("apt-get", "dnf", "brew") if shutil.which(name)), "")
    for package in need.packages.get(manager, ()):
        for command in _commands(manager, package):
            print(f"{need.name} is missing: {' '.join(command)}", flush=True)
            if failure := _failure(command):
                print(failure, file=sys.stderr)
            elif need.present():
                return


def _commands(manager: str, package: str) -> list[list[str]]:
    """Return the commands that install a package, to be tried in turn; none without the right."""
    root = [] if manager == "brew" else _root()
    if root is None:
        return []
    if manager == "brew":
        return [["brew", "install", "--quiet", package]]
    if manager == "dnf":
        return [[*root, "dnf", "install", "-y", "-q", package]]
    apt = [*root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    install = [*apt, "-o", "DPkg::Lock::Timeout=120", "install", "--no-install-recommends", package]
    return [install, [*apt, "update"], install]


def _root() -> list[str] | None:
    """Return what stands before a command to run it as root, None where that takes a password."""
    if os.name == "posix" and os.geteuid() == 0:
        return []
    return None if _failure(["sudo", "-n", "true"]) else ["sudo", "-n"]


def _failure(command: list[str]) -> str:
    """Run a command that asks nothing; return the last line it said if it failed, else ''."""
    try:
        done = subprocess.run(
            command, check=False, stdin=subprocess.DEVNULL, capture_output=True, text=True
        )
    except OSError:
        return f"{command[0]} cannot be run"
    if not done.returncode:
        return ""
    return (done.stdout + done.stderr).strip().rpartition("\n")[2] or f"{command[0]} failed"


def _loads(*names: str) -> bool:
    """Tell whether a library can be loaded, by file name or as the system finds its short name."""
    short = re.sub(r"^lib|\.(so|dylib|dll).*$", "", names[0])
    for name in (*names, ctypes.util.find_library(short)):
        with suppress(OSError):
            if name:
                ctypes.CDLL(name)
                return True
    return False


def _makes_venvs() -> bool:
    importlib.invalidate_caches()
    return all(importlib.util.find_spec(module) for module in ("venv", "ensurepip"))


def _runs_java() -> bool:
    command = ["java", "-version"]
    try:
        said = subprocess.run(command, check=False, capture_output=True, text=True).stderr
    except OSError:
        return False
    version = re.search(r'version "(\d+)', said)
    return version is not None and int(version[1]) >= OLDEST_JAVA


# The file names are those of Linux, macOS and Windows under which WeasyPrint loads each library.
NEEDS = {
    "venv": [Need("venv", _makes_venvs, {"apt-get": (PYTHON_VENV, "python3-venv")})],
    "pdf": [
        Need(
            "Pango",
            partial(_loads, "libpango-1.0.so.0", "libpango-1.0.dylib", "libpango-1.0-0.dll"),
            {"apt-get": ("libpango-1.0-0",), "dnf": ("pango",), "brew": ("pango",)},
        ),
        Need(
            "PangoFT2",
            partial(
                _loads, "libpangoft2-1.0.so.0", "libpangoft2-1.0.dylib", "libpangoft2-1.0-0.dll"
            ),
            {"apt-get": ("libpangoft2-1.0-0",), "dnf": ("pango",), "brew": ("pango",)},
        ),
        Need(
            "HarfBuzz-Subset",
            partial(
                _loads,
                "libharfbuzz-subset.so.0",
                "libharfbuzz-subset.0.dylib",
                "libharfbuzz-subset-0.dll",
            ),
            {"apt-get": ("libharfbuzz-subset0",), "dnf": ("harfbuzz",), "brew": ("harfbuzz",)},
        ),
    ],
    "tests": [
        Need(
            f"Java {OLDEST_JAVA}",
            _runs_java,
            {"apt-get": ("default-jre-headless", f"openjdk-{OLDEST_JAVA}-jre-headless")},
        ),
        Need("JAXB", JAXB.exists, {"apt-get": ("libjaxb-java",)}),
    ],
}

if __name__ == "__main__":
    if hasattr(os, "add_dll_directory"):
        for folder in os.environ.get("WEASYPRINT_DLL_DIRECTORIES", WINDOWS_FOLDERS).split(";"):
            with suppress(OSError):
                os.add_dll_directory(folder)
    sys.exit(main(sys.argv[1]))
