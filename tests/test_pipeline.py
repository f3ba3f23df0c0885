"""The commands as functions: what they write, what they leave alone, and the same bytes again."""

import json
import shutil
from pathlib import Path

import pytest

from report import pipeline
from report.assessment import load, save
from report.cli import app
from report.errors import InputError, Problem, Where
from report.ledger import telling
from report.pipeline import STEPS
from report.pipeline.clock import Clock
from tests.conftest import Built
from tests.editions import COUNTS, EDITION, psa
from tests.made_up import ROOT, altered, project

# 300 + 400 + 400 in the beats, 920 in the district
EXCESS = (COUNTS, "Crime,Frick,2023-04-01,2023-12-05,200", "Crime,Frick,2023-04-01,2023-12-05,400")

MADE = {
    *("assessment.json", "build.json", "checks.json", "ledger.json", "report.html", "report.pdf"),
    *("public/assessment.json", "public/summary.html", "public/summary.pdf"),
}


def contents(folder: Path) -> dict[str, bytes]:
    """Give every file below a folder by its name there, hidden ones too."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def pages(folder: Path) -> set[str]:
    """Name the files of a folder, but for the typeface that they are set in."""
    return {name for name in contents(folder) if not name.startswith("fonts/")}


@pytest.fixture
def config(tmp_path: Path) -> Path:
    """The made-up edition, not yet built."""
    return project(tmp_path)


def test_every_command_is_a_function_here() -> None:
    """What the terminal does, a program may do."""
    names = [command.callback.__name__ for command in app.registered_commands if command.callback]

    assert [name for name in names if not callable(getattr(pipeline, name, None))] == []


def test_a_check_writes_nothing(config: Path, tmp_path: Path) -> None:
    """It takes the first four steps."""
    told: list[tuple[int, str]] = []
    before = contents(tmp_path)

    result = pipeline.check(config, lambda number, name: told.append((number, name)))

    assert told == list(enumerate(STEPS[:4], start=1))
    assert list(result.seconds) == list(STEPS[:4])
    assert contents(tmp_path) == before


def test_a_build_writes_its_folder_and_nothing_else(built: Built) -> None:
    """Report, summary, the two assessments, the charts, and two records of the build."""
    found = set(contents(built.root / "build"))

    assert {f"middlemarch/2023-24/{name}" for name in MADE} <= found
    others = {name for name in found if name.removeprefix("middlemarch/2023-24/") not in MADE}

    kinds = {(Path(name).parent.name, Path(name).suffix) for name in others}
    assert kinds == {("exhibits", ".svg"), ("fonts", ".ttf")}


def test_a_build_without_pdfs_writes_none(config: Path) -> None:
    """The same files, but for the PDFs."""
    result = pipeline.build(config, pdf=False)

    assert [file.name for file in result.files] == ["report.html"]
    made = set(contents(result.folder))
    assert made & MADE == {name for name in MADE if not name.endswith(".pdf")}


def _no_rename(self: Path, target: Path) -> Path:
    raise PermissionError(13, "Permission denied")


@pytest.mark.parametrize(
    ("name", "pdf"),
    [
        ("report.sources.reading.read_sources", False),
        ("report.document.html.report", False),
        ("report.document.pdf.print_pdf", True),
        ("report.document.verify.verify", True),
        ("report.pipeline.records.write_build", False),
    ],
)
def test_a_build_that_fails_leaves_the_folder_before_as_it_was(
    config: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, pdf: bool
) -> None:
    """In the last step too: byte for byte, with nothing half-made beside it."""
    pipeline.build(config, pdf=False)
    before = contents(tmp_path / "build")

    def fails(*_: object, **__: object) -> None:
        raise RuntimeError("on purpose")

    monkeypatch.setattr(name, fails)
    with pytest.raises(RuntimeError, match="on purpose"):
        pipeline.build(config, pdf=pdf)

    assert contents(tmp_path / "build") == before
    assert [path.name for path in (tmp_path / "build" / "middlemarch").iterdir()] == ["2023-24"]


def test_a_folder_that_is_held_open_is_told_and_left(
    config: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows refuses to move a folder while its PDF is open in a reader."""
    target = pipeline.build(config, pdf=False).folder
    before = contents(tmp_path / "build")

    monkeypatch.setattr(Path, "rename", _no_rename)
    with pytest.raises(InputError) as caught:
        pipeline.build(config, pdf=False)

    assert [str(problem) for problem in caught.value.problems] == [
        f"{target.as_posix()}: cannot be replaced (Permission denied);"
        " close its files in other programs, and run the command again"
    ]
    assert contents(tmp_path / "build") == before
    assert [path.name for path in target.parent.iterdir()] == ["2023-24"]


def test_a_mistake_leaves_no_folder(config: Path, tmp_path: Path) -> None:
    """An edition that was never built has no folder after it failed."""
    altered(tmp_path, EDITION, "status: final", "status: finl")

    with pytest.raises(InputError):
        pipeline.build(config)
    assert not (tmp_path / "build").exists()


def test_what_went_from_an_edition_goes_from_its_folder(config: Path, tmp_path: Path) -> None:
    """The folder is replaced, not filled up."""
    folder = pipeline.build(config, pdf=False).folder
    (folder / "exhibits" / "chart.old.svg").write_text("left over", encoding="utf-8")

    pipeline.build(config, pdf=False)
    assert not (folder / "exhibits" / "chart.old.svg").exists()


def test_warnings_fail_a_strict_build_only(config: Path, tmp_path: Path) -> None:
    """Else they are told and recorded."""
    altered(tmp_path, *EXCESS)

    with pytest.raises(InputError, match=r"the beats add up to 1,100, the whole is 920"):
        pipeline.build(config, pdf=False, strict=True)
    assert not (tmp_path / "build").exists()

    result = pipeline.build(config, pdf=False)
    assert [warning.id for warning in result.warnings] == ["excess.all-crime.beat"]
    checks = json.loads((result.folder / "checks.json").read_text(encoding="utf-8"))
    assert checks["warnings"] == [str(warning) for warning in result.warnings]


def test_a_number_of_nothing_fails_a_strict_build_without_a_pdf_too(
    config: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The pages (HTML) hold the same numbers as the PDFs."""
    lost = Problem(Where("report.html"), "'31' belongs to nothing", "", "warning", "page.number.31")
    monkeypatch.setattr(telling, "problems", lambda ledger: [lost])

    with pytest.raises(InputError, match="'31' belongs to nothing"):
        pipeline.build(config, pdf=False, strict=True)
    altered(tmp_path, EDITION, "quoted:", "accept: {page.number.31: Counted by hand.}\nquoted:")
    assert pipeline.build(config, pdf=False, strict=True).warnings == []


def test_rows_read_are_used_or_set_aside(built: Built) -> None:
    """checks.json accounts for every row of every source."""
    checks = json.loads((built.folder / "checks.json").read_text(encoding="utf-8"))

    assert {source["id"]: source["rows_read"] for source in checks["sources"]} == {
        **{"counts": 15, "peers": 6, "population": 3, "who": 2},
        **{"before": 2, "recommendations": 2, "visits": 1},
    }
    for source in checks["sources"]:
        assert source["rows_read"] == source["rows_used"] + sum(source["set_aside"].values())


def test_a_summary_needs_its_folder_alone(
    built: Built, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Last year's folder, in a project that has neither its data nor its YAML."""
    folder = tmp_path / "from a memory stick"
    shutil.copytree(built.folder, folder)
    for name in ("summary.html", "summary.pdf"):
        (folder / "public" / name).unlink()
    (folder / "assessment.json").unlink()
    monkeypatch.chdir(ROOT)

    result = pipeline.summary(folder)

    assert [file.name for file in result.files] == ["summary.pdf", "summary.html"]
    assert contents(folder / "public") == contents(built.folder / "public")


def test_a_summary_that_is_held_open_is_told(
    built: Built, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Windows refuses to write a file that another program shows."""
    folder = tmp_path / "2023-24"
    shutil.copytree(built.folder, folder)

    def held(path: Path, text: str) -> None:
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr("report.pipeline.pages.write", held)
    with pytest.raises(InputError) as raised:
        pipeline.summary(folder, pdf=False)
    assert str(raised.value) == (
        f"{folder.as_posix()}/public/summary.html: cannot be replaced (Permission denied);"
        " close it in other programs, and run the command again"
    )


def test_a_summary_is_made_of_the_public_part_alone(built: Built, tmp_path: Path) -> None:
    """The whole assessment, copied to its place, would be printed whole."""
    public = tmp_path / "public"
    public.mkdir()
    shutil.copy(built.folder / "assessment.json", public)

    with pytest.raises(InputError, match="is the whole assessment, not its public part"):
        pipeline.summary(tmp_path)
    assert list(contents(tmp_path)) == ["public/assessment.json"]


def test_an_assessment_of_another_format_is_refused(built: Built, tmp_path: Path) -> None:
    """Its fields may have the same names and mean something else."""
    path = tmp_path / "assessment.json"
    save(load(built.folder / "assessment.json").model_copy(update={"format": 2}), path)

    with pytest.raises(InputError, match="has format 2, not 1; build that edition again"):
        load(path)


def earlier(folder: Path, to: Path) -> Path:
    """Write an edition's assessment as if it were that of the year before."""
    one = load(folder / "assessment.json").model_copy(update={"edition": "middlemarch/2022-23"})
    to.mkdir(parents=True)
    save(one, to / "assessment.json")
    return to


@pytest.fixture
def two(config: Path, tmp_path: Path) -> tuple[Path, Path]:
    """Two editions, the later one in the project's build folder."""
    new = pipeline.build(config, pdf=False).folder
    return earlier(new, tmp_path / "archive" / "2022-23"), new


def test_a_comparison_is_called_after_its_editions(two: tuple[Path, Path], tmp_path: Path) -> None:
    """Folders or their files may be given."""
    old, new = two
    result, _ = pipeline.diff(old, new / "assessment.json", pdf=False)

    assert result.folder == tmp_path / "build/diff/middlemarch-2022-23__middlemarch-2023-24"
    assert pages(result.folder) == {"diff.html", "diff.json"}


def test_a_comparison_carries_the_marking(two: tuple[Path, Path]) -> None:
    """It prints what both editions keep inside."""
    old, new = two
    one = load(new / "assessment.json")
    document = one.document.model_copy(update={"marking": "OFFICIAL"})
    save(one.model_copy(update={"document": document}), old / "assessment.json")

    page = (pipeline.diff(old, new, pdf=False)[0].folder / "diff.html").read_text(encoding="utf-8")
    assert '<div class="furniture marking">OFFICIAL</div>' in page


def test_the_seconds_of_a_step_are_those_of_report_and_summary(config: Path) -> None:
    """What the summary takes is no less waited for."""
    clock = Clock(lambda number, name: None)
    for _ in range(2):
        with clock.step(6):
            pass
        once = clock.seconds.setdefault("once", clock.seconds[STEPS[5]])

    assert clock.seconds[STEPS[5]] > once


def test_the_earlier_edition_comes_first(two: tuple[Path, Path], tmp_path: Path) -> None:
    """Exchanged, every rise would be printed as a fall."""
    old, new = two
    one = load(old / "assessment.json")
    save(one.model_copy(update={"period": one.period.earlier()}), old / "assessment.json")

    with pytest.raises(InputError, match="name the earlier edition first"):
        pipeline.diff(new, old, pdf=False)
    assert not (tmp_path / "build" / "diff").exists()
    assert pipeline.diff(old, new, pdf=False)


def test_a_recommendation_that_no_chapter_places_is_told(config: Path, tmp_path: Path) -> None:
    """Recommendation 1 stands in a chapter; the other would be left out without a word."""
    line = "  - {kind: recommendations, id: recommendations, title: Recommendations}\n"
    altered(tmp_path, EDITION, line, "")

    assert [str(p) for p in _problems(config)] == [
        "data/middlemarch/2023-24/recommendations.csv:3: recommendation 2 stands nowhere in the"
        " document; place it with [recommendations] or [recommendation 2] in a chapter"
    ]


def _problems(config: Path) -> tuple[Problem, ...]:
    with pytest.raises(InputError) as raised:
        pipeline.check(config)
    return raised.value.problems


def test_a_comparison_goes_where_it_is_told(two: tuple[Path, Path], tmp_path: Path) -> None:
    """Into a new folder, an empty one, or that of a comparison before."""
    out = tmp_path / "out"
    for _ in range(2):
        assert pipeline.diff(*two, out, pdf=False)[0].folder == out
    assert pages(out) == {"diff.html", "diff.json"}


@pytest.mark.parametrize("name", ["config", "build/middlemarch/2023-24", COUNTS])
def test_a_comparison_replaces_nothing_else(
    two: tuple[Path, Path], tmp_path: Path, name: str
) -> None:
    """A folder of somebody's files would be gone."""
    before = contents(tmp_path)

    with pytest.raises(InputError, match="holds something else; give a new folder to --out"):
        pipeline.diff(*two, tmp_path / name, pdf=False)
    assert contents(tmp_path) == before


def test_the_same_input_gives_the_same_bytes(built: Built, tmp_path: Path) -> None:
    """In another process, folder, time zone, language and order of hashing."""
    root = tmp_path / "another place with a – in its name"
    config = project(root).relative_to(root)
    elsewhere = {"TZ": "Pacific/Auckland", "LC_ALL": "C", "LANG": "de_DE.UTF-8", "USER": "nobody"}
    done = psa("build", config, cwd=root, PYTHONHASHSEED="2", **elsewhere)
    assert done.returncode == 0, done.stderr

    first, second = (contents(root / "build") for root in (built.root, root))
    record = "middlemarch/2023-24/build.json"
    assert first.pop(record) != second.pop(record)
    assert [name for name in first if first[name] != second.get(name)] == []
    assert set(first) == set(second)


def test_only_one_file_knows_the_machine(built: Built) -> None:
    """The clock and the folder's path stand in build.json, with every version that shapes bytes."""
    record = json.loads((built.folder / "build.json").read_text(encoding="utf-8"))

    assert record["root"] == str(built.root)
    assert set(record["seconds"]) == set(STEPS)
    wanted = {"python", "psa-report", "weasyprint", "matplotlib", "pandas", "pango", "harfbuzz"}
    assert {name for name in wanted if not record["versions"].get(name, "")[:1].isdigit()} == set()
    path = str(built.root).encode()
    assert [n for n, raw in contents(built.folder).items() if path in raw] == ["build.json"]


def test_a_build_is_silent_but_for_its_steps(built: Built) -> None:
    """No library warns: the process turns warnings into errors, and says nothing besides."""
    lines = [f"{number} {name}" for number, name in enumerate(STEPS, start=1)]

    assert built.stderr.splitlines() == lines
