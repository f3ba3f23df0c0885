"""What every test may use: the made-up edition, built once, and how long a property is tried."""

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
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


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Build the made-up edition with its PDFs, once for all tests; they may only look at it."""
    root = tmp_path_factory.mktemp("made-up")
    done = psa("build", project(root), cwd=root, PYTHONHASHSEED="1", TZ="Europe/London")
    assert done.returncode == 0, done.stderr
    folder = root / "build" / "middlemarch" / "2023-24"
    return Built(root, folder, done.stdout, done.stderr)


@pytest.fixture(scope="session")
def editions(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the committed editions and compare two of them, once; gives the folder of builds."""
    root = tmp_path_factory.mktemp("editions")
    for name in ("config", "data", "templates"):
        shutil.copytree(ROOT / name, root / name)
    for name in EDITIONS:
        done = psa("build", f"config/{name}.yaml", cwd=root)
        assert done.returncode == 0, done.stderr
    done = psa("diff", "build/charnwood/2022-23", "build/charnwood/2023-24", cwd=root)
    assert done.returncode == 0, done.stderr
    return root / "build"
