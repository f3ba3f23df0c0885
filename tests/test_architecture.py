"""Which room may import what: the table of the house, held against every import there is."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from tests.conftest import Built
from tests.editions import EDITION
from tests.made_up import ROOT, altered, project

# Room -> the rooms it may import. `errors` is open to all but measures, which know no files.
ROOMS: dict[str, set[str]] = {
    "errors": set(),
    "periods": set(),
    "assessment": {"errors", "periods"},
    "words": {"errors", "assessment", "periods"},
    "names": {"errors", "assessment", "periods"},
    # reads sentences: the other way round of `words`; disclosure: what those for the public may
    # say; phrases: a sum is made as a bracket makes it
    "prose": {"errors", "assessment", "disclosure", "names", "periods", "phrases", "words"},
    # measures: a phrase's numbers are made of those of findings, by the arithmetic that made them
    "phrases": {"errors", "assessment", "measures", "names", "periods", "words"},
    # the house's own constants: which typefaces are carried, what contrast is
    "typefaces": set(),
    "colours": set(),
    # the author's pictures: is a file fit for print, and its printed copy
    "pictures": set(),
    "config": {"errors", "colours", "periods", "pictures", "typefaces"},
    # assessment: for SourceRecord, the record of a file that was read
    # measures: counts of one census's areas are carried to another's before they are tabled, and
    # the guard judges the files before a section may ask for a count
    "sources": {"errors", "assessment", "config", "measures", "periods"},
    # the starter kit looks through files of open data and decides what an edition is made of
    "kit": {"errors", "assessment", "config", "periods", "sources"},
    "measures": {"periods"},
    "sections": {"errors", "assessment", "config", "measures", "periods", "sources"},
    "charts": {"errors", "assessment", "colours", "typefaces", "words"},
    "disclosure": {"errors", "assessment", "periods"},
    "diff": {"errors", "assessment", "periods"},
    "document": {
        *("errors", "assessment", "diff", "names", "periods", "phrases", "prose", "typefaces"),
        "words",
    },
    # what stands behind a printed number: for the notes of pages and for the command
    "explain": {
        *("errors", "assessment", "finished", "ledger", "names", "periods", "phrases", "words"),
    },
    # finished documents, read back without what made them; assessment: how an id is spelt
    "finished": {"errors", "assessment", "document", "periods", "prose"},
    # to what each number of the finished documents belongs
    # phrases: the words of one are said anew from its findings, and held against what is printed;
    # charts: and so are the words that stand for a drawing
    "ledger": {
        *("errors", "assessment", "charts", "finished", "names", "periods", "phrases", "prose"),
        "words",
    },
    "folders": {"errors"},
    # the lock of what an author confirmed lies beside the edition: pages never ask for it
    "confirming": {"config", "errors", "folders", "prose"},
    "interview": {"confirming", "errors", "prose"},
    "rewriting": {"errors", "folders", "prose", "words"},
    "looks": {"assessment", "charts", "config", "document", "pictures", "sections"},
    "pipeline": {
        *("errors", "folders", "looks", "periods", "assessment", "words", "names", "config"),
        *("confirming", "rewriting", "kit", "sources", "measures", "explain", "phrases"),
        *("sections", "charts", "disclosure", "diff", "document", "finished", "ledger"),
        *("pictures", "prose"),
    },
    "cli": {"errors", "interview", "pipeline", "rewriting"},
}

# Room -> the libraries it may import, besides Python's own.
LIBRARIES: dict[str, set[str]] = {
    "assessment": {"pydantic"},
    "words": {"babel"},
    "prose": {"markdown_it"},
    "pictures": {"PIL"},
    "config": {"pydantic", "pydantic_core", "yaml"},
    # pydantic: a layout is a model with lines, as every YAML file is; numpy: points of boundaries
    "sources": {"numpy", "pandas", "pydantic", "pyogrio", "pyproj", "shapely"},
    "measures": {"numpy", "pandas", "scipy"},
    "sections": {"pandas"},
    "charts": {"afcharts", "matplotlib"},
    # pydyf: the objects of WeasyPrint's PDF, which the tagging writes
    "document": {
        "fontTools",
        "jinja2",
        "markdown_it",
        "markupsafe",
        "pikepdf",
        "pydyf",
        "weasyprint",
    },
    "interview": {"typer"},
    "finished": {"pikepdf"},
    "cli": {"rich", "typer"},
}

# Where only a part of a room is open to another one: what it declares, not what it does.
OPEN_PARTS = {
    ("sections", "sources"): {"report.sources.tables"},
    ("phrases", "measures"): {
        *("report.measures.change", "report.measures.places", "report.measures.rates"),
        "report.measures.spans",
    },
    ("prose", "phrases"): {"report.phrases.sums"},
    ("document", "diff"): {"report.diff.changes", "report.diff.redline"},
    ("finished", "document"): {"report.document.marked", "report.document.tagged"},
}

# A library that one module alone knows, so that it can be exchanged there.
ONE_HOME = {
    "yaml": "config/reading.py",
    "jinja2": "document/templating.py",
    "babel": "words/numbers.py",
    "PIL": "pictures.py",
}

RIGHT_OF_THE_CUT = (
    *("assessment", "words", "names", "phrases", "prose", "charts", "disclosure", "diff"),
    *("document", "explain", "finished", "ledger"),
)

# What differs between two runs or two machines, and the modules that may ask for it.
OUTSIDE_WORLD: dict[str, set[str]] = {
    "datetime.now": {"pipeline/records.py"},  # for build.json
    # sets SOURCE_DATE_EPOCH, and reads nothing; reads which editor to open
    "os.environ": {"document/pdf.py", "interview.py"},
    "platform.platform": {"document/machine.py"},  # for build.json
    "datetime.today": set(),
    "datetime.utcnow": set(),
    "date.today": set(),
    "os.getenv": set(),
    "os.getlogin": set(),
    "Path.home": set(),
    "platform.node": set(),
}
NEVER_IMPORTED = {"getpass", "locale", "random", "secrets", "socket", "time", "uuid"}


@dataclass(frozen=True)
class Import:
    """One imported module, wherever in a file it is imported."""

    file: str
    line: int
    module: str

    @property
    def room(self) -> str:
        """The room that imports."""
        return self.file.partition("/")[0].removesuffix(".py")

    @property
    def top(self) -> str:
        """The library, or "report"."""
        return self.module.partition(".")[0]

    @property
    def target(self) -> str:
        """The room that is imported."""
        return self.module.split(".")[1] if "." in self.module else ""


def files() -> list[Path]:
    return sorted((ROOT / "report").rglob("*.py"))


def name_of(file: Path) -> str:
    return file.relative_to(ROOT / "report").as_posix()


def imports(file: Path) -> Iterator[Import]:
    """Find imports at the top, within functions, and for types alone."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        modules: list[str] = []
        if isinstance(node, ast.Import):
            modules = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            start = node.module or ""
            opened = ("diff", "document", "measures", "sources")
            named = start in ("report", *(f"report.{room}" for room in opened))
            modules = [f"{start}.{alias.name}" for alias in node.names] if named else [start]
        for module in modules:
            yield Import(name_of(file), getattr(node, "lineno", 0), module)


def names_used(file: Path) -> Iterator[tuple[str, str]]:
    """Give (file, name) of every name and dotted name that code refers to."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Attribute | ast.Name):
            yield name_of(file), ast.unparse(node)


USED = [found for file in files() for found in names_used(file)]
EVERY = [found for file in files() for found in imports(file)]
OURS = [i for i in EVERY if i.top == "report" and i.room != i.target]
THEIRS = [i for i in EVERY if i.top != "report" and i.top not in sys.stdlib_module_names]


def test_every_room_stands_in_the_table() -> None:
    """A new room says first what it may import."""
    rooms = {name_of(file).partition("/")[0].removesuffix(".py") for file in files()}

    assert rooms - {"__init__"} == set(ROOMS)
    assert set(LIBRARIES) <= set(ROOMS)


def test_rooms_import_one_way() -> None:
    """The table has an order in which every room comes after those it imports."""
    order = list(TopologicalSorter(ROOMS).static_order())

    assert order[-1] == "cli"


def test_rooms_import_what_the_table_allows() -> None:
    """No import of another room is outside the table, within functions and for types neither."""
    assert [i for i in OURS if i.target not in ROOMS[i.room]] == []


def test_only_the_open_part_of_a_room_is_imported() -> None:
    """Sections know the tables and not how they are read; pages know the types of a comparison."""
    parts = [(i, OPEN_PARTS.get((i.room, i.target), {i.module})) for i in OURS]

    assert [i for i, open_ in parts if i.module not in open_] == []


def test_rooms_import_the_libraries_of_the_table() -> None:
    """A library has its rooms."""
    assert [i for i in THEIRS if i.top not in LIBRARIES.get(i.room, set())] == []


@pytest.mark.parametrize(("library", "home"), ONE_HOME.items())
def test_a_library_has_one_home(library: str, home: str) -> None:
    """These libraries are known to one module."""
    assert {i.file for i in THEIRS if i.top == library} == {home}


def test_nothing_right_of_the_cut_line_knows_tables() -> None:
    """Readers of assessment.json import no pandas and open no CSV."""
    right = [i for i in EVERY if i.room in RIGHT_OF_THE_CUT]

    assert [i for i in right if i.top in ("pandas", "numpy", "csv")] == []


def test_nothing_is_imported_by_a_name_made_up_at_run_time() -> None:
    """An import that the table cannot see would make it worthless."""
    hidden = {"importlib.import_module", "import_module", "__import__", "exec", "eval"}

    assert [place for place, name in USED if name in hidden] == []


@pytest.mark.parametrize(("name", "allowed"), OUTSIDE_WORLD.items())
def test_the_clock_and_the_user_are_not_asked(name: str, allowed: set[str]) -> None:
    """What a build gives depends on nothing but its inputs."""
    assert {file for file, used in USED if f".{used}".endswith(f".{name}")} == allowed


def test_what_differs_from_run_to_run_is_not_imported() -> None:
    """Chance, names of machines and users, and the time; durations come from perf_counter."""
    found = [i for i in EVERY if i.top in NEVER_IMPORTED]

    assert [(i.file, i.module) for i in found] == [("pipeline/clock.py", "time")]


def loaded(code: str, cwd: Path, *arguments: object) -> set[str]:
    """Run code in a fresh process, and give the top-level modules it has loaded at its end."""
    ending = "\nprint('\\n' + ' '.join({name.partition('.')[0] for name in sys.modules}))"
    done = subprocess.run(
        [sys.executable, "-c", f"import sys\n{code}{ending}", *map(str, arguments)],
        cwd=cwd,
        env={"PYTHONPATH": str(ROOT), "PATH": ""},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return set(done.stdout.splitlines()[-1].split())


COMMAND = """
from report.cli import main
try:
    main()
except SystemExit as end:
    assert end.code == {code}, end.code
"""


def test_help_is_quick() -> None:
    """`psa --help` loads nothing heavy."""
    heavy = {"pandas", "numpy", "matplotlib", "weasyprint", "jinja2", "pikepdf", "pydantic"}

    assert loaded(COMMAND.format(code=0), ROOT, "--help") & heavy == set()


def test_a_mistake_in_the_yaml_is_told_before_anything_heavy_is_loaded(tmp_path: Path) -> None:
    """`psa check` of a YAML file that cannot be read loads neither tables nor drawings."""
    config = project(tmp_path)
    altered(tmp_path, EDITION, "status: final", "status: finl")

    found = loaded(COMMAND.format(code=1), tmp_path, "check", config)

    assert found & {"pandas", "numpy", "matplotlib", "weasyprint", "jinja2", "pikepdf"} == set()


def test_the_summary_is_made_without_pandas(built: Built, tmp_path: Path) -> None:
    """`psa summary` is a reader of one file: nothing left of the cut line is loaded with it."""
    public = tmp_path / "public"
    public.mkdir()
    (public / "assessment.json").write_bytes((built.folder / "public/assessment.json").read_bytes())

    found = loaded(COMMAND.format(code=0), built.root, "summary", tmp_path, "--html")

    assert "pandas" not in found
