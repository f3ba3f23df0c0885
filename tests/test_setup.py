"""Two commands set up a fresh machine: the locks, the Makefile and `.ci/system.py`."""

import importlib.util
import re
import shutil
import subprocess
import sys
import tomllib
from importlib.metadata import version
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCKS = ["requirements.lock", "requirements-dev.lock"]


def pins(lock: str) -> dict[str, str]:
    """Return the locked version of each package."""
    text = (ROOT / lock).read_text(encoding="utf-8")
    return dict(re.findall(r"^([\w.-]+)==(\S+)", text, re.MULTILINE))


def names(requirements: list[str]) -> set[str]:
    return {re.split(r"[<>=~! ;\[]", requirement)[0] for requirement in requirements}


@pytest.fixture
def system(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """`.ci/system.py` as a module, on an imagined Debian where this user is root."""
    spec = importlib.util.spec_from_file_location("system", ROOT / ".ci" / "system.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "system", module)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module.shutil, "which", {"apt-get": "/usr/bin/apt-get"}.get)
    monkeypatch.setattr(module, "_root", list)
    return module


class Apt:
    """An imagined apt-get that finds its packages only after an update, if `stocked`."""

    def __init__(self, *, stocked: bool = True) -> None:
        self.stocked = stocked
        self.asked: list[str] = []

    def failure(self, command: list[str]) -> str:
        self.asked.append(command[-1])
        found = self.stocked and "update" in self.asked
        return "" if command[-1] == "update" or found else "E: Unable to locate package"

    def installed(self) -> bool:
        return self.asked[-2:] == ["update", "libfoo1"] and self.stocked


def imagine(system: ModuleType, purpose: str, apt: Apt, monkeypatch: pytest.MonkeyPatch) -> None:
    need = system.Need("Foo", apt.installed, {"apt-get": ("libfoo1",)})
    monkeypatch.setitem(system.NEEDS, purpose, [need])
    monkeypatch.setattr(system, "_failure", apt.failure)


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_host(lock: str) -> None:
    text = (ROOT / lock).read_text(encoding="utf-8")

    assert "://" not in text
    assert "--index-url" not in text
    assert "--find-links" not in text


@pytest.mark.parametrize("lock", LOCKS)
def test_every_locked_package_has_hashes(lock: str) -> None:
    blocks = re.split(r"^(?=\w)", (ROOT / lock).read_text(encoding="utf-8"), flags=re.MULTILINE)

    assert [block for block in blocks[1:] if "--hash=sha256:" not in block] == []


def test_every_dependency_is_locked() -> None:
    groups = PROJECT["dependency-groups"]
    run = names(PROJECT["project"]["dependencies"] + groups["build"])

    assert run - set(pins("requirements.lock")) == set()
    assert names(groups["dev"]) - set(pins("requirements-dev.lock")) == set()


def test_the_tests_run_on_the_versions_that_users_get() -> None:
    run = pins("requirements.lock")
    test = pins("requirements-dev.lock")

    assert {name: test.get(name) for name in run} == run


def test_the_package_is_built_by_what_is_locked() -> None:
    assert PROJECT["build-system"]["requires"] == PROJECT["dependency-groups"]["build"]


def test_the_version_stands_in_one_place() -> None:
    locked = PROJECT["project"]["version"]
    repeated = [
        path.name for path in (ROOT / "report").rglob("*.py") if f'"{locked}"' in path.read_text()
    ]

    assert version("psa-report") == locked
    assert repeated == []


@pytest.mark.parametrize(
    ("arguments", "study"),
    [
        ([], "config/north-west-leicestershire/2011-12.yaml"),
        (["EDITION=charnwood/2023-24"], "config/charnwood/2023-24.yaml"),
    ],
)
def test_make_assessment_builds_the_edition(
    arguments: list[str], study: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    command = ["make", "--dry-run", "assessment", *arguments]
    for variable in ("EDITION", "MAKEFLAGS", "MAKELEVEL"):  # of the make that runs the tests
        monkeypatch.delenv(variable, raising=False)

    said = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout

    assert said.rstrip().splitlines()[-1].endswith(f"psa build {study}")


def test_a_python_that_is_too_old_is_named_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "Makefile").write_bytes((ROOT / "Makefile").read_bytes())
    for file in [*LOCKS, "pyproject.toml", ".ci/system.py"]:
        (tmp_path / file).parent.mkdir(exist_ok=True)
        (tmp_path / file).touch()
    environment = {"PATH": str(tmp_path), "HOME": str(tmp_path)}
    make = shutil.which("make")
    assert make

    done = subprocess.run(
        [make, "assessment"],
        cwd=tmp_path,
        env=environment,
        check=False,
        capture_output=True,
        text=True,
    )

    assert done.returncode != 0
    assert done.stderr.startswith("Python 3.11, 3.12, 3.13 or 3.14 is needed and none was found:")


@pytest.mark.parametrize("purpose", ["venv", "pdf", "tests"])
def test_nothing_is_said_or_installed_where_nothing_is_missing(
    system: ModuleType,
    purpose: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setitem(system.NEEDS, purpose, [system.Need("Foo", lambda: True, {})])

    assert system.main(purpose) == 0
    assert capsys.readouterr() == ("", "")


def test_the_list_of_packages_is_brought_up_to_date_when_one_is_not_found(
    system: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    apt = Apt()
    imagine(system, "pdf", apt, monkeypatch)

    assert system.main("pdf") == 0
    assert apt.asked == ["libfoo1", "update", "libfoo1"]


@pytest.mark.parametrize(("purpose", "code"), [("venv", 1), ("pdf", 1), ("tests", 0)])
def test_what_cannot_be_installed_is_named_with_what_to_type(
    system: ModuleType,
    purpose: str,
    code: int,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    imagine(system, purpose, Apt(stocked=False), monkeypatch)

    assert system.main(purpose) == code
    assert f"This system lacks Foo. {system.TO_TYPE[purpose]}." in capsys.readouterr().err


def test_nothing_is_tried_where_a_password_would_be_asked(
    system: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    apt = Apt()
    imagine(system, "pdf", apt, monkeypatch)
    monkeypatch.setattr(system, "_root", lambda: None)

    assert system.main("pdf") == 1
    assert apt.asked == []
    assert capsys.readouterr().out == ""


def test_apt_asks_no_question(system: ModuleType) -> None:
    install, update, again = system._commands("apt-get", "libfoo1")

    assert install == again
    assert "DEBIAN_FRONTEND=noninteractive" in install
    assert "-qq" in install  # implies yes
    assert update[-1] == "update"


@pytest.mark.parametrize(
    ("said", "enough"),
    [
        ('openjdk version "17.0.15" 2025-04-15', True),
        ('openjdk version "21.0.2" 2024-01-16', True),
        ('openjdk version "11.0.22" 2024-01-16', False),
        ('java version "1.8.0_402"', False),
        ("No Java runtime present, requesting install.", False),
    ],
)
def test_java_is_old_or_new_enough(
    system: ModuleType, said: str, enough: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    answer = subprocess.CompletedProcess([], 0, stdout="", stderr=said)
    monkeypatch.setattr(system.subprocess, "run", lambda *_, **__: answer)

    assert system._runs_java() is enough


def test_a_library_that_is_not_there_does_not_load(system: ModuleType) -> None:
    assert system._loads("libpsa-is-no-library.so.0") is False


def test_a_command_that_fails_is_quoted_by_its_last_line(system: ModuleType) -> None:
    script = "import sys; sys.exit('first\\nE: the reason')"

    assert system._failure([sys.executable, "-c", script]) == "E: the reason"
    assert system._failure(["psa-is-no-command"]) == "psa-is-no-command cannot be run"
    assert system._failure([sys.executable, "-c", ""]) == ""
