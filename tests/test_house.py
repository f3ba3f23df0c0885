"""What the design promises a newcomer: each kind of thing has its parts, each in its place."""

import csv
import importlib
import json
import pkgutil
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

import report
from report import pipeline
from report.charts import CHARTS
from report.cli import app
from report.sections import SECTIONS
from report.words import FORMS
from tests.editions import EDITIONS, sections_of
from tests.labelled import by_every_method
from tests.made_up import ROOT, project
from tests.monthly import monthly
from tests.scored import scored
from tests.squares import mapped
from tests.vintages import by_population, two_vintages

LAYOUTS = sorted(path.stem for path in (ROOT / "config" / "layouts").glob("*.yaml"))
COMMANDS = [c.name or getattr(c.callback, "__name__", "") for c in app.registered_commands]

COLOUR = re.compile(r"(?<![\w/&])#(?:[0-9a-fA-F]{6}|[0-9a-fA-F]{3})\b|\b(?:rgb|hsl)a?\(")
INDEX = re.compile(r"pypi\.(?:org|python)|python[h]osted|/(?:simple)\b")
# Quantifiers that give nothing back, and atomic groups: early releases of 3.11 misread some.
POSSESSIVE = re.compile(r"[*+?}]\+|\(\?>")
CLASS = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]", re.DOTALL)
HOME = re.compile(r"(?:/home/|/Users/|[A-Z]:\\Users\\)\w+|/(?:root)/")


def tracked() -> list[Path]:
    """List the committed files that are text."""
    command = ["git", "ls-files", "-z"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip("not a clone")
    paths = (ROOT / name for name in done.stdout.split("\0") if name)
    return [
        path for path in paths if path.suffix not in (".pdf", ".png", ".zip") and path.is_file()
    ]


def matches(pattern: re.Pattern[str], files: list[Path]) -> list[tuple[str, int, str]]:
    """Give file, line and text of every match."""
    return [
        (path.relative_to(ROOT).as_posix(), number, found[0])
        for path in files
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
        for found in pattern.finditer(line)
    ]


def missing(*names: str) -> list[str]:
    return [name for name in names if not (ROOT / name).is_file()]


@pytest.mark.parametrize("kind", SECTIONS)
def test_a_section_kind_has_its_parts(kind: str) -> None:
    """A kind is one word: in YAML, for its module, its template and its test."""
    assert (
        missing(
            f"report/sections/{kind}.py",
            f"templates/sections/{kind}.md",
            f"tests/sections/test_{kind}.py",
        )
        == []
    )
    assert SECTIONS[kind][1].__module__ == f"report.sections.{kind}"


def test_no_template_is_left_from_a_kind_that_went() -> None:
    """Every template of a section belongs to a kind."""
    templates = {path.stem for path in (ROOT / "templates" / "sections").iterdir()}

    assert templates == set(SECTIONS)


@pytest.mark.parametrize("kind", CHARTS)
def test_a_chart_kind_has_its_parts(kind: str) -> None:
    """A kind of chart is one word as well."""
    assert missing(f"report/charts/{kind}.py", f"tests/charts/test_{kind}.py") == []
    assert {part.__module__ for part in CHARTS[kind]} == {f"report.charts.{kind}"}


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_layout_has_five_rows_in_its_shape(layout: str) -> None:
    """The fixture is what tests/sources reads; boundaries are no CSV."""
    path = ROOT / "tests" / "fixtures" / "layouts" / f"{layout}.csv"
    if layout.endswith("boundaries"):
        shapes = json.loads(path.with_suffix(".geojson").read_text(encoding="utf-8"))
        assert len(shapes["features"]) == 5
        return
    with path.open(encoding="utf-8", newline="") as file:
        header, *rows = csv.reader(file)

    assert len(rows) == 5
    assert {len(row) for row in rows} == {len(header)}


def test_no_layout_is_left_without_its_file() -> None:
    """Fixtures and layouts are the same list."""
    fixtures = (ROOT / "tests" / "fixtures" / "layouts").iterdir()

    assert sorted(path.stem for path in fixtures) == LAYOUTS


def test_every_method_has_its_paragraph(tmp_path: Path) -> None:
    """What findings, exhibits and forms name as their method is explained, and nothing else."""
    named = {form.method for form in FORMS.values()} | {"span"}  # of phrases over years
    vintages = (two_vintages(tmp_path / "common"), by_population(tmp_path / "shared"))
    for config in (
        project(tmp_path / "small"),
        monthly(tmp_path / "monthly"),
        mapped(tmp_path / "mapped"),
        by_every_method(tmp_path / "labelled"),
        scored(tmp_path / "scored"),
        *vintages,
        *(ROOT / "config" / f"{name}.yaml" for name in EDITIONS),
    ):
        for section in sections_of(config).values():
            named |= {finding.method for finding in section.findings}
            named |= {method for exhibit in section.exhibits for method in exhibit.methods}

    paragraphs = {path.stem for path in (ROOT / "templates" / "methods").iterdir()}
    assert named - {""} == paragraphs


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_has_its_line_in_the_readme(command: str) -> None:
    """Nobody has to run --help to learn that a command is there."""
    assert f"psa {command}" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_every_key_of_the_yaml_stands_in_its_reference() -> None:
    """config/README.md names each key that an editor may offer."""
    reference = (ROOT / "config" / "README.md").read_text(encoding="utf-8")
    parts = pipeline.schema()["$defs"]
    assert isinstance(parts, dict)

    keys = {key for part in parts.values() for key in part.get("properties", {})}
    assert [key for key in sorted(keys) if not re.search(rf"`{key}\b", reference)] == []


def test_every_warning_stands_in_the_reference() -> None:
    """The ids that an edition may accept, by their first word."""
    reference = (ROOT / "config" / "README.md").read_text(encoding="utf-8")
    homes = (
        ROOT / "report" / "sources" / name
        for name in ("checks.py", "doubts.py", "excesses.py", "guard.py", "populations.py")
    )
    code = "".join(path.read_text(encoding="utf-8") for path in homes)

    ids = set(re.findall(r'"(\w+)\.\{', code)) | set(re.findall(r'"warning", "([\w-]+)"', code))
    assert ids == {
        *("aside", "excess", "flags", "gap", "group", "old-positions", "part", "repeats"),
        *("implied", "reversed", "window-length", "coverage", "partial", "break"),
    }
    ids |= {"unlocated", "vintage"}  # which guard.py gives without anything behind them
    assert [id_ for id_ in sorted(ids) if f"| `{id_}" not in reference] == []


def tree() -> Iterator[str]:
    """Give the paths of the README's tree: the first fenced block that names report/."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    blocks = re.findall(r"^```\w*\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
    block = next(block for block in blocks if re.search(r"^\W*report/", block, re.MULTILINE))
    above: list[tuple[int, str]] = []
    for line in block.splitlines():
        if not (found := re.match(r"[\s│├└─]*([\w.*<][^\s]*)", line)):
            continue
        indent, name = found.start(1), found[1]
        above = [(i, n) for i, n in above if i < indent]
        yield "".join([n for _, n in above if n.endswith("/")]) + name
        above.append((indent, name))


def test_the_tree_in_the_readme_is_the_tree_on_disk() -> None:
    """Every path of it is there; build/ is filled by building."""
    named = [re.sub(r"<[^>]*>", "*", path).rstrip("/") for path in tree()]

    absent = [path for path in named if not list(ROOT.glob(path)) and not path.startswith("build/")]
    assert absent == []


def test_the_tree_in_the_readme_names_every_folder() -> None:
    """Every folder at the top, and every room."""
    parts = [path.relative_to(ROOT).parts for path in tracked()]
    folders = {f"{top}/" for top, *rest in parts if rest and not top.startswith(".")}
    rooms = {f"report/{p[1]}/" for p in parts if p[0] == "report" and len(p) > 2}

    named = list(tree())
    assert [f for f in sorted(folders | rooms) if not any(n.startswith(f) for n in named)] == []


def test_every_colour_stands_once() -> None:
    """Colours are the tokens', or a brand's choice: a page or a chart calls them by name."""
    others = ("config", "tests")
    files = [path for path in tracked() if path.relative_to(ROOT).parts[0] not in others]
    found = matches(COLOUR, [path for path in files if path.suffix != ".lock"])

    assert {file for file, _, _ in found} == {"templates/style/tokens.css"}
    colours = [colour.upper() for _, _, colour in found]
    assert sorted(colours) == sorted(set(colours))


def test_no_address_of_a_package_index_is_committed() -> None:
    """Where packages come from is the machine's business."""
    assert matches(INDEX, tracked()) == []


def test_no_home_folder_is_committed() -> None:
    """No path that only one machine has."""
    assert matches(HOME, tracked()) == []


def patterns() -> Iterator[tuple[str, str]]:
    """Give the regular expressions that stand at the top of modules, each with its name."""
    for module in pkgutil.walk_packages(report.__path__, "report."):
        for name, value in vars(importlib.import_module(module.name)).items():
            if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
                yield f"{module.name}.{name}", value.pattern


def test_every_release_of_python_3_11_reads_the_regular_expressions_alike() -> None:
    """No possessive quantifier and no atomic group: 3.11.2 finds other matches with some."""
    every = dict(patterns())
    assert len(every) > 100  # there are some at all

    assert [name for name, text in every.items() if POSSESSIVE.search(CLASS.sub("x", text))] == []


@pytest.mark.parametrize("text", [r"(?:,\d{3})++", r"\d{1,9}+", r"a*+", r"a?+", r"(?>ab)"])
def test_a_possessive_quantifier_is_found(text: str) -> None:
    """The test above would see each way of writing one."""
    assert POSSESSIVE.search(CLASS.sub("x", text))
