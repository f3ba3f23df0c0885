"""What every test may use: the made-up edition, built once, and how long a property is tried."""

import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pytest
from filelock import FileLock, Timeout
from hypothesis import settings

from tests.editions import EDITIONS, psa
from tests.made_up import ROOT, project

# A deadline would fail a test for the machine's sake.
settings.register_profile("house", deadline=None, max_examples=50)
settings.load_profile("house")


@dataclass(frozen=True)
class Built:
    """The made-up edition as the command built it: the folder of the build, and what was said."""

    root: Path
    folder: Path
    stdout: str
    stderr: str


def once(
    factory: pytest.TempPathFactory, name: str, make: Callable[[Path], None], *, wait: bool = True
) -> Path:
    """Fill a folder once, for all workers of a run of tests; they may only look at it.

    wait: False leaves a folder to the worker that fills it; it is complete for who waits.
    """
    top = factory.getbasetemp()
    top = top.parent if "PYTEST_XDIST_WORKER" in os.environ else top
    folder, done = top / name, top / f"{name}.done"
    with suppress(Timeout), FileLock(top / f"{name}.lock", blocking=wait):
        if not done.exists():
            shutil.rmtree(folder, ignore_errors=True)
            folder.mkdir()
            make(folder)
            done.touch()
    return folder


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the files that build the committed editions or whole districts.

    The workers take files as they come: what lasts long must not be left for the end.
    """
    long = {item.path for item in items if "editions" in getattr(item, "fixturenames", ())}
    long |= {item.path for item in items if item.path.parent.name == "kit"}
    items.sort(key=lambda item: item.path not in long)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Build the made-up edition with its PDFs, once for all tests."""
    root = once(tmp_path_factory, "made-up", _build)
    folder = root / "build" / "middlemarch" / "2023-24"
    said = ((root / name).read_text(encoding="utf-8") for name in ("stdout", "stderr"))
    return Built(root, folder, *said)


def _build(root: Path) -> None:
    done = psa("build", project(root), cwd=root, PYTHONHASHSEED="1", TZ="Europe/London")
    assert done.returncode == 0, done.stderr
    (root / "stdout").write_text(done.stdout, encoding="utf-8")
    (root / "stderr").write_text(done.stderr, encoding="utf-8")


@pytest.fixture(scope="session")
def editions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the committed editions and compare two of them, once; gives the folder of builds.

    Workers share the work: each builds what no other has begun, and waits for the rest at the end.
    """
    root = once(tmp_path_factory, "editions", _laid_out)
    for wait in (False, True):
        for name in EDITIONS:
            make = partial(_build_one, root, name)
            once(tmp_path_factory, name.replace("/", "-"), make, wait=wait)
    once(tmp_path_factory, "comparison", partial(_compare, root))
    return root / "build"


def _laid_out(root: Path) -> None:
    for name in ("config", "data", "templates"):
        shutil.copytree(ROOT / name, root / name)


def _build_one(root: Path, name: str, _: Path) -> None:
    done = psa("build", f"config/{name}.yaml", cwd=root)
    assert done.returncode == 0, done.stderr


def _compare(root: Path, _: Path) -> None:
    done = psa("diff", "build/charnwood/2022-23", "build/charnwood/2023-24", cwd=root)
    assert done.returncode == 0, done.stderr
