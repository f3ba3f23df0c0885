"""The command line: exit codes, what goes where, and no traceback for a user's mistake."""

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from report import pipeline
from report.cli import app
from tests.conftest import Built
from tests.editions import COUNTS, EDITION, psa
from tests.made_up import altered, project

# 300 + 400 + 400 in the beats, 920 in the district
EXCESS = (COUNTS, "Crime,Frick,2023-04-01,2023-12-05,200", "Crime,Frick,2023-04-01,2023-12-05,400")
STEPS = "1 read the study\n2 read the sources\n3 check them against each other\n"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(app, [str(argument) for argument in arguments])


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stand in the folder of the made-up project."""
    project(tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_an_edition_without_problems_gives_0(root: Path) -> None:
    """The answer goes to standard output, the steps to standard error."""
    done = run("check", EDITION)

    assert (done.exit_code, done.stdout.splitlines()[-1]) == (0, "No problems.")
    assert done.stderr == f"{STEPS}4 assess each section\n"


def test_a_mistake_gives_1(root: Path) -> None:
    """Every problem on a line of its own, on standard error; nothing on standard output."""
    altered(root, EDITION, "status: final", "staus: final")
    altered(root, EDITION, "history: 1", "history: many")

    done = run("check", EDITION)

    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr == (
        "1 read the study\n"
        f"{EDITION}:2: history: expected a whole number, but found 'many'\n"
        f"{EDITION}:4: unknown key 'staus'; did you mean 'status'?\n"
        "2 problems.\n"
    )


def test_a_problem_of_many_lines_is_told_once(root: Path) -> None:
    """Excel wrote a column of dates in its own way: seven rows, one line, all counted."""
    path = root / COUNTS
    header, *rows = path.read_text("utf-8").splitlines()
    wrong = [row.replace("2023-04-01", "01/04/2023") for row in rows if "2023-04-01" in row][:7]
    path.write_text("\n".join([header, *wrong]), "utf-8")

    done = run("check", EDITION)
    _, _, told, number = done.stderr.splitlines()

    assert told.startswith(f"{COUNTS}:2: first: '01/04/2023' is not a date; ")
    assert told.endswith(" (and in 6 more lines, to line 8)")
    assert number == "7 problems."


def test_a_warning_gives_0(root: Path) -> None:
    """It is told all the same."""
    altered(root, *EXCESS)

    done = run("check", EDITION)

    assert (done.exit_code, done.stdout.splitlines()[-1]) == (0, "No errors.")
    assert f"warning: {COUNTS}:8: All Crime, " in done.stderr


@pytest.mark.parametrize("command", ["check", "build", "summary", "diff"])
@pytest.mark.parametrize(
    ("arguments", "said"),
    [([], "Missing argument"), (["a", "b", "c"], "unexpected extra argument"), (["--x"], "--x")],
    ids=["too few", "too many", "unknown option"],
)
def test_a_wrong_command_line_gives_2(command: str, arguments: list[str], said: str) -> None:
    """With the usage, on standard error."""
    done = run(command, *arguments)

    assert (done.exit_code, done.stdout) == (2, "")
    assert f"Usage: root {command}" in done.stderr
    assert said in done.stderr


def test_an_unknown_command_gives_2() -> None:
    """And is named."""
    done = run("bild", EDITION)

    assert (done.exit_code, done.stdout) == (2, "")
    assert "No such command 'bild'" in done.stderr


@pytest.mark.parametrize(
    ("config", "problem"),
    [
        ("middlemarch/2023-25.yaml", "no such file; did you mean '{}/middlemarch/2023-24.yaml'?"),
        ("middlemarsh/2023-24.yaml", "no such file; did you mean '{}/middlemarch'?"),
        ("middlemarch", "is a folder; give an edition in it: 2023-24.yaml"),
        (
            "middlemarch/partnership.yaml",
            "describes the partnership; give an edition beside it: 2023-24.yaml",
        ),
        (
            "middlemarch/2023-24/analysis.md",
            "is a chapter, no edition; give its edition: {}/middlemarch/2023-24.yaml",
        ),
    ],
)
@pytest.mark.parametrize("command", ["check", "build", "bind"])
def test_a_path_that_is_no_edition_is_told(
    root: Path, command: str, config: str, problem: str
) -> None:
    """With what was likely meant."""
    done = run(command, f"config/{config}")

    told = problem.format("config")
    assert done.exit_code == 1
    assert done.stderr == f"1 read the study\nconfig/{config}: {told}\n1 problem.\n"


def test_a_file_beside_config_is_no_edition(root: Path) -> None:
    """It lies in no folder that could have an edition beside it."""
    (root / "README.md").write_text("Words.", "utf-8")

    done = run("check", "README.md")

    assert done.exit_code == 1
    assert "README.md: is a chapter, no edition; give an edition's path" in done.stderr


@pytest.mark.parametrize("file", ["build", "build/middlemarch", "build/middlemarch/2023-24"])
def test_a_file_where_a_folder_is_to_stand_is_told_and_left(root: Path, file: str) -> None:
    """Somebody saved one of that name: a build does not write over it."""
    (root / file).parent.mkdir(parents=True, exist_ok=True)
    (root / file).write_text("notes", "utf-8")

    done = run("build", EDITION, "--html")

    assert done.exit_code == 1
    *_, told, number = done.stderr.splitlines()
    assert told.endswith(f"{file}: is a file, where a folder is to stand; rename or remove it")
    assert number == "1 problem."
    assert (root / file).read_text("utf-8") == "notes"


def test_a_folder_that_is_no_project_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The command was given in another folder."""
    monkeypatch.chdir(tmp_path)
    done = run("check", "2023-24.yaml")

    assert done.exit_code == 1
    assert (
        "2023-24.yaml: no folder above it holds 'config/'; give the edition's path" in done.stderr
    )


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        (["summary", "build/x"], "build/x/public/assessment.json: no such file; "),
        (["summary", "config"], "config/public/assessment.json: no such file; "),
        (["diff", "build/x", "build/y"], "build/x/assessment.json: no such file; "),
    ],
)
def test_a_folder_without_an_assessment_is_told(
    root: Path, arguments: list[str], problem: str
) -> None:
    """Nothing has been built there."""
    done = run(*arguments)

    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr == f"{problem}build the edition first\n1 problem.\n"


def test_a_misspelt_folder_is_told(root: Path) -> None:
    """With the one that is there."""
    (root / "build" / "middlemarch").mkdir(parents=True)

    done = run("summary", "build/middlemarsh/2023-24")
    assert "did you mean 'build/middlemarch'?" in done.stderr


@pytest.mark.parametrize("text", ["", "{}", '{"format": 0}', "no JSON", "\x00"])
def test_a_damaged_assessment_is_told(root: Path, text: str) -> None:
    """One line, with what to do."""
    folder = root / "build" / "x" / "public"
    folder.mkdir(parents=True)
    (folder / "assessment.json").write_text(text, encoding="utf-8")

    done = run("summary", folder.parent)

    assert done.exit_code == 1
    assert len(done.stderr.splitlines()) == 2
    assert "build that edition again with this version of psa" in done.stderr


def test_problems_as_json(root: Path) -> None:
    """For an editor: place, text, severity and id of each; 1 only for errors."""
    altered(root, *EXCESS)
    warned = run("check", EDITION, "--json")
    altered(root, EDITION, "status: final", "status: finl")
    failed = run("check", EDITION, "--json")

    (warning,), (error,) = json.loads(warned.stdout), json.loads(failed.stdout)
    assert (warned.exit_code, failed.exit_code) == (0, 1)
    assert (warned.stderr, failed.stderr) == ("", "")
    assert error == {
        "file": EDITION,
        "line": 4,
        "what": "status: 'finl' is not known",
        "do": "did you mean 'final'?",
        "severity": "error",
        "id": "",
    }
    assert (warning["severity"], warning["id"]) == ("warning", "excess.all-crime.beat")
    assert (warning["file"], warning["line"]) == (COUNTS, 8)


def test_no_problems_as_json(root: Path) -> None:
    """An empty list."""
    done = run("check", EDITION, "--json")

    assert (done.exit_code, json.loads(done.stdout), done.stderr) == (0, [], "")


def test_a_build_says_what_it_made(built: Built) -> None:
    """Seconds of each step, files to open, what became of the numbers, how many problems."""
    *seconds, pdf, html, summary, numbers, body, lock, end = built.stdout.splitlines()

    assert "confirmed.lock is new: " in lock
    assert len(seconds) == 9
    assert numbers.startswith("every number accounted for: ")
    assert body.startswith("in the sentences of the chapters: ")
    assert [line for line in seconds if not re.fullmatch(r" +\d+\.\d s  [a-z].*", line)] == []
    assert [Path(line).name for line in (pdf, html, summary)] == [
        *("report.pdf", "report.html", "summary.pdf")
    ]
    assert all(Path(line).is_file() for line in (pdf, html, summary))
    assert end == "No problems found."


def test_a_strict_build_fails_on_a_warning(root: Path) -> None:
    """As a build on a server should."""
    altered(root, *EXCESS)

    assert run("build", EDITION, "--html", "--strict").exit_code == 1
    loose = run("build", EDITION, "--html")
    assert loose.exit_code == 0
    assert loose.stdout.splitlines()[-1] == "1 problem found."


def test_the_schema_is_printed() -> None:
    """As JSON, to be kept beside the YAML."""
    done = run("schema")

    assert done.exit_code == 0
    assert json.loads(done.stdout) == pipeline.schema()


def test_our_mistakes_keep_their_traceback(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Only problems in the inputs are told without one."""

    def fails(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(pipeline, "check", fails)
    assert isinstance(run("check", EDITION).exception, ZeroDivisionError)


def test_a_terminal_without_a_letter_stops_nothing(root: Path) -> None:
    """Windows' own encoding has no ŵ: it is shown as "?", and the problem is told."""
    altered(root, EDITION, "kind: overview", "kind: trosolwg-ŵ")

    done = psa("check", EDITION, cwd=root, PYTHONIOENCODING="cp1252", PYTHONUTF8="0")

    assert done.returncode == 1
    assert "unknown section kind 'trosolwg-?'" in done.stderr
    assert "Traceback" not in done.stderr
