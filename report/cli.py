"""The commands: parse, call the pipeline, print problems, exit code; nothing heavy is imported.

Exit codes: 0 fine, warnings included; 1 problems in the inputs; 2 a wrong command line.
"""

import io
import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from shutil import get_terminal_size
from textwrap import fill
from typing import TYPE_CHECKING, Annotated

import typer

from report.errors import InputError, Problem

if TYPE_CHECKING:
    from report.pipeline import Result, Tell

app = typer.Typer(
    add_completion=False,
    rich_markup_mode=None,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    help="Write a Community Safety Partnership's yearly strategic assessment.",
)

Config = Annotated[Path, typer.Argument(help="The edition, such as config/charnwood/2023-24.yaml.")]
NoPdf = Annotated[bool, typer.Option("--html", help="Write no PDFs.")]

# So many lines of a file that have the same problem are told one by one.
MANY = 5


@app.command()
def new(
    name: Annotated[str, typer.Argument(help="The partnership's name, such as Charnwood.")],
    district: Annotated[str, typer.Option(help="The district's code, such as E07000130.")],
    street: Annotated[Path, typer.Option(help="Zip or folder of data.police.uk files.")],
    population: Annotated[Path, typer.Option(help="CSV of residents by LSOA.")],
    lookup: Annotated[
        list[Path] | None, typer.Option(help="CSV of LSOAs in districts; may stand twice.")
    ] = None,
    boundaries: Annotated[
        list[Path] | None, typer.Option(help="File of boundaries; may stand twice.")
    ] = None,
) -> None:
    """Begin a partnership: write its YAML files from open data, ready to build."""
    from report import pipeline

    with _problems():
        files, said = pipeline.new(
            name, district, street, population, tuple(lookup or ()), tuple(boundaries or ())
        )
    typer.echo(said)
    typer.echo("\n".join(["Written", *map(str, files), f"Build it: psa build {files[-1]}"]))


@app.command()
def check(
    config: Config,
    as_json: Annotated[bool, typer.Option("--json", help="Print the problems as JSON.")] = False,
) -> None:
    """Find every problem in an edition's YAML, sources and chapters, without rendering."""
    from report import pipeline

    if as_json:
        _check_json(config)
    with _problems(), _progress() as tell:
        result = pipeline.check(config, tell)
    _print_warnings(result)
    for line in result.told:
        typer.echo(line)
    typer.echo("No errors." if result.warnings else "No problems.")


@app.command()
def build(
    config: Config,
    html: NoPdf = False,
    strict: Annotated[bool, typer.Option("--strict", help="Let warnings fail.")] = False,
) -> None:
    """Build the report, its public summary and the machine-readable assessment."""
    from report import pipeline

    with _problems(), _progress() as tell:
        result = pipeline.build(config, pdf=not html, strict=strict, tell=tell)
    _print_result(result)


@app.command()
def bind(
    config: Config,
    yes: Annotated[bool, typer.Option("--yes", help="Write all that can mean one thing.")] = False,
) -> None:
    """Propose brackets for plain sentences, and write them into the chapters when told yes."""
    from report import pipeline, rewriting

    with _problems(), _progress() as tell:
        found = pipeline.propose(config, tell)
    for each in found:
        typer.echo(f"{rewriting.shown(each)}\n")
    chosen = rewriting.writable(found)
    number = len(chosen)
    many = "proposal" if number == 1 else "proposals"
    at_terminal = sys.stdin.isatty() and sys.stdout.isatty()
    if yes or (chosen and at_terminal and typer.confirm(f"Write {number} {many}?")):
        with _problems():
            for file in pipeline.bind(config, chosen):
                typer.echo(str(file))
        typer.echo(f"{number or 'No'} {many} written, {len(found) - number} left.")
        return
    other = f", {len(found) - number} other" if found else ""
    typer.echo(f"{number or 'No'} {many} that can mean one thing{other}.")
    if chosen and not at_terminal:
        typer.echo(f"To write them: psa bind {config} --yes")


@app.command()
def confirm(
    config: Config,
    every: Annotated[
        bool, typer.Option("--all", help="Ask about paragraphs whose figures stand, too.")
    ] = False,
) -> None:
    """Walk through the paragraphs whose figures have moved, and ask whether they still hold."""
    from report import interview, pipeline

    at_terminal = sys.stdin.isatty() and sys.stdout.isatty()
    with _problems():
        result = pipeline.confirm(config, interview.ask if at_terminal else None, every=every)
    left = len(result.warnings)
    if left and not at_terminal:
        _print_warnings(result)
        typer.echo(f"To answer, type in a terminal: psa confirm {config}")
    kept = "; the answers given are kept" if left and at_terminal else ""
    many = "paragraph" if left == 1 else "paragraphs"
    typer.echo(f"{left or 'No'} {many} to confirm{kept}.")


@app.command()
def summary(
    folder: Annotated[
        Path, typer.Argument(help="A built edition, such as build/charnwood/2023-24.")
    ],
    html: NoPdf = False,
) -> None:
    """Make the public summary again, from FOLDER/public/assessment.json alone."""
    from report import pipeline

    with _problems(), _progress() as tell:
        result = pipeline.summary(folder, pdf=not html, tell=tell)
    _print_result(result)


@app.command()
def diff(
    old: Annotated[Path, typer.Argument(help="The earlier edition: folder or assessment.json.")],
    new: Annotated[Path, typer.Argument(help="The later edition: folder or assessment.json.")],
    out: Annotated[Path | None, typer.Option(help="Folder to write to.")] = None,
    html: NoPdf = False,
) -> None:
    """Compare two editions: what moved, what was revised, what cannot be compared."""
    from report import pipeline

    with _problems(), _progress() as tell:
        result, found = pipeline.diff(old, new, out, pdf=not html, tell=tell)
    _print_diff(pipeline.rows(found))
    _print_result(result)


@app.command(context_settings={"ignore_unknown_options": True})
def explain(
    folder: Annotated[
        Path, typer.Argument(help="A built edition, such as build/charnwood/2023-24.")
    ],
    what: Annotated[
        str,
        typer.Argument(
            help="A finding's id, a name such as 'Robbery change', a number as printed, or a cell "
            "such as 'Table 4, Beat 62, 2023/24'."
        ),
    ],
    which: Annotated[int, typer.Option(help="Which of several that may be meant.")] = 0,
) -> None:
    """Tell what stands behind a printed number."""
    from report import pipeline

    with _problems():
        told = pipeline.explain(folder, what, which)
    for line in _pairs(told, get_terminal_size().columns):
        typer.echo(line)


@app.command()
def schema() -> None:
    """Print the JSON Schema of the YAML files, for editors."""
    from report import pipeline

    typer.echo(json.dumps(pipeline.schema(), indent=1))


def main() -> None:
    """Run the command line; a letter that the terminal lacks becomes "?"."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    app()


@contextmanager
def _problems() -> Iterator[None]:
    """Print the user's mistakes without a traceback, and leave with 1."""
    try:
        yield
    except InputError as error:
        for line in _lines(error.problems):
            typer.echo(line, err=True)
        number = len(error.problems)
        typer.echo(f"{number} {'problem' if number == 1 else 'problems'}.", err=True)
        raise typer.Exit(1) from None


def _lines(problems: Sequence[Problem]) -> Iterator[str]:
    """Give each problem a line; where many lines of a file have the same one, its first place."""
    alike: dict[tuple[str, str, str], list[Problem]] = {}
    for problem in problems:
        alike.setdefault((problem.where.file, problem.what, problem.do), []).append(problem)
    for same in alike.values():
        if len(same) <= MANY:
            yield from map(str, same)
        else:
            yield f"{same[0]} (and in {len(same) - 1} more lines, to line {same[-1].where.line})"


def _check_json(config: Path) -> None:
    from report import pipeline

    try:
        found = tuple(pipeline.check(config).warnings)
    except InputError as error:
        found = error.problems
    typer.echo(json.dumps([_record(p) for p in found], indent=1, ensure_ascii=False))
    raise typer.Exit(int(any(p.severity == "error" for p in found)))


def _record(problem: Problem) -> dict[str, object]:
    return {
        "file": problem.where.file,
        "line": problem.where.line,
        "what": problem.what,
        "do": problem.do,
        "severity": problem.severity,
        "id": problem.id,
    }


@contextmanager
def _progress() -> Iterator["Tell"]:
    """Show the steps: a spinner on a terminal, plain lines elsewhere."""
    if not sys.stderr.isatty():
        yield lambda number, name: typer.echo(f"{number} {name}", err=True)
        return
    from rich.console import Console

    with Console(stderr=True).status("") as status:
        yield lambda number, name: status.update(f"{number} {name}")


def _print_warnings(result: "Result") -> None:
    for warning in result.warnings:
        typer.echo(f"warning: {warning}", err=True)


def _print_result(result: "Result") -> None:
    _print_warnings(result)
    for name, seconds in result.seconds.items():
        typer.echo(f"{seconds:6.1f} s  {name}")
    for file in result.files:
        typer.echo(str(file))
    for line in result.told:
        typer.echo(line)
    number = len(result.warnings)
    typer.echo(f"{number or 'No'} {'problem' if number == 1 else 'problems'} found.")


def _pairs(told: Sequence[tuple[str, str]], columns: int) -> Iterator[str]:
    """Set pairs of a name and a text in lines, the texts below each other."""
    wide = max(len(name) for name, _ in told) + 2
    for name, text in told:
        yield fill(
            text,
            max(columns, 60),
            initial_indent=name.ljust(wide),
            subsequent_indent=" " * wide,
            break_long_words=False,
            break_on_hyphens=False,
        )


def _print_diff(rows: Sequence[tuple[str, ...]]) -> None:
    """Print the comparison as a table."""
    from rich.console import Console
    from rich.table import Table

    table = Table("What", "Before", "Now", "Difference", "Kind")
    for row in rows:
        table.add_row(*row)
    Console().print(table)
